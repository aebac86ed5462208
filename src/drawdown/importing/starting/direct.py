"""Ways that are assumed: a road from each site straight to its exits."""

import math
from collections.abc import Iterable

from drawdown.importing.starting.assumed import assumed
from drawdown.importing.starting.ways import TRUCKS, UNKNOWN_DAYS, Ways
from drawdown.mission import Fleet, FleetKind, Leg, Mode, Route


def direct_ways(pairs: Iterable[tuple[str, str]], *, home: str, items: int) -> Ways:
    """Return a road for each pair of a site and an exit, and trucks.

    Parameters
    ----------
    pairs
        Sites with their exits.
    home
        Where the trucks stand.
    items
        How many things there are to be moved.

    """
    legs = tuple(_leg(site, end) for site, end in sorted(pairs))
    return Ways(
        exits=(),
        fleets=(
            Fleet(
                fleet_id=TRUCKS,
                name="Trucks",
                kind=FleetKind.TRUCK,
                home_id=home,
                count=max(10, math.ceil(items / 10)),
                evidence=assumed("a truck for ten items"),
            ),
        ),
        legs=legs,
        routes=tuple(
            Route(
                route_id=f"{leg.leg_id}-ROUTE",
                from_id=leg.from_id,
                to_id=leg.to_id,
                legs=(leg.leg_id,),
                two_way=True,
                evidence=assumed("follows the leg"),
            )
            for leg in legs
        ),
    )


def _leg(site: str, end: str) -> Leg:
    return Leg(
        leg_id=f"{site}-TO-{end}",
        from_id=site,
        to_id=end,
        mode=Mode.ROAD,
        days=UNKNOWN_DAYS,
        per_day=1,
        convoy_vehicles=50,
        convoy_persons=400,
        secure=True,
        evidence=assumed("a road of two days; whether there is one is not known"),
    )
