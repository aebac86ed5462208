"""Presolving: what HiGHS leaves of a model, and the way back from it.

A dive solves one relaxation hundreds of times from the basis that it had, which HiGHS
does without presolving anew. So the dive runs in the presolved model: a third of the
rows of a day model are left in it, and a simplex iteration takes half the time.
"""

from dataclasses import dataclass

import highspy
import numpy as np
from numpy.typing import NDArray

from drawdown.planning.assembly import Matrix
from drawdown.planning.solver import Limits, Values, loaded, quiet

GONE = -1
"""The place of a column that is not left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Presolved:
    """A presolved model whose whole solutions are those of the model it came from."""

    solver: highspy.Highs
    """The linear relaxation of what is left, not yet run."""
    columns: NDArray[np.intp]
    """The columns that are left, by their numbers in the model."""
    place: NDArray[np.intp]
    """Where each column of the model is in what is left, or ``GONE``."""
    lower: NDArray[np.float64]
    upper: NDArray[np.float64]
    whole: highspy.Highs
    """The model, which knows the way back."""

    def left(self, columns: NDArray[np.integer]) -> NDArray[np.int32]:
        """Return where those of some columns are that are left."""
        place = self.place[columns]
        here: NDArray[np.int32] = place[place != GONE].astype(np.int32)
        return here

    def restored(self, values: Values) -> Values:
        """Return a solution of the model from one of what is left of it."""
        if self.whole is self.solver:
            return values
        solution = highspy.HighsSolution()
        solution.col_value = list(values)
        self.whole.postsolve(solution)
        return np.array(self.whole.getSolution().col_value)


def presolve(matrix: Matrix) -> Presolved | None:
    """Return what HiGHS leaves of a model; None if it has no solution."""
    whole = loaded(matrix, Limits(), relaxed=False, named=True)
    whole.presolve()
    status = whole.getModelPresolveStatus()
    found = highspy.HighsPresolveStatus
    if status in (found.kInfeasible, found.kUnboundedOrInfeasible):
        return None
    if status != found.kReduced:
        every = np.arange(matrix.columns)
        solver = loaded(matrix, Limits(), relaxed=True)
        return Presolved(
            solver=solver,
            columns=every,
            place=every,
            lower=matrix.lower.copy(),
            upper=matrix.upper.copy(),
            whole=solver,
        )
    model = whole.getPresolvedLp()
    columns = np.array([int(name) for name in model.col_names_], dtype=np.intp)
    place = np.full(matrix.columns, GONE, dtype=np.intp)
    place[columns] = np.arange(len(columns))
    model.integrality_ = []
    solver = quiet()
    solver.setOptionValue("presolve", "off")
    solver.passModel(model)
    return Presolved(
        solver=solver,
        columns=columns,
        place=place,
        lower=np.array(model.col_lower_),
        upper=np.array(model.col_upper_),
        whole=whole,
    )
