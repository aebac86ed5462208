"""The table of the sources: every document that the mission names, and what for."""

from drawdown.export.dossier import Dossier
from drawdown.export.table import Column, Table
from drawdown.language import marked

COLUMNS = (
    Column(name="source", title=marked("Source"), width=90),
    Column(name="tables", title=marked("Tables"), width=40),
)


def sources(dossier: Dossier) -> Table:
    """Return the sources in the order of the tables that name them."""
    tables: dict[str, list[str]] = {}
    for one in dossier.facts.evidence:
        for source in one.sources:
            tables.setdefault(source, []).append(one.table)
    return Table(
        name="sources",
        title=marked("Sources"),
        columns=COLUMNS,
        rows=tuple((source, "; ".join(found)) for source, found in tables.items()),
    )
