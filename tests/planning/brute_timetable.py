"""The frames of all plans of a tiny mission, and what each costs by itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from math import asin, cos, inf, radians, sin, sqrt

from tests.planning.brute_world import CAMP, HUB, NEVER, World

from drawdown.mission import Timing

Span = tuple[int, int]


@dataclass(frozen=True)
class Timetable:
    """When each site closes, the task is handed over, work is done; what ends there."""

    camp: int
    hub: int
    """NEVER for a hub that stays open."""
    handover: Span | None
    work: tuple[tuple[str, str, int, int], ...]
    """Site, step, first and last day."""
    given: int
    """Stores that end at the camp."""
    sold: int
    """Items of the other lot that end at the hub."""
    cost: float
    """Of all this, and of nothing else."""

    @property
    def opened(self) -> int:
        """The last day of the opening step of the camp."""
        return max((w[3] for w in self.work if w[1] == "inventory"), default=-1)


def timetables(world: World) -> Iterator[Timetable]:
    """Yield every frame for which the team has the time."""
    hubs = [NEVER] if world.hub.liquidation else range(world.days)
    for camp in range(world.days):
        for hub in hubs:
            for handover in _handovers(world, camp):
                if _is_idle(world, camp, hub, handover):
                    continue
                work = _first_schedule(world, camp, hub, handover)
                if work is not None:
                    cost = fixed_cost(world, camp, hub, handover)
                    for given, sold, lost in _drops(world):
                        yield Timetable(
                            camp, hub, handover, work, given, sold, cost + lost
                        )


def _is_idle(world: World, camp: int, hub: int, handover: Span | None) -> bool:
    """Whether a handover gains nothing and is not asked for: it only binds people."""
    if handover is None or world.mission.tasks[0].must:
        return False
    spared = fixed_cost(world, camp, hub, None)
    return fixed_cost(world, camp, hub, handover) >= spared


def _drops(world: World) -> Iterator[tuple[int, int, float]]:
    """Yield how many items of each lot end on the spot, and the loss."""
    for given, sold in product(
        range(world.stores.count + 1), range(world.other.count + 1)
    ):
        lost = given and given * world.dropped(world.stores)
        lost += sold and sold * world.dropped(world.other)
        if lost < inf:
            yield given, sold, lost * world.mission.weights.loss


def _handovers(world: World, camp: int) -> Iterator[Span | None]:
    (task,) = world.mission.tasks
    if not task.must:
        yield None
    first, days = world.mission.day(task.ready), max(1, task.handover_days)
    for start in range(first, min(camp, world.deadline) - days + 2):
        yield start, start + days - 1


def _first_schedule(world: World, camp: int, hub: int, handover: Span | None):
    """Return the work of the one team, the inventory as early as can be.

    An earlier inventory only widens what may leave the camp (law 10.1), and no step
    waits for another, so the other steps may lie anywhere.
    """
    busy = set(range(handover[0], handover[1] + 1)) if handover else set()
    inventory, *closing = _steps(world, camp, hub)
    for start in range(world.days):
        placed = _place([(inventory, start), *((step, None) for step in closing)], busy)
        if placed is not None:
            return tuple(placed)
    return None


def _steps(world: World, camp: int, hub: int) -> list[tuple[str, str, int, int]]:
    """Return site, step, length and latest end of the steps that have to be done."""
    found = []
    for site, closing in ((world.camp, camp), (world.hub, hub)):
        for step in world.mission.steps:
            assert not step.after
            opening = step.timing is Timing.OPENING
            left_out = step.needs_counterpart and not site.counterpart
            if step.site_kind != site.kind or left_out:
                continue
            if opening or closing != NEVER:
                end = min(world.last, closing)
                found.append((site.site_id, step.step_id, step.days, end))
    return found


def _place(steps, busy: set[int]):
    """Return days for all steps that do not overlap, or nothing if there are none."""
    if not steps:
        return []
    ((site, name, days, end), fixed), *rest = steps
    starts = range(end - days + 2) if fixed is None else [fixed]
    for start in starts:
        mine = set(range(start, start + days))
        if not mine & busy and start + days - 1 <= end:
            others = _place(rest, busy | mine)
            if others is not None:
                return [(site, name, start, start + days - 1), *others]
    return None


def fixed_cost(world: World, camp: int, hub: int, handover: Span | None) -> float:
    """Return running costs and the weighted protection gap of a timetable."""
    weights = world.mission.weights
    running = sum(
        site.running_cost * min(world.days, closing + 1)
        for site, closing in ((world.camp, camp), (world.hub, hub))
    )
    gap = sum(
        _gap(world, day, camp, hub, handover) for day in range(world.deadline + 1)
    )
    return weights.money * running + weights.protection_gap * gap


def _gap(world: World, day: int, camp: int, hub: int, handover: Span | None) -> float:
    """Return the threatened people of the town without protection on a day (law 23)."""
    (authority,), (town,) = world.mission.authorities, world.mission.communities
    (task,) = world.mission.tasks
    closing = {CAMP: camp, HUB: hub}
    near = [s for s in world.mission.sites
            if _km(s, town) <= authority.radius_km and s.guard_minimum]  # fmt: skip
    if not near or not world.within(authority, day):
        return 0.0
    degree = 1.0 if any(day < closing[s.site_id] for s in near) else 0.0
    if handover and day > handover[1] and _km(world.camp, town) <= authority.radius_km:
        degree = max(degree, task.effect)
    threat = max((t.threat for t in world.mission.threats if world.within(t, day)),
                 default=0.0)  # fmt: skip
    return town.population * threat * (1 - degree)


def _km(site, town) -> float:
    """Return the distance on a sphere (law 22.1), by the haversine formula."""
    a, b = radians(site.latitude), radians(town.latitude)
    east = radians(site.longitude - town.longitude)
    half = sin((a - b) / 2) ** 2 + cos(a) * cos(b) * sin(east / 2) ** 2
    return 2 * 6371.0088 * asin(sqrt(half))
