"""Reads the cells of a workbook in a process of its own, within limits.

Run as a program: the workbook on standard input, its sheets as JSON on standard
output. It imports nothing of drawdown, so that it starts quickly. A workbook that
takes too much memory or time ends this process and not the one that asked.
"""

import io
import json
import re
import sys
import zipfile
from datetime import date, datetime
from xml.etree import ElementTree as ET

import python_calamine as calamine

MEMORY = 280_000_000
SECONDS = 20
MOST_CELLS = 3_000_000
"""Of one sheet, from its first row and column to its last, empty ones counted."""
MOST_TEXT = 50_000_000
"""Characters of all cells: one long text may stand in very many cells."""
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
ERROR_CELL = re.compile(
    rb'<c (?=[^>]*t="e")[^>]*r="([A-Z]+)([0-9]+)"[^>]*>.*?<v>([^<]*)</v>', re.DOTALL
)


def limit() -> None:
    """Set the limits, where the system has them."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


Rows = list[tuple[int, list[object]]]
"""Number and cells of each row that is not empty."""


def sheets(workbook: bytes) -> dict[str, Rows]:
    """Return the rows of each sheet by its name."""
    book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(workbook))
    errors, found, room = error_cells(workbook), {}, MOST_TEXT
    for name in book.sheet_names:
        sheet = book.get_sheet_by_name(name)
        if sheet.total_height * sheet.total_width > MOST_CELLS:
            raise ValueError(
                f"sheet {name} has {sheet.total_height:,} rows and "
                f"{sheet.total_width:,} columns; delete what is far from the table"
            )
        found[name], room = rows_of(sheet, errors.get(name, {}), room)
    return found


def rows_of(
    sheet: calamine.CalamineSheet, errors: dict[int, dict[int, str]], room: int
) -> tuple[Rows, int]:
    """Return the rows of a sheet, and how many characters may still be read."""
    rows: Rows = []
    first = (sheet.start or (0, 0))[1]
    for number, row in enumerate(sheet.iter_rows(), 1):
        cells = [plain(cell) for cell in row]
        for place, text in errors.get(number, {}).items():
            cells[place - first] = text
        room -= sum(len(cell) for cell in cells if isinstance(cell, str))
        if room < 0:
            raise MemoryError
        if any(cell != "" for cell in cells):
            rows.append((number, cells))
    return rows, room


def plain(cell: object) -> object:
    """Return a cell as JSON can hold it; dates become pairs of a mark and a text."""
    if isinstance(cell, datetime):
        return ["t", cell.isoformat()]
    if isinstance(cell, date):
        return ["d", cell.isoformat()]
    return cell if isinstance(cell, str | int | float | bool) else str(cell)


def error_cells(workbook: bytes) -> dict[str, dict[int, dict[int, str]]]:
    """Return the texts of all errors (#REF!, …) by sheet, row and column.

    The reader gives an empty cell for them, and absent is not the same as wrong.
    """
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        book = ET.fromstring(archive.read("xl/workbook.xml"))  # noqa: S314 (limits)
        links = ET.fromstring(  # noqa: S314 (limits)
            archive.read("xl/_rels/workbook.xml.rels")
        )
        target = {link.get("Id"): link.get("Target", "") for link in links}
        found = {}
        for sheet in book.findall(".//{*}sheet"):
            path = target.get(sheet.get(RELATION), "").lstrip("/")
            path = path if path.startswith("xl/") else f"xl/{path}"
            if path in archive.namelist():
                found[sheet.get("name", "")] = errors_in(archive.read(path))
    return found


def errors_in(sheet: bytes) -> dict[int, dict[int, str]]:
    """Return the texts of the errors of one sheet by row and column."""
    found: dict[int, dict[int, str]] = {}
    for letters, number, text in ERROR_CELL.findall(sheet):
        texts = found.setdefault(int(number), {})
        texts[column_of(letters)] = text.decode("utf-8", "replace")
    return found


def column_of(letters: bytes) -> int:
    """Return the position of a column such as AB, counted from 0."""
    column = 0
    for letter in letters:
        column = column * 26 + letter - 64
    return column - 1


def main() -> int:
    """Answer with the sheets, or with what is wrong."""
    limit()
    try:
        answer: object = {"sheets": sheets(sys.stdin.buffer.read())}
    except MemoryError:
        answer = {"error": "its cells hold more than fits into memory"}
    except Exception as error:  # noqa: BLE001 (whatever is wrong, the answer says it)
        answer = {"error": str(error) or type(error).__name__}
    json.dump(answer, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
