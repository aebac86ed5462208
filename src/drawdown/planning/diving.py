"""Diving: whole numbers from a linear relaxation, some columns at a time.

The columns that are nearest to a whole number are fixed there, and the relaxation is
solved anew from the basis that it had. What cannot be fixed together is tried in
smaller parts, and alone on the other side. Each step is decided by the solution of the
relaxation, so the same model gives the same numbers on every machine.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import highspy
import numpy as np
from numpy.typing import NDArray

from drawdown.planning.assembly import Matrix
from drawdown.planning.solver import Limits, loaded

WHOLE = 1e-6
"""How far from a whole number a value may be that counts as whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dived:
    """Where a dive ended."""

    values: NDArray[np.float64]
    value: float


def dive(
    matrix: Matrix,
    stages: Sequence[NDArray[np.bool_]],
    *,
    order: NDArray[np.int64] | None = None,
    share: float = 0.25,
    jump: float = np.inf,
    go_on: Callable[[], bool] = lambda: True,
) -> Dived | None:
    """Return a solution with whole numbers; None if the relaxation has none, or if the
    dive ends nowhere.

    Parameters
    ----------
    stages
        Which columns become whole, one stage after another.
    order
        A number of each column: a stage that ends nowhere is begun anew, and its
        columns become whole in this order.
    share
        The part of the columns of a stage that are fixed at a time.
    jump
        By how much the value may grow in a step; a step that costs more is tried in
        smaller parts.
    go_on
        Whether there is time.

    """
    solver = loaded(matrix, Limits(solver="ipm"), relaxed=True)
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    solver.setOptionValue("solver", "simplex")
    diving = _Diving(solver, matrix, jump)
    for stage in stages:
        columns = np.flatnonzero(stage)
        begin = diving.mark()
        if diving.stage(columns, share, go_on):
            continue
        if order is None or not go_on():
            return None
        diving.back(begin)
        for number in np.unique(order[columns]):
            inside = columns[order[columns] == number]
            if not diving.stage(inside, share, go_on):
                return None
    return Dived(values=diving.values, value=diving.value)


_Mark = tuple[NDArray[np.float64], NDArray[np.float64], highspy.HighsBasis]


class _Diving:
    def __init__(self, solver: highspy.Highs, matrix: Matrix, jump: float) -> None:
        self.solver = solver
        self.jump = jump
        self.lower = matrix.lower.copy()
        self.upper = matrix.upper.copy()
        self._read()

    def mark(self) -> _Mark:
        """Return where the dive is."""
        return self.lower.copy(), self.upper.copy(), self.solver.getBasis()

    def back(self, mark: _Mark) -> None:
        """Go back to where the dive was."""
        lower, upper, basis = mark
        every = np.arange(len(lower), dtype=np.int32)
        self._bound(every, lower, upper)
        self.solver.setBasis(basis)
        self.solver.setOptionValue("objective_bound", np.inf)
        self.solver.run()
        self._read()

    def stage(
        self, columns: NDArray[np.intp], share: float, go_on: Callable[[], bool]
    ) -> bool:
        """Make columns whole; return whether that was possible."""
        part = share
        while True:
            away = np.abs(self.values[columns] - np.round(self.values[columns]))
            open_ = columns[away > WHOLE]
            if not len(open_):
                whole = np.round(self.values[columns])
                self._bound(columns.astype(np.int32), whole, whole)
                return True
            if not go_on():
                return False
            order = np.argsort(away[away > WHOLE], kind="stable")
            count = max(1, int(len(open_) * part))
            chosen = open_[order[:count]].astype(np.int32)
            if self._fix(chosen, np.round(self.values[chosen]), self.jump):
                part = min(share, part * 2)
            elif count > 1:
                part /= 4
            elif not self._either(int(chosen[0])):
                return False

    def _either(self, column: int) -> bool:
        """Fix one column on the cheaper side."""
        value = self.values[column]
        near = np.round(value)
        far = np.floor(value) if near > value else np.ceil(value)
        chosen = np.array([column], dtype=np.int32)
        return self._fix(chosen, np.array([far]), self.jump) or any(
            self._fix(chosen, np.array([side]), np.inf) for side in (near, far)
        )

    def _fix(
        self, chosen: NDArray[np.int32], numbers: NDArray[np.float64], jump: float
    ) -> bool:
        basis = self.solver.getBasis()
        before = self.lower[chosen].copy(), self.upper[chosen].copy()
        if (numbers < before[0] - WHOLE).any() or (numbers > before[1] + WHOLE).any():
            return False
        self._bound(chosen, numbers, numbers)
        self.solver.setOptionValue(
            "objective_bound", self.value + jump if np.isfinite(jump) else np.inf
        )
        self.solver.run()
        optimal = self.solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
        if optimal and (
            self.solver.getInfo().objective_function_value <= self.value + jump
        ):
            self._read()
            return True
        self._bound(chosen, *before)
        self.solver.setBasis(basis)
        return False

    def _bound(
        self,
        chosen: NDArray[np.int32],
        lower: NDArray[np.float64],
        upper: NDArray[np.float64],
    ) -> None:
        self.lower[chosen], self.upper[chosen] = lower, upper
        self.solver.changeColsBounds(
            len(chosen), chosen, self.lower[chosen], self.upper[chosen]
        )

    def _read(self) -> None:
        self.values = np.array(self.solver.getSolution().col_value)
        self.value = self.solver.getInfo().objective_function_value
