"""Sites, legs and nodes: guards, people and exact days left out or made coarse."""

from dataclasses import replace
from datetime import date

from drawdown.brief.facts.network import LegFacts, NodeFacts
from drawdown.brief.facts.sites import SiteFacts, StepFacts
from drawdown.brief.holds import held_by
from drawdown.brief.redaction.coarse import to_nearest, week
from drawdown.language import Language
from drawdown.planning.explain import Explanation, Rule

__all__ = ["leg", "node", "public_leg", "public_site", "site"]

PEOPLE = 100
"""To how many people and items the amounts at a site are rounded."""


def site(found: SiteFacts, start: date, language: Language) -> SiteFacts:
    """Return a site for partners: no guards, amounts rounded, days by week."""
    return replace(
        found,
        guards=(),
        guard_minimum=0,
        thin_out_days=0,
        thin_out_minimum=0,
        liquidation_guard=0,
        persons=tuple(to_nearest(n, PEOPLE) for n in found.persons),
        items=tuple(to_nearest(n, PEOPLE) for n in found.items),
        transport_stands_by=week(found.transport_stands_by, start),
        transport_leaves_by=week(found.transport_leaves_by, start),
        last_safe_day=week(found.last_safe_day, start),
        why=_laws_only(found.why, language),
    )


def public_site(found: SiteFacts, start: date, language: Language) -> SiteFacts:
    """Return a site for everybody: its closing, who takes it, its steps by week."""
    kept = site(found, start, language)
    return replace(
        kept,
        persons=(),
        items=(),
        transport_stands_by=None,
        transport_leaves_by=None,
        last_safe_day=None,
        steps=tuple(_step(one, start) for one in found.steps),
        why=replace(kept.why, rules=()),
    )


def _step(found: StepFacts, start: date) -> StepFacts:
    first, last = week(found.start, start), week(found.end, start)
    assert first is not None
    assert last is not None
    return replace(found, start=first, end=max(first, last))


def _laws_only(found: Explanation, language: Language) -> Explanation:
    """Return which laws hold a site, without what they are applied to."""
    rules = tuple(
        Rule(law=rule.law, text=held_by(language, rule.law), slack=rule.slack)
        for rule in found.rules
        if rule.slack is not None
    )
    return replace(found, rules=rules, notes=(), last_days=(), dates={})


def leg(found: LegFacts) -> LegFacts:
    """Return a leg without its name and its traffic by day."""
    quiet = (0,) * len(found.traffic)
    windows = tuple(replace(one, reason="") for one in found.windows)
    return replace(found, name="", traffic=quiet, windows=windows)


def public_leg(found: LegFacts) -> LegFacts:
    """Return a leg without hazards and escorts, too."""
    return replace(leg(found), hazard=0.0, attacks=0.0, escorts=0)


def node(found: NodeFacts) -> NodeFacts:
    """Return a place where legs meet without its name."""
    return replace(found, name="")
