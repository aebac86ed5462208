"""The two sites of a tiny mission, its people and its things."""

import random

from drawdown.mission.generating.block import GENERATED
from drawdown.mission.generating.tiny_roads import CAMP, HUB, PORT
from drawdown.mission.lots import Carrier, ItemKind, Lot, Owner
from drawdown.mission.sites import Crew, Exit, ExitKind, Site, Step, Timing
from drawdown.mission.units import Escort, Unit

CREW = "crew"


def sites(chance: random.Random, *, stays: bool) -> tuple[Site, ...]:
    """Return the camp and the hub; the hub may stay open past the deadline."""
    camp = Site(
        site_id=CAMP,
        name="Camp",
        kind="camp",
        latitude=16.0,
        longitude=0.0,
        running_cost=chance.randint(5, 60) * 100,
        beds=3,
        yard=3,
        packing_per_day=chance.randint(1, 2),
        disposal_per_day=1,
        guard_minimum=1,
        thin_out_days=chance.randint(0, 1),
        counterpart=chance.choice(("Mayor", "")),
        evidence=GENERATED,
    )
    hub = Site(
        site_id=HUB,
        name="Hub",
        kind="hub",
        latitude=14.0,
        longitude=0.0,
        running_cost=chance.randint(5, 60) * 100,
        beds=chance.randint(4, 5),
        yard=chance.randint(2, 3),
        packing_per_day=chance.randint(1, 2),
        disposal_per_day=1,
        guard_minimum=1,
        thin_out_days=0 if stays else 1,
        liquidation=stays,
        liquidation_guard=1 if stays else 0,
        counterpart="Mayor",
        evidence=GENERATED,
    )
    return camp, hub


def steps(chance: random.Random) -> tuple[Step, ...]:
    """Return one opening step of the camp and a closing step of each kind of site."""
    opening = Step(
        step_id="inventory",
        site_kind="camp",
        name="Inventory",
        timing=Timing.OPENING,
        days=1,
        crew=CREW,
        evidence=GENERATED,
    )
    closing = (
        Step(
            step_id=f"{kind}-signing",
            site_kind=kind,
            name="Signing",
            timing=Timing.CLOSING,
            days=chance.randint(1, 2),
            crew=CREW,
            needs_counterpart=True,
            evidence=GENERATED,
        )
        for kind in ("camp", "hub")
    )
    return (opening, *closing)


def crews() -> tuple[Crew, ...]:
    """Return the one team that there is."""
    return (Crew(crew_id=CREW, teams=1, evidence=GENERATED),)


def exits(chance: random.Random) -> tuple[Exit, ...]:
    """Return the port."""
    return (
        Exit(
            exit_id=PORT,
            name="Port",
            kind=ExitKind.PORT,
            items_per_day=chance.randint(1, 2),
            persons_per_day=chance.randint(2, 3),
            evidence=GENERATED,
        ),
    )


def units(chance: random.Random, *, stays: bool) -> tuple[Unit, ...]:
    """Return the guards of the camp, the guards of the hub, and the escorts."""
    guards = Unit(
        unit_id="GUARDS",
        role="infantry",
        site_id=CAMP,
        strength=chance.randint(1, 2),
        guard_capable=1,
        evidence=GENERATED,
    )
    keepers = Unit(
        unit_id="KEEPERS",
        role="infantry",
        site_id=HUB,
        strength=1,
        guard_capable=1,
        remains=1 if stays else 0,
        evidence=GENERATED,
    )
    drivers = Unit(
        unit_id="ESCORTS",
        role="escort",
        site_id=HUB,
        strength=1,
        evidence=GENERATED,
    )
    return guards, keepers, drivers


def escorts(chance: random.Random) -> tuple[Escort, ...]:
    """Return the one company, of one person."""
    return (
        Escort(
            escort_id="COMPANY",
            group="GROUP",
            unit_id="ESCORTS",
            home_id=HUB,
            companies=1,
            persons=1,
            rest_days=chance.choice((0, 0, 1)),
            evidence=GENERATED,
        ),
    )


def lots(chance: random.Random) -> tuple[Lot, ...]:
    """Return stores of the camp, and a vehicle or a container of the hub."""
    sensitive = chance.random() < 0.3
    stores = Lot(
        lot_id="STORES",
        site_id=CAMP,
        class_id="STORES",
        owner=Owner.UNOE,
        kind=ItemKind.CONTAINER,
        carried_by=Carrier.TRUCK,
        count=chance.randint(1, 2),
        value=chance.randint(10, 900) * 100,
        needed_days=chance.randint(0, 2),
        sensitive=sensitive,
        repatriate=round(chance.uniform(0, 0.2), 2),
        gift=None if sensitive else round(chance.uniform(0.5, 1), 2),
        destroy=1.0,
        evidence=GENERATED,
    )
    other = Lot(
        lot_id="OTHER",
        site_id=HUB,
        class_id="OTHER",
        owner=Owner.COE,
        kind=ItemKind.VEHICLE,
        carried_by=chance.choice((Carrier.SELF, Carrier.TRUCK)),
        count=1,
        value=chance.randint(10, 900) * 100,
        repatriate=round(chance.uniform(0, 0.2), 2),
        sell=round(chance.uniform(0.4, 1), 2) if chance.random() < 0.5 else None,
        evidence=GENERATED,
    )
    return stores, other
