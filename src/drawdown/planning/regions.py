"""The regions of a mission: parts that share nothing but exits, aircraft and teams."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from drawdown.planning.problem import Problem
from drawdown.planning.protection import distance_km
from drawdown.planning.ways import Way


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """Sites, and all ways, legs and escort groups that they use."""

    sites: frozenset[str]
    routes: frozenset[str]
    """By id, without the mark of a direction."""
    legs: frozenset[str]
    groups: frozenset[str]
    exits: frozenset[str]
    """Those that its ways lead to or come from; other regions may use them, too."""
    fleets: frozenset[str]
    """Aircraft and vessels of its ways; other regions may use them, too."""


class _Joined:
    """Things that are joined to each other, pair by pair."""

    def __init__(self) -> None:
        self._above: dict[Hashable, Hashable] = {}

    def head(self, one: Hashable) -> Hashable:
        """Return what stands for all that one thing is joined to."""
        self._above.setdefault(one, one)
        while self._above[one] != one:
            self._above[one] = self._above[self._above[one]]
            one = self._above[one]
        return one

    def join(self, these: Iterable[Hashable]) -> None:
        """Join things to each other."""
        heads = [self.head(one) for one in these]
        for head in heads[1:]:
            self._above[self.head(head)] = self.head(heads[0])


def regions(problem: Problem) -> tuple[Region, ...]:
    """Return the regions of a mission, in the order of their first sites; one region
    if it cannot be parted.

    Sites belong together if a way on which something can start joins them, or if their
    ways share a leg or an escort group, if companies of one are people of the other, or
    if both are near the same community: what its protection costs hangs on both.

    Exits, fleets of aircraft and vessels, and teams do not join: they can be shared
    out. Trucks could go from one region to another through an exit; a plan by regions
    does not send them, and a bound by regions allows for it (``shares``).
    """
    usable = [way for way in problem.ways if way.start.any()]
    joined = _joined(problem, usable)
    homes = {way.route_id: _ends(problem, way) for way in usable}
    if not all(homes.values()):
        # Between exits trucks of all regions may go round.
        return (_region(problem, {p.name for p in problem.sites}, usable),)
    sites: dict[Hashable, set[str]] = defaultdict(set)
    for place in problem.sites:
        sites[joined.head(("site", place.name))].add(place.name)
    ways: dict[Hashable, list[Way]] = defaultdict(list)
    for way in usable:
        ways[joined.head(("site", homes[way.route_id][0]))].append(way)
    moving = [head for head in sites if ways[head]]
    largest = max(moving or sites, key=lambda head: len(sites[head]))
    for head in [head for head in sites if not ways[head] and head != largest]:
        # Nothing moves there, so that it is no matter of planning by itself.
        sites[largest] |= sites.pop(head)
    return tuple(_region(problem, found, ways[head]) for head, found in sites.items())


def _joined(problem: Problem, usable: list[Way]) -> _Joined:
    mission = problem.mission
    joined = _Joined()
    for way in usable:
        joined.join(
            [
                *(("site", name) for name in _ends(problem, way)),
                *(("leg", leg) for leg, _ in way.tracks),
                *(("group", group) for group in way.groups),
            ]
        )
    homes = {unit.unit_id: unit.site_id for unit in mission.units}
    for escort in mission.escorts:
        joined.join(
            [
                ("group", escort.group),
                ("site", escort.home_id),
                ("site", homes[escort.unit_id]),
            ]
        )
    for near in _neighbours(problem):
        joined.join(("site", name) for name in near)
    return joined


def _ends(problem: Problem, way: Way) -> list[str]:
    """Return the ends of a way that are sites."""
    both = (way.origin, way.destination)
    return [name for name in both if not problem.places[name].is_exit]


def _neighbours(problem: Problem) -> Iterable[list[str]]:
    """Yield, for each community, the sites from which it may be protected."""
    mission, radius = problem.mission, float(problem.protection.radius.max())
    for town in mission.communities:
        yield [
            site.site_id
            for site in mission.sites
            if site.latitude is not None
            and site.longitude is not None
            and distance_km(
                town.latitude, town.longitude, site.latitude, site.longitude
            )
            <= radius
        ]


def _region(problem: Problem, sites: Iterable[str], usable: list[Way]) -> Region:
    inside = frozenset(sites)
    return Region(
        sites=inside,
        routes=frozenset(way.route_id.removesuffix("~") for way in usable),
        legs=frozenset(leg for way in usable for leg, _ in way.tracks),
        groups=frozenset(
            {group for way in usable for group in way.groups}
            | {e.group for e in problem.mission.escorts if e.home_id in inside}
        ),
        exits=frozenset(
            name
            for way in usable
            for name in (way.origin, way.destination)
            if problem.places[name].is_exit
        ),
        fleets=frozenset(way.fleet for way in usable if way.fleet is not None),
    )
