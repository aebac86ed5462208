"""The table of the assumptions: what nobody reported, and stands in the mission."""

from collections import defaultdict

from drawdown.export.dossier import Dossier
from drawdown.export.table import Cell, Column, Kind, Table
from drawdown.export.tables.mission_values import MissionValue, mission_values
from drawdown.language import marked
from drawdown.quantities import Confidence

SHOWN = 6
"""Rows that are named where many rest on the same assumption."""

COLUMNS = (
    Column(name="table", title=marked("Table")),
    Column(name="column", title=marked("Column")),
    Column(name="values", title=marked("Values"), kind=Kind.WHOLE),
    Column(name="rows", title=marked("Rows"), width=40),
    Column(name="least", title=marked("Least"), kind=Kind.ANY),
    Column(name="greatest", title=marked("Greatest"), kind=Kind.ANY),
    Column(name="note", title=marked("Note"), width=60),
    Column(name="source", title=marked("Source"), width=40),
)


def assumptions(dossier: Dossier) -> Table:
    """Return assumed values; those of one column with one note are one row.

    The columns with the most assumed values come first.
    """
    groups: defaultdict[tuple[str, str, str, str], list[MissionValue]]
    groups = defaultdict(list)
    for found in mission_values(dossier.mission):
        if found.evidence.confidence is Confidence.ASSUMED:
            why = found.evidence
            groups[found.table, found.column, why.note, why.source].append(found)
    ordered = sorted(groups.items(), key=lambda one: (-len(one[1]), one[0]))
    return Table(
        name="assumptions",
        title=marked("Assumptions"),
        columns=COLUMNS,
        rows=tuple(_row(dossier, *one) for one in ordered),
    )


def _row(
    dossier: Dossier, key: tuple[str, str, str, str], group: list[MissionValue]
) -> tuple[Cell, ...]:
    table, column, note, source = key
    names = [found.row for found in group]
    shown = "; ".join(names[:SHOWN])
    if len(names) > SHOWN:
        more = len(names) - SHOWN
        shown = dossier.language.plural(
            "{names} and one more", "{names} and {n} more", more, names=shown
        )
    numbers = [
        found.value
        for found in group
        if isinstance(found.value, int | float) and not isinstance(found.value, bool)
    ]
    ends = (min(numbers), max(numbers)) if numbers else (None, None)
    return (table, column, len(group), shown, *ends, note, source)
