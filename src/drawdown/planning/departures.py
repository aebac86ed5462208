"""Departures: the chances of a movement that a model may use."""

import itertools
from dataclasses import dataclass, replace

import numpy as np

from drawdown.planning.problem import Problem
from drawdown.planning.ways import Way


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """Movements of one way that depart within some days, counted at one label.

    In a model of a plan the label is the first of the days, and arrivals count from
    the latest arrival on; in a bounding model it is the last day of a bucket, and
    arrivals count in the bucket of the earliest.
    """

    way: int
    label: int
    first: int
    last: int
    arrive: int
    """The label of arrival."""
    late: int
    """The day of arrival that lateness is counted from."""
    attacks: float
    most: int
    """Movements that can depart."""
    fixed: tuple[tuple[str | None, int], ...] | None = None
    """Movements by escort group, where they are not to be chosen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A choice of the closing day of a site: one day, or a bucket in a bound."""

    first: int
    last: int
    cost: float


def day_departure(way: Way, day: int) -> Departure | None:
    """Return the departure of a way on one day; None if it cannot start."""
    if not 0 <= day < len(way.start) or not way.start[day]:
        return None
    arrival = day + int(way.transit[day])
    return Departure(
        way=way.index,
        label=day,
        first=day,
        last=day,
        arrive=arrival,
        late=arrival,
        attacks=float(way.attacks[day]),
        most=way.per_day,
    )


def spread_departure(way: Way, first: int, length: int) -> Departure | None:
    """Return departures on the days of a span, seen cautiously: what leaves must be
    there on the first day, and arrives on the latest day.
    """
    days = np.flatnonzero(way.start[first : first + length]) + first
    if not len(days):
        return None
    arrival = int((days + way.transit[days]).max())
    return Departure(
        way=way.index,
        label=first,
        first=first,
        last=int(days[-1]),
        arrive=arrival,
        late=arrival,
        attacks=float(way.attacks[days].mean()),
        most=way.per_day * len(days),
    )


def bucket_departure(way: Way, edges: list[int], bucket: int) -> Departure | None:
    """Return departures within a bucket of days, seen hopefully: least hazard,
    earliest arrival.
    """
    first, end = edges[bucket], edges[bucket + 1]
    days = np.flatnonzero(way.start[first:end]) + first
    if not len(days):
        return None
    arrival = int((days + way.transit[days]).min())
    inside = int(np.searchsorted(edges, arrival, side="right")) - 1
    return Departure(
        way=way.index,
        label=end - 1,
        first=first,
        last=end - 1,
        arrive=edges[inside + 1] - 1,
        late=arrival,
        attacks=float(way.attacks[days].min()),
        most=way.per_day * len(days),
    )


def weekly(problem: Problem, weeks: dict[int, set[int]]) -> list[Departure]:
    """Return departures for a first plan, in some weeks of each way.

    Sites close on the last day of a week: on that day, and for escorted ways on one day
    in its middle, departures are exact; others are spread over the week.
    """
    found: list[Departure | None] = []
    for way in problem.ways:
        closes = not problem.places[way.origin].liquidation
        for week in sorted(weeks.get(way.index, ())):
            first = 7 * week
            length = min(7, problem.days - first)
            if way.escorts:
                found.append(day_departure(way, first + 3))
                found.append(day_departure(way, first + 6))
            elif closes and not problem.places[way.origin].is_exit:
                found.append(spread_departure(way, first, min(6, length)))
                found.append(day_departure(way, first + 6))
            else:
                found.append(spread_departure(way, first, length))
    return [departure for departure in found if departure is not None]


def buckets(problem: Problem, length: int) -> list[int]:
    """Return the edges of buckets of some days; the deadline and the ends of
    protecting authorities are edges too.
    """
    forced = {0, problem.days, min(problem.days, problem.deadline + 1)}
    radius = problem.protection.radius
    forced |= {
        t for t in range(1, problem.days) if (radius[t] >= 0) != (radius[t - 1] >= 0)
    }
    edges = set(range(0, problem.days + 1, length)) | forced
    # A bucket of a day or two beside an edge costs columns and proves nothing.
    return [
        e
        for e in sorted(edges)
        if e in forced or all(abs(e - f) > length // 3 for f in forced)
    ]


def bucketed(problem: Problem, edges: list[int]) -> list[Departure]:
    """Return the departures of a bounding model."""
    found = []
    for way in problem.ways:
        for bucket in range(len(edges) - 1):
            option = bucket_departure(way, edges, bucket)
            if option is not None:
                found.append(option)
    return found


def bucket_options(problem: Problem, edges: list[int]) -> dict[str, list[Option]]:
    """Return closing options of each site in buckets, each at its least cost."""
    found = {}
    for place in problem.closing:
        options = []
        for first, end in itertools.pairwise(edges):
            low, high = max(first, place.earliest), min(end - 1, place.latest)
            if low <= high:
                cost = float(place.closing_cost[low : high + 1].min())
                options.append(Option(first=low, last=high, cost=cost))
        found[place.name] = options
    return found


def every_option(problem: Problem) -> dict[str, list[Option]]:
    """Return every day on which each site can close."""
    days = set(range(problem.days))
    return day_options(problem, {place.name: days for place in problem.closing})


def day_options(problem: Problem, days: dict[str, set[int]]) -> dict[str, list[Option]]:
    """Return closing options on days, cut to the window of each site."""
    found = {}
    for place in problem.closing:
        found[place.name] = [
            Option(first=day, last=day, cost=float(place.closing_cost[day]))
            for day in sorted(days.get(place.name, ()))
            if place.earliest <= day <= place.latest
        ]
    return found


def fixed(departure: Departure, counts: dict[str | None, int]) -> Departure:
    """Return a departure whose movements are not to be chosen."""
    return replace(departure, fixed=tuple(sorted(counts.items(), key=str)))
