"""Arcs of a topology: their coordinates, simplified and rounded."""

from drawdown.brief.boundaries.simplify import simplify

Point = tuple[float, float]


def absolute(arc: list[list[int]], scale: list[float], shift: list[float]) -> list:
    """Return the degrees of an arc that is stored as differences of whole steps."""
    points: list[Point] = []
    x = y = 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * scale[0] + shift[0], y * scale[1] + shift[1]))
    return points


def simplified(arc: list[Point], tolerance: float) -> list[Point]:
    """Return the arc without the points that hardly bend it; its ends stay."""
    return list(simplify(tuple(arc), tolerance))


def delta(arc: list[Point], step: float) -> list[list[int]]:
    """Return an arc as differences of whole steps from the south-west corner."""
    whole = [(round((x + 180) / step), round((y + 90) / step)) for x, y in arc]
    before = [(0, 0), *whole]
    found = [[x - px, y - py] for (x, y), (px, py) in zip(whole, before, strict=False)]
    moved = [pair for pair in found[1:] if pair != [0, 0]]
    return [found[0], *(moved or [[0, 0]])]
