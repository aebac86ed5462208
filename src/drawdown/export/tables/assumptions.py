"""The table of the assumptions, ranked by how much of the plan rests on them."""

from drawdown.export.dossier import Dossier
from drawdown.export.table import Column, Kind, Table
from drawdown.language import marked

COLUMNS = (
    Column(name="table", title=marked("Table")),
    Column(name="column", title=marked("Column")),
    Column(name="assumed", title=marked("Assumed values"), kind=Kind.WHOLE),
    Column(name="values", title=marked("All values"), kind=Kind.WHOLE),
    Column(name="usd", title=marked("USD that rest on it"), kind=Kind.AMOUNT),
    Column(
        name="days_at_limit",
        title=marked("Share of the days at this limit"),
        kind=Kind.SHARE,
    ),
    Column(name="notes", title=marked("Notes of the tables"), width=80),
)


def assumptions(dossier: Dossier) -> Table:
    """Return the assumed values by column: first by USD, then by days at the limit."""
    return Table(
        name="assumptions",
        title=marked("Assumptions"),
        columns=COLUMNS,
        rows=tuple(
            (
                one.table,
                one.column,
                one.assumed,
                one.values,
                None if one.usd is None else round(one.usd, 2),
                None if one.at_limit is None else round(one.at_limit, 6),
                "; ".join(one.notes),
            )
            for one in dossier.facts.assumptions
        ),
        note=dossier.language.text(
            "What enters the values of the plan is ranked by the USD that are computed "
            "with it; what limits its dates, by the share of the days on which it "
            "stands at the limit."
        ),
    )
