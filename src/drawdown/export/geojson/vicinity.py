"""The vicinity of a site as a polygon: within which it protects (law 22.1)."""

import math
from collections.abc import Mapping

from drawdown.export.geojson.feature import rounded
from drawdown.export.nearby import EARTH_KM

CORNERS = 72


def circle(
    latitude: float, longitude: float, radius_km: float
) -> Mapping[str, object] | None:
    """Return the circle of a great circle distance, its ring counterclockwise.

    Absent where it would reach a pole or cross the 180th meridian, where a polygon
    has to be cut.
    """
    ring = []
    for corner in range(CORNERS):
        # From the north against the clock: the right-hand rule of RFC 7946.
        bearing = -2 * math.pi * corner / CORNERS
        ring.append(_destination(latitude, longitude, radius_km / EARTH_KM, bearing))
    near_pole = abs(latitude) + math.degrees(radius_km / EARTH_KM) >= 90
    if near_pole or any(abs(at[0]) > 180 for at in ring):
        return None
    rounded_ring = [rounded(*at) for at in ring]
    return {"type": "Polygon", "coordinates": [[*rounded_ring, rounded_ring[0]]]}


def _destination(
    latitude: float, longitude: float, angle: float, bearing: float
) -> tuple[float, float]:
    """Return longitude and latitude at a distance, as an angle, and a bearing."""
    south = math.radians(latitude)
    north = math.asin(
        math.sin(south) * math.cos(angle)
        + math.cos(south) * math.sin(angle) * math.cos(bearing)
    )
    across = math.atan2(
        math.sin(bearing) * math.sin(angle) * math.cos(south),
        math.cos(angle) - math.sin(south) * math.sin(north),
    )
    return longitude + math.degrees(across), math.degrees(north)
