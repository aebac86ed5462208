"""The evidence of rows and values, as the cells of an export show it."""

from drawdown.export.table import Column
from drawdown.export.wording import CONFIDENCES
from drawdown.language import marked
from drawdown.mission import Row
from drawdown.quantities import Confidence

WEAKEST = (Confidence.ASSUMED, Confidence.DERIVED, Confidence.REPORTED)

SOURCE = Column(name="source", title=marked("Source"), width=30)
CONFIDENCE = Column(name="confidence", title=marked("Confidence"), words=CONFIDENCES)


def source_cells(row: Row, *columns: str) -> tuple[str, str]:
    """Return source and confidence of some values of a row (law 27).

    Without columns those of the row; of several confidences the weakest.
    """
    found = [row.evidence_of(name) for name in columns] or [row.evidence]
    sources = list(dict.fromkeys(one.source for one in found if one.source))
    return "; ".join(sources), weakest(*(one.confidence for one in found))


def weakest(*confidences: Confidence | None) -> str:
    """Return the weakest of some confidences; "" if one was never said."""
    if not confidences or None in confidences:
        return ""
    return next(one.value for one in WEAKEST if one in confidences)
