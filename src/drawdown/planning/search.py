"""The search: from a first plan to better ones, one neighbourhood after another."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from drawdown.planning.neighbourhood import Freedom, improve
from drawdown.planning.problem import Place, Problem
from drawdown.planning.reach import Reach
from drawdown.planning.solution import Solution
from drawdown.planning.solver import Limits
from drawdown.planning.ways import Way

SMALL = 2_500
"""Departures below which all days of all ways are freed at once."""
NODES = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One neighbourhood, and what it is called."""

    name: str
    freedom: Freedom


class Search:
    """Improves a solution step by step; the steps depend on the seed alone."""

    def __init__(
        self, problem: Problem, reach: Reach, solution: Solution, seed: int
    ) -> None:
        self.problem = problem
        self.reach = _with(reach, solution)
        self.best = solution
        self.work = 0
        self.chance = random.Random(seed)
        self._last_gain: dict[str, int] = {}

    def run(
        self,
        go_on: Callable[[], bool],
        seconds: Callable[[], float | None],
        on_better: Callable[[Solution, str], None],
    ) -> None:
        """Take steps while ``go_on`` says so; tell of each better solution.

        Parameters
        ----------
        seconds
            What is left of the time, if there is a limit: an outer guard.

        """
        for step in self._steps():
            if not go_on():
                return
            self.work += 1
            left = seconds()
            limits = Limits(
                gap=1e-4,
                nodes=NODES,
                seconds=None if left is None else max(0.5, min(left, 20.0)),
            )
            found = improve(self.problem, self.reach, self.best, step.freedom, limits)
            better = found.value < self.best.value - 1e-6
            self._last_gain[step.name] = (
                0 if better else self._last_gain.get(step.name, 0) + 1
            )
            if better:
                self.best = found
                on_better(found, step.name)

    def _steps(self) -> Iterator[Step]:
        problem = self.problem
        size = sum(int(way.start.sum()) for way in problem.ways)
        if size <= SMALL:
            yield self._everything()
        while True:
            steps = self._round()
            if not steps:
                return
            yield from steps

    def _round(self) -> list[Step]:
        """Return one round of steps: sites with something stuck first."""
        stuck = self._stuck_sites()
        places = sorted(
            self.problem.sites, key=lambda p: (p.name not in stuck, p.liquidation)
        )
        urgent = [p for p in places if p.name in stuck]
        others = [p for p in places if p.name not in stuck]
        self.chance.shuffle(others)
        steps = [self._site(place) for place in urgent]
        steps += [self._pair(pair) for pair in self._pairs(stuck)]
        if stuck:
            return steps
        pairs = self._pairs({p.name for p in self.problem.sites})
        self.chance.shuffle(pairs)
        mixed = [self._site(place) for place in others if not place.liquidation]
        mixed += [self._pair(pair) for pair in pairs]
        self.chance.shuffle(mixed)
        return [s for s in mixed if self._last_gain.get(s.name, 0) < 3] or mixed

    def _stuck_sites(self) -> set[str]:
        found = set()
        for key in self.best.stuck:
            if key[0] == "unended":
                found.add(self.problem.cargo.parcels[int(key[1])].site)  # type: ignore[call-overload]
            elif key[0] == "unguarded":
                found.add(str(key[1]))
            else:
                found.add(str(key[2]))
        return found

    def _everything(self) -> Step:
        problem = self.problem
        days = frozenset(range(problem.days))
        return Step(
            name="all",
            freedom=Freedom(
                days={way.index: days for way in problem.ways},
                closings={place.name: days for place in problem.closing},
            ),
        )

    def _site(self, place: Place) -> Step:
        """Free the ways that begin or end at a site, and its closing day."""
        problem = self.problem
        closing = self.best.closings.get(place.name)
        low, high = 0, problem.days
        stride = 3
        closings: frozenset[int] = frozenset()
        if closing is not None:
            settled = place.name not in self._stuck_sites()
            if settled:
                low, high = max(0, closing - 50), min(problem.days, closing + 20)
                stride = 2
            closings = frozenset(
                range(
                    max(place.earliest, closing - 40 if settled else 0),
                    min(place.latest, closing + 20 if settled else problem.days) + 1,
                    1 if settled else 2,
                )
            )
        ways = [w for w in problem.ways if place.name in (w.origin, w.destination)]
        return Step(
            name=f"site {place.name}",
            freedom=Freedom(
                days={w.index: self._days(w, low, high, stride) for w in ways},
                closings={place.name: closings},
            ),
        )

    def _pairs(self, places: set[str]) -> list[tuple[str, str]]:
        return sorted(
            {
                (min(w.origin, w.destination), max(w.origin, w.destination))
                for w in self.problem.ways
                if w.origin in places or w.destination in places
            }
        )

    def _pair(self, pair: tuple[str, str]) -> Step:
        """Free all ways between two places."""
        ways = [w for w in self.problem.ways if {w.origin, w.destination} == set(pair)]
        return Step(
            name=f"{pair[0]} and {pair[1]}",
            freedom=Freedom(
                days={w.index: self._days(w, 0, self.problem.days, 2) for w in ways},
                closings={},
            ),
        )

    def _days(self, way: Way, low: int, high: int, stride: int) -> frozenset[int]:
        shift = self.chance.randrange(stride)
        return frozenset(
            day for day in range(low, high) if day % stride == shift and way.start[day]
        )


def _with(reach: Reach, solution: Solution) -> Reach:
    """Return a reach with all the ways that a solution uses."""
    cargo = [set(ways) for ways in reach.cargo]
    people = [set(ways) for ways in reach.people]
    for move in solution.moves.values():
        for k in move.cargo:
            cargo[k].add(move.way)
        for q in move.people:
            people[q].add(move.way)
    return Reach(cargo=cargo, people=people)
