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
from drawdown.language import ENGLISH, Language
from drawdown.mission import Mission, digest
from drawdown.plan import Plan
from drawdown.verifying import Verdict, verify

__all__ = ["Briefing", "gather"]


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

    """
    material = Material(mission, plan, verdict or verify(mission, plan), language)
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
