"""Twelve faults in one folder, and files that do harm: all reported, within bounds."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from tests.mission.faults import bomb, lying_bomb, twelve_faults

from drawdown.mission import examine
from drawdown.mission.template import write_template
from drawdown.mission.zip_guard import WorkbookError, safe_copy

MEASURE = """
import json, resource, subprocess, sys
done = subprocess.run(sys.argv[1:], capture_output=True, text=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
seconds, peak = used.ru_utime + used.ru_stime, used.ru_maxrss * 1024
print(json.dumps([done.returncode, done.stdout, done.stderr, seconds, peak]))
"""
SECONDS = 2.0
"""Of the processor: other tests may run beside this one."""
MEMORY = 300_000_000


def check(path: Path) -> tuple[int, list[dict[str, Any]]]:
    """Return exit code and problems of the command; it keeps within its bounds."""
    program = "from drawdown.cli import main; main()"
    command = [sys.executable, "-c", program, "check", str(path), "--json"]
    measured = subprocess.run(
        [sys.executable, "-c", MEASURE, *command], capture_output=True, check=True
    )
    code, out, err, seconds, peak = json.loads(measured.stdout)
    assert "Traceback" not in out + err
    assert seconds < SECONDS
    assert peak < MEMORY
    return code, json.loads(out)["problems"]


def test_twelve_faults_are_reported_in_one_run(tmp_path: Path) -> None:
    """Under two seconds, below 300 MB, without a traceback, and nothing else."""
    twelve_faults(tmp_path / "m")
    code, problems = check(tmp_path / "m")
    assert code == 1
    found = {(p["where"], p["column"]): p["message"] + p["hint"] for p in problems}
    expected = {
        ("units.csv", "site_id"): "no site KAMPdid you mean CAMP?",
        ("lots.csv", "count"): "-20 is below 0",
        ("windows.csv", "end"): "there is no day 2030-02-30",
        ("legs.csv", "to_id"): "no site or exit or node AWAY",
        ("sites.csv", "site_id"): "no route leads from LONELY to an exit",
        ("units.csv", "strength"): "“four hundred” is no whole number",
        ("nodes.csv", "node_id"): "FORK stands already",
        ("crews.csv", "teams"): "the column is missing",
        ("tasks.csv", "effect"): "“half” is no number",
        ("hazards.csv", "start"): "it means 2030-01-01",
        ("hazards.csv", "end"): "it means 2030-01-31",
        ("communities.csv", "name"): "more than 32,767 characters",
        ("threats.xlsx", None): "zip bomb",
    }
    assert set(found) == set(expected)
    for place, words in expected.items():
        assert words in found[place]
    assert {p["level"] for p in problems} == {"error"}


def test_each_fault_says_in_which_row_it_is(tmp_path: Path) -> None:
    """The header is counted, and the comments above it."""
    twelve_faults(tmp_path / "m")
    lines = (tmp_path / "m" / "units.csv").read_text(encoding="utf-8").splitlines()
    row = next(n for n, line in enumerate(lines, 1) if "KAMP" in line)
    (problem,) = (p for p in examine(tmp_path / "m").problems if "KAMP" in p.message)
    assert problem.row == row


def test_a_bomb_is_refused_as_a_whole_mission_too(tmp_path: Path) -> None:
    """Before anything of it is unpacked."""
    bomb(tmp_path / "m.xlsx", 200_000_000)
    code, (problem,) = check(tmp_path / "m.xlsx")
    assert code == 1
    assert "zip bomb" in problem["hint"]


def test_a_bomb_that_is_no_table_is_reported_too(tmp_path: Path) -> None:
    """Nobody opens it by mistake."""
    twelve_faults(tmp_path / "m")
    (tmp_path / "m" / "threats.xlsx").rename(tmp_path / "m" / "notes.xlsx")
    (problem,) = (
        p for p in examine(tmp_path / "m").problems if p.where == "notes.xlsx"
    )
    assert "zip bomb" in problem.hint
    assert problem.level == "error"


def test_a_bomb_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    """What the list of contents says is not believed."""
    lying_bomb(tmp_path / "m.xlsx")
    with pytest.raises(WorkbookError):
        safe_copy(tmp_path / "m.xlsx")


def far_cell(sheet: Any) -> None:
    """Put a cell where the range of used cells does not fit into any memory."""
    sheet.write(0, 0, "site_id")
    sheet.write(1_048_575, 16_383, "x")


def many_rows(sheet: Any) -> None:
    """Put a cell so far below that reading all rows would take long."""
    sheet.write(0, 0, "site_id")
    sheet.write(500_000, 16, "x")


def one_text_in_many_cells(sheet: Any) -> None:
    """Put a long text, which the file holds once, into very many cells."""
    text = "x" * 32_767
    for row in range(3_000):
        for column in range(10):
            sheet.write_string(row, column, text)


@pytest.mark.parametrize("fill", [far_cell, many_rows, one_text_in_many_cells])
def test_a_workbook_that_swells_while_it_is_read_is_refused(
    tmp_path: Path, fill: Any
) -> None:
    """The process that reads it ends, and not the program."""
    with xlsxwriter.Workbook(tmp_path / "m.xlsx") as book:
        fill(book.add_worksheet("sites"))
    code, (problem,) = check(tmp_path / "m.xlsx")
    assert code == 1
    assert problem["where"] == "m.xlsx"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "no workbook"),
        (b"hello", "no workbook"),
        (b"\xd0\xcf\x11\xe0rest", "old Excel"),
    ],
)
def test_what_is_no_workbook_is_refused_in_words(
    tmp_path: Path, content: bytes, message: str
) -> None:
    """With what to do about it."""
    (tmp_path / "m.xlsx").write_bytes(content)
    (problem,) = examine(tmp_path / "m.xlsx").problems
    assert message in problem.message
    assert problem.hint


@pytest.mark.parametrize(
    ("rows", "message"),
    [(60_000, "more than 50,000 rows"), (10_000_000, "the file has 170 MB")],
)
def test_a_table_of_very_many_rows_is_refused(
    tmp_path: Path, rows: int, message: str
) -> None:
    """It is no table of a mission; the others are read."""
    write_template(tmp_path / "m")
    with (tmp_path / "m" / "permits.csv").open("ab") as file:
        for _ in range(rows // 20_000):
            file.write(b"NORTH,road,,,1,0\n" * 20_000)
    code, (problem,) = check(tmp_path / "m")
    assert code == 1
    assert problem["where"] == "permits.csv"
    assert message in problem["message"]
