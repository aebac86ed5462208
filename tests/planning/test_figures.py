"""The planner counts as the judge counts: its own figures, to the last unit (§24)."""

import math
from dataclasses import replace
from datetime import timedelta
from functools import cache

import pytest

from drawdown.mission.generate import generate, tiny
from drawdown.planning.plan_mission import Effort, plan_mission
from drawdown.verifying import verify

VALUES = ("people_late", "attacks", "protection_gap", "loss", "money", "weighted")
QUICK = {("tiny", 4), ("tiny", 43), *(("tiny", seed) for seed in range(20, 26))}
QUICK |= {("two sites", seed) for seed in range(6)}
QUICK |= {("two sites in a hurry", seed) for seed in range(200, 206)}
HURRY = timedelta(days=90)
"""By so much the deadline is brought forward."""


def in_a_hurry(seed):
    """Return a mission of two sites with half of the time."""
    mission = generate(0.15, seed)
    deadline = mission.decision.deadline - HURRY
    return replace(mission, decision=replace(mission.decision, deadline=deadline))


KINDS = {
    "tiny": (tiny, range(50)),
    "two sites": (lambda seed: generate(0.15, seed), range(140)),
    "two sites in a hurry": (in_a_hurry, range(200, 206)),
    "three sites": (lambda seed: generate(0.2, seed), range(2, 6)),
}
EVERY = [(kind, seed) for kind, (_, seeds) in KINDS.items() for seed in seeds]


@cache
def planned(kind, seed):
    """Return the plan of a generated mission, and what the judge counts in it."""
    mission = KINDS[kind][0](seed)
    effort = Effort(seconds=None, work=12, first_only=True)
    result = plan_mission(mission, effort, judge=verify)
    assert result.plan is not None, result.conflict
    return result.plan, verify(mission, result.plan, stated=False)


def test_there_are_two_hundred_missions():
    assert len(set(EVERY)) == 200
    assert len(QUICK) == 20
    assert set(EVERY) >= QUICK


@pytest.mark.parametrize(
    ("kind", "seed"),
    [pytest.param(*m, marks=() if m in QUICK else pytest.mark.long) for m in EVERY],
)
def test_planner_and_judge_count_the_same(kind, seed):
    plan, verdict = planned(kind, seed)
    assert verdict.violations == ()
    for name in VALUES:
        stated = getattr(plan.objectives, name)
        counted = getattr(verdict.objectives, name)
        assert math.isclose(stated, counted, rel_tol=1e-12, abs_tol=1e-6), name
    assert plan.proof.value == plan.objectives.weighted


def test_no_value_is_zero_in_all_of_the_quick_missions():
    for name in VALUES:
        assert any(getattr(planned(*m)[0].objectives, name) > 0 for m in QUICK), name
