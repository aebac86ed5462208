"""The tasks: who takes them over and when, and which nobody takes."""

from collections.abc import Iterable

import htpy as h

from drawdown.brief.facts.tasks import TaskFacts
from drawdown.brief.page.html import Node, Row, listed, table
from drawdown.brief.page.setting import Setting

__all__ = ["tasks"]


def tasks(setting: Setting) -> h.Element:
    """Return the section on the transfer of tasks."""
    text, found = setting.language.text, setting.briefing.tasks
    left = sorted(
        (task for task in found if task.gap is not None),
        key=lambda task: (task.gap or setting.briefing.heading.end, task.task_id),
    )
    given = sorted(
        (task for task in found if task.start is not None),
        key=lambda task: (task.start or setting.briefing.heading.end, task.task_id),
    )
    return h.section("#tasks", aria_labelledby="tasks-h")[
        h.h2("#tasks-h")[text("Tasks: which nobody takes, and who takes the others")],
        _residual(setting, left) if left else h.p[text("Every task is handed over.")],
        _handed_over(setting, given) if given else None,
    ]


def _residual(setting: Setting, left: list[TaskFacts]) -> Node:
    text = setting.language.text
    return table(
        text("Tasks that nobody takes, in the order of their gaps"),
        [
            text("Task"),
            text("Where"),
            text("Gap from"),
            text("Why"),
            text("Named recipient"),
            text("Ready"),
        ],
        ([*_named(setting, t), *_gap(setting, t)] for t in left),
        ids=[f"task-{task.task_id}" for task in left],
    )


def _named(setting: Setting, task: TaskFacts) -> list[Node]:
    where: Node = setting.language.text("whole mission")
    if task.site_id:
        where = setting.site(task.site_id)
    return [[task.name, setting.mark(task.basis, "tasks")], where]


def _gap(setting: Setting, task: TaskFacts) -> Row:
    return [
        setting.short(task.gap),
        _reasons(rule.text for rule in task.why.rules),
        _recipient(setting, task),
        _ready(setting, task),
    ]


def _reasons(reasons: Iterable[str]) -> Node:
    given = list(reasons)
    return given[0] if len(given) == 1 else listed(given)


def _recipient(setting: Setting, task: TaskFacts) -> Node:
    if not task.recipient:
        return setting.language.text("nobody")
    return [task.recipient, setting.mark(task.recipient_basis, "tasks")]


def _ready(setting: Setting, task: TaskFacts) -> Node:
    if task.ready is None:
        return setting.language.text("not before the end") if task.recipient else "–"
    return [setting.short(task.ready), setting.mark(task.ready_basis, "tasks")]


def _handed_over(setting: Setting, given: list[TaskFacts]) -> Node:
    text = setting.language.text
    return table(
        text("Tasks that are handed over, in the order of their days"),
        [
            text("Task"),
            text("Where"),
            text("Recipient"),
            text("Ready"),
            text("Handover"),
            text("Why these days"),
            text("The recipient can carry"),
        ],
        ([*_named(setting, t), *_given(setting, t)] for t in given),
        ids=[f"task-{task.task_id}" for task in given],
    )


def _given(setting: Setting, task: TaskFacts) -> Row:
    days = setting.language.text(
        "{first} to {last}",
        first=setting.short(task.start),
        last=setting.short(task.end),
    )
    must = setting.language.text("must be handed over") if task.must else None
    return [
        _recipient(setting, task),
        _ready(setting, task),
        days,
        listed(
            [*(rule.text for rule in task.why.rules[:2]), *([must] if must else [])]
        ),
        setting.language.percent(task.effect),
    ]
