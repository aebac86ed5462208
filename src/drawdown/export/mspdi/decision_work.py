"""The milestones of the decision."""

from collections.abc import Iterator

from drawdown.export.calendar.decision_entries import decision_entries
from drawdown.export.dossier import Dossier
from drawdown.export.mspdi.work import Work, heading, milestone


def decision_work(dossier: Dossier) -> Iterator[Work]:
    """Yield the dates of the decision under one heading, in their order."""
    entries = sorted(decision_entries(dossier), key=lambda one: (one.first, one.thing))
    yield from heading(
        "decision",
        dossier.language.text("Dates of the decision"),
        [milestone(e.thing, e.summary, e.first, notes=e.description) for e in entries],
    )
