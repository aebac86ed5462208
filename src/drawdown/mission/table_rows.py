"""The rows of a table among the rows of a file: without empty ones and comments."""

from collections.abc import Iterable, Sequence

from drawdown.errors import Problem
from drawdown.mission.columns import Kind, columns_of
from drawdown.mission.sheet import Cell
from drawdown.mission.tables import BY_NAME

MOST_ROWS = 50_000
"""Of one table; the greatest missions have some thousands."""

Numbered = tuple[int, Sequence[Cell]]


def table_rows(table: str, rows: Iterable[Numbered]) -> list[Numbered]:
    """Return the header and the rows of a table.

    A row that begins with ``#`` is a comment, unless it stands below a header whose
    first column may have texts that begin so.
    """
    kept: list[Numbered] = []
    comments = True
    for number, row in rows:
        first = str(row[0]).lstrip() if row else ""
        if not any(str(cell).strip() for cell in row if cell is not None):
            continue
        if comments and first.startswith("#"):
            continue
        if not kept:
            comments = _never_begins_so(table, first.strip())
        kept.append((number, row))
    return kept


def too_many_rows(where: str) -> Problem:
    """Return the problem of a table that has more rows than are read."""
    return Problem(
        where=where,
        message=f"the table has more than {MOST_ROWS:,} rows",
        hint="put what is of the same class at the same place into one row",
    )


def _never_begins_so(table: str, column: str) -> bool:
    """Return whether no cell of a column begins with ``#``."""
    if table not in BY_NAME:
        return True
    found = columns_of(BY_NAME[table].row).get(column)
    return found is None or found.kind is not Kind.TEXT
