"""What changes with the days: closures, hazards, permits."""

import random
from collections.abc import Iterator

from drawdown.mission.generating.block import (
    DEADLINE,
    GENERATED,
    Block,
    day,
    varied,
)
from drawdown.mission.generating.network import flights, is_hub, road_id, zone
from drawdown.mission.generating.template import Road
from drawdown.mission.routes import Hazard, Mode, Permit, Window, WindowState

CLOSED, SLOW = WindowState.CLOSED, WindowState.SLOW
SEASONS = {
    "rains": ((25, 79, CLOSED),),
    "blockade": ((38, 54, CLOSED), (118, 131, CLOSED)),
    "ferry": ((30, 35, CLOSED), (84, 90, CLOSED), (140, 146, CLOSED)),
    "border": ((26, 99, CLOSED),),
    "mud": ((40, 75, SLOW),),
}
REASONS = {
    "rains": "Rains",
    "blockade": "Blockade by an armed group",
    "ferry": "No ferry at low water",
    "border": "Border shut",
    "mud": "Deep mud",
}
PERIOD = 37
LEAST, MOST = 0.02, 0.38


def windows(block: Block) -> Iterator[Window]:
    """Yield the closed and the slow days of the roads of the block."""
    chance = block.chance("seasons")
    shift = chance.randint(-4, 4) if block.index else 0
    for road in block.roads:
        for closure in _closures(block, road):
            for number, (start, end, state) in enumerate(SEASONS[closure], start=1):
                leg = road_id(block, road)
                yield Window(
                    window_id=f"{leg}-{closure}{number}",
                    leg_id=leg,
                    start=day(start + shift),
                    end=day(end + shift),
                    state=state,
                    extra_days=1 if state is SLOW else 0,
                    reason=REASONS[closure],
                    evidence=GENERATED,
                )


def _closures(block: Block, road: Road) -> tuple[str, ...]:
    """Return the closures of a road; small missions get theirs on what they have."""
    if road.ends == ("KOR", "SAM") and block.size <= 8:
        return ("ferry", "mud")
    if road.ends == ("KOR", "WAG") and block.size <= 8:
        return ("rains",)
    if road.ends == ("SAM", "ABE") and block.size < 4:
        return ("border",)
    return road.closures


def hazards(block: Block) -> Iterator[Hazard]:
    """Yield the hazard of each road for each period; it drifts."""
    for road in block.roads:
        chance = block.chance(f"hazard {road.ends}")
        level = varied(chance, road.hazard, 0.2)
        periods = range(0, DEADLINE, PERIOD)
        for start in periods:
            last = start == periods[-1]
            yield Hazard(
                leg_id=road_id(block, road),
                start=day(start),
                end=None if last else day(start + PERIOD - 1),
                attacks=round(min(MOST, max(LEAST, level)), 3),
                evidence=GENERATED,
            )
            level *= chance.uniform(0.75, 1.4)


def permits(block: Block) -> Iterator[Permit]:
    """Yield the permits of each region for roads and flights; they change once."""
    regions = sorted({place.region for place in block.places})
    flying = {flight.region for flight in flights(block)}
    flying |= {place.region for place in block.places if is_hub(place)}
    for region in regions:
        for mode in (Mode.ROAD, Mode.AIR):
            if mode is Mode.ROAD or region in flying:
                chance = block.chance(f"permits {region} {mode}")
                yield from _permits(zone(block, region), mode, chance)


def _permits(permit_zone: str, mode: Mode, chance: random.Random) -> Iterator[Permit]:
    change = chance.randint(60, 120)
    for start, end in ((None, change - 1), (change, None)):
        yield Permit(
            permit_zone=permit_zone,
            mode=mode,
            start=None if start is None else day(start),
            end=None if end is None else day(end),
            lead_days=chance.randint(3, 5),
            refusal=round(chance.uniform(0.03, 0.1), 2),
            evidence=GENERATED,
        )
