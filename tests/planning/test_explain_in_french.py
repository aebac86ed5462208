"""Explanations and comparisons in French: whole sentences, and no English left."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from tests.missions.hand_plan import hand_plan
from tests.worlds import every_law, two_bases
from tools.catalogues import read

from drawdown.language import TERMINAL, Language
from drawdown.mission import bundled, read_mission
from drawdown.plan import Plan
from drawdown.plan.diff import diff
from drawdown.plan.diff_words import diff_in_words
from drawdown.plan.residual_reason import reason_in_words
from drawdown.planning.explain import effect, effect_in_words, explain, in_words

FRENCH = Language("fr")
TUTORIAL = read_mission(bundled("tutorial"))
WORLDS = {
    "every law": (every_law.mission(), every_law.plan()),
    "two bases": (two_bases.mission(), two_bases.plan()),
    "tutorial": (TUTORIAL, hand_plan(TUTORIAL)),
}


def english() -> list[str]:
    """Return the English phrases between the placeholders, of three words or more."""
    found = set()
    for message in read("fr"):
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        for text in filter(None, ids):
            parts = re.split(r"\{\w+\}", text)
            found |= {part.strip() for part in parts if len(part.split()) >= 3}
    return sorted(found)


ENGLISH = english()


@pytest.mark.parametrize("world", WORLDS)
def test_no_english_is_left_in_a_french_explanation(world) -> None:
    """Of any site, lot, unit or task."""
    mission, plan = WORLDS[world]
    names = [
        *(f"site:{row.site_id}" for row in mission.sites),
        *(f"lot:{row.lot_id}" for row in mission.lots),
        *(f"unit:{row.unit_id}" for row in mission.units),
        *(f"task:{row.task_id}" for row in mission.tasks),
    ]
    for name in names:
        said = in_words(explain(mission, plan, name, FRENCH))
        assert [part for part in ENGLISH if part in said] == []
        assert said != in_words(explain(mission, plan, name))
        assert not re.search(r"\d{4}-\d\d-\d\d", said), said


def test_french_on_the_terminal_has_the_dates_of_the_tables() -> None:
    """As English has."""
    terminal = Language("fr", iso_dates=True)
    said = in_words(explain(*WORLDS["tutorial"], "RIVER", terminal))
    assert "ferme le 2030-03-" in said


def test_an_explanation_in_another_language_has_the_same_slack() -> None:
    """Words change, and nothing else."""
    mission, plan = WORLDS["tutorial"]
    one, other = (
        explain(mission, plan, "RIVER"),
        explain(mission, plan, "RIVER", FRENCH),
    )
    assert one.slack == other.slack
    assert [r.slack for r in one.rules] == [r.slack for r in other.rules]
    assert one.dates == other.dates


def changed(plan: Plan) -> Plan:
    """Return a plan of which something of every part is otherwise."""
    first, *others = sorted(plan.closures, key=lambda row: row.closed is None)
    moved = [
        replace(m, departs=m.departs + timedelta(days=1), trucks=m.trucks + 1)
        for m in plan.movements[1:]
    ]
    assert first.closed is not None
    late = replace(first, closed=first.closed + timedelta(days=2))
    return replace(
        plan,
        closures=(late, *others),
        movements=tuple(moved),
        disposals=plan.disposals[1:],
        handovers=(),
        residuals=(),
        releases=(),
        escort_releases=(),
    )


@pytest.mark.parametrize("world", WORLDS)
def test_no_english_is_left_in_a_french_comparison(world) -> None:
    """Of plans that differ in every part."""
    mission, plan = WORLDS[world]
    other = changed(plan)
    said = diff_in_words(diff(plan, other), FRENCH)
    assert [part for part in ENGLISH if part in said] == []
    assert not re.search(r"\b(closes|departs|persons|items|released|trucks)\b", said)
    site = mission.sites[0].site_id
    more = "\n".join(
        effect_in_words(effect(mission, plan, other, "site", site), FRENCH)
    )
    assert [part for part in ENGLISH if part in more] == []


def test_the_reasons_of_the_planner_are_translated_and_others_are_not() -> None:
    """What somebody wrote into a plan is theirs."""
    planned = "Government; agencies is not ready before the end"
    assert reason_in_words(planned, TERMINAL) == planned
    assert reason_in_words(planned, FRENCH).startswith("Government; agencies n’est pas")
    assert reason_in_words("we forgot", FRENCH) == "we forgot"
