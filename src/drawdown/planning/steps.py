"""Steps of opening and closing sites: how long they take, and when teams are free."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from drawdown.mission.mission import Mission
from drawdown.mission.sites import Site, Step, Timing


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """The steps of one timing at one site, in an order that respects ``after``."""

    steps: tuple[Step, ...]
    head: Mapping[str, int]
    """Days that must pass before a step can begin, counted from the first."""
    tail: Mapping[str, int]
    """Days of later steps that must follow the last day of a step."""
    length: int
    """Days from the first step to the last, all done as soon as possible."""


def chain(mission: Mission, site: Site, timing: Timing) -> Chain:
    """Return the chain of the steps of one timing at a site.

    Steps that need a counterpart are left out where the site has none (§17.3).
    """
    steps = {
        step.step_id: step
        for step in mission.steps
        if step.site_kind == site.kind
        and step.timing is timing
        and (site.counterpart or not step.needs_counterpart)
    }
    before = {i: list(all_before(s, steps, mission)) for i, s in steps.items()}
    head: dict[str, int] = {}
    order: list[Step] = []
    pending = list(steps)
    while pending:
        for step_id in pending:
            if all(a in head for a in before[step_id]):
                head[step_id] = max(
                    (head[a] + steps[a].days for a in before[step_id]), default=0
                )
                order.append(steps[step_id])
                pending.remove(step_id)
                break
        else:
            raise ValueError(f"the steps of {site.kind} run in a circle")
    tail = dict.fromkeys(steps, 0)
    for step in reversed(order):
        for a in before[step.step_id]:
            tail[a] = max(tail[a], tail[step.step_id] + step.days)
    length = max((head[i] + steps[i].days for i in steps), default=0)
    return Chain(steps=tuple(order), head=head, tail=tail, length=length)


def all_before(step: Step, among: Mapping[str, Step], mission: Mission) -> list[str]:
    """Return the steps among these that must precede, through steps left out too."""
    every = {s.step_id: s for s in mission.steps}
    found, pending, seen = [], list(step.after), set()
    while pending:
        name = pending.pop()
        if name in seen or name not in every:
            continue
        seen.add(name)
        if name in among:
            found.append(name)
        else:
            pending.extend(every[name].after)
    return found


class Teams:
    """Which teams are taken on which day."""

    def __init__(self, mission: Mission, days: int) -> None:
        self.free = {
            crew.crew_id: np.full(days, crew.teams, dtype=np.int64)
            for crew in mission.crews
        }

    def fits(self, crew: str, teams: int, first: int, days: int) -> bool:
        """Return whether so many teams are free on all of these days."""
        free = self.free[crew]
        if first < 0 or first + days > len(free):
            return False
        return bool((free[first : first + days] >= teams).all())

    def take(self, crew: str, teams: int, first: int, days: int) -> None:
        """Take teams on these days."""
        self.free[crew][first : first + days] -= teams

    def earliest(self, crew: str, teams: int, first: int, days: int) -> int | None:
        """Return the first day from ``first`` on which the work can begin."""
        last = len(self.free[crew]) - days if crew in self.free else -1
        return next(
            (d for d in range(first, last + 1) if self.fits(crew, teams, d, days)),
            None,
        )

    def latest(
        self, crew: str, teams: int, last: int, days: int, first: int = 0
    ) -> int | None:
        """Return the last day on which work that ends by ``last`` can begin."""
        if crew not in self.free:
            return None
        return next(
            (
                d
                for d in range(last - days + 1, first - 1, -1)
                if self.fits(crew, teams, d, days)
            ),
            None,
        )


StepDays = dict[str, tuple[int, int]]
"""Step id to first and last day."""


def schedule_opening(
    mission: Mission, teams: Teams, order: Iterable[Site]
) -> dict[str, StepDays]:
    """Return the opening steps of all sites, each as early as teams allow.

    Sites earlier in ``order`` come first.
    """
    found: dict[str, StepDays] = {}
    for site in order:
        steps = chain(mission, site, Timing.OPENING)
        done: StepDays = {}
        for step in steps.steps:
            first = max(
                (done[a][1] + 1 for a in step.after if a in done),
                default=0,
            )
            day = teams.earliest(step.crew, step.teams, first, step.days)
            if day is None:
                break
            teams.take(step.crew, step.teams, day, step.days)
            done[step.step_id] = (day, day + step.days - 1)
        found[site.site_id] = done
    return found


def opening_before(
    mission: Mission, step: Step, opening: Mapping[str, tuple[int, int]]
) -> list[str]:
    """Return the opening steps that must have ended before a closing step begins."""
    every = {s.step_id: s for s in mission.steps}
    found, pending, seen = [], list(step.after), set()
    while pending:
        name = pending.pop()
        if name in seen:
            continue
        seen.add(name)
        if name in opening:
            found.append(name)
        elif name in every:
            pending.extend(every[name].after)
    return found


def schedule_closing(
    mission: Mission,
    teams: Teams,
    closings: Mapping[str, int],
    opening: Mapping[str, Mapping[str, tuple[int, int]]],
) -> dict[str, StepDays] | str:
    """Return the closing steps of all sites, each as late as teams allow.

    Parameters
    ----------
    closings
        The closing day of each site that closes.

    Returns
    -------
        The steps by site, or the id of the first site whose steps do not fit.

    """
    sites = {site.site_id: site for site in mission.sites}
    followers: dict[str, list[str]] = defaultdict(list)
    found: dict[str, StepDays] = {}
    for site_id, closing in sorted(closings.items(), key=lambda item: -item[1]):
        site = sites[site_id]
        steps = chain(mission, site, Timing.CLOSING)
        ids = {step.step_id for step in steps.steps}
        followers.clear()
        for step in steps.steps:
            for a in all_before(step, {s.step_id: s for s in steps.steps}, mission):
                followers[a].append(step.step_id)
        begin, end = 0, closing
        done: StepDays = {}
        for step in reversed(steps.steps):
            last = min(
                (done[f][0] - 1 for f in followers[step.step_id] if f in ids),
                default=end,
            )
            first = begin
            for before in opening_before(mission, step, opening[site_id]):
                first = max(first, opening[site_id][before][1] + 1)
            if step.needs_counterpart:
                if site.counterpart_to is not None:
                    last = min(last, mission.day(site.counterpart_to))
                if site.counterpart_from is not None:
                    first = max(first, mission.day(site.counterpart_from))
            day = teams.latest(step.crew, step.teams, last, step.days, first)
            if day is None:
                return site_id
            teams.take(step.crew, step.teams, day, step.days)
            done[step.step_id] = (day, day + step.days - 1)
        found[site_id] = done
    return found
