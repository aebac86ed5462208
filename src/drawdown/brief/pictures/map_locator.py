"""A small picture of the host State with the map's frame, where the map is small."""

import math

from drawdown.brief.boundaries import Boundaries, Point, simplify
from drawdown.brief.pictures.map_view import WIDTH, View
from drawdown.brief.pictures.svg import element, path

__all__ = ["locator"]

SIZE = 120.0
"""Units of its longer side."""
SMALL = 0.5
"""It is drawn if the map shows at most this share of the State's longer side."""
INSET = 12.0
FINE = 0.8
"""Units that its outline may be off."""


def locator(
    view: View, host: str, boundaries: Boundaries, taken: list[Point]
) -> tuple[str, list[Point]]:
    """Return the picture and the points that it covers, or nothing.

    In the corner in which it covers least.
    """
    rings = [
        ring
        for area in boundaries.areas
        if host and area.code == host
        for ring in area.rings
    ]
    if not rings:
        return "", []
    xs = [x for ring in rings for x, _ in ring]
    ys = [y for ring in rings for _, y in ring]
    squeeze = math.cos(math.radians((min(ys) + max(ys)) / 2))
    wide, high = (max(xs) - min(xs)) * squeeze, max(ys) - min(ys)
    scale = SIZE / max(wide, high)
    frame = WIDTH / view.a_degree, view.height / view.a_degree
    if max(frame) > SMALL * max(wide, high):
        return "", []

    def drawn(point: Point) -> Point:
        return (point[0] - min(xs)) * squeeze * scale, (max(ys) - point[1]) * scale

    outline = "".join(
        path(simplify(shape, FINE)[:-1], close=True)
        for shape in (tuple(drawn(point) for point in ring) for ring in rings)
        if len(simplify(shape, FINE)) > 3
    )
    left, top = drawn((view.west, view.north))
    width, height = wide * scale, high * scale
    x, y = _corner(view, width, height, taken)
    content = element(
        "rect", class_="sheet", x=-6, y=-6, width=width + 12, height=height + 12, rx=3
    )
    content += element("path", class_="host outline", d=outline)
    content += element(
        "rect",
        class_="frame",
        x=left,
        y=top,
        width=frame[0] * scale * squeeze / view.squeeze,
        height=frame[1] * scale,
    )
    covered = [
        (x + width * a / 2, y + height * b / 2) for a in (0, 1, 2) for b in (0, 1, 2)
    ]
    move = f"translate({x:.0f} {y:.0f})"
    return element("g", content, class_="locator", transform=move), covered


def _corner(view: View, width: float, height: float, taken: list[Point]) -> Point:
    corners = [
        (x, y)
        for y in (INSET, view.height - height - INSET)
        for x in (INSET, WIDTH - width - INSET)
    ]

    def covered(corner: Point) -> int:
        x, y = corner
        return sum(
            1
            for px, py in taken
            if x - 40 < px < x + width + 40 and y - 24 < py < y + height + 24
        )

    return min(corners, key=covered)
