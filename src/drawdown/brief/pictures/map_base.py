"""Land, sea, borders and the names of States: what all maps of a page share."""

from collections.abc import Mapping

from drawdown.brief.boundaries import Area, Boundaries, Point, simplify
from drawdown.brief.boundaries.topology import merged
from drawdown.brief.pictures.clip import clip_line, clip_ring
from drawdown.brief.pictures.map_labels import box_around, text_width
from drawdown.brief.pictures.map_view import WIDTH, View
from drawdown.brief.pictures.svg import element, escape, path

__all__ = ["area_names", "base_symbol"]

TOLERANCE = 0.3
"""Units that a line may move when points are left out: less than half a pixel."""
SMALLEST_RING = 2.0
"""Square units: smaller islands are left out."""
NAME_SIZE = 15.0
SPACED = 1.55
"""Names of States are in capitals and spaced out."""


def base_symbol(key: str, host: str, boundaries: Boundaries, view: View) -> str:
    """Return the symbol that every map of the page uses as its ground."""
    land = _fill(merged(boundaries.lines), view)
    host_rings = [a.rings for a in boundaries.areas if host and a.code == host]
    inside = _fill(tuple(ring for rings in host_rings for ring in rings), view)
    content = element("rect", class_="sea", width=WIDTH, height=view.height)
    content += element("path", class_="land", d=land) if land else ""
    content += element("path", class_="host", d=inside) if inside else ""
    for kind in ("coast", "border", "disputed"):
        data = "".join(
            path(simplify(part, TOLERANCE))
            for line in boundaries.lines
            if line.kind == kind and _near(line.points, view)
            for part in clip_line(_drawn(line.points, view), view.box)
        )
        content += element("path", class_=kind, d=data) if data else ""
    return element(
        "symbol", content, id=f"{key}-base", viewBox=f"0 0 720 {view.height:.0f}"
    )


def _drawn(points: tuple[Point, ...], view: View) -> tuple[Point, ...]:
    return tuple(view.point(x, y) for x, y in points)


def _near(points: tuple[Point, ...], view: View) -> bool:
    """Whether the box around a line touches the view; quick, before it is drawn."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, top = view.point(min(xs), max(ys))
    right, bottom = view.point(max(xs), min(ys))
    return left <= WIDTH and right >= 0 and top <= view.height and bottom >= 0


def _clipped(rings: tuple[tuple[Point, ...], ...], view: View) -> list[list[Point]]:
    shapes = []
    for ring in rings:
        if _near(ring, view):
            shape = clip_ring(_drawn(ring, view), view.box)
            if len(shape) > 2 and abs(_area(shape)) >= SMALLEST_RING:
                shapes.append(list(shape))
    return shapes


def _fill(rings: tuple[tuple[Point, ...], ...], view: View) -> str:
    return "".join(
        path(simplify((*shape, shape[0]), TOLERANCE)[:-1], close=True)
        for shape in _clipped(rings, view)
    )


def _area(shape: tuple[Point, ...] | list[Point]) -> float:
    twice = 0.0
    for (x1, y1), (x2, y2) in zip(shape, [*shape[1:], shape[0]], strict=True):
        twice += x1 * y2 - x2 * y1
    return twice / 2


def area_names(
    boundaries: Boundaries,
    names: Mapping[str, str],
    view: View,
    taken: list[Point],
) -> str:
    """Return the names of the States that have room for them on the map."""
    written = ""
    for area in boundaries.areas:
        name = names.get(area.code, "")
        spot = _spot(area, name, view, taken) if name and area.code else None
        if spot is not None:
            written += element(
                "text",
                escape(name),
                class_="state",
                x=spot[0],
                y=spot[1] + NAME_SIZE / 3,
            )
    return written


def _spot(area: Area, name: str, view: View, taken: list[Point]) -> Point | None:
    """Return the point of the area that is farthest from its edge and from marks.

    On a grid, which is enough for a name: the name must fit between the edges.
    """
    shapes = _clipped(area.rings, view)
    if not shapes:
        return None
    shape = max(shapes, key=lambda found: abs(_area(found)))
    half = text_width(name, NAME_SIZE * SPACED) / 2
    best: tuple[float, Point] | None = None
    xs, ys = [x for x, _ in shape], [y for _, y in shape]
    for row in range(1, 24):
        y = min(ys) + (max(ys) - min(ys)) * row / 24
        for column in range(1, 24):
            x = min(xs) + (max(xs) - min(xs)) * column / 24
            corners = [(x + dx, y + dy) for dx in (-half, 0, half) for dy in (-9, 0, 9)]
            if not all(view.shows(c) and _inside(c, shape) for c in corners):
                continue
            away = min(
                [_far((x, y), mark, half) for mark in taken]
                + [_far((x, y), corner, half) for corner in shape]
                + [40.0]
            )
            if away > 6 and (best is None or away > best[0] + 0.01):
                best = away, (x, y)
    return best[1] if best else None


def _far(point: Point, mark: Point, half: float) -> float:
    """Return how far a mark is from the name's box."""
    left, top, right, bottom = box_around(point, 8)
    dx = max(left - half + 8 - mark[0], mark[0] - right - half + 8, 0)
    dy = max(top - mark[1], mark[1] - bottom, 0)
    return float((dx * dx + dy * dy) ** 0.5)


def _inside(point: Point, shape: list[Point]) -> bool:
    """Whether a point is in a polygon: a ray from it crosses an odd number of edges."""
    x, y = point
    found = False
    for (x1, y1), (x2, y2) in zip(shape, [*shape[1:], shape[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            found = not found
    return found
