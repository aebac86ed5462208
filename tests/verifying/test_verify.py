"""The judge accepts good plans, computes their values, and reads any plan at all."""

import time
from dataclasses import replace
from datetime import date, timedelta
from types import ModuleType

import pytest
from tests.worlds import every_law, river_landing, two_bases

from drawdown.mission import Mission, Weights
from drawdown.mission.generate import generate
from drawdown.plan import Load, Movement, Objectives, People, Plan, Proof
from drawdown.verifying import Violation, verify

WORLDS = (two_bases, river_landing, every_law)
NOTHING = Objectives(
    people_late=0, attacks=0, protection_gap=0, loss=0, money=0, weighted=0
)


@pytest.mark.parametrize("world", WORLDS, ids=lambda world: world.__name__)
def test_a_good_plan_breaks_no_law(world: ModuleType) -> None:
    """Plans made by hand hold, with the values that they state."""
    assert verify(world.mission(), world.plan()).violations == ()


@pytest.mark.parametrize("world", WORLDS, ids=lambda world: world.__name__)
def test_the_values_are_those_computed_by_hand(world: ModuleType) -> None:
    """All five, and their weighted sum, without a look at what the plan states."""
    mission, plan = world.mission(), world.plan()
    silent = replace(plan, objectives=NOTHING)
    found = verify(mission, silent, stated=False)
    for name in ("people_late", "attacks", "protection_gap", "loss", "money"):
        stated = getattr(plan.objectives, name)
        assert getattr(found.objectives, name) == pytest.approx(stated, abs=1e-9)
    assert found.objectives.weighted == pytest.approx(plan.objectives.weighted)
    assert found.holds


def test_the_weights_are_those_of_the_mission() -> None:
    """The weighted sum follows the weights, not the defaults (§24.2)."""
    weights = Weights(people_late=1, attacks=0, protection_gap=0, loss=0, money=0)
    mission = replace(river_landing.mission(), weights=weights)
    assert verify(mission, river_landing.plan()).objectives.weighted == 70.0


def test_what_lapses_by_law_is_shown_apart() -> None:
    """Days without an authority that protects are no gap of the plan (§23)."""
    assert verify(river_landing.mission(), river_landing.plan()).lapsed == 200.0
    assert verify(every_law.mission(), every_law.plan()).lapsed == 1050.0


def test_a_community_beyond_the_radius_counts_nowhere() -> None:
    """No closure uncovers what no site covered (§23)."""
    mission = every_law.mission()
    near = tuple(replace(a, radius_km=5.0) for a in mission.authorities)
    found = verify(replace(mission, authorities=near), every_law.plan(), stated=False)
    assert found.objectives.protection_gap == 0.0


def test_days_in_a_row_are_one_violation() -> None:
    """A rule that is broken for days names the first, the last and the worst."""
    mission = every_law.mission()
    sites = tuple(replace(s, beds=110) if s.beds == 150 else s for s in mission.sites)
    found = verify(replace(mission, sites=sites), every_law.plan()).violations
    assert [(v.law, v.where, v.amount) for v in found] == [("8.1", "HUB", 40.0)]
    assert (found[0].on, found[0].until) == (date(2030, 1, 1), date(2030, 2, 3))
    assert "150 people for 110 beds on 2030-01-22" in found[0].message


def test_violations_stand_in_the_order_of_the_law() -> None:
    """Section 2 before section 10, whatever the alphabet says."""
    plan = replace(every_law.plan(), movements=(), disposals=())
    laws = [v.law for v in verify(every_law.mission(), plan).violations]
    numbers = [tuple(int(part) for part in law.split(".")) for law in laws]
    assert numbers == sorted(numbers)


def test_an_empty_plan_is_judged_and_not_refused() -> None:
    """Nobody leaves, nothing ends, no site closes: each is named."""
    plan = Plan(mission="EVERY-LAW", objectives=NOTHING, proof=Proof(value=0))
    laws = {v.law for v in verify(every_law.mission(), plan).violations}
    assert {"7.1", "9.3", "13.5", "17.1", "17.2", "20.2", "24.3"} <= laws


def test_lateness_counts_nobody_twice() -> None:
    """A unit with a date of its own is late once a day, before and after (§5.2)."""
    mission = river_landing.mission()
    units = tuple(replace(u, leaves_by=date(2030, 5, 3)) for u in mission.units)
    found = verify(replace(mission, units=units), river_landing.plan(), stated=False)
    # Days 3 to 9: 14 people; days 10 to 16: 4.
    assert found.objectives.people_late == 7 * 14 + 7 * 4


def test_a_slow_leg_moves_the_arrival() -> None:
    """Extra days count from the day on which the leg is entered (§1.3)."""
    plan = every_law.plan()
    first = plan.movements[0]
    early = replace(first, arrives=first.arrives - timedelta(days=1))
    found = verify(
        every_law.mission(), replace(plan, movements=(early, *plan.movements[1:]))
    )
    assert [v.law for v in found.violations] == ["1.3"]


def test_companies_that_ended_before_the_plan_need_no_release() -> None:
    """They are nowhere, and hold nobody back (§13.5)."""
    mission = every_law.mission()
    gone = replace(
        mission.escorts[0],
        escort_id="GONE",
        unit_id="POST-INF",
        available_to=date(2029, 12, 31),
    )
    more = replace(mission, escorts=(*mission.escorts, gone))
    assert verify(more, every_law.plan()).holds


def busy_plan(mission: Mission, movements: int) -> Plan:
    """Return a plan with many movements that breaks no more laws than it must."""
    routes = [
        r for r in mission.routes if r.from_id in {s.site_id for s in mission.sites}
    ]
    lots, units = mission.lots, [u for u in mission.units if not u.local]
    days = mission.horizon - 12
    made = tuple(
        Movement(
            movement=f"M{i}",
            route=routes[i % len(routes)].route_id,
            departs=mission.date(i % days),
            arrives=mission.date(i % days + 1),
            trucks=4,
            people=(People(unit=units[i % len(units)].unit_id, persons=0),),
            loads=(Load(lot=lots[i % len(lots)].lot_id, count=0),),
        )
        for i in range(movements)
    )
    return Plan(
        mission=mission.header.mission_id,
        objectives=NOTHING,
        proof=Proof(value=0),
        movements=made,
    )


def test_a_plan_of_two_thousand_movements_is_judged_at_once() -> None:
    """Thirteen sites, more than two hundred days: well under a second."""
    mission = generate(1)
    plan = busy_plan(mission, 2_000)
    begun = time.process_time()
    violations = verify(mission, plan).violations
    assert time.process_time() - begun < 2.0
    assert all(isinstance(violation, Violation) for violation in violations)
