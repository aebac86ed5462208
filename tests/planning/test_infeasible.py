"""Missions without a plan: the conflict in words, and relaxations that work."""

import time
from dataclasses import replace
from datetime import date

import pytest

from drawdown.cli.planning import exit_code, judge
from drawdown.mission import (
    Mission,
    Window,
    bundled,
    digest,
    read_mission,
    write_mission,
)
from drawdown.planning.contradictions import Cause, contradictions, fatal
from drawdown.planning.plan_mission import Effort, Result, plan_mission
from drawdown.planning.problem import compile_problem
from drawdown.planning.relaxations import offers
from drawdown.planning.relaxations.change import Change, applied
from drawdown.planning.relaxations.ladders import ladders
from drawdown.planning.relaxations.reuse import fitted
from drawdown.verifying import verify

STEPS = Effort(seconds=None, work=30, workers=1)


def tutorial() -> Mission:
    return read_mission(bundled("tutorial"))


def minusma() -> Mission:
    return read_mission(bundled("minusma"))


def march(day: int) -> date:
    return date(2030, 3, day)


def hill_cut_off() -> Mission:
    """Return the tutorial with the only road of the hill shut for all days."""
    base = tutorial()
    shut = Window(
        window_id="SHUT",
        leg_id="HILL-ROAD",
        start=base.header.start,
        end=base.date(base.horizon - 1),
    )
    return replace(base, windows=(*base.windows, shut))


def hill_by(day: date) -> Mission:
    """Return the tutorial with a day by which the hill must close."""
    base = tutorial()
    return replace(
        base,
        sites=tuple(
            replace(s, close_by=day) if s.site_id == "HILL" else s for s in base.sites
        ),
    )


def task_after_the_deadline() -> Mission:
    """Return the tutorial with a task that must be handed over, and is ready late."""
    base = tutorial()
    return replace(
        base,
        tasks=tuple(replace(t, must=True, ready=march(21)) for t in base.tasks),
    )


def no_escorts() -> Mission:
    """Return MINUSMA without escorts from 1 August."""
    base, last = minusma(), date(2023, 7, 31)
    return replace(
        base,
        escorts=tuple(
            replace(e, available_to=min(last, e.available_to or last))
            for e in base.escorts
        ),
    )


def deadline_in_august() -> Mission:
    """Return MINUSMA with 31 August as its deadline."""
    base = minusma()
    return replace(base, decision=replace(base.decision, deadline=date(2023, 8, 31)))


