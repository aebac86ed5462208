"""The values of a mission one by one, with their evidence."""

from collections.abc import Iterator
from dataclasses import dataclass

from drawdown.mission import Mission, Row
from drawdown.mission.columns import columns_of
from drawdown.mission.tables import TABLES
from drawdown.mission.writing import rows_of
from drawdown.quantities import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class MissionValue:
    """One cell of a mission's tables that is filled in."""

    table: str
    row: str
    """The key of the row: ``KIDAL``, or ``KIDAL; notice``."""
    column: str
    value: object
    evidence: Evidence
    own: bool
    """Whether the evidence is of this value alone and not of its whole row."""


def mission_values(mission: Mission) -> Iterator[MissionValue]:
    """Yield every value that says something, in the order of tables and columns.

    Values that their columns take when nothing is said are left out, as are keys.
    """
    for table in TABLES:
        columns = columns_of(table.row)
        for row in rows_of(mission, table):
            name = _name(row, table.key, tuple(columns))
            for column in columns.values():
                value = getattr(row, column.name)
                own = column.name in row.values
                said = own or value not in (None, "", (), column.default)
                if said and column.name not in table.key:
                    yield MissionValue(
                        table=table.sheet,
                        row=name,
                        column=column.name,
                        value=value,
                        evidence=row.evidence_of(column.name),
                        own=own,
                    )


def _name(row: Row, key: tuple[str, ...], columns: tuple[str, ...]) -> str:
    return "; ".join(str(getattr(row, column)) for column in key or columns[:1])
