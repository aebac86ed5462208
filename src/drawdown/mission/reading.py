"""Reading a mission: files, rows, and whether they fit together."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from drawdown.errors import MissionError, Problem, UsageError
from drawdown.mission.consistency import inconsistencies
from drawdown.mission.csv_folder import read_folder
from drawdown.mission.draft import Draft, Place
from drawdown.mission.mission import Mission
from drawdown.mission.row import Row
from drawdown.mission.rows import RowReader, unchecked
from drawdown.mission.sheet import Sheet
from drawdown.mission.tables import TABLES, Table
from drawdown.mission.workbook_reader import read_workbook


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """What was found in the files of a mission."""

    mission: Mission | None
    """Absent if there are errors."""
    problems: tuple[Problem, ...]
    """Errors and warnings, in the order of the files and rows."""


def read_mission(path: Path | str) -> Mission:
    """Return the mission of a folder or of a workbook (.xlsx).

    Raises
    ------
    MissionError
        There are errors; it lists the errors of all files.
    UsageError
        There is no such folder or workbook.

    """
    examined = examine(path)
    if examined.mission is None:
        errors = [p for p in examined.problems if p.level == "error"]
        raise MissionError(errors, where=str(path))
    return examined.mission


def examine(path: Path | str) -> Examined:
    """Return the mission of a folder or of a workbook with all that is wrong in it.

    Raises
    ------
    UsageError
        There is no such folder or workbook.

    """
    sheets, problems = _sheets(Path(path))
    if any(problem.where == Path(path).name for problem in problems) and not sheets:
        return Examined(mission=None, problems=tuple(problems))
    draft = build(sheets, problems)
    found = in_order([*draft.problems, *inconsistencies(draft)])
    good = all(problem.level != "error" for problem in found)
    return Examined(mission=draft.mission if good else None, problems=found)


def in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    """Return problems in the order of the tables and their rows."""
    ranks = {table.sheet: rank for rank, table in enumerate(TABLES)}

    def place(problem: Problem) -> tuple[int, str, int]:
        name = problem.where.removeprefix("sheet ").partition(".")[0]
        return ranks.get(name, len(ranks)), problem.where, problem.row or 0

    return tuple(sorted(problems, key=place))


def _sheets(path: Path) -> tuple[list[Sheet], list[Problem]]:
    """Return what stands in the files at a path."""
    if path.is_dir():
        return read_folder(path)
    if path.is_file() and path.suffix.lower() == ".xlsx":
        return read_workbook(path)
    raise UsageError(
        "there is no mission folder or workbook (.xlsx) here", where=str(path)
    )


def build(sheets: Iterable[Sheet], problems: Iterable[Problem]) -> Draft:
    """Return the draft of a mission with all that is wrong in its cells."""
    found = list(problems)
    rows: dict[str, list[tuple[Row, Place]]] = {table.name: [] for table in TABLES}
    failed: set[tuple[str, str]] = set()
    given, files = set(), set()
    for sheet in sheets:
        reader = RowReader(sheet)
        rows[sheet.table] += reader.read()
        found += reader.problems
        failed |= {(sheet.table, column) for column in reader.failed}
        given.add(sheet.table)
        files.add(sheet.where)
    contents: dict[str, Any] = {}
    for table in TABLES:
        if table.required and table.name not in given:
            found += _missing(table, files, found)
            failed.add((table.name, ""))
        found += _too_many(table, [place for _, place in rows[table.name]])
        contents[table.name] = _content(table, [row for row, _ in rows[table.name]])
    return Draft(
        mission=Mission(**contents),
        places={name: tuple(place for _, place in at) for name, at in rows.items()},
        failed=frozenset(failed),
        problems=tuple(found),
    )


def _content(table: Table, rows: list[Row]) -> Row | tuple[Row, ...]:
    """Return what the mission holds for a table."""
    if not table.single:
        return tuple(rows)
    if rows:
        return rows[0]
    return unchecked(table.row, {}) if table.required else table.row()


def _too_many(table: Table, places: list[Place]) -> list[Problem]:
    """Return that a table has several rows and may have one only."""
    return [
        Problem(
            where=place.where,
            row=place.line,
            message=f"the table {table.sheet} has one row only, and this is another",
            hint="delete the row",
        )
        for place in places[1:]
        if table.single
    ]


def _missing(table: Table, files: set[str], found: list[Problem]) -> list[Problem]:
    """Return the problem that a table is missing, unless its whole file is."""
    hint = "every mission needs it; `drawdown new` writes one"
    if any(where.startswith("sheet ") for where in files | {p.where for p in found}):
        return [
            Problem(where=f"sheet {table.sheet}", message="it is missing", hint=hint)
        ]
    if not table.in_toml:
        where = f"{table.name}.csv"
        return [Problem(where=where, message="the file is missing", hint=hint)]
    if any(p.where == "mission.toml" and p.column is None for p in found):
        return []
    return [
        Problem(
            where="mission.toml",
            message=f"the section [{table.sheet}] is missing",
            hint=f"add a section [{table.sheet}]",
        )
    ]
