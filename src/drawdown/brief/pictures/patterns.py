"""Fillings that can be told apart without colour."""

from drawdown.brief.pictures.svg import element

__all__ = ["patterns"]

DRAWN = {
    "hatch": (6, '<path d="M-1 7 7-1M-1 1 1-1M5 7 7 5"/>'),
    "cross": (6, '<path d="M0 0 6 6M6 0 0 6"/>'),
    "dots": (5, '<circle cx="2.5" cy="2.5" r="1.2"/>'),
    "rows": (4, '<path d="M0 2h4"/>'),
}


def patterns(key: str, names: tuple[str, ...]) -> str:
    """Return the definitions of the patterns ``<key>-<name>``; colours are by class."""
    return "".join(
        element(
            "pattern",
            f'<rect class="ground" width="{size}" height="{size}"/>{shape}',
            id=f"{key}-{name}",
            class_=f"pattern p-{name}",
            width=size,
            height=size,
            patternUnits="userSpaceOnUse",
        )
        for name, (size, shape) in DRAWN.items()
        if name in names
    )
