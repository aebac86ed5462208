"""The template of a mission: every table with comments and an example to replace."""

from collections.abc import Iterator
from pathlib import Path

from drawdown.mission import toml_file
from drawdown.mission.cells import as_text
from drawdown.mission.columns import columns_of
from drawdown.mission.csv_text import csv_bytes
from drawdown.mission.descriptions import column_texts, table_text
from drawdown.mission.documentation import meaning, references
from drawdown.mission.example import example
from drawdown.mission.sheet import Cell, Sheet
from drawdown.mission.tables import BY_NAME, Table
from drawdown.mission.writing import sheets_of
from drawdown.whole_file import write_whole

BEGIN = """\
# A mission of drawdown. This file holds what is said once; each table has a CSV file.
# Replace the example by what you know; `drawdown check` says what is still wrong.
# Beside each value may stand <name>_source, <name>_confidence (reported, derived,
# assumed) and <name>_note. What is not known is left out.
"""


def write_template(folder: Path) -> None:
    """Write the template of a mission; it is a small mission without problems."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in template_files().items():
        write_whole(folder / name, content)


def template_files() -> dict[str, bytes]:
    """Return the content of each file of the template by its name."""
    sheets = sheets_of(example())
    sections = [sheet for sheet in sheets if BY_NAME[sheet.table].in_toml]
    text = "\n".join([BEGIN, *("\n".join(_toml(sheet)) for sheet in sections)])
    files = {toml_file.NAME: text.encode()}
    for sheet in sheets:
        if sheet not in sections:
            files[f"{sheet.table}.csv"] = _csv(sheet)
    return files


def _csv(sheet: Sheet) -> bytes:
    """Return the file of a table, with comments above the header."""
    rows = ([as_text(cell) for cell in line.cells] for line in sheet.lines)
    return csv_bytes(sheet.header, rows, _comments(BY_NAME[sheet.table]))


def _comments(table: Table) -> Iterator[str]:
    """Yield what a table and each of its columns mean."""
    yield from table_text(table.row).split("\n\n")
    for name in columns_of(table.row):
        yield f"{name}: {_about(table, name)}"
    yield "Replace the example below; lines that begin with # may be deleted."


def _about(table: Table, name: str) -> str:
    """Return what one column means and what may stand in it."""
    column = columns_of(table.row)[name]
    parts = [
        column_texts(table.row).get(name, "").replace("``", ""),
        references(table, name),
        meaning(column) + ("; must be filled in" if column.required else ""),
    ]
    return " — ".join(part for part in parts if part)


def _toml(sheet: Sheet) -> Iterator[str]:
    """Yield the lines of the sections of mission.toml that a sheet stands for."""
    table = BY_NAME[sheet.table]
    for line in sheet.lines:
        yield from (f"# {part}" for part in table_text(table.row).split("\n\n"))
        yield f"[{table.sheet}]" if table.single else f"[[{table.sheet}]]"
        for name, cell in zip(sheet.header, line.cells, strict=True):
            yield from _key(table, name, cell)
        yield ""


def _key(table: Table, name: str, cell: Cell) -> Iterator[str]:
    """Yield the lines of one value; one that is absent stands in a comment."""
    yield f"# {_about(table, name)}"
    if cell in (None, ""):
        yield f"# {name} ="
    else:
        yield f"{name} = {toml_file.literal(cell)}"
