"""Every plan fits into the models that bound it: no bound hides a plan (§25)."""

import gzip
from dataclasses import replace
from pathlib import Path

import pytest
from tests.planning.projection import near, project

from drawdown.mission import bundled, read_mission
from drawdown.mission.generate import generate, tiny
from drawdown.plan import parse_plan
from drawdown.planning.plan_mission import Effort, plan_mission
from drawdown.verifying import verify

STORED = Path(__file__).parents[1] / "brief" / "data"
LENGTHS = (1, 4, 7, 14)


def planned(mission, work=2):
    """Return a plan, and the bound that it states."""
    result = plan_mission(mission, Effort(seconds=None, work=work), judge=verify)
    assert result.plan is not None
    return result.plan


def fits(mission, plan, length):
    """Assert that a plan holds in a bounding model, and weighs no less than there."""
    projected = project(mission, plan, length)
    value = plan.objectives.weighted
    assert projected.missing == ()
    assert projected.holds
    assert projected.value <= value + near(value)


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("seed", [0, 2, 4, 8, 13, 20])
def test_plans_of_tiny_missions_fit_into_the_bounding_model(seed, length):
    mission = tiny(seed)
    fits(mission, planned(mission), length)


@pytest.mark.parametrize("length", LENGTHS)
def test_the_plan_of_the_tutorial_fits_into_the_bounding_model(length):
    mission = read_mission(bundled("tutorial"))
    fits(mission, planned(mission), length)


@pytest.mark.long
@pytest.mark.parametrize("length", LENGTHS)
def test_the_plan_of_a_generated_mission_fits_into_the_bounding_model(length):
    mission = generate(0.15, 0)
    fits(mission, planned(mission), length)


@pytest.mark.long
@pytest.mark.parametrize("length", [4, 7, 14])
@pytest.mark.parametrize("name", ["minusma", "unamid"])
def test_stored_plans_fit_into_the_bounding_model(name, length):
    mission = read_mission(bundled(name))
    stored = gzip.decompress((STORED / f"{name}-plan.json.gz").read_bytes())
    plan = parse_plan(stored.decode())
    assert verify(mission, plan).violations == ()
    fits(mission, plan, length)


def test_a_plan_with_a_movement_too_many_does_not_fit():
    """The projection sees what is wrong: twice the people do not fit in."""
    mission = read_mission(bundled("tutorial"))
    plan = planned(mission)
    doubled = replace(plan, movements=plan.movements + plan.movements)
    assert not project(mission, doubled, 7).holds
