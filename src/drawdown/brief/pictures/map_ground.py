"""What all maps of one input share: the view, and where everything is on it."""

from dataclasses import dataclass

from drawdown.brief.boundaries import Point
from drawdown.brief.pictures.map_input import MapInput, MapPlace
from drawdown.brief.pictures.map_legs import Drawn, drawn_legs, off_map
from drawdown.brief.pictures.map_view import View, view_of

__all__ = ["Ground", "ground_of"]

NEAR = 6.0
"""Units within which two marks are one spot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A map's input with its view."""

    given: MapInput
    view: View
    at: dict[str, Point]
    """Where each place is drawn; those beyond the map at its edge."""
    beyond: frozenset[str]
    legs: list[Drawn]

    def sites(self) -> list[MapPlace]:
        """Return the places that are sites."""
        return [place for place in self.given.places if place.kind == "site"]

    def is_at_a_site(self, point: Point) -> bool:
        """Whether a site is at the same spot: an airport that is also a camp."""
        return any(
            place.place_id not in self.beyond
            and abs(self.at[place.place_id][0] - point[0]) < NEAR
            and abs(self.at[place.place_id][1] - point[1]) < NEAR
            for place in self.sites()
        )


def ground_of(given: MapInput) -> Ground:
    """Return what all maps of this input share."""
    view = view_of(given)
    at = {p.place_id: view.point(p.longitude, p.latitude) for p in given.places}
    beyond = off_map(given, view)
    return Ground(
        given=given,
        view=view,
        at=at | beyond,
        beyond=frozenset(beyond),
        legs=drawn_legs(given, view),
    )
