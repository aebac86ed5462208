"""How early the steps of a site allow it to close (law 17)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from drawdown.mission import Site, Step, Timing
from drawdown.plan import Closure
from drawdown.planning.explain.counted import counted
from drawdown.planning.explain.explanation import Rule
from drawdown.planning.explain.known import Known


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A step on its earliest days, and what made it wait for how long."""

    step: Step
    start: int
    end: int
    waits: str = ""


def step_rules(known: Known, site: Site, closing: int) -> Iterator[Rule]:
    """Yield how early the chain of steps and the teams let a site close."""
    steps = known.steps(site)
    if not steps:
        return
    alone = lay(known, site, {}, teams=False)
    end = max(laid.end for laid in alone.values())
    yield Rule(
        law="17.2",
        text=f"its steps, one after the other, end on {known.on(end)} at the earliest",
        slack=closing - end,
        change=_chain_change(alone),
    )
    with_teams = lay(known, site, planned_opening(known, site), teams=True)
    end = max(laid.end for laid in with_teams.values())
    waits = [laid.waits for laid in with_teams.values() if laid.waits]
    yield Rule(
        law="17.4",
        text=(
            f"{_planned(known, site)}; with the teams that others leave free they "
            f"could end on {known.on(end)}" + _because(waits)
        ),
        slack=closing - end,
        change="; ".join(waits) or "its opening steps would have to end earlier",
    )


def _because(waits: list[str]) -> str:
    return f" ({'; '.join(waits)})" if waits else ""


def _planned(known: Known, site: Site) -> str:
    """Say on which days the closing steps are planned."""
    steps = known.steps(site)
    days = [
        f"{planned.step} {planned.start} to {planned.end}"
        for planned in known.closures.get(
            site.site_id, Closure(site=site.site_id)
        ).steps
        if planned.step in steps and steps[planned.step].timing is Timing.CLOSING
    ]
    return f"its closing steps: {', '.join(days)}" if days else "it has no closing step"


def _chain_change(laid: Mapping[str, Laid]) -> str:
    """Say what holds the chain of steps: the counterpart, or its own length."""
    waits = [one.waits for one in laid.values() if one.waits]
    if waits:
        return "; ".join(waits)
    last = max(laid.values(), key=lambda one: one.end)
    chain = [last.step]
    while chain[-1].after:
        before = [laid[name] for name in chain[-1].after if name in laid]
        if not before:
            break
        chain.append(max(before, key=lambda one: one.end).step)
    days = ", ".join(f"{step.step_id} {step.days}" for step in reversed(chain))
    return f"shorter steps: in days they are {days}"


def planned_opening(known: Known, site: Site) -> dict[str, tuple[int, int]]:
    """Return the days of the opening steps as planned."""
    steps, day = known.steps(site), known.mission.day
    return {
        planned.step: (day(planned.start), day(planned.end))
        for planned in known.closures.get(
            site.site_id, Closure(site=site.site_id)
        ).steps
        if planned.step in steps and steps[planned.step].timing is Timing.OPENING
    }


def lay(
    known: Known, site: Site, fixed: Mapping[str, tuple[int, int]], *, teams: bool
) -> dict[str, Laid]:
    """Return the earliest days of the steps of a site.

    Parameters
    ----------
    known
        The mission and the plan.
    site
        Whose steps.
    fixed
        First and last day of steps that stay where they are.
    teams
        Whether a step waits for teams that others have.

    """
    steps, laid = known.steps(site), dict[str, Laid]()
    used = team_days(known, site) if teams else {}
    waiting = list(steps.values())
    while waiting:
        ready = [s for s in waiting if not (set(s.after) & steps.keys()) - laid.keys()]
        for step in ready or waiting[:1]:
            waiting.remove(step)
            if step.step_id in fixed:
                first, last = fixed[step.step_id]
                laid[step.step_id] = Laid(step=step, start=first, end=last)
            else:
                laid[step.step_id] = _earliest(known, site, step, laid, used)
            _use(used, step, laid[step.step_id])
    return laid


Used = dict[str, dict[int, int]]
"""Teams in use by crew and day."""


def _use(used: Used, step: Step, laid: Laid) -> None:
    days = used.setdefault(step.crew, {})
    for day in range(laid.start, laid.end + 1):
        days[day] = days.get(day, 0) + step.teams


def _earliest(
    known: Known, site: Site, step: Step, laid: Mapping[str, Laid], used: Used
) -> Laid:
    """Return the first days of a step after those before it, and what it waits for."""
    free = max((laid[n].end + 1 for n in step.after if n in laid), default=0)
    start, waits = free, ""
    if step.needs_counterpart and site.counterpart_from is not None:
        there = known.mission.day(site.counterpart_from)
        if there > start:
            start = there
            waits = (
                f"{step.step_id} waits for {site.counterpart}, who is there from "
                f"{site.counterpart_from}"
            )
    begun = start
    crew = known.crews.get(step.crew)
    if crew is not None and used:
        start = _first_free(used.get(step.crew, {}), step, crew.teams, start)
    if start > begun:
        teams = counted(crew.teams if crew else 0, "team")
        waits = (
            f"{step.step_id} waits {counted(start - begun, 'day')} for {step.crew} "
            f"(the mission has {teams})"
        )
    return Laid(step=step, start=start, end=start + step.days - 1, waits=waits)


def _first_free(used: Mapping[int, int], step: Step, teams: int, start: int) -> int:
    """Return the first day from which enough teams are free for the whole step."""
    last = max(used, default=-1)
    while start <= last:
        days = range(start, start + step.days)
        if all(used.get(day, 0) + step.teams <= teams for day in days):
            return start
        start += 1
    return start


def team_days(known: Known, leave_out: Site) -> Used:
    """Return the teams that other sites and all handovers use, as planned."""
    used: Used = {}
    day = known.mission.day
    for name, closure in known.closures.items():
        site = known.sites.get(name)
        steps = known.steps(site) if site and site is not leave_out else {}
        for planned in closure.steps:
            if planned.step in steps:
                step = steps[planned.step]
                start, end = day(planned.start), day(planned.end)
                _use(used, step, Laid(step=step, start=start, end=end))
    for given in known.plan.handovers:
        task = known.tasks.get(given.task)
        if task is not None and task.crew:
            days = used.setdefault(task.crew, {})
            for on in range(day(given.start), day(given.end) + 1):
                days[on] = days.get(on, 0) + task.teams
    return used
