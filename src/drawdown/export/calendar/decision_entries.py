"""The dates of the decision: when powers lapse, what is due, when everyone is out."""

from collections.abc import Iterator
from datetime import date

from drawdown.export.calendar.entry import Entry, evidence_text
from drawdown.export.dossier import Dossier
from drawdown.language import marked
from drawdown.mission import Authority

CATEGORY = marked("Decision")
DATES = (
    ("adopted", marked("{decision} is adopted")),
    ("cessation", marked("{mission}: operations cease")),
    ("deadline", marked("{mission}: everyone is to be out by today")),
    ("liquidation_from", marked("{mission}: liquidation begins")),
    ("liquidation_to", marked("{mission}: liquidation ends")),
)


def decision_entries(dossier: Dossier) -> Iterator[Entry]:
    """Yield the dates of the decision, in the order of the mission file."""
    text, mission = dossier.language.text, dossier.mission
    decision = mission.decision
    symbol = decision.symbol or text("The decision")
    for name, summary in DATES:
        day = getattr(decision, name)
        if day is not None:
            yield _entry(
                dossier,
                thing=f"decision/{name}",
                summary=text(summary, decision=symbol, mission=mission.header.name),
                day=day,
                description=evidence_text(dossier.language, decision, name),
            )
    for authority in mission.authorities:
        yield from _authority(dossier, authority)
    for due in mission.deliverables:
        summary = text("Due: {what}", what=due.name)
        if due.party:
            summary = text("Due from {party}: {what}", party=due.party, what=due.name)
        yield _entry(
            dossier,
            thing=f"deliverable/{due.deliverable_id}",
            summary=summary,
            day=due.due,
            description=evidence_text(dossier.language, due, "due"),
        )


def _authority(dossier: Dossier, authority: Authority) -> Iterator[Entry]:
    text = dossier.language.text
    if authority.end is not None:
        yield _entry(
            dossier,
            thing=f"authority/{authority.authority_id}",
            summary=text("Last day of the authority: {what}", what=authority.name),
            day=authority.end,
            description=evidence_text(dossier.language, authority, "end"),
        )


def _entry(
    dossier: Dossier, *, thing: str, summary: str, day: date, description: str
) -> Entry:
    return Entry(
        thing=thing,
        summary=summary,
        first=day,
        last=day,
        category=dossier.language.text(CATEGORY),
        description=description,
    )
