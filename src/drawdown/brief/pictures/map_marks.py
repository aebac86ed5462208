"""The marks of a map: sites and communities in their states, exits, arrows."""

from drawdown.brief.pictures.map_ground import Ground
from drawdown.brief.pictures.map_input import MapFrame
from drawdown.brief.pictures.map_symbols import mark
from drawdown.brief.pictures.svg import element

__all__ = ["arrows", "communities", "fixed_places", "sites"]

AROUND = 1.05
"""Size of a community's ring for that of a site's mark."""
LESSER = 0.8


def sites(ground: Ground, frame: MapFrame, size: float, *, named: bool) -> str:
    """Return the sites in their states; those of the large map can be found."""
    written = ""
    for place in ground.sites():
        state = frame.sites.get(place.place_id)
        if state is not None:
            x, y = ground.at[place.place_id]
            site_id = place.place_id if named else None
            written += mark(ground.given.key, state, x, y, size, data_site=site_id)
    return written


def fixed_places(ground: Ground, size: float) -> str:
    """Return the exits and nodes that lie on the map."""
    written = ""
    for place in ground.given.places:
        point = ground.at[place.place_id]
        if (
            place.kind != "site"
            and place.place_id not in ground.beyond
            and not ground.is_at_a_site(point)
        ):
            written += mark(ground.given.key, place.kind, *point, size * LESSER)
    return written


def communities(ground: Ground, frame: MapFrame, size: float, *, named: bool) -> str:
    """Return the rings of the communities in their states."""
    written = ""
    for community in ground.given.communities:
        state = frame.communities.get(community.community_id)
        point = ground.view.point(community.longitude, community.latitude)
        if state is not None and ground.view.shows(point):
            name = community.community_id if named else None
            written += mark(
                ground.given.key, state, *point, size * AROUND, data_community=name
            )
    return written


def arrows(ground: Ground, scale: float) -> str:
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
