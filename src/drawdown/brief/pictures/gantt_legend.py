"""The legend of a Gantt chart."""

from drawdown.brief.pictures.gantt_input import GanttInput
from drawdown.brief.pictures.svg import element, escape

__all__ = ["legend"]


def legend(given: GanttInput) -> str:
    """Return a list of what bars and marks mean, of those that the words name."""
    key = given.key
    items = []
    for kind, text in given.words.bars.items():
        pattern = {"closed": "cross", "slow": "dots"}.get(kind)
        items.append(_item(_sample(f"bar b-{kind}", key, pattern, kind), text))
    rows = [row for group in given.groups for row in (group.heading, *group.rows)]
    if any(bar.critical for row in rows for bar in row.bars):
        sample = _sample("bar b-step crit", key, "hatch", "step")
        items.append(_item(sample, given.words.critical))
    for mark, text in given.words.marks.items():
        items.append(_item(element("use", href=f"#{key}-{mark}", x=14, y=10), text))
    return f'<ul class="map-legend">{"".join(items)}</ul>'


def _sample(style: str, key: str, pattern: str | None, kind: str) -> str:
    y, height = {"open": (8, 3), "baseline": (9, 3)}.get(kind, (4, 11))
    return element(
        "rect",
        class_=style,
        x=2,
        y=y,
        width=24,
        height=height,
        fill=f"url(#{key}-{pattern})" if pattern else None,
    )


def _item(drawing: str, text: str) -> str:
    picture = element(
        "svg", drawing, class_="key lane", width=28, height=20, aria_hidden="true"
    )
    return f"<li>{picture}<span>{escape(text)}</span></li>"
