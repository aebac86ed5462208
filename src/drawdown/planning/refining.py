"""Refine a plan: a relaxation of all its days says which days are worth a whole choice.

A part of a plan is freed on many days at once and relaxed. Movements stay possible only
on the days that the relaxation uses, and on those of the plan; among these, a dive
chooses whole convoys and closing days first, and whole amounts then.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from drawdown.planning.assembly import Matrix
from drawdown.planning.capping import capped, repriced
from drawdown.planning.departures import Departure, Option
from drawdown.planning.diving import Choice, Stage, dive
from drawdown.planning.model import Model
from drawdown.planning.neighbourhood import (
    Freedom,
    combined,
    departures_of,
    options_of,
    start_of,
)
from drawdown.planning.problem import Problem
from drawdown.planning.reach import Reach
from drawdown.planning.solution import Solution
from drawdown.planning.solver import Answer, Limits, solve

USED = 1e-3
"""Movements below which a day is not used."""


class Still(Enum):
    """What stays as it is while a plan is refined."""

    NOTHING = "nothing"
    PEOPLE = "people"
    CARGO = "cargo"


def refine(
    problem: Problem,
    reach: Reach,
    solution: Solution,
    freedom: Freedom,
    still: Still,
    seconds: Callable[[], float | None],
    *,
    whole_closings: bool = False,
) -> Solution:
    """Return the best solution that is found, or the same one.

    Parameters
    ----------
    seconds
        What is left of the time, if there is a limit: an outer guard.
    whole_closings
        Let the relaxation that guides the choice close sites on whole days.

    """
    found = refined(
        problem,
        reach,
        solution,
        freedom,
        still,
        seconds,
        whole_closings=whole_closings,
    )
    if found is None or (solution.complete and not found.complete):
        return solution
    return found if found.value < solution.value else solution


def refined(
    problem: Problem,
    reach: Reach,
    solution: Solution,
    freedom: Freedom,
    still: Still,
    seconds: Callable[[], float | None],
    *,
    whole_closings: bool = False,
) -> Solution | None:
    """Return the solution that is found, be it better or not; None if there is none."""
    return _Refining(
        problem, reach, solution, freedom, still, seconds, whole_closings
    ).run()


class _Refining:
    def __init__(
        self,
        problem: Problem,
        reach: Reach,
        solution: Solution,
        freedom: Freedom,
        still: Still,
        seconds: Callable[[], float | None],
        whole_closings: bool,
    ) -> None:
        self.whole_closings = whole_closings
        self.problem = problem
        self.reach = reach
        self.solution = solution
        self.free = set(freedom.days)
        self.still = still
        self.seconds = seconds
        self.departures = departures_of(problem, solution, freedom)
        self.options = options_of(problem, solution, freedom)

    def run(self) -> Solution | None:
        relaxed = self._model(self.departures, self.options, whole=False)
        answer = self._guide(relaxed)
        if answer.values is None:
            return None
        kept, options = self._support(relaxed, answer.values)
        model = self._model(kept, options, whole=True)
        matrix = self._capped(model, whole=True)
        dived = dive(
            matrix,
            stages(
                model,
                self.problem,
                closing_means(relaxed, answer.values),
                closings_first=self.whole_closings,
            ),
            rest=matrix.integer,
            # What is stuck is little, and a movement that takes it whole.
            raising=not self.solution.complete,
            order=departing(model),
            jump=JUMP,
            go_on=lambda: in_time(self.seconds),
        )
        if dived is None:
            return None
        return combined(self.problem, model, self.solution, dived.values)

    def _guide(self, relaxed: Model) -> Answer:
        """Return the relaxation, with whole closings if that is asked for: parts of an
        early closing hide that nothing can leave later.
        """
        matrix = self._capped(relaxed, whole=False)
        limits = Limits(solver="ipm", seconds=self.seconds())
        if not self.whole_closings:
            return solve(matrix, limits, relaxed=True)
        closings = np.array([key[0] == "c" for key in relaxed.assembly.keys])
        left = self.seconds()
        return solve(
            replace(matrix, integer=closings),
            Limits(gap=1e-3, nodes=NODES, seconds=None if left is None else left / 2),
        )

    def _capped(self, model: Model, *, whole: bool) -> Matrix:
        """Return a model in arrays that keeps the values which are kept."""
        if not self.problem.caps:
            return model.matrix()
        return capped(
            self.problem,
            model,
            lambda problem: self._model(
                model.departures,
                repriced(problem, model.options),
                whole=whole,
                problem=problem,
            ),
            self.solution,
            start_of(model, self.solution),
        )

    def _model(
        self,
        departures: list[Departure],
        options: Mapping[str, Sequence[Option]],
        *,
        whole: bool,
        problem: Problem | None = None,
    ) -> Model:
        return Model(
            problem or self.problem,
            departures,
            options,
            reach=self.reach,
            given=self.solution,
            free=self.free,
            whole=whole,
            shun=SHUN if problem is None else 1.0,
            still_people=self.still is Still.PEOPLE,
            still_cargo=self.still is Still.CARGO,
        )

    def _support(
        self, model: Model, values: NDArray[np.float64]
    ) -> tuple[list[Departure], dict[str, list[Option]]]:
        """Return the departures and options that a relaxation uses, and those of the
        solution.
        """
        used = used_departures(model, values)
        chosen = {
            (key[1], key[2])
            for key, value in zip(model.assembly.keys, values, strict=True)
            if key[0] == "c" and value > USED
        }
        kept = [
            d
            for d in self.departures
            if (d.way, d.label) in used or (d.way, d.label) in self.solution.moves
        ]
        options = {
            site: [
                o
                for o in every
                if (site, o.first) in chosen or o.first == self.solution.closings[site]
            ]
            for site, every in self.options.items()
        }
        return kept, options


def in_time(seconds: Callable[[], float | None]) -> bool:
    """Return whether some of the time is left, if there is a limit."""
    left = seconds()
    return left is None or left > 0


def used_departures(model: Model, values: NDArray[np.float64]) -> set[tuple[int, int]]:
    """Return the way and label of the departures that a relaxation uses."""
    count: dict[tuple[int, int], float] = defaultdict(float)
    for key, value in zip(model.assembly.keys, values, strict=True):
        if key[0] == "n":
            count[int(key[1]), int(key[3])] += value  # type: ignore[call-overload]
    return {place for place, number in count.items() if number > USED}


def stages(
    model: Model,
    problem: Problem,
    closings: Mapping[str, float],
    *,
    closings_first: bool = False,
) -> list[Stage]:
    """Return in which order columns become whole: escorted convoys by the time of
    departure, since what leaves early settles where companies stand later; the closing
    day of each site after the convoys of its time; other movements, and where companies
    end their service, last.

    Parameters
    ----------
    closings
        The mean closing day of each site in the relaxation.
    closings_first
        Choose all closing days before any convoy.

    """
    kinds = np.full(len(model.assembly.keys), -1)
    for number, key in enumerate(model.assembly.keys):
        if key[0] == "n" and problem.ways[int(key[1])].escorts > 0:  # type: ignore[call-overload]
            kinds[number] = int(key[3]) // WINDOW  # type: ignore[call-overload]
        elif key[0] == "n":
            kinds[number] = OTHERS
        elif key[0] == "r":
            kinds[number] = ENDS
    waiting = sorted(closings, key=lambda site: (closings[site], site))
    found: list[Stage] = []
    if closings_first:
        found = [_choice(model, site) for site in sorted(closings)]
        waiting = []
    for kind in sorted(set(kinds) - {-1}):
        if kind >= OTHERS:
            found += [_choice(model, site) for site in waiting]
            waiting = []
        found.append(kinds == kind)
        while waiting and closings[waiting[0]] + WINDOW / 2 < (kind + 1) * WINDOW:
            found.append(_choice(model, waiting.pop(0)))
    return found + [_choice(model, site) for site in waiting]


def _choice(model: Model, site: str) -> Choice:
    return Choice(columns=np.array([col for _, col in model.c[site]], dtype=np.int32))


def closing_means(model: Model, values: NDArray[np.float64]) -> dict[str, float]:
    """Return the mean closing day of each site in a relaxation."""
    return {
        site: float(sum(option.first * values[col] for option, col in options))
        for site, options in model.c.items()
    }


SHUN = 5.0
"""Times its weight that lateness costs in a refinement: rounding brings it in."""
NODES = 40
"""Nodes of a tree over closing days."""
JUMP = 500.0
"""Thousand USD by which a step of a dive may cost more."""
OTHERS = 1_000
"""The stage of movements without escorts."""
ENDS = OTHERS + 1
"""The stage of companies that end their service."""

WINDOW = 14
"""Days of departures that are made whole together."""


def departing(model: Model) -> NDArray[np.int64]:
    """Return the day of each column of movements, and 0 of others."""
    return np.array(
        [int(key[3]) if key[0] == "n" else 0 for key in model.assembly.keys]  # type: ignore[call-overload]
    )
