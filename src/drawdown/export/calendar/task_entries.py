"""The handovers of tasks, and the days from which nobody does one."""

from collections.abc import Iterator

from drawdown.export.calendar.entry import Entry
from drawdown.export.dossier import Dossier
from drawdown.export.evidence import basis_text
from drawdown.language import marked
from drawdown.plan.residual_reason import reason_in_words

HANDOVERS = marked("Handover of tasks")
GAPS = marked("Tasks that nobody takes")


def task_entries(dossier: Dossier) -> Iterator[Entry]:
    """Yield handovers and gaps, in the order of the tasks."""
    text = dossier.language.text
    places = {site.site_id: site.name for site in dossier.facts.sites}
    for task in dossier.facts.tasks:
        place = places.get(task.site_id or "", "")
        if task.start is not None and task.end is not None:
            yield Entry(
                thing=f"handover/{task.task_id}",
                summary=text(
                    "Handover to {who}: {what}", who=task.recipient, what=task.name
                ),
                first=task.start,
                last=task.end,
                category=text(HANDOVERS),
                place=place,
                description=basis_text(dossier.language, task.ready_basis),
            )
        elif task.gap is not None:
            yield Entry(
                thing=f"gap/{task.task_id}",
                summary=text("From today nobody does: {what}", what=task.name),
                first=task.gap,
                last=task.gap,
                category=text(GAPS),
                place=place,
                description=reason_in_words(task.reason, dossier.language),
            )
