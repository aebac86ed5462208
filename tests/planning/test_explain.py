"""Why things are as planned: on plans whose reasons are known by hand."""

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.missions.hand_plan import hand_plan
from tests.worlds import every_law, two_bases

from drawdown.errors import UsageError
from drawdown.mission import Mission, bundled, digest, read_mission
from drawdown.plan import Disposal, Plan
from drawdown.planning.explain import (
    as_object,
    effect,
    effect_in_words,
    explain,
    in_words,
)
from drawdown.planning.explain.hindrances import Plans
from drawdown.planning.explain.known import Known
from drawdown.planning.explain.site_costs import lost_protection
from drawdown.verifying import verify
from drawdown.verifying.facts import Facts
from drawdown.verifying.replay import Replay


@pytest.fixture(scope="module")
def tutorial() -> tuple[Mission, Plan]:
    mission = read_mission(bundled("tutorial"))
    return mission, hand_plan(mission)


def march(day: int) -> date:
    return date(2030, 3, day)


def laws(found, *, binding: bool) -> set[str]:
    return {rule.law for rule in found.rules if rule.binds is binding}


def test_the_prefect_and_the_liaison_team_hold_the_river_post(tutorial) -> None:
    """He signs from 4 March; packing, trucks and people would be a day sooner."""
    found = explain(*tutorial, "RIVER")
    assert found.slack == 0
    assert laws(found, binding=True) == {"17.2", "17.4"}
    assert "Prefect of the river district" in in_words(found)
    assert {r.law: r.slack for r in found.rules if r.law == "10.1"} == {"10.1": 1}


def test_money_and_a_truce_hold_the_hill_post_and_no_rule(tutorial) -> None:
    """A week earlier spares 7,000 and costs 0.04 attacks: 25,000 more in all."""
    found = explain(*tutorial, "HILL")
    assert found.slack == 12
    assert found.week_earlier == ("no rule stands against it, all else as planned",)
    earlier = next(note for note in found.notes if note.startswith("7 days earlier"))
    assert "-7,000 USD" in earlier
    assert "together +25,000 USD" in earlier


def test_transport_stands_forward_before_the_rains(tutorial) -> None:
    """Trucks that leave on 4 March are at the river on 5 March, after it has closed."""
    found = explain(*tutorial, "RIVER")
    assert found.dates["transport_stands_by"] == march(4)
    assert found.dates["transport_leaves_by"] == march(3)
    assert found.dates["last_safe_day"] == march(4)


def test_a_lot_that_may_not_be_given_has_only_destruction_left() -> None:
    """Tents of the fort leave by its closing day; trucks take two days to it."""
    found = explain(every_law.mission(), every_law.plan(), "CAMP")
    assert found.dates["only_destruction_after"] == every_law.on(21)
    assert found.dates["transport_leaves_by"] == every_law.on(19)
    assert "only destruction is left" in in_words(found)


def test_a_unit_is_told_part_by_part(tutorial) -> None:
    """By which movement, and what keeps it: the guard to the evening before."""
    found = explain(*tutorial, "HILLCOY")
    assert "15 of it with M4 from HILL to HQ" in in_words(found)
    assert "HILL would have 0 guards on 2030-03-14, and needs 2 (§6.1)" in in_words(
        found
    )
    assert "5 days to spare" in in_words(found)


def test_a_handover_is_as_early_as_its_recipient(tutorial) -> None:
    """The gendarmerie is ready on 2 March."""
    found = explain(*tutorial, "PATROLS")
    assert found.slack == 0
    assert "handed over to National gendarmerie" in found.headline


def test_a_residual_task_says_why() -> None:
    """Nobody takes it, or nobody is ready."""
    mission, plan = every_law.mission(), every_law.plan()
    for residual in plan.residuals:
        found = explain(mission, plan, residual.task)
        assert "residual" in found.headline
        assert laws(found, binding=False) == {"20.1"}


LAW = Path(__file__).parents[2] / "docs" / "law" / "README.md"


def sections() -> set[str]:
    """Return the numbers of the sections of the law, such as 19 and 19.1."""
    found, section = set(), ""
    for line in LAW.read_text(encoding="utf-8").splitlines():
        if title := re.match(r"## §(\d+) ", line):
            section = title[1]
            found.add(section)
        elif number := re.match(r"(\d+)\. ", line):
            found.add(f"{section}.{number[1]}")
    return found


SECTIONS = sections()
WORLDS = {"every law": every_law, "two bases": two_bases}


@pytest.mark.parametrize("world", WORLDS)
def test_everything_in_a_mission_can_be_explained(world) -> None:
    """In words and as JSON; no section is cited that the law does not have."""
    mission, plan = WORLDS[world].mission(), WORLDS[world].plan()
    for name in names(mission):
        found = explain(mission, plan, name)
        said = in_words(found)
        assert found.headline in said
        assert set(re.findall(r"§([\d.]*\d)", said)) <= SECTIONS
        assert as_object(found)["name"] == name


