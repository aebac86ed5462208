"""The workbook (.xlsx): a sheet for each table, set up to be filtered and printed."""

import io
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any

import xlsxwriter

from drawdown.export.dossier import Dossier
from drawdown.export.sheet_text import clean, lines_of, sheet_name
from drawdown.export.table import Cell, Column, Kind, Table
from drawdown.export.tables import tables_of

MADE = datetime(2000, 1, 1, tzinfo=UTC)
"""Stands as the time of making in every workbook, so that equal ones are equal."""
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
HEADER_ROW = 2
"""Above it stand the title and the note of the table."""
WIDEST, NARROWEST = 34, 8
MARGIN = 2
BOLD = 1.15
"""How much wider bold letters are."""
LINE_HEIGHT = 15.0
"""Points of one line of a cell."""
MOST_LINES = 12
"""A row of more is cut; the cell still has the whole text."""
PAPER_A4 = 9
NUMBERS: Mapping[Kind, str] = {
    Kind.WHOLE: "#,##0",
    Kind.SHARE: "0%",
    Kind.DATE: "yyyy-mm-dd",
}


def workbook(dossier: Dossier) -> bytes:
    """Return the workbook of one mission and plan."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, OPTIONS) as book:
        book.set_properties(
            {
                "title": dossier.facts.heading.name,
                "comments": dossier.classification,
                "created": MADE.replace(tzinfo=None),
            }
        )
        styles = Styles(book)
        for table in tables_of(dossier):
            _Sheet(book, styles, dossier, table).write()
    return out.getvalue()


class Styles:
    """The ways in which cells are shown; one of each in a workbook."""

    def __init__(self, book: Any) -> None:
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.note = book.add_format({"font_color": "#444444"})
        self.header = book.add_format(
            {
                "bold": True,
                "bg_color": "#DDE6EE",
                "text_wrap": True,
                "valign": "vcenter",
                "align": "left",
                "indent": 1,
                "bottom": 1,
            }
        )
        self.text = book.add_format(
            {"text_wrap": True, "valign": "top", "align": "left", "indent": 1}
        )
        self.date = self._number(book, NUMBERS[Kind.DATE])
        self.whole = self._number(book, NUMBERS[Kind.WHOLE])
        self.amount = self._number(book, "#,##0.00")
        self.small = self._number(book, "0.0000")
        self.share = self._number(book, NUMBERS[Kind.SHARE])

    @staticmethod
    def _number(book: Any, pattern: str) -> Any:
        return book.add_format({"num_format": pattern, "valign": "top"})

    def of(self, cell: float | date, kind: Kind) -> Any:
        """Return how a number or a date of a column is shown."""
        if isinstance(cell, date):
            return self.date
        if kind is Kind.SHARE:
            return self.share
        if isinstance(cell, int) or cell == int(cell):
            return self.whole
        return self.amount if abs(cell) >= 1 else self.small


class _Sheet:
    """One table on its way into a sheet."""

    def __init__(
        self, book: Any, styles: Styles, dossier: Dossier, table: Table
    ) -> None:
        self.styles = styles
        self.dossier = dossier
        self.table = table
        self.text = dossier.language.text
        self.title = self.text(table.title)
        self.widths = [self._width(*one) for one in enumerate(table.columns)]
        self.page = book.add_worksheet(sheet_name(self.title))

    def write(self) -> None:
        """Write title, note, header and rows, and set the sheet up."""
        self.page.write_string(0, 0, clean(self.title), self.styles.title)
        self.page.write_string(1, 0, clean(self.table.note), self.styles.note)
        titles = [clean(self.text(column.title)) for column in self.table.columns]
        for place, title in enumerate(titles):
            self.page.write_string(HEADER_ROW, place, title, self.styles.header)
            self.page.set_column(place, place, self.widths[place])
        self.page.set_row(HEADER_ROW, self._height(titles))
        for row, cells in enumerate(self.table.rows, HEADER_ROW + 1):
            for place, cell in enumerate(cells):
                self._write(row, place, cell)
            self.page.set_row(row, self._height(map(_shown, cells)))
        self._set_up()
        self._set_up_print()

    def _write(self, row: int, place: int, cell: Cell) -> None:
        column = self.table.columns[place]
        match cell:
            case None | "":
                if column.words and "" in column.words and cell == "":
                    self._string(row, place, self.text(column.words[""]))
            case str():
                shown = self.text(column.words[cell]) if cell in column.words else cell
                self._string(row, place, shown)
            case date():
                style = self.styles.of(cell, column.kind)
                self.page.write_datetime(row, place, cell, style)
            case _:
                style = self.styles.of(cell, column.kind)
                self.page.write_number(row, place, cell, style)

    def _string(self, row: int, place: int, text: str) -> None:
        self.page.write_string(row, place, clean(text), self.styles.text)

    def _width(self, place: int, column: Column) -> int:
        """Return the width that shows a column without waste."""
        words = self.text(column.title).split()
        head = max(map(len, words), default=0) * BOLD + 2 * MARGIN
        if column.width:
            return max(column.width, round(head))
        shown = [_shown(cells[place]) for cells in self.table.rows]
        body = max(map(len, shown), default=0) + MARGIN
        return round(max(NARROWEST, head, min(WIDEST, body)))

    def _height(self, texts: Iterable[str]) -> float:
        """Return the height, in points, of a row whose texts are wrapped.

        Not all programs find it by themselves when they open a file.
        """
        lines = (
            lines_of(text, width - MARGIN)
            for text, width in zip(texts, self.widths, strict=True)
        )
        return LINE_HEIGHT * min(max(lines, default=1), MOST_LINES)

    def _set_up(self) -> None:
        last_row = HEADER_ROW + max(len(self.table.rows), 1)
        last = len(self.table.columns) - 1
        self.page.freeze_panes(HEADER_ROW + 1, 1)
        self.page.autofilter(HEADER_ROW, 0, last_row, last)

    def _set_up_print(self) -> None:
        self.page.set_landscape()
        self.page.set_paper(PAPER_A4)
        self.page.fit_to_pages(1, 0)
        self.page.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
        self.page.repeat_rows(HEADER_ROW)
        mission = _for_footer(self.dossier.facts.heading.name)
        level = _for_footer(self.dossier.classification)
        self.page.set_header(f'&L{mission}&C&"-,Bold"{level}&R&A')
        pages = self.text("Page {page} of {pages}", page="&P", pages="&N")
        self.page.set_footer(f"&C{level}&R{pages}")


def _shown(cell: Cell) -> str:
    """Return about how long a cell is when it is shown."""
    if isinstance(cell, float):
        return f"{cell:,.2f}"
    if isinstance(cell, int):
        return f"{cell:,}"
    return "" if cell is None else str(cell)


def _for_footer(text: str) -> str:
    """Return a text as headers and footers have it: & begins a command there."""
    return clean(text).replace("&", "&&")
