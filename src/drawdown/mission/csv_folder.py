"""A mission folder: mission.toml and one CSV file for each table."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from drawdown.errors import Problem
from drawdown.mission import toml_file
from drawdown.mission.cells import as_text
from drawdown.mission.csv_text import csv_bytes, read_csv
from drawdown.mission.nearest import did_you_mean
from drawdown.mission.sheet import Sheet
from drawdown.mission.tables import BY_NAME, TABLES
from drawdown.mission.workbook_reader import problem, read_table_workbook
from drawdown.mission.zip_guard import WorkbookError, safe_copy

FINDINGS = ("claims", "commitments", "timeline")
"""Tables that `drawdown read --into` writes; they are no input of a plan."""
CSV_TABLES = tuple(table.name for table in TABLES if not table.in_toml)


def read_folder(folder: Path) -> tuple[list[Sheet], list[Problem]]:
    """Return the sheets of all files of a mission folder, and what is wrong there."""
    sheets, problems = _toml(folder / toml_file.NAME)
    for path in sorted(folder.iterdir()):
        if path.stem.lower() in FINDINGS:
            continue
        if path.suffix.lower() in READERS and path.is_file() and not _hidden(path):
            sheet, found = _table(path, {sheet.table: sheet for sheet in sheets})
            sheets += [sheet] if sheet else []
            problems += found
    return sheets, problems


def folder_files(sheets: Iterable[Sheet]) -> dict[str, bytes]:
    """Return the content of each file of a mission folder by its name."""
    given = list(sheets)
    sections = [sheet for sheet in given if BY_NAME[sheet.table].in_toml]
    files = {toml_file.NAME: toml_file.toml_bytes(sections)}
    for sheet in given:
        if not BY_NAME[sheet.table].in_toml:
            rows = ([as_text(cell) for cell in line.cells] for line in sheet.lines)
            files[f"{sheet.table}.csv"] = csv_bytes(sheet.header, rows)
    return files


READERS = {".csv": read_csv, ".xlsx": read_table_workbook}
"""How the file of a table is read, by its ending."""


def _hidden(path: Path) -> bool:
    """Return whether a program put a file there for itself, as Excel does (~$)."""
    return path.name.startswith((".", "~$"))


def _table(
    path: Path, given: Mapping[str, Sheet]
) -> tuple[Sheet | None, list[Problem]]:
    """Return the table of a file, and what is wrong with the file."""
    table = path.stem.lower()
    if table not in CSV_TABLES:
        return None, [_unknown(path)]
    try:
        sheet, problems = READERS[path.suffix.lower()](path, table)
    except OSError as error:
        unread = Sheet(table=table, where=path.name, header=())
        return unread, [_unreadable(path, error)]
    if sheet and table in given:
        problems.append(
            Problem(
                where=path.name,
                message=f"the table is there twice, here and in {given[table].where}",
                hint="delete one of the two files",
            )
        )
        return None, problems
    return sheet, problems


def _toml(path: Path) -> tuple[list[Sheet], list[Problem]]:
    """Return the sections of mission.toml, or the problem that there is none."""
    if path.is_file():
        try:
            return toml_file.read_toml(path)
        except OSError as error:
            return [], [_unreadable(path, error)]
    return [], [
        Problem(
            where=toml_file.NAME,
            message="the file is missing",
            hint="`drawdown new FOLDER` writes one to begin with",
        )
    ]


def _unreadable(path: Path, error: OSError) -> Problem:
    return Problem(
        where=path.name,
        message=f"the file cannot be read: {error.strerror}",
        hint="check its permissions, and whether another program holds it",
    )


def _unknown(path: Path) -> Problem:
    """Return that a file is no table; other workbooks may well lie in the folder."""
    if path.suffix.lower() == ".xlsx":
        try:
            safe_copy(path)
        except WorkbookError as error:
            return problem(path.name, error)
        return Problem(
            where=path.name,
            message="this workbook is no table of the mission and is not read",
            hint="`drawdown import FILE.xlsx FOLDER` makes a folder of it",
            level="warning",
        )
    return Problem(
        where=path.name,
        message="there is no table of this name",
        hint=did_you_mean(path.stem, CSV_TABLES)
        or f"tables are {', '.join(CSV_TABLES)}; give other files another ending",
    )
