"""Plans of nonsense get violations, never an exception."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.worlds import every_law

from drawdown.mission import Disposition
from drawdown.plan import (
    Closure,
    ClosureMode,
    Disposal,
    EscortRelease,
    Handover,
    Load,
    Movement,
    Objectives,
    People,
    Plan,
    PlannedStep,
    Proof,
    Release,
    Residual,
)
from drawdown.verifying import Verdict, verify

MISSION = every_law.mission()


def ids(*known: str) -> st.SearchStrategy[str]:
    """Return ids that the mission has, and some that it has not."""
    return st.sampled_from([*known, "", "?", "~", "HUB~", "…", "x" * 40])


near = st.integers(-5, 60).map(lambda day: MISSION.date(day))
dates = st.one_of(near, st.dates(), st.sampled_from([date.min, date.max]))
counts = st.one_of(
    st.integers(-3, 80), st.sampled_from([10**9, 10**18, 10**30, -(10**30)])
)
units = ids(*(u.unit_id for u in MISSION.units))
lots = ids(*(lot.lot_id for lot in MISSION.lots))
sites = ids("FORT", "POST", "HUB", "PORT", "HOME", "FORK")
tasks = ids(*(t.task_id for t in MISSION.tasks))
groups = ids("NORTHERN", "SOUTHERN")
dispositions = st.sampled_from(Disposition)
routes = ids(
    *(r.route_id for r in MISSION.routes), *(f"{r.route_id}~" for r in MISSION.routes)
)
floats = st.floats()

objectives = st.builds(
    Objectives,
    people_late=floats,
    attacks=floats,
    protection_gap=floats,
    loss=floats,
    money=floats,
    weighted=floats,
)
steps = st.builds(
    PlannedStep, step=ids("notice", "sweep", "survey"), start=dates, end=dates
)
closures = st.builds(
    Closure,
    site=sites,
    closed=st.none() | dates,
    mode=st.none() | st.sampled_from(ClosureMode),
    steps=st.lists(steps, max_size=3).map(tuple),
)
people = st.builds(People, unit=units, persons=counts, guards=counts)
loads = st.builds(Load, lot=lots, count=counts, disposition=st.none() | dispositions)
movements = st.builds(
    Movement,
    movement=ids("M1", "M2"),
    route=routes,
    departs=dates,
    arrives=dates,
    permit_asked=st.none() | dates,
    escorts=st.dictionaries(groups, counts, max_size=2),
    trucks=counts,
    low_loaders=counts,
    people=st.lists(people, max_size=2).map(tuple),
    loads=st.lists(loads, max_size=2).map(tuple),
)


def some(entries: st.SearchStrategy) -> st.SearchStrategy:
    """Return a few entries of a table."""
    return st.lists(entries, max_size=4).map(tuple)


plans = st.builds(
    Plan,
    mission=ids("EVERY-LAW"),
    objectives=objectives,
    proof=st.builds(Proof, value=floats, bound=st.none() | floats),
    closures=some(closures),
    movements=st.lists(movements, max_size=8).map(tuple),
    disposals=some(
        st.builds(Disposal, lot=lots, disposition=dispositions, count=counts, on=dates)
    ),
    releases=some(st.builds(Release, unit=units, persons=counts, on=dates)),
    escort_releases=some(
        st.builds(
            EscortRelease,
            group=groups,
            escort=ids("COYS", "RESERVE"),
            companies=counts,
            site=sites,
            on=dates,
        )
    ),
    handovers=some(st.builds(Handover, task=tasks, start=dates, end=dates)),
    residuals=some(
        st.builds(Residual, task=tasks, gap=dates, reason=st.text(max_size=5))
    ),
)


@settings(max_examples=300, deadline=None)
@given(plans)
def test_no_plan_makes_the_judge_fail(plan: Plan) -> None:
    """Every nonsense is a violation with a law, a place and words."""
    verdict = verify(MISSION, plan)
    assert isinstance(verdict, Verdict)
    assert not verdict.holds
    assert all(v.law and v.message for v in verdict.violations)
