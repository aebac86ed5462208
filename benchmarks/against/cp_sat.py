"""The whole day model, given to CP-SAT (OR-Tools).

CP-SAT knows whole numbers only. All columns are declared whole: those that the model
leaves continuous are sums and differences of whole ones, or follow from them. A row
with entries that are not whole is multiplied until they are. Costs are rounded down to
whole USD, so that its bound stays a bound; values are computed with the costs as given.
"""

import time
from fractions import Fraction
from math import lcm

import numpy as np
from ortools.sat.python import cp_model

from against.given import USD, Given, Outcome
from against.timeline import Point
from drawdown.planning.assembly import Matrix

NEAR = 1e-9
FINEST = 10_000
"""The largest denominator that an entry of a row may have."""


class _Watch(cp_model.CpSolverSolutionCallback):
    """Tells of each solution, and keeps the last one in which nothing is unended."""

    def __init__(self, given: Given, began: float) -> None:
        super().__init__()
        self.given, self.began = given, began
        self.plan: np.ndarray | None = None

    def on_solution_callback(self) -> None:
        model = self.given.model
        values = np.array(self.response_proto.solution, dtype=np.float64)
        value = (float(model.matrix.cost @ values) + model.matrix.offset) * USD
        ended = not values[model.unended].any()
        if ended:
            self.plan = values
        self.given.tell(
            Point(
                seconds=time.monotonic() - self.began,
                priced=value,
                value=value if ended else None,
                bound=self.best_objective_bound,
            )
        )


def solve(given: Given) -> Outcome:
    """Solve within the time; tell of solutions and of bounds."""
    start = time.monotonic()
    sat = in_whole_numbers(given.model.matrix)
    began = time.monotonic()
    given.loaded(began - start)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = given.threads
    solver.parameters.random_seed = 0
    solver.parameters.max_time_in_seconds = given.limit
    solver.best_bound_callback = lambda bound: given.tell(
        Point(seconds=time.monotonic() - began, bound=bound)
    )
    watch = _Watch(given, began)
    status = solver.solve(sat, watch)
    seconds = time.monotonic() - began
    if status == cp_model.MODEL_INVALID:
        refusal = f"model refused: {sat.validate()}"
        return Outcome(ended=refusal, seconds=seconds, plan=None)
    given.tell(Point(seconds=seconds, bound=solver.best_objective_bound))
    ended = solver.status_name(status).lower()
    return Outcome(
        ended="no solution in time" if ended == "unknown" else ended,
        seconds=seconds,
        plan=watch.plan,
    )


def in_whole_numbers(matrix: Matrix) -> cp_model.CpModel:
    """Return a model of CP-SAT with the same solutions in whole numbers.

    Raises
    ------
    ValueError
        If an entry is no fraction with a small denominator.

    """
    sat = cp_model.CpModel()
    lower = np.ceil(matrix.lower - NEAR).astype(np.int64)
    upper = np.floor(matrix.upper + NEAR).astype(np.int64)
    variables = [
        sat.new_int_var(int(low), int(high), "")
        for low, high in zip(lower, upper, strict=True)
    ]
    factors = _factors(matrix)
    of_row = np.repeat(factors, np.diff(matrix.starts))
    values = np.round(matrix.values * of_row).astype(np.int64).tolist()
    least = _sides(matrix.row_lower * factors, np.ceil, -NEAR)
    most = _sides(matrix.row_upper * factors, np.floor, NEAR)
    indices, starts = matrix.indices.tolist(), matrix.starts.tolist()
    for row in range(matrix.rows):
        begin, end = starts[row], starts[row + 1]
        terms = cp_model.LinearExpr.weighted_sum(
            [variables[number] for number in indices[begin:end]], values[begin:end]
        )
        sat.add_linear_constraint(terms, least[row], most[row])
    costs = np.floor(matrix.cost * USD + NEAR).astype(np.int64)
    dear = np.flatnonzero(costs)
    sat.minimize(
        cp_model.LinearExpr.weighted_sum(
            [variables[number] for number in dear.tolist()], costs[dear].tolist()
        )
        + int(np.floor(matrix.offset * USD + NEAR))
    )
    return sat


def _factors(matrix: Matrix) -> np.ndarray:
    """Return for each row the number by which its entries become whole."""
    factors = np.ones(matrix.rows, dtype=np.int64)
    broken = np.flatnonzero(np.abs(matrix.values - np.round(matrix.values)) > NEAR)
    for row in np.unique(np.searchsorted(matrix.starts, broken, side="right") - 1):
        for value in matrix.values[matrix.starts[row] : matrix.starts[row + 1]]:
            part = Fraction(float(value)).limit_denominator(FINEST)
            if abs(float(part) - value) > NEAR:
                raise ValueError(f"row {row}: {value} is no simple fraction")
            factors[row] = lcm(int(factors[row]), part.denominator)
    return factors


def _sides(sides: np.ndarray, rounded, near: float) -> list[int]:
    """Return sides of rows in whole numbers."""
    whole = rounded(np.where(np.isfinite(sides), sides, 0.0) + near).astype(np.int64)
    far = np.where(sides > 0, cp_model.INT_MAX, cp_model.INT_MIN)
    return np.where(np.isfinite(sides), whole, far).tolist()
