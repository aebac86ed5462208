"""The names on a map: which are written, and where."""

from drawdown.brief.pictures.map_ground import Ground
from drawdown.brief.pictures.map_input import MapPlace
from drawdown.brief.pictures.map_labels import (
    Label,
    Wanted,
    box_around,
    place_labels,
)
from drawdown.brief.pictures.map_legs import direction
from drawdown.brief.pictures.map_view import WIDTH
from drawdown.brief.pictures.svg import element, escape

__all__ = ["TEXT", "TEXT_SMALL", "names", "written"]

TEXT, TEXT_SMALL = 13.0, 26.0
"""Size of names, in units of the drawing; a small map is shown at two fifths."""
SAME = 0.1
"""Degrees within which an exit and a site are one place."""


def names(
    ground: Ground, size: float, site: float, *, communities: bool
) -> list[Label]:
    """Return the names of sites, exits, and communities, the most needed first."""
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
        and not ground.is_at_a_site(ground.at[place.place_id])
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


def _name(place: MapPlace, ground: Ground) -> str:
    """Return the name; of a site beyond the map with an arrow to where it lies."""
    if place.kind != "site" or place.place_id not in ground.beyond:
        return place.name
    end = ground.view.point(place.longitude, place.latitude)
    return f"{place.name} {direction(ground.at[place.place_id], end)}"


def _same_spot(exit_place: MapPlace, ground: Ground) -> bool:
    """Whether a site that is named anyway stands where an exit is."""
    return any(
        place.kind == "site"
        and abs(place.longitude - exit_place.longitude) < SAME
        and abs(place.latitude - exit_place.latitude) < SAME
        for place in ground.given.places
    )


def _community_names(ground: Ground, known: set[str], size: float) -> list[Wanted]:
    """Return the names of the communities that no site has already."""
    found = []
    for community in ground.given.communities:
        point = ground.view.point(community.longitude, community.latitude)
        if (
            ground.view.shows(point)
            and community.name not in known
            and not ground.is_at_a_site(point)
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


def written(labels: list[Label], more: str = "") -> str:
    """Return the names as text; ``more`` is a second class of each."""
    return "".join(
        element(
            "text",
            escape(label.text),
            class_=f"label {label.style}{more}",
            x=label.x,
            y=label.y,
            text_anchor=None if label.anchor == "start" else label.anchor,
        )
        for label in labels
    )
