"""Writing a mission: its rows as sheets, and these as the files of a folder."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from drawdown.mission.cells import as_cell, as_text
from drawdown.mission.columns import EVIDENCE, columns_of
from drawdown.mission.csv_folder import folder_files
from drawdown.mission.mission import Mission
from drawdown.mission.row import Row
from drawdown.mission.sheet import Cell, Line, Sheet
from drawdown.mission.tables import TABLES, Table
from drawdown.mission.writable import ensure_writable
from drawdown.whole_file import write_whole


def write_mission(mission: Mission, folder: Path | str) -> None:
    """Write a mission as a folder; files of its tables that are there are replaced.

    Each file is written whole or not at all. Equal missions give the same bytes.

    Raises
    ------
    MissionError
        It has texts that would be read as others.

    """
    sheets = sheets_of(mission)
    ensure_writable(sheets)
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    for name, content in folder_files(sheets).items():
        write_whole(target / name, content)


def digest(mission: Mission) -> str:
    """Return the SHA-256 of all values of a mission that a plan can depend on.

    Evidence (source, confidence, note) and what really happened are left out: they
    change no plan.
    """
    sha = hashlib.sha256()
    for table in TABLES:
        if table.actual:
            continue
        columns = tuple(columns_of(table.row))
        sha.update("\x1f".join(("\x1d", table.name, *columns)).encode())
        for row in rows_of(mission, table):
            cells = (as_text(as_cell(getattr(row, name))) for name in columns)
            sha.update("\x1f".join(("\x1e", *cells)).encode())
    return sha.hexdigest()


def sheets_of(mission: Mission) -> list[Sheet]:
    """Return all tables of a mission as sheets, with the evidence columns in use."""
    return [_sheet(table, rows_of(mission, table)) for table in TABLES]


def rows_of(mission: Mission, table: Table) -> tuple[Row, ...]:
    """Return the rows of one table."""
    content = getattr(mission, table.name)
    return (content,) if table.single else content


def _sheet(table: Table, rows: tuple[Row, ...]) -> Sheet:
    """Return one table as a sheet."""
    evidence = tuple(evidence_in_use(table, rows))
    lines = tuple(
        Line(number=number, cells=_cells(table, row, evidence))
        for number, row in enumerate(rows, 2)
    )
    names = tuple(_evidence_name(value, part) for value, part in evidence)
    return Sheet(
        table=table.name,
        where=f"{table.sheet}.csv",
        header=(*columns_of(table.row), *names),
        lines=lines,
    )


def evidence_in_use(table: Table, rows: Iterable[Row]) -> Iterable[tuple[str, str]]:
    """Yield value and part of each evidence column with a cell that is not empty."""
    given = list(rows)
    for value in ("", *columns_of(table.row)):
        for part in EVIDENCE:
            if any(_evidence_cell(row, value, part) for row in given):
                yield value, part


def _cells(
    table: Table, row: Row, evidence: tuple[tuple[str, str], ...]
) -> tuple[Cell, ...]:
    """Return the cells of a row, those of its evidence last."""
    columns = columns_of(table.row).values()
    values = (as_cell(getattr(row, c.name), c.kind) for c in columns)
    return (*values, *(_evidence_cell(row, value, part) for value, part in evidence))


def _evidence_name(value: str, part: str) -> str:
    """Return the name of an evidence column."""
    return f"{value}_{part}" if value else part


def _evidence_cell(row: Row, value: str, part: str) -> Cell:
    """Return one cell of evidence, "" or None if there is none."""
    evidence = row.values.get(value) if value else row.evidence
    return None if evidence is None else as_cell(getattr(evidence, part))
