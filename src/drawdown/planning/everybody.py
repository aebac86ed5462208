"""Everybody gets a place on the movements of a plan in which nobody is on them yet.

People of escort companies are not told from others while convoys, cargo and closing
days are chosen, which halves the model. Here they are.
"""

from collections.abc import Callable, Mapping

import numpy as np

from drawdown.planning.disposal_days import latest_closings
from drawdown.planning.model import Model
from drawdown.planning.neighbourhood import Freedom, combined, nothing
from drawdown.planning.problem import Problem
from drawdown.planning.reach import Reach
from drawdown.planning.refining import Still, refined
from drawdown.planning.solution import Solution
from drawdown.planning.solver import Values
from drawdown.planning.spread import in_due_time, spread_days

FLIGHTS = 1_500
"""Departures without escorts that people may choose from."""
AFTER = 14
"""Days by which a site may close later once people are told apart."""


def everybody(
    problem: Problem,
    reach: Reach,
    moved: Solution,
    latest: Mapping[str, int],
    seconds: Callable[[], float | None],
    *,
    shift: int = 0,
) -> Solution | None:
    """Return the same movements with everybody on them, and with more flights; None if
    there is no such solution. Somebody may be stuck in it.

    Parameters
    ----------
    moved
        Movements, cargo and closing days.
    latest
        A day on which each site may close, too.
    seconds
        What is left of the time, if there is a limit: an outer guard.
    shift
        Another shift, other days of departure.

    """
    ways = set().union(*reach.people)
    ways |= {m.way for m in moved.moves.values() if problem.ways[m.way].persons}
    flights = {n for n in ways if not problem.ways[n].escorts}
    free = spread_days(problem, flights, most=FLIGHTS, shift=shift)
    days = {
        number: free[number]
        | _closes(problem, number, moved)
        | in_due_time(problem, number)
        if number in flights
        else frozenset()
        for number in ways
    }
    last = latest_closings(problem, moved)
    closings = {
        name: frozenset(
            other
            for other in (*range(day, min(day + AFTER, latest[name]) + 1), latest[name])
            if other <= last[name]
        )
        for name, day in moved.closings.items()
    }
    return refined(
        problem,
        reach,
        moved,
        Freedom(days=days, closings=closings),
        Still.CARGO,
        seconds,
    )


def nobody_aboard(problem: Problem, model: Model, values: Values) -> Solution:
    """Return the solution of a model of the whole mission, with nobody on the
    movements.
    """
    people = np.array([key[0] == "p" for key in model.assembly.keys])
    empty = nothing(problem)
    return combined(problem, model, empty, np.where(people, 0.0, values))


def _closes(problem: Problem, number: int, moved: Solution) -> frozenset[int]:
    """Return the days around which the origin of a way closes."""
    closing = moved.closings.get(problem.ways[number].origin)
    if closing is None:
        return frozenset()
    return frozenset(range(max(0, closing - 2), closing + 3))
