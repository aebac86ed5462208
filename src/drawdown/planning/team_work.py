"""What teams have to do at a site before it closes, however its steps are shifted."""

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from drawdown.mission.sites import Site, Step, Timing
from drawdown.planning.steps import all_before, chain, opening_before

if TYPE_CHECKING:
    from drawdown.planning.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A step of a site that closes, seen from its crew."""

    days: int
    teams: int
    head: int
    """First day on which it can begin if teams are never short."""
    tail: int
    """Days of later steps that lie between its last day and the closing day."""

    def within(
        self, begin: int, end: NDArray[np.int64], closing: NDArray[np.int64]
    ) -> NDArray[np.int64]:
        """Return the team-days that lie from ``begin`` to before ``end`` for certain if
        the site closes on a day.
        """
        early = self.days - max(0, begin - self.head)
        late = self.days - np.maximum(0, closing + 1 - self.tail - end)
        most = np.minimum(min(self.days, early), end - begin)
        found: NDArray[np.int64] = self.teams * np.maximum(0, np.minimum(most, late))
        return found


def team_work(problem: "Problem") -> dict[str, dict[str, list[Job]]]:
    """Return the steps of each crew at each site that closes, by crew and site."""
    work: dict[str, dict[str, list[Job]]] = defaultdict(lambda: defaultdict(list))
    closing = {place.name for place in problem.closing}
    for site in problem.mission.sites:
        if site.site_id in closing:
            for step, job in _jobs(problem, site):
                work[step.crew][site.site_id].append(job)
    return work


def _jobs(problem: "Problem", site: Site) -> list[tuple[Step, Job]]:
    mission = problem.mission
    opening = chain(mission, site, Timing.OPENING)
    closing = problem.closing_chain[site.site_id]
    among = {step.step_id: step for step in closing.steps}
    head, tail = dict(opening.head), dict(opening.tail) | dict(closing.tail)
    days = {step.step_id: step.days for step in (*opening.steps, *closing.steps)}
    for step in closing.steps:
        opened = opening_before(mission, step, opening.head)
        before = [*opened, *all_before(step, among, mission)]
        head[step.step_id] = max((head[b] + days[b] for b in before), default=0)
        if step.needs_counterpart and site.counterpart_from is not None:
            first = mission.day(site.counterpart_from)
            head[step.step_id] = max(head[step.step_id], first)
        for b in opened:
            tail[b] = max(tail[b], tail[step.step_id] + step.days)
    return [
        (
            step,
            Job(
                days=step.days,
                teams=step.teams,
                head=head[step.step_id],
                tail=tail[step.step_id],
            ),
        )
        for step in (*opening.steps, *closing.steps)
    ]
