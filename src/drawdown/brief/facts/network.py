"""The places and legs of the mission, and how the plan uses them."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from drawdown.brief.facts.basis import Basis, basis, together
from drawdown.brief.facts.countries import territory
from drawdown.brief.facts.material import Material
from drawdown.mission import Leg, Mode
from drawdown.verifying.journeys import Passage

__all__ = [
    "ExitFacts",
    "LegFacts",
    "NodeFacts",
    "Shut",
    "exit_facts",
    "leg_facts",
    "node_facts",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeFacts:
    """A junction or town where legs meet."""

    node_id: str
    name: str
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExitFacts:
    """A place where the mission's responsibility ends."""

    exit_id: str
    name: str
    country: str
    """Its code (ISO 3166 alpha-2), or its name if no code is known."""
    kind: str
    latitude: float | None
    longitude: float | None
    persons: int
    """Who arrive there in the plan."""
    items: int
    items_per_day: int | None
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Shut:
    """Days on which a leg is closed or slow; both ends included."""

    start: date
    end: date
    closed: bool
    """Otherwise it is slow."""
    reason: str
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class LegFacts:
    """One stretch, and how the plan uses it."""

    leg_id: str
    name: str
    from_id: str
    to_id: str
    mode: Mode
    length_km: float | None
    escorts: int
    """Escort companies that each movement needs."""
    uses: int
    """Movements of the whole plan that run along it."""
    traffic: tuple[int, ...]
    """Movements on it on each day."""
    hazard: float
    """The greatest expected attacks for a passage, on any day of the plan."""
    attacks: float
    """Expected attacks of all movements of the plan on it."""
    windows: tuple[Shut, ...]
    basis: Basis
    hazard_basis: Basis


def leg_facts(material: Material) -> tuple[LegFacts, ...]:
    """Return all legs in the order of the mission's table."""
    passages: dict[str, list[Passage]] = {}
    for journey in material.replay.journeys:
        for passage in journey.passages:
            passages.setdefault(passage.leg.leg_id, []).append(passage)
    return tuple(
        _leg(material, leg, passages.get(leg.leg_id, []))
        for leg in material.mission.legs
    )


def _leg(material: Material, leg: Leg, passages: list[Passage]) -> LegFacts:
    facts = material.replay.facts
    on = facts.calendars.attacks_on
    traffic = np.zeros(facts.days, dtype=np.int64)
    for passage in passages:
        traffic[max(passage.enters, 0) : passage.through + 1] += 1
    rows = [row for row in material.mission.hazards if row.leg_id == leg.leg_id]
    return LegFacts(
        leg_id=leg.leg_id,
        name=leg.name,
        from_id=leg.from_id,
        to_id=leg.to_id,
        mode=leg.mode,
        length_km=leg.length_km,
        escorts=leg.escorts,
        uses=len(passages),
        traffic=tuple(traffic.tolist()),
        hazard=max(facts.calendars.attacks.get(leg.leg_id, [0.0])),
        attacks=math.fsum(on(leg.leg_id, passage.enters) for passage in passages),
        windows=tuple(_windows(material, leg)),
        basis=basis(leg),
        hazard_basis=together(basis(row, "attacks") for row in rows),
    )


def _windows(material: Material, leg: Leg) -> Iterator[Shut]:
    for row in material.mission.windows:
        if row.leg_id == leg.leg_id:
            yield Shut(
                start=row.start,
                end=row.end,
                closed=row.state.value == "closed",
                reason=row.reason,
                basis=basis(row),
            )


def exit_facts(material: Material) -> tuple[ExitFacts, ...]:
    """Return all exits in the order of the mission's table."""
    persons: dict[str, int] = {}
    items: dict[str, int] = {}
    for journey in material.replay.journeys:
        end = journey.track.end
        persons[end] = persons.get(end, 0) + journey.persons
        items[end] = items.get(end, 0) + journey.items
    return tuple(
        ExitFacts(
            exit_id=row.exit_id,
            name=row.name,
            country=territory(row.country),
            kind=row.kind.value,
            latitude=row.latitude,
            longitude=row.longitude,
            persons=persons.get(row.exit_id, 0),
            items=items.get(row.exit_id, 0),
            items_per_day=row.items_per_day,
            basis=basis(row),
        )
        for row in material.mission.exits
    )


def node_facts(material: Material) -> tuple[NodeFacts, ...]:
    """Return all nodes in the order of the mission's table."""
    return tuple(
        NodeFacts(
            node_id=row.node_id,
            name=row.name,
            latitude=row.latitude,
            longitude=row.longitude,
        )
        for row in material.mission.nodes
    )
