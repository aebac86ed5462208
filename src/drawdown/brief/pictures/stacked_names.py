"""Names beside vertical lines, in as few rows as they need."""

from collections.abc import Iterable
from dataclasses import dataclass

from drawdown.brief.pictures.map_labels import text_width

__all__ = ["StackedName", "stacked"]

SIZE = 12.0
"""Pixels of the font."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StackedName:
    """A name with its row; rows are counted from the top."""

    text: str
    share: float
    to_the_left: bool
    row: int


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
        long = text_width(text, SIZE) + 8
        x = share * width
        left = x + long > width and share > 0.4
        start, end = (x - long, x) if left else (x, x + long)
        row = next(
            (
                number
                for number, taken in enumerate(rows)
                if all(end <= a or start >= b for a, b in taken)
            ),
            len(rows),
        )
        if row == len(rows):
            rows.append([])
        rows[row].append((start, end))
        found.append(StackedName(text=text, share=share, to_the_left=left, row=row))
    return found
