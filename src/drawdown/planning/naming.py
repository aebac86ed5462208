"""From a solution to a plan: movements one by one, lots and units by name."""

from collections import defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass

from drawdown.mission.lots import Carrier, Disposition
from drawdown.mission.sites import Step
from drawdown.mission.transport import FleetKind
from drawdown.plan.plan import (
    Closure,
    ClosureMode,
    Disposal,
    EscortRelease,
    Load,
    Movement,
    People,
    PlannedStep,
    Release,
)
from drawdown.planning.cargo import best
from drawdown.planning.disposal_days import cells_by_site, disposal_days
from drawdown.planning.problem import Problem
from drawdown.planning.solution import Move, Solution
from drawdown.planning.steps import StepDays, Teams
from drawdown.planning.timetable import pushed_back


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The parts of a plan that follow from a solution alone."""

    closures: tuple[Closure, ...]
    movements: tuple[Movement, ...]
    disposals: tuple[Disposal, ...]
    releases: tuple[Release, ...]
    escort_releases: tuple[EscortRelease, ...]
    teams: Teams
    """Teams that steps leave free."""


class UnscheduledError(Exception):
    """A solution cannot be named: closing steps find no teams, or more is taken from a
    place than is there.
    """


def name(problem: Problem, solution: Solution) -> Named:
    """Return the named parts of a plan.

    Raises
    ------
    UnscheduledError
        If closing steps find no teams for these closing days.

    """
    teams, steps = _steps(problem, solution)
    return Named(
        closures=tuple(_closures(problem, solution, steps)),
        movements=tuple(_Naming(problem, solution).movements()),
        disposals=tuple(_Naming(problem, solution).disposals()),
        releases=tuple(_local_releases(problem, solution)),
        escort_releases=tuple(_escort_releases(problem, solution)),
        teams=teams,
    )


# ------------------------------------------------------------------------- sites


def _steps(problem: Problem, solution: Solution) -> tuple[Teams, dict[str, StepDays]]:
    teams = Teams(problem.mission, problem.days)
    by_id = _steps_of_sites(problem)
    steps: dict[str, StepDays] = {}
    for site, done in problem.opening.items():
        steps[site] = dict(done)
        for step_id, (first, last) in done.items():
            step = by_id[site, step_id]
            teams.take(step.crew, step.teams, first, last - first + 1)
    for site, done in _closing_steps(problem, solution, teams).items():
        steps[site].update(done)
    return teams, steps


def _steps_of_sites(problem: Problem) -> dict[tuple[str, str], Step]:
    """Return the steps by site and id: kinds of sites have steps of the same id."""
    return {
        (site.site_id, step.step_id): step
        for site in problem.mission.sites
        for step in problem.mission.steps
        if step.site_kind == site.kind
    }


def _closing_steps(
    problem: Problem, solution: Solution, teams: Teams
) -> dict[str, StepDays]:
    """Return the closing steps on the days that were chosen with all else, or else each
    as late as teams allow; both take their teams.
    """
    found = _arranged(problem, solution)
    if found is None:
        for site, closing in solution.closings.items():
            if closing < problem.ready_to_close[site]:
                raise UnscheduledError(site)
        return pushed_back(problem, teams, solution.closings)
    by_id = _steps_of_sites(problem)
    for site, done in found.items():
        for step_id, (first, last) in done.items():
            step = by_id[site, step_id]
            teams.take(step.crew, step.teams, first, last - first + 1)
    return found


def _arranged(problem: Problem, solution: Solution) -> dict[str, StepDays] | None:
    """Return the closing steps that were chosen with all else; None if there are none,
    or if a site closes before them.
    """
    if problem.arrangement is None:
        return None
    steps = problem.arrangement.steps
    for site, closing in solution.closings.items():
        if any(last > closing for _, last in steps[site].values()):
            return None
    return {
        site: {
            step: days
            for step, days in steps[site].items()
            if step not in problem.opening[site]
        }
        for site in solution.closings
    }


def _closures(
    problem: Problem, solution: Solution, steps: dict[str, StepDays]
) -> Iterable[Closure]:
    day = problem.mission.date
    for site in problem.mission.sites:
        closing = solution.closings.get(site.site_id)
        mode = None
        if closing is not None:
            mode = ClosureMode.HANDED_OVER if site.counterpart else ClosureMode.LEFT
        yield Closure(
            site=site.site_id,
            closed=None if closing is None else day(closing),
            mode=mode,
            steps=tuple(
                PlannedStep(step=step, start=day(first), end=day(last))
                for step, (first, last) in sorted(
                    steps[site.site_id].items(), key=lambda item: (item[1], item[0])
                )
            ),
        )


def _local_releases(problem: Problem, solution: Solution) -> Iterable[Release]:
    for unit in problem.mission.units:
        if unit.local and unit.strength > unit.remains:
            day = solution.closings.get(unit.site_id, problem.deadline)
            if unit.leaves_by is not None:
                day = min(day, problem.mission.day(unit.leaves_by))
            day = max(0, min(day, problem.days - 1))
            yield Release(
                unit=unit.unit_id,
                persons=unit.strength - unit.remains,
                on=problem.mission.date(day),
            )


def _escort_releases(problem: Problem, solution: Solution) -> Iterable[EscortRelease]:
    groups = {service.escort: service.group for service in problem.services}
    for (escort, place, day), count in sorted(
        solution.released.items(), key=lambda item: (item[0][2], item[0])
    ):
        yield EscortRelease(
            group=groups[escort],
            escort=escort,
            companies=count,
            site=place,
            on=problem.mission.date(day),
        )


# ------------------------------------------------------------- movements and loads


class _Naming:
    """Gives names to what moves, first in, first out."""

    def __init__(self, problem: Problem, solution: Solution) -> None:
        self.problem = problem
        self.solution = solution
        self.lots = {lot.lot_id: lot for lot in problem.mission.lots}
        self.moved, self.local = self._split_lots()
        self.waiting: dict[tuple[str, int], deque[list[object]]] = defaultdict(deque)
        self.people: dict[tuple[str, int], deque[list[object]]] = defaultdict(deque)

    def _split_lots(
        self,
    ) -> tuple[
        dict[tuple[object, ...], list[list[object]]],
        dict[tuple[str, int], list[list[object]]],
    ]:
        """Return the lots that move by site, commodity, days needed and effort, and
        those that end on the spot by site and days needed.
        """
        moved: dict[tuple[object, ...], list[list[object]]] = defaultdict(list)
        local: dict[tuple[str, int], list[list[object]]] = defaultdict(list)
        for number, parcel in enumerate(self.problem.cargo.parcels):
            left = self.solution.moved.get(number, 0)
            key = (parcel.site, parcel.commodity, parcel.needed, parcel.effort)
            for lot_id in parcel.lots:
                count = self.lots[lot_id].count
                part = min(left, count)
                left -= part
                if part:
                    moved[key].append([lot_id, part])
                if count > part:
                    local[parcel.site, parcel.needed].append([lot_id, count - part])
        return moved, local

    def movements(self) -> Iterable[Movement]:
        """Return every movement, in the order of departure."""
        arrivals: dict[
            int, list[tuple[Move, list[tuple[str, int]], list[tuple[str, int, int]]]]
        ] = defaultdict(list)
        by_day: dict[int, list[Move]] = defaultdict(list)
        for move in self.solution.moves.values():
            by_day[move.day].append(move)
        leaving: dict[int, list[tuple[tuple[object, ...], int]]] = defaultdict(list)
        for cell, count in self.solution.leaving.items():
            leaving[int(cell[-1])].append((cell[:-1], count))  # type: ignore[call-overload]
        for q in range(len(self.problem.people.classes)):
            for part in self.problem.people.parts[q]:
                self.people[part.site, q].append([part.unit, part.persons])
        number = 0
        for day in range(self.problem.days):
            for move, loads, persons in arrivals.pop(day, []):
                self._unload(move, loads, persons)
            for key, count in sorted(leaving[day], key=str):
                self._pack(key, count)
            for move in sorted(by_day[day], key=lambda m: m.way):
                for movement, loads, persons in self._single(move):
                    number += 1
                    arrivals[move.arrive].append((move, loads, persons))
                    yield self._named(movement, f"M{number:05d}")

    def _unload(
        self,
        move: Move,
        loads: list[tuple[str, int]],
        persons: list[tuple[str, int, int]],
    ) -> None:
        place = self.problem.ways[move.way].destination
        if self.problem.places[place].is_exit:
            return
        for lot, count in loads:
            self.waiting[place, self._commodity(lot)].append([lot, count])
        for unit, count, q in persons:
            self.people[place, q].append([unit, count])

    def _commodity(self, lot_id: str) -> int:
        lot = self.lots[lot_id]
        return next(
            k
            for k, kind in enumerate(self.problem.cargo.commodities)
            if (kind.carrier, kind.sensitive, kind.exits)
            == (lot.carried_by, lot.sensitive, lot.exits)
        )

    def _pack(self, key: tuple[object, ...], count: int) -> None:
        """Move items that leave their site into what waits there."""
        site, commodity = str(key[0]), int(key[1])  # type: ignore[call-overload]
        for lot, part in _take(self.moved[key], count):
            self.waiting[site, commodity].append([lot, part])

    def _single(
        self, move: Move
    ) -> Iterable[
        tuple[dict[str, object], list[tuple[str, int]], list[tuple[str, int, int]]]
    ]:
        """Return the movements of a way on a day, one by one, with what they carry."""
        way = self.problem.ways[move.way]
        goods = self.problem.cargo.commodities
        vehicles: list[tuple[str, int]] = []
        for k, count in sorted(move.cargo.items()):
            kind = goods[k].carrier if way.stands else None
            vehicles += [(_KIND[kind], k)] * count
        empty = dict(move.trucks.items())
        if way.stands:
            for k, count in move.cargo.items():
                for fleet, carrier in _CARRIED.items():
                    if goods[k].carrier is carrier:
                        empty[fleet] = empty.get(fleet, 0) - count
        for fleet, count in sorted(empty.items()):
            vehicles += [(fleet.value, -1)] * count
        room = way.vehicles if way.stands else way.slots
        persons = [
            (q, unit, part)
            for q, count in sorted(move.people.items())
            for unit, part in self._leave(way.origin, q, count, move.day)
        ]
        total = sum(move.count.values())
        for group, count in sorted(move.count.items(), key=str):
            for _ in range(count):
                load, vehicles = vehicles[:room], vehicles[room:]
                aboard, persons = _seat(persons, way.persons)
                yield self._one(move, group, load, aboard)
                total -= 1

    def _leave(self, place: str, q: int, count: int, day: int) -> list[tuple[str, int]]:
        """Take people who leave a place; those who stay for a task go last."""
        held = {
            hold.unit
            for hold in self.problem.holds
            if hold.site == place and hold.people_class == q and day <= hold.until
        }
        queue = self.people[place, q]
        if held:
            order = sorted(queue, key=lambda entry: entry[0] in held)
            queue.clear()
            queue.extend(order)
        return _take(queue, count)

    def _one(
        self,
        move: Move,
        group: str | None,
        load: list[tuple[str, int]],
        aboard: list[tuple[int, str, int]],
    ) -> tuple[dict[str, object], list[tuple[str, int]], list[tuple[str, int, int]]]:
        way = self.problem.ways[move.way]
        items: dict[int, int] = defaultdict(int)
        for _, k in load:
            if k >= 0:
                items[k] += 1
        loads = [
            entry
            for k, count in sorted(items.items())
            for entry in _take(self.waiting[way.origin, k], count)
        ]
        classes = self.problem.people.classes
        parts: dict[str, list[int]] = {}
        for q, unit, count in aboard:
            cell = parts.setdefault(unit, [0, 0])
            cell[0] += count
            cell[1] += count if classes[q].guard else 0
        movement: dict[str, object] = {
            "move": move,
            "escorts": {group: way.escorts} if group and way.escorts else {},
            "trucks": sum(kind == FleetKind.TRUCK.value for kind, _ in load),
            "low_loaders": sum(kind == FleetKind.LOW_LOADER.value for kind, _ in load),
            "loads": loads,
            "people": parts,
        }
        persons = [(unit, count, q) for q, unit, count in aboard]
        return movement, loads, persons

    def _named(self, movement: dict[str, object], name: str) -> Movement:
        move: Move = movement["move"]  # type: ignore[assignment]
        way = self.problem.ways[move.way]
        out = self.problem.places[way.destination].is_exit
        merged: dict[str, int] = defaultdict(int)
        for lot, count in movement["loads"]:  # type: ignore[attr-defined]
            merged[lot] += count
        return Movement(
            movement=name,
            route=way.route_id,
            departs=self.problem.mission.date(move.day),
            arrives=self.problem.mission.date(move.arrive),
            permit_asked=self._asked(move),
            escorts=movement["escorts"],  # type: ignore[arg-type]
            trucks=movement["trucks"],  # type: ignore[arg-type]
            low_loaders=movement["low_loaders"],  # type: ignore[arg-type]
            people=tuple(
                People(unit=unit, persons=persons, guards=guards)
                for unit, (persons, guards) in sorted(movement["people"].items())  # type: ignore[attr-defined]
            ),
            loads=tuple(
                Load(
                    lot=lot,
                    count=count,
                    disposition=best(self.lots[lot], moves=True) if out else None,
                )
                for lot, count in sorted(merged.items())
            ),
        )

    def _asked(self, move: Move):  # type: ignore[no-untyped-def]
        way = self.problem.ways[move.way]
        calendars = [self.problem.tracks[leg] for leg, _ in way.tracks]
        if not any(c.permit[move.day] for c in calendars):
            return None
        lead = max(int(c.lead[move.day]) for c in calendars)
        return self.problem.mission.date(move.day - lead)

    # ------------------------------------------------------------- on the spot

    def disposals(self) -> Iterable[Disposal]:
        """Return what ends on the spot, day by day, as late as it may."""
        days = self._ending_days()
        found: dict[tuple[str, Disposition, int], int] = defaultdict(int)
        for (site, needed, day), count in sorted(
            days.items(), key=lambda i: (i[0][2], i[0])
        ):
            for lot, part in _take(self.local[site, needed], count):
                how = best(self.lots[lot], moves=False)
                assert how is not None
                found[lot, how, day] += part
        for (lot, how, day), count in found.items():
            yield Disposal(
                lot=lot, disposition=how, count=count, on=self.problem.mission.date(day)
            )

    def _ending_days(self) -> dict[tuple[str, int, int], int]:
        """Return the days on which items end."""
        found: dict[tuple[str, int, int], int] = {}
        rates = {s.site_id: int(s.disposal_per_day) for s in self.problem.mission.sites}
        for site, cells in cells_by_site(self.solution).items():
            closing = self.solution.closings.get(site, self.problem.deadline)
            days = disposal_days(cells, closing, rates[site])
            if days is None:
                raise UnscheduledError(f"not all that ends at {site} fits its days")
            for (needed, day), count in days.items():
                found[site, needed, day] = count
        return found


_KIND = {
    Carrier.TRUCK: FleetKind.TRUCK.value,
    Carrier.LOW_LOADER: FleetKind.LOW_LOADER.value,
    Carrier.SELF: "self",
    None: "aboard",
}
_CARRIED = {
    FleetKind.TRUCK: Carrier.TRUCK,
    FleetKind.LOW_LOADER: Carrier.LOW_LOADER,
}


def _take(queue, count: int) -> list[tuple[str, int]]:  # type: ignore[no-untyped-def]
    """Take so many from the front of a queue of [name, count]."""
    found: list[tuple[str, int]] = []
    while count > 0 and queue:
        head = queue[0]
        part = min(count, head[1])
        found.append((head[0], part))
        head[1] -= part
        count -= part
        if not head[1]:
            queue.popleft() if isinstance(queue, deque) else queue.pop(0)
    if count:
        raise UnscheduledError(f"{count} more are taken than are there")
    return found


def _seat(
    persons: list[tuple[int, str, int]], seats: int
) -> tuple[list[tuple[int, str, int]], list[tuple[int, str, int]]]:
    """Return those who find a seat, and those who are left."""
    aboard: list[tuple[int, str, int]] = []
    rest: list[tuple[int, str, int]] = []
    for q, unit, count in persons:
        part = min(count, seats)
        seats -= part
        if part:
            aboard.append((q, unit, part))
        if count > part:
            rest.append((q, unit, count - part))
    return aboard, rest
