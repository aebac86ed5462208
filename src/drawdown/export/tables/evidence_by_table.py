"""The table of the evidence: how many values of each table are known how well."""

from drawdown.export.dossier import Dossier
from drawdown.export.table import Column, Kind, Table
from drawdown.language import marked

COLUMNS = (
    Column(name="table", title=marked("Table")),
    Column(name="rows", title=marked("Rows"), kind=Kind.WHOLE),
    Column(name="reported", title=marked("Values reported"), kind=Kind.WHOLE),
    Column(name="derived", title=marked("Values derived"), kind=Kind.WHOLE),
    Column(name="assumed", title=marked("Values assumed"), kind=Kind.WHOLE),
    Column(name="unsaid", title=marked("Nobody says how well"), kind=Kind.WHOLE),
    Column(name="sources", title=marked("Sources"), kind=Kind.WHOLE),
)


def evidence_by_table(dossier: Dossier) -> Table:
    """Return one row for each table of the mission."""
    return Table(
        name="evidence",
        title=marked("Evidence"),
        columns=COLUMNS,
        rows=tuple(
            (
                one.table,
                one.rows,
                one.reported,
                one.derived,
                one.assumed,
                one.unsaid,
                len(one.sources),
            )
            for one in dossier.facts.evidence
        ),
    )