@pytest.mark.parametrize("world", WORLDS)
def test_a_plan_without_movements_is_explained_too(world) -> None:
    """A plan by hand may be half done; the verifier says what is missing."""
    mission = WORLDS[world].mission()
    plan = replace(
        WORLDS[world].plan(), movements=(), closures=(), handovers=(), disposals=()
    )
    for name in names(mission):
        assert explain(mission, plan, name).headline


def names(mission: Mission) -> list[str]:
    return [
        *(row.site_id for row in mission.sites),
        *(row.lot_id for row in mission.lots),
        *(row.unit_id for row in mission.units),
        *(row.task_id for row in mission.tasks),
    ]


def test_an_unknown_name_suggests_the_nearest(tutorial) -> None:
    """And a kind can be named."""
    with pytest.raises(UsageError, match="did you mean RIVER"):
        explain(*tutorial, "RIVR")
    with pytest.raises(UsageError, match="no site, lot, unit or task"):
        explain(*tutorial, "lot:RIVER")
    assert explain(*tutorial, "site:RIVER").kind == "site"


def test_a_movement_that_could_leave_earlier_really_could(tutorial) -> None:
    """The judge accepts the plan with one movement on the earliest day."""
    mission, plan = tutorial
    plans = Plans(Known(mission, plan))
    for trip in plans.known.trips:
        earlier = plans.earliest(trip, with_closing=False)
        moved = tuple(
            _moved(one, earlier.day - trip.departs) if one == trip.movement else one
            for one in plan.movements
        )
        verdict = verify(mission, replace(plan, movements=moved), stated=False)
        assert verdict.violations == (), trip.name


def _moved(movement, days: int):
    shift = timedelta(days=days)
    asked = movement.permit_asked
    return replace(
        movement,
        departs=movement.departs + shift,
        arrives=movement.arrives + shift,
        permit_asked=asked and max(asked + shift, march(1)),
    )


def test_stock_agrees_with_the_judge() -> None:
    """People, items and companies at each place on each evening."""
    mission, plan = every_law.mission(), every_law.plan()
    stock, replay = Plans(Known(mission, plan)).stock, Replay(Facts(mission), plan)
    for site in mission.sites:
        for day in range(mission.horizon):
            for unit in mission.units:
                is_so = int(replay.persons.of(unit.unit_id, site.site_id)[day])
                assert stock.evening(("unit", unit.unit_id), site.site_id, day) == is_so
            for lot in mission.lots:
                is_so = int(replay.items.of(lot.lot_id, site.site_id)[day])
                assert stock.evening(("lot", lot.lot_id), site.site_id, day) == is_so
            is_so = int(replay.companies.of("NORTHERN", site.site_id)[day])
            thing = ("company", "NORTHERN")
            assert stock.evening(thing, site.site_id, day) == is_so


@pytest.mark.parametrize("shift", [-2, -1, 1, 3])
@pytest.mark.parametrize("name", ["RIVER", "HILL"])
def test_the_protection_gap_of_another_day_agrees_with_the_judge(
    tutorial, name, shift
) -> None:
    """Only the closing day is moved; the verdict has other faults, and the same gap."""
    mission, plan = tutorial
    known = Known(mission, plan)
    day = known.closing(name) + shift
    closures = tuple(
        replace(c, closed=mission.date(day)) if c.site == name else c
        for c in plan.closures
    )
    moved = verify(mission, replace(plan, closures=closures), stated=False)
    added = lost_protection(known, known.sites[name], day, day - shift)
    gap = plan.objectives.protection_gap + added
    assert moved.objectives.protection_gap == pytest.approx(gap)


def test_an_edit_is_explained_by_what_it_moved(tutorial) -> None:
    """Which tables, which dates, which figures; the rest is counted."""
    mission, plan = tutorial
    old = replace(
        plan,
        mission_digest="0" * 64,
        disposals=(
            *plan.disposals[:-1],
            replace(plan.disposals[-1], on=march(4)),
        ),
        objectives=replace(plan.objectives, money=95_000),
    )
    new = replace(plan, mission_digest=digest(mission))
    found = effect(mission, old, new, "site", "HILL")
    said = "\n".join(effect_in_words(found))
    assert found.other_tables
    assert "CABINS: sell on 2030-03-01 to 2030-03-04 → 2030-03-01 to 2030-03-03" in said
    assert "money: value 95,000 → 95,550 (+550)" in said
    assert effect(mission, old, new, "site", "RIVER").elsewhere == 1


def test_a_plan_that_names_other_things_is_explained_as_far_as_it_goes(
    tutorial,
) -> None:
    """What the mission does not have is left out."""
    mission, plan = tutorial
    stray = Disposal(lot="NONE", disposition="gift", count=1, on=march(1))
    odd = replace(
        plan,
        disposals=(*plan.disposals, stray),
        movements=(*plan.movements, replace(plan.movements[0], route="NOWHERE")),
    )
    for name in ("RIVER", "HILL", "CABINS"):
        assert explain(mission, odd, name) == explain(mission, plan, name)
