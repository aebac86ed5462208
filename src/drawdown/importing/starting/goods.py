"""Things that are assumed to be at a site, by the number of its people."""

import math
from collections.abc import Iterator

from drawdown.importing.starting.assumed import assumed
from drawdown.mission import Carrier, ItemKind, Lot, Owner

PERSONS = 14_700
CONTAINERS = 5_500
VEHICLES = 4_000
"""Of MINUSMA in June 2023: what a mission has for each of its people."""
VALUES = {ItemKind.CONTAINER: 40_000.0, ItemKind.VEHICLE: 110_000.0}
"""USD an item: the means of the bundled mission ``minusma``, assumed there too."""
NOTE = "as many for each person as MINUSMA had, of the mean value there; count them"


def lots(site_id: str, persons: int) -> Iterator[Lot]:
    """Yield the containers and vehicles that a site is assumed to have."""
    containers = math.ceil(persons * CONTAINERS / PERSONS)
    vehicles = math.ceil(persons * VEHICLES / PERSONS)
    for kind, count, carrier in (
        (ItemKind.CONTAINER, containers, Carrier.TRUCK),
        (ItemKind.VEHICLE, vehicles, Carrier.SELF),
    ):
        if count:
            yield Lot(
                lot_id=f"{site_id}-{kind.value}s",
                site_id=site_id,
                class_id=f"{kind.value}s",
                name=f"{kind.value}s, not counted yet",
                owner=Owner.COE,
                kind=kind,
                carried_by=carrier,
                count=count,
                value=VALUES[kind],
                repatriate=0.0,
                destroy=1.0,
                evidence=assumed(NOTE),
            )
