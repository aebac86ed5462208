"""Workbooks (.xlsx): their sheets, read within bounds of time and memory."""

import json
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

from drawdown.errors import Problem
from drawdown.mission.nearest import did_you_mean
from drawdown.mission.sheet import Cell, Line, Sheet
from drawdown.mission.table_rows import MOST_ROWS, table_rows, too_many_rows
from drawdown.mission.tables import BY_SHEET
from drawdown.mission.zip_guard import WorkbookError, safe_copy

CHILD = Path(__file__).with_name("workbook_child.py")
SECONDS = 30
IGNORED = frozenset({"readme", "lists"})
"""Sheets that we write for people; nothing in them is read."""

Grid = list[tuple[int, list[Cell]]]
"""Number and cells of each row that is not empty."""


def read_workbook(path: Path) -> tuple[list[Sheet], list[Problem]]:
    """Return the tables of a workbook that holds a mission, and what is wrong in it."""
    try:
        grids = _grids(path)
    except WorkbookError as error:
        return [], [problem(path.name, error)]
    sheets: list[Sheet] = []
    problems: list[Problem] = []
    for name, grid in grids.items():
        table = BY_SHEET.get(name.strip().casefold())
        if table is not None:
            sheets.append(_sheet(table.name, f"sheet {name}", grid, problems))
        elif name.casefold() not in IGNORED:
            problems.append(_unknown(name))
    return sheets, problems


def read_table_workbook(path: Path, table: str) -> tuple[Sheet, list[Problem]]:
    """Return the table of a workbook in a folder: its sheet of that name, or its first.

    The sheet has no header if the workbook cannot be read.
    """
    try:
        grids = _grids(path)
    except WorkbookError as error:
        unread = Sheet(table=table, where=path.name, header=())
        return unread, [problem(path.name, error)]
    problems: list[Problem] = []
    name = table if table in grids else next(iter(grids))
    return _sheet(table, path.name, grids[name], problems), problems


def _grids(path: Path) -> dict[str, Grid]:
    """Return the cells of each sheet by its name.

    Raises
    ------
    WorkbookError
        The workbook cannot be read, or not within the limits.

    """
    answer = _ask_child(safe_copy(path))
    if "error" in answer:
        raise WorkbookError(
            f"the workbook cannot be read: {answer['error']}",
            "save it anew as .xlsx from a spreadsheet program",
        )
    return {
        name: [(number, [_cell(cell) for cell in row]) for number, row in rows]
        for name, rows in answer["sheets"].items()
    }


def _ask_child(workbook: bytes) -> dict[str, dict[str, list[tuple[int, list[object]]]]]:
    """Return what the process that reads the cells answers.

    Raises
    ------
    WorkbookError
        It did not answer within the limits.

    """
    command = [sys.executable, "-P", str(CHILD)]
    try:
        done = subprocess.run(  # noqa: S603 (our own program)
            command, input=workbook, capture_output=True, timeout=SECONDS, check=True
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        raise WorkbookError(
            "reading the workbook takes too much memory or time",
            "delete cells far below or to the right of the tables; if there are none, "
            "the file may be made to do harm",
        ) from None
    answer: dict[str, dict[str, list[tuple[int, list[object]]]]] = json.loads(
        done.stdout
    )
    return answer


def _cell(cell: object) -> Cell:
    """Return a cell of the answer; pairs are dates."""
    if isinstance(cell, list):
        kind, text = cell
        return date.fromisoformat(text) if kind == "d" else datetime.fromisoformat(text)
    assert isinstance(cell, str | int | float | bool)
    return cell


def _sheet(table: str, where: str, grid: Grid, problems: list[Problem]) -> Sheet:
    """Return the cells as a sheet: the first row that says something is the header."""
    rows = table_rows(table, grid)
    if len(rows) > MOST_ROWS:
        problems.append(too_many_rows(where))
        rows = []
    elif not rows:
        hint = "the first row has the names of columns"
        problems.append(_problem(where, "the sheet is empty", hint))
    if not rows:
        return Sheet(table=table, where=where, header=())
    (line, header), *lines = rows
    return Sheet(
        table=table,
        where=where,
        header=tuple(str(name).strip() for name in header),
        header_line=line,
        lines=tuple(Line(number=n, cells=tuple(row)) for n, row in lines),
    )


def _unknown(name: str) -> Problem:
    return _problem(
        f"sheet {name}",
        "there is no table of this name",
        did_you_mean(name, BY_SHEET) or f"tables are {', '.join(BY_SHEET)}",
    )


def problem(where: str, error: WorkbookError) -> Problem:
    """Return why a workbook cannot be read."""
    return _problem(where, error.message, error.hint)


def _problem(where: str, message: str, hint: str) -> Problem:
    return Problem(where=where, message=message, hint=hint)
