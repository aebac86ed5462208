"""A first plan from a relaxation: closing days, a relaxation of all days, a dive.

Where a plan cannot be built site by site, the relaxation in buckets says when sites
should close. A relaxation of single days then shows which of them are too early, until
everything has an end in it; a dive makes its convoys whole, and then all amounts.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from drawdown.planning.closing_order import closing_order
from drawdown.planning.departures import Departure, day_departure, day_options
from drawdown.planning.diving import dive
from drawdown.planning.model import Model
from drawdown.planning.neighbourhood import combined, nothing
from drawdown.planning.problem import Problem
from drawdown.planning.reach import Reach, merged_reach
from drawdown.planning.refining import (
    USED,
    closing_means,
    departing,
    stages,
    used_departures,
)
from drawdown.planning.solution import Solution
from drawdown.planning.solver import Limits, solve

LATER = 7
"""Days by which a site closes later that was found to close too early; twice as many
when it is found so again, and so on."""
MARGIN = 10
"""Days that sites get beside what a relaxation needs: parts of convoys become whole."""
TRIES = 8
SHARE, JUMP = 0.1, 500.0
"""How carefully a dive for a first plan goes; thousand USD a step."""


def lift(
    problem: Problem,
    reach: Reach,
    wanted: Mapping[str, int],
    days: Mapping[int, frozenset[int]],
    go_on: Callable[[], bool],
) -> Solution | None:
    """Return a first plan; None if there was no time. Something may be stuck in it.

    Parameters
    ----------
    wanted
        The day on which each site should close.
    days
        The days on which each way may depart, beside the last days of sites.

    """
    lifting = _Lifting(problem, reach, days)
    wish = {
        name: max(day, problem.ready_to_close[name]) + MARGIN
        for name, day in wanted.items()
    }
    best: tuple[float, dict[str, int], Model, NDArray[np.float64]] | None = None
    waited: dict[str, int] = defaultdict(int)
    for _ in range(TRIES):
        closings = closing_order(problem, wish)
        model = lifting.guide(closings)
        answer = solve(model.matrix(), Limits(solver="ipm"), relaxed=True)
        if not go_on():
            return None
        early = set(closings)
        if answer.values is not None:
            if best is None or answer.value < best[0]:
                best = answer.value, closings, model, answer.values
            early = _too_early(problem, model, answer.values) & set(closings)
        if not early:
            break
        for name in early:
            waited[name] += 1
        wish = {
            name: day + (LATER * waited[name] if name in early else 0)
            for name, day in closings.items()
        }
    if best is None:
        return None
    return lifting.whole(*best[1:], go_on)


def _too_early(problem: Problem, model: Model, values: NDArray[np.float64]) -> set[str]:
    """Return the sites at which something is stuck."""
    found = set()
    for key, value in zip(model.assembly.keys, values, strict=True):
        if value > USED:
            if key[0] == "unended":
                found.add(problem.cargo.parcels[int(key[1])].site)  # type: ignore[call-overload]
            elif key[0] == "unguarded":
                found.add(str(key[1]))
            elif key[0] == "stuck":
                found.add(str(key[2]))
    return found


class _Lifting:
    def __init__(
        self, problem: Problem, reach: Reach, days: Mapping[int, frozenset[int]]
    ) -> None:
        self.problem = problem
        self.reach = reach
        self.merged = merged_reach(problem, reach)
        self.days = days

    def guide(self, closings: Mapping[str, int]) -> Model:
        """Return the relaxation of single days with given closing days."""
        return Model(
            self.problem,
            self._departures(closings),
            self._options(closings),
            reach=self.merged,
            whole=False,
            merged=True,
        )

    def _options(self, closings: Mapping[str, int]):  # type: ignore[no-untyped-def]
        return day_options(
            self.problem, {site: {day} for site, day in closings.items()}
        )

    def _departures(self, closings: Mapping[str, int]) -> list[Departure]:
        found = []
        for number, days in self.days.items():
            way = self.problem.ways[number]
            last = closings.get(way.origin, self.problem.days - 1)
            chosen = set(days)
            if way.origin in closings:
                chosen |= set(range(last - 4, last + 1))
            until = closings.get(way.destination)
            for day in sorted(chosen):
                departure = day_departure(way, day)
                if departure is None or day > last:
                    continue
                if until is None or departure.arrive <= until:
                    found.append(departure)
        return found

    def whole(
        self,
        closings: Mapping[str, int],
        guide: Model,
        values: NDArray[np.float64],
        go_on: Callable[[], bool],
    ) -> Solution | None:
        """Return whole numbers on the days that the relaxation uses."""
        used = used_departures(guide, values)
        kept = [
            d for d in guide.departures if (d.way, d.label) in used or self._home(d)
        ]
        model = Model(
            self.problem,
            kept,
            self._options(closings),
            reach=self.reach,
            ending=True,
        )
        matrix = model.matrix()
        dived = dive(
            matrix,
            stages(model, self.problem, closing_means(guide, values)),
            rest=matrix.integer,
            raising=True,
            order=departing(model),
            share=SHARE,
            jump=JUMP,
            go_on=go_on,
        )
        if dived is None:
            return None
        return combined(self.problem, model, nothing(self.problem), dived.values)

    def _home(self, departure: Departure) -> bool:
        """Return whether people may go home on a departure: those of escort companies
        leave later than the relaxation says.
        """
        way = self.problem.ways[departure.way]
        return (
            way.persons > 0
            and not way.stands
            and self.problem.places[way.destination].is_exit
        )
