"""When opening and closing steps are done: which site gets teams before another.

Sites get teams one after the other, each step as early as it can be (a serial schedule,
Kolisch 1996). The order of sites is searched so that sites can close near the days on
which their closing costs least. A site may then close on any day from the end of its
steps on; in a plan its closing steps are pushed back towards its closing day.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from drawdown.mission.sites import Site, Step, Timing
from drawdown.planning.steps import StepDays, Teams, chain, following, opening_before

if TYPE_CHECKING:
    from drawdown.planning.problem import Place, Problem

PLACED = 60_000
"""Sites that a search for an order may give teams, in all the orders that it tries."""
WAITING = 1.0
"""USD for a day by which an item can be packed later: it decides between orders that
let sites close alike."""
SHUT_OUT = 1e15
"""USD for a site whose closing steps find no teams by its last day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timetable:
    """Days of steps, by site and step, and their cost."""

    opening: dict[str, StepDays]
    closing: dict[str, StepDays]
    cost: float


def timetabled(problem: "Problem") -> "Problem":
    """Return a problem in which the order of sites is searched: a site changes its
    place as long as that lets sites close at less cost.
    """
    timetabling = _Timetabling(problem)
    order = timetabling.order()
    best = timetabling.serial(order)
    tries = max(1, PLACED // max(1, len(order)))
    improved = True
    while improved and tries > 0:
        improved = False
        for begin in range(len(order)):
            for end in range(len(order)):
                if begin == end or tries <= 0:
                    continue
                tries -= 1
                other = list(order)
                other.insert(end, other.pop(begin))
                found = timetabling.serial(other)
                if found.cost < best.cost - 1.0:
                    best, order, improved = found, other, True
    return scheduled(problem, best.opening, best.closing)


def in_order(problem: "Problem", order: Sequence[str]) -> "Problem":
    """Return a problem in which sites get teams in an order."""
    found = _Timetabling(problem).serial(order)
    return scheduled(problem, found.opening, found.closing)


def scheduled(
    problem: "Problem", opening: dict[str, StepDays], closing: dict[str, StepDays]
) -> "Problem":
    """Return a problem in which steps have these days; a site whose closing steps have
    none never closes.
    """
    packed = {
        name: max((last for _, last in done.values()), default=-1)
        for name, done in opening.items()
    }
    ready = {}
    for place in problem.sites:
        ends = [last for _, last in closing.get(place.name, {}).values()]
        ready[place.name] = max(place.earliest, packed[place.name], *ends, 0)
    for place in problem.closing:
        if place.name not in closing:
            ready[place.name] = problem.days
    return replace(
        problem,
        opening=opening,
        closing_steps=closing,
        packing_from=packed,
        ready_to_close=ready,
    )


class _Timetabling:
    def __init__(self, problem: "Problem") -> None:
        self.problem = problem
        self.mission = problem.mission
        self.sites = {site.site_id: site for site in self.mission.sites}
        self.heads = {
            site.site_id: chain(self.mission, site, Timing.OPENING)
            for site in self.mission.sites
        }
        self.tails = problem.closing_chain
        self.before = {
            name: {
                step.step_id: tuple(
                    opening_before(self.mission, step, self.heads[name].tail)
                )
                for step in tail.steps
            }
            for name, tail in self.tails.items()
        }
        self.after = {
            name: following(self.mission, c) for name, c in self.tails.items()
        }
        self.best = {place.name: _best_day(place) for place in problem.closing}
        self.items: dict[str, int] = dict.fromkeys(self.sites, 0)
        for parcel in problem.cargo.parcels:
            self.items[parcel.site] += parcel.count

    def order(self) -> list[str]:
        """Return sites in the order of what a week of waiting costs."""

        def waiting(name: str) -> float:
            if name not in self.best:
                return 0.0
            cost, day = self.problem.places[name].closing_cost, self.best[name]
            return float(cost[min(day + 7, len(cost) - 1)] - cost[day])

        return sorted(self.sites, key=lambda name: (-waiting(name), name))

    def serial(self, order: Sequence[str]) -> Timetable:
        """Return the timetable in which sites get teams in an order."""
        teams = Teams(self.mission, self.problem.days)
        opening: dict[str, StepDays] = {}
        closing: dict[str, StepDays] = {}
        cost = 0.0
        for name in order:
            opening[name] = self._opening(teams, name)
            last = max((end for _, end in opening[name].values()), default=-1)
            cost += WAITING * self.items[name] * last
            if name not in self.best:
                continue
            place = self.problem.places[name]
            done = self._closing(teams, name, opening[name])
            if done is None:
                cost += SHUT_OUT
                continue
            closing[name] = done
            ready = max(place.earliest, last, *(end for _, end in done.values()), 0)
            if ready > place.latest:
                cost += SHUT_OUT
            day = min(max(ready, self.best[name]), len(place.closing_cost) - 1)
            cost += float(place.closing_cost[day])
        return Timetable(opening=opening, closing=closing, cost=cost)

    def _opening(self, teams: Teams, name: str) -> StepDays:
        done: StepDays = {}
        for step in self.heads[name].steps:
            first = max((done[a][1] + 1 for a in step.after if a in done), default=0)
            day = teams.earliest(step.crew, step.teams, first, step.days)
            if day is None:
                break
            teams.take(step.crew, step.teams, day, step.days)
            done[step.step_id] = (day, day + step.days - 1)
        return done

    def _closing(self, teams: Teams, name: str, opened: StepDays) -> StepDays | None:
        """Return the closing steps of a site; None if they find no teams."""
        done: StepDays = {}
        for step in self.tails[name].steps:
            first, until = self._between(name, step, opened, done)
            day = teams.earliest(step.crew, step.teams, first, step.days)
            if day is None or day + step.days - 1 > until:
                self._give_back(teams, name, done)
                return None
            teams.take(step.crew, step.teams, day, step.days)
            done[step.step_id] = (day, day + step.days - 1)
        return done

    def _between(
        self, name: str, step: Step, opened: StepDays, done: StepDays
    ) -> tuple[int, int]:
        """Return the first day on which a step may begin, and the last of its days."""
        site: Site = self.sites[name]
        after = self.after[name]
        before = [opened[b][1] for b in self.before[name][step.step_id] if b in opened]
        before += [last for a, (_, last) in done.items() if step.step_id in after[a]]
        first, until = max(before, default=-1) + 1, self.problem.days - 1
        if step.needs_counterpart and site.counterpart_from is not None:
            first = max(first, self.mission.day(site.counterpart_from))
        if step.needs_counterpart and site.counterpart_to is not None:
            until = min(until, self.mission.day(site.counterpart_to))
        return first, until

    def _give_back(self, teams: Teams, name: str, done: StepDays) -> None:
        for step in self.tails[name].steps:
            if step.step_id in done:
                first, last = done[step.step_id]
                teams.take(step.crew, -step.teams, first, last - first + 1)


def _best_day(place: "Place") -> int:
    low, high = place.earliest, max(place.earliest, place.latest)
    return low + int(np.argmin(place.closing_cost[low : high + 1]))


def pushed_back(
    problem: "Problem", teams: Teams, closings: Mapping[str, int]
) -> dict[str, StepDays]:
    """Return the closing steps of all sites, each moved as near to the closing day as
    teams allow.

    Parameters
    ----------
    teams
        Free teams beside opening steps; those of the closing steps are taken.

    """
    mission = problem.mission
    sites = {site.site_id: site for site in mission.sites}
    found = {name: dict(problem.closing_steps[name]) for name in closings}
    after = {n: following(mission, problem.closing_chain[n]) for n in closings}
    for name, done in found.items():
        for step in problem.closing_chain[name].steps:
            teams.take(step.crew, step.teams, done[step.step_id][0], step.days)
    for name in sorted(closings, key=lambda n: (-closings[n], n)):
        done = found[name]
        for step in reversed(problem.closing_chain[name].steps):
            first, _ = done[step.step_id]
            until = min(
                (done[f][0] - 1 for f in after[name][step.step_id]),
                default=closings[name],
            )
            counterpart_to = sites[name].counterpart_to
            if step.needs_counterpart and counterpart_to is not None:
                until = min(until, mission.day(counterpart_to))
            teams.take(step.crew, -step.teams, first, step.days)
            day = teams.latest(step.crew, step.teams, until, step.days, first)
            day = first if day is None else day
            teams.take(step.crew, step.teams, day, step.days)
            done[step.step_id] = (day, day + step.days - 1)
    return found
