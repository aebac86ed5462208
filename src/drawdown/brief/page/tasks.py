"""The tasks: who takes them over and when, and which nobody takes."""

from collections.abc import Iterable, Sequence

import htpy as h

from drawdown.brief.facts.tasks import TaskFacts
from drawdown.brief.page.html import Node, listed, table
from drawdown.brief.page.setting import Setting

__all__ = ["tasks"]

Same = list[TaskFacts]
"""One task at several places, with one recipient."""


def tasks(setting: Setting) -> h.Element:
    """Return the section on the transfer of tasks."""
    text, found = setting.language.text, setting.briefing.tasks
    end = setting.briefing.heading.end
    left = _alike(
        sorted(
            (task for task in found if task.gap is not None),
            key=lambda task: (task.gap or end, task.task_id),
        )
    )
    given = _alike(
        sorted(
            (task for task in found if task.start is not None),
            key=lambda task: (task.start or end, task.task_id),
        )
    )
    return h.section("#tasks", aria_labelledby="tasks-h")[
        h.h2("#tasks-h")[text("Tasks: which nobody takes, and who takes the others")],
        _residual(setting, left) if left else h.p[text("Every task is handed over.")],
        _handed_over(setting, given) if given else None,
    ]


def _alike(found: Iterable[TaskFacts]) -> list[Same]:
    """Return the tasks by what they are and who takes them, in the given order."""
    groups: dict[tuple[str, str], Same] = {}
    for task in found:
        groups.setdefault((task.name, task.recipient), []).append(task)
    return list(groups.values())


def _residual(setting: Setting, left: list[Same]) -> Node:
    text = setting.language.text
    return table(
        text("Tasks that nobody takes, in the order of their first gap"),
        [
            text("Task"),
            text("Gap from"),
            text("Why"),
            text("Named recipient"),
            text("Ready"),
        ],
        (
            [
                _name(setting, same),
                _places(setting, same, [setting.short(task.gap) for task in same]),
                _reasons(rule.text for task in same for rule in task.why.rules),
                _recipient(setting, same[0]),
                _ready(setting, same),
            ]
            for same in left
        ),
        wide=True,
    )


def _name(setting: Setting, same: Same) -> Node:
    return [same[0].name, setting.mark(same[0].basis, "tasks")]


def _places(setting: Setting, same: Same, days: Sequence[Node]) -> Node:
    """Return where and when; each place can be linked to."""
    return h.ul(".plain")[
        (
            h.li(id=f"task-{task.task_id}")[_place(setting, task), ": ", day]
            for task, day in zip(same, days, strict=True)
        )
    ]


def _place(setting: Setting, task: TaskFacts) -> Node:
    if task.site_id:
        return setting.site(task.site_id)
    return setting.language.text("whole mission")


def _reasons(reasons: Iterable[str]) -> Node:
    given = list(dict.fromkeys(reasons))
    return given[0] if len(given) == 1 else listed(given)


def _recipient(setting: Setting, task: TaskFacts) -> Node:
    if not task.recipient:
        return setting.language.text("nobody")
    return [task.recipient, setting.mark(task.recipient_basis, "tasks")]


def _ready(setting: Setting, same: Same) -> Node:
    """Return when the recipient is ready; it can differ between places."""
    if not same[0].recipient:
        return "–"
    days = dict.fromkeys(task.ready for task in same)
    never = setting.language.text("not before the end")
    said = ["; ".join(setting.short(day) if day else never for day in days)]
    return [*said, setting.mark(same[0].ready_basis, "tasks")]


def _handed_over(setting: Setting, given: list[Same]) -> Node:
    text = setting.language.text
    return table(
        text("Tasks that are handed over, in the order of their days"),
        [
            text("Task"),
            text("Handover"),
            text("Recipient"),
            text("Ready"),
            text("Why these days"),
            text("The recipient can carry"),
        ],
        (
            [
                _name(setting, same),
                _places(setting, same, [_days(setting, task) for task in same]),
                _recipient(setting, same[0]),
                _ready(setting, same),
                _why(setting, same),
                _shares(setting, same),
            ]
            for same in given
        ),
        wide=True,
    )


def _days(setting: Setting, task: TaskFacts) -> str:
    return setting.language.text(
        "{first} to {last}",
        first=setting.short(task.start),
        last=setting.short(task.end),
    )


def _why(setting: Setting, same: Same) -> Node:
    """Return what holds the handovers; how many days are left differs by place."""
    said = [rule.text for rule in same[0].why.rules[:2]]
    if any(task.must for task in same):
        said.append(setting.language.text("must be handed over"))
    return listed(said)


def _shares(setting: Setting, same: Same) -> str:
    shares = dict.fromkeys(task.effect for task in same)
    return "; ".join(setting.language.percent(share) for share in shares)
