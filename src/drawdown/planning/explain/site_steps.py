"""How early the steps of a site allow it to close (law 17)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from drawdown.mission import Site, Step, Timing
from drawdown.plan import Closure
from drawdown.planning.explain.explanation import Rule
from drawdown.planning.explain.known import Known
from drawdown.planning.explain.phrases import days, joined, teams


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
    alone = lay(known, site, {}, crews=False)
    end = max(laid.end for laid in alone.values())
    yield Rule(
        law="17.2",
        text=known.language.text(
            "its steps, one after the other, end on {day} at the earliest",
            day=known.on(end),
        ),
        slack=closing - end,
        change=_chain_change(known, alone),
    )
    with_teams = lay(known, site, planned_opening(known, site), crews=True)
    end = max(laid.end for laid in with_teams.values())
    waits = [laid.waits for laid in with_teams.values() if laid.waits]
    why = joined(known.language, waits)
    could = known.language.text(
        "with the teams that others leave free they could end on {day}",
        day=known.on(end),
    )
    said = joined(known.language, (_planned(known, site), could))
    earlier = known.language.text("its opening steps would have to end earlier")
    yield Rule(
        law="17.4",
        text=f"{said} ({why})" if why else said,
        slack=closing - end,
        change=why or earlier,
    )


def _planned(known: Known, site: Site) -> str:
    """Say on which days the closing steps are planned."""
    steps = known.steps(site)
    found = [
        f"{planned.step} {known.between(planned.start, planned.end)}"
        for planned in known.closures.get(
            site.site_id, Closure(site=site.site_id)
        ).steps
        if planned.step in steps and steps[planned.step].timing is Timing.CLOSING
    ]
    if not found:
        return known.language.text("it has no closing step")
    return known.language.text("its closing steps: {steps}", steps=", ".join(found))


def _chain_change(known: Known, laid: Mapping[str, Laid]) -> str:
    """Say what holds the chain of steps: the counterpart, or its own length."""
    waits = [one.waits for one in laid.values() if one.waits]
    if waits:
        return joined(known.language, waits)
    last = max(laid.values(), key=lambda one: one.end)
    chain = [last.step]
    while chain[-1].after:
        before = [laid[name] for name in chain[-1].after if name in laid]
        if not before:
            break
        chain.append(max(before, key=lambda one: one.end).step)
    lengths = ", ".join(f"{step.step_id} {step.days}" for step in reversed(chain))
    return known.language.text(
        "shorter steps: in days they are {lengths}", lengths=lengths
    )


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
    known: Known, site: Site, fixed: Mapping[str, tuple[int, int]], *, crews: bool
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
    crews
        Whether a step waits for teams that others have.

    """
    steps, laid = known.steps(site), dict[str, Laid]()
    used = team_days(known, site) if crews else {}
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
    by_day = used.setdefault(step.crew, {})
    for day in range(laid.start, laid.end + 1):
        by_day[day] = by_day.get(day, 0) + step.teams


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
            waits = known.language.text(
                "{step} waits for {counterpart}, who is there from {day}",
                step=step.step_id,
                counterpart=site.counterpart,
                day=site.counterpart_from,
            )
    begun = start
    crew = known.crews.get(step.crew)
    if crew is not None and used:
        start = _first_free(used.get(step.crew, {}), step, crew.teams, start)
    if start > begun:
        waits = known.language.text(
            "{step} waits {days} for {crew} (the mission has {teams})",
            step=step.step_id,
            days=days(known.language, start - begun),
            crew=step.crew,
            teams=teams(known.language, crew.teams if crew else 0),
        )
    return Laid(step=step, start=start, end=start + step.days - 1, waits=waits)


def _first_free(used: Mapping[int, int], step: Step, most: int, start: int) -> int:
    """Return the first day from which enough teams are free for the whole step."""
    last = max(used, default=-1)
    while start <= last:
        span = range(start, start + step.days)
        if all(used.get(day, 0) + step.teams <= most for day in span):
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
            by_day = used.setdefault(task.crew, {})
            for on in range(day(given.start), day(given.end) + 1):
                by_day[on] = by_day.get(on, 0) + task.teams
    return used
