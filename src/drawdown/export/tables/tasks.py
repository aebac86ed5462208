"""The table of the tasks: who takes them, when they are ready, what nobody takes."""

from drawdown.brief.facts.tasks import TaskFacts
from drawdown.export.dossier import Dossier
from drawdown.export.evidence import CONFIDENCE, SOURCE, basis_cells
from drawdown.export.nearby import people_near
from drawdown.export.table import Cell, Column, Kind, Table
from drawdown.export.wording import CONFIDENCES, OUTCOMES, YES_NO, yes_no
from drawdown.language import marked
from drawdown.plan.residual_reason import reason_in_words

COLUMNS = (
    Column(name="task_id", title=marked("Task")),
    Column(name="name", title=marked("What is done"), width=44),
    Column(name="site_id", title=marked("Site")),
    Column(name="recipient", title=marked("Recipient"), width=34),
    Column(name="recipient_kind", title=marked("Kind of recipient")),
    Column(name="ready", title=marked("Recipient ready on"), kind=Kind.DATE),
    Column(
        name="ready_confidence",
        title=marked("Confidence of that day"),
        words=CONFIDENCES,
    ),
    Column(name="latest", title=marked("Can be handed over to"), kind=Kind.DATE),
    Column(name="outcome", title=marked("In this plan"), words=OUTCOMES),
    Column(name="start", title=marked("Handover begins"), kind=Kind.DATE),
    Column(name="end", title=marked("Handover ends"), kind=Kind.DATE),
    Column(name="gap", title=marked("Gap from"), kind=Kind.DATE),
    Column(name="reason", title=marked("Reason, as the plan says"), width=34),
    Column(name="must", title=marked("Must be handed over"), words=YES_NO),
    Column(name="protects", title=marked("Recipient protects"), words=YES_NO),
    Column(
        name="effect", title=marked("Share the recipient can carry"), kind=Kind.SHARE
    ),
    Column(name="people", title=marked("People in the vicinity"), kind=Kind.WHOLE),
    SOURCE,
    CONFIDENCE,
)


def tasks(dossier: Dossier) -> Table:
    """Return one row for each task of the mission."""
    return Table(
        name="tasks",
        title=marked("Tasks"),
        columns=COLUMNS,
        rows=tuple(_row(dossier, task) for task in dossier.facts.tasks),
        note=dossier.redaction_note,
    )


def _row(dossier: Dossier, task: TaskFacts) -> tuple[Cell, ...]:
    return (
        task.task_id,
        task.name,
        task.site_id,
        task.recipient,
        task.recipient_kind,
        task.ready,
        basis_cells(task.ready_basis)[1],
        task.latest,
        "residual" if task.start is None else "handed_over",
        task.start,
        task.end,
        task.gap,
        reason_in_words(task.reason, dossier.language) if task.reason else "",
        yes_no(task.must),
        yes_no(task.protects),
        task.effect or None,
        people_near(dossier, task.site_id),
        *basis_cells(task.basis),
    )
