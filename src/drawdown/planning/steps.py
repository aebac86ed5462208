"""Steps of opening and closing sites: how long they take, and when teams are free."""

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


def following(mission: Mission, steps: Chain) -> dict[str, set[str]]:
    """Return, for each step of a chain, those that begin after it has ended."""
    among = {step.step_id: step for step in steps.steps}
    found: dict[str, set[str]] = {step_id: set() for step_id in among}
    for step in steps.steps:
        for before in all_before(step, among, mission):
            found[before].add(step.step_id)
    return found


def opening_before(mission: Mission, step: Step, opening: Iterable[str]) -> list[str]:
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
