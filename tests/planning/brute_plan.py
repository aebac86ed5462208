"""Day plans of a tiny mission written out as a plan, for the judge."""

from collections import defaultdict
from datetime import timedelta
from typing import NamedTuple

from tests.planning.brute_moves import Drop, Move
from tests.planning.brute_timetable import Timetable
from tests.planning.brute_world import CAMP, HUB, PORT, World

from drawdown.mission import Disposition
from drawdown.plan import (
    Closure,
    ClosureMode,
    Disposal,
    EscortRelease,
    Handover,
    Load,
    Movement,
    Objectives,
    People,
    Plan,
    PlannedStep,
    Proof,
    Residual,
)

ENDS = {
    "TRACK-route": (CAMP, HUB),
    "TRACK-route~": (HUB, CAMP),
    "FLIGHT-route": (CAMP, HUB),
    "COAST-route": (HUB, PORT),
    "COAST-route~": (PORT, HUB),
}
NOT_COUNTED = Objectives(
    people_late=0, attacks=0, protection_gap=0, loss=0, money=0, weighted=0
)


class Deed(NamedTuple):
    """A move or a drop, and its day."""

    day: int
    act: Move | Drop


def as_plan(world: World, table: Timetable, deeds: list[Deed], *, value: float) -> Plan:
    """Return the plan of a timetable and its deeds."""
    mission = world.mission
    moves = [deed for deed in deeds if isinstance(deed.act, Move)]
    drops = [deed for deed in deeds if isinstance(deed.act, Drop)]
    return Plan(
        mission=mission.header.mission_id,
        made_by="trying all",
        objectives=NOT_COUNTED,
        proof=Proof(value=value),
        closures=_closures(world, table),
        movements=_movements(world, moves),
        disposals=tuple(_disposal(world, drop) for drop in drops),
        escort_releases=(_release(world, moves),),
        handovers=_handovers(world, table),
        residuals=_residuals(world, table),
    )


def _closures(world: World, table: Timetable) -> tuple[Closure, ...]:
    return tuple(
        Closure(
            site=site.site_id,
            closed=None if site.liquidation else world.mission.date(closed),
            mode=None
            if site.liquidation
            else ClosureMode.HANDED_OVER
            if site.counterpart
            else ClosureMode.LEFT,
            steps=tuple(
                PlannedStep(
                    step=step,
                    start=world.mission.date(first),
                    end=world.mission.date(last),
                )
                for where, step, first, last in table.work
                if where == site.site_id
            ),
        )
        for site, closed in ((world.camp, table.camp), (world.hub, table.hub))
    )


def _movements(world: World, moves: list[Deed]) -> tuple[Movement, ...]:
    crowd = Crowd(world)
    # Who moves today is there this morning: arrivals come before departures.
    todo = sorted(enumerate(moves), key=lambda pair: (pair[1].day, pair[0]))
    return tuple(_movement(world, crowd, f"M{number}", deed) for number, deed in todo)


def _movement(world: World, crowd: "Crowd", name: str, deed: Deed) -> Movement:
    move, date = deed.act, world.mission.date
    start, end = ENDS[move.route]
    transit = world.transit if PORT in (start, end) else 1
    permit = move.route.startswith("TRACK") or None
    group = world.mission.escorts[0].group
    return Movement(
        movement=name,
        route=move.route,
        departs=date(deed.day),
        arrives=date(deed.day + transit),
        permit_asked=permit and date(deed.day) - timedelta(days=world.lead),
        escorts={group: 1} if move.company else {},
        trucks=move.cargo.trucks,
        people=crowd.take(move, deed.day, start, end, transit),
        loads=_loads(move, end),
    )


def _loads(move: Move, end: str) -> tuple[Load, ...]:
    through = Disposition.REPATRIATE if end == PORT else None
    counts = (("STORES", move.cargo.stores), ("OTHER", move.cargo.other))
    return tuple(Load(lot=lot, count=n, disposition=through) for lot, n in counts if n)


class Crowd:
    """Which unit the people at each place belong to, by kind."""

    def __init__(self, world: World) -> None:
        self.there = defaultdict(list)
        for unit in world.mission.units:
            guards = unit.guard_capable - unit.remains
            other = 2 if unit.role == "escort" else 1
            self.there[unit.site_id, 0] += [(0, unit.unit_id)] * guards
            others = unit.strength - unit.guard_capable
            self.there[unit.site_id, other] += [(0, unit.unit_id)] * others

    def take(
        self, move: Move, day: int, start: str, end: str, transit: int
    ) -> tuple[People, ...]:
        """Move people on, and say of which units they are."""
        taken = defaultdict(lambda: [0, 0])
        for kind in range(3):
            waiting = sorted(self.there[start, kind])
            for _ in range(move.cargo[kind]):
                since, unit = waiting.pop(0)
                assert since <= day
                taken[unit][0] += 1
                taken[unit][1] += kind == 0
                self.there[end, kind].append((day + transit, unit))
            self.there[start, kind] = waiting
        return tuple(
            People(unit=unit, persons=persons, guards=guards)
            for unit, (persons, guards) in sorted(taken.items())
        )


def _disposal(world: World, drop: Deed) -> Disposal:
    lot = world.lot(drop.act.lot)
    spot = {how: share for how, share in lot.losses.items() if not how.moves}
    return Disposal(
        lot=lot.lot_id,
        disposition=min(spot, key=spot.__getitem__),
        count=1,
        on=world.mission.date(drop.day),
    )


def _release(world: World, moves: list[Deed]) -> EscortRelease:
    (escort,) = world.mission.escorts
    where, on = escort.home_id, 0
    for deed in moves:
        if deed.act.company:
            where, on = ENDS[deed.act.route][1], deed.day + 1 + world.rest
    return EscortRelease(
        group=escort.group,
        escort=escort.escort_id,
        companies=1,
        site=where,
        on=world.mission.date(on),
    )


def _handovers(world: World, table: Timetable) -> tuple[Handover, ...]:
    if table.handover is None:
        return ()
    first, last = (world.mission.date(day) for day in table.handover)
    (task,) = world.mission.tasks
    return (Handover(task=task.task_id, start=first, end=last),)


def _residuals(world: World, table: Timetable) -> tuple[Residual, ...]:
    (task,) = world.mission.tasks
    if table.handover is not None:
        return ()
    gap = min(world.deadline, table.camp) + 1
    reason = "not handed over"
    return (Residual(task=task.task_id, gap=world.mission.date(gap), reason=reason),)
