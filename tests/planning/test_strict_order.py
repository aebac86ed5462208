"""``lexicographic = true``: the five values strictly in their order (§24)."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from tests.planning.brute_values import strictly_best

from drawdown.cli.app import app
from drawdown.mission import bundled, read_mission, write_mission
from drawdown.mission.generate import generate, tiny
from drawdown.mission.policy import Weights
from drawdown.plan import read_plan
from drawdown.planning import strict_order
from drawdown.planning.capping import capped
from drawdown.planning.evaluate import EXCEEDING, objectives, value
from drawdown.planning.neighbourhood import nothing
from drawdown.planning.plan_mission import Effort, plan_mission
from drawdown.planning.problem import compile_problem
from drawdown.planning.relaxation import bounding_model
from drawdown.planning.reweighing import VALUES, caps_of, only, reweighed
from drawdown.planning.solver import Limits, solve
from drawdown.planning.strict_order import StrictOrder, concession, level_weights
from drawdown.planning.value_bounds import least_value
from drawdown.verifying import verify

SEEDS = (5, 8, 23, 48, 57)
"""Missions whose plans can all be tried soon, in strict order too."""


def strictly(mission, **policy):
    """Return a mission whose values are served in strict order."""
    planning = replace(mission.planning, lexicographic=True, **policy)
    return replace(mission, planning=planning)


def planned(mission, work=5, **effort):
    """Return a plan; the judge has nothing against it."""
    result = plan_mission(
        mission, Effort(seconds=None, work=work, **effort), judge=verify
    )
    assert verify(mission, result.plan).violations == ()
    return result.plan


@pytest.mark.parametrize("seed", SEEDS)
def test_a_tiny_mission_gets_the_values_of_an_exhaustive_search(seed):
    """One after the other: the first differing value would show."""
    mission = strictly(tiny(seed))
    plan = planned(mission)
    for name, least in strictly_best(mission, VALUES).items():
        assert getattr(plan.objectives, name) == pytest.approx(
            least, abs=1e-3, rel=1e-5
        )


def test_the_order_matters():
    """By weight this mission has more attacks and less loss than in strict order."""
    weighed, strict = planned(tiny(8)), planned(strictly(tiny(8)))
    assert strict.objectives.attacks < weighed.objectives.attacks
    assert strict.objectives.loss > weighed.objectives.loss


def test_each_level_of_the_tutorial_is_proven_and_told(tmp_path, monkeypatch, capsys):
    """In the plan file, in the object that is printed, in words, while it goes on."""
    monkeypatch.chdir(tmp_path)
    mission = strictly(read_mission(bundled("tutorial")))
    write_mission(mission, tmp_path / "strict")
    call = ["plan", "strict", "--work", "5", "--json", "-o", "plan.json"]
    app(call, result_action="return_value")
    captured = capsys.readouterr()
    plan = read_plan(Path("plan.json"))
    assert [level.name for level in plan.proof.levels] == list(VALUES)
    for level in plan.proof.levels:
        assert level.best == getattr(plan.objectives, level.name)
        assert level.bound == pytest.approx(level.best, rel=1e-4)
        assert level.concession <= 1e-4
    said = json.loads(captured.out)["levels"]
    assert [one["best"] for one in said] == [lv.best for lv in plan.proof.levels]
    assert "2 of 5, attacks 0.01 (at least 0.01)" in captured.err
    assert plan.objectives.attacks == pytest.approx(0.01)
    assert plan.objectives.protection_gap == 0


def test_a_concession_of_the_mission_is_used_by_the_values_after_it():
    """A little more risk, and a site is closed earlier for less money."""
    kept = planned(strictly(tiny(2), concession=0.0))
    given = planned(strictly(tiny(2), concession=1.0))
    assert {level.concession for level in given.proof.levels} == {1.0}
    assert given.objectives.attacks <= 2 * kept.objectives.attacks + 1e-6
    assert given.objectives.protection_gap <= 2 * kept.objectives.protection_gap + 1e-6
    assert given.objectives.money < kept.objectives.money


def test_a_larger_mission_keeps_what_was_reached():
    """A mission that is not solved at once: each level within its concession."""
    mission = strictly(generate(0.15, 0))
    plan = planned(mission, work=4)
    assert [level.name for level in plan.proof.levels] == list(VALUES)
    for level in plan.proof.levels:
        found = getattr(plan.objectives, level.name)
        assert found <= level.best * (1 + level.concession) * (1 + 1e-6) + 1e-6
        assert level.bound <= level.best * (1 + 1e-6)


@pytest.mark.long
def test_the_same_work_gives_the_same_plan():
    mission = strictly(generate(0.15, 0))
    assert planned(mission, work=4) == planned(mission, work=4)


def test_nobody_is_told_of_levels_where_values_are_weighed():
    assert planned(tiny(8)).proof.levels == ()


def test_a_first_plan_is_not_served_in_order():
    plan = planned(strictly(tiny(8)), first_only=True)
    assert plan.proof.levels == ()


@pytest.fixture(scope="module")
def problem():
    """Return the tutorial, laid out."""
    return compile_problem(read_mission(bundled("tutorial")))


@pytest.mark.parametrize("length", [1, 7])
def test_the_costs_of_a_model_are_those_of_its_values(problem, length):
    """By any weights, the parts add up: a row of a cap leaves nothing out. Of a bucket
    each value has its own best day, so there they are less together.
    """
    weights = Weights(
        people_late=3e4, attacks=5e5, protection_gap=7.0, loss=2.0, money=0.5
    )
    whole = bounding_model(reweighed(problem, weights), length).matrix()
    total = np.zeros(whole.columns)
    for name in VALUES:
        lone = bounding_model(reweighed(problem, only(name)), length).matrix()
        total += lone.cost * getattr(weights, name) / getattr(only(name), name)
    assert (total <= whole.cost + 1e-9).all()
    if length == 1:
        assert np.allclose(total, whole.cost, rtol=1e-9, atol=1e-9)


def test_a_cap_binds_in_the_bounding_model(problem):
    """Fewer attacks cost money: the bound of money grows as their cap falls."""
    free = least_value(problem.mission, "money")
    capped_at = least_value(problem.mission, "money", {"attacks": 0.01})
    assert capped_at > free + 1


def test_a_cap_below_the_least_leaves_no_solution(problem):
    lone = reweighed(problem, only("money"), caps_of({"attacks": 0.005}))
    model = bounding_model(lone, 7)
    matrix = capped(lone, model, lambda other: bounding_model(other, 7))
    assert solve(model.matrix(), Limits(), relaxed=True).optimal
    assert solve(matrix, Limits(), relaxed=True).infeasible


def test_a_solution_above_a_cap_is_never_better(problem):
    empty = replace(nothing(problem), stuck={})
    money = objectives(problem, empty).money

    def at_most(usd):
        return reweighed(problem, only("loss"), caps_of({"money": usd}))

    at, above = value(at_most(money), empty), value(at_most(money - 1), empty)
    assert above - at == pytest.approx(EXCEEDING)


def test_what_is_conceded_is_the_proven_gap_up_to_a_hundredth():
    assert concession(200.0, 199.0) == pytest.approx(0.005)
    assert concession(200.0, 100.0) == strict_order.MOST
    assert concession(200.0, None) == concession(0.0, 0.0) == 0.0


def test_later_values_weigh_next_to_nothing():
    weights = level_weights(Weights(), "attacks")
    assert (weights.people_late, weights.attacks) == (5e4, 8e5)
    assert (weights.protection_gap, weights.loss) == (0.04, 0.01)
    assert level_weights(Weights(), "attacks", later=0.0).loss == 0
    assert level_weights(Weights(people_late=0.0), "loss").people_late > 0


def test_what_becomes_less_in_a_later_turn_is_kept_too():
    order, values = StrictOrder(mission=strictly(tiny(8))), planned(tiny(8)).objectives
    first = replace(values, people_late=4.0)
    order.begin("people_late", first)
    order.end(first, first)
    order.begin("attacks", first)
    later = replace(first, people_late=2.0)
    order.end(later, later)
    assert order.done[0].best == 2.0
    most = 2.0 * (1 + order.done[0].concession)
    assert order.caps["people_late"] == order.kept["people_late"] == most


def test_a_plan_that_exceeds_what_is_kept_ranks_behind():
    mission = strictly(tiny(8))
    order, values = StrictOrder(mission=mission), planned(tiny(8)).objectives
    order.begin("people_late", values)
    order.end(values, values)
    order.begin("attacks", values)
    late = replace(values, people_late=1.0, attacks=0.0)
    assert order.rank(values) < order.rank(late)
