"""The table of the sources: every document that a value of the mission names."""

from collections import Counter, defaultdict

from drawdown.export.dossier import Dossier
from drawdown.export.table import Column, Kind, Table
from drawdown.export.tables.mission_values import mission_values
from drawdown.language import marked
from drawdown.quantities import Confidence

COLUMNS = (
    Column(name="source", title=marked("Source"), width=70),
    Column(name="values", title=marked("Values"), kind=Kind.WHOLE),
    Column(name="reported", title=marked("Of them reported"), kind=Kind.WHOLE),
    Column(name="derived", title=marked("Of them derived"), kind=Kind.WHOLE),
    Column(name="assumed", title=marked("Of them assumed"), kind=Kind.WHOLE),
    Column(name="tables", title=marked("Tables"), width=40),
)


def sources(dossier: Dossier) -> Table:
    """Return the sources, those of the most values first."""
    counts: defaultdict[str, Counter[Confidence | None]] = defaultdict(Counter)
    tables: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for found in mission_values(dossier.mission):
        if found.evidence.source:
            counts[found.evidence.source][found.evidence.confidence] += 1
            tables[found.evidence.source][found.table] = None
    ordered = sorted(counts, key=lambda name: (-counts[name].total(), name))
    return Table(
        name="sources",
        title=marked("Sources"),
        columns=COLUMNS,
        rows=tuple(
            (
                name,
                counts[name].total(),
                counts[name][Confidence.REPORTED],
                counts[name][Confidence.DERIVED],
                counts[name][Confidence.ASSUMED],
                "; ".join(tables[name]),
            )
            for name in ordered
        ),
    )
