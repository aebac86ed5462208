"""The critical path and the assumptions, on plans whose answers are known."""

from dataclasses import replace
from itertools import pairwise

from tests.brief.plans import briefing_of, mission_of, plan_of

from drawdown.brief.facts import gather
from drawdown.brief.facts.critical import LinkKind
from drawdown.quantities import Confidence, Evidence


def test_a_chain_goes_back_from_the_last_closing_link_by_link() -> None:
    """Each link ends before the next one of the page begins, but for loose ends."""
    first = briefing_of("minusma").chains[0]
    assert first.links[0].kind is LinkKind.CLOSING
    last = max(s.closes for s in briefing_of("minusma").sites if s.closes)
    assert first.links[0].last == last
    for later, earlier in pairwise(first.links):
        assert earlier.first <= later.last
        assert later.law
        assert later.slack <= 7
    assert first.links[-1].law == ""


def test_the_steps_of_a_chain_are_steps_of_the_plan() -> None:
    """They are drawn as critical in the time chart."""
    b, plan = briefing_of("minusma"), plan_of("minusma")
    known = {(c.site, step.step) for c in plan.closures for step in c.steps}
    steps = frozenset().union(*(chain.steps() for chain in b.chains))
    assert steps
    assert steps <= known


def test_assumptions_weigh_what_rests_on_them() -> None:
    """All losses of MINUSMA rest on assumed values; all running costs too."""
    b = briefing_of("minusma")
    by = {(a.table, a.column): a for a in b.assumptions}
    assert by["lots", "value"].usd == b.heading.objectives.loss
    mission = mission_of("minusma")
    running = sum(
        site.running_cost
        * (
            mission.horizon
            if row.closes is None
            else (row.closes - mission.header.start).days + 1
        )
        for site, row in zip(mission.sites, b.sites, strict=True)
    )
    assert abs(by["sites", "running_cost"].usd - running) < 1
    figures = [a.usd for a in b.assumptions if a.usd is not None]
    assert figures == sorted(figures, reverse=True)
    limits = [a.at_limit for a in b.assumptions if a.usd is None]
    assert limits == sorted(limits, reverse=True)
    assert all(0 <= share <= 1 for share in limits)


def test_what_is_reported_is_no_assumption() -> None:
    """A value that somebody reports leaves the list."""
    mission = mission_of("minusma")
    reported = Evidence(source="report", confidence=Confidence.REPORTED)
    lots = tuple(
        replace(lot, values={**lot.values, "value": reported}) for lot in mission.lots
    )
    changed = gather(replace(mission, lots=lots), plan_of("minusma"))
    assert ("lots", "value") not in {(a.table, a.column) for a in changed.assumptions}
    assert ("lots", "count") in {(a.table, a.column) for a in changed.assumptions}
