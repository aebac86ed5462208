"""The dates of the decision: when powers lapse, what is due, when everyone is out."""

from collections.abc import Iterator
from datetime import date

from drawdown.brief.facts.heading import AuthorityFacts, DueFacts
from drawdown.export.calendar.entry import Entry
from drawdown.export.dossier import Dossier
from drawdown.export.evidence import basis_text
from drawdown.language import marked

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
    text, heading = dossier.language.text, dossier.facts.heading
    symbol = heading.symbol or text("The decision")
    evidence = basis_text(dossier.language, heading.decision_basis)
    for name, summary in DATES:
        day = getattr(heading, name)
        if day is not None:
            yield _entry(
                dossier,
                thing=f"decision/{name}",
                summary=text(summary, decision=symbol, mission=heading.name),
                day=day,
                description=evidence if name == "deadline" else "",
            )
    for authority in heading.authorities:
        yield from _authority(dossier, authority)
    for due in heading.deliverables:
        yield _due(dossier, due)


def _authority(dossier: Dossier, authority: AuthorityFacts) -> Iterator[Entry]:
    text = dossier.language.text
    if authority.end is not None:
        yield _entry(
            dossier,
            thing=f"authority/{authority.authority_id}",
            summary=text("Last day of the authority: {what}", what=authority.name),
            day=authority.end,
            description=basis_text(dossier.language, authority.basis),
        )


def _due(dossier: Dossier, due: DueFacts) -> Entry:
    text = dossier.language.text
    summary = text("Due: {what}", what=due.name)
    if due.party:
        summary = text("Due from {party}: {what}", party=due.party, what=due.name)
    return _entry(
        dossier,
        thing=f"deliverable/{due.deliverable_id}",
        summary=summary,
        day=due.due,
        description=basis_text(dossier.language, due.basis),
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
