"""Rows that cap values: what was reached of one value is kept while the next is served.

A value is a row whose coefficients are the costs of the same model with the weight of
this value alone, so that no cost is written down a second time.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from drawdown.planning.assembly import Matrix
from drawdown.planning.departures import Option
from drawdown.planning.evaluate import objectives
from drawdown.planning.model import THOUSAND, Model
from drawdown.planning.problem import Problem
from drawdown.planning.reweighing import reweighed
from drawdown.planning.solution import PRICED, Solution

NEAR = 1e-6
"""Thousand USD by which a cap is wider, for the tolerances of the solver."""


def capped(
    problem: Problem,
    model: Model,
    build: Callable[[Problem], Model],
    given: Solution | None = None,
    start: NDArray[np.float64] | None = None,
) -> Matrix:
    """Return a model in arrays, with a row for each value that has a cap.

    Parameters
    ----------
    build
        Builds the same model of a problem with other weights.
    given
        The plan of which the model frees a part; a plan with something stuck has no
        values to be kept.
    start
        The values of this plan in the columns of the model.

    """
    matrix = model.matrix()
    if given is not None and not given.complete:
        return matrix
    for cap in problem.caps:
        other = reweighed(problem, cap.weights)
        lone = build(other)
        if lone.assembly.keys != model.assembly.keys:
            raise ValueError("the model has other columns by other weights")
        cost = np.where(_priced(model), 0.0, lone.matrix().cost)
        most = cap.most * THOUSAND
        if given is None or start is None:
            most -= lone.assembly.offset
        else:
            # What is not within the model stays as it is in the plan.
            within = float(cost @ np.nan_to_num(start))
            most -= objectives(other, given).weighted * THOUSAND - within
        matrix = with_row(matrix, cost, most + NEAR)
    return matrix


def with_row(matrix: Matrix, terms: NDArray[np.float64], most: float) -> Matrix:
    """Return a model with one more row: terms·x ≤ most."""
    columns = np.flatnonzero(terms)
    return replace(
        matrix,
        row_lower=np.append(matrix.row_lower, -np.inf),
        row_upper=np.append(matrix.row_upper, most),
        starts=np.append(matrix.starts, matrix.starts[-1] + len(columns)),
        indices=np.append(matrix.indices, columns.astype(np.int32)),
        values=np.append(matrix.values, terms[columns]),
    )


def repriced(
    problem: Problem, options: Mapping[str, Sequence[Option]]
) -> dict[str, list[Option]]:
    """Return closing options at what they cost by the weights of a problem."""
    return {
        site: [
            replace(o, cost=float(problem.places[site].closing_cost[o.first]))
            for o in every
        ]
        for site, every in options.items()
    }


def _priced(model: Model) -> NDArray[np.bool_]:
    """Return which columns are something stuck: their price is no value."""
    return np.array([key[0] in PRICED for key in model.assembly.keys])
