"""A folder of CSV files: one for each table, for spreadsheets and programs alike.

UTF-8 with a byte order mark: without one Excel reads accents as Windows-1252 does.
Columns have the same names in every language, words those of the mission's tables.
"""

import csv
import io

from drawdown.export.dossier import Dossier
from drawdown.export.sheet_text import clean, unlike_formula
from drawdown.export.table import Cell, Table
from drawdown.export.tables import tables_of

MARK = b"\xef\xbb\xbf"


def csv_folder(dossier: Dossier) -> dict[str, bytes]:
    """Return the files by name."""
    return {f"{table.name}.csv": csv_file(table) for table in tables_of(dossier)}


def csv_file(table: Table) -> bytes:
    """Return one table as a CSV file with commas and plain line ends."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows([_cell(cell) for cell in row] for row in table.rows)
    return MARK + out.getvalue().encode()


def _cell(cell: Cell) -> str:
    """Return a cell as text; numbers in full, dates as 2023-12-31."""
    match cell:
        case None:
            return ""
        case str():
            return unlike_formula(clean(str(cell)))
        case float():
            return repr(cell + 0.0)
        case _:
            return str(cell)
