"""When a task is handed over, or why nobody takes it."""

from collections.abc import Iterator

from drawdown.mission import Task
from drawdown.plan import Handover, Residual
from drawdown.planning.explain.counted import counted
from drawdown.planning.explain.explanation import Explanation, Rule
from drawdown.planning.explain.known import Known


def explain_task(known: Known, task: Task) -> Explanation:
    """Return the handover of a task, or why it is residual."""
    plan = known.plan
    given = next((h for h in plan.handovers if h.task == task.task_id), None)
    left = next((r for r in plan.residuals if r.task == task.task_id), None)
    latest = _latest(known, task)
    on = known.mission.date(latest)
    rules = _rules(known, task, given) if given else _obstacles(known, task)
    return Explanation(
        kind="task",
        name=task.task_id,
        headline=f"{task.name}{_where(task)}: {_outcome(task, given, left)}",
        day=known.mission.day(given.start) if given else None,
        rules=tuple(rules),
        notes=tuple(_notes(task, left)),
        dates={"handed_over_by": on},
        last_days=(f"its handover can end on {on} at the latest (§20.1)",),
    )


def _where(task: Task) -> str:
    return f" at {task.site_id}" if task.site_id else " of the whole mission"


def _outcome(task: Task, given: Handover | None, left: Residual | None) -> str:
    if given is not None:
        return f"handed over to {task.recipient} from {given.start} to {given.end}"
    return f"residual from {left.gap}" if left else "not in this plan"


def _latest(known: Known, task: Task) -> int:
    """Return the last day on which a handover can end (§20.1)."""
    days = [known.mission.deadline]
    if task.latest is not None:
        days.append(known.mission.day(task.latest))
    if task.site_id is not None:
        days.append(known.closing(task.site_id))
    return min(days)


def _rules(known: Known, task: Task, given: Handover) -> Iterator[Rule]:
    """Yield how early the recipient and the teams allow the handover."""
    start, end = known.mission.day(given.start), known.mission.day(given.end)
    if task.ready is not None:
        ready = max(known.mission.day(task.ready), 0)
        yield Rule(
            law="20.1",
            text=f"{task.recipient} is ready on {task.ready}",
            slack=start - ready,
            change=f"{task.recipient} ready on {known.on(max(start - 7, 0))}",
        )
    yield Rule(
        law="20.1",
        text=(
            f"it takes {counted(task.handover_days, 'day')}"
            + (f" with people of the role {task.role} there" if task.role else "")
            + f", and ends "
            f"{counted(_latest(known, task) - end, 'day')} before the last possible"
        ),
    )
    if task.crew:
        crew = known.crews.get(task.crew)
        teams = crew.teams if crew else 0
        of = f"{counted(teams, 'team')} of {task.crew}"
        text = f"it takes {task.teams} of {of} on these days"
        yield Rule(law="17.4", text=text)


def _obstacles(known: Known, task: Task) -> Iterator[Rule]:
    """Yield why a task is not handed over."""
    if not task.recipient:
        yield Rule(law="20.1", text="nobody is named who takes it")
    elif task.ready is None:
        text = f"{task.recipient} is not ready on any day before the end"
        yield Rule(law="20.1", text=text)
    else:
        yield from _too_late(known, task)


def _too_late(known: Known, task: Task) -> Iterator[Rule]:
    """Say whether there are enough days between ready and the last possible day."""
    assert task.ready is not None
    first = max(known.mission.day(task.ready), 0)
    latest, days = _latest(known, task), task.handover_days
    room = latest - first + 1
    if room < days:
        text = (
            f"{task.recipient} is ready on {task.ready} and takes "
            f"{counted(days, 'day')}; the last possible day is {known.on(latest)}"
        )
        yield Rule(law="20.1", text=text)
        return
    yield Rule(
        law="20.1",
        text=(
            f"there would be {counted(room, 'day')} for the {days} that it takes; the "
            f"teams of {task.crew or 'the mission'} or the people of the role "
            f"{task.role or 'that it asks for'} are bound elsewhere, or it is not "
            "worth what it costs"
        ),
    )


def _notes(task: Task, left: Residual | None) -> Iterator[str]:
    if left is not None and left.reason:
        yield f"the plan says: {left.reason}"
    if task.must:
        yield "it must be handed over: a plan that does not is not valid (§20.2)"
    if task.protects:
        share = f"{task.effect:.0%}"
        yield f"{task.recipient} protects to {share} once it has it (§22.2)"
