"""One feature: a geometry, or none where the place is unknown, and its properties."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TypeAlias

DECIMALS = 5
"""About a metre: what RFC 7946 recommends at most, and more than anybody knows."""

Property: TypeAlias = str | int | float | bool | date | None
Position = tuple[float, float]
"""Longitude, then latitude: in this order, as RFC 7946 has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """One thing on the map."""

    kind: str
    name: str
    """Its id in the mission."""
    geometry: Mapping[str, object] | None
    properties: Mapping[str, Property]

    def as_object(self) -> dict[str, object]:
        """Return the feature as JSON has it."""
        plain = {key: _plain(value) for key, value in self.properties.items()}
        return {
            "type": "Feature",
            "id": f"{self.kind}/{self.name}",
            "geometry": self.geometry,
            "properties": {"kind": self.kind, "id": self.name, **plain},
        }


def _plain(value: Property) -> str | int | float | bool | None:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return round(value, 4) + 0.0
    return str(value) if isinstance(value, str) else value


def position(latitude: float | None, longitude: float | None) -> Position | None:
    """Return a position; absent where one of the two is not known."""
    if latitude is None or longitude is None:
        return None
    return rounded(longitude, latitude)


def rounded(longitude: float, latitude: float) -> Position:
    """Return a position with the decimals of this file."""
    return round(longitude, DECIMALS) + 0.0, round(latitude, DECIMALS) + 0.0


def point(at: Position | None) -> Mapping[str, object] | None:
    """Return the geometry of a place."""
    return None if at is None else {"type": "Point", "coordinates": at}


def line(ends: Sequence[Position | None]) -> Mapping[str, object] | None:
    """Return the geometry of a stretch; absent where an end is unknown, or none is.

    A stretch across the 180th meridian has none: RFC 7946 would have it cut.
    """
    known = [at for at in ends if at is not None]
    if len(known) < len(ends) or len(set(known)) < 2:
        return None
    if any(abs(a[0] - b[0]) > 180 for a, b in pairwise(known)):
        return None
    return {"type": "LineString", "coordinates": known}
