"""The head of the drawn column: months, the decision's dates, and what rows share."""

from drawdown.brief.pictures.dated_lines import ROW, dated_line
from drawdown.brief.pictures.days_axis import DaysAxis
from drawdown.brief.pictures.gantt_input import GanttInput
from drawdown.brief.pictures.patterns import patterns
from drawdown.brief.pictures.stacked_names import rows_of, stacked
from drawdown.brief.pictures.svg import element, escape
from drawdown.brief.pictures.wording import Wording

__all__ = ["MARKS", "head"]

WIDTH = 300
"""Pixels of the drawn column where it is narrowest."""
BEYOND = 12
"""Pixels by which lines reach beyond a row's drawing, as some rows are higher."""
MARKS = {
    "planned": '<path d="M0-7 7 0 0 7-7 0z"/>',
    "actual": '<circle r="5"/><circle r="1.4" class="dot"/>',
    "due": '<path d="M0 9V-8h9L6.5-4.5 9-1H0"/>',
}


def head(given: GanttInput, axis: DaysAxis, wording: Wording) -> str:
    """Return the heading cell; it defines the grid and marks that all rows use."""
    names = stacked(
        [
            (axis.share(day), f"{wording.short_day(day)} {name}")
            for day, name in given.dates
        ],
        WIDTH,
    )
    height = ROW * (rows_of(names) + 1) + 4
    written = "".join(dated_line(name, "100%") for name in names)
    written += "".join(
        element(
            "text",
            escape(wording.month(first)),
            x=axis.percent(first),
            dx=3,
            y=height - 5,
        )
        for first in axis.months(12)
    )
    picture = element(
        "svg",
        _shared(given, axis) + written,
        class_="lane axis",
        height=height,
        width="100%",
        aria_hidden="true",
    )
    said = f"{wording.day(given.start)} – {wording.day(given.end)}"
    return f'<th class="drawn"><span class="unseen">{escape(said)}</span>{picture}</th>'


def _shared(given: GanttInput, axis: DaysAxis) -> str:
    lines = "".join(
        element(
            "line",
            x1=axis.percent(first),
            x2=axis.percent(first),
            y1=-BEYOND,
            y2=20 + BEYOND,
        )
        for first in axis.months(60)
    )
    lines += "".join(
        element(
            "line",
            class_="date",
            x1=axis.percent(day),
            x2=axis.percent(day),
            y1=-BEYOND,
            y2=20 + BEYOND,
        )
        for day, _ in given.dates
        if axis.start <= day <= axis.end
    )
    cursor = element(
        "rect",
        class_="cursor",
        width=f"{100 / axis.days:.2f}%",
        y=-BEYOND,
        height=20 + 2 * BEYOND,
    )
    key = given.key
    marks = "".join(
        element("g", shape, id=f"{key}-{kind}", class_=f"mark-{kind}")
        for kind, shape in MARKS.items()
    )
    return element(
        "defs",
        element(
            "symbol",
            element("g", lines + cursor, class_="days"),
            id=f"{key}-grid",
            overflow="visible",
        )
        + patterns(key, ("hatch", "cross", "dots"))
        + marks,
    )
