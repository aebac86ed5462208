"""The Gantt chart: a table whose last column is drawn.

Every bar is a row of the table, so whoever does not see the bars reads the same in the
cells before them. The bars are at percentages of their column, whatever its width.
"""

from datetime import date

from drawdown.brief.pictures.days_axis import DaysAxis
from drawdown.brief.pictures.gantt_head import head
from drawdown.brief.pictures.gantt_input import (
    GanttBar,
    GanttGroup,
    GanttInput,
    GanttMark,
    GanttRow,
)
from drawdown.brief.pictures.gantt_legend import legend
from drawdown.brief.pictures.svg import element, escape
from drawdown.brief.pictures.wording import Wording

__all__ = ["draw_gantt"]

TOPS = {"open": 8, "window": 3, "closed": 3, "slow": 3}
HEIGHTS = {"open": 3, "window": 13, "closed": 13, "slow": 13}
"""Where bars begin and how high they are; others are 4 and 11."""


def draw_gantt(given: GanttInput, wording: Wording) -> str:
    """Return the legend, the switch of folded rows, and the table with its bars."""
    axis = DaysAxis(start=given.start, end=given.end)
    key, words = escape(given.key), given.words
    bodies = "".join(
        "<tbody>"
        + _row(group.heading, given, axis, wording, "head", _folded(group))
        + "".join(
            _row(row, given, axis, wording, "more" if group.folded else "")
            for row in group.rows
        )
        + "</tbody>"
        for group in given.groups
    )
    columns = "".join(
        f"<th>{escape(name)}</th>"
        for name in (words.name, words.start, words.end, words.note)
    )
    table = (
        f'<table class="gantt" id="{key}"><caption class="unseen">'
        f"{escape(given.title)}. {escape(given.description)}</caption>"
        f"<thead><tr>{columns}{head(given, axis, wording)}</tr></thead>"
        f"{bodies}</table>"
    )
    return (
        f'<div class="gantt-box">{legend(given)}{_switch(given)}'
        f'<div class="scroll" tabindex="0" role="region" '
        f'aria-label="{escape(words.scroll)}">{table}</div></div>'
    )


def _switch(given: GanttInput) -> str:
    """Return the switch that shows folded rows; it needs no script."""
    if not any(group.folded and group.rows for group in given.groups):
        return ""
    name = f"{escape(given.key)}-all"
    return (
        f'<input type="checkbox" class="fold" id="{name}">'
        f'<label for="{name}">{escape(given.words.show_all)}</label>'
    )


def _row(
    row: GanttRow,
    given: GanttInput,
    axis: DaysAxis,
    wording: Wording,
    style: str,
    inside: tuple[GanttBar, ...] = (),
) -> str:
    days = [bar.start for bar in row.bars] + [mark.on for mark in row.marks]
    ends = [bar.end for bar in row.bars] + [mark.on for mark in row.marks]
    start = row.start or (min(days) if days else None)
    end = row.end or (max(ends) if ends else None)
    note = escape(row.note)
    if any(bar.critical for bar in row.bars):
        critical = f'<span class="critical">{escape(given.words.critical)}</span>'
        note = f"{critical} {note}" if note else critical
    name, link = escape(row.name), row.link
    if style == "more" and link:
        # There are many of these: one link for the row.
        name, link = f'<a href="{escape(link)}">{name}</a>', ""
    cells = "".join(_day(day, link, wording) for day in (start, end))
    kind = f' class="{style}"' if style else ""
    return (
        f"<tr{kind}><th>{name}</th>{cells}"
        f"<td>{note}</td><td>{_lane(row, given.key, axis, inside)}</td></tr>"
    )


def _day(day: date | None, link: str, wording: Wording) -> str:
    if day is None:
        return "<td></td>"
    text = escape(wording.short_day(day))
    return (
        f'<td><a href="{escape(link)}">{text}</a></td>' if link else f"<td>{text}</td>"
    )


def _folded(group: GanttGroup) -> tuple[GanttBar, ...]:
    """Return the bars of folded rows, which their heading shows as well."""
    return tuple(bar for row in group.rows for bar in row.bars) if group.folded else ()


def _lane(row: GanttRow, key: str, axis: DaysAxis, inside: tuple[GanttBar, ...]) -> str:
    content = element("use", href=f"#{key}-grid")
    content += "".join(_thin(bar, axis) for bar in row.baseline)
    content += "".join(_bar(bar, key, axis) for bar in row.bars)
    content += _summary(inside, axis)
    content += "".join(_mark(mark, key, axis) for mark in row.marks)
    return element("svg", content, class_="lane", aria_hidden="true")


def _summary(bars: tuple[GanttBar, ...], axis: DaysAxis) -> str:
    """Return many bars in two shapes, which are stretched to the lane's width."""
    found = ""
    for critical in (False, True):
        shape = "".join(
            f"M{first} {5 if critical else 6}h{last - first}v{9 if critical else 7}"
            f"H{first}z"
            for bar in bars
            if bar.critical is critical
            for first in (max(0, (bar.start - axis.start).days),)
            for last in (min(axis.days, (bar.end - axis.start).days + 1),)
            if first < last
        )
        kind = "crit" if critical else bars[0].kind if bars else ""
        found += element("path", class_=f"sum s-{kind}", d=shape) if shape else ""
    if not found:
        return ""
    return element(
        "svg", found, viewBox=f"0 0 {axis.days} 20", preserveAspectRatio="none"
    )


def _bar(bar: GanttBar, key: str, axis: DaysAxis) -> str:
    span = axis.span(bar.start, bar.end)
    if span is None:
        return ""
    fill = None
    if bar.critical:
        fill = f"url(#{key}-hatch)"
    elif bar.kind in ("closed", "slow"):
        fill = f"url(#{key}-{'cross' if bar.kind == 'closed' else 'dots'})"
    return element(
        "rect",
        class_=_style(bar),
        x=span[0],
        width=span[1],
        y=TOPS.get(bar.kind, 4),
        height=HEIGHTS.get(bar.kind, 11),
        fill=fill,
    )


def _style(bar: GanttBar) -> str:
    """Return the classes of a bar; a step, of which there are most, has the least."""
    kind = "" if bar.kind == "step" else f" b-{bar.kind}"
    return f"bar{kind}{' crit' if bar.critical else ''}"


def _thin(bar: GanttBar, axis: DaysAxis) -> str:
    span = axis.span(bar.start, bar.end)
    if span is None:
        return ""
    return element(
        "rect", class_="bar b-baseline", x=span[0], width=span[1], y=16, height=3
    )


def _mark(mark: GanttMark, key: str, axis: DaysAxis) -> str:
    if not axis.start <= mark.on <= axis.end:
        return ""
    middle = (axis.share(mark.on)) + 0.5 / axis.days
    x = f"{middle * 100:.2f}%"
    found = element("use", href=f"#{key}-{mark.kind}", x=x, y=10)
    if mark.label:
        late = middle > 0.6
        found += element(
            "text",
            escape(mark.label),
            x=x,
            dx=-9 if late else 9,
            y=14,
            text_anchor="end" if late else None,
        )
    return found
