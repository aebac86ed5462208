"""Generated missions are sound, plannable on day 0, and the same for the same seed."""

import time
from collections import defaultdict

import pytest

from drawdown.mission import (
    Carrier,
    Mission,
    WindowState,
    digest,
    examine,
    write_mission,
)
from drawdown.mission.generate import generate, tiny

SCALES = (0.15, 0.3, 0.6, 1, 1.2, 2)
MISSIONS = [(scale, seed) for scale in SCALES for seed in range(3)]


@pytest.fixture(params=MISSIONS, ids=lambda p: f"scale{p[0]}-seed{p[1]}")
def mission(request):
    return generate(*request.param)


@pytest.mark.parametrize(("scale", "sites"), [(0.15, 2), (0.3, 4), (1, 13), (3, 39)])
def test_scale_says_how_many_sites_there_are(scale, sites):
    assert len(generate(scale).sites) == sites


def test_scale_one_has_the_size_of_a_large_mission():
    mission = generate(1, 0)
    assert 12_000 < sum(unit.strength for unit in mission.units) < 14_500
    assert 8_000 < sum(lot.count for lot in mission.lots) < 10_000
    assert 190 <= len(mission.lots) <= 230
    assert len(mission.tasks) == 27
    assert len(mission.escorts) == 8
    assert sum(escort.companies for escort in mission.escorts) == 14


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("scale", SCALES)
def test_a_written_mission_has_no_problems_and_reads_back(tmp_path, scale, seed):
    mission = generate(scale, seed)
    write_mission(mission, tmp_path)
    examined = examine(tmp_path)
    assert examined.problems == ()
    assert examined.mission == mission


@pytest.mark.parametrize("seed", range(20))
def test_a_written_tiny_mission_has_no_problems(tmp_path, seed):
    write_mission(tiny(seed), tmp_path)
    examined = examine(tmp_path)
    assert examined.problems == ()
    assert examined.mission == tiny(seed)


def test_the_same_seed_gives_the_same_bytes(tmp_path):
    for name in ("a", "b"):
        write_mission(generate(1, 7), tmp_path / name)
    files = sorted(path.name for path in (tmp_path / "a").iterdir())
    for name in files:
        assert (tmp_path / "a" / name).read_bytes() == (
            tmp_path / "b" / name
        ).read_bytes()


def test_another_seed_gives_another_mission():
    assert len({digest(generate(0.3, seed)) for seed in range(10)}) == 10
    assert len({digest(tiny(seed)) for seed in range(50)}) == 50


def test_130_sites_take_less_than_two_seconds():
    start = time.perf_counter()
    assert len(generate(10).sites) == 130
    assert time.perf_counter() - start < 2


def test_every_feature_is_present(mission):
    kinds = {fleet.kind.value for fleet in mission.fleets}
    assert kinds == {"truck", "low_loader", "aircraft"}
    states = {window.state for window in mission.windows}
    assert states == {WindowState.CLOSED, WindowState.SLOW}
    assert any(site.liquidation for site in mission.sites)
    assert any(not site.liquidation for site in mission.sites)
    assert any(unit.leaves_by for unit in mission.units)
    assert any(unit.local for unit in mission.units)
    assert any(task.must for task in mission.tasks)
    assert any(lot.sensitive for lot in mission.lots)
    assert any(lot.needed_days for lot in mission.lots)
    assert any(leg.escorts for leg in mission.legs)
    assert mission.permits
    assert mission.communities


def test_day_zero_contradicts_no_law(mission):
    for site in mission.sites:
        units = [unit for unit in mission.units if unit.site_id == site.site_id]
        people = sum(unit.strength for unit in units if not unit.local)
        items = sum(lot.count for lot in mission.lots if lot.site_id == site.site_id)
        remaining = sum(unit.remains for unit in units)
        assert people <= site.beds
        assert items <= site.yard
        assert sum(unit.guard_capable for unit in units) >= site.guard_minimum
        assert site.liquidation_guard <= remaining
        if site.liquidation:  # nobody else may stay for the guard of the last day
            assert remaining >= site.guard_minimum


