"""When a task is handed over, or why nobody takes it."""

from collections.abc import Iterator

from drawdown.language import marked
from drawdown.mission import Task
from drawdown.plan import Handover, Residual
from drawdown.plan.residual_reason import reason_in_words
from drawdown.planning.explain.explanation import Explanation, Rule
from drawdown.planning.explain.known import Known
from drawdown.planning.explain.phrases import days, teams


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
        headline=_headline(known, task, _outcome(known, task, given, left)),
        day=known.mission.day(given.start) if given else None,
        rules=tuple(rules),
        notes=tuple(_notes(known, task, left)),
        dates={"handed_over_by": on},
        last_days=(
            known.language.text(
                "its handover can end on {day} at the latest (§20.1)", day=on
            ),
        ),
        language=known.language,
    )


def _headline(known: Known, task: Task, outcome: str) -> str:
    at_a_site = marked("{task} at {site}: {outcome}")
    of_all = marked("{task} of the whole mission: {outcome}")
    return known.language.text(
        at_a_site if task.site_id else of_all,
        task=task.name,
        site=task.site_id or "",
        outcome=outcome,
    )


def _outcome(
    known: Known, task: Task, given: Handover | None, left: Residual | None
) -> str:
    text = known.language.text
    if given is not None:
        return text(
            "handed over to {recipient} from {start} to {end}",
            recipient=task.recipient,
            start=given.start,
            end=given.end,
        )
    if left is None:
        return text("not in this plan")
    return text("residual from {day}", day=left.gap)


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
    language, text = known.language, known.language.text
    start, end = known.mission.day(given.start), known.mission.day(given.end)
    if task.ready is not None:
        ready = max(known.mission.day(task.ready), 0)
        yield Rule(
            law="20.1",
            text=text(
                "{recipient} is ready on {day}",
                recipient=task.recipient,
                day=task.ready,
            ),
            slack=start - ready,
            change=text(
                "{recipient} ready on {day}",
                recipient=task.recipient,
                day=known.on(max(start - 7, 0)),
            ),
        )
    anybody = marked("it takes {days}, and ends {spare} before the last possible")
    with_role = marked(
        "it takes {days} with people of the role {role} there, and ends {spare} before "
        "the last possible"
    )
    yield Rule(
        law="20.1",
        text=text(
            with_role if task.role else anybody,
            days=days(language, task.handover_days),
            role=task.role,
            spare=days(language, _latest(known, task) - end),
        ),
    )
    if task.crew:
        crew = known.crews.get(task.crew)
        said = text(
            "it takes {number} of {teams} of {crew} on these days",
            number=task.teams,
            teams=teams(language, crew.teams if crew else 0),
            crew=task.crew,
        )
        yield Rule(law="17.4", text=said)


def _obstacles(known: Known, task: Task) -> Iterator[Rule]:
    """Yield why a task is not handed over."""
    text = known.language.text
    if not task.recipient:
        yield Rule(law="20.1", text=text("nobody is named who takes it"))
    elif task.ready is None:
        said = text(
            "{recipient} is not ready on any day before the end",
            recipient=task.recipient,
        )
        yield Rule(law="20.1", text=said)
    else:
        yield from _too_late(known, task)


def _too_late(known: Known, task: Task) -> Iterator[Rule]:
    """Say whether there are enough days between ready and the last possible day."""
    assert task.ready is not None
    language, text = known.language, known.language.text
    first = max(known.mission.day(task.ready), 0)
    latest, needed = _latest(known, task), task.handover_days
    room = latest - first + 1
    if room < needed:
        said = text(
            "{recipient} is ready on {day} and takes {days}; the last possible day is "
            "{latest}",
            recipient=task.recipient,
            day=task.ready,
            days=days(language, needed),
            latest=known.on(latest),
        )
        yield Rule(law="20.1", text=said)
        return
    said = text(
        "there would be {days} for the {needed} that it takes; the teams of {crew} or "
        "the people of the role {role} are bound elsewhere, or it is not worth what it "
        "costs",
        days=days(language, room),
        needed=needed,
        crew=task.crew or text("the mission"),
        role=task.role or text("that it asks for"),
    )
    yield Rule(law="20.1", text=said)


def _notes(known: Known, task: Task, left: Residual | None) -> Iterator[str]:
    text = known.language.text
    if left is not None and left.reason:
        reason = reason_in_words(left.reason, known.language)
        yield text("the plan says: {reason}", reason=reason)
    if task.must:
        yield text("it must be handed over: a plan that does not is not valid (§20.2)")
    if task.protects:
        yield text(
            "{recipient} protects to {share} once it has it (§22.2)",
            recipient=task.recipient,
            share=known.language.percent(task.effect),
        )
