"""Workbooks (.xlsx): a mission as one, with lists to choose from."""

import io
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from drawdown.mission.columns import EVIDENCE, Column, Kind, columns_of, evidence_column
from drawdown.mission.descriptions import column_texts, table_text
from drawdown.mission.mission import Mission
from drawdown.mission.sheet import Cell, Sheet
from drawdown.mission.tables import BY_NAME, TABLES, Table
from drawdown.mission.writable import ensure_writable
from drawdown.mission.writing import sheets_of
from drawdown.whole_file import write_whole

SPARE_ROWS = 1_000
"""Rows below the table in which the lists to choose from are offered too."""
LONGEST_LIST = 255
"""Characters of a list that is not taken from the cells of a sheet."""
FIRST_SURE_DATE = date(1900, 3, 1)
"""Excel believes in a 29 February 1900; earlier dates are written as text."""
MADE = datetime(2000, 1, 1, tzinfo=UTC)
"""Stands as the time of making in every workbook, so that equal ones are equal."""
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
EVIDENCE_TEXTS = {
    "source": "Where it comes from: a document, page or table.",
    "confidence": "How well it is known: reported, derived or assumed.",
    "note": "What a reader should know of it.",
}


def export_workbook(mission: Mission, path: Path | str) -> None:
    """Write a mission as one workbook; reading it gives the same mission.

    It is written whole or not at all. Equal missions give the same bytes.

    Raises
    ------
    MissionError
        It has texts that would be read as others.

    """
    sheets = sheets_of(mission)
    ensure_writable(sheets)
    write_whole(Path(path), workbook_bytes(sheets))


