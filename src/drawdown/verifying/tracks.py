"""Routes as they are travelled: their legs, and what follows of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from drawdown.mission import Leg, Mission, Mode, Route


@dataclass(frozen=True)
class Track:
    """One route in one direction."""

    route_id: str
    start: str
    end: str
    legs: tuple[tuple[Leg, bool], ...]
    """Each leg, and whether it is travelled from its ``from_id`` to its ``to_id``."""

    @cached_property
    def road(self) -> bool:
        """Whether all legs are roads."""
        return all(leg.mode is Mode.ROAD for leg, _ in self.legs)

    @cached_property
    def fleets(self) -> frozenset[str | None]:
        """The fleets that the legs name."""
        return frozenset(leg.fleet_id for leg, _ in self.legs)

    @cached_property
    def escorts(self) -> int:
        """The companies that the most demanding leg needs."""
        return max(leg.escorts for leg, _ in self.legs)

    @cached_property
    def escorted(self) -> tuple[str, ...]:
        """The legs that need companies."""
        return tuple(leg.leg_id for leg, _ in self.legs if leg.escorts)

    @cached_property
    def exposed(self) -> tuple[str, ...]:
        """The legs on which nothing sensitive may travel (law 11)."""
        return tuple(
            leg.leg_id for leg, _ in self.legs if not leg.secure and not leg.escorts
        )

    @cached_property
    def most_vehicles(self) -> int:
        """The vehicles of a movement on its narrowest road."""
        return min(leg.convoy_vehicles for leg, _ in self.legs if leg.mode is Mode.ROAD)

    @cached_property
    def most_persons(self) -> int:
        """The persons of a movement on its narrowest road."""
        return min(leg.convoy_persons for leg, _ in self.legs if leg.mode is Mode.ROAD)


def tracks(mission: Mission) -> dict[str, Track]:
    """Return the routes of a mission that lead from a place to a place."""
    legs = {leg.leg_id: leg for leg in mission.legs}
    places = {s.site_id for s in mission.sites} | {e.exit_id for e in mission.exits}
    found: dict[str, Track] = {}
    for route in mission.routes:
        for track in _both_ways(route):
            chain = _chain(track, legs)
            if chain and {track.from_id, track.to_id} <= places:
                found[track.route_id] = Track(
                    track.route_id, track.from_id, track.to_id, chain
                )
    return found


def _both_ways(route: Route) -> tuple[Route, ...]:
    if not route.two_way:
        return (route,)
    back = Route(
        route_id=f"{route.route_id}~",
        from_id=route.to_id,
        to_id=route.from_id,
        legs=route.legs[::-1],
    )
    return (route, back)


def _chain(route: Route, legs: Mapping[str, Leg]) -> tuple[tuple[Leg, bool], ...]:
    """Return the legs of a route with their direction; nothing if they do not meet."""
    at, chain = route.from_id, []
    for leg_id in route.legs:
        leg = legs.get(leg_id)
        if leg is None or at not in _entrances(leg):
            return ()
        forward = at == leg.from_id
        at = leg.to_id if forward else leg.from_id
        chain.append((leg, forward))
    return tuple(chain) if at == route.to_id else ()


def _entrances(leg: Leg) -> tuple[str, ...]:
    return (leg.from_id,) if leg.one_way else (leg.from_id, leg.to_id)
