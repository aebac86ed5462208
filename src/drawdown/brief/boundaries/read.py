"""A boundary set from a GeoJSON file that the reader has, such as UN Geodata."""

import json
import math
from pathlib import Path
from typing import Any

from drawdown.brief.boundaries.boundaries import Area, Boundaries, Line
from drawdown.brief.boundaries.simplify import Point
from drawdown.brief.boundaries.topology import lines_of
from drawdown.errors import InputError

__all__ = ["read_boundaries"]

NAMES = ("name", "name_en", "nam_en", "romnam", "maplab", "admin")
"""Properties that hold an area's name, in any case of letters; the first counts."""
CODES = ("iso_a2", "iso2cd", "iso2", "iso_3166_1_alpha_2", "code", "iso3", "id")
LARGEST = 100_000_000
"""Bytes; the world at 1:10 million has about a quarter of it."""
HINT = "give a GeoJSON FeatureCollection of Polygons in degrees (WGS 84)"


def read_boundaries(path: Path) -> Boundaries:
    """Return the areas of a GeoJSON file and the lines between them.

    Features of lines (LineString, MultiLineString) are drawn as disputed borders.

    Raises
    ------
    InputError
        If the file is no GeoJSON with polygons or lines in degrees.

    """
    where = str(path)
    features = _features(path, where)
    areas: list[Area] = []
    disputed: list[Line] = []
    for number, feature in enumerate(features):
        place = f"$.features[{number}]"
        kind, coordinates = _geometry(feature, where, place)
        if kind.endswith("Polygon"):
            polygons = [coordinates] if kind == "Polygon" else coordinates
            rings = [ring for polygon in polygons for ring in polygon]
            areas.append(_area(feature, tuple(_ring(r, where, place) for r in rings)))
        elif kind.endswith("LineString"):
            lines = [coordinates] if kind == "LineString" else coordinates
            disputed += [
                Line(kind="disputed", points=_line(line, where, place))
                for line in lines
            ]
    if not areas:
        raise InputError("no feature is a polygon", where=where, hint=HINT)
    return Boundaries(
        source=path.name,
        areas=tuple(areas),
        lines=(*lines_of(areas), *disputed),
    )


def _features(path: Path, where: str) -> list[Any]:
    try:
        if path.stat().st_size > LARGEST:
            raise InputError(
                f"the file has more than {LARGEST:,} bytes",
                where=where,
                hint="simplify it first; a map of a country needs no more",
            )
        found = json.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise InputError(
            f"cannot be read: {error.strerror}", where=where, hint=HINT
        ) from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"is no JSON: {error}", where=where, hint=HINT) from error
    if not isinstance(found, dict) or not isinstance(found.get("features"), list):
        raise InputError("has no list `features`", where=where, hint=HINT)
    return list(found["features"])


def _geometry(feature: Any, where: str, place: str) -> tuple[str, Any]:
    geometry = feature.get("geometry") if isinstance(feature, dict) else None
    if geometry is None:
        return "", None
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if not isinstance(kind, str):
        raise InputError(f"{place}.geometry has no type", where=where, hint=HINT)
    if kind not in ("Polygon", "MultiPolygon", "LineString", "MultiLineString"):
        return "", None
    depth = {"LineString": 1, "MultiPolygon": 3}.get(kind, 2)
    coordinates = geometry.get("coordinates")
    if not _nested(coordinates, depth):
        raise InputError(
            f"{place}.geometry.coordinates are not those of a {kind}",
            where=where,
            hint=HINT,
        )
    return kind, coordinates


def _nested(found: Any, depth: int) -> bool:
    """Whether it is a list of lists, so many deep, before the positions."""
    if not isinstance(found, list):
        return False
    if depth == 1:
        return all(isinstance(position, list) for position in found)
    return all(_nested(item, depth - 1) for item in found)


def _area(feature: dict[str, Any], rings: tuple[tuple[Point, ...], ...]) -> Area:
    properties = feature.get("properties")
    found = {
        str(key).casefold(): value
        for key, value in (properties if isinstance(properties, dict) else {}).items()
        if isinstance(value, str)
    }
    return Area(
        code=next((found[key] for key in CODES if found.get(key)), ""),
        name=next((found[key] for key in NAMES if found.get(key)), ""),
        rings=rings,
    )


def _ring(found: Any, where: str, place: str) -> tuple[Point, ...]:
    points = _line(found, where, place)
    return points if points[0] == points[-1] else (*points, points[0])


def _line(found: Any, where: str, place: str) -> tuple[Point, ...]:
    points = tuple(_position(position, where, place) for position in found)
    if len(points) < 2:
        raise InputError(
            f"{place}.geometry has a line with fewer than two positions",
            where=where,
            hint=HINT,
        )
    return points


def _position(found: Any, where: str, place: str) -> Point:
    if (
        isinstance(found, list)
        and len(found) >= 2
        and all(
            isinstance(number, int | float) and not isinstance(number, bool)
            for number in found[:2]
        )
        and math.isfinite(found[0])
        and abs(found[0]) <= 180
        and abs(found[1]) <= 90
    ):
        return float(found[0]), float(found[1])
    raise InputError(
        f"{place}.geometry has the position {json.dumps(found)[:60]}, which is no "
        "longitude from -180 to 180 and latitude from -90 to 90",
        where=where,
        hint=HINT,
    )
