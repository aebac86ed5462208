"""The troops of a place as units."""

from collections.abc import Collection, Iterator

from drawdown.importing.geo_pko.base import Base, who_is_there
from drawdown.importing.geo_pko.deployment import Contributor, Deployment
from drawdown.importing.identifiers import identifier
from drawdown.importing.starting.assumed import assumed
from drawdown.mission import Unit
from drawdown.quantities import Confidence, Evidence

COMPANY = 150
"""Persons that are assumed where Geo-PKO does not know the size of a unit: it takes 650
for a battalion, 150 for a company, 35 for a platoon."""
GUARD_SHARE = 0.7
"""The share of infantry that is assumed to be able to guard."""
STAFF, REMAIN = 60, 20
SIZES = "from the sizes of units (battalion 650, company 150, platoon 35), no count"


def units_of(site_id: str, place: Base) -> Iterator[Unit]:
    """Yield the units of a place: one for each country, or for each type."""
    taken: set[str] = set()
    for troops, row in who_is_there(place):
        unit = _unit(site_id, troops, row, place, taken)
        taken.add(unit.unit_id)
        yield unit


def _unit(
    site_id: str,
    troops: Contributor,
    row: Deployment,
    place: Base,
    taken: Collection[str],
) -> Unit:
    strength = troops.strength
    if strength is None:
        strength = COMPANY * troops.units
    share = GUARD_SHARE * _infantry(troops, place)
    who = troops.country or troops.role or "UNKNOWN"
    wanted = f"{site_id}-{identifier(who, otherwise='UNKNOWN')}"
    return Unit(
        unit_id=_unique(wanted, taken),
        country=troops.country,
        name=_name(troops),
        role=troops.role,
        site_id=site_id,
        strength=strength,
        guard_capable=int(strength * share),
        evidence=Evidence(source=row.source, confidence=Confidence.REPORTED),
        values={
            "strength": Evidence(
                source=row.source, confidence=Confidence.DERIVED, note=SIZES
            )
            if troops.strength is not None
            else assumed(f"not known to Geo-PKO; {COMPANY} for a unit"),
            "guard_capable": assumed(
                f"{GUARD_SHARE:.0%} of the infantry"
                if place.infantry is not None or troops.role
                else f"{GUARD_SHARE:.0%}; what troops they are is not known"
            ),
        },
    )


def _infantry(troops: Contributor, place: Base) -> float:
    """Return the share of infantry among some troops; all, where nothing is known."""
    if troops.role:
        return 1.0 if troops.role == "infantry" else 0.0
    return 1.0 if place.infantry is None else place.infantry


def _unique(wanted: str, taken: Collection[str]) -> str:
    number, found = 1, wanted
    while found in taken:
        number += 1
        found = f"{wanted}-{number}"
    return found


def _name(troops: Contributor) -> str:
    if troops.country:
        return f"contingent of {troops.country}"
    if troops.role:
        return f"{troops.role}, country not known"
    return "troops, country not known"


def staff(hub: str, others: Collection[Unit]) -> Unit:
    """Return the staff of the mission, of whom Geo-PKO knows nothing."""
    return Unit(
        unit_id=_unique(f"{hub}-STAFF", {unit.unit_id for unit in others}),
        name="staff of the headquarters",
        role="civilian",
        site_id=hub,
        strength=STAFF,
        remains=REMAIN,
        evidence=assumed("Geo-PKO has troops only; count the civilians and police"),
    )
