"""Legs and routes of a generated mission."""

from collections.abc import Iterator
from itertools import pairwise

from drawdown.mission.generating.block import GENERATED, Block, rounded, varied
from drawdown.mission.generating.template import (
    CHAINS,
    FLIGHTS,
    HOME,
    JUNCTIONS,
    Flight,
    Place,
    Road,
)
from drawdown.mission.routes import Leg, Mode, Route

HOME_FLEET = "HOMEFLIGHT"
_JUNCTION_CODES = {code for code, *_ in JUNCTIONS}


def legs(block: Block) -> Iterator[Leg]:
    """Yield the roads, the air links and the flights home of the block."""
    yield from (_road_leg(block, road) for road in block.roads)
    yield from (_air_leg(block, flight) for flight in flights(block))
    yield from (_home_leg(block, place) for place in block.places if is_hub(place))


def is_hub(place: Place) -> bool:
    """Say whether flights home start from a place."""
    return place.kind == "hub"


def flights(block: Block) -> list[Flight]:
    """Return the air links between places of the block."""
    return [flight for flight in FLIGHTS if set(flight.ends) <= block.codes]


def road_id(block: Block, road: Road) -> str:
    """Return the identifier of the leg of a road."""
    return "-".join(block.name(end) for end in road.ends)


def air_id(block: Block, flight: Flight) -> str:
    """Return the identifier of the leg of an air link."""
    return "AIR-" + "-".join(block.name(end) for end in flight.ends)


def _road_leg(block: Block, road: Road) -> Leg:
    start, end = (block.name(code) for code in road.ends)
    chance = block.chance(f"road {road.ends}")
    inside = road.region != "abroad"
    return Leg(
        leg_id=road_id(block, road),
        from_id=start,
        to_id=end,
        mode=Mode.ROAD,
        length_km=rounded(road.days * varied(chance, 230), 5),
        days=road.days,
        per_day=road.per_day,
        convoy_vehicles=min(150, max(40, rounded(varied(chance, road.vehicles), 5))),
        convoy_persons=rounded(varied(chance, road.persons), 10) if road.persons else 0,
        escorts=road.escorts,
        secure=road.secure,
        cost_movement=rounded(road.days * varied(chance, 4_000), 100),
        cost_vehicle=rounded(road.days * varied(chance, 350), 10),
        cost_person=rounded(road.days * varied(chance, 40), 5),
        permit_zone=zone(block, road.region) if inside else None,
        evidence=GENERATED,
    )


def zone(block: Block, region: str) -> str:
    """Return the permit zone of a region."""
    return block.name(region.upper())


def _air_leg(block: Block, flight: Flight) -> Leg:
    start, end = (block.name(code) for code in flight.ends)
    chance = block.chance(f"flight {flight.ends}")
    return Leg(
        leg_id=air_id(block, flight),
        from_id=start,
        to_id=end,
        mode=Mode.AIR,
        days=1,
        one_way=True,
        per_day=2,
        secure=True,
        fleet_id=block.name(flight.fleet),
        cost_movement=rounded(varied(chance, 19_000), 100),
        permit_zone=zone(block, flight.region),
        evidence=GENERATED,
    )


def _home_leg(block: Block, place: Place) -> Leg:
    chance = block.chance(f"home {place.code}")
    return Leg(
        leg_id=f"FLY-{block.name(place.code)}",
        from_id=block.name(place.code),
        to_id=HOME,
        mode=Mode.AIR,
        days=1,
        one_way=True,
        per_day=3,
        secure=True,
        fleet_id=HOME_FLEET,
        cost_movement=rounded(varied(chance, 90_000), 1000),
        permit_zone=zone(block, place.region),
        evidence=GENERATED,
    )


def routes(block: Block) -> Iterator[Route]:
    """Yield a route for each leg between stops, and the chains of several legs."""
    junctions = {block.name(code) for code in _JUNCTION_CODES}
    named = {leg.leg_id: leg for leg in legs(block)}
    for leg in named.values():
        if not junctions & {leg.from_id, leg.to_id}:
            yield _route(leg.leg_id, (leg,), two_way=not leg.one_way)
    for chain in CHAINS:
        places = [block.name(code) for code in chain]
        parts = [f"{a}-{b}" for a, b in pairwise(places)]
        if all(part in named for part in parts):
            yield _route("-".join(places), tuple(named[part] for part in parts))


def _route(route_id: str, legs: tuple[Leg, ...], *, two_way: bool = True) -> Route:
    return Route(
        route_id=f"{route_id}-route",
        from_id=legs[0].from_id,
        to_id=legs[-1].to_id,
        legs=tuple(leg.leg_id for leg in legs),
        two_way=two_way,
        evidence=GENERATED,
    )
