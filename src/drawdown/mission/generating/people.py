"""Units of a generated mission, and the escort companies that some provide."""

from collections.abc import Iterator
from dataclasses import dataclass

from drawdown.mission.generating.block import GENERATED, Block, day, rounded, varied
from drawdown.mission.generating.template import (
    ESCORT_UNITS,
    GROUP_REGIONS,
    HOME,
    EscortUnit,
    Place,
)
from drawdown.mission.units import Escort, Unit

COMPANY = 150
COUNTRIES = ("Arnia", "Belvar", "Corvia", "Dastan", "Elmar", "Farland", "Gorum")
SUPPORT_ROLES = ("engineers", "medical", "police")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contingent:
    """An escort unit of the template, placed in a block."""

    unit: Unit
    escort: Escort


def units(block: Block) -> Iterator[Unit]:
    """Yield all units of the block."""
    yield from (contingent.unit for contingent in contingents(block))
    yield from residents(block)


def escorts(block: Block) -> Iterator[Escort]:
    """Yield the escort companies of the block."""
    yield from (contingent.escort for contingent in contingents(block))


def guard_minimum(block: Block, place: Place) -> int:
    """Return how many guards a site needs; the same wherever it is asked."""
    chance = block.chance(f"guard {place.code}")
    return rounded(varied(chance, place.guard, 0.1), 5)


def support_role(block: Block, place: Place) -> str:
    """Return the role of the support unit of a site."""
    return SUPPORT_ROLES[block.places.index(place) % len(SUPPORT_ROLES)]


def contingents(block: Block) -> Iterator[Contingent]:
    """Yield the escort units whose home is in the block, with their companies."""
    present = {place.code for place in block.places}
    for number, template in enumerate(ESCORT_UNITS, start=1):
        if template.home in present:
            yield _contingent(block, template, number)


def _contingent(block: Block, template: EscortUnit, number: int) -> Contingent:
    chance = block.chance(f"escort {number}")
    unit_id = f"{block.name(template.home)}-ESC{number}"
    persons = template.companies * COMPANY
    guards = rounded(varied(chance, 110), 5)
    leaves = template.leaves
    unit = Unit(
        unit_id=unit_id,
        country=chance.choice(COUNTRIES),
        name=f"Convoy battalion {number}",
        role="escort",
        site_id=block.name(template.home),
        strength=persons + guards + rounded(varied(chance, 60), 5),
        guard_capable=guards,
        leaves_by=None if leaves is None else day(leaves),
        exits=(HOME,) if leaves is not None else (),
        evidence=GENERATED,
    )
    return Contingent(unit=unit, escort=_escort(block, template, unit, persons))


def _escort(block: Block, template: EscortUnit, unit: Unit, persons: int) -> Escort:
    leaves = template.leaves
    return Escort(
        escort_id=f"{unit.unit_id}-COY",
        group=block.name(template.group),
        unit_id=unit.unit_id,
        home_id=unit.site_id,
        companies=template.companies,
        persons=persons,
        available_to=None if leaves is None else day(leaves - 12),
        rest_days=1,
        legs=_legs_of(block, template.group),
        evidence=GENERATED,
    )


def _legs_of(block: Block, group: str) -> tuple[str, ...]:
    """Return the roads on which a group escorts, among those that need escorts.

    The reserve goes everywhere in its own block: blocks share no companies.
    """
    regions = GROUP_REGIONS[group]
    return tuple(
        f"{block.name(road.ends[0])}-{block.name(road.ends[1])}"
        for road in block.roads
        if road.escorts and (not regions or road.region in regions)
    )


def residents(block: Block) -> Iterator[Unit]:
    """Yield the other units of each site: guards, support, civilians, local staff."""
    escorting: dict[str, int] = {}
    for contingent in contingents(block):
        unit = contingent.unit
        escorting[unit.site_id] = escorting.get(unit.site_id, 0) + unit.strength
    for place in block.places:
        yield from _residents(block, place, escorting.get(block.name(place.code), 0))


def _residents(block: Block, place: Place, escorting: int) -> Iterator[Unit]:
    chance = block.chance(f"people {place.code}")
    total = varied(chance, place.people, 0.1) - escorting
    need = guard_minimum(block, place)
    guards = rounded(need * chance.uniform(1.25, 1.5))
    infantry = max(rounded(0.55 * total), rounded(guards * 1.1))
    support = rounded(0.25 * total)
    civilian = rounded(max(12.0, total - infantry - support))
    ends = place.liquidation
    role = support_role(block, place)
    yield _unit(block, place, "infantry", infantry, guards, need if ends else 0)
    yield _unit(block, place, role, support)
    yield _unit(block, place, "civilian", civilian, 0, civilian // 5 if ends else 0)
    local = rounded(varied(chance, place.local))
    yield _unit(block, place, "local", local)


def _unit(
    block: Block,
    place: Place,
    role: str,
    strength: int,
    guards: int = 0,
    remains: int = 0,
) -> Unit:
    chance = block.chance(f"country {place.code} {role}")
    contributed = role not in ("civilian", "local")
    return Unit(
        unit_id=f"{block.name(place.code)}-{role[:3].upper()}",
        country=chance.choice(COUNTRIES) if contributed else "",
        name=f"{role.capitalize()} of {place.name}",
        role=role,
        site_id=block.name(place.code),
        strength=strength,
        guard_capable=guards,
        remains=remains,
        local=role == "local",
        evidence=GENERATED,
    )
