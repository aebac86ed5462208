"""The map: one large picture, and small ones of the states on some days."""

from dataclasses import dataclass

from drawdown.brief.boundaries import Boundaries, Point
from drawdown.brief.pictures.map_base import area_names, base_symbol
from drawdown.brief.pictures.map_input import MapFrame, MapInput, MapPlace
from drawdown.brief.pictures.map_labels import (
    Label,
    Wanted,
    box_around,
    place_labels,
)
from drawdown.brief.pictures.map_legend import legend
from drawdown.brief.pictures.map_legs import (
    Drawn,
    direction,
    drawn_legs,
    leg_element,
    leg_width,
    off_map,
)
from drawdown.brief.pictures.map_locator import locator
from drawdown.brief.pictures.map_scale import scale_bar
from drawdown.brief.pictures.map_symbols import mark, symbols
from drawdown.brief.pictures.map_view import WIDTH, View, view_of
from drawdown.brief.pictures.svg import described, element, escape

__all__ = ["DrawnMaps", "draw_maps"]

SITE, SITE_SMALL = 28.0, 50.0
"""Size of a site's mark on the large map and on the small ones."""
TEXT, TEXT_SMALL = 13.0, 23.0
"""Size of names, in units of the drawing; a small map is shown at half its size."""
SAME = 0.1
"""Degrees within which an exit and a site are one place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnMaps:
    """The parts of the maps; the small ones use what the large one defines."""

    large: str
    frames: tuple[str, ...]
    legend: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ground:
    """What all maps of one input share."""

    given: MapInput
    view: View
    at: dict[str, Point]
    beyond: dict[str, Point]
    legs: list[Drawn]


def draw_maps(given: MapInput, boundaries: Boundaries) -> DrawnMaps:
    """Return the large map, a small one for each frame, and the legend."""
    view = view_of(given)
    beyond = off_map(given, view)
    at = {
        p.place_id: view.point(p.longitude, p.latitude)
        for p in given.places
        if p.place_id not in beyond
    }
    ground = _Ground(
        given=given,
        view=view,
        at={**at, **beyond},
        beyond=beyond,
        legs=drawn_legs(given, view),
    )
    return DrawnMaps(
        large=_large(ground, boundaries),
        frames=tuple(
            _small(ground, number, frame)
            for number, frame in enumerate(given.frames, 1)
        ),
        legend=legend(given),
    )


def _large(ground: _Ground, boundaries: Boundaries) -> str:
    given, view, key = ground.given, ground.view, ground.given.key
    labels = _labels(ground, TEXT, SITE, communities=True)
    taken = list(ground.at.values()) + [
        ((label.box[0] + label.box[2]) / 2, label.y - 4) for label in labels
    ]
    content = element(
        "defs",
        base_symbol(key, given.host, boundaries, view)
        + symbols(key, given.words.states),
    )
    content += element("use", href=f"#{key}-base", width=WIDTH, height=view.height)
    where, covered = locator(view, given.host, boundaries, taken)
    taken += covered
    content += area_names(boundaries, given.area_names, view, taken)
    content += scale_bar(view, given.words.scale, taken)
    content += _legs(ground, given.first, large=True)
    content += _communities(ground, given.first, SITE, named=True)
    content += _arrows(ground, 1.0)
    content += _places(ground, given.first, SITE, named=True)
    content += "".join(_written(label) for label in labels) + where
    picture = described(
        key,
        given.title,
        given.description,
        content,
        class_="picture map",
        viewBox=f"0 0 {WIDTH:.0f} {view.height:.0f}",
    )
    scroll = escape(given.words.scroll)
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{scroll}">'
        f"{picture}</div>"
    )


def _small(ground: _Ground, number: int, frame: MapFrame) -> str:
    view, key = ground.view, ground.given.key
    content = element("use", href=f"#{key}-base", width=WIDTH, height=view.height)
    content += _legs(ground, frame, large=False)
    content += _communities(ground, frame, SITE_SMALL, named=False)
    content += _arrows(ground, 1.8)
    content += _places(ground, frame, SITE_SMALL, named=False)
    labels = _labels(ground, TEXT_SMALL, SITE_SMALL, communities=False)
    content += "".join(_written(label) for label in labels)
    picture = described(
        f"{key}-{number}",
        frame.caption,
        frame.description,
        content,
        class_="picture map small",
        viewBox=f"0 0 {WIDTH:.0f} {view.height:.0f}",
    )
    caption = f"<figcaption>{escape(frame.caption)}</figcaption>"
    return f'<figure class="map-frame">{caption}{picture}</figure>'


def _legs(ground: _Ground, frame: MapFrame, *, large: bool) -> str:
    whole = {drawn.leg.leg_id: drawn.leg.uses for drawn in ground.legs}
    uses = whole if frame.uses is None else frame.uses
    most = max([*whole.values(), 1])
    written = ""
    for drawn in sorted(ground.legs, key=lambda d: (d.leg.mode != "air", d.leg.leg_id)):
        leg_id = drawn.leg.leg_id
        shut = leg_id in frame.closed_legs
        count = uses.get(leg_id, 0)
        if not large and not count and not shut:
            continue
        width = leg_width(drawn.leg, count, most) * (1 if large else 1.5)
        written += leg_element(drawn, ground.given.key, width, named=large, shut=shut)
    return element("g", written, class_="legs") if written else ""


def _communities(ground: _Ground, frame: MapFrame, size: float, *, named: bool) -> str:
    written = ""
    for community in ground.given.communities:
        state = frame.communities.get(community.community_id)
        point = ground.view.point(community.longitude, community.latitude)
        if state is not None and ground.view.shows(point):
            written += mark(
                ground.given.key,
                state,
                *point,
                size * 1.05,
                data_community=community.community_id if named else None,
            )
    return element("g", written, class_="communities") if written else ""


def _places(ground: _Ground, frame: MapFrame, size: float, *, named: bool) -> str:
    written = {"node": "", "exit": "", "site": ""}
    key = ground.given.key
    for place in ground.given.places:
        x, y = ground.at[place.place_id]
        if place.kind == "site":
            state = frame.sites.get(place.place_id)
            if state is not None:
                site_id = place.place_id if named else None
                written["site"] += mark(key, state, x, y, size, data_site=site_id)
        elif place.place_id not in ground.beyond and not _below_site(ground, (x, y)):
            written[place.kind] += mark(key, place.kind, x, y, size * 0.8)
    return "".join(written.values())


def _below_site(ground: _Ground, point: Point) -> bool:
    """Whether a site is at the same spot: an airport that is also a camp."""
    return any(
        place.kind == "site"
        and place.place_id not in ground.beyond
        and _close(ground.at[place.place_id], point)
        for place in ground.given.places
    )


def _close(one: Point, other: Point) -> bool:
    return abs(one[0] - other[0]) < 6 and abs(one[1] - other[1]) < 6


def _arrows(ground: _Ground, scale: float) -> str:
    """Return the heads of arrows where legs leave the map."""
    written = ""
    for drawn in ground.legs:
        if drawn.leaves:
            (x1, y1), (x2, y2) = drawn.start, drawn.end
            long = max(((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5, 1e-9)
            dx, dy = (x2 - x1) / long * scale, (y2 - y1) / long * scale
            tip = (x2 + dx * 5, y2 + dy * 5)
            left = (x2 - dx * 8 - dy * 5, y2 - dy * 8 + dx * 5)
            right = (x2 - dx * 8 + dy * 5, y2 - dy * 8 - dx * 5)
            points = " ".join(f"{x:.0f},{y:.0f}" for x, y in (tip, left, right))
            written += element("polygon", class_="arrow", points=points)
    return written


def _labels(
    ground: _Ground, size: float, site: float, *, communities: bool
) -> list[Label]:
    given, view = ground.given, ground.view
    wanted = [
        Wanted(
            text=_name(place, ground),
            point=ground.at[place.place_id],
            radius=site * 0.36,
            size=size,
            style="name" if place.kind == "site" else "exit-name",
            needed=size == TEXT,
        )
        for place in sorted(given.places, key=lambda p: p.kind != "site")
        if place.kind == "site"
        or (
            place.kind == "exit"
            and place.place_id in ground.beyond
            and not _same_spot(place, ground)
        )
    ]
    wanted += [
        Wanted(
            text=place.name,
            point=ground.at[place.place_id],
            radius=6,
            size=size,
            style="exit-name",
        )
        for place in given.places
        if place.kind == "exit"
        and place.place_id not in ground.beyond
        and not _below_site(ground, ground.at[place.place_id])
    ]
    if communities:
        wanted += _community_names(ground, {name.text for name in wanted}, size)
    frame = (2.0, 2.0, WIDTH - 2, view.height - 2)
    marks = [
        box_around(ground.at[p.place_id], site * 0.34 if p.kind == "site" else 4)
        for p in given.places
    ]
    lines = [
        (drawn.start, drawn.end) for drawn in ground.legs if drawn.leg.mode == "road"
    ]
    return place_labels(wanted, frame, marks, lines)


def _name(place: MapPlace, ground: _Ground) -> str:
    """Return the name; of a site beyond the map with an arrow to where it lies."""
    if place.kind != "site" or place.place_id not in ground.beyond:
        return place.name
    end = ground.view.point(place.longitude, place.latitude)
    return f"{place.name} {direction(ground.at[place.place_id], end)}"


def _same_spot(exit_place: MapPlace, ground: _Ground) -> bool:
    """Whether a site that is named anyway stands where an exit is."""
    return any(
        place.kind == "site"
        and abs(place.longitude - exit_place.longitude) < SAME
        and abs(place.latitude - exit_place.latitude) < SAME
        for place in ground.given.places
    )


def _community_names(ground: _Ground, known: set[str], size: float) -> list[Wanted]:
    """Return the names of the communities that no site has already."""
    sites = [ground.at[p.place_id] for p in ground.given.places if p.kind == "site"]
    found = []
    for community in ground.given.communities:
        point = ground.view.point(community.longitude, community.latitude)
        if (
            ground.view.shows(point)
            and community.name not in known
            and not any(_close(point, site) for site in sites)
        ):
            found.append(
                Wanted(
                    text=community.name,
                    point=point,
                    radius=12,
                    size=size - 1.5,
                    style="community",
                )
            )
    return found


def _written(label: Label) -> str:
    anchor = None if label.anchor == "start" else label.anchor
    return element(
        "text",
        escape(label.text),
        class_=label.style,
        x=label.x,
        y=label.y,
        text_anchor=anchor,
    )
