"""The movement table: out to a spreadsheet and back, with every problem at once."""

import csv
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.worlds import every_law, river_landing, two_bases

from drawdown.errors import PlanFileError
from drawdown.mission import Disposition
from drawdown.mission.columns import columns_of
from drawdown.plan import Load, Movement, People
from drawdown.plan.movement_import import read_movement_table
from drawdown.plan.movement_line import MovementLine
from drawdown.plan.movement_table import write_movement_table

PLAN = every_law.plan()


@pytest.mark.parametrize("world", [every_law, river_landing, two_bases])
def test_a_plan_comes_back_from_its_table_as_it_was(world, tmp_path: Path) -> None:
    """Movements survive the way to CSV and back, with the mission or without."""
    plan, table = world.plan(), tmp_path / "t.csv"
    empty = replace(plan, movements=())
    write_movement_table(plan, table)
    assert read_movement_table(empty, table) == plan
    write_movement_table(plan, table, world.mission())
    assert read_movement_table(empty, table) == plan


def test_the_mission_fills_in_what_a_reader_wants_to_know(tmp_path: Path) -> None:
    """Origin, destination, mode and class stand beside the route and the lot."""
    write_movement_table(PLAN, tmp_path / "t.csv", every_law.mission())
    with (tmp_path / "t.csv").open() as file:
        rows = {row["uln"]: row for row in csv.DictReader(file)}
    assert rows["M01/1"]["origin"] == "HUB"
    assert rows["M01/1"]["destination"] == "POST"
    assert rows["M05/1"]["mode"] == "air"
    assert rows["M04/3"]["class_id"] == "ammunition"
    assert rows["M04/1"]["ready_to_load"] == "2030-01-08"


def test_equal_plans_give_the_same_bytes(tmp_path: Path) -> None:
    """A table has no time stamp and one order."""
    write_movement_table(PLAN, tmp_path / "a.csv")
    write_movement_table(every_law.plan(), tmp_path / "b.csv")
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()


def table_of(tmp_path: Path, *rows: str) -> Path:
    """Return a table with these rows."""
    header = (
        "movement;route;ready_to_load;arrives;escorts;trucks;unit_id;persons;guards;"
        "lot_id;items;disposition"
    )
    path = tmp_path / "t.csv"
    path.write_text("\n".join([header, *rows]) + "\n")
    return path


def test_a_table_may_be_written_by_hand(tmp_path: Path) -> None:
    """Semicolons, few columns, people and items on one line."""
    path = table_of(
        tmp_path,
        "A1;HUB-PORT;2030-01-05;2030-01-07;NORTH=2;3;INF;20;5;GEAR;2;Repatriate",
        "A1;;;;;;STAFF;4;;;;",
    )
    (movement,) = read_movement_table(PLAN, path).movements
    assert movement == Movement(
        movement="A1",
        route="HUB-PORT",
        departs=every_law.on(4),
        arrives=every_law.on(6),
        escorts={"NORTH": 2},
        trucks=3,
        people=(
            People(unit="INF", persons=20, guards=5),
            People(unit="STAFF", persons=4),
        ),
        loads=(Load(lot="GEAR", count=2, disposition=Disposition.REPATRIATE),),
    )


def test_all_problems_are_reported_at_once(tmp_path: Path) -> None:
    """Each with its row and its column; a cell that is wrong is named once."""
    path = table_of(
        tmp_path,
        "A1;HUB-PORT;05.01.2030;2030-01-07;NORTH;3;INF;20;5;;;",
        "A1;OTHER;;;;;INF;;;;;",
        "A 2;HUB-PORT;2030-01-05;2030-01-07;;;;;;;;",
        "A3;;2030-01-05;2030-01-07;;-1;;4;;;;",
        "A4;HUB-PORT;2030-01-05;2030-01-07;;;;;;GEAR;;lend",
        "A5;HUB-PORT;2030-01-05;2030-01-07;;;;;;;3;",
    )
    with pytest.raises(PlanFileError) as raised:
        read_movement_table(PLAN, path)
    assert sorted((p.row, p.column) for p in raised.value.problems) == [
        (2, "escorts"),
        (2, "ready_to_load"),
        (3, "persons"),
        (3, "route"),
        (4, "movement"),
        (5, "route"),
        (5, "trucks"),
        (5, "unit_id"),
        (6, "disposition"),
        (6, "items"),
        (7, "lot_id"),
    ]


def test_a_missing_column_and_an_unknown_one_are_named(tmp_path: Path) -> None:
    """The nearest known name is suggested."""
    path = tmp_path / "t.csv"
    path.write_text("rout,arrives\nHUB-PORT,2030-01-07\n")
    with pytest.raises(PlanFileError) as raised:
        read_movement_table(PLAN, path)
    text = "\n".join(map(str, raised.value.problems))
    assert "did you mean route?" in text
    assert "column movement: the column is missing" in text


def test_a_file_that_is_not_there_is_no_traceback(tmp_path: Path) -> None:
    """It is an error of the input."""
    with pytest.raises(PlanFileError, match="cannot be read"):
        read_movement_table(PLAN, tmp_path / "none.csv")


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(tmp_path: Path, text: str) -> None:
    """No text makes the reader fail in another way."""
    path = tmp_path / "t.csv"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    with suppress(PlanFileError):
        read_movement_table(PLAN, path)


def test_every_column_is_documented() -> None:
    """The page on the movement table names each column."""
    page = Path(__file__).parents[2] / "docs" / "movement-table.md"
    documented = page.read_text()
    for column in columns_of(MovementLine):
        assert f"`{column}`" in documented
