"""Which tasks are handed over, and when (§20)."""

from collections import defaultdict

import numpy as np

from drawdown.mission.duties import Task
from drawdown.plan.plan import Handover, Residual
from drawdown.planning.naming import Named
from drawdown.planning.problem import Problem


def hand_over(
    problem: Problem, named: Named
) -> tuple[tuple[Handover, ...], tuple[Residual, ...]]:
    """Return the handovers, each as early as recipient, people and teams allow, and the
    tasks that nobody takes; those that must be handed over and those that protect go
    first.
    """
    mission = problem.mission
    present = _presence(problem, named)
    chosen = problem.arrangement.handovers if problem.arrangement else {}
    closing = {
        c.site: problem.days if c.closed is None else mission.day(c.closed)
        for c in named.closures
    }
    handovers, residuals = [], []
    for task in sorted(
        mission.tasks,
        key=lambda t: (
            t.task_id not in chosen,
            not t.must,
            not t.protects,
            t.ready or mission.decision.deadline,
            t.task_id,
        ),
    ):
        start = _start(problem, named, task, present, closing, chosen.get(task.task_id))
        days = max(1, task.handover_days)
        if start is None:
            residuals.append(_residual(problem, task, closing))
            continue
        if task.crew and task.teams:
            named.teams.take(task.crew, task.teams, start, days)
        handovers.append(
            Handover(
                task=task.task_id,
                start=mission.date(start),
                end=mission.date(start + days - 1),
            )
        )
    return (
        tuple(sorted(handovers, key=lambda h: (h.start, h.task))),
        tuple(sorted(residuals, key=lambda r: (r.gap, r.task))),
    )


def _presence(problem: Problem, named: Named) -> dict[tuple[str, str], np.ndarray]:
    """Return, by role and site, on which days somebody is there or leaves."""
    mission, days = problem.mission, problem.days
    units = {unit.unit_id: unit for unit in mission.units}
    stock: dict[tuple[str, str], np.ndarray] = defaultdict(
        lambda: np.zeros(days + 1, dtype=np.int64)
    )
    touched: dict[tuple[str, str], set[int]] = defaultdict(set)
    for unit in mission.units:
        stock[unit.unit_id, unit.site_id][:] += unit.strength
    ends = {way.route_id: (way.origin, way.destination) for way in problem.ways}
    for movement in named.movements:
        origin, destination = ends[movement.route]
        out, there = mission.day(movement.departs), mission.day(movement.arrives)
        for people in movement.people:
            stock[people.unit, origin][out:] -= people.persons
            touched[people.unit, origin].add(out)
            if not problem.places[destination].is_exit:
                stock[people.unit, destination][there:] += people.persons
    for release in named.releases:
        day = mission.day(release.on)
        site = units[release.unit].site_id
        stock[release.unit, site][day:] -= release.persons
        touched[release.unit, site].add(day)
    found: dict[tuple[str, str], np.ndarray] = {}
    for (unit_id, site), count in stock.items():
        here = count[:days] > 0
        for day in touched[unit_id, site]:
            here[day] = True
        for role in (units[unit_id].role, ""):
            known = found.get((role, site), np.zeros(days, dtype=np.bool_))
            found[role, site] = known | here
    return found


def _start(
    problem: Problem,
    named: Named,
    task: Task,
    present: dict[tuple[str, str], np.ndarray],
    closing: dict[str, int],
    chosen: int | None,
) -> int | None:
    """Return the first day of a handover: the day that was chosen with all else, if
    there is one and it fits, or else the earliest.
    """
    mission = problem.mission
    if not task.recipient or task.ready is None:
        return None
    days = max(1, task.handover_days)
    first = max(0, mission.day(task.ready))
    last = mission.deadline
    if task.latest is not None:
        last = min(last, mission.day(task.latest))
    if task.site_id is not None:
        last = min(last, closing[task.site_id])
    here = _there(problem, task, present)
    for start in sorted(range(first, last - days + 2), key=lambda day: day != chosen):
        if not here[start : start + days].all():
            continue
        if (
            task.crew
            and task.teams
            and not named.teams.fits(task.crew, task.teams, start, days)
        ):
            continue
        return start
    return None


def _there(
    problem: Problem, task: Task, present: dict[tuple[str, str], np.ndarray]
) -> np.ndarray:
    """Return on which days people of the task's role are where it is done."""
    if not task.role:
        return np.ones(problem.days, dtype=np.bool_)
    sites = (
        [task.site_id] if task.site_id else [s.site_id for s in problem.mission.sites]
    )
    total = np.zeros(problem.days, dtype=np.bool_)
    for site in sites:
        if (task.role, site) in present:
            total |= present[task.role, site]
    return total


def _residual(problem: Problem, task: Task, closing: dict[str, int]) -> Residual:
    mission = problem.mission
    day = mission.deadline
    reason = "not handed over by the deadline"
    if task.latest is not None and mission.day(task.latest) <= day:
        day, reason = mission.day(task.latest), "not handed over by its latest day"
    if task.site_id is not None and closing[task.site_id] < day:
        day, reason = closing[task.site_id], f"{task.site_id} closes before a handover"
    if not task.recipient:
        reason = "nobody is named to take it over"
    elif task.ready is None:
        reason = f"{task.recipient} is not ready before the end"
    return Residual(task=task.task_id, gap=mission.date(max(0, day) + 1), reason=reason)
