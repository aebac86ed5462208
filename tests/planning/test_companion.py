"""The second process, and the search that goes on from its plan."""

import time

import pytest

from drawdown.mission import bundled, digest, read_mission
from drawdown.mission.generate import generate
from drawdown.planning.assemble import assemble
from drawdown.planning.closing_order import closing_order
from drawdown.planning.companion import Companion
from drawdown.planning.neighbourhood import nothing
from drawdown.planning.problem import compile_problem
from drawdown.planning.reach import find_reach
from drawdown.planning.search import Search
from drawdown.planning.timetable import timetabled
from drawdown.verifying import verify

PATIENCE = 400.0
"""Seconds for a plan and bounds, on a busy machine."""


@pytest.fixture(scope="module")
def mission():
    """Return a generated mission that is not small."""
    return generate(0.3, 0)


@pytest.fixture(scope="module")
def companion(mission):
    """Return a second process that has found a plan and a bound of each value."""
    found = Companion(mission, None, planning=True)
    until = time.monotonic() + PATIENCE
    while (found.plan is None or len(found.values) < 5) and time.monotonic() < until:
        time.sleep(0.2)
        found.poll()
    found.close()
    return found


@pytest.mark.long
def test_its_plan_is_whole_and_the_verifier_accepts_it(mission, companion):
    assert companion.plan is not None
    assert companion.plan.complete
    plan = assemble(
        timetabled(compile_problem(mission)),
        companion.plan,
        digest=digest(mission),
        made_by="a test",
        seed=0,
        bound=None,
        bound_by="",
        incumbents=(),
    )
    verdict = verify(mission, plan)
    assert not verdict.violations
    assert verdict.objectives.weighted == pytest.approx(plan.objectives.weighted)


@pytest.mark.long
def test_its_bounds_are_below_its_plan(companion):
    bound, by = companion.best
    assert 0 < bound < companion.plan.value
    assert "buckets" in by


@pytest.mark.long
def test_a_search_goes_on_from_its_plan(mission, companion):
    problem = timetabled(compile_problem(mission))
    empty = nothing(problem)
    search = Search(problem, find_reach(problem, every=False), empty, seed=0)
    search.adopt(companion.plan)
    steps = iter((True, True, False))
    search.run(lambda: next(steps), lambda: None, lambda *_: None)
    assert search.best.complete
    assert search.best.value <= companion.plan.value


def test_ways_sideways_come_beside_the_sensible_ones():
    problem = compile_problem(read_mission(bundled("unamid")))
    narrow = find_reach(problem, every=False)
    wide = find_reach(problem, every=False, sideways=True)
    assert narrow | wide == wide
    more = wide.ways - narrow.ways
    ends = {(problem.ways[n].origin, problem.ways[n].destination) for n in more}
    # Both are as far from the nearest exit.
    assert ("ZAL", "SRO") in ends
    assert wide.ways <= find_reach(problem, every=True).ways


def test_a_hub_waits_the_spare_days_for_those_who_pass_it():
    problem = compile_problem(read_mission(bundled("minusma")))
    wanted = {place.name: 0 for place in problem.closing}
    soon, late = (closing_order(problem, wanted, spare) for spare in (0, 10))
    waiting = {name: late[name] - soon[name] for name in wanted}
    # The last people of Ogossagou have no way out but through Mopti.
    assert waiting.pop("MOP") == 10
    assert not any(waiting.values())
