"""Amounts, days and places made coarse."""

import math
from collections.abc import Iterable
from datetime import date, timedelta

__all__ = ["cell", "figures", "figures_of", "to_nearest", "week"]

CELL = 0.5
"""Degrees of the cells to which places are coarsened."""


def to_nearest(amount: int, step: int) -> int:
    """Return a number to the nearest multiple of a step; halves upwards."""
    return (amount + step // 2) // step * step


def figures(amount: float, count: int = 2) -> float:
    """Return a number with so many figures, the rest zero."""
    if not amount:
        return 0.0
    return float(round(amount, count - 1 - math.floor(math.log10(abs(amount)))))


def figures_of(amounts: Iterable[float], count: int = 2) -> tuple[float, ...]:
    """Return numbers with so many figures each."""
    return tuple(figures(amount, count) for amount in amounts)


def week(day: date | None, start: date) -> date | None:
    """Return the first day of the week of a day, weeks counted from day 0 (law 1.4)."""
    if day is None:
        return None
    return day - timedelta(days=(day - start).days % 7)


def cell(latitude: float, longitude: float) -> tuple[float, float]:
    """Return the middle of the cell of half a degree in which a place lies."""
    south, west = (math.floor(x / CELL) * CELL for x in (latitude, longitude))
    return south + CELL / 2, west + CELL / 2
