"""The lines of a map: legs by use, hazard and mode, and what leads off the map."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from drawdown.brief.boundaries import Point
from drawdown.brief.pictures.clip import clip_line
from drawdown.brief.pictures.map_input import MapFrame, MapInput, MapLeg
from drawdown.brief.pictures.map_symbols import mark
from drawdown.brief.pictures.map_view import WIDTH, View
from drawdown.brief.pictures.svg import element, escape, path

__all__ = [
    "Drawn",
    "all_legs",
    "closed_legs",
    "direction",
    "drawn_legs",
    "leg_shapes",
    "leg_width",
    "named_legs",
    "off_map",
]

THINNEST, WIDEST = 1.2, 6.0
"""Width of a leg that is used once, and of the one that is used most."""
WIDEST_AIR = 3.0
"""Of flights, which are many and would hide the roads."""
EDGE, EDGE_SITE = 7.0, 18.0
"""Arrows at the map's edge stand so far inside, and sites that lie beyond it."""
THICKER = 1.5
"""Lines of small maps are so many times as wide in units of the drawing."""
SHUT, SHUT_SMALL = 18.0, 34.0
"""Size of the cross on a closed leg."""
BEND = 0.12
"""Flights, rivers and sea lanes are bent, so that they do not lie on a road."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A leg with its line on the map."""

    leg: MapLeg
    number: int
    """Counts the legs of the map; makes their identifiers short."""
    start: Point
    end: Point
    shape: str
    """Data of the path."""
    middle: Point
    leaves: str = ""
    """The place off the map that it leads to."""


def off_map(given: MapInput, view: View) -> dict[str, Point]:
    """Return where the edge of the map is met by the way to each place beyond it."""
    at = {p.place_id: view.point(p.longitude, p.latitude) for p in given.places}
    inside = WIDTH / 2, view.height / 2
    found: dict[str, Point] = {}
    for place in given.places:
        end = at[place.place_id]
        if view.shows(end):
            continue
        starts = [
            at[other]
            for leg in given.legs
            for one, other in ((leg.from_id, leg.to_id), (leg.to_id, leg.from_id))
            if one == place.place_id and other in at and view.shows(at[other])
        ]
        inset = EDGE_SITE if place.kind == "site" else EDGE
        start = starts[0] if starts else inside
        found[place.place_id] = _edge(start, end, view, inset)
    return found


def _edge(start: Point, end: Point, view: View, inset: float) -> Point:
    box = inset, inset, WIDTH - inset, view.height - inset
    parts = list(clip_line((start, end), box))
    return parts[0][-1] if parts else start


def direction(start: Point, end: Point) -> str:
    """Return an arrow that points from one point to the other."""
    angle = math.atan2(start[1] - end[1], end[0] - start[0])
    return "→↗↑↖←↙↓↘"[round(angle / (math.pi / 4)) % 8]


def drawn_legs(given: MapInput, view: View) -> list[Drawn]:
    """Return the legs that are on the map, at least with one end; flights first."""
    at = {p.place_id: view.point(p.longitude, p.latitude) for p in given.places}
    found: list[Drawn] = []
    for leg in sorted(given.legs, key=lambda leg: (leg.mode != "air", leg.leg_id)):
        if leg.from_id not in at or leg.to_id not in at:
            continue
        start, end, leaves = at[leg.from_id], at[leg.to_id], ""
        if not view.shows(start):
            start, end, leaves = end, start, leg.from_id
        elif not view.shows(end):
            leaves = leg.to_id
        if not view.shows(start) or math.dist(start, end) < 4:
            continue
        if leaves:
            end = _edge(start, end, view, EDGE)
        found.append(_drawn(leg, len(found), start, end, leaves))
    return found


def _drawn(leg: MapLeg, number: int, start: Point, end: Point, leaves: str) -> Drawn:
    middle = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    if leg.mode == "road" or leaves:
        shape = path((start, end))
    else:
        bend = BEND if leg.mode == "air" else -BEND
        side = (end[1] - start[1]) * bend, (start[0] - end[0]) * bend
        bow = middle[0] + 2 * side[0], middle[1] + 2 * side[1]
        middle = middle[0] + side[0], middle[1] + side[1]
        shape = (
            f"M{start[0]:.0f} {start[1]:.0f}Q{bow[0]:.0f} {bow[1]:.0f} "
            f"{end[0]:.0f} {end[1]:.0f}"
        )
    return Drawn(
        leg=leg,
        number=number,
        start=start,
        end=end,
        shape=shape,
        middle=middle,
        leaves=leaves,
    )


def leg_width(leg: MapLeg, uses: int, most: int) -> float:
    """Return the width of a line: the root of its movements, less for flights."""
    if uses <= 0 or most <= 0:
        return 0.8
    widest = WIDEST_AIR if leg.mode == "air" else WIDEST
    return THINNEST + (widest - THINNEST) * math.sqrt(uses / most)


def leg_shapes(legs: list[Drawn], key: str) -> str:
    """Return the lines of all legs, to be used by each map."""
    return "".join(
        element("path", id=f"{key}-l{drawn.number}", d=drawn.shape) for drawn in legs
    )


def named_legs(legs: list[Drawn], key: str, frame: MapFrame) -> str:
    """Return the legs of the large map: with names, and marks of being closed."""
    most = _most(legs)
    written = ""
    for drawn in legs:
        leg = drawn.leg
        uses = leg.uses if frame.uses is None else frame.uses.get(leg.leg_id, 0)
        content = element("title", escape(leg.name))
        content += _line(drawn, key, leg_width(leg, uses, most))
        if leg.mode != "air":
            content += mark(key, "shut", *drawn.middle, SHUT, class_="shut")
        state = "closed" if leg.leg_id in frame.closed_legs else None
        written += element("g", content, data_leg=leg.leg_id, class_=state)
    return element("g", written, class_="legs") if written else ""


def all_legs(legs: list[Drawn], key: str, uses: Mapping[str, int] | None) -> str:
    """Return the legs of a small map that are used."""
    most = _most(legs)
    written = ""
    for drawn in legs:
        count = drawn.leg.uses if uses is None else uses.get(drawn.leg.leg_id, 0)
        if count:
            width = leg_width(drawn.leg, count, most) * THICKER
            written += _line(drawn, key, width, " small")
    return written


def closed_legs(legs: list[Drawn], key: str, frame: MapFrame) -> str:
    """Return what makes the closed legs of a small map pale, and a cross on each."""
    written = ""
    for drawn in legs:
        if drawn.leg.leg_id in frame.closed_legs:
            href = f"#{key}-l{drawn.number}"
            written += element("use", href=href, class_="pale")
            written += mark(key, "shut", *drawn.middle, SHUT_SMALL)
    return written


def _most(legs: list[Drawn]) -> int:
    return max([drawn.leg.uses for drawn in legs] + [1])


def _line(drawn: Drawn, key: str, width: float, more: str = "") -> str:
    href, hazard = f"#{key}-l{drawn.number}", f"z-{drawn.leg.hazard}"
    classes = f"leg {drawn.leg.mode} {hazard}"
    line = element("use", href=href, class_=classes, stroke_width=width)
    if drawn.leg.hazard in ("medium", "high"):
        line += element("use", href=href, class_=f"ticks {hazard}{more}")
    return line
