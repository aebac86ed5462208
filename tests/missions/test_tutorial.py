"""The tutorial mission is sound, and its best plan is the one found by hand."""

import json
from pathlib import Path

import pytest
from tests.missions.hand_plan import VALUES, hand_plan

from drawdown.cli.app import app
from drawdown.mission import bundled, examine, read_mission
from drawdown.verifying import verify

TUTORIAL = bundled("tutorial")
PAGE = Path(__file__).parents[2] / "docs" / "tutorial.md"
can_plan = pytest.mark.skipif("plan" not in list(app), reason="there is no planner yet")


def test_the_mission_has_no_problems():
    assert examine(TUTORIAL).problems == ()


def test_the_page_shows_what_check_prints(capsys):
    app(["check", "tutorial"], result_action="return_value")
    printed = f"$ drawdown check tutorial\n{capsys.readouterr().out}"
    assert printed in PAGE.read_text(encoding="utf-8")


def test_the_judge_finds_no_fault_in_the_plan_found_by_hand():
    mission = read_mission(TUTORIAL)
    verdict = verify(mission, hand_plan(mission))
    assert verdict.violations == ()
    assert verdict.objectives == VALUES


def test_the_page_states_the_values_of_the_plan_found_by_hand():
    page = PAGE.read_text(encoding="utf-8")
    for figure in ("126,750", "95,550", "20,400", "8,000", "2,800"):
        assert figure in page


@pytest.fixture
def planned(tmp_path, monkeypatch, capsys):
    """What ``drawdown plan`` says of the tutorial, planned in an empty folder."""
    monkeypatch.chdir(tmp_path)
    app(["plan", str(TUTORIAL), "--json"], result_action="return_value")
    return json.loads(capsys.readouterr().out)


@can_plan
def test_the_planner_finds_the_plan_found_by_hand(planned):
    assert planned["value"] == pytest.approx(VALUES.weighted, abs=0.01)
    for name in ("people_late", "attacks", "protection_gap", "loss", "money"):
        found = planned["objectives"][name]
        assert found == pytest.approx(getattr(VALUES, name), abs=1e-6)


@can_plan
def test_the_planner_proves_it(planned):
    assert planned["bound"] == pytest.approx(VALUES.weighted, rel=1e-4)
