"""All facts of a briefing, computed once; pages and exports show nothing else."""

from dataclasses import dataclass

from drawdown.brief.facts.assumptions import Assumption, assumptions
from drawdown.brief.facts.comparison import Comparison, comparison
from drawdown.brief.facts.critical import Chain, chains
from drawdown.brief.facts.crossings import Crossing, crossings
from drawdown.brief.facts.dangers import Danger, dangers
from drawdown.brief.facts.escorts import EscortDays, escort_days
from drawdown.brief.facts.heading import Heading, heading
from drawdown.brief.facts.lots import LotFacts, lot_facts
from drawdown.brief.facts.material import Material
from drawdown.brief.facts.movements import MovementFacts, movement_facts
from drawdown.brief.facts.network import (
    ExitFacts,
    LegFacts,
    NodeFacts,
    exit_facts,
    leg_facts,
    node_facts,
)
from drawdown.brief.facts.protection import ProtectionFacts, protection_facts
from drawdown.brief.facts.sites import SiteFacts, site_facts
from drawdown.brief.facts.sources import TableEvidence, table_evidence
from drawdown.brief.facts.stocks import Stocks, stocks
from drawdown.brief.facts.tasks import TaskFacts, task_facts
from drawdown.brief.facts.units import UnitFacts, unit_facts
from drawdown.errors import PlanFileError, Problem
from drawdown.language import ENGLISH, Language
from drawdown.mission import Mission, digest
from drawdown.plan import Plan
from drawdown.verifying import Verdict, verify

__all__ = ["Briefing", "gather"]


MEANINGLESS = frozenset({"1.1", "1.3", "2.3"})
"""Laws without which nothing can be said of a plan."""
MOST_PROBLEMS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """What a mission, a plan of it and the judge say, ready to be shown."""

    heading: Heading
    sites: tuple[SiteFacts, ...]
    exits: tuple[ExitFacts, ...]
    nodes: tuple[NodeFacts, ...]
    legs: tuple[LegFacts, ...]
    units: tuple[UnitFacts, ...]
    lots: tuple[LotFacts, ...]
    movements: tuple[MovementFacts, ...]
    stocks: Stocks
    escorts: tuple[EscortDays, ...]
    protection: ProtectionFacts
    tasks: tuple[TaskFacts, ...]
    crossings: tuple[Crossing, ...]
    chains: tuple[Chain, ...]
    dangers: tuple[Danger, ...]
    assumptions: tuple[Assumption, ...]
    evidence: tuple[TableEvidence, ...]
    comparison: Comparison | None = None
    """With another plan; absent: none was given."""
    redaction: str = "none"
    """The level to which it is redacted (drawdown.brief.redaction)."""


def gather(
    mission: Mission,
    plan: Plan,
    verdict: Verdict | None = None,
    language: Language = ENGLISH,
    *,
    compare: tuple[str, Plan] | None = None,
) -> Briefing:
    """Return the facts of a briefing.

    Parameters
    ----------
    mission
        What was planned.
    plan
        Any plan of it; what names things that the mission does not have is left out.
    verdict
        What the judge says of the plan; it is asked if nothing is given.
    language
        Of the explanations; what the tables say stays as it is.
    compare
        The name of another plan, and that plan.

    Raises
    ------
    PlanFileError
        Entries of the plan mean nothing: days outside of it, names that the mission
        does not have, numbers that are none (laws 1.1, 1.3, 2.3). A plan that breaks
        other laws is shown, with these first.

    """
    verdict = verdict or verify(mission, plan)
    _ensure_meaningful(verdict)
    material = Material(mission, plan, verdict, language)
    sites, legs = site_facts(material), leg_facts(material)
    escorts, protection = escort_days(material), protection_facts(material)
    shut = crossings(material)
    changed = bool(plan.mission_digest) and plan.mission_digest != digest(mission)
    return Briefing(
        heading=heading(material, other_tables=changed),
        sites=sites,
        exits=exit_facts(material),
        nodes=node_facts(material),
        legs=legs,
        units=unit_facts(material),
        lots=lot_facts(material),
        movements=movement_facts(material),
        stocks=stocks(material),
        escorts=escorts,
        protection=protection,
        tasks=task_facts(material),
        crossings=shut,
        chains=chains(material),
        dangers=dangers(material, shut, escorts, legs),
        assumptions=assumptions(material, escorts, protection),
        evidence=table_evidence(mission),
        comparison=(
            None
            if compare is None
            else comparison(mission, plan, compare[1], compare[0], language)
        ),
    )


def _ensure_meaningful(verdict: Verdict) -> None:
    """Ensure that every entry of a plan means something."""
    problems = [
        Problem(where=f"the plan, {v.where}", message=f"{v.message} (§{v.law})")
        for v in verdict.violations
        if v.law in MEANINGLESS
    ]
    if problems:
        raise PlanFileError(
            "the plan has entries that mean nothing, so nothing can be shown of it",
            problems=problems[:MOST_PROBLEMS],
            hint="correct them; `drawdown verify` lists all",
        )
