"""The roads of a tiny mission, and what closes, endangers or permits them."""

import random

from drawdown.mission.generating.block import GENERATED, day
from drawdown.mission.routes import Hazard, Leg, Mode, Permit, Route, Window
from drawdown.mission.transport import Fleet, FleetKind

CAMP, HUB, PORT = "CAMP", "HUB", "PORT"
LIFT = "LIFT"


def legs(chance: random.Random) -> tuple[Leg, ...]:
    """Return the road from the camp, the road to the port, and a flight or none."""
    escorts = 1 if chance.random() < 0.75 else 0
    track = _road("TRACK", (CAMP, HUB), 1, escorts, chance, zone="ZONE")
    coast = _road("COAST", (HUB, PORT), chance.choice((1, 1, 1.5)), 0, chance)
    return (track, coast, *((_flight(chance),) if chance.random() < 0.35 else ()))


def _road(
    name: str,
    ends: tuple[str, str],
    days: float,
    escorts: int,
    chance: random.Random,
    zone: str | None = None,
) -> Leg:
    return Leg(
        leg_id=name,
        from_id=ends[0],
        to_id=ends[1],
        mode=Mode.ROAD,
        days=days,
        per_day=1,
        convoy_vehicles=chance.randint(1, 2),
        convoy_persons=chance.randint(2, 3),
        escorts=escorts,
        secure=not escorts,
        cost_movement=chance.randint(5, 40) * 100,
        cost_vehicle=chance.randint(1, 9) * 100,
        cost_person=chance.randint(1, 9) * 10,
        permit_zone=zone,
        evidence=GENERATED,
    )


def _flight(chance: random.Random) -> Leg:
    return Leg(
        leg_id="FLIGHT",
        from_id=CAMP,
        to_id=HUB,
        mode=Mode.AIR,
        days=1,
        one_way=True,
        per_day=1,
        secure=True,
        fleet_id=LIFT,
        cost_movement=chance.randint(50, 200) * 100,
        evidence=GENERATED,
    )


def fleets(legs: tuple[Leg, ...], chance: random.Random) -> tuple[Fleet, ...]:
    """Return the trucks, and the aircraft if there is a flight."""
    trucks = Fleet(
        fleet_id="TRUCKS",
        kind=FleetKind.TRUCK,
        home_id=HUB,
        count=chance.randint(1, 2),
        evidence=GENERATED,
    )
    lift = Fleet(
        fleet_id=LIFT,
        kind=FleetKind.AIRCRAFT,
        home_id=HUB,
        sorties_per_week=chance.randint(1, 2),
        seats=chance.randint(1, 2),
        slots=chance.randint(0, 1),
        evidence=GENERATED,
    )
    return (trucks, lift) if any(leg.fleet_id for leg in legs) else (trucks,)


def routes(legs: tuple[Leg, ...]) -> tuple[Route, ...]:
    """Return a route for each leg."""
    return tuple(
        Route(
            route_id=f"{leg.leg_id}-route",
            from_id=leg.from_id,
            to_id=leg.to_id,
            legs=(leg.leg_id,),
            two_way=not leg.one_way,
            evidence=GENERATED,
        )
        for leg in legs
    )


def windows(chance: random.Random) -> tuple[Window, ...]:
    """Return one closure of the road from the camp, or none."""
    start = chance.randint(1, 4)
    if chance.random() < 0.4:
        return ()
    return (
        Window(
            window_id="RAINS",
            leg_id="TRACK",
            start=day(start),
            end=day(start + chance.randint(0, 1)),
            reason="Rains",
            evidence=GENERATED,
        ),
    )


def hazards(chance: random.Random) -> tuple[Hazard, ...]:
    """Return hazards that change once on each road."""
    change = chance.randint(2, 5)
    return tuple(
        Hazard(
            leg_id=leg,
            start=None if start is None else day(start),
            end=None if end is None else day(end),
            attacks=round(chance.uniform(0, most), 3),
            evidence=GENERATED,
        )
        for leg, most in (("TRACK", 0.1), ("COAST", 0.02))
        for start, end in ((None, change - 1), (change, None))
    )


def permits(chance: random.Random) -> tuple[Permit, ...]:
    """Return the permits for the road from the camp."""
    return (
        Permit(
            permit_zone="ZONE",
            mode=Mode.ROAD,
            lead_days=chance.randint(0, 1),
            refusal=chance.choice((0.0, 0.3, 0.5)),
            evidence=GENERATED,
        ),
    )
