"""Ways out that are assumed: straight to one hub, and from there home and to a port."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from drawdown.importing.starting.assumed import assumed
from drawdown.mission import Exit, ExitKind, Fleet, FleetKind, Leg, Mode, Route, Site

EARTH_KM = 6371.0088
DETOUR = 1.3
"""Length of a road over that of the straight line."""
KM_A_DAY = 150
UNKNOWN_DAYS = 2.0
"""Days to a place of which the coordinates are not known."""
PORT_DAYS = 5.0
HOME, PORT, CHARTER, TRUCKS = "HOME", "PORT", "CHARTER", "TRUCKS"
SEATS = 250


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """All that leads out."""

    exits: tuple[Exit, ...]
    fleets: tuple[Fleet, ...]
    legs: tuple[Leg, ...]
    routes: tuple[Route, ...]


def ways(sites: Iterable[Site], hub: Site, persons: int, items: int) -> Ways:
    """Return assumed ways from all sites over a hub to an airport and a port.

    Parameters
    ----------
    sites
        All sites.
    hub
        The one over which all leave.
    persons, items
        How many there are in all; transport is such that it could be done in half a
        year.

    """
    legs = [_road(site, hub) for site in sites if site is not hub]
    legs += [_to_port(hub), _home(hub)]
    return Ways(
        exits=(
            Exit(
                exit_id=HOME,
                name="Airport of the flights home",
                kind=ExitKind.AIRPORT,
                items_per_day=0,
                evidence=assumed("name it, and say how many people pass in a day"),
            ),
            Exit(
                exit_id=PORT,
                name="Port",
                kind=ExitKind.PORT,
                persons_per_day=0,
                evidence=assumed("name it, and say how many items pass in a day"),
            ),
        ),
        fleets=(
            Fleet(
                fleet_id=CHARTER,
                name="Flights home",
                kind=FleetKind.AIRCRAFT,
                home_id=hub.site_id,
                sorties_per_week=max(2, math.ceil(persons / SEATS / 13)),
                seats=SEATS,
                evidence=assumed("flights for all people in a quarter of a year"),
            ),
            Fleet(
                fleet_id=TRUCKS,
                name="Trucks",
                kind=FleetKind.TRUCK,
                home_id=hub.site_id,
                count=max(10, math.ceil(items / 10)),
                evidence=assumed("a truck for ten items"),
            ),
        ),
        legs=tuple(legs),
        routes=tuple(_route(leg) for leg in legs),
    )


def _road(site: Site, hub: Site) -> Leg:
    length = _kilometres(site, hub)
    days = UNKNOWN_DAYS
    if length is not None:
        days = max(0.5, math.ceil(2 * length / KM_A_DAY) / 2)
    return Leg(
        leg_id=f"{site.site_id}-ROAD",
        from_id=site.site_id,
        to_id=hub.site_id,
        mode=Mode.ROAD,
        length_km=length,
        days=days,
        per_day=1,
        convoy_vehicles=50,
        convoy_persons=400,
        secure=True,
        cost_movement=1_000 * days,
        cost_vehicle=200 * days,
        cost_person=20 * days,
        evidence=assumed(
            f"{DETOUR:g} times the straight line, {KM_A_DAY} km a day; whether there "
            "is a road, its seasons, its hazards, its escorts and permits are not known"
        ),
    )


def _kilometres(site: Site, hub: Site) -> float | None:
    """Return the assumed length of the road between two sites (haversine formula)."""
    if None in (site.latitude, site.longitude, hub.latitude, hub.longitude):
        return None
    south, west, north, east = (
        math.radians(degrees or 0.0)
        for degrees in (site.latitude, site.longitude, hub.latitude, hub.longitude)
    )
    half = (
        math.sin((north - south) / 2) ** 2
        + math.cos(south) * math.cos(north) * math.sin((east - west) / 2) ** 2
    )
    straight = 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
    return float(round(DETOUR * straight))


def _to_port(hub: Site) -> Leg:
    return Leg(
        leg_id="PORT-ROAD",
        from_id=hub.site_id,
        to_id=PORT,
        mode=Mode.ROAD,
        days=PORT_DAYS,
        per_day=2,
        convoy_vehicles=50,
        secure=True,
        cost_movement=5_000,
        cost_vehicle=1_000,
        evidence=assumed("which port, how far, through which States is not known"),
    )


def _home(hub: Site) -> Leg:
    return Leg(
        leg_id="FLIGHT-HOME",
        from_id=hub.site_id,
        to_id=HOME,
        mode=Mode.AIR,
        days=1,
        one_way=True,
        per_day=3,
        secure=True,
        fleet_id=CHARTER,
        cost_movement=100_000,
        evidence=assumed("who flies from where is not known"),
    )


def _route(leg: Leg) -> Route:
    return Route(
        route_id=f"{leg.leg_id}-ROUTE",
        from_id=leg.from_id,
        to_id=leg.to_id,
        legs=(leg.leg_id,),
        two_way=not leg.one_way,
        evidence=assumed("follows the leg"),
    )