def test_companies_are_persons_beside_the_guards(mission):
    units = {unit.unit_id: unit for unit in mission.units}
    persons = defaultdict(int)
    for escort in mission.escorts:
        persons[escort.unit_id] += escort.persons
    for unit_id, serving in persons.items():
        unit = units[unit_id]
        assert unit.guard_capable + serving <= unit.strength


def test_every_site_is_reached_by_road_and_left_for_a_port_and_for_home(mission):
    forward, roads = _links(mission)
    for site in mission.sites:
        reached = _reached(site.site_id, forward)
        assert "HOME" in reached
        by_road = _reached(site.site_id, roads)
        assert {s.site_id[:3] for s in mission.sites} <= {r[:3] for r in by_road}
        for lot in mission.lots:
            if lot.site_id == site.site_id and lot.exits:
                assert set(lot.exits) & by_road


def _links(mission: Mission):
    legs = {leg.leg_id: leg for leg in mission.legs}
    forward, roads = defaultdict(set), defaultdict(set)
    for route in mission.routes:
        forward[route.from_id].add(route.to_id)
        if route.two_way:
            assert legs[route.legs[0]].mode.value == "road"
            forward[route.to_id].add(route.from_id)
            roads[route.from_id].add(route.to_id)
            roads[route.to_id].add(route.from_id)
    return forward, roads


def _reached(start, links):
    seen, todo = {start}, [start]
    while todo:
        for place in links[todo.pop()] - seen:
            seen.add(place)
            todo.append(place)
    return seen


def test_lots_fall_into_few_combinations(mission):
    kinds = {(lot.carried_by, lot.sensitive, lot.exits) for lot in mission.lots}
    assert len(kinds) <= 5


def test_effort_and_packing_are_whole_numbers(mission):
    assert all(lot.effort == int(lot.effort) for lot in mission.lots)
    assert all(site.packing_per_day == int(site.packing_per_day)
               for site in mission.sites)  # fmt: skip


def test_escorts_serve_every_road_that_needs_them(mission):
    companies = defaultdict(int)
    for escort in mission.escorts:
        for leg in escort.legs:
            companies[leg, escort.group] += escort.companies
    for leg in mission.legs:
        if leg.escorts:
            most = max(n for (name, _), n in companies.items() if name == leg.leg_id)
            assert most >= leg.escorts


def test_only_what_trucks_carry_needs_trucks_at_every_hub(mission):
    homes = {fleet.home_id for fleet in mission.fleets if fleet.kind.value == "truck"}
    hubs = {site.site_id for site in mission.sites if site.kind == "hub"}
    assert any(lot.carried_by is Carrier.TRUCK for lot in mission.lots)
    assert hubs <= homes


def test_every_value_is_marked_as_assumed(mission):
    rows = [mission.header, mission.decision, mission.weights, mission.planning]
    for table in ("sites", "units", "lots", "legs", "routes", "fleets", "tasks"):
        rows += getattr(mission, table)
    assert {row.evidence.source for row in rows} == {"generated"}
    assert {row.evidence.confidence.value for row in rows} == {"assumed"}


def test_blocks_share_ports_and_flights_home_and_nothing_else():
    mission = generate(2)
    blocks = {leg.leg_id: {"2" in end for end in (leg.from_id, leg.to_id)
                           if end not in _exits(mission)}
              for leg in mission.legs}  # fmt: skip
    assert all(len(sides) <= 1 for sides in blocks.values())
    home = {leg.fleet_id for leg in mission.legs if leg.to_id == "HOME"}
    assert len(home) == 1


def _exits(mission):
    return {place.exit_id for place in mission.exits}


@pytest.mark.parametrize("seed", range(50))
def test_tiny_missions_are_tiny(seed):
    mission = tiny(seed)
    assert len(mission.sites) == 2
    assert len(mission.exits) == 1
    assert sum(unit.strength for unit in mission.units) <= 4
    assert sum(lot.count for lot in mission.lots) <= 4
    assert mission.horizon <= 12
