"""On which days movements may depart, where a model cannot hold every day."""

import math
from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from drawdown.planning.problem import Problem
from drawdown.planning.ways import Way

BEFORE = 4
"""Days before people are late that are always worth a departure."""
AMPLE = 2.0
"""Times the days on which a relaxation must depart that may be chosen from."""
USED = 1e-3
"""Movements below which a bucket is not used."""
MOST = 3_000
"""Departures that a relaxation of single days should have."""


def spread_days(
    problem: Problem, ways: AbstractSet[int], *, most: int = MOST, shift: int = 0
) -> dict[int, frozenset[int]]:
    """Return days of departure of some ways, spread evenly: escorted ways on most days,
    other roads on fewest.

    Parameters
    ----------
    most
        About how many departures there may be.
    shift
        Another shift, other days.

    """
    step = 1.0
    weight = {number: _step(problem.ways[number]) for number in ways}
    while sum(problem.days / max(1.0, step * w) for w in weight.values()) > most:
        step += 0.5
    found = {}
    for number in sorted(ways):
        way = problem.ways[number]
        every = max(1, round(step * weight[number]))
        found[number] = frozenset(
            day
            for day in range((number + shift) % every, problem.days, every)
            if way.start[day]
        )
    return found


def _step(way: Way) -> float:
    if way.escorts:
        return 1.0
    return 2.0 if way.stands else 1.3


def days_of_use(
    problem: Problem,
    ways: AbstractSet[int],
    use: Mapping[tuple[int, int, int], float],
    *,
    escorted: bool = False,
) -> dict[int, frozenset[int]]:
    """Return days of departure of some ways: most where a relaxation in buckets departs
    most, before and after its bucket too, and few elsewhere.

    Parameters
    ----------
    use
        Movements by way and by first and last day of their bucket.
    escorted
        Let escorted ways depart on all days of a bucket in which they do, or beside it:
        companies then wait for nothing.

    """
    spans = sorted({(first, last) for _, first, last in use})
    found = {}
    for number in sorted(ways):
        way = problem.ways[number]
        count = [use.get((number, *span), 0.0) for span in spans]
        days: set[int] = set()
        for i, (first, last) in enumerate(spans):
            can = [day for day in range(first, last + 1) if way.start[day]]
            if not can:
                continue
            beside = max([0.0, *count[max(0, i - 1) : i], *count[i + 1 : i + 3]])
            if escorted and way.escorts and max(count[i], beside) > USED:
                days |= set(can)
                continue
            wanted = max(AMPLE * count[i], AMPLE / 2 * beside) / max(1, way.per_day)
            every = min(len(can), 1 + math.ceil(wanted))
            shift = 7 * number % max(1, len(can) // every)
            days |= {
                can[min(len(can) - 1, k * len(can) // every + shift)]
                for k in range(every)
            }
        found[number] = frozenset(days)
    return found


def in_due_time(problem: Problem, number: int) -> frozenset[int]:
    """Return days just before people are late, on which a way home may be taken."""
    way = problem.ways[number]
    if not problem.places[way.destination].is_exit or not way.persons:
        return frozenset()
    return frozenset(
        day
        for kind in problem.people.classes
        for day in range(max(0, kind.due - BEFORE), min(kind.due + 1, problem.days))
        if way.start[day]
    )
