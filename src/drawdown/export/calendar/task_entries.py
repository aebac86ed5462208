"""The handovers of tasks, and the days from which nobody does one."""

from collections.abc import Iterator

from drawdown.export.calendar.entry import Entry, evidence_text
from drawdown.export.dossier import Dossier
from drawdown.language import marked
from drawdown.plan.residual_reason import reason_in_words

HANDOVERS = marked("Handover of tasks")
GAPS = marked("Tasks that nobody takes")


def task_entries(dossier: Dossier) -> Iterator[Entry]:
    """Yield handovers and gaps, in the order of the plan."""
    text, tasks = dossier.language.text, dossier.facts.tasks
    sites = dossier.facts.sites
    for given in dossier.plan.handovers:
        task = tasks[given.task]
        ready = evidence_text(dossier.language, task, "ready")
        yield Entry(
            thing=f"handover/{given.task}",
            summary=text(
                "Handover to {who}: {what}", who=task.recipient, what=task.name
            ),
            first=given.start,
            last=given.end,
            category=text(HANDOVERS),
            place=sites[task.site_id].name if task.site_id else "",
            description=ready,
        )
    for left in dossier.plan.residuals:
        task = tasks[left.task]
        yield Entry(
            thing=f"gap/{left.task}",
            summary=text("From today nobody does: {what}", what=task.name),
            first=left.gap,
            last=left.gap,
            category=text(GAPS),
            place=sites[task.site_id].name if task.site_id else "",
            description=reason_in_words(left.reason, dossier.language),
        )
