"""Names beside vertical lines, in as few rows as they need."""

import textwrap
from collections.abc import Iterable
from dataclasses import dataclass

from drawdown.brief.pictures.map_labels import text_width

__all__ = ["StackedName", "rows_of", "stacked"]

SIZE = 12.0
"""Pixels of the font."""
GAP = 8.0
"""Pixels between a line and its name, and between names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StackedName:
    """A name in one or several lines; rows are counted from the top."""

    lines: tuple[str, ...]
    share: float
    to_the_left: bool
    row: int
    """Of its first line."""


def rows_of(names: Iterable[StackedName]) -> int:
    """Return how many rows the names take."""
    return max((name.row + len(name.lines) for name in names), default=0)


def stacked(names: Iterable[tuple[float, str]], width: float) -> list[StackedName]:
    """Return the names so that none covers another, however narrow the picture.

    Parameters
    ----------
    names
        Where each line stands, as a share of the width, and its name.
    width
        Pixels of the picture where it is narrowest.

    """
    rows: list[list[tuple[float, float]]] = []
    found = []
    for share, text in sorted(names):
        x = share * width
        left = x + text_width(text, SIZE) + GAP > width and x > width / 2
        room = (x if left else width - x) - GAP
        lines = _wrapped(text, room)
        long = max(text_width(line, SIZE) for line in lines) + GAP
        span = (x - long, x) if left else (x, x + long)
        row = next(n for n in range(len(rows) + 1) if _free(rows, n, len(lines), span))
        rows += [[] for _ in range(row + len(lines) - len(rows))]
        for taken in rows[row : row + len(lines)]:
            taken.append(span)
        found.append(StackedName(lines=lines, share=share, to_the_left=left, row=row))
    return found


def _wrapped(text: str, room: float) -> tuple[str, ...]:
    letters = max(8, int(room / text_width("x", SIZE)))
    return tuple(textwrap.wrap(text, letters)) or ("",)


def _free(
    rows: list[list[tuple[float, float]]],
    first: int,
    count: int,
    span: tuple[float, float],
) -> bool:
    """Whether so many rows from the first on have room at these pixels."""
    return all(
        span[1] <= start or span[0] >= end
        for taken in rows[first : first + count]
        for start, end in taken
    )
