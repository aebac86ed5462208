"""Which ways each commodity and class of people may sensibly take."""

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from drawdown.planning.cargo import Commodity
from drawdown.planning.people import PeopleClass
from drawdown.planning.problem import Problem
from drawdown.planning.ways import Way

DETOUR = 1.5
"""A way is sensible if it comes nearer to some exit by a path at most so much longer
than the shortest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """The ways that each commodity and each class of people may take."""

    cargo: list[set[int]]
    people: list[set[int]]

    def __or__(self, other: "Reach") -> "Reach":
        """Return the ways of both."""
        return Reach(
            cargo=[a | b for a, b in zip(self.cargo, other.cargo, strict=True)],
            people=[a | b for a, b in zip(self.people, other.people, strict=True)],
        )

    @property
    def ways(self) -> set[int]:
        """Return the ways that anything may take."""
        return set().union(*self.cargo, *self.people)


def people_classes(
    problem: Problem, *, merged: bool
) -> tuple[list[PeopleClass], list[dict[str, int]]]:
    """Return classes of people and their persons by site.

    ``merged`` does not tell the people of escort companies from others.
    """
    people = problem.people
    if not merged:
        return people.classes, [people.at(q) for q in range(len(people.classes))]
    found: dict[PeopleClass, dict[str, int]] = {}
    for number, kind in enumerate(people.classes):
        at = found.setdefault(kind.plain, defaultdict(int))
        for site, persons in people.at(number).items():
            at[site] += persons
    return list(found), [dict(at) for at in found.values()]


def merged_reach(problem: Problem, reach: Reach) -> Reach:
    """Return a reach in which people of escort companies are not told from others."""
    merged, _ = people_classes(problem, merged=True)
    people: list[set[int]] = [set() for _ in merged]
    for kind, ways in zip(problem.people.classes, reach.people, strict=True):
        people[merged.index(kind.plain)] |= ways
    return Reach(cargo=reach.cargo, people=people)


def find_reach(problem: Problem, *, every: bool, sideways: bool = False) -> Reach:
    """Return the ways that may be taken: all that lead out (``every``, for a bound),
    or only sensible ones, ``sideways`` to a place as near to an exit, too.
    """
    classes, homes = people_classes(problem, merged=every)
    return Reach(
        cargo=[
            cargo_ways(problem, k, every=every, sideways=sideways)
            for k in problem.cargo.commodities
        ],
        people=[
            people_ways(problem, kind, at, every=every, sideways=sideways)
            for kind, at in zip(classes, homes, strict=True)
        ],
    )


def widened(
    problem: Problem, reach: Reach, used: Iterable[tuple[object, ...]]
) -> Reach:
    """Return a reach with the ways on which a bounding solution moves things; people
    may ride wherever it has movements that lead out.

    Parameters
    ----------
    used
        Keys of the columns of the bounding model that are above 0.

    """
    merged, _ = people_classes(problem, merged=True)
    cargo = [set(ways) for ways in reach.cargo]
    people = [set(ways) for ways in reach.people]
    every = find_reach(problem, every=True).people
    for key in used:
        if key[0] == "n":
            for q, other in enumerate(problem.people.classes):
                if key[1] in every[merged.index(other.plain)]:
                    people[q].add(key[1])  # type: ignore[arg-type]
        elif key[0] == "x":
            cargo[key[2]].add(key[1])  # type: ignore[index,arg-type]
        elif key[0] == "p":
            kind = merged[key[2]]  # type: ignore[index]
            for q, other in enumerate(problem.people.classes):
                if other.plain == kind:
                    people[q].add(key[1])  # type: ignore[arg-type]
    return Reach(cargo=cargo, people=people)


def cargo_ways(
    problem: Problem, kind: Commodity, *, every: bool, sideways: bool = False
) -> set[int]:
    """Return the ways that a commodity may take: all (``every``), or sensible ones."""
    return _ways(
        problem,
        [w for w in problem.ways if carries(w, kind)],
        lambda place: not kind.exits or place in kind.exits,
        {
            p.site
            for p in problem.cargo.parcels
            if problem.cargo.commodities[p.commodity] == kind
        },
        every=every,
        sideways=sideways,
    )


def carries(way: Way, kind: Commodity) -> bool:
    """Return whether a way can carry items of a commodity at all."""
    if kind.sensitive and not way.sensitive:
        return False
    return way.slots > 0 or (way.stands and way.vehicles > 0)


def people_ways(
    problem: Problem,
    kind: PeopleClass,
    homes: Iterable[str],
    *,
    every: bool,
    sideways: bool = False,
) -> set[int]:
    """Return the ways that people of a class may take."""
    return _ways(
        problem,
        [w for w in problem.ways if w.persons > 0],
        lambda place: not kind.exits or place in kind.exits,
        set(homes),
        every=every,
        sideways=sideways,
    )


def _ways(
    problem: Problem,
    usable: list[Way],
    may_exit: Callable[[str], bool],
    homes: set[str],
    *,
    every: bool,
    sideways: bool,
) -> set[int]:
    usable = [
        w
        for w in usable
        if w.start.any()
        and not problem.places[w.origin].is_exit
        and (not problem.places[w.destination].is_exit or may_exit(w.destination))
    ]
    length = {w.index: float(np.median(w.transit[w.start])) for w in usable}
    exits = {w.destination for w in usable if problem.places[w.destination].is_exit}
    sensible: set[int] = set()
    leads: set[int] = set()
    for out in exits:
        far = distances(usable, length, out)
        for w in usable:
            if problem.places[w.destination].is_exit and w.destination != out:
                continue
            here, there = far.get(w.origin), far.get(w.destination)
            if there is None:
                continue
            leads.add(w.index)
            if (
                here is not None
                and (there < here or (sideways and there == here))
                and length[w.index] + there <= DETOUR * here + 1
            ):
                sensible.add(w.index)
    chosen = leads if every else sensible
    return _reachable(usable, chosen, homes)


def distances(
    usable: list[Way], length: dict[int, float], out: str
) -> dict[str, float]:
    """Return the days from each place to an exit by the shortest path."""
    into = defaultdict(list)
    for w in usable:
        into[w.destination].append(w)
    far = {out: 0.0}
    queue = [(0.0, out)]
    while queue:
        distance, place = heapq.heappop(queue)
        if distance > far[place]:
            continue
        for w in into[place]:
            longer = distance + length[w.index]
            if longer < far.get(w.origin, np.inf):
                far[w.origin] = longer
                heapq.heappush(queue, (longer, w.origin))
    return far


def _reachable(usable: list[Way], chosen: set[int], homes: set[str]) -> set[int]:
    places, grew = set(homes), True
    while grew:
        more = {
            w.destination for w in usable if w.index in chosen and w.origin in places
        }
        grew = not more <= places
        places |= more
    return {w.index for w in usable if w.index in chosen and w.origin in places}
