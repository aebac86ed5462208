"""Solvers run alone, and are ended when they take more than they may."""

import subprocess
import sys
import time

import pytest

from against.processes import end, family, gib
from against.race import CP_SAT, HIGHS, PLANNER, Case, Rules, race
from drawdown.mission import bundled, read_mission
from drawdown.mission.generate import generate


@pytest.fixture
def tutorial():
    return Case(
        name="tutorial",
        seed=None,
        mission=read_mission(bundled("tutorial")),
        limit=60.0,
    )


@pytest.fixture
def small():
    return Case(name="scale 0.15", seed=0, mission=generate(0.15, 0), limit=60.0)


def test_highs_runs_in_a_process_of_its_own(tutorial):
    line = race(HIGHS, tutorial, Rules())
    assert (line.ended, line.judged) == ("optimal", "accepted")
    assert line.last.value == pytest.approx(126_750)
    assert line.last.bound == pytest.approx(126_750)
    assert 0 < line.first <= line.seconds < 60
    assert line.size.entries > line.size.rows > 1000
    assert line.laid_out > 0
    assert line.loaded > 0


def test_the_planner_runs_in_a_process_of_its_own(tutorial):
    line = race(PLANNER, tutorial, Rules())
    assert (line.ended, line.judged) == ("planned", "accepted")
    assert line.last.value == pytest.approx(126_750)
    assert 0.02 < line.memory < 4
    assert line.size is None


def test_a_solver_that_does_not_return_is_ended(small):
    began = time.monotonic()
    line = race(HIGHS, small, Rules(grace=-58.0))
    assert line.ended == "ended: too long solving"
    assert time.monotonic() - began < 50


def test_a_solver_that_takes_too_much_memory_is_ended(small):
    line = race(HIGHS, small, Rules(memory=0.03))
    assert line.ended.startswith("ended at 0.03 GiB")


def test_a_model_that_takes_too_long_to_lay_out_is_given_up(small):
    line = race(HIGHS, small, Rules(laying_out=0.01))
    assert line.ended == "ended: too long laying out the model"
    assert line.points == []


def test_cp_sat_keeps_its_time(small, bench_group):
    line = race(CP_SAT, Case(name="s", seed=0, mission=small.mission, limit=3), Rules())
    assert line.ended in ("no solution in time", "feasible")
    assert line.seconds < 30


def test_a_process_is_ended_with_those_that_it_started():
    child = "import subprocess, sys; subprocess.run(['sleep', '60'])"
    process = subprocess.Popen([sys.executable, "-c", child])
    until = time.monotonic() + 20
    while len(family(process.pid)) < 2 and time.monotonic() < until:
        time.sleep(0.05)
    members = family(process.pid)
    assert len(members) == 2
    assert 0 < gib(process.pid) < 1
    end(process.pid)
    process.wait()
    until = time.monotonic() + 20
    while gib(members[1]) and time.monotonic() < until:
        time.sleep(0.05)
    assert not gib(members[1])
