"""Which lines areas share, found from their rings alone."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from drawdown.brief.boundaries.boundaries import Area, Line
from drawdown.brief.boundaries.simplify import Point

__all__ = ["lines_of", "merged"]

Segment = tuple[Point, Point]


def lines_of(areas: Iterable[Area]) -> tuple[Line, ...]:
    """Return the coast and border lines of areas whose neighbours share points."""
    areas = tuple(areas)
    owners: dict[Segment, int] = {}
    for area in areas:
        for segment in {_sorted(s) for ring in area.rings for s in _segments(ring)}:
            owners[segment] = owners.get(segment, 0) + 1
    drawn: set[Segment] = set()
    return tuple(
        line
        for area in areas
        for ring in area.rings
        for line in _chains(ring, owners, drawn)
    )


def _segments(ring: tuple[Point, ...]) -> Iterator[Segment]:
    return pairwise(ring)


def _sorted(segment: Segment) -> Segment:
    start, end = segment
    return segment if start <= end else (end, start)


def _chains(
    ring: tuple[Point, ...], owners: dict[Segment, int], drawn: set[Segment]
) -> Iterator[Line]:
    """Yield the stretches of a ring that were not drawn for a neighbour before."""
    chain: list[Point] = []
    shared = False
    for start, end in _segments(ring):
        segment = _sorted((start, end))
        border = owners[segment] > 1
        fresh = segment not in drawn
        drawn.add(segment)
        if chain and (not fresh or border != shared):
            yield _line(chain, shared)
            chain = []
        if fresh:
            chain = [*chain, end] if chain else [start, end]
            shared = border
    if chain:
        yield _line(chain, shared)


def _line(points: list[Point], shared: bool) -> Line:
    return Line(kind="border" if shared else "coast", points=tuple(points))


def merged(lines: Iterable[Line]) -> tuple[tuple[Point, ...], ...]:
    """Return the rings of all land: the coast lines, joined where they meet."""
    rest = [line.points for line in lines if line.kind == "coast"]
    starts: dict[Point, list[int]] = {}
    for number, points in enumerate(rest):
        for end in {points[0], points[-1]}:
            starts.setdefault(end, []).append(number)
    used: set[int] = set()
    rings: list[tuple[Point, ...]] = []
    for number, points in enumerate(rest):
        if number in used:
            continue
        used.add(number)
        ring = list(points)
        while ring[-1] != ring[0]:
            following = [n for n in starts.get(ring[-1], ()) if n not in used]
            if not following:
                break
            used.add(following[0])
            more = rest[following[0]]
            ring += more[1:] if more[0] == ring[-1] else more[-2::-1]
        rings.append(tuple(ring))
    return tuple(rings)
