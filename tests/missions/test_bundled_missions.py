"""The bundled missions: in order, and plannable as far as sums can tell."""

import math
from collections import Counter
from pathlib import Path

import pytest
from tests.missions.sums import (
    MISSIONS,
    NAMES,
    bundled_mission,
    escort_days,
    leaving,
    opening_days,
    shortest,
    truck_days,
)

from drawdown.mission import Mission, write_mission
from drawdown.quantities import Confidence


@pytest.fixture(params=NAMES)
def mission(request: pytest.FixtureRequest) -> Mission:
    return bundled_mission(request.param)


def test_every_row_says_how_well_it_is_known(mission: Mission) -> None:
    """Sites, units, lots, ways, transport and tasks carry a confidence."""
    for table in ("sites", "units", "lots", "legs", "fleets", "exits", "tasks"):
        for row in getattr(mission, table):
            assert isinstance(row.evidence.confidence, Confidence), row


def test_it_is_written_back_as_it_stands(mission: Mission, tmp_path: Path) -> None:
    """Reading and writing a bundled mission changes no byte."""
    write_mission(mission, tmp_path)
    for file in tmp_path.iterdir():
        there = MISSIONS / mission.header.mission_id / file.name
        assert file.read_bytes() == there.read_bytes(), file.name


def test_nothing_known_only_later_is_in_the_tables(mission: Mission) -> None:
    """Hazards and permits have no months; windows are seasons."""
    first = mission.header.start
    assert mission.header.as_of < first
    assert all(window.reason for window in mission.windows)
    assert all(h.start is None and h.end is None for h in mission.hazards)
    assert all(p.start is None and p.end is None for p in mission.permits)


def test_people_and_items_fit_where_they_stand_on_day_0(mission: Mission) -> None:
    """Beds and yards hold what is there at the start (law 8)."""
    people, items = Counter(), Counter()
    for unit in leaving(mission):
        people[unit.site_id] += unit.strength
    for lot in mission.lots:
        items[lot.site_id] += lot.count
    for site in mission.sites:
        assert people[site.site_id] <= site.beds, site.site_id
        assert items[site.site_id] <= site.yard, site.site_id


def test_each_site_has_its_guard_when_units_have_left(
    mission: Mission,
) -> None:
    """The units that stay can guard each site (law 6.1)."""
    for site in mission.sites:
        units = [unit for unit in mission.units if unit.site_id == site.site_id]
        lasting = [unit for unit in units if unit.leaves_by is None]
        assert sum(u.guard_capable for u in lasting) >= site.guard_minimum


def test_those_who_remain_are_guard_enough_on_the_deadline(mission: Mission) -> None:
    """Nobody has to be late to guard a liquidation site (laws 4.2, 5, 6)."""
    for site in mission.sites:
        units = [u for u in mission.units if u.site_id == site.site_id]
        if site.liquidation:
            guards = sum(min(u.remains, u.guard_capable) for u in units)
            assert guards >= site.guard_minimum
            assert sum(u.remains for u in units) >= site.liquidation_guard
        else:
            assert not any(u.remains for u in units)


def test_escorts_and_guards_of_a_unit_are_different_people(mission: Mission) -> None:
    """Who escorts does not guard (law 7.2)."""
    escorts = Counter()
    for escort in mission.escorts:
        escorts[escort.unit_id] += escort.persons
    for unit in mission.units:
        assert unit.guard_capable + escorts[unit.unit_id] <= unit.strength


def test_each_escorted_route_has_a_group_that_serves_it(
    mission: Mission,
) -> None:
    """One group goes all the way (law 13.4)."""
    legs = {leg.leg_id: leg for leg in mission.legs}
    groups = [set(e.legs) or set(legs) for e in mission.escorts]
    for route in mission.routes:
        needed = {leg for leg in route.legs if legs[leg].escorts}
        assert not needed or any(needed <= group for group in groups), route


def test_cargo_and_people_of_each_site_reach_an_exit(mission: Mission) -> None:
    """There is a chain of routes from each site to an exit."""
    for site in mission.sites:
        assert shortest(mission, site.site_id, road=True)
        assert shortest(mission, site.site_id, road=False)


def test_routes_begin_where_the_last_leg_ended(mission: Mission) -> None:
    """Legs of a route follow each other."""
    legs = {leg.leg_id: leg for leg in mission.legs}
    for route in mission.routes:
        place = route.from_id
        for name in route.legs:
            ends = [legs[name].from_id, legs[name].to_id]
            assert place in ends, route
            ends.remove(place)
            place = ends[0]
        assert place == route.to_id


def test_sites_can_be_packed_before_the_deadline(mission: Mission) -> None:
    """Opening steps and packing leave a month at least (law 10.1)."""
    for site in mission.sites:
        lots = [lot for lot in mission.lots if lot.site_id == site.site_id]
        packing = math.ceil(
            sum(lot.count * lot.effort for lot in lots) / site.packing_per_day
        )
        assert opening_days(mission, site.kind) + packing < mission.deadline - 30


def test_trucks_have_the_days_that_the_containers_need(mission: Mission) -> None:
    """A fifth of the truck-days is to spare."""
    needed, have = truck_days(mission)
    assert needed < 0.8 * have


def test_escorts_have_the_days_that_the_convoys_need(mission: Mission) -> None:
    """A fifth of the company-days is to spare."""
    needed, have = escort_days(mission)
    assert needed < 0.8 * have


def test_seats_home_are_more_than_the_people_who_leave(mission: Mission) -> None:
    """Flights home have seats for a third more."""
    weeks = mission.deadline // 7
    fleets = {fleet.fleet_id: fleet for fleet in mission.fleets}
    airports = {e.exit_id for e in mission.exits}
    home = {leg.fleet_id for leg in mission.legs if leg.to_id in airports} - {None}
    seats = sum(fleets[f].seats * fleets[f].sorties_per_week * weeks for f in home)
    people = sum(unit.strength - unit.remains for unit in leaving(mission))
    assert seats > 1.3 * people


def test_exits_take_all_items_in_half_of_the_time(mission: Mission) -> None:
    """Exits are not what binds."""
    rates = sum(e.items_per_day or 0 for e in mission.exits)
    items = sum(lot.count for lot in mission.lots)
    assert rates * mission.deadline / 2 > items


def test_tasks_that_must_be_handed_over_can_be(mission: Mission) -> None:
    """Their recipients are ready in time, and somebody has the role (law 20.1)."""
    for task in mission.tasks:
        if task.must:
            end = mission.day(task.ready) + task.handover_days - 1
            assert end <= min(mission.day(task.latest), mission.deadline), task.task_id
        if task.role:
            assert any(
                unit.role == task.role and task.site_id in (None, unit.site_id)
                for unit in mission.units
            ), task.task_id


def test_armour_is_not_destroyed_and_sensitive_lots_not_given(
    mission: Mission,
) -> None:
    """The owner has not consented; law 11.1."""
    for lot in mission.lots:
        if lot.class_id == "veh_armoured":
            assert lot.destroy is None
        if lot.sensitive:
            assert lot.gift is None
            assert lot.sell is None


def test_cargo_has_few_kinds(mission: Mission) -> None:
    """By carrier, sensitivity and exits there are five kinds of cargo."""
    kinds = {(lot.carried_by, lot.sensitive, lot.exits) for lot in mission.lots}
    assert len(kinds) == 5
