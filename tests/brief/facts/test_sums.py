"""What a briefing shows adds up to what the judge computes, and to the tables."""

import math
from itertools import pairwise

import pytest
from tests.brief.plans import NAMES, briefing_of, mission_of, plan_of

from drawdown.mission import ItemKind


@pytest.mark.parametrize("name", NAMES)
def test_attacks_losses_and_gaps_add_up_to_the_values(name: str) -> None:
    """By movement and by leg, by lot, by community and week."""
    b = briefing_of(name)
    values = b.heading.objectives
    by_movement = math.fsum(one.attacks for one in b.movements)
    by_leg = math.fsum(leg.attacks for leg in b.legs)
    lost = math.fsum(one.lost or 0.0 for lot in b.lots for one in lot.ended)
    assert by_movement == pytest.approx(values.attacks)
    assert by_leg == pytest.approx(values.attacks)
    assert lost == pytest.approx(values.loss)
    assert b.protection.gap == pytest.approx(values.protection_gap)
    by_community = math.fsum(one.gap for one in b.protection.communities)
    assert by_community == pytest.approx(values.protection_gap)
    assert sum(b.protection.gap_by_week) == pytest.approx(values.protection_gap)
    assert sum(b.protection.lapsed_by_week) == pytest.approx(b.heading.lapsed)


@pytest.mark.parametrize("name", NAMES)
def test_every_item_and_person_is_counted_once(name: str) -> None:
    """What is left and what has ended are all that there was."""
    b, mission = briefing_of(name), mission_of(name)
    for lot in b.lots:
        assert sum(one.count for one in lot.ended) == lot.count, lot.lot_id
    first = {
        kind: sum(lot.count for lot in mission.lots if lot.kind is kind)
        for kind in ItemKind
    }
    assert b.stocks.containers_left[-1] == b.stocks.vehicles_left[-1] == 0
    assert b.stocks.containers_left[0] <= first[ItemKind.CONTAINER]
    assert b.stocks.vehicles_left[0] <= first[ItemKind.VEHICLE]
    people = sum(unit.strength for unit in mission.units)
    for left, out in zip(b.stocks.persons_left, b.stocks.persons_out, strict=True):
        assert left + out == people
    assert b.stocks.persons_left[-1] == b.stocks.remaining
    assert b.stocks.travellers_out[-1] == b.stocks.travellers
    assert sum(unit.out for unit in b.units) == b.stocks.persons_out[-1]


@pytest.mark.parametrize("name", NAMES)
def test_sites_stand_as_the_plan_says_on_every_day(name: str) -> None:
    """States follow each other without a gap, and end with the closing day."""
    b, plan = briefing_of(name), plan_of(name)
    closed = {closure.site: closure for closure in plan.closures}
    for site in b.sites:
        spans = site.states
        assert spans[0].first == b.heading.start
        assert spans[-1].last == b.heading.end
        for before, after in pairwise(spans):
            assert (after.first - before.last).days == 1
        if site.closes is not None:
            assert site.closes == closed[site.site_id].closed
            assert spans[-1].first == site.closes
            assert spans[-1].state.value == closed[site.site_id].mode.value
            index = (site.closes - b.heading.start).days
            assert not any(site.persons[index:])
            assert not any(site.items[index:])


@pytest.mark.parametrize("name", NAMES)
def test_escorts_in_use_are_never_more_than_those_available(name: str) -> None:
    """A valid plan uses what it has."""
    for group in briefing_of(name).escorts:
        for there, used in zip(group.available, group.used, strict=True):
            assert 0 <= used <= there


@pytest.mark.parametrize("name", NAMES)
def test_tasks_are_either_handed_over_or_have_a_gap(name: str) -> None:
    """As the plan says it."""
    plan = plan_of(name)
    given = {one.task: one for one in plan.handovers}
    left = {one.task: one for one in plan.residuals}
    for task in briefing_of(name).tasks:
        assert (task.gap is None) == (task.task_id in given)
        if task.gap is not None:
            assert task.gap == left[task.task_id].gap


def test_the_reported_departures_of_minusma_are_in_the_facts() -> None:
    """With the page that each was read from."""
    reported = {
        one.on.isoformat(): one for one in briefing_of("minusma").stocks.reported
    }
    assert reported["2023-08-28"].uniformed == 1096
    assert reported["2023-10-24"].persons == 5802
    assert reported["2023-12-01"].persons == 10040
    assert all(one.basis.sources for one in reported.values())
