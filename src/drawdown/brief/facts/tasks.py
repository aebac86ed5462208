"""The mandated tasks: who takes them over and when, and which nobody takes."""

from dataclasses import dataclass
from datetime import date

from drawdown.brief.facts.basis import Basis, basis
from drawdown.brief.facts.material import Material
from drawdown.mission import Task
from drawdown.planning.explain import Explanation
from drawdown.planning.explain.task import explain_task

__all__ = ["TaskFacts", "task_facts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskFacts:
    """One task in a plan."""

    task_id: str
    name: str
    site_id: str | None
    """Absent: of the whole mission."""
    recipient: str
    """Empty: nobody is named."""
    recipient_kind: str
    ready: date | None
    """Absent: the recipient is not ready before the end."""
    handover_days: int
    latest: date | None
    start: date | None
    """The first day of the handover; absent: it is not handed over."""
    end: date | None
    gap: date | None
    """The day from which nobody does it; absent: it is handed over."""
    reason: str
    """Why it is not handed over, as the plan says."""
    must: bool
    protects: bool
    effect: float
    """The part of the task that the recipient can carry."""
    why: Explanation
    basis: Basis
    recipient_basis: Basis
    ready_basis: Basis


def task_facts(material: Material) -> tuple[TaskFacts, ...]:
    """Return all tasks in the order of the mission's table."""
    return tuple(_task(material, task) for task in material.mission.tasks)


def _task(material: Material, task: Task) -> TaskFacts:
    plan = material.plan
    given = next((one for one in plan.handovers if one.task == task.task_id), None)
    left = next((one for one in plan.residuals if one.task == task.task_id), None)
    return TaskFacts(
        task_id=task.task_id,
        name=task.name,
        site_id=task.site_id,
        recipient=task.recipient,
        recipient_kind=task.recipient_kind,
        ready=task.ready,
        handover_days=task.handover_days,
        latest=task.latest,
        start=given.start if given else None,
        end=given.end if given else None,
        gap=None if given else left.gap if left else _gap(material, task),
        reason=left.reason if left and not given else "",
        must=task.must,
        protects=task.protects,
        effect=task.effect,
        why=material.naming.explained(explain_task(material.known, task)),
        basis=basis(task),
        recipient_basis=basis(task, "recipient"),
        ready_basis=basis(task, "ready"),
    )


def _gap(material: Material, task: Task) -> date:
    """Return the day from which nobody does a task that the plan does not name."""
    mission = material.mission
    days = [mission.deadline]
    if task.latest is not None:
        days.append(mission.day(task.latest))
    if task.site_id is not None:
        days.append(min(material.known.closing(task.site_id), mission.deadline))
    return mission.date(max(min(days), -1) + 1)
