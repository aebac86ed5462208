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


def sheets(workbook: bytes) -> dict[str, list[list[object]]]:
    """Return the cells of each sheet by its name."""
    book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(workbook))
    errors, found, room = error_cells(workbook), {}, MOST_TEXT
    for name in book.sheet_names:
        rows = []
        for row in book.get_sheet_by_name(name).iter_rows():
            cells = [plain(cell) for cell in row]
            room -= sum(len(cell) for cell in cells if isinstance(cell, str))
            if room < 0:
                raise MemoryError
            rows.append(cells)
        mark_errors(rows, errors.get(name, []))
        found[name] = rows
    return found


def plain(cell: object) -> object:
    """Return a cell as JSON can hold it; dates become pairs of a mark and a text."""
    if isinstance(cell, datetime):
        return ["t", cell.isoformat()]
    if isinstance(cell, date):
        return ["d", cell.isoformat()]
    return cell if isinstance(cell, str | int | float | bool) else str(cell)


def error_cells(workbook: bytes) -> dict[str, list[tuple[int, int, str]]]:
    """Return row, column and text of all errors (#REF!, …) by sheet.

    The reader gives an empty cell for them, and absent is not the same as wrong.
    """
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        book = ET.fromstring(archive.read("xl/workbook.xml"))  # noqa: S314 (limits)
        links = ET.fromstring(  # noqa: S314 (limits)
            archive.read("xl/_rels/workbook.xml.rels")
        )
        target = {link.get("Id"): link.get("Target", "") for link in links}
        found = {}
        for sheet in book.iter("{*}sheet"):
            path = target.get(sheet.get(RELATION), "").lstrip("/")
            path = path if path.startswith("xl/") else f"xl/{path}"
            if path in archive.namelist():
                cells = ERROR_CELL.findall(archive.read(path))
                found[sheet.get("name", "")] = [position(*cell) for cell in cells]
    return found


def position(letters: bytes, number: bytes, text: bytes) -> tuple[int, int, str]:
    """Return row, column and text of a cell such as B7, counted from 0."""
    column = 0
    for letter in letters:
        column = column * 26 + letter - 64
    return int(number) - 1, column - 1, text.decode("utf-8", "replace")


def mark_errors(rows: list[list[object]], errors: list[tuple[int, int, str]]) -> None:
    """Put the text of each error into its cell."""
    for row, column, text in errors:
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = text


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
