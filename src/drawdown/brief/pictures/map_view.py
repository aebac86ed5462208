"""Which part of the world a map shows, and where a place is on it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from drawdown.brief.boundaries import Point
from drawdown.brief.pictures.clip import Rectangle
from drawdown.brief.pictures.map_input import MapInput

__all__ = ["WIDTH", "View", "view_of"]

WIDTH = 720.0
"""Units of the drawing; a map is seldom shown larger than so many pixels."""
LOWEST, HIGHEST = 0.5, 1.0
"""Least and largest height for each unit of width."""
FAR_SHARE = 0.2
"""At most this share of the sites is shown at the edge, because they lie far off…"""
FAR_GAIN = 3.0
"""… if the others then fit on so many times less land."""
FAR_SLACK = 1.5
"""As few are left to the edge as come so close to the least land."""
SMALLEST = 0.6
"""Degrees: no map shows less, however close the sites."""
KM_A_DEGREE = 111.32


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A rectangle of the world, drawn so that distances are true in its middle.

    Longitude and latitude are straight lines (equirectangular projection); a degree of
    longitude is as wide as it is at the middle latitude. Over the few degrees of a
    mission this differs from an equal-area projection by less than a line's width.
    """

    west: float
    north: float
    height: float
    a_degree: float
    """Units of the drawing for a degree of latitude."""
    squeeze: float
    """Cosine of the middle latitude."""

    def point(self, longitude: float, latitude: float) -> Point:
        """Return where a place is drawn; it may lie outside."""
        return (
            (longitude - self.west) * self.squeeze * self.a_degree,
            (self.north - latitude) * self.a_degree,
        )

    @property
    def box(self) -> Rectangle:
        """The drawing's corners."""
        return 0.0, 0.0, WIDTH, self.height

    def shows(self, point: Point) -> bool:
        """Whether a point lies inside the drawing."""
        return 0 <= point[0] <= WIDTH and 0 <= point[1] <= self.height

    @property
    def units_a_km(self) -> float:
        """Units of the drawing for a kilometre."""
        return self.a_degree / KM_A_DEGREE


def view_of(given: MapInput) -> View:
    """Return the view that shows the sites, and what lies among and around them."""
    sites = [(p.longitude, p.latitude) for p in given.places if p.kind == "site"]
    others = [(p.longitude, p.latitude) for p in given.places if p.kind != "site"]
    others += [(c.longitude, c.latitude) for c in given.communities]
    west, south, east, north = _box(_without_far(sites or others or [(0.0, 0.0)]))
    reach = 0.15 * max(east - west, north - south, SMALLEST)
    near = [
        (x, y)
        for x, y in others
        if west - reach <= x <= east + reach and south - reach <= y <= north + reach
    ]
    west, south, east, north = _box([(west, south), (east, north), *near])
    return _fitted(west, south, east, north)


def _box(points: Sequence[Point]) -> Rectangle:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _size(points: Sequence[Point]) -> float:
    west, south, east, north = _box(points)
    return max(east - west, SMALLEST) * max(north - south, SMALLEST)


def _without_far(sites: list[Point]) -> list[Point]:
    """Return the sites without a few that would make all others small."""
    xs, ys = sorted(x for x, _ in sites), sorted(y for _, y in sites)
    middle = xs[len(xs) // 2], ys[len(ys) // 2]
    by_distance = sorted(sites, key=lambda site: (math.dist(site, middle), site))
    sizes = [
        _size(by_distance[: len(sites) - dropped])
        for dropped in range(int(len(sites) * FAR_SHARE) + 1)
    ]
    if sizes[0] < FAR_GAIN * sizes[-1]:
        return sites
    dropped = next(n for n, size in enumerate(sizes) if size <= FAR_SLACK * sizes[-1])
    return by_distance[: len(sites) - dropped]


def _fitted(west: float, south: float, east: float, north: float) -> View:
    squeeze = math.cos(math.radians((south + north) / 2))
    wide = max((east - west) * squeeze, SMALLEST)
    high = max(north - south, SMALLEST)
    margin = 0.09 * max(wide, high)
    wide, high = wide + 2 * margin, high + 2 * margin
    wide = max(wide, high / HIGHEST)
    high = max(high, wide * LOWEST)
    a_degree = WIDTH / wide
    return View(
        west=(west + east) / 2 - wide / squeeze / 2,
        north=(south + north) / 2 + high / 2,
        height=round(high * a_degree),
        a_degree=a_degree,
        squeeze=squeeze,
    )
