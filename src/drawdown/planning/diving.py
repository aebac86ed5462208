"""Diving: whole numbers from a linear relaxation, some columns at a time.

Where there is a plan to fall back on, columns are fixed at the nearest whole number.
Where there is none, movements are rounded up, those first that lack least: one movement
more takes the load of many parts of others, which the relaxation then gives up, where
rounding down would strand what they carry. After each step the relaxation is solved
anew from the basis that it had; what cannot be fixed together is tried in smaller
parts, and alone on the other side. Each step is decided by the solution of the
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
NEAR = 0.7
"""The part above a whole number from which on columns are rounded up together."""


DEARER = (4.0, 16.0, 64.0, np.inf)
"""Times the usual price of a step: what must be whole becomes so on the side that costs
less."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Columns of which one becomes 1, in the order of time."""

    columns: NDArray[np.int32]


Stage = NDArray[np.bool_] | Choice
"""Columns that become whole together, or a choice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dived:
    """Where a dive ended."""

    values: NDArray[np.float64]
    value: float


def dive(
    matrix: Matrix,
    stages: Sequence[Stage],
    *,
    rest: NDArray[np.bool_],
    raising: bool = False,
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
    rest
        The columns that are fixed at the nearest whole number after all stages.
    raising
        Round columns up: worse, and seldom without an end. By default they are fixed
        at the nearest whole number.
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
        if not go_on():
            return None
        if isinstance(stage, Choice):
            if not diving.choose(stage.columns):
                return None
            continue
        columns = np.flatnonzero(stage)
        begin = diving.mark()
        if raising:
            if diving.raised(columns, go_on) and diving.settled():
                continue
            if not go_on():
                return None
            diving.back(begin)
        if diving.nearest(columns, share, go_on):
            continue
        if order is None or not go_on():
            return None
        diving.back(begin)
        for number in np.unique(order[columns]):
            inside = columns[order[columns] == number]
            if not diving.nearest(inside, share, go_on):
                return None
    if not diving.nearest(np.flatnonzero(rest), share, go_on):
        return None
    return Dived(values=diving.values, value=diving.value)


_Mark = tuple[NDArray[np.float64], NDArray[np.float64], highspy.HighsBasis]


class _Diving:
    def __init__(self, solver: highspy.Highs, matrix: Matrix, jump: float) -> None:
        self.solver = solver
        self.jump = jump
        self.chosen: list[NDArray[np.int32]] = []
        """The columns of choices that were made."""
        self.reopened: list[NDArray[np.int32]] = []
        """The columns of choices that are open again, for what comes later."""
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

    def raised(self, columns: NDArray[np.intp], go_on: Callable[[], bool]) -> bool:
        """Make columns whole by rounding them up, where that costs little; return
        whether it was possible.
        """
        while True:
            over = self.values[columns] - np.floor(self.values[columns] + WHOLE)
            order = np.argsort(-over, kind="stable")
            order = order[over[order] > WHOLE]
            if not len(order):
                whole = np.round(self.values[columns])
                self._bound(columns.astype(np.int32), whole, whole)
                return True
            if not go_on():
                return False
            count = max(1, int((over >= NEAR).sum()), len(order) // 8)
            while not self._raise(_some(columns, order, count), self.jump):
                if count == 1:
                    break
                count = max(1, count // 3)
            else:
                continue
            one = _some(columns, order, 1)
            if self._lower(one, self.jump) or self._reopen():
                continue
            if not self._upward(one):
                return False

    def _upward(self, one: NDArray[np.int32]) -> bool:
        """Make one column whole, rather above than below; return whether it can be."""
        return self._dearer(
            lambda jump: self._raise(one, jump) or self._lower(one, jump)
        )

    def _reopen(self) -> bool:
        """Let choices become later ones again, where a step is dear; return whether
        there are any.
        """
        if not self.chosen:
            return False
        for columns in self.chosen:
            now = int(np.argmax(self.values[columns]))
            self._bound(
                columns[now:], np.zeros(len(columns) - now), np.ones(len(columns) - now)
            )
        self.reopened, self.chosen = self.chosen, []
        self.solver.setOptionValue("objective_bound", np.inf)
        self.solver.run()
        self._read()
        return True

    def settled(self) -> bool:
        """Make the choices that are open again; return whether that was possible."""
        reopened, self.reopened = self.reopened, []
        return all(self.choose(columns) for columns in reopened)

    def choose(self, columns: NDArray[np.int32]) -> bool:
        """Make one of some columns 1: the one in the middle of their values if it costs
        little, or else the last, or one before it, as long as that is cheaper; return
        whether it was possible.
        """
        self.chosen.append(columns)
        middle = int(np.searchsorted(np.cumsum(self.values[columns]), 0.5))
        last = len(columns) - 1
        if self._take(columns, min(middle, last), self.jump):
            return True
        best: int | None = None
        begin, before, room = self.mark(), self.value, np.inf
        for chosen in range(last, -1, -1):
            if self._take(columns, chosen, room):
                best, room = chosen, self.value - before
                self.back(begin)
            elif best is not None:
                break
        return best is not None and self._take(columns, best, np.inf)

    def _take(self, columns: NDArray[np.int32], chosen: int, jump: float) -> bool:
        numbers = np.zeros(len(columns))
        numbers[chosen] = 1.0
        return self._between(columns, numbers, numbers, jump)

    def _raise(self, chosen: NDArray[np.int32], jump: float) -> bool:
        up = np.ceil(self.values[chosen] - WHOLE)
        return self._between(chosen, up, self.upper[chosen].copy(), jump)

    def _lower(self, chosen: NDArray[np.int32], jump: float) -> bool:
        down = np.floor(self.values[chosen] + WHOLE)
        return self._between(chosen, self.lower[chosen].copy(), down, jump)

    def nearest(
        self, columns: NDArray[np.intp], share: float, go_on: Callable[[], bool]
    ) -> bool:
        """Fix columns at the nearest whole number; return whether that was possible."""
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
        if self._fix(chosen, np.array([far]), self.jump):
            return True
        return self._dearer(
            lambda jump: any(
                self._fix(chosen, np.array([side]), jump) for side in (near, far)
            )
        )

    def _dearer(self, taken: Callable[[float], bool]) -> bool:
        """Take a step at the least of some prices at which it is possible; return
        whether there is one.
        """
        return any(taken(self.jump * times) for times in DEARER)

    def _fix(
        self, chosen: NDArray[np.int32], numbers: NDArray[np.float64], jump: float
    ) -> bool:
        if (numbers < self.lower[chosen] - WHOLE).any():
            return False
        if (numbers > self.upper[chosen] + WHOLE).any():
            return False
        return self._between(chosen, numbers, numbers, jump)

    def _between(
        self,
        chosen: NDArray[np.int32],
        lower: NDArray[np.float64],
        upper: NDArray[np.float64],
        jump: float,
    ) -> bool:
        """Bound columns and solve anew; return whether that costs at most ``jump``, and
        otherwise leave all as it was.
        """
        if (lower > upper).any():
            return False
        basis = self.solver.getBasis()
        before = self.lower[chosen].copy(), self.upper[chosen].copy()
        self._bound(chosen, lower, upper)
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


def _some(
    columns: NDArray[np.intp], order: NDArray[np.intp], count: int
) -> NDArray[np.int32]:
    return columns[order[:count]].astype(np.int32)
