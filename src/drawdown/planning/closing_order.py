"""In which order sites close: near the days that are wanted, so that it can be done.

A site closes after its steps, and after those whose last people, or last items that
must move, have no way out but through it; and its last people can leave on its closing
day.
"""

from collections import defaultdict
from collections.abc import Mapping

import numpy as np

from drawdown.planning.problem import Problem
from drawdown.planning.reach import Reach, distances, find_reach


def closing_order(
    problem: Problem, wanted: Mapping[str, int], spare: int
) -> dict[str, int]:
    """Return a closing day of each site that closes, as near after the wanted day as
    can be; a site for which there is no day closes on its last.

    Parameters
    ----------
    wanted
        The day on which each site should close.
    spare
        Days for which a site stays open after those whose last people or items pass
        it: whole convoys do not arrive when parts of convoys would.

    """
    sensible = find_reach(problem, every=False)
    through = {
        place.name: _through(problem, sensible, place.name) for place in problem.closing
    }
    wish = {
        name: min(max(day, problem.ready_to_close[name]), problem.places[name].latest)
        for name, day in wanted.items()
    }
    found: dict[str, int] = {}
    left = set(wish)
    while left:
        waiting = [s for s in left if not any(s in through[o] for o in left - {s})]
        site = min(waiting or left, key=lambda s: (wish[s], s))
        found[site] = _first_day(problem, sensible, found, site, wish[site])
        left.remove(site)
        for hub, transit in through[site].items():
            if hub in left:
                latest = problem.places[hub].latest
                after = found[site] + transit + spare
                wish[hub] = min(latest, max(wish[hub], after))
    return found


def _through(problem: Problem, sensible: Reach, site: str) -> dict[str, int]:
    """Return the sites that close and that the last people or items of a site have to
    pass, with the days to get there.
    """
    closing = {place.name for place in problem.closing}
    last: list[set[int]] = [
        ways
        for kind, ways in zip(problem.people.classes, sensible.people, strict=True)
        if kind.guard
    ]
    last += [
        sensible.cargo[parcel.commodity]
        for parcel in problem.cargo.parcels
        if parcel.site == site and parcel.local_loss is None
    ]
    far = _far(problem)
    found: dict[str, int] = {}
    for ways in last:
        onward: dict[str, int] = {}
        for way in problem.ways:
            if way.origin != site or way.index not in ways or not way.start.any():
                continue
            least = int(way.transit[way.start].min())
            onward[way.destination] = min(least, onward.get(way.destination, least))
        if onward and all(place in closing for place in onward):
            hub = min(onward, key=lambda place: (far[place], place))
            found[hub] = max(found.get(hub, 0), onward[hub])
    return found


def _far(problem: Problem) -> dict[str, float]:
    """Return how many days each place is from the nearest exit."""
    usable = [way for way in problem.ways if way.start.any()]
    length = {way.index: float(np.median(way.transit[way.start])) for way in usable}
    far: dict[str, float] = defaultdict(lambda: np.inf)
    for out in problem.mission.exits:
        for place, days in distances(usable, length, out.exit_id).items():
            far[place] = min(far[place], days)
    return far


def _first_day(
    problem: Problem, sensible: Reach, found: Mapping[str, int], site: str, wish: int
) -> int:
    """Return the first day on which people can leave, so that a site can close."""
    out = [
        way
        for way in problem.ways
        if way.origin == site and any(way.index in ways for ways in sensible.people)
    ]
    latest = problem.places[site].latest
    return next(
        (
            day
            for day in range(wish, latest + 1)
            if not out
            or any(
                way.start[day] and found.get(way.destination, day + 99) > day
                for way in out
            )
        ),
        latest,
    )
