"""The best plans of tiny missions: found by trying all, accepted by the judge."""

import json

import pytest
from tests.planning.brute_bound import Bound
from tests.planning.brute_force import best_plan

from drawdown.cli.app import app
from drawdown.mission import write_mission
from drawdown.mission.generate import tiny
from drawdown.verifying import verify

SLOW = {4, 6, 9, 10, 19, 21, 22, 27, 29, 33, 34, 37, 39, 43, 45, 46}
"""To try all their plans takes half a second or more."""


def seeds(*, quick: int):
    """Return all fifty; long are the slow, and those beyond the first so many."""
    return [
        pytest.param(
            seed, marks=pytest.mark.long if seed in SLOW or seed >= quick else ()
        )
        for seed in range(50)
    ]


FEW_STATES = (5, 8, 23, 48, 57)
can_plan = pytest.mark.skipif("plan" not in list(app), reason="there is no planner yet")


@pytest.mark.parametrize("seed", seeds(quick=50))
def test_the_judge_accepts_the_best_plan_and_its_value(seed):
    mission = tiny(seed)
    best = best_plan(mission)
    verdict = verify(mission, best.plan, stated=False)
    assert verdict.violations == ()
    assert verdict.objectives.weighted == pytest.approx(best.value, abs=1e-3)


@pytest.mark.parametrize("seed", FEW_STATES)
def test_the_bound_hides_no_better_plan(seed, monkeypatch):
    guided = best_plan(tiny(seed)).value
    monkeypatch.setattr(Bound, "__call__", lambda self, state: 0.0)
    assert best_plan(tiny(seed)).value == pytest.approx(guided)


def planned_tiny(seed, tmp_path, monkeypatch, capsys):
    write_mission(tiny(seed), tmp_path / "tiny")
    monkeypatch.chdir(tmp_path)
    call = ["plan", "tiny", "--json", "--seconds", "20"]
    app(call, result_action="return_value")
    return json.loads(capsys.readouterr().out)


@can_plan
@pytest.mark.parametrize("seed", seeds(quick=50))
def test_the_planner_finds_the_same_value(seed, tmp_path, monkeypatch, capsys):
    planned = planned_tiny(seed, tmp_path, monkeypatch, capsys)
    best = best_plan(tiny(seed)).value
    assert planned["bound"] <= best + 1e-3
    assert planned["value"] == pytest.approx(best, abs=1e-2)
