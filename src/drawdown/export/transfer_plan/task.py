"""One task of the draft: who takes it, when, what is missing, what is to be decided."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from drawdown.export.dossier import Dossier
from drawdown.export.evidence import source_cells
from drawdown.export.transfer_plan.blocks import Block, Bullets, Heading, blank
from drawdown.export.transfer_plan.protected import protected
from drawdown.export.wording import CONFIDENCES
from drawdown.mission import Task
from drawdown.plan import Handover, Residual
from drawdown.plan.residual_reason import reason_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """A task with what the plan does with it."""

    task: Task
    place: str
    leaves: date
    """The last day on which the mission is where the task is done."""
    given: Handover | None
    left: Residual | None
    line: tuple[str, ...]
    """Of the overview."""


def transfers(dossier: Dossier) -> tuple[Transfer, ...]:
    """Return all tasks of the mission in the order of their table."""
    given = {row.task: row for row in dossier.plan.handovers}
    left = {row.task: row for row in dossier.plan.residuals}
    return tuple(
        _transfer(dossier, task, given.get(task.task_id), left.get(task.task_id))
        for task in dossier.mission.tasks
    )


def _transfer(
    dossier: Dossier, task: Task, given: Handover | None, left: Residual | None
) -> Transfer:
    say, text = dossier.language, dossier.language.text
    place = text("whole mission")
    leaves = dossier.mission.decision.deadline
    if task.site_id is not None:
        place = dossier.facts.sites[task.site_id].name
        leaves = min(leaves, dossier.facts.date(dossier.replay.closing[task.site_id]))
    days = ""
    if given is not None:
        days = text("{first} to {last}", first=given.start, last=given.end)
    line = (
        f"{task.task_id}: {task.name}",
        place,
        task.recipient or text("nobody is named"),
        say.date(task.ready) if task.ready else text("no day is named"),
        days or text("none in this plan"),
        say.date(left.gap) if left else "",
    )
    return Transfer(
        task=task, place=place, leaves=leaves, given=given, left=left, line=line
    )


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


def _recipient(dossier: Dossier, task: Task) -> str:
    say, text = dossier.language, dossier.language.text
    if not task.recipient:
        question = blank(say, text("who takes this task over, or that it ends"))
        return text("Recipient: {recipient}", recipient=question)
    kind = f" ({task.recipient_kind})" if task.recipient_kind else ""
    named = text("Recipient: {recipient}", recipient=f"{task.recipient}{kind}")
    return f"{named}. {_sure(dossier, task, 'recipient')}".strip()


def _sure(dossier: Dossier, task: Task, column: str) -> str:
    """Return in a sentence how well a value is known."""
    confidence = source_cells(task, column)[1]
    if not confidence:
        return ""
    text = dossier.language.text
    return text("Confidence: {confidence}.", confidence=text(CONFIDENCES[confidence]))


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
    return f"{found} {_sure(dossier, task, 'ready')}".strip()


def _handover(dossier: Dossier, one: Transfer) -> str:
    say, text, task = dossier.language, dossier.language.text, one.task
    if one.given is not None:
        first, last = one.given.start, one.given.end
        if task.role:
            return text(
                "Handover in the plan: {first} to {last}, with people of the role "
                "{role}.",
                first=first,
                last=last,
                role=task.role,
            )
        return text("Handover in the plan: {first} to {last}.", first=first, last=last)
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


def _part(dossier: Dossier, task: Task) -> Iterator[str]:
    """Yield which part of the task the recipient can carry, if not all of it."""
    say, text = dossier.language, dossier.language.text
    if task.recipient and task.effect < 1:
        yield text(
            "The recipient can carry {share} of it: {blank}. {sure}",
            share=say.percent(task.effect),
            blank=blank(say, text("what becomes of the rest")),
            sure=_sure(dossier, task, "effect"),
        ).strip()


def _gap(dossier: Dossier, one: Transfer) -> Iterator[str]:
    say, text = dossier.language, dossier.language.text
    if one.left is not None:
        yield text(
            "Gap: from {day} nobody does it: {blank}.",
            day=one.left.gap,
            blank=blank(
                say, text("who does it from that day on, or that it ends, and why")
            ),
        )
        if one.left.reason:
            reason = reason_in_words(one.left.reason, say)
            yield text("Reason, as the plan says: {reason}", reason=reason)
    elif one.given is None:
        yield text(
            "The plan says nothing of this task: {blank}.",
            blank=blank(say, text("whether and when it is handed over")),
        )
    if one.task.must:
        yield text("It must be handed over (§20.2).")
