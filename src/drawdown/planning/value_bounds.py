"""What each of the five values is at least, by itself, in any plan of a mission (§24).

The bounding model is solved with the weight of one value, and none of the others.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np

from drawdown.errors import BoundError
from drawdown.mission.mission import Mission
from drawdown.plan.plan import Bounds, Objectives
from drawdown.planning.capping import capped
from drawdown.planning.model import THOUSAND, Model
from drawdown.planning.problem import Problem, compile_problem
from drawdown.planning.relaxation import MARGIN, bounding_model, is_small, is_tiny
from drawdown.planning.reweighing import UNIT, VALUES, alone, caps_of
from drawdown.planning.solver import Limits, solve

FINE, COARSE = 7, 28
"""Days of a bucket, for small missions and for others: 28 take a third of the work of
14, and on MINUSMA prove as much of all values but money."""
NODES = 2_000
NEAR = 1e-6
"""Of a value and of its bound: what may be lost in the arithmetic."""


def least_values(mission: Mission) -> Iterator[tuple[str, float]]:
    """Yield the name of each value and a bound on it, in its own unit, as they come; a
    value without a bound is left out.
    """
    for name in VALUES:
        bound = least_value(mission, name)
        if bound is not None:
            yield name, bound


def least_value(
    mission: Mission, name: str, caps: Mapping[str, float] | None = None
) -> float | None:
    """Return a bound on one value, in its own unit; None if nothing is proven.

    Tiny missions are bounded day by day with whole movements and closings, others by
    a linear relaxation with buckets of days.

    Parameters
    ----------
    caps
        The most of other values: only plans that keep them are bounded.

    """
    problem = compile_problem(alone(mission, name))
    problem = replace(problem, caps=caps_of(caps or {}))
    tiny = is_tiny(problem)
    days = FINE if is_small(problem) else COARSE

    def build(problem: Problem) -> Model:
        return bounding_model(problem, 1 if tiny else days)

    matrix = capped(problem, build(problem), build)
    limits = Limits(gap=1e-6, nodes=NODES) if tiny else Limits(solver="ipm")
    answer = solve(matrix, limits, relaxed=not tiny)
    if not np.isfinite(answer.bound):
        return None
    usd = (answer.bound - MARGIN * abs(answer.bound)) / THOUSAND
    return float(max(0.0, usd / getattr(UNIT, name)))


def stated(known: Mapping[str, float], values: Objectives) -> Bounds:
    """Return the bounds that a plan of these values states.

    No value is below 0, so one of 0 is at its bound.

    Raises
    ------
    BoundError
        If a value is better than a bound that was held to be proven.

    """
    found = {}
    for name in VALUES:
        value, least = getattr(values, name), known.get(name)
        if least is not None and least > value * (1 + NEAR) + NEAR:
            raise BoundError(
                f"a plan of {value:,.6f} in {name} is better than the bound of "
                f"{least:,.6f}",
                hint="this is an error of the program; please report it",
            )
        if least is not None:
            found[name] = min(round(least, 6), value)
        elif value == 0:
            found[name] = 0.0
    return Bounds(**found)
