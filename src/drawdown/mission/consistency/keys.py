"""Rows that are there twice, and identifiers that two places share."""

from collections.abc import Hashable, Iterator

from drawdown.mission.columns import columns_of
from drawdown.mission.consistency.finding import Finding, check
from drawdown.mission.mission import Mission
from drawdown.mission.row import Row
from drawdown.mission.tables import TABLES, Table
from drawdown.mission.writing import rows_of

PLACE_IDS = (("sites", "site_id"), ("exits", "exit_id"), ("nodes", "node_id"))


@check()
def no_two_rows_have_the_same_key(mission: Mission) -> Iterator[Finding]:
    """Find rows whose key, or whose whole content, stands in an earlier row."""
    for table in TABLES:
        if not table.single:
            yield from _twice(table, rows_of(mission, table))


def _twice(table: Table, rows: tuple[Row, ...]) -> Iterator[Finding]:
    """Find rows of one table that are there twice."""
    columns = table.key or tuple(columns_of(table.row))
    first: dict[Hashable, int] = {}
    for number, row in enumerate(rows):
        key = tuple(getattr(row, column) for column in columns)
        if None in key and table.key:
            continue
        if key not in first:
            first[key] = number
            continue
        alike = " ".join(str(part) for part in key) if table.key else "the same row"
        yield Finding(
            table=table.name,
            row=number,
            column=table.key[-1] if table.key else None,
            message=f"{alike} stands already {_distance(number - first[key])}",
            hint="delete one of the two rows, or give one another name",
        )


def _distance(rows: int) -> str:
    """Return in words where the earlier row is."""
    return "in the row before" if rows == 1 else f"{rows} rows before"


@check()
def no_two_places_have_the_same_id(mission: Mission) -> Iterator[Finding]:
    """Find sites, exits and nodes that share an identifier: a leg could mean both."""
    taken: dict[str, str] = {}
    for table, column in PLACE_IDS:
        for number, row in enumerate(getattr(mission, table)):
            name = getattr(row, column)
            if taken.setdefault(name, table) != table and name is not None:
                yield Finding(
                    table=table,
                    row=number,
                    column=column,
                    message=f"{name} is the identifier of a row of {taken[name]} too",
                    hint="sites, exits and nodes need identifiers that differ",
                )


CHECKS = (no_two_rows_have_the_same_key, no_two_places_have_the_same_id)
