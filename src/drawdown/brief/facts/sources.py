"""Where the tables come from, and how well their values are known."""

from collections.abc import Iterator
from dataclasses import dataclass

from drawdown.mission import Mission, Row
from drawdown.mission.columns import columns_of
from drawdown.mission.tables import TABLES
from drawdown.mission.writing import rows_of
from drawdown.quantities import Confidence

__all__ = ["TableEvidence", "table_evidence"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableEvidence:
    """How many values of one table are known how well, and who says so."""

    table: str
    rows: int
    reported: int
    derived: int
    assumed: int
    unsaid: int
    """Values of which nobody says how well they are known."""
    sources: tuple[str, ...]
    """Each once, in the order of the rows."""


def table_evidence(mission: Mission) -> tuple[TableEvidence, ...]:
    """Return the evidence of each table that has rows, in the order of the tables."""
    found = []
    for table in TABLES:
        rows = rows_of(mission, table)
        counts = dict.fromkeys((*Confidence, None), 0)
        for confidence in _confidences(rows):
            counts[confidence] += 1
        if rows:
            found.append(
                TableEvidence(
                    table=table.name,
                    rows=len(rows),
                    reported=counts[Confidence.REPORTED],
                    derived=counts[Confidence.DERIVED],
                    assumed=counts[Confidence.ASSUMED],
                    unsaid=counts[None],
                    sources=tuple(dict.fromkeys(_sources(rows))),
                )
            )
    return tuple(found)


def _confidences(rows: tuple[Row, ...]) -> Iterator[Confidence | None]:
    """Yield the confidence of every value that is there."""
    for row in rows:
        for column in columns_of(type(row)).values():
            if getattr(row, column.name) not in (None, "", ()):
                yield row.evidence_of(column.name).confidence


def _sources(rows: tuple[Row, ...]) -> Iterator[str]:
    for row in rows:
        for evidence in (row.evidence, *row.values.values()):
            if evidence.source:
                yield evidence.source
