"""The table of the escorts: companies used against companies there, by week."""

from collections.abc import Iterator
from dataclasses import replace

from drawdown.brief.facts.escorts import EscortDays
from drawdown.export.dossier import Dossier
from drawdown.export.evidence import CONFIDENCE, SOURCE, basis_cells
from drawdown.export.table import Cell, Column, Kind, Table
from drawdown.language import marked

WEEK = 7
COLUMNS = (
    Column(name="group", title=marked("Escort group")),
    Column(name="first", title=marked("First day"), kind=Kind.DATE),
    Column(name="last", title=marked("Last day"), kind=Kind.DATE),
    Column(name="serving_most", title=marked("In service, most"), kind=Kind.WHOLE),
    Column(name="serving_least", title=marked("In service, least"), kind=Kind.WHOLE),
    Column(
        name="used_most", title=marked("On convoys, most on a day"), kind=Kind.WHOLE
    ),
    Column(
        name="serving_days", title=marked("Company-days in service"), kind=Kind.WHOLE
    ),
    Column(name="used_days", title=marked("Company-days on convoys"), kind=Kind.WHOLE),
    Column(name="resting_days", title=marked("Company-days of rest"), kind=Kind.WHOLE),
    Column(name="used_share", title=marked("Share used"), kind=Kind.SHARE),
    replace(SOURCE, width=90),
    CONFIDENCE,
)


def escorts(dossier: Dossier) -> Table:
    """Return for each group and week what serves, goes with convoys, and rests."""
    return Table(
        name="escorts",
        title=marked("Escorts"),
        columns=COLUMNS,
        rows=tuple(row for group in dossier.facts.escorts for row in _weeks(group)),
        note=dossier.redaction_note,
    )


def _weeks(group: EscortDays) -> Iterator[tuple[Cell, ...]]:
    for first in range(0, len(group.days), WEEK):
        week = slice(first, first + WEEK)
        days, there = group.days[week], group.available[week]
        gone, rest = group.moving[week], group.resting[week]
        if any(there) or any(gone):
            yield (
                group.group,
                days[0],
                days[-1],
                max(there),
                min(there),
                max(gone),
                sum(there),
                sum(gone),
                sum(rest),
                sum(gone) / sum(there) if any(there) else None,
                *basis_cells(group.basis),
            )
