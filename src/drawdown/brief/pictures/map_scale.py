"""The scale bar of a map, in the corner where it covers least."""

from drawdown.brief.boundaries import Point
from drawdown.brief.pictures.map_view import WIDTH, View
from drawdown.brief.pictures.svg import element, escape

__all__ = ["scale_bar"]

LENGTHS = (1000, 500, 200, 100, 50, 20, 10, 5, 2, 1)
"""Kilometres of the bar; the longest that takes less than a quarter of the width."""


def scale_bar(view: View, unit: str, taken: list[Point]) -> str:
    """Return a bar with its length."""
    length = next(
        (km for km in LENGTHS if km * view.units_a_km <= WIDTH / 4), LENGTHS[-1]
    )
    wide = length * view.units_a_km
    corners = (
        (WIDTH - wide - 16, view.height - 14),
        (16.0, view.height - 14),
        (WIDTH - wide - 16, 30.0),
        (16.0, 30.0),
    )
    x, y = min(corners, key=lambda corner: _covered(corner, wide, taken))
    bar = element("path", d=f"M{x:.0f} {y - 5:.0f}v5h{wide:.0f}v-5")
    text = element(
        "text",
        f"{length} {escape(unit)}",
        x=x + wide / 2,
        y=y - 5,
        text_anchor="middle",
    )
    return element("g", bar + text, class_="scale")


def _covered(corner: Point, wide: float, taken: list[Point]) -> int:
    x, y = corner
    return sum(
        1 for px, py in taken if x - 50 < px < x + wide + 50 and abs(py - y) < 40
    )
