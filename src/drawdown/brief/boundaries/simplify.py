"""Lines with fewer points that look the same."""

__all__ = ["Point", "simplify"]

Point = tuple[float, float]


def simplify(points: tuple[Point, ...], tolerance: float) -> tuple[Point, ...]:
    """Return the line without the points that lie within the tolerance of it.

    Both ends stay. Douglas and Peucker (1973), *Algorithms for the reduction of the
    number of points required to represent a digitized line*, without recursion.
    """
    if len(points) < 3:
        return points
    kept = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        farthest, distance = first, tolerance
        for place in range(first + 1, last):
            found = _distance(points[place], points[first], points[last])
            if found > distance:
                farthest, distance = place, found
        if farthest != first:
            kept.add(farthest)
            spans += [(first, farthest), (farthest, last)]
    return tuple(points[place] for place in sorted(kept))


def _distance(point: Point, start: Point, end: Point) -> float:
    """Return the distance of a point from a stretch (from a point, if it is one)."""
    (x, y), (x1, y1), (x2, y2) = point, start, end
    dx, dy = x2 - x1, y2 - y1
    square = dx * dx + dy * dy
    part = 0.0 if square == 0 else ((x - x1) * dx + (y - y1) * dy) / square
    part = min(1.0, max(0.0, part))
    return float(((x - x1 - part * dx) ** 2 + (y - y1 - part * dy) ** 2) ** 0.5)
