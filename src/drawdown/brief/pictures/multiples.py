"""Many small pictures with one scale, each with its name and sum in words."""

from datetime import timedelta

from drawdown.brief.pictures.chart_input import Multiple, MultiplesInput
from drawdown.brief.pictures.days_axis import DaysAxis
from drawdown.brief.pictures.svg import element, escape, short
from drawdown.brief.pictures.wording import Wording

__all__ = ["draw_multiples"]

HEIGHT = 44


def draw_multiples(given: MultiplesInput, wording: Wording) -> str:
    """Return a list of small pictures and, before it, how they are read."""
    largest = max((max(m.values, default=0) for m in given.multiples), default=0)
    top = largest or 1.0
    count = max((len(m.values) for m in given.multiples), default=1)
    end = given.start + timedelta(days=count * given.days_each - 1)
    axis = DaysAxis(start=given.start, end=end)
    lines = "".join(
        f"M{short(axis.share(line.on) * count, 2)} 0V{HEIGHT}" for line in given.dates
    )
    items = "".join(_small(m, top, count, lines) for m in given.multiples)
    scale = f"↕ {wording.number(round(top) if top >= 10 else top)} {given.unit}"
    span = f"↔ {wording.short_day(given.start)} – {wording.short_day(end)}"
    marks = "; ".join(f"{wording.short_day(d.on)}: {d.name}" for d in given.dates)
    read = " · ".join(part for part in (given.legend, scale, span, marks) if part)
    key = escape(given.key)
    return (
        f'<p class="reading" id="{key}-d">{escape(read)}</p>'
        f'<ul class="multiples" id="{key}" aria-label="{escape(given.title)}" '
        f'aria-describedby="{key}-d">{items}</ul>'
    )


def _small(given: Multiple, top: float, count: int, lines: str) -> str:
    shape = f"M0 {HEIGHT}"
    for value in given.values:
        y = HEIGHT * (1 - value / top)
        shape += f"V{short(y)}h1"
    shape += f"V{HEIGHT}z"
    content = element("path", class_="area", d=shape)
    content += element("path", class_="zero", d=f"M0 {HEIGHT}H{count}")
    if lines:
        content += element("path", class_="date", d=lines)
    picture = element(
        "svg",
        content,
        viewBox=f"0 0 {count} {HEIGHT}",
        preserveAspectRatio="none",
        height=HEIGHT,
        aria_hidden="true",
    )
    label = f" <span>{escape(given.label)}</span>" if given.label else ""
    return f"<li><b>{escape(given.name)}</b>{label}{picture}</li>"
