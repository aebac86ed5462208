"""mission.toml: the sections that have one row or a few."""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from drawdown.errors import Problem
from drawdown.mission.nearest import did_you_mean
from drawdown.mission.sheet import Cell, Line, Sheet
from drawdown.mission.tables import BY_SHEET, TABLES, Table

NAME = "mission.toml"
LARGEST = 2_000_000
SECTIONS = tuple(table.sheet for table in TABLES if table.in_toml)


def read_toml(path: Path) -> tuple[list[Sheet], list[Problem]]:
    """Return the sections of a mission.toml as sheets, and what is wrong with it."""
    data, problems = _load(path)
    sheets: list[Sheet] = []
    for name, content in data.items():
        table = BY_SHEET.get(name)
        if table is None or not table.in_toml:
            problems.append(_unknown(name))
            continue
        sheets += _sheets(table, content, problems)
    return sheets, problems


def toml_bytes(sheets: Iterable[Sheet]) -> bytes:
    """Return a mission.toml with the rows of these sheets; empty cells are left out."""
    parts = []
    for sheet in sheets:
        table = next(t for t in TABLES if t.name == sheet.table)
        head = f"[{table.sheet}]" if table.single else f"[[{table.sheet}]]"
        for line in sheet.lines:
            pairs = zip(sheet.header, line.cells, strict=True)
            rows = [f"{k} = {literal(v)}" for k, v in pairs if v not in (None, "")]
            parts.append("\n".join([head, *rows]))
    return ("\n\n".join(parts) + "\n").encode()


def _load(path: Path) -> tuple[dict[str, object], list[Problem]]:
    """Return the content of a TOML file, or why there is none."""
    if path.stat().st_size > LARGEST:
        return {}, [_whole_file(f"it has more than {LARGEST / 1e6:.0f} MB", "")]
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return {}, [_whole_file("the text is not UTF-8", "save it as UTF-8")]
    try:
        return tomllib.loads(text.replace("\r\n", "\n")), []
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return {}, [_whole_file(f"it cannot be read: {error}", "see toml.io")]


def _whole_file(message: str, hint: str) -> Problem:
    return Problem(where=NAME, message=message, hint=hint)


def _unknown(name: str) -> Problem:
    return Problem(
        where=NAME,
        column=name,
        message=f"there is no section “{name}”",
        hint=did_you_mean(name, SECTIONS) or f"sections are {', '.join(SECTIONS)}",
    )


def _sheets(table: Table, content: object, problems: list[Problem]) -> list[Sheet]:
    """Return a sheet for each section of a name."""
    entries = [content] if table.single else content
    if not isinstance(entries, list) or not all(isinstance(e, dict) for e in entries):
        head = f"[{table.sheet}]" if table.single else f"[[{table.sheet}]]"
        problems.append(
            Problem(
                where=NAME,
                column=table.sheet,
                message=f"“{table.sheet}” is not written as a section",
                hint=f"begin it with a line {head}",
            )
        )
        return []
    return [_sheet(table, entry, n) for n, entry in enumerate(entries, 1)]


def _sheet(table: Table, entry: Mapping[str, object], number: int) -> Sheet:
    """Return one section as a sheet of one row."""
    place = table.sheet if table.single else f"{table.sheet}[{number}]"
    cells = tuple(_cell(value) for value in entry.values())
    return Sheet(
        table=table.name,
        where=NAME,
        header=tuple(entry),
        header_line=None,
        lines=(Line(number=None, cells=cells),),
        prefix=f"{place}.",
    )


def _cell(value: object) -> Cell:
    """Return a value of TOML as a cell; what is no single value becomes its text."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return ";".join(value)
    return value if isinstance(value, str | int | float | date) else str(value)


ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\x7f": "\\u007F"}


def literal(value: Cell) -> str:
    """Return a value as TOML writes it."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return '"' + "".join(ESCAPES.get(c, c) for c in value) + '"'
        case date():
            return value.isoformat()
    return repr(value)
