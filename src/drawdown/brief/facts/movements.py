"""The movements: where, when, with what, and at which hazard."""

import math
from dataclasses import dataclass
from datetime import date

from drawdown.brief.facts.basis import Basis, basis, together
from drawdown.brief.facts.material import Material
from drawdown.mission import Mode
from drawdown.verifying.journeys import Journey

__all__ = ["Cargo", "Group", "MovementFacts", "movement_facts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Persons of one unit."""

    unit_id: str
    persons: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cargo:
    """Items of one lot."""

    lot_id: str
    count: int
    disposition: str
    """How they end, if the movement takes them out; otherwise empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MovementFacts:
    """One convoy, flight or voyage."""

    movement_id: str
    route_id: str
    start: str
    """The place (site or exit) where it starts."""
    end: str
    corridor: str
    mode: Mode
    """Of its first leg."""
    legs: tuple[str, ...]
    departs: date
    arrives: date
    permit_asked: date | None
    persons: int
    items: int
    trucks: int
    low_loaders: int
    companies: int
    """Escort companies."""
    attacks: float
    """Expected attacks (law 15)."""
    groups: tuple[Group, ...]
    cargo: tuple[Cargo, ...]
    basis: Basis
    """Of its hazards."""

    @property
    def empty(self) -> bool:
        """Whether it brings vehicles or companies only."""
        return not self.persons and not self.items


def movement_facts(material: Material) -> tuple[MovementFacts, ...]:
    """Return the movements by day of departure, then by name."""
    corridors = {row.route_id: row.corridor for row in material.mission.routes}
    hazards: dict[str, list[Basis]] = {}
    for row in material.mission.hazards:
        hazards.setdefault(row.leg_id, []).append(basis(row, "attacks"))
    by_leg = {leg: together(parts) for leg, parts in hazards.items()}
    journeys = sorted(material.replay.journeys, key=lambda j: (j.departs, j.name))
    return tuple(_movement(material, j, corridors, by_leg) for j in journeys)


def _movement(
    material: Material,
    journey: Journey,
    corridors: dict[str, str],
    hazards: dict[str, Basis],
) -> MovementFacts:
    on = material.replay.facts.calendars.attacks_on
    plan, track, date_of = journey.movement, journey.track, material.replay.facts.date
    legs = tuple(leg.leg_id for leg, _ in track.legs)
    return MovementFacts(
        movement_id=journey.name,
        route_id=plan.route,
        start=track.start,
        end=track.end,
        corridor=corridors.get(plan.route.removesuffix("~"), ""),
        mode=track.legs[0][0].mode,
        legs=legs,
        departs=date_of(journey.departs),
        arrives=date_of(journey.arrives),
        permit_asked=plan.permit_asked,
        persons=journey.persons,
        items=journey.items,
        trucks=journey.trucks,
        low_loaders=journey.low_loaders,
        companies=sum(journey.companies.values()),
        attacks=math.fsum(on(p.leg.leg_id, p.enters) for p in journey.passages),
        groups=tuple(
            Group(unit_id=party.unit.unit_id, persons=party.persons)
            for party in journey.parties
        ),
        cargo=tuple(
            Cargo(
                lot_id=freight.lot.lot_id,
                count=freight.count,
                disposition=freight.disposition.value if freight.disposition else "",
            )
            for freight in journey.freight
        ),
        basis=together(hazards[leg] for leg in legs if leg in hazards),
    )
