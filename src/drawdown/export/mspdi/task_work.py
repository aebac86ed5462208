"""The handovers of tasks, and the milestones from which nobody does one."""

from collections.abc import Iterator

from drawdown.export.calendar.task_entries import task_entries
from drawdown.export.dossier import Dossier
from drawdown.export.mspdi.work import Work, heading


def task_work(dossier: Dossier) -> Iterator[Work]:
    """Yield the handovers and the gaps under one heading, in their order."""
    entries = sorted(task_entries(dossier), key=lambda one: (one.first, one.thing))
    yield from heading(
        "tasks",
        dossier.language.text("Transfer of tasks"),
        [
            Work(
                thing=entry.thing,
                name=entry.summary,
                first=entry.first,
                last=entry.last,
                milestone=entry.thing.startswith("gap/"),
                notes=entry.description,
            )
            for entry in entries
        ],
    )
