"""Regions share exits, aircraft and teams alone: they are planned one by one."""

import multiprocessing
from dataclasses import replace

import pytest
from tests.planning.brute_force import best_plan
from tests.planning.joined import joined

from drawdown.mission import FleetKind, bundled, read_mission
from drawdown.mission.generate import generate, tiny
from drawdown.plan import write_plan
from drawdown.planning.first_plan import Patience, begin
from drawdown.planning.neighbourhood import nothing, valued
from drawdown.planning.plan_mission import Effort, plan_mission
from drawdown.planning.problem import compile_problem
from drawdown.planning.regional_course import Done, Kind, Outline, Piece
from drawdown.planning.regional_crew import Beside
from drawdown.planning.regional_problem import (
    mission_alone,
    numbers,
    problem_of,
    renumbered,
    united,
)
from drawdown.planning.regions import regions
from drawdown.planning.relaxation import relax
from drawdown.planning.reweighing import VALUES
from drawdown.planning.shares import apportioned, shares
from drawdown.planning.timetable import timetabled
from drawdown.planning.value_bounds import least_values
from drawdown.verifying import verify

HOME = "HOMEFLIGHT"


@pytest.fixture(scope="module")
def twofold():
    """Return a mission of two regions of two sites each."""
    return joined(generate(0.15, 0), generate(0.15, 1), fleets=(HOME,))


@pytest.fixture(scope="module")
def problem(twofold):
    """Return the mission laid out."""
    return timetabled(compile_problem(twofold))


def parts_of(problem):
    """Return the problem of each region."""
    found = regions(problem)
    return [
        problem_of(problem, region, share)
        for region, share in zip(found, shares(problem, found), strict=True)
    ]


# ----------------------------------------------------------------------- regions


def test_sites_that_share_exits_flights_and_teams_alone_are_regions(problem):
    found = regions(problem)
    assert [r.sites for r in found] == [{"SAM", "KOR"}, {"SAM-1", "KOR-1"}]
    assert found[0].exits & found[1].exits
    assert found[0].fleets & found[1].fleets == {HOME}
    assert not found[0].routes & found[1].routes


def test_blocks_of_a_generated_mission_are_its_regions():
    found = regions(compile_problem(generate(1.15, 0)))
    assert [len(region.sites) for region in found] == [13, 2]


def test_the_sites_of_the_tutorial_hang_together():
    found = regions(compile_problem(read_mission(bundled("tutorial"))))
    assert len(found) == 1


def test_sites_near_the_same_communities_are_one_region():
    mission = joined(generate(0.15, 0), generate(0.15, 1), fleets=(HOME,), apart=0.1)
    assert len(regions(compile_problem(mission))) == 1


def test_a_group_of_escorts_that_serves_everywhere_joins(twofold):
    group = twofold.escorts[0].group
    escorts = tuple(
        replace(row, legs=()) if row.group == group else row for row in twofold.escorts
    )
    mission = replace(twofold, escorts=escorts)
    assert len(regions(compile_problem(mission))) == 1


def test_a_leg_that_both_travel_joins(twofold):
    far = next(r for r in twofold.routes if r.route_id.endswith("-1"))
    mine = replace(far, route_id="beside", legs=twofold.routes[0].legs)
    mine = replace(mine, from_id=far.from_id, to_id=twofold.routes[0].to_id)
    leg = next(g for g in twofold.legs if g.leg_id == mine.legs[0])
    other = replace(leg, leg_id="beside", from_id=far.from_id, to_id=leg.from_id)
    mission = replace(
        twofold,
        legs=(*twofold.legs, other),
        routes=(*twofold.routes, replace(mine, legs=("beside", *mine.legs))),
    )
    assert len(regions(compile_problem(mission))) == 1


def test_a_site_without_a_way_belongs_to_a_region_that_has_some(twofold):
    hut = replace(twofold.sites[0], site_id="HUT", latitude=-40.0)
    mission = replace(twofold, sites=(hut, *twofold.sites))
    assert sorted(len(r.sites) for r in regions(compile_problem(mission))) == [2, 3]


# ------------------------------------------------------------------------ shares


@pytest.mark.parametrize(
    ("total", "needs", "parts"),
    [
        (10, [1.0, 1.0], [5, 5]),
        (10, [3.0, 1.0], [7, 3]),
        (7, [1.0, 1.0, 1.0], [3, 2, 2]),
        (5, [1000.0, 1.0, 0.0], [4, 1, 0]),
        (1, [1.0, 2.0], [0, 1]),
        (0, [1.0, 2.0], [0, 0]),
        (3, [0.0, 0.0], [0, 0]),
    ],
)
def test_amounts_are_parted_by_need_in_whole_numbers(total, needs, parts):
    assert apportioned(total, needs) == parts


