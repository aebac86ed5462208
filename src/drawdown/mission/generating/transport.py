"""Trucks, low-loaders and aircraft of a generated mission."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import inf

from drawdown.mission.generating.block import GENERATED, Block, day, rounded
from drawdown.mission.generating.network import HOME_FLEET
from drawdown.mission.generating.places import shared
from drawdown.mission.generating.template import PORTS
from drawdown.mission.generating.things import lots
from drawdown.mission.lots import Carrier, Lot
from drawdown.mission.transport import Fleet, FleetKind

MOVED = 0.7
"""The part of the items that can move which a plan may want to move."""
WORKING_DAYS = 125
"""Days of the mission on which a truck can earn its keep."""
HANDLING_DAYS = 4
AIRCRAFT = {"C130": (16, 60, 2), "HELI": (14, 40, 1)}
HOME_SORTIES, HOME_SEATS = 22, 180


def fleets(block: Block) -> Iterator[Fleet]:
    """Yield the trucks that stand at each hub, low-loaders, and aircraft."""
    chance, everything = block.chance("trucks"), list(lots(block))
    for hub, truck_days in _haul(block, everything, Carrier.TRUCK).items():
        count = rounded(truck_days / WORKING_DAYS * chance.uniform(1.3, 1.6))
        yield _standing(block, hub, FleetKind.TRUCK, max(6, count))
    for hub, truck_days in _haul(block, everything, Carrier.LOW_LOADER).items():
        count = rounded(truck_days / WORKING_DAYS * 1.3)
        yield _standing(block, hub, FleetKind.LOW_LOADER, max(2, count))
    yield _standing(block, "SAM", FleetKind.TRUCK, rounded(20), until=150)
    yield from _aircraft(block)


def _standing(
    block: Block, hub: str, kind: FleetKind, count: int, until: int | None = None
) -> Fleet:
    hired = "" if until is None else "HIRED-"
    return Fleet(
        fleet_id=f"{hired}{kind.value.upper()}-{block.name(hub)}",
        name="Hired trucks" if hired else kind.value.replace("_", "-").capitalize(),
        kind=kind,
        home_id=block.name(hub),
        count=count,
        available_from=None if until is None else day(14),
        available_to=None if until is None else day(until),
        evidence=GENERATED,
    )


def _haul(
    block: Block, everything: Sequence[Lot], carrier: Carrier
) -> dict[str, float]:
    """Return the truck-days of the whole haul for the hub of each region."""
    hubs = {place.region: place.code for place in block.places if place.kind == "hub"}
    days = days_to_port(block)
    haul: dict[str, float] = defaultdict(float)
    for place in block.places:
        items = sum(
            lot.count
            for lot in everything
            if lot.site_id == block.name(place.code) and lot.carried_by is carrier
        )
        trip = 2 * days[place.code] + HANDLING_DAYS
        if items:
            haul[hubs[place.region]] += items * MOVED * trip
    return haul


def days_to_port(block: Block) -> dict[str, float]:
    """Return the days of road from each place to its nearest port."""
    ports = {port.code for port in PORTS}
    days = {code: 0.0 if code in ports else inf for code in block.codes}
    for _ in days:
        for road in block.roads:
            a, b = road.ends
            days[a] = min(days[a], days[b] + road.days)
            days[b] = min(days[b], days[a] + road.days)
    return days


def _aircraft(block: Block) -> Iterator[Fleet]:
    for name, (sorties, seats, slots) in AIRCRAFT.items():
        if name == "C130" or "DEN" in block.codes:
            yield Fleet(
                fleet_id=block.name(name),
                name=name,
                kind=FleetKind.AIRCRAFT,
                home_id=block.name("SAM" if name == "C130" else "KOR"),
                sorties_per_week=sorties,
                seats=seats,
                slots=slots,
                evidence=GENERATED,
            )


def home_flights(blocks: Sequence[Block]) -> Fleet:
    """Return the charter flights that all blocks share."""
    return Fleet(
        fleet_id=HOME_FLEET,
        name="Charter flights home",
        kind=FleetKind.AIRCRAFT,
        home_id=blocks[0].name("SAM"),
        sorties_per_week=shared(HOME_SORTIES, blocks),
        seats=HOME_SEATS,
        slots=0,
        evidence=GENERATED,
    )
