"""Checks: each finds what it is for, where it is, and nothing else."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.mission.small import small_mission

from drawdown.errors import Problem
from drawdown.mission import (
    Fleet,
    FleetKind,
    Mission,
    Mode,
    Permit,
    Site,
    Step,
    Threat,
    Timing,
    Window,
    bundled,
    bundled_names,
    examine,
)
from drawdown.mission.consistency import problems_of

Change = Callable[[Mission], Mission]


def row(table: str, number: int, **values: Any) -> Change:
    """Return the change of some values of one row."""

    def change(mission: Mission) -> Mission:
        rows = list(getattr(mission, table))
        rows[number] = replace(rows[number], **values)
        return replace(mission, **{table: tuple(rows)})

    return change


def single(table: str, **values: Any) -> Change:
    """Return the change of some values of a table of one row."""
    return lambda m: replace(m, **{table: replace(getattr(m, table), **values)})


def more(table: str, *rows: Any) -> Change:
    """Return the addition of rows."""
    return lambda m: replace(m, **{table: (*getattr(m, table), *rows)})


def without(table: str, number: int) -> Change:
    """Return the deletion of one row."""

    def change(mission: Mission) -> Mission:
        rows = list(getattr(mission, table))
        del rows[number]
        return replace(mission, **{table: tuple(rows)})

    return change


def again(table: str) -> Change:
    """Return the repetition of the first row."""
    return lambda m: replace(m, **{table: (*getattr(m, table), getattr(m, table)[0])})


def both(*changes: Change) -> Change:
    """Return changes one after another."""

    def change(mission: Mission) -> Mission:
        for one in changes:
            mission = one(mission)
        return mission

    return change


LONELY = Site(site_id="FAR", name="Far", kind="base", packing_per_day=1)
AIR = Fleet(fleet_id="AIR", kind=FleetKind.AIRCRAFT, home_id="HUB", sorties_per_week=2)
STEP = Step(
    step_id="x",
    site_kind="base",
    name="X",
    timing=Timing.CLOSING,
    days=1,
    crew="survey",
)
OVER = date(2020, 1, 1)

ERRORS = [
    (
        single("decision", deadline=date(9999, 12, 31)),
        "mission.toml",
        None,
        "decision.deadline",
        "at most 3,660 can be planned",
    ),
    (
        single("planning", overrun_days=10**12),
        "mission.toml",
        None,
        "planning.overrun_days",
        "at most 3,660 can be planned",
    ),
    (again("sites"), "sites.csv", 4, "site_id", "BASE stands already 2 rows before"),
    (again("hazards"), "hazards.csv", 3, None, "the same row stands already"),
    (again("steps"), "steps.csv", 4, "step_id", "base inventory stands already"),
    (row("nodes", 0, node_id="HUB"), "nodes.csv", 2, "node_id", "of sites too"),
    (row("units", 0, site_id="BASSE"), "units.csv", 2, "site_id", "no site BASSE"),
    (row("legs", 2, to_id="PROT"), "legs.csv", 4, "to_id", "no site or exit or node"),
    (row("routes", 1, legs=("X9",)), "routes.csv", 3, "legs", "there is no leg X9"),
    (row("routes", 1, to_id="FORK"), "routes.csv", 3, "to_id", "FORK is a node"),
    (row("lots", 0, exits=("PRT",)), "lots.csv", 2, "exits", "there is no exit PRT"),
    (row("steps", 0, crew="survy"), "steps.csv", 2, "crew", "there is no crew survy"),
    (
        row("threats", 0, community_id="TWN"),
        "threats.csv",
        2,
        "community_id",
        "there is no community TWN",
    ),
    (
        single("decision", deadline=date(2023, 6, 1)),
        "mission.toml",
        None,
        "decision.deadline",
        "is before the start",
    ),
    (
        single("decision", liquidation_from=date(2024, 2, 1), liquidation_to=OVER),
        "mission.toml",
        None,
        "decision.liquidation_to",
        "is before liquidation_from",
    ),
    (
        row(
            "fleets", 0, available_from=date(2023, 9, 1), available_to=date(2023, 8, 1)
        ),
        "fleets.csv",
        2,
        "available_to",
        "is before available_from",
    ),
    (
        more("permits", Permit(permit_zone="north", mode=Mode.ROAD, lead_days=2)),
        "permits.csv",
        3,
        "start",
        "another row for north road",
    ),
    (
        more("threats", Threat(community_id="TOWN", start=date(2023, 8, 1), threat=1)),
        "threats.csv",
        3,
        "start",
        "another row for TOWN",
    ),
    (
        row("sites", 0, close_by=OVER),
        "sites.csv",
        2,
        "close_by",
        "is before the start",
    ),
    (
        row("sites", 1, liquidation_guard=41),
        "sites.csv",
        3,
        "liquidation_guard",
        "41 people must remain at HUB and 40 may",
    ),
    (
        row("units", 0, remains=3),
        "units.csv",
        2,
        "remains",
        "which is no liquidation site",
    ),
    (
        row("units", 1, guard_capable=301),
        "units.csv",
        3,
        "guard_capable",
        "301 guard and 100 escort",
    ),
    (
        lambda m: replace(
            m, escorts=(*m.escorts, replace(m.escorts[0], escort_id="E2", rest_days=3))
        ),
        "escorts.csv",
        3,
        "rest_days",
        "rest_days differs from that of E1",
    ),
    (
        row("steps", 1, after=("inventry",)),
        "steps.csv",
        3,
        "after",
        "has no step inventry",
    ),
    (
        row("steps", 0, after=("handover",), timing=Timing.CLOSING),
        "steps.csv",
        3,
        "after",
        "wait for each other: handover → inventory → handover",
    ),
    (
        both(more("steps", STEP), row("steps", 0, after=("x",))),
        "steps.csv",
        2,
        "after",
        "waits for the closing step x",
    ),
    (row("steps", 0, days=0), "steps.csv", 2, "days", "takes no day"),
    (row("legs", 1, to_id="FORK"), "legs.csv", 3, "to_id", "from FORK to itself"),
    (
        row("legs", 2, mode=Mode.AIR),
        "legs.csv",
        4,
        "fleet_id",
        "no fleet carries movements on HUB_PORT",
    ),
    (
        row("legs", 2, mode=Mode.SEA, fleet_id="TRUCKS"),
        "legs.csv",
        4,
        "fleet_id",
        "TRUCKS is a fleet of kind truck",
    ),
    (
        row("legs", 2, fleet_id="TRUCKS"),
        "legs.csv",
        4,
        "fleet_id",
        "is a road, and a fleet is named",
    ),
    (
        row("routes", 0, legs=("FORK_HUB", "BASE_FORK")),
        "routes.csv",
        2,
        "legs",
        "FORK_HUB does not lead on from BASE: it joins FORK and HUB",
    ),
    (
        row("routes", 0, legs=("BASE_FORK",)),
        "routes.csv",
        2,
        "legs",
        "the legs lead to FORK, not HUB",
    ),
    (
        row("legs", 1, one_way=True),
        "routes.csv",
        2,
        "two_way",
        "its leg FORK_HUB is one-way",
    ),
    (
        both(
            more("fleets", replace(AIR, seats=9, slots=9)),
            row("legs", 1, mode=Mode.AIR, fleet_id="AIR"),
        ),
        "routes.csv",
        2,
        "legs",
        "would have to change from road to AIR",
    ),
    (more("sites", LONELY), "sites.csv", 4, "site_id", "no route leads from FAR"),
    (
        row("legs", 1, convoy_persons=0),
        "units.csv",
        2,
        "site_id",
        "no route carries the people of BATT",
    ),
    (
        both(
            row("lots", 0, sensitive=True, gift=None, destroy=None),
            row("legs", 2, escorts=0),
        ),
        "lots.csv",
        2,
        "destroy",
        "secure or escorted (law 11.1), and they may not end on the spot",
    ),
    (
        row("tasks", 0, role="infanterie"),
        "tasks.csv",
        2,
        "role",
        "no unit has the role infanterie",
    ),
    (
        row("tasks", 0, must=True, recipient=""),
        "tasks.csv",
        2,
        "recipient",
        "must be handed over and has no recipient",
    ),
    (row("tasks", 0, teams=1), "tasks.csv", 2, "crew", "takes 1 teams of no crew"),
]

WARNINGS = [
    (row("sites", 0, beds=100), "sites.csv", 2, "beds", "300 people are there"),
    (row("sites", 0, yard=5), "sites.csv", 2, "yard", "20 items are there"),
    (
        row("sites", 0, guard_minimum=201),
        "sites.csv",
        2,
        "guard_minimum",
        "200 guard-capable people are there of 201",
    ),
    (
        row("windows", 0, start=OVER, end=OVER),
        "windows.csv",
        2,
        "start",
        "no day of this row is a day of the plan",
    ),
    (
        more(
            "windows",
            Window(
                window_id="W2",
                leg_id="FORK_HUB",
                start=date(2024, 1, 31),
                end=date(2024, 2, 9),
            ),
        ),
        "windows.csv",
        3,
        "start",
        "no day of this row is a day of the plan (2023-07-01 to 2024-01-30)",
    ),
    (
        single("weights", money=2.0),
        "mission.toml",
        None,
        "weights.money",
        "weighs more than a USD of things lost",
    ),
    (
        single("header", as_of=date(2023, 8, 1)),
        "mission.toml",
        None,
        "mission.as_of",
        "is after the start",
    ),
    (
        row("deliverables", 0, due=OVER),
        "mission.toml",
        None,
        "deliverable[1].due",
        "was due before the start",
    ),
    (
        row("authorities", 0, radius_km=None),
        "mission.toml",
        None,
        "authority[1].radius_km",
        "within no distance",
    ),
    (
        row("sites", 0, counterpart_from=date(2023, 12, 31)),
        "sites.csv",
        2,
        "counterpart_to",
        "is there for 1 days of the mission, its steps take 2",
    ),
    (row("sites", 0, kind="bse"), "sites.csv", 2, "kind", "no step is for sites of"),
    (
        row("sites", 0, thin_out_minimum=3),
        "sites.csv",
        2,
        "thin_out_minimum",
        "no effect",
    ),
    (
        row("sites", 0, counterpart="", counterpart_to=date(2023, 12, 1)),
        "sites.csv",
        2,
        "counterpart",
        "would be left",
    ),
    (row("steps", 0, teams=3), "steps.csv", 2, "teams", "takes 3 teams of survey"),
    (row("units", 0, leaves_by=OVER), "units.csv", 2, "leaves_by", "before the start"),
    (row("legs", 0, escorts=2), "legs.csv", 2, "escorts", "has 1 at most"),
    (row("legs", 1, per_day=0), "legs.csv", 3, "per_day", "no movement can enter"),
    (row("fleets", 0, count=0), "fleets.csv", 2, "count", "carries nothing"),
    (
        row("legs", 0, permit_zone="nord"),
        "legs.csv",
        2,
        "permit_zone",
        "no row of permits.csv has the permit zone nord",
    ),
    (
        both(
            row("lots", 0, gift=None, destroy=None), row("sites", 0, packing_per_day=0)
        ),
        "lots.csv",
        2,
        "site_id",
        "can only leave, and packing_per_day of BASE is 0",
    ),
    (
        row("tasks", 0, ready=date(2024, 1, 9)),
        "tasks.csv",
        2,
        "ready",
        "it is residual",
    ),
    (
        row("tasks", 0, handover_days=10**12),
        "tasks.csv",
        2,
        "ready",
        "handing over takes 1000000000000 days",
    ),
    (row("tasks", 0, effect=0), "tasks.csv", 2, "effect", "that is nobody"),
]


def found(change: Change) -> list[Problem]:
    """Return the problems of the small mission with a change."""
    return list(problems_of(change(small_mission())))


@pytest.mark.parametrize(("change", "where", "line", "column", "message"), ERRORS)
def test_an_error_is_found_where_it_is(
    change: Change, where: str, line: int | None, column: str | None, message: str
) -> None:
    """File, row, column and words are right."""
    errors = [p for p in found(change) if p.level == "error"]
    hits = [p for p in errors if (p.where, p.row, p.column) == (where, line, column)]
    assert any(message in p.message for p in hits), [str(p) for p in errors]


@pytest.mark.parametrize(("change", "where", "line", "column", "message"), WARNINGS)
def test_a_warning_is_no_error(
    change: Change, where: str, line: int | None, column: str | None, message: str
) -> None:
    """What is merely odd, or leaves no plan, can still be planned and explained."""
    problems = found(change)
    assert {p.level for p in problems} == {"warning"}, [str(p) for p in problems]
    hits = [p for p in problems if (p.where, p.row, p.column) == (where, line, column)]
    assert any(message in p.message for p in hits), [str(p) for p in problems]


def test_a_mission_in_order_has_no_problem() -> None:
    """Neither errors nor warnings."""
    assert problems_of(small_mission()) == ()


def test_an_unknown_name_comes_with_the_nearest() -> None:
    """A typing error is mended at a glance."""
    (problem,) = found(row("units", 0, site_id="BASSE"))
    assert problem.hint == "did you mean BASE?"


def test_a_site_without_a_way_out_is_reported_once() -> None:
    """Not again for each of its units and lots."""
    problems = found(without("routes", 0))
    assert [(p.where, p.row) for p in problems] == [("sites.csv", 2)]


def test_a_leg_to_nowhere_is_not_reported_as_a_broken_chain_too() -> None:
    """Consequences are left out."""
    problems = found(row("legs", 2, to_id="PROT"))
    assert [(p.where, p.column) for p in problems] == [("legs.csv", "to_id")]


@pytest.mark.parametrize("name", bundled_names())
def test_bundled_missions_have_no_error(name: str) -> None:
    """Whoever copies them begins with something that is right."""
    problems = examine(bundled(name)).problems
    assert [str(p) for p in problems if p.level == "error"] == []
