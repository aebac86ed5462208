"""Polygons and lines cut to a rectangle."""

from collections.abc import Iterator
from itertools import pairwise

from drawdown.brief.boundaries import Point

__all__ = ["Rectangle", "clip_line", "clip_ring"]

Rectangle = tuple[float, float, float, float]
"""The smaller x and y, the larger x and y."""


def clip_ring(ring: tuple[Point, ...], box: Rectangle) -> tuple[Point, ...]:
    """Return the part of a closed ring inside the box, edges of the box included.

    Sutherland and Hodgman (1974), *Reentrant polygon clipping*. Parts that are apart
    inside the box stay joined along its edge, which a fill does not show.
    """
    points = list(ring)
    for axis, limit, keeps_above in (
        (0, box[0], True),
        (1, box[1], True),
        (0, box[2], False),
        (1, box[3], False),
    ):
        before, points = points, []
        for start, end in zip(before[-1:] + before, before, strict=False):
            start_in = (start[axis] >= limit) is keeps_above or start[axis] == limit
            end_in = (end[axis] >= limit) is keeps_above or end[axis] == limit
            if start_in != end_in:
                points.append(_crossing(start, end, axis, limit))
            if end_in:
                points.append(end)
    return tuple(points)


def _crossing(start: Point, end: Point, axis: int, limit: float) -> Point:
    part = (limit - start[axis]) / (end[axis] - start[axis])
    other = start[1 - axis] + part * (end[1 - axis] - start[1 - axis])
    return (limit, other) if axis == 0 else (other, limit)


def clip_line(points: tuple[Point, ...], box: Rectangle) -> Iterator[tuple[Point, ...]]:
    """Yield the parts of a line that run inside the box."""
    part: list[Point] = []
    for start, end in pairwise(points):
        inside = _clip_stretch(start, end, box)
        if inside is None:
            if len(part) > 1:
                yield tuple(part)
            part = []
            continue
        if not part or part[-1] != inside[0]:
            if len(part) > 1:
                yield tuple(part)
            part = [inside[0]]
        part.append(inside[1])
    if len(part) > 1:
        yield tuple(part)


def _clip_stretch(
    start: Point, end: Point, box: Rectangle
) -> tuple[Point, Point] | None:
    """Return the part of one stretch inside the box (Liang and Barsky, 1984)."""
    (x, y), dx, dy = start, end[0] - start[0], end[1] - start[1]
    first, last = 0.0, 1.0
    for step, room in (
        (-dx, x - box[0]),
        (dx, box[2] - x),
        (-dy, y - box[1]),
        (dy, box[3] - y),
    ):
        if step == 0:
            if room < 0:
                return None
        elif step < 0:
            first = max(first, room / step)
        else:
            last = min(last, room / step)
    if first > last:
        return None
    return (
        start if first == 0 else (x + first * dx, y + first * dy),
        end if last == 1 else (x + last * dx, y + last * dy),
    )
