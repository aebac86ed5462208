"""Rough sums that show whether a bundled mission can be planned at all."""

import heapq
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from drawdown.mission import (
    Carrier,
    FleetKind,
    Leg,
    Mission,
    Timing,
    Unit,
    read_mission,
)

MISSIONS = Path(__file__).resolve().parents[2] / "missions"
NAMES = ("minusma", "unamid")


@cache
def bundled_mission(name: str) -> Mission:
    """Return a bundled mission."""
    return read_mission(MISSIONS / name)


@dataclass(frozen=True, slots=True)
class Way:
    """A route in one direction."""

    start: str
    end: str
    legs: tuple[Leg, ...]

    @property
    def road(self) -> bool:
        """Return whether trucks run on it."""
        return all(leg.mode.value == "road" for leg in self.legs)

    @property
    def days(self) -> float:
        """Return its days in the dry season."""
        return sum(leg.days for leg in self.legs)

    @property
    def escorted(self) -> bool:
        """Return whether it takes a company."""
        return any(leg.escorts for leg in self.legs)


def ways(mission: Mission) -> list[Way]:
    """Return every route in each direction."""
    legs = {leg.leg_id: leg for leg in mission.legs}
    found = []
    for route in mission.routes:
        chain = tuple(legs[name] for name in route.legs)
        found.append(Way(route.from_id, route.to_id, chain))
        if route.two_way:
            found.append(Way(route.to_id, route.from_id, chain[::-1]))
    return found


def shortest(mission: Mission, start: str, *, road: bool) -> list[Way] | None:
    """Return the shortest chain of routes from a site to an exit for its cargo
    (by road) or for its people (any way), None if there is none.
    """
    takes = {
        e.exit_id
        for e in mission.exits
        if (e.items_per_day if road else e.persons_per_day) != 0
    }
    by_start = defaultdict(list)
    for way in ways(mission):
        if way.road or not road:
            by_start[way.start].append(way)
    queue: list[tuple[float, int, str, list[Way]]] = [(0.0, 0, start, [])]
    seen: set[str] = set()
    while queue:
        days, _, place, chain = heapq.heappop(queue)
        if place in takes:
            return chain
        if place in seen:
            continue
        seen.add(place)
        for way in by_start[place]:
            item = (days + way.days, len(seen) * 1000 + len(queue), way.end)
            heapq.heappush(queue, (*item, [*chain, way]))
    return None


def truck_days(mission: Mission) -> tuple[float, float]:
    """Return the truck-days that all containers need, there and back on the shortest
    way, and those that the trucks have from the end of the opening steps on.
    """
    needed = 0.0
    for site in mission.sites:
        chain = shortest(mission, site.site_id, road=True)
        assert chain is not None
        loads = sum(
            lot.count
            for lot in mission.lots
            if lot.site_id == site.site_id and lot.carried_by is Carrier.TRUCK
        )
        needed += 2 * loads * sum(way.days for way in chain)
    have = sum(
        fleet.count * (mission.deadline - _first_day(mission, fleet.available_from))
        for fleet in mission.fleets
        if fleet.kind is FleetKind.TRUCK
    )
    return needed, have


def escort_days(mission: Mission) -> tuple[float, float]:
    """Return the company-days that all vehicles need under way on the shortest way,
    there, back and resting after each, and those that the companies have.
    """
    rest = max(escort.rest_days for escort in mission.escorts)
    needed = 0.0
    for site in mission.sites:
        chain = shortest(mission, site.site_id, road=True) or []
        items = sum(lot.count for lot in mission.lots if lot.site_id == site.site_id)
        for way in chain:
            if way.escorted:
                convoys = items / min(leg.convoy_vehicles for leg in way.legs)
                needed += 2 * convoys * (way.days + rest)
    have = sum(
        escort.companies
        * (
            (mission.day(escort.available_to) if escort.available_to else None)
            or mission.deadline
        )
        for escort in mission.escorts
    )
    return needed, have


def _first_day(mission: Mission, available: object) -> int:
    opening = max(opening_days(mission, site.kind) for site in mission.sites)
    return max(opening, mission.day(available) if available else 0)


def opening_days(mission: Mission, kind: str) -> int:
    """Return the days of the opening steps of a kind of site, one after the other."""
    return sum(
        step.days
        for step in mission.steps
        if step.site_kind == kind and step.timing is Timing.OPENING
    )


def leaving(mission: Mission) -> list[Unit]:
    """Return the units whose people travel."""
    return [unit for unit in mission.units if not unit.local]
