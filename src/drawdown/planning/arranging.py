"""Tiny missions: the days of steps and handovers are chosen with all else.

Larger missions are planned with the days of their opening steps given, their closing
steps as late as can be, and handovers as early as people and teams are free. Where few
teams serve steps and handovers, the best plan may need another arrangement.
"""

from dataclasses import dataclass, replace

import numpy as np

from drawdown.planning.capping import capped
from drawdown.planning.neighbourhood import combined, nothing
from drawdown.planning.problem import Arrangement, Problem, arranged
from drawdown.planning.solution import Solution
from drawdown.planning.solver import Limits, solve
from drawdown.planning.whole_model import WholeModel

NODES = 20_000
GAP = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Arranged:
    """A solution, and the problem with the days of its steps and handovers."""

    problem: Problem
    solution: Solution
    value: float
    """Weighted, in thousand USD, with handovers as they are chosen."""
    best: bool
    """Whether the model was solved to its end and leaves no arrangement out."""


def arrange(problem: Problem, seconds: float | None) -> Arranged | None:
    """Return the best plan of a tiny mission with all its steps and handovers; None if
    none is found.

    Parameters
    ----------
    seconds
        What is left of the time, if there is a limit: an outer guard.

    """
    # Who stays for a task, and when packing begins, is chosen here.
    free = replace(problem, holds=(), packing_from=problem.packing_bound)
    model = WholeModel(free)
    matrix = capped(free, model, WholeModel)
    answer = solve(matrix, Limits(gap=GAP, nodes=NODES, seconds=seconds))
    if answer.values is None:
        return None
    chosen = {int(number) for number in np.flatnonzero(answer.values > 0.5)}
    settled = arranged(
        free,
        Arrangement(
            steps=model.step_days(chosen), handovers=model.handover_days(chosen)
        ),
    )
    solution = combined(settled, model, nothing(settled), answer.values)
    if not solution.complete:
        return None
    return Arranged(
        problem=settled,
        solution=solution,
        value=answer.value,
        best=answer.optimal and not model.cautious,
    )
