"""Bring the closing days of a plan to the days on which closing costs least.

Cargo waits for people and people for cargo, so that neither leaves a site earlier by
itself. Here all sites, convoys, cargo and people are freed together. To keep the model
small, people of escort companies are not told from others; in a second step everybody
gets a place on the movements that were found.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from drawdown.planning.departures import Departure, Option, day_departure, day_options
from drawdown.planning.diving import dive
from drawdown.planning.everybody import everybody, nobody_aboard
from drawdown.planning.model import Model
from drawdown.planning.neighbourhood import Freedom
from drawdown.planning.problem import Problem
from drawdown.planning.reach import Reach, merged_reach
from drawdown.planning.refining import (
    JUMP,
    SHUN,
    Still,
    closing_means,
    departing,
    in_time,
    refine,
    stages,
    used_departures,
)
from drawdown.planning.solution import Solution
from drawdown.planning.solver import Limits, solve
from drawdown.planning.spread import spread_days

STEPS = (0, 3, 6, 10, 15, 21, 28, 36, 45, 60, 80, 100)
"""Days after the wanted one on which a site may close."""
MOST = 2_000
"""Departures beside those of the plan."""


def retarget(
    problem: Problem,
    reach: Reach,
    solution: Solution,
    wanted: Mapping[str, int],
    used: set[int],
    seconds: Callable[[], float | None],
    *,
    first: bool = False,
    shift: int = 0,
) -> Solution:
    """Return a plan whose sites close nearer to the wanted days, or the same one.

    Parameters
    ----------
    wanted
        The day on which each site should close.
    used
        Ways that are worth departures beside those of ``reach``.
    seconds
        What is left of the time, if there is a limit: an outer guard.
    first
        Choose closing days before convoys; by default each in its time.
    shift
        Another shift, other days of departure.

    """
    retargeting = _Retargeting(
        problem, reach, solution, wanted, used, seconds, first, shift
    )
    moved = retargeting.cargo()
    if moved is None:
        return solution
    seated = retargeting.people(moved)
    if seated is None or not seated.complete:
        return solution
    # Rounding up left convoys half empty.
    found = retargeting.refined(seated)
    return found if found.value < solution.value else solution


class _Retargeting:
    def __init__(
        self,
        problem: Problem,
        reach: Reach,
        solution: Solution,
        wanted: Mapping[str, int],
        used: set[int],
        seconds: Callable[[], float | None],
        first: bool,
        shift: int,
    ) -> None:
        self.problem = problem
        self.reach = reach
        self.solution = solution
        self.seconds = seconds
        self.merged = merged_reach(problem, reach)
        self.ways = used | reach.ways
        self.ways |= {way for way, _ in solution.moves}
        self.first = first
        self.shift = shift
        self.days = {
            name: self._closing_days(name, wanted.get(name, closing))
            for name, closing in solution.closings.items()
        }

    def _closing_days(self, name: str, wanted: int) -> set[int]:
        closing = self.solution.closings[name]
        place = self.problem.places[name]
        first = min(max(wanted, self.problem.ready_to_close[name]), place.latest)
        first = min(first, closing)
        return {first + step for step in STEPS if first + step < closing} | {closing}

    def _last(self, place: str) -> int:
        return self.solution.closings.get(place, self.problem.days)

    # ------------------------------------------------------------ all but people

    def cargo(self) -> Solution | None:
        """Return what moves, and when sites close; nobody is on the movements yet."""
        options = day_options(self.problem, self.days)
        departures = self._departures()
        relaxed = self._model(departures, options, whole=False)
        answer = solve(
            relaxed.matrix(), Limits(solver="ipm", seconds=self.seconds()), relaxed=True
        )
        if answer.values is None:
            return None
        kept = self._kept(relaxed, answer.values)
        model = self._model(kept, options, whole=True)
        matrix = model.matrix()
        means = closing_means(relaxed, answer.values)
        dived = dive(
            matrix,
            stages(model, self.problem, means, closings_first=self.first),
            rest=matrix.integer,
            raising=True,
            order=departing(model),
            jump=JUMP,
            go_on=lambda: in_time(self.seconds),
        )
        if dived is None:
            return None
        return nobody_aboard(self.problem, model, dived.values)

    def _model(
        self,
        departures: list[Departure],
        options: Mapping[str, list[Option]],
        *,
        whole: bool,
    ) -> Model:
        return Model(
            self.problem,
            departures,
            options,
            reach=self.merged,
            whole=whole,
            merged=True,
            ending=True,
            shun=SHUN if whole else 1.0,
        )

    def _departures(self) -> list[Departure]:
        """Return departures on days spread evenly, those of the plan, and those of the
        last people on each day on which a site may close.
        """
        days: dict[int, set[int]] = defaultdict(set)
        spread = spread_days(self.problem, self.ways, most=MOST, shift=self.shift)
        for number, chosen in spread.items():
            days[number] |= chosen
        for number, day in self.solution.moves:
            days[number].add(day)
        for number in self.ways:
            way = self.problem.ways[number]
            if way.persons:
                days[number] |= self.days.get(way.origin, set())
        found = []
        for number in sorted(days):
            way = self.problem.ways[number]
            for day in sorted(days[number]):
                departure = day_departure(way, day)
                if departure is None or day > self._last(way.origin):
                    continue
                if departure.arrive <= self._last(way.destination):
                    found.append(departure)
        return found

    def _kept(self, model: Model, values: NDArray[np.float64]) -> list[Departure]:
        used = used_departures(model, values)
        ways = self.problem.ways
        return [
            d
            for d in model.departures
            if (d.way, d.label) in used
            or (d.way, d.label) in self.solution.moves
            or (
                ways[d.way].persons
                and d.label in self.days.get(ways[d.way].origin, set())
            )
        ]

    # ------------------------------------------------------------------- people

    def people(self, moved: Solution) -> Solution | None:
        """Return the same movements with everybody on them, and with more flights."""
        return everybody(
            self.problem,
            self.reach,
            moved,
            {name: self._last(name) for name in moved.closings},
            self.seconds,
            shift=self.shift,
        )

    def refined(self, solution: Solution) -> Solution:
        """Return a solution with better convoys; people stay where they are."""
        ways = {
            number
            for number in self.ways
            if self.problem.ways[number].stands or self.problem.ways[number].slots
        }
        days = spread_days(self.problem, ways, shift=self.shift)
        freedom = Freedom(days=days, closings={})
        return refine(
            self.problem, self.reach, solution, freedom, Still.PEOPLE, self.seconds
        )
