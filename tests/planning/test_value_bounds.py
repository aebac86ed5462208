"""Each of the five values has a bound of its own, and no plan is below it (§25)."""

import gzip
import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.planning.brute_values import best_by
from tests.planning.projection import near, project

from drawdown.cli.app import app
from drawdown.errors import BoundError
from drawdown.mission import bundled, read_mission
from drawdown.mission.generate import generate, tiny
from drawdown.plan import Objectives, parse_plan
from drawdown.planning import value_bounds
from drawdown.planning.plan_mission import Effort, plan_mission
from drawdown.planning.value_bounds import VALUES, alone, least_values, stated
from drawdown.verifying import verify

STORED = Path(__file__).parents[1] / "brief" / "data"
FEW_STATES = (8, 23, 48, 57)
"""Missions whose plans can all be tried soon, even where one value alone counts."""
ANY = Objectives(
    people_late=0.0, attacks=0.5, protection_gap=7.0, loss=1e6, money=2e6, weighted=9e6
)


@pytest.mark.parametrize("seed", FEW_STATES)
def test_no_plan_of_a_tiny_mission_is_below_a_bound(seed):
    """By trying all plans; the bound of most values is met by one."""
    mission = tiny(seed)
    bounds = dict(least_values(mission))
    assert set(bounds) == set(VALUES)
    met = 0
    for name in VALUES:
        least = best_by(mission, **{name: 1.0}).value
        assert bounds[name] <= least + 1e-6 * (1 + least)
        met += bounds[name] >= least - 1e-5 * (1 + least)
    assert met >= 3


@pytest.fixture(scope="module")
def tutorial():
    """Return the tutorial and a plan of it."""
    mission = read_mission(bundled("tutorial"))
    plan = plan_mission(mission, Effort(seconds=None, work=2), judge=verify).plan
    return mission, plan


@pytest.mark.parametrize("length", [1, 7, 14])
@pytest.mark.parametrize("name", VALUES)
def test_a_plan_fits_into_the_bounding_model_of_each_value(tutorial, name, length):
    fits(*tutorial, name, length)


@pytest.mark.long
@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("name", ["minusma", "unamid"])
def test_stored_plans_fit_into_the_bounding_model_of_each_value(name, value):
    stored = gzip.decompress((STORED / f"{name}-plan.json.gz").read_bytes())
    fits(read_mission(bundled(name)), parse_plan(stored.decode()), value, 28)


def fits(mission, plan, name, length):
    """Assert that a plan is worth no less than it is in the bounding model."""
    projected = project(alone(mission, name), plan, length)
    assert projected.missing == ()
    assert projected.holds
    unit = getattr(alone(mission, name).weights, name)
    value = unit * getattr(plan.objectives, name)
    assert projected.value <= value + near(value)


def test_every_value_of_the_tutorial_has_a_bound_in_the_plan_and_beside_it(
    tmp_path, monkeypatch, capsys
):
    """In the object that is printed, in the file, and in words."""
    monkeypatch.chdir(tmp_path)
    call = ["plan", "tutorial", "--workers", "1", "--json", "-o", "plan.json"]
    app(call, result_action="return_value")
    found = json.loads(capsys.readouterr().out)
    kept = json.loads(Path("plan.json").read_text())["proof"]["bounds"]
    assert found["bounds"] == {**kept, "weighted": found["bound"]}
    for name in VALUES:
        assert 0 <= kept[name] <= found["objectives"][name]
    assert kept["attacks"] == pytest.approx(0.01)
    assert verify(read_mission(bundled("tutorial")), parse("plan.json")).holds


def test_bounds_come_from_the_second_process_too():
    result = plan_mission(tiny(0), Effort(seconds=8), judge=verify)
    assert None not in [getattr(result.plan.proof.bounds, name) for name in VALUES]


def test_what_is_not_known_is_left_out():
    """A first plan is not bounded; a value of 0 is at its bound all the same."""
    effort = Effort(seconds=None, work=1, first_only=True)
    plan = plan_mission(tiny(0), effort, judge=verify).plan
    assert plan.proof.bounds.money is None
    assert plan.proof.bounds.people_late == plan.objectives.people_late == 0


def test_a_value_below_its_bound_is_an_error_of_the_program():
    assert stated({"loss": 1e6, "money": 1.5e6}, ANY).money == 1.5e6
    with pytest.raises(BoundError, match="attacks"):
        stated({"attacks": 0.51}, ANY)


def test_a_plan_below_a_bound_is_never_let_out(monkeypatch):
    monkeypatch.setattr(value_bounds, "least_value", lambda mission, name: 1e9)
    with pytest.raises(BoundError):
        plan_mission(tiny(0), Effort(seconds=None, work=1), judge=verify)


def test_the_judge_finds_a_value_below_its_bound(tutorial):
    mission, plan = tutorial
    bounds = replace(plan.proof.bounds, loss=plan.objectives.loss + 1)
    false = replace(plan, proof=replace(plan.proof, bounds=bounds))
    (violation,) = verify(mission, false).violations
    assert (violation.law, violation.where) == ("25.1", "loss")
    assert violation.amount == pytest.approx(1)


def test_a_mission_with_a_few_thousand_departures_is_bounded():
    bounds = dict(least_values(generate(0.15, 0)))
    assert bounds["loss"] > 0
    assert bounds["money"] > 0


def parse(path):
    return parse_plan(Path(path).read_text())
