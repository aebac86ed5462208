"""Sites, exits and junctions of a generated mission."""

from collections.abc import Iterator, Sequence
from math import ceil

from drawdown.mission.generating.block import GENERATED, Block, day, rounded, varied
from drawdown.mission.generating.people import guard_minimum, units
from drawdown.mission.generating.template import HOME, JUNCTIONS, PORTS, Place
from drawdown.mission.generating.things import lots
from drawdown.mission.lots import Lot
from drawdown.mission.sites import Exit, ExitKind, Node, Site

RUNNING_COST = {"hub": 55_000, "camp": 26_000, "outpost": 15_000}
BEDS = {"hub": 1.6, "camp": 1.3, "outpost": 1.2}
YARD = {"hub": 1.9, "camp": 1.3, "outpost": 1.15}
BLOCKS_IN_A_ROW = 12


def sites(block: Block) -> Iterator[Site]:
    """Yield the sites, sized for the people and items that stand there."""
    everyone, everything = list(units(block)), list(lots(block))
    for place in block.places:
        name = block.name(place.code)
        people = sum(u.strength for u in everyone if u.site_id == name and not u.local)
        here = [lot for lot in everything if lot.site_id == name]
        yield _site(block, place, people, here)


def _site(block: Block, place: Place, people: int, lots: Sequence[Lot]) -> Site:
    chance = block.chance(f"site {place.code}")
    latitude, longitude = position(block, place.latitude, place.longitude)
    items = sum(lot.count for lot in lots)
    effort = sum(lot.count * lot.effort for lot in lots)
    guard = guard_minimum(block, place)
    opens = chance.randint(5, 30) if place.counterpart else None
    return Site(
        site_id=block.name(place.code),
        name=place.name if block.index == 0 else f"{place.name} {block.index + 1}",
        kind=place.kind,
        sector=place.region,
        latitude=latitude,
        longitude=longitude,
        airfield=place.airfield,
        running_cost=rounded(varied(chance, RUNNING_COST[place.kind]), 500),
        beds=ceil(people * BEDS[place.kind]),
        yard=ceil(items * YARD[place.kind]),
        packing_per_day=ceil(effort / 70),
        disposal_per_day=ceil(items / 60) + 1,
        guard_minimum=guard,
        thin_out_days=0 if place.liquidation else 3,
        thin_out_minimum=0 if place.liquidation else guard // 3,
        close_not_before=None if place.liquidation else day(chance.randint(15, 40)),
        close_by=day(chance.randint(160, 175)) if place.code == "OGA" else None,
        liquidation=place.liquidation,
        liquidation_guard=guard // 2 if place.liquidation else 0,
        counterpart=f"Prefecture of {place.name}" if place.counterpart else "",
        counterpart_from=None if opens is None else day(opens),
        evidence=GENERATED,
    )


def position(block: Block, latitude: float, longitude: float) -> tuple[float, float]:
    """Return where a point of the template lies in this block, far from the others."""
    row, column = divmod(block.index, BLOCKS_IN_A_ROW)
    return round(latitude - 12 * row, 4), round(longitude + 14 * column, 4)


def exits(blocks: Sequence[Block]) -> Iterator[Exit]:
    """Yield the ports that can be reached, and the exit of the flights home."""
    reached = {code for block in blocks for code in block.codes}
    for port in PORTS:
        if port.code in reached:
            yield Exit(
                exit_id=port.code,
                name=port.name,
                country=port.country,
                kind=ExitKind.PORT,
                latitude=port.latitude,
                longitude=port.longitude,
                items_per_day=shared(port.items_per_day, blocks),
                persons_per_day=0,
                evidence=GENERATED,
            )
    yield Exit(
        exit_id=HOME,
        name="Home by charter flight",
        kind=ExitKind.AIRPORT,
        items_per_day=0,
        persons_per_day=shared(1200, blocks),
        evidence=GENERATED,
    )


def shared(amount: int, blocks: Sequence[Block]) -> int:
    """Return the amount for all blocks together: a little less than each its own."""
    return rounded(amount * (1 + 0.9 * (len(blocks) - 1)))


def nodes(block: Block) -> Iterator[Node]:
    """Yield the junctions that some road of the block touches."""
    for code, name, latitude, longitude in JUNCTIONS:
        if code in block.codes:
            north, east = position(block, latitude, longitude)
            yield Node(
                node_id=block.name(code),
                name=name if block.index == 0 else f"{name} {block.index + 1}",
                latitude=north,
                longitude=east,
                evidence=GENERATED,
            )