def test_regions_together_have_no_more_than_there_is(problem):
    found = shares(problem, regions(problem))
    mission = problem.mission
    for fleet in mission.fleets:
        rows = [f for s in found for f in s.fleets if f.fleet_id == fleet.fleet_id]
        assert sum(row.sorties_per_week for row in rows) <= fleet.sorties_per_week
        assert sum(row.count for row in rows) == fleet.count
    for number, out in enumerate(mission.exits):
        rows = [share.exits[number] for share in found]
        assert {row.exit_id for row in rows} == {out.exit_id}
        assert sum(row.items_per_day for row in rows) <= out.items_per_day
        assert sum(row.persons_per_day for row in rows) <= out.persons_per_day
        assert all(row.items_per_day > 0 for row in rows) or not out.items_per_day


def test_every_row_is_in_one_region(problem):
    missions = [part.mission for part in parts_of(problem)]
    for table in ("sites", "units", "escorts", "lots", "legs", "routes"):
        rows = [row for mission in missions for row in getattr(mission, table)]
        every = getattr(problem.mission, table)
        assert len(rows) == len(every)
        assert all(row in rows for row in every)


def test_steps_have_the_days_that_they_have_in_the_whole(problem):
    for part in parts_of(problem):
        for site in part.sites:
            name = site.name
            assert part.opening[name] == problem.opening[name]
            assert part.closing_steps.get(name) == problem.closing_steps.get(name)
            assert part.ready_to_close[name] == problem.ready_to_close[name]
            assert part.packing_from[name] == problem.packing_from[name]


def test_people_stay_for_a_task_of_the_whole_mission_in_one_region(twofold):
    must = tuple(
        replace(task, must=task.must or task.task_id == "MISSION-TASK")
        for task in twofold.tasks
    )
    problem = compile_problem(replace(twofold, tasks=must))
    held = [hold.unit for part in parts_of(problem) for hold in part.holds]
    assert sorted(held) == sorted(hold.unit for hold in problem.holds)


# ----------------------------------------------------------------------- uniting


@pytest.mark.parametrize("seed", range(3))
def test_the_value_of_all_is_the_sum_of_the_values_of_regions(seed):
    """For plans, and for what is stuck where nothing moves."""
    small = (generate(0.15, seed), generate(0.15, seed + 10))
    problem = timetabled(compile_problem(joined(*small, fleets=(HOME,))))
    first, still = [], []
    for part in parts_of(problem):
        known = numbers(problem, part)
        begun = begin(part, 0, Patience(clocked=False), lifting=None, tell=_silent)
        assert begun is not None
        first.append(renumbered(known, begun.search.best))
        still.append(renumbered(known, nothing(part)))
    for parts in (first, still):
        whole = united(parts)
        assert whole.value == pytest.approx(valued(problem, whole).value, rel=1e-6)
    assert united(still) == nothing(problem)


def _silent(words):
    """Tell nobody."""


# ------------------------------------------------------------------------ bounds


@pytest.mark.parametrize("seed", [5, 8, 23, 48])
def test_the_bounds_of_regions_are_below_the_best_plans_of_both(seed):
    """By trying all plans of one mission, which is there twice."""
    problem = compile_problem(joined(tiny(seed), tiny(seed)))
    alone = [mission_alone(problem, region) for region in regions(problem)]
    assert len(alone) == 2
    total = sum(relax(compile_problem(mission), 1).bound for mission in alone)
    assert 0 < total * 1e3 <= 2 * best_plan(tiny(seed)).value * (1 + 1e-6)


def test_hardly_anything_is_proven_less_by_regions(problem):
    """Either may prove more: a linear relaxation hangs on what else is in it."""
    alone = [mission_alone(problem, region) for region in regions(problem)]
    total = sum(relax(compile_problem(mission), 28).bound for mission in alone)
    assert total == pytest.approx(relax(problem, 28).bound, rel=1e-3)


def test_a_bound_allows_for_trucks_of_other_regions(problem):
    first, second = regions(problem)
    rows = [row for row in problem.mission.fleets if row.kind is FleetKind.TRUCK]
    visiting = {
        row.home_id: row.count
        for row in mission_alone(problem, first).fleets
        if row.kind is FleetKind.TRUCK and row.home_id not in first.sites
    }
    assert set(visiting) == {"VAL", "ABE", "LAM"}
    theirs = sum(row.count for row in rows if row.home_id in second.sites)
    assert set(visiting.values()) == {theirs}


