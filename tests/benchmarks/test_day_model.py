"""Peers get an honest model: its whole solutions are plans, and plans are in it."""

from dataclasses import replace

import numpy as np
import pytest

from against.day_model import day_model, laid_out
from against.given import Given
from against.highs import solve as solve_by_highs
from against.judged import ACCEPTED, judged
from drawdown.mission import bundled, read_mission
from drawdown.mission.generate import generate
from drawdown.planning.construct import build, least_moved
from drawdown.planning.neighbourhood import start_of
from drawdown.planning.problem import compile_problem
from drawdown.planning.relaxation import relax
from drawdown.planning.search import Search
from drawdown.planning.solver import Limits, solve

BEST = 126_750
"""USD: the best plan of the tutorial, as found by hand."""


@pytest.fixture
def tutorial():
    return read_mission(bundled("tutorial"))


def given(mission, told, every_choice=True):
    return Given(
        model=day_model(mission, every_choice=every_choice),
        limit=60.0,
        threads=1,
        tell=told.append,
        loaded=lambda seconds: None,
    )


@pytest.mark.parametrize("every_choice", [True, False])
def test_highs_finds_the_best_plan_of_the_tutorial(tutorial, every_choice):
    told = []
    outcome = solve_by_highs(given(tutorial, told, every_choice))
    assert outcome.ended == "optimal"
    assert min(p.value for p in told if p.value is not None) == pytest.approx(BEST)
    assert max(p.bound for p in told if p.bound is not None) == pytest.approx(BEST)
    assert judged(tutorial, outcome.plan, every_choice=every_choice) == ACCEPTED


def test_cp_sat_finds_the_best_plan_of_the_tutorial(tutorial, bench_group):
    from against.cp_sat import solve as solve_by_cp_sat

    told = []
    outcome = solve_by_cp_sat(given(tutorial, told))
    assert outcome.ended == "optimal"
    assert min(p.value for p in told if p.value is not None) == pytest.approx(BEST)
    assert max(p.bound for p in told if p.bound is not None) == pytest.approx(BEST)
    assert judged(tutorial, outcome.plan, every_choice=True) == ACCEPTED


def test_a_plan_with_a_number_changed_is_not_accepted(tutorial):
    outcome = solve_by_highs(given(tutorial, []))
    keys = laid_out(compile_problem(tutorial), every_choice=True).assembly.keys
    loads = [n for n, k in enumerate(keys) if k[0] == "x" and outcome.plan[n] > 0]
    outcome.plan[loads[0]] += 1
    assert judged(tutorial, outcome.plan, every_choice=True) != ACCEPTED


def planned(problem):
    """Return a plan of the planner, in the numbers that it reckons with."""
    relaxed = relax(problem, 14)
    first = build(problem, least_moved(problem, relaxed.targets), lambda: True)
    search = Search(problem, relaxed.reach, first, seed=0)
    search.run(lambda: not search.best.complete, lambda: 30.0, lambda *_: None)
    return search.best


@pytest.mark.parametrize(
    "mission",
    [read_mission(bundled("tutorial")), generate(0.15, 0), generate(0.15, 1)],
)
def test_a_plan_of_the_planner_is_a_solution_of_the_model(mission):
    problem = compile_problem(mission)
    plan = planned(problem)
    start = start_of(laid_out(problem, every_choice=True), plan)
    matrix = day_model(mission, every_choice=True).matrix
    keys = laid_out(problem, every_choice=True).assembly.keys
    # A company may end its service on a day without departures: any near will do.
    said = ~np.isnan(start) & np.array([key[0] != "r" for key in keys])
    assert (start[said] <= matrix.upper[said]).all()
    fixed = replace(
        matrix,
        lower=np.where(said, start, matrix.lower),
        upper=np.where(said, start, matrix.upper),
    )
    answer = solve(fixed, Limits(), relaxed=True)
    assert answer.optimal
    assert answer.value == pytest.approx(plan.value)


@pytest.mark.parametrize(
    "mission", [generate(0.15, 1), read_mission(bundled("minusma"))]
)
def test_every_column_has_a_finite_limit_and_every_entry_is_whole(mission):
    model = day_model(mission, every_choice=True)
    assert np.isfinite(model.matrix.upper).all()
    assert (model.matrix.values == np.round(model.matrix.values)).all()
    assert model.size.rows == model.matrix.rows > 1_000