def workbook_bytes(sheets: list[Sheet]) -> bytes:
    """Return a workbook with a page to begin with and a sheet for each table."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, OPTIONS) as book:
        book.set_properties({"created": MADE.replace(tzinfo=None)})
        styles = _styles(book)
        _write_readme(book, styles)
        for sheet in sheets:
            _write_sheet(book, styles, sheet, sheets)
    return out.getvalue()


def _styles(book: Any) -> dict[str, Any]:
    """Return the ways in which cells are shown."""
    return {
        "date": book.add_format({"num_format": "yyyy-mm-dd"}),
        "header": book.add_format({"bold": True, "bg_color": "#DDE6EE"}),
        "required": book.add_format({"bold": True, "bg_color": "#F6D9A8"}),
        "title": book.add_format({"bold": True, "font_size": 14}),
        "bold": book.add_format({"bold": True}),
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
    }


README = (
    "Each sheet is one table of the mission; the first row names its columns.",
    "Orange columns must be filled in; an empty cell means: not known.",
    "Dates are 2023-12-31. Several names in one cell are separated by semicolons.",
    "Rows that begin with # are comments. This sheet is not read.",
    "Beside each column may stand <column>_source, <column>_confidence, <column>_note.",
)


def _write_readme(book: Any, styles: Mapping[str, Any]) -> None:
    """Write the page that says what the tables and columns are."""
    page = book.add_worksheet("readme")
    page.set_column(0, 0, 24)
    page.set_column(1, 1, 100, styles["text"])
    page.write_string(0, 0, "How to fill in this workbook", styles["title"])
    row = 1
    for text in README:
        page.write_string(row, 1, text)
        row += 1
    for table in TABLES:
        page.write_string(row + 1, 0, table.sheet, styles["bold"])
        page.write_string(row + 1, 1, table_text(table.row))
        row += 2
        for name, text in column_texts(table.row).items():
            page.write_string(row, 0, name)
            page.write_string(row, 1, text)
            row += 1


def _write_sheet(
    book: Any, styles: Mapping[str, Any], sheet: Sheet, sheets: list[Sheet]
) -> None:
    """Write one table, with its header in sight and lists to choose from."""
    table = BY_NAME[sheet.table]
    page = book.add_worksheet(table.sheet)
    page.freeze_panes(1, 0)
    columns = columns_of(table.row)
    for place, name in enumerate(sheet.header):
        required = name in columns and columns[name].required
        page.write_string(0, place, name, styles["required" if required else "header"])
        _describe(page, place, name, table)
        page.set_column(place, place, _width(sheet, place))
        _offer(page, place, name, sheet, sheets)
    for row, line in enumerate(sheet.lines, 1):
        for place, cell in enumerate(line.cells):
            _write_cell(page, row, place, cell, styles["date"])


def _write_cell(page: Any, row: int, place: int, cell: Cell, date_style: Any) -> None:
    """Write one cell so that it is read as the same value."""
    match cell:
        case None | "":
            return
        case bool():
            page.write_string(row, place, "yes" if cell else "no")
        case int() | float() if _survives(cell):
            page.write_number(row, place, cell)
        case date() if cell >= FIRST_SURE_DATE:
            page.write_datetime(row, place, cell, date_style)
        case _:
            page.write_string(row, place, str(cell))


def _survives(number: float) -> bool:
    """Return whether the digits that a workbook keeps say which number it is."""
    try:
        return float(f"{number:.16G}") == number and int(float(number)) == int(number)
    except OverflowError:
        return False


def _width(sheet: Sheet, place: int) -> int:
    """Return the width that shows a column without waste."""
    texts = [sheet.header[place], *(str(line.cells[place]) for line in sheet.lines)]
    return min(40, max(len(text) for text in texts) + 2)


def _describe(page: Any, place: int, name: str, table: Table) -> None:
    """Say what a column means when its header is selected."""
    text = column_texts(table.row).get(name, "")
    if evidence := evidence_column(table.row, name):
        text = EVIDENCE_TEXTS[evidence[1]]
    if text and len(name) <= 32:
        options = {"validate": "any", "input_title": name, "input_message": text[:255]}
        page.data_validation(0, place, 0, place, options)


def _offer(page: Any, place: int, name: str, sheet: Sheet, sheets: list[Sheet]) -> None:
    """Offer a list to choose from in the cells of a column, if it has one."""
    choices = _choices(sheet, name, sheets)
    if choices is not None:
        last = len(sheet.lines) + SPARE_ROWS
        page.data_validation(1, place, last, place, choices)


def _choices(sheet: Sheet, name: str, sheets: list[Sheet]) -> dict[str, object] | None:
    """Return the list of a column: the words that it may have, or the rows it names.

    Words are enforced. Names are only offered: a row may be added later.
    """
    table = BY_NAME[sheet.table]
    column = _column(table, name)
    if column is not None and column.kind is Kind.FLAG:
        return {"validate": "list", "source": ["yes", "no"]}
    if column is not None and column.choices is not None:
        return {"validate": "list", "source": [word.value for word in column.choices]}
    if column is not None and column.kind is Kind.IDENTIFIER:
        return _references(table.references.get(name, ()), sheets)
    return None


def _column(table: Table, name: str) -> Column | None:
    """Return the column of a name, evidence columns included."""
    if evidence := evidence_column(table.row, name):
        return EVIDENCE[evidence[1]]
    return columns_of(table.row).get(name)


def _references(
    tables: tuple[str, ...], sheets: list[Sheet]
) -> dict[str, object] | None:
    """Return the list of the rows of other tables."""
    if not tables:
        return None
    if len(tables) == 1:
        rows = next(len(sheet.lines) for sheet in sheets if sheet.table == tables[0])
        source: str | list[str] = (
            f"={BY_NAME[tables[0]].sheet}!$A$2:$A${rows + SPARE_ROWS}"
        )
    else:
        named = [sheet for sheet in sheets if sheet.table in tables]
        source = [str(line.cells[0]) for sheet in named for line in sheet.lines]
        if not source or len(",".join(source)) > LONGEST_LIST:
            return None
    return {"validate": "list", "source": source, "show_error": False}
