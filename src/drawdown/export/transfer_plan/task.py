"""One task of the draft: who takes it, when, what is missing, what is to be decided."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from drawdown.brief.facts.tasks import TaskFacts
from drawdown.export.dossier import Dossier
from drawdown.export.evidence import confidence_text
from drawdown.export.transfer_plan.blocks import Block, Bullets, Heading, blank
from drawdown.export.transfer_plan.protected import protected
from drawdown.plan.residual_reason import reason_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """A task, and until when the mission is where it is done."""

    task: TaskFacts
    place: str
    leaves: date
    """The last day on which the mission is there."""
    line: tuple[str, ...]
    """Of the overview."""


def transfers(dossier: Dossier) -> tuple[Transfer, ...]:
    """Return all tasks of the mission in the order of their table."""
    return tuple(_transfer(dossier, task) for task in dossier.facts.tasks)


def _transfer(dossier: Dossier, task: TaskFacts) -> Transfer:
    say, text = dossier.language, dossier.language.text
    place, leaves = text("whole mission"), dossier.facts.heading.deadline
    for site in dossier.facts.sites:
        if site.site_id == task.site_id:
            place, leaves = site.name, min(leaves, site.closes or leaves)
    days = ""
    if task.start is not None and task.end is not None:
        days = text("{first} to {last}", first=task.start, last=task.end)
    line = (
        f"{task.task_id}: {task.name}",
        place,
        task.recipient or text("nobody is named"),
        say.date(task.ready) if task.ready else text("no day is named"),
        days or text("none in this plan"),
        say.date(task.gap) if task.gap else "",
    )
    return Transfer(task=task, place=place, leaves=leaves, line=line)


def task_blocks(dossier: Dossier, one: Transfer) -> Iterator[Block]:
    """Yield the heading of a task at its place, and what is said of it."""
    yield Heading(text=f"{one.task.task_id}, {one.place}", level=3)
    yield Bullets(items=tuple(_items(dossier, one)))


def _items(dossier: Dossier, one: Transfer) -> Iterator[str]:
    yield protected(dossier, one.task)
    yield _recipient(dossier, one.task)
    yield _ready(dossier, one)
    yield _handover(dossier, one)
    yield from _part(dossier, one.task)
    yield from _gap(dossier, one)


def _recipient(dossier: Dossier, task: TaskFacts) -> str:
    say, text = dossier.language, dossier.language.text
    if not task.recipient:
        question = blank(say, text("who takes this task over, or that it ends"))
        return text("Recipient: {recipient}", recipient=question)
    kind = f" ({task.recipient_kind})" if task.recipient_kind else ""
    named = text("Recipient: {recipient}", recipient=f"{task.recipient}{kind}")
    return f"{named}. {confidence_text(say, task.recipient_basis)}".strip()


def _ready(dossier: Dossier, one: Transfer) -> str:
    say, text, task = dossier.language, dossier.language.text, one.task
    if task.ready is None:
        if not task.recipient:
            return text("Ready: nobody is named who could be.")
        return text(
            "Ready: no day is named: {blank}.",
            blank=blank(say, text("on which day {who} is ready", who=task.recipient)),
        )
    after = (task.ready - one.leaves).days
    when = (
        say.plural(
            "one day after the mission leaves ({leaves})",
            "{n} days after the mission leaves ({leaves})",
            after,
            leaves=one.leaves,
        )
        if after > 0
        else say.plural(
            "one day before the mission leaves ({leaves})",
            "{n} days before the mission leaves ({leaves})",
            -after,
            leaves=one.leaves,
        )
        if after < 0
        else text("on the day on which the mission leaves")
    )
    found = text("Ready: {day}, {when}.", day=task.ready, when=when)
    return f"{found} {confidence_text(say, task.ready_basis)}".strip()


def _handover(dossier: Dossier, one: Transfer) -> str:
    say, text, task = dossier.language, dossier.language.text, one.task
    if task.start is not None and task.end is not None:
        return text(
            "Handover in the plan: {first} to {last}.", first=task.start, last=task.end
        )
    needed = say.plural("it takes one day", "it takes {n} days", task.handover_days)
    latest = (
        text("it can end on {day} at the latest", day=task.latest)
        if task.latest
        else text("no last day is named for it")
    )
    return text(
        "Handover in the plan: none; {needed}, and {latest}.",
        needed=needed,
        latest=latest,
    )


def _part(dossier: Dossier, task: TaskFacts) -> Iterator[str]:
    """Yield which part of the task the recipient can carry, if not all of it."""
    say, text = dossier.language, dossier.language.text
    if task.recipient and task.effect < 1:
        yield text(
            "The recipient can carry {share} of it: {blank}. {sure}",
            share=say.percent(task.effect),
            blank=blank(say, text("what becomes of the rest")),
            sure=confidence_text(say, task.basis),
        ).strip()


def _gap(dossier: Dossier, one: Transfer) -> Iterator[str]:
    say, text, task = dossier.language, dossier.language.text, one.task
    if task.gap is not None:
        question = text("who does it from that day on, or that it ends, and why")
        yield text(
            "Gap: from {day} nobody does it: {blank}.",
            day=task.gap,
            blank=blank(say, question),
        )
        if task.reason:
            reason = reason_in_words(task.reason, say)
            yield text("Reason, as the plan says: {reason}", reason=reason)
    if task.must:
        yield text("It must be handed over (§20.2).")
