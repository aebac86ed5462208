"""The units: how many leave their site and the mission, from when to when."""

from dataclasses import dataclass
from datetime import date

from drawdown.brief.facts.basis import Basis, basis
from drawdown.brief.facts.material import Material
from drawdown.brief.facts.stocks import is_civilian
from drawdown.mission import Unit

__all__ = ["UnitFacts", "unit_facts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitFacts:
    """One unit in a plan."""

    unit_id: str
    country: str
    name: str
    role: str
    site_id: str
    strength: int
    guard_capable: int
    uniformed: bool
    local: bool
    remains: int
    """How many may remain after the deadline."""
    leaves_by: date | None
    leaves_first: date | None
    """The first day on which people of it leave their site; absent: nobody does."""
    leaves_last: date | None
    out: int
    """How many are out at the end of the plan."""
    out_by: date | None
    """The last day on which some are still on the way; absent: nobody is out."""
    basis: Basis


def unit_facts(material: Material) -> tuple[UnitFacts, ...]:
    """Return all units in the order of the mission's table."""
    return tuple(_unit(material, unit) for unit in material.mission.units)


def _unit(material: Material, unit: Unit) -> UnitFacts:
    replay = material.replay
    leaving = replay.leaving.of(unit.unit_id, unit.site_id).nonzero()[0].tolist()
    gone = replay.out_of(unit)
    out = int(gone[-1]) if len(gone) else 0
    on = replay.facts.date
    return UnitFacts(
        unit_id=unit.unit_id,
        country=unit.country,
        name=unit.name,
        role=unit.role,
        site_id=unit.site_id,
        strength=unit.strength,
        guard_capable=unit.guard_capable,
        uniformed=not is_civilian(unit),
        local=unit.local,
        remains=replay.remaining(unit),
        leaves_by=unit.leaves_by,
        leaves_first=on(leaving[0]) if leaving else None,
        leaves_last=on(leaving[-1]) if leaving else None,
        out=out,
        out_by=on(_last_day(unit, int((gone >= out).argmax()))) if out else None,
        basis=basis(unit, "strength"),
    )


def _last_day(unit: Unit, counted: int) -> int:
    """Return the last day in the mission of those who count as out from a day on.

    Who travels is on the way to the day before (law 1.3); local people are released.
    """
    return counted if unit.local else max(counted - 1, 0)
