"""Why the plan is written: the clause that asks for it, quoted, with its source."""

from collections.abc import Iterator

from drawdown.brief.facts.heading import DueFacts
from drawdown.export.dossier import Dossier
from drawdown.export.evidence import basis_text
from drawdown.export.quotes import DUE, Quote, quotes_about
from drawdown.export.transfer_plan.blocks import (
    Block,
    Heading,
    Paragraph,
    Quotation,
    blank,
)

WORDS = (("transfer", "task"), ("transfert", "tâche"), ("handover", "task"))
"""A deliverable whose name has both words of a pair is this plan."""


def purpose(dossier: Dossier) -> Iterator[Block]:
    """Yield the purpose: what is asked for, by whom, by when, in which words."""
    say, text = dossier.language, dossier.language.text
    yield Heading(text=text("Purpose"))
    asked = [due for due in dossier.facts.heading.deliverables if is_this_plan(due)]
    for due in asked:
        yield from _asked(dossier, due)
    if not asked:
        question = blank(say, text("who asks for this plan, by when, in which clause"))
        yield Paragraph(
            text=text(
                "The mission names nothing due that is this plan: {blank}.",
                blank=question,
            )
        )
    yield Paragraph(
        text=text(
            "The mission leaves by {deadline}. What it does until then has to be taken "
            "over by others, or ends. A task counts as handed over only when its "
            "recipient is ready and the days of handing over have passed (§20).",
            deadline=dossier.facts.heading.deadline,
        )
    )


def is_this_plan(due: DueFacts) -> bool:
    """Return whether what is due is a plan for the transfer of tasks."""
    name = due.name.casefold()
    return any(all(word in name for word in pair) for pair in WORDS)


def _asked(dossier: Dossier, due: DueFacts) -> Iterator[Block]:
    say, text = dossier.language, dossier.language.text
    party = due.party or blank(say, text("who has to present it"))
    decision = dossier.facts.heading.symbol or blank(say, text("by which decision"))
    yield Paragraph(
        text=text(
            "Due on {day}: {what}. Asked of: {party}. Decision: {decision}. {evidence}",
            day=due.due,
            what=due.name,
            party=party,
            decision=decision,
            evidence=basis_text(say, due.basis),
        ).strip()
    )
    found = quotes_about(dossier.quotes, DUE, due.due)
    for quote in found:
        yield Quotation(words=quote.words, source=_place(dossier, quote))
    if not found:
        question = text("quote the clause that asks for this plan, with its paragraph")
        yield Paragraph(text=blank(say, question))


def _place(dossier: Dossier, quote: Quote) -> str:
    """Return where a passage stands, and whether somebody has checked it."""
    text = dossier.language.text
    place = quote.document
    if quote.paragraph:
        place = text(
            "{document}, paragraph {number}",
            document=quote.document,
            number=quote.paragraph,
        )
    if quote.reviewed:
        return place
    return text("{place} (found by the program, not reviewed)", place=place)
