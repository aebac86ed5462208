"""What is different from another plan."""

from dataclasses import replace
from datetime import timedelta

from tests.brief.plans import mission_of, plan_of

from drawdown.brief.facts import gather
from drawdown.brief.page import page


def test_a_site_that_closes_later_is_told_with_its_days() -> None:
    """From the other plan to this one."""
    mission, plan = mission_of("minusma"), plan_of("minusma")
    moved = tuple(
        replace(one, closed=one.closed - timedelta(days=3))
        if one.site == "KID" and one.closed
        else one
        for one in plan.closures
    )
    other = replace(plan, closures=moved)
    b = gather(mission, plan, compare=("other.json", other))
    assert b.comparison is not None
    kidal = b.comparison.of("KID")
    assert kidal is not None
    assert (kidal.here - kidal.closes).days == 3
    assert [part for part, _ in b.comparison.changes] == ["sites"]
    text = page(b)
    assert "What is different from the plan other.json" in text
    assert "+3" in text


def test_the_same_plan_is_not_different() -> None:
    """And says so."""
    mission, plan = mission_of("tutorial"), plan_of("tutorial")
    b = gather(mission, plan, compare=("again.json", plan))
    assert b.comparison is not None
    assert b.comparison.changes == ()
    assert "The two plans are the same" in page(b)