# ---------------------------------------------------------------------- planning


@pytest.fixture
def pair(monkeypatch):
    """Return a tiny mission of two regions, small as it is planned by regions."""
    monkeypatch.setattr("drawdown.planning.plan_mission.is_small", lambda _: False)
    first = tiny(8)
    crews = tuple(replace(crew, teams=2 * crew.teams) for crew in first.crews)
    exits = tuple(
        replace(
            out,
            items_per_day=2 * out.items_per_day,
            persons_per_day=2 * out.persons_per_day,
        )
        for out in first.exits
    )
    return replace(joined(first, tiny(8)), crews=crews, exits=exits)


def test_a_plan_by_regions_is_between_its_bound_and_what_the_judge_says(pair):
    result = plan_mission(pair, Effort(seconds=None, work=4), judge=verify)
    assert result.plan is not None
    verdict = verify(pair, result.plan)
    assert verdict.violations == ()
    values, proof = result.plan.objectives, result.plan.proof
    assert verdict.objectives.weighted == pytest.approx(values.weighted)
    assert "2 regions" in proof.bound_by
    best = 2 * best_plan(tiny(8)).value
    assert 0 < proof.bound <= best * (1 + 1e-6) <= values.weighted * (1 + 2e-6)


def test_the_bound_of_each_value_is_the_sum_over_regions(pair):
    plan = plan_mission(pair, Effort(seconds=None, work=2), judge=verify).plan
    problem = compile_problem(pair)
    alone = [mission_alone(problem, region) for region in regions(problem)]
    known = [dict(least_values(mission)) for mission in alone]
    for name in VALUES:
        total = sum(bounds[name] for bounds in known)
        value = getattr(plan.objectives, name)
        stated = getattr(plan.proof.bounds, name)
        assert stated == pytest.approx(min(total, value), abs=1e-5), name


def written(mission, path):
    """Return the bytes of the plan after two steps of search."""
    plan = plan_mission(mission, Effort(seconds=None, work=2), judge=verify).plan
    write_plan(plan, path)
    return path.read_bytes()


def test_the_same_mission_seed_and_work_give_the_same_bytes(pair, tmp_path):
    assert written(pair, tmp_path / "1.json") == written(pair, tmp_path / "2.json")


@pytest.mark.long
def test_a_larger_mission_gives_the_same_bytes(twofold, tmp_path):
    first = written(twofold, tmp_path / "1.json")
    assert first == written(twofold, tmp_path / "2.json")


def test_several_processes_plan_regions_and_end(twofold):
    effort = Effort(seconds=90, first_only=True)
    result = plan_mission(twofold, effort, judge=verify)
    assert result.status == "planned"
    assert verify(twofold, result.plan).violations == ()
    assert multiprocessing.active_children() == []


def test_a_process_that_dies_takes_no_plan_with_it(twofold):
    killed = []

    def kill(progress):
        children = multiprocessing.active_children()
        if progress.value is not None and not killed:
            killed.append(children[0])
            children[0].kill()

    effort = Effort(seconds=12)
    result = plan_mission(twofold, effort, judge=verify, on_progress=kill)
    assert killed
    assert result.status == "planned"
    assert multiprocessing.active_children() == []


def test_a_process_that_dies_idle_does_not_end_the_work_of_others(problem):
    found = regions(problem)
    outline = Outline(
        problem=problem,
        regions=found,
        shares=shares(problem, found),
        seed=0,
        clocked=False,
        lifting=False,
    )
    crew = Beside(outline, 2)
    # In the order in which they began.
    idle = min(multiprocessing.active_children(), key=lambda child: child.pid)
    given, heard = [], []

    def choose(worker):
        if worker == 0:
            idle.kill()
        elif not given:
            given.append(Piece(kind=Kind.BOUND, region=1))
            return given[0]
        return None

    crew.run(choose, lambda worker, one: heard.append((worker, one)), lambda: True)
    crew.close()
    assert [worker for worker, _ in heard] == [1, 1]
    assert isinstance(heard[-1][1], Done)


def test_what_is_stuck_in_one_region_is_the_conflict_of_all(pair):
    """No vehicle, no seat: nobody and nothing gets out of the second camp."""
    legs = tuple(
        replace(leg, convoy_persons=0, convoy_vehicles=0)
        if leg.leg_id.endswith("-1")
        else leg
        for leg in pair.legs
    )
    effort = Effort(seconds=None, work=0, first_only=True)
    result = plan_mission(replace(pair, legs=legs), effort, judge=verify)
    assert result.status == "infeasible"
    assert result.conflict
