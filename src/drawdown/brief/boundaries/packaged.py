"""The boundary set that comes with the program (SOURCE.md says from where)."""

import gzip
import json
from functools import cache
from importlib.resources import files
from itertools import accumulate
from typing import Any

from drawdown.brief.boundaries.boundaries import Area, Boundaries, Line
from drawdown.brief.boundaries.simplify import Point

__all__ = ["packaged_boundaries"]

SOURCE = "Natural Earth 4.1, 1:50m (public domain)"


@cache
def packaged_boundaries() -> Boundaries:
    """Return the world at 1:50 million."""
    packed = files("drawdown.brief.boundaries").joinpath("world.topojson.gz")
    topology = json.loads(gzip.decompress(packed.read_bytes()))
    arcs = tuple(_points(arc, topology["transform"]) for arc in topology["arcs"])
    return Boundaries(
        source=SOURCE,
        areas=tuple(
            _area(found, arcs) for found in topology["objects"]["areas"]["geometries"]
        ),
        lines=tuple(
            Line(kind=found["properties"]["kind"], points=_joined(line, arcs))
            for found in topology["objects"]["lines"]["geometries"]
            for line in found["arcs"]
        ),
    )


def _points(arc: list[list[int]], transform: dict[str, Any]) -> tuple[Point, ...]:
    """Return the degrees of an arc that is stored as differences of whole steps."""
    (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
    xs = accumulate(x for x, _ in arc)
    ys = accumulate(y for _, y in arc)
    return tuple(
        (round(x * sx + tx, 6), round(y * sy + ty, 6))
        for x, y in zip(xs, ys, strict=True)
    )


def _area(found: dict[str, Any], arcs: tuple[tuple[Point, ...], ...]) -> Area:
    polygons = [found["arcs"]] if found["type"] == "Polygon" else found["arcs"]
    return Area(
        code=found["id"],
        name=found["properties"]["name"],
        rings=tuple(_joined(ring, arcs) for polygon in polygons for ring in polygon),
    )


def _joined(
    numbers: list[int], arcs: tuple[tuple[Point, ...], ...]
) -> tuple[Point, ...]:
    """Return the arcs one after the other; ``~n`` is arc n backwards."""
    points: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return tuple(points)
