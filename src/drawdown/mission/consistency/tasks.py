"""Tasks: who hands them over, to whom, and by when."""

from collections.abc import Iterator

from drawdown.mission.consistency.finding import Finding, check
from drawdown.mission.mission import Mission
from drawdown.mission.nearest import did_you_mean


@check("tasks.role", "units.role")
def somebody_has_the_role_of_a_task(mission: Mission) -> Iterator[Finding]:
    """Find tasks that no unit can hand over, because none has their role (law 20.1)."""
    roles = {unit.role for unit in mission.units if unit.role}
    for number, task in enumerate(mission.tasks):
        if task.role and task.role not in roles:
            yield _task(
                number,
                "role",
                f"no unit has the role {task.role}, which {task.task_id} needs",
                did_you_mean(task.role, roles)
                or f"roles are {', '.join(sorted(roles))}",
            )


@check("tasks.must", "tasks.ready", "tasks.recipient")
def what_must_be_handed_over_has_a_recipient(mission: Mission) -> Iterator[Finding]:
    """Find tasks that must and cannot be handed over (law 20.1)."""
    for number, task in enumerate(mission.tasks):
        if task.must and (not task.recipient or task.ready is None):
            column = "ready" if task.recipient else "recipient"
            yield _task(
                number,
                column,
                f"{task.task_id} must be handed over and has no {column} (law 20.1)",
                f"give {column}, or say must no",
            )


@check("tasks.ready", "tasks.latest", "tasks.handover_days", "decision.deadline")
def there_is_time_to_hand_over(mission: Mission) -> Iterator[Finding]:
    """Find tasks whose recipient is ready too late (law 20.1)."""
    for number, task in enumerate(mission.tasks):
        last = min(task.latest or mission.decision.deadline, mission.decision.deadline)
        if task.ready is None:
            continue
        days = (last - task.ready).days + 1
        if task.handover_days > days or days < 1:
            yield _task(
                number,
                "ready",
                f"the recipient of {task.task_id} is ready on {task.ready}, handing "
                f"over takes {task.handover_days} days, and the last day for it is "
                f"{last}: it is residual (law 20.2)",
                "correct the dates, if they are not meant so",
                warning=True,
            )


@check("tasks.teams", "crews.teams")
def crews_have_the_teams_of_tasks(mission: Mission) -> Iterator[Finding]:
    """Find handovers that take teams of no crew, or more than there are (law 17.4)."""
    teams = {crew.crew_id: crew.teams for crew in mission.crews}
    for number, task in enumerate(mission.tasks):
        if task.teams and task.crew is None:
            yield _task(
                number,
                "crew",
                f"{task.task_id} takes {task.teams} teams of no crew",
                "name the crew",
            )
        if task.crew is not None and task.teams > teams.get(task.crew, task.teams):
            yield _task(
                number,
                "teams",
                f"{task.task_id} takes {task.teams} teams of {task.crew}, of which "
                f"there are {teams[task.crew]} (law 17.4)",
                "correct one of the two numbers",
                warning=True,
            )


@check("tasks.protects", "tasks.effect")
def protection_has_an_effect(mission: Mission) -> Iterator[Finding]:
    """Find recipients that protect to the degree 0 (law 22.2)."""
    for number, task in enumerate(mission.tasks):
        if task.protects and not task.effect:
            yield _task(
                number,
                "effect",
                f"{task.task_id} protects with effect 0, that is nobody (law 22.2)",
                "give the part that the recipient can carry, from 0 to 1",
                warning=True,
            )


def _task(
    row: int, column: str, message: str, hint: str, *, warning: bool = False
) -> Finding:
    return Finding(
        table="tasks",
        row=row,
        column=column,
        message=message,
        hint=hint,
        level="warning" if warning else "error",
    )


CHECKS = (
    somebody_has_the_role_of_a_task,
    what_must_be_handed_over_has_a_recipient,
    there_is_time_to_hand_over,
    crews_have_the_teams_of_tasks,
    protection_has_an_effect,
)