def half_a_yard() -> Mission:
    """Return MINUSMA with half the yard of Gao, and the border to Niger shut."""
    base = minusma()
    shut = tuple(
        Window(
            window_id=f"SHUT-{leg.leg_id}",
            leg_id=leg.leg_id,
            start=base.header.start,
            end=base.date(base.horizon - 1),
        )
        for leg in base.legs
        if "NIA" in (leg.from_id, leg.to_id)
    )
    return replace(
        base,
        windows=(*base.windows, *shut),
        sites=tuple(
            replace(s, yard=s.yard // 2) if s.site_id == "GAO" and s.yard else s
            for s in base.sites
        ),
    )


def sentences(mission: Mission) -> list[str]:
    return [one.sentence for one in fatal(compile_problem(mission))]


@pytest.mark.parametrize("name", ["tutorial", "minusma", "unamid"])
def test_missions_with_plans_are_not_contradictory(name):
    assert contradictions(compile_problem(read_mission(bundled(name)))) == []


def test_a_shut_road_is_named_with_the_people_behind_it():
    (sentence,) = sentences(hill_cut_off())
    assert sentence == "25 people are at HILL, and no way out is ever open"


def test_a_closing_day_before_the_steps_are_done_is_named_with_the_days():
    (found,) = fatal(compile_problem(hill_by(march(1))))
    assert (found.cause, found.name) == (Cause.CLOSING, "HILL")
    assert "HILL cannot close before 2030-03-02, and must close by 2030-03-01" in (
        found.sentence
    )


def test_a_task_that_cannot_be_handed_over_is_named_with_its_dates():
    (sentence,) = sentences(task_after_the_deadline())
    assert "task PATROLS must be handed over" in sentence
    assert "takes 2 days, to 2030-03-22, 1 day" in sentence


def test_a_unit_due_before_any_way_is_open_is_late_not_impossible():
    """Its people are late in every plan, and that is said with the plan."""
    base = tutorial()
    mission = replace(
        base,
        units=tuple(
            replace(u, leaves_by=base.header.start) if u.unit_id == "RIVERCOY" else u
            for u in base.units
        ),
    )
    found = contradictions(compile_problem(mission))
    assert [one.fatal for one in found] in ([], [False])
    result = plan_mission(mission, STEPS, judge=judge)
    assert result.status == "late"
    assert result.plan is not None
    assert verify(mission, result.plan).violations == ()


@pytest.mark.parametrize(
    "make",
    [
        hill_cut_off,
        lambda: hill_by(march(1)),
        pytest.param(task_after_the_deadline, marks=pytest.mark.long),
    ],
)
def test_relaxations_of_small_missions_work_when_they_are_applied(make):
    """Each one, planned anew, has a plan that the verifier accepts."""
    mission = make()
    result = plan_mission(mission, STEPS, judge=judge)
    assert result.status == "infeasible"
    assert exit_code(result) == 3
    assert len(result.relaxations) >= 2
    assert not broken_after(mission, result)


def broken_after(mission: Mission, result: Result) -> list[str]:
    """Apply all offers; return those whose plan is not one of the changed mission."""
    failed = []
    for offer in result.offers:
        changed = applied(mission, offer.changes)
        verdict = verify(changed, offer.plan)
        if verdict.violations or offer.plan.mission_digest != digest(changed):
            failed.append(offer.words)
    return failed


def test_a_change_is_one_cell_and_nothing_else():
    mission = tutorial()
    change = Change(table="sites", row="HILL", column="yard", before=8, after=9)
    changed = applied(mission, [change])
    assert [s.yard for s in changed.sites] == [10, 6, 9]
    assert replace(changed, sites=mission.sites) == mission


def test_a_row_that_goes_is_gone():
    mission = hill_cut_off()
    changed = applied(mission, [Change(table="windows", row="SHUT")])
    assert changed.windows == tutorial().windows


CONFLICTS = {
    no_escorts: (
        "22 items at KID may only be moved",
        "none leaves before 2023-08-14",
        "the last escort company that serves there ends on 2023-07-31",
    ),
    deadline_in_august: (
        "task T03-GAO must be handed over",
        "to 2023-12-21, 112 days after the withdrawal deadline on 2023-08-31",
        "closing the sites takes",
    ),
    half_a_yard: (
        "the yard of GAO takes 2700 items, and 2890 stand there on 2023-07-01",
        "166 items too small",
    ),
}


@pytest.mark.parametrize("make", CONFLICTS)
def test_the_conflict_of_minusma_is_proven_and_told_at_once(make):
    """As the search begins: within 10 s, whatever --seconds says."""
    told: list[tuple[float, str]] = []
    plan_mission(
        make(),
        Effort(seconds=0.5),
        judge=judge,
        on_progress=lambda p: told.append((p.elapsed, p.stage)),
    )
    conflict = [(at, stage) for at, stage in told if stage.startswith("conflict: ")]
    assert conflict
    assert max(at for at, _ in conflict) < 10
    for part in CONFLICTS[make]:
        assert any(part in stage for _, stage in conflict)


@pytest.mark.long
@pytest.mark.parametrize("make", CONFLICTS)
def test_relaxations_of_minusma_work_when_they_are_applied(make, tmp_path):
    """At least two; written as a folder and read, with a plan that is verified.

    Ten to twenty seconds of a processor do; a slow machine may take ten minutes.
    """
    mission = make()
    problem = compile_problem(mission)
    began = time.monotonic()
    found = offers(
        mission,
        ladders(problem, contradictions(problem)),
        judge,
        seed=0,
        workers=2,
        left=lambda: 600 - (time.monotonic() - began),
        tell=lambda _: None,
        here=False,
        narrow=False,
    )
    assert len(found) >= 2
    for number, offer in enumerate(found):
        write_mission(applied(mission, offer.changes), tmp_path / str(number))
        changed = read_mission(tmp_path / str(number))
        assert verify(changed, offer.plan).violations == ()
        assert fatal(compile_problem(changed)) == []


def test_a_plan_is_fitted_to_another_version_only_if_it_keeps_its_laws():
    """Its handover becomes residual where the deadline comes first; a yard that is
    too small for it is none of its missions.
    """
    mission = tutorial()
    plan = plan_mission(mission, STEPS, judge=judge).plan
    assert plan is not None
    assert fitted(plan, mission, judge) is not None
    no_recipient_in_time = applied(
        mission,
        [Change(table="tasks", row="PATROLS", column="latest", after=march(2))],
    )
    same = fitted(plan, no_recipient_in_time, judge)
    assert same is not None
    assert [r.task for r in same.residuals] == ["PATROLS"]
    assert verify(no_recipient_in_time, same).violations == ()
    small = applied(mission, [Change(table="sites", row="HQ", column="yard", after=0)])
    assert fitted(plan, small, judge) is None


def test_an_offer_that_asks_for_more_and_gives_no_more_is_left_out():
    """Nothing is offered twice, and each asks for something."""
    mission = task_after_the_deadline()
    problem = compile_problem(mission)
    offered = offers(
        mission,
        ladders(problem, contradictions(problem)),
        judge,
        seed=0,
        workers=1,
        left=lambda: None,
        tell=lambda _: None,
        here=True,
        narrow=False,
    )
    assert len({offer.changes for offer in offered}) == len(offered) >= 2
    for one in offered:
        for other in offered:
            assert not (
                set(one.changes) < set(other.changes)
                and one.plan.objectives.weighted <= other.plan.objectives.weighted
            )
