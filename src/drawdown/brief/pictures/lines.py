"""Series over days, with their names written at them.

The lines are drawn in shares of the picture's width and stretched; the text is not, so
that it has the same size on every screen. Labels are placed for the narrowest width.
"""

from itertools import pairwise

from drawdown.brief.boundaries import Point as Spot
from drawdown.brief.pictures.chart_axis import ticks
from drawdown.brief.pictures.chart_input import LinesInput, Series
from drawdown.brief.pictures.dated_lines import ROW, dated_line
from drawdown.brief.pictures.days_axis import DaysAxis
from drawdown.brief.pictures.map_labels import (
    Label,
    Wanted,
    box_around,
    place_labels,
)
from drawdown.brief.pictures.stacked_names import rows_of, stacked
from drawdown.brief.pictures.svg import described, element, escape, path
from drawdown.brief.pictures.wording import Wording

__all__ = ["draw_lines"]

PLOT = 250.0
"""Pixels of the height of the plot."""
NARROW = 270.0
"""Pixels of its width where it is narrowest."""
WIDE = 1000.0
"""Units of the width in which lines are drawn."""
TEXT = 12.0
HALF_DAY = 0.5
WIDEST_NUMBER = 12
"""Letters of the longest number for which the style sheet leaves room."""


def draw_lines(given: LinesInput, wording: Wording) -> str:
    """Return the chart."""
    axis = DaysAxis(start=given.start, end=given.end)
    scale = ticks(max((p.value for s in given.series for p in s.points), default=0.0))
    names = stacked([(axis.share(line.on), line.name) for line in given.dates], NARROW)
    top = ROW * rows_of(names) + 22
    curves = {series.name: _curve(series, axis, scale[-1]) for series in given.series}
    content = _grid(scale, axis, wording, given.unit, top)
    content += "".join(dated_line(name, top + PLOT) for name in names)
    content += _plot(given, curves, top)
    content += "".join(
        element(
            "circle",
            class_=f"point s-{series.style}",
            cx=f"{x * 100:.2f}%",
            cy=y + top,
            r=4.5,
        )
        for series in given.series
        if series.style == "points"
        for x, y in curves[series.name]
    )
    content += "".join(
        _text(label, top) for label in _labels(given.series, curves, axis, scale[-1])
    )
    gutter = min(max(len(wording.number(tick)) for tick in scale), WIDEST_NUMBER)
    return described(
        given.key,
        given.title,
        given.description,
        content,
        class_=f"picture chart gutter-{gutter}",
        height=top + PLOT + 22,
    )


def _curve(series: Series, axis: DaysAxis, largest: float) -> list[Spot]:
    """Return the points as shares of the width and pixels from the plot's top."""
    spots: list[Spot] = []
    for point in series.points:
        x = axis.share(point.on) + HALF_DAY / axis.days
        y = PLOT * (1 - point.value / largest)
        if series.steps and spots:
            spots.append((x, spots[-1][1]))
        spots.append((x, y))
    return spots


def _grid(
    scale: list[float], axis: DaysAxis, wording: Wording, unit: str, top: float
) -> str:
    written = ""
    for tick in scale:
        y = top + PLOT * (1 - tick / scale[-1])
        style = "zero" if tick == 0 else None
        written += element("line", class_=style, x2="100%", y1=y, y2=y)
        written += element(
            "text", escape(wording.number(tick)), x=-6, y=y + 4, text_anchor="end"
        )
    for first in axis.months():
        x = axis.percent(first)
        written += element("line", x1=x, x2=x, y1=top + PLOT, y2=top + PLOT + 6)
        written += element(
            "text", escape(wording.month(first)), x=x, dx=3, y=top + PLOT + 16
        )
    written += element("text", escape(unit), class_="unit", x=0, y=top - 8)
    return element("g", written, class_="grid")


def _plot(given: LinesInput, curves: dict[str, list[Spot]], top: float) -> str:
    written = ""
    for series in given.series:
        spots = tuple((x * WIDE, y) for x, y in curves[series.name])
        if series.style == "points" or not spots:
            continue
        if series.area:
            ends = ((spots[-1][0], PLOT), (spots[0][0], PLOT))
            written += element(
                "path", class_="area", d=path((*spots, *ends), close=True)
            )
        written += element("path", class_=f"line s-{series.style}", d=path(spots))
    return element(
        "svg",
        written,
        y=top,
        width="100%",
        height=PLOT,
        viewBox=f"0 0 {WIDE:.0f} {PLOT:.0f}",
        preserveAspectRatio="none",
        overflow="visible",
    )


def _labels(
    all_series: tuple[Series, ...],
    curves: dict[str, list[Spot]],
    axis: DaysAxis,
    largest: float,
) -> list[Label]:
    narrow = {
        name: [(x * NARROW, y) for x, y in spots] for name, spots in curves.items()
    }
    wanted = [
        Wanted(
            text=point.label,
            point=(
                (axis.share(point.on) + HALF_DAY / axis.days) * NARROW,
                PLOT * (1 - point.value / largest),
            ),
            radius=4,
            size=TEXT,
            style="value",
            needed=True,
        )
        for series in all_series
        for point in series.points
        if point.label
    ]
    for series in all_series:
        spots = narrow[series.name]
        spots = spots if series.style == "points" else _along(spots)
        if spots:
            wanted.append(
                Wanted(
                    text=series.name,
                    point=spots[0],
                    elsewhere=tuple(spots[1:]),
                    radius=3,
                    size=TEXT,
                    style=f"series s-{series.style}",
                    needed=True,
                )
            )
    lines = [
        stretch
        for series in all_series
        if series.style != "points"
        for stretch in pairwise(narrow[series.name])
    ]
    marks = [
        box_around(spot, 5)
        for series in all_series
        if series.style == "points"
        for spot in narrow[series.name]
    ]
    return place_labels(wanted, (2.0, 2.0, NARROW + 8, PLOT - 2), marks, lines)


def _along(spots: list[Spot]) -> list[Spot]:
    """Return points of a curve at which its name can stand, the middle first."""
    if len(spots) < 2:
        return spots
    first, last = spots[0][0], spots[-1][0]
    parts = (6, 7, 5, 8, 4, 9, 3, 10, 2, 11, 1)
    return [_at(first + (last - first) * part / 12, spots) for part in parts]


def _at(x: float, spots: list[Spot]) -> Spot:
    """Return the point of a curve at this place of the axis."""
    for (x1, y1), (x2, y2) in pairwise(spots):
        if x1 <= x <= x2 and x1 < x2:
            return x, y1 + (y2 - y1) * (x - x1) / (x2 - x1)
    return spots[-1]


def _text(label: Label, top: float) -> str:
    return element(
        "text",
        escape(label.text),
        class_=label.style,
        x=f"{label.beside[0] / NARROW * 100:.2f}%",
        dx=label.x - label.beside[0],
        y=label.y + top,
        text_anchor=None if label.anchor == "start" else label.anchor,
    )
