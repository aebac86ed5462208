"""The content of the draft, from the title to the sources."""

from collections import defaultdict
from collections.abc import Iterator

from drawdown.export.dossier import Dossier
from drawdown.export.transfer_plan.blocks import (
    Block,
    Bullets,
    Grid,
    Heading,
    Paragraph,
)
from drawdown.export.transfer_plan.purpose import purpose
from drawdown.export.transfer_plan.task import Transfer, task_blocks, transfers


def content(dossier: Dossier) -> Iterator[Block]:
    """Yield the blocks of the draft in their order."""
    yield from _title(dossier)
    yield from purpose(dossier)
    found = transfers(dossier)
    yield from _overview(dossier, found)
    yield from _tasks(dossier, found)
    yield from _sources(dossier)


def _title(dossier: Dossier) -> Iterator[Block]:
    text, heading = dossier.language.text, dossier.facts.heading
    yield Heading(text=text("Plan for the transfer of tasks"), level=0)
    yield Paragraph(text=heading.name)
    if dossier.classification:
        yield Paragraph(text=dossier.classification)
    if dossier.redaction_note:
        yield Paragraph(text=dossier.redaction_note)
    yield Paragraph(
        text=text(
            "Draft for discussion, made from the tables of the mission as known on "
            "{day} and from a withdrawal plan ({maker}). It states what stands there, "
            "with its confidence, and marks as blanks what people have to decide. It "
            "is no document of the United Nations.",
            day=heading.as_of,
            maker=heading.made_by or text("maker not named"),
        )
    )


def _overview(dossier: Dossier, found: tuple[Transfer, ...]) -> Iterator[Block]:
    say, text = dossier.language, dossier.language.text
    yield Heading(text=text("Overview"))
    given = sum(one.task.start is not None for one in found)
    left = sum(one.task.gap is not None for one in found)
    nobody = sum(not one.task.recipient for one in found)
    yield Bullets(
        items=(
            say.plural(
                "The mission has one task.", "The mission has {n} tasks.", len(found)
            ),
            say.plural(
                "In the plan one of them is handed over.",
                "In the plan {n} of them are handed over.",
                given,
            ),
            say.plural(
                "One is taken by nobody when the mission can no longer do it.",
                "{n} are taken by nobody when the mission can no longer do them.",
                left,
            ),
            say.plural(
                "For one no recipient is named.",
                "For {n} no recipient is named.",
                nobody,
            ),
        )
    )
    if found:
        yield Grid(
            head=(
                text("Task"),
                text("Where"),
                text("Recipient"),
                text("Ready on"),
                text("Handover in the plan"),
                text("Gap from"),
            ),
            rows=tuple(one.line for one in found),
            widths=(30, 12, 24, 14, 20, 14),
        )


def _tasks(dossier: Dossier, found: tuple[Transfer, ...]) -> Iterator[Block]:
    """Yield the tasks one by one; the same task at several sites is one part."""
    yield Heading(text=dossier.language.text("The tasks one by one"))
    by_name: defaultdict[str, list[Transfer]] = defaultdict(list)
    for one in found:
        by_name[one.task.name].append(one)
    for number, (name, group) in enumerate(by_name.items(), 1):
        yield Heading(text=f"{number}. {name}", level=2)
        for one in group:
            yield from task_blocks(dossier, one)


def _sources(dossier: Dossier) -> Iterator[Block]:
    text = dossier.language.text
    bases = (
        basis
        for task in dossier.facts.tasks
        for basis in (task.basis, task.recipient_basis, task.ready_basis)
    )
    sources = dict.fromkeys(source for basis in bases for source in basis.sources)
    yield Heading(text=text("Sources of the tables"))
    if sources:
        yield Bullets(items=tuple(sources))
    else:
        yield Paragraph(text=text("The tables of the mission name no source."))
