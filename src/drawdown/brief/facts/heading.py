"""What the briefing is about: the mission, the decision, the plan and its values."""

import math
from dataclasses import dataclass
from datetime import date, timedelta

from drawdown.brief.facts.basis import Basis, basis
from drawdown.brief.facts.material import Material
from drawdown.mission import Authority
from drawdown.plan import Bounds, Objectives

__all__ = ["AuthorityFacts", "Broken", "DueFacts", "Heading", "heading"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityFacts:
    """A power that holds for some days."""

    authority_id: str
    name: str
    start: date | None
    end: date | None
    protects: bool
    radius_km: float | None
    basis: Basis
    radius_basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class DueFacts:
    """Something due on a date."""

    deliverable_id: str
    name: str
    party: str
    due: date
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A law that the plan breaks, as the judge says it."""

    law: str
    where: str
    on: date | None
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The mission, the decision, the plan."""

    mission_id: str
    name: str
    host_state: str
    as_of: date
    """What the tables know: the date of the data."""
    start: date
    deadline: date
    end: date
    """The last day of the plan."""
    symbol: str
    adopted: date | None
    cessation: date | None
    liquidation_from: date | None
    liquidation_to: date | None
    authorities: tuple[AuthorityFacts, ...]
    deliverables: tuple[DueFacts, ...]
    decision_basis: Basis
    objectives: Objectives
    """As the judge computes them."""
    weights: tuple[tuple[str, float], ...]
    """USD that one unit of each value weighs."""
    weights_basis: Basis
    lapsed: float
    """Threatened person-days on days without an authority that protects."""
    bound: float | None
    gap: float | None
    bounds: Bounds | None
    bound_by: str
    broken: tuple[Broken, ...]
    """The laws that the plan breaks; none, if it holds."""
    made_by: str
    digest: str
    """Of the tables that the plan was made from."""
    other_tables: bool
    """The tables have changed since."""


def heading(material: Material, *, other_tables: bool) -> Heading:
    """Return what the briefing is about."""
    mission, plan, decision = material.mission, material.plan, material.mission.decision
    header, verdict = mission.header, material.verdict
    value, bound = verdict.objectives.weighted, plan.proof.bound
    if bound is not None and not math.isfinite(bound):
        bound = None
    gap = None if bound is None else (value - bound) / value if value else 0.0
    names = ("people_late", "attacks", "protection_gap", "loss", "money")
    return Heading(
        mission_id=header.mission_id,
        name=header.name,
        host_state=header.host_state,
        as_of=header.as_of or header.start - timedelta(days=1),
        start=header.start,
        deadline=decision.deadline,
        end=mission.date(mission.horizon - 1),
        symbol=decision.symbol,
        adopted=decision.adopted,
        cessation=decision.cessation,
        liquidation_from=decision.liquidation_from,
        liquidation_to=decision.liquidation_to,
        authorities=tuple(_authority(row) for row in mission.authorities),
        deliverables=tuple(
            DueFacts(
                deliverable_id=row.deliverable_id,
                name=row.name,
                party=row.party,
                due=row.due,
                basis=basis(row),
            )
            for row in mission.deliverables
        ),
        decision_basis=basis(decision, "deadline"),
        objectives=verdict.objectives,
        weights=tuple((name, getattr(mission.weights, name)) for name in names),
        weights_basis=basis(mission.weights),
        lapsed=verdict.lapsed,
        bound=bound,
        gap=gap,
        bounds=plan.proof.bounds,
        bound_by=plan.proof.bound_by,
        broken=tuple(
            Broken(law=v.law, where=v.where, on=v.on, message=v.message)
            for v in verdict.violations
        ),
        made_by=plan.made_by,
        digest=plan.mission_digest,
        other_tables=other_tables,
    )


def _authority(row: Authority) -> AuthorityFacts:
    return AuthorityFacts(
        authority_id=row.authority_id,
        name=row.name,
        start=row.start,
        end=row.end,
        protects=row.protects,
        radius_km=row.radius_km,
        basis=basis(row),
        radius_basis=basis(row, "radius_km"),
    )
