"""The time slider: a native control that moves the map and the Gantt chart.

It is hidden until its script runs; without a script the page shows the small maps of
the decision's dates. It sticks to the top of what holds it: put it, the map and the
Gantt chart into one element.
"""

import json
from collections.abc import Mapping

from drawdown.brief.pictures.slider_input import Runs, Timeline
from drawdown.brief.pictures.svg import escape
from drawdown.brief.pictures.wording import Wording

__all__ = ["draw_slider"]


def draw_slider(given: Timeline, wording: Wording) -> str:
    """Return the slider with the states of all days as JSON for its script."""
    key, words = escape(given.key), given.words
    buttons = "".join(
        f'<button type="button" data-day="{(day - given.start).days}">'
        f"{escape(wording.short_day(day))}<span> {escape(name)}</span></button>"
        for day, name in given.dates
        if 0 <= (day - given.start).days < given.days
    )
    first = escape(wording.day(given.start))
    return (
        f'<div class="slider" id="{key}" role="group" '
        f'aria-label="{escape(words.name)}" hidden '
        f'data-play="{escape(words.play)}" data-pause="{escape(words.pause)}">'
        f'<div class="slider-row"><button type="button" class="play">'
        f"{escape(words.play)}</button>"
        f'<button type="button" data-by="-1" aria-label="{escape(words.earlier)}">'
        f'<span aria-hidden="true">−</span></button>'
        f'<input type="range" dir="ltr" min="0" max="{given.days - 1}" '
        f'value="{given.shown}" aria-label="{escape(words.name)}" '
        f'aria-describedby="{key}-help" aria-valuetext="{first}">'
        f'<button type="button" data-by="1" aria-label="{escape(words.later)}">'
        f'<span aria-hidden="true">+</span></button>'
        f'<strong class="day"></strong></div>'
        f'<div class="slider-row dates">{buttons}</div>'
        f'<p class="unseen" id="{key}-help">{escape(words.help)}</p>'
        f'<script type="application/json">{_data(given)}</script></div>'
    )


def _data(given: Timeline) -> str:
    found = {
        "map": given.map_key,
        "gantt": given.gantt_key,
        "start": given.start.isoformat(),
        "locale": given.locale,
        "days": given.days,
        "sites": _packed(given.sites),
        "communities": _packed(given.communities),
        "legs": _packed(given.legs),
        "traffic": _packed(given.traffic),
    }
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("&", "\\u0026")


def _packed(states: Mapping[str, Runs]) -> dict[str, str]:
    """Return runs as ``day state day state``, which is half as long as lists."""
    return {
        name: " ".join(f"{day} {state or '-'}" for day, state in changes)
        for name, changes in states.items()
    }
