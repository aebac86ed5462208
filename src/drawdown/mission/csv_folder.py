"""A mission folder: mission.toml and one CSV file for each table."""

from collections.abc import Iterable
from pathlib import Path

from drawdown.errors import Problem
from drawdown.mission import toml_file
from drawdown.mission.cells import as_text
from drawdown.mission.csv_text import csv_bytes, read_csv
from drawdown.mission.nearest import did_you_mean
from drawdown.mission.sheet import Sheet
from drawdown.mission.tables import BY_NAME, TABLES

CSV_TABLES = tuple(table.name for table in TABLES if not table.in_toml)


def read_folder(folder: Path) -> tuple[list[Sheet], list[Problem]]:
    """Return the sheets of all files of a mission folder, and what is wrong there."""
    sheets, problems = _toml(folder / toml_file.NAME)
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() == ".csv" and path.is_file():
            table = path.stem.lower()
            if table not in CSV_TABLES:
                problems.append(_unknown(path))
                continue
            sheet, found = read_csv(path, table)
            sheets.append(sheet)
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


def _toml(path: Path) -> tuple[list[Sheet], list[Problem]]:
    """Return the sections of mission.toml, or the problem that there is none."""
    if path.is_file():
        return toml_file.read_toml(path)
    return [], [
        Problem(
            where=toml_file.NAME,
            message="the file is missing",
            hint="`drawdown new FOLDER` writes one to begin with",
        )
    ]


def _unknown(path: Path) -> Problem:
    return Problem(
        where=path.name,
        message="there is no table of this name",
        hint=did_you_mean(path.stem, CSV_TABLES)
        or f"tables are {', '.join(CSV_TABLES)}; give other files another ending",
    )
