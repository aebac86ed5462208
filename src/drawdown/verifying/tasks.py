"""Law 20: tasks are handed over, or named as residual."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from drawdown.mission import Task
from drawdown.verifying.admitted import Given
from drawdown.verifying.replay import Replay
from drawdown.verifying.verdict import Violation


def handovers_have_their_days(replay: Replay) -> Iterator[Violation]:
    """Ensures that handovers take their days when the recipient is ready (§20.1)."""
    facts = replay.facts
    for name, given in replay.admitted.given.items():
        for wrong in _wrong_days(replay, given):
            yield facts.breach("20.1", name, f"{name} {wrong}", day=given.start)


def _wrong_days(replay: Replay, given: Given) -> Iterator[str]:
    facts, task = replay.facts, given.task
    start, end = facts.date(given.start), facts.date(given.end)
    taken, needed = given.end - given.start + 1, max(task.handover_days, 1)
    if taken != needed:
        yield f"is handed over in {taken} days; it takes {needed}"
    if not task.recipient or task.ready is None:
        yield "is handed over; it has no recipient, or none that will be ready"
    elif start < task.ready:
        yield f"is handed over from {start}; {task.recipient} is ready on {task.ready}"
    if task.latest is not None and end > task.latest:
        yield f"is handed over until {end}; the last day for it is {task.latest}"
    if given.end > facts.deadline:
        deadline = facts.date(facts.deadline)
        yield f"is handed over until {end}, after the deadline {deadline}"


def handovers_have_their_people(replay: Replay) -> Iterator[Violation]:
    """Ensures that the site is open and the role is there all along (§20.1)."""
    facts = replay.facts
    for name, given in replay.admitted.given.items():
        task = given.task
        during = np.zeros(facts.days, dtype=np.int64)
        during[given.start : given.end + 1] = 1
        if task.site_id is not None:
            shut = during.copy()
            shut[: replay.closing.get(task.site_id, -1) + 1] = 0
            text = "{} is handed over, but {} is closed"
            yield from facts.breaches("20.1", name, shut, text, name, task.site_id)
        if task.role:
            absent = during * ~_present(replay, task)
            place = task.site_id or "any site"
            text = "{} is handed over, but no unit of {} is at {}"
            yield from facts.breaches(
                "20.1", name, absent, text, name, task.role, place
            )


def _present(replay: Replay, task: Task) -> NDArray[np.bool_]:
    """Return on which days people of the role of a task are where it is done."""
    facts = replay.facts
    sites = facts.sites if task.site_id is None else (task.site_id,)
    present = np.zeros(facts.days, dtype=np.bool_)
    for name, unit in facts.units.items():
        if unit.role == task.role:
            for site in sites:
                present |= replay.persons.of(name, site) > 0
                present |= replay.leaving.of(name, site) > 0
    return present


def necessary_tasks_are_handed_over(replay: Replay) -> Iterator[Violation]:
    """Ensures that tasks that must be handed over are (§20.2)."""
    for name, task in replay.facts.tasks.items():
        if task.must and name not in replay.admitted.given:
            message = f"{name} must be handed over, and is not"
            yield replay.facts.breach("20.2", name, message)


def residual_tasks_are_named(replay: Replay) -> Iterator[Violation]:
    """Ensures that each task that nobody takes is named with its gap (§20.2)."""
    facts = replay.facts
    named: dict[str, int] = {}
    for residual in replay.plan.residuals:
        name, day = residual.task, facts.mission.day(residual.gap)
        if name in named:
            message = f"{name} is named as residual more than once"
            yield facts.breach("20.2", name, message, day=day)
        named[name] = day
    for name, day in named.items():
        wrong = _wrong_gap(replay, name, day)
        if wrong:
            yield facts.breach("20.2", name, f"{name} {wrong}", day=day)
    for name in facts.tasks:
        if name not in named and name not in replay.admitted.given:
            message = f"{name} is neither handed over nor named as residual"
            yield facts.breach("20.2", name, message)


def _wrong_gap(replay: Replay, name: str, day: int) -> str:
    facts = replay.facts
    task = facts.tasks.get(name)
    if task is None:
        return "is named as residual; the mission has no such task"
    if name in replay.admitted.given:
        return "is named as residual, and is handed over"
    gap = _gap(replay, task)
    return (
        ""
        if day == gap
        else f"is residual from {facts.date(gap)}, not {facts.date(day)}"
    )


def _gap(replay: Replay, task: Task) -> int:
    """Return the first day on which nobody does a task (law 20.2)."""
    ends = [replay.facts.deadline]
    if task.latest is not None:
        ends.append(replay.facts.mission.day(task.latest))
    if task.site_id is not None:
        ends.append(replay.closing.get(task.site_id, replay.facts.days))
    return min(ends) + 1
