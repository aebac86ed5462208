"""Vertical lines at days that matter, with their names on top."""

from drawdown.brief.pictures.stacked_names import StackedName
from drawdown.brief.pictures.svg import element, escape

__all__ = ["ROW", "dated_line"]

ROW = 15.0
"""Pixels of one row of names."""
BESIDE = 4
"""Pixels between a line and its name."""


def dated_line(name: StackedName, bottom: float | str) -> str:
    """Return a line down to the bottom, and its name in one or several rows."""
    x = f"{name.share * 100:.2f}%"
    top = ROW * name.row
    line = element("line", class_="date", x1=x, x2=x, y1=top + 2, y2=bottom)
    return line + "".join(
        element(
            "text",
            escape(text),
            class_="date",
            x=x,
            dx=-BESIDE if name.to_the_left else BESIDE,
            y=top + ROW * (number + 1) - 3,
            text_anchor="end" if name.to_the_left else None,
        )
        for number, text in enumerate(name.lines)
    )
