"""What each day allows: dated rows laid out as arrays over the days of a plan."""

from collections.abc import Iterable
from datetime import date
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from drawdown.mission.mission import Mission

Days: TypeAlias = NDArray[np.float64]
Flags: TypeAlias = NDArray[np.bool_]


def span(
    mission: Mission, first: date | None, last: date | None, days: int
) -> tuple[int, int]:
    """Return the half-open range of days of a dated row, cut to the days of a plan."""
    begin = 0 if first is None else max(0, mission.day(first))
    end = days if last is None else min(days, mission.day(last) + 1)
    return begin, max(begin, end)


def layered(
    mission: Mission,
    rows: Iterable[tuple[date | None, date | None, float]],
    days: int,
) -> Days:
    """Return the sum of dated amounts for each day."""
    total = np.zeros(days)
    for first, last, amount in rows:
        begin, end = span(mission, first, last, days)
        total[begin:end] += amount
    return total


def marked(
    mission: Mission, rows: Iterable[tuple[date | None, date | None]], days: int
) -> Flags:
    """Return which days are covered by any of the dated rows."""
    flags = np.zeros(days, dtype=np.bool_)
    for first, last in rows:
        begin, end = span(mission, first, last, days)
        flags[begin:end] = True
    return flags
