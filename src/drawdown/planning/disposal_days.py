"""On which days items end on the spot, where a solution says it for spans of days."""

from collections import defaultdict
from collections.abc import Sequence

from drawdown.planning.problem import Problem
from drawdown.planning.solution import Solution

Cell = tuple[int, int, int]
"""The last day of a span, days for which items are needed before closing, items."""


def cells_by_site(solution: Solution) -> dict[str, list[Cell]]:
    """Return what ends on the spot at each site."""
    found: dict[str, list[Cell]] = defaultdict(list)
    for (site, needed, label), count in solution.ending.items():
        found[site].append((label, needed, count))
    return found


def disposal_days(
    cells: Sequence[Cell], closing: int, rate: int
) -> dict[tuple[int, int], int] | None:
    """Return items by days for which they are needed and day on which they end, as late
    as may be: a label stands for the days since the one before, and on each day a site
    has only so much time. None if they do not fit.

    Parameters
    ----------
    closing
        The closing day of the site; what is needed ends no earlier before it.
    rate
        Items a day.

    """
    found: dict[tuple[int, int], int] = defaultdict(int)
    room: dict[int, int] = defaultdict(lambda: rate)
    for label, needed, count in sorted(
        cells, key=lambda cell: (cell[1] == 0, cell[1], -cell[0])
    ):
        left = count
        first = max(0, closing - needed) if needed else 0
        for day in range(label, first - 1, -1):
            part = min(left, room[day])
            if part:
                room[day] -= part
                left -= part
                found[needed, day] += part
            if not left:
                break
        if left:
            return None
    return found


def latest_closings(problem: Problem, solution: Solution) -> dict[str, int]:
    """Return the last day on which each site may close instead, as far as that leaves
    what is needed there no longer without.
    """
    rates = {s.site_id: int(s.disposal_per_day) for s in problem.mission.sites}
    left = _leaving(solution)
    cells = cells_by_site(solution)
    found = {}
    for name, closing in solution.closings.items():
        last = min(problem.places[name].latest, left.get(name, problem.days))
        day = closing
        while day < last and disposal_days(cells[name], day + 1, rates[name]):
            day += 1
        found[name] = day if cells[name] else last
    return found


def _leaving(solution: Solution) -> dict[str, int]:
    """Return the last day on which each site may close for what leaves it."""
    found: dict[str, int] = {}
    for key, count in solution.leaving.items():
        site, needed, label = str(key[0]), int(key[2]), int(key[-1])  # type: ignore[call-overload]
        if count and needed:
            found[site] = min(found.get(site, label + needed), label + needed)
    return found
