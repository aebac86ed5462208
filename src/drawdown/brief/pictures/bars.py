"""Horizontal bars of stacked parts, each part with a filling of its own."""

from drawdown.brief.pictures.chart_input import BarsInput, BarsRow
from drawdown.brief.pictures.days_axis import percent
from drawdown.brief.pictures.patterns import patterns
from drawdown.brief.pictures.svg import described, element, escape
from drawdown.brief.pictures.wording import Wording

__all__ = ["draw_bars"]

ROW = 42
"""Pixels of a bar with its name above."""
FILLINGS = ("plain", "hatch", "dots", "cross", "rows", "empty")


def draw_bars(given: BarsInput, wording: Wording) -> str:
    """Return the legend and the bars, the longest as wide as the picture."""
    largest = max((sum(row.values) for row in given.rows), default=0.0) or 1.0
    content = element("defs", patterns(given.key, FILLINGS))
    for number, row in enumerate(given.rows):
        content += _row(row, number * ROW, largest, given, wording)
    picture = described(
        given.key,
        given.title,
        given.description,
        content,
        class_="picture chart bars",
        height=ROW * len(given.rows) + 4,
    )
    return _legend(given) + picture


def _style(given: BarsInput, number: int) -> tuple[str, str | None]:
    filling = FILLINGS[number % len(FILLINGS)]
    if filling in ("plain", "empty"):
        return f"part f-{filling}", None
    return f"part f-{filling}", f"url(#{given.key}-{filling})"


def _row(
    row: BarsRow, top: int, largest: float, given: BarsInput, wording: Wording
) -> str:
    total = sum(row.values)
    label = row.label or f"{wording.number(total)} {given.unit}"
    written = element("text", escape(row.name), class_="name", y=top + 14)
    written += element(
        "text", escape(label), x="100%", y=top + 14, text_anchor="end", class_="value"
    )
    before = 0.0
    for number, value in enumerate(row.values):
        if value > 0:
            style, fill = _style(given, number)
            written += element(
                "rect",
                class_=style,
                x=percent(before / largest),
                width=percent(value / largest),
                y=top + 20,
                height=16,
                fill=fill,
            )
            before += value
    return written


def _legend(given: BarsInput) -> str:
    items = ""
    for number, name in enumerate(given.parts):
        style, fill = _style(given, number)
        rect = element("rect", class_=style, x=1, y=3, width=22, height=14, fill=fill)
        key = element(
            "svg", rect, class_="key", width=24, height=20, aria_hidden="true"
        )
        items += f"<li>{key}<span>{escape(name)}</span></li>"
    return f'<ul class="map-legend">{items}</ul>'
