"""The marks of a map: a shape, a filling and a letter for each state of a site."""

from collections.abc import Mapping

from drawdown.brief.pictures.map_input import SiteState
from drawdown.brief.pictures.svg import element, escape

__all__ = ["mark", "symbols"]

SHAPES: dict[SiteState, str] = {
    "open": '<circle r="9"/>',
    "closing": '<circle r="9"/><path class="half" d="M0-9a9 9 0 0 0 0 18z"/>',
    "handed_over": '<rect x="-8.5" y="-8.5" width="17" height="17" rx="2"/>',
    "left": '<path d="M0-11.5 11.5 0 0 11.5-11.5 0z"/>',
    "liquidation": '<rect x="-9" y="-9" width="18" height="18" rx="2"/>',
}
OTHERS = {
    "exit": '<path d="M0-7 7 6H-7z"/>',
    "node": '<circle r="3"/>',
    "in": '<circle r="14"/>',
    "out": '<circle r="14"/>',
    "shut": '<path d="M-5-5 5 5M-5 5 5-5"/>',
}
BOX = "-16 -16 32 32"


def symbols(key: str, states: Mapping[SiteState, tuple[str, str]]) -> str:
    """Return the symbols that the maps and their legend use."""
    written = ""
    for state, shape in SHAPES.items():
        letter = states[state][0] if state in states else ""
        text = f'<text y="5">{escape(letter)}</text>' if letter else ""
        written += _symbol(key, state, shape + text)
    return written + "".join(_symbol(key, name, s) for name, s in OTHERS.items())


def _symbol(key: str, name: str, content: str) -> str:
    inside = element("g", content, class_=f"mark m-{name}")
    return element("symbol", inside, id=f"{key}-{name}", viewBox=BOX)


def mark(
    key: str, name: str, x: float, y: float, size: float, **more: str | float | None
) -> str:
    """Return the use of a symbol around a point."""
    return element(
        "use",
        href=f"#{key}-{name}",
        x=x - size / 2,
        y=y - size / 2,
        width=size,
        height=size,
        **more,
    )
