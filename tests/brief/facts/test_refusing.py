"""Which plans are shown: all that mean something, good or bad."""

from dataclasses import replace
from datetime import date

import pytest
from tests.brief.plans import empty_plan, mission_of, plan_of

from drawdown.brief.facts import gather
from drawdown.brief.page import page
from drawdown.errors import PlanFileError
from drawdown.language import Language
from drawdown.mission import bundled, read_mission


@pytest.mark.parametrize("name", ["tutorial", "minusma", "unamid"])
def test_a_plan_in_which_nothing_happens_is_shown_with_its_faults(name: str) -> None:
    """It says first that it breaks the laws, and claims nothing that is not so."""
    mission = read_mission(bundled(name))
    b = gather(mission, empty_plan(mission))
    assert b.heading.broken
    text = page(b)
    assert "breaks the laws" in text
    assert "Every task is handed over" not in text
    assert "Everyone who must leave is out" not in text
    assert "breaks no law" not in text
    assert all(task.gap is not None for task in b.tasks)


def test_nonsense_is_refused_entry_by_entry() -> None:
    """Unknown routes and days outside of the plan: one message that lists them."""
    plan = plan_of("minusma")
    first, second, *rest = plan.movements
    bad = replace(
        plan,
        movements=(
            replace(first, route="NOWHERE"),
            replace(second, departs=date(2031, 1, 1)),
            *rest,
        ),
    )
    with pytest.raises(PlanFileError) as caught:
        gather(mission_of("minusma"), bad)
    told = "\n".join(str(problem) for problem in caught.value.problems)
    assert "NOWHERE" in told
    assert "2031-01-01" in told


def test_explanations_are_in_the_language_of_the_reader() -> None:
    """The laws that hold Kidal, in French."""
    b = gather(mission_of("minusma"), plan_of("minusma"), language=Language("fr"))
    kidal = next(site for site in b.sites if site.site_id == "KID")
    assert "ferme le" in kidal.why.headline
