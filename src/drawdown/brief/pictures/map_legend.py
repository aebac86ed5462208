"""The legend of a map, as a list beside it."""

from drawdown.brief.pictures.map_input import MapInput
from drawdown.brief.pictures.map_symbols import mark
from drawdown.brief.pictures.svg import element, escape

__all__ = ["legend"]


def legend(given: MapInput) -> str:
    """Return a list of what the marks and lines mean; only of those that can occur."""
    words, key = given.words, given.key
    items = [
        _item(mark(key, state, 12, 12, 28), text, state)
        for state, (_, text) in words.states.items()
    ]
    if given.communities:
        items += [
            _item(mark(key, state, 12, 12, 24), text, state)
            for state, text in words.communities.items()
        ]
    items += [_item(mark(key, "exit", 12, 12, 22), words.exit)]
    modes = {leg.mode for leg in given.legs}
    items += [
        _item(_line(f"leg {mode}"), text)
        for mode, text in words.modes.items()
        if mode in modes
    ]
    hazards = {leg.hazard for leg in given.legs}
    items += [
        _item(_line(f"leg road z-{hazard}", f"ticks z-{hazard}"), text)
        for hazard, text in words.hazards.items()
        if hazard in hazards
    ]
    items.append(
        _item(_line("leg road") + mark(key, "shut", 12, 12, 18), words.closed_leg)
    )
    items.append(_item(_wedge(), words.uses))
    return f'<ul class="map-legend">{"".join(items)}</ul>'


def _item(drawing: str, text: str, counted: str = "") -> str:
    picture = element(
        "svg",
        drawing,
        class_="key",
        viewBox="0 0 24 24",
        width=24,
        height=24,
        aria_hidden="true",
    )
    count = f' <b data-count="{escape(counted)}"></b>' if counted else ""
    return f"<li>{picture}<span>{escape(text)}{count}</span></li>"


def _line(*classes: str) -> str:
    return "".join(element("path", class_=c, d="M1 12H23") for c in classes)


def _wedge() -> str:
    return element("path", class_="wedge", d="M1 11.5 23 8v8L1 12.5z")
