"""Columns of a relaxation become whole, a few at a time.

After each step the relaxation is solved anew from the basis that it had; what cannot be
fixed together is tried in smaller parts, and alone on the other side.
"""

from collections.abc import Callable

import highspy
import numpy as np
from numpy.typing import NDArray

from drawdown.planning.presolving import Presolved

WHOLE = 1e-6
"""How far from a whole number a value may be that counts as whole."""
NEAR = 0.7
"""The part above a whole number from which on columns are rounded up together."""
DEAR = 3_000.0
"""Thousand USD by which a step, or a stage, is dear: little more than an item that ends
nowhere."""
DEARER = (4.0, 16.0, 64.0, np.inf)
"""Times the usual price of a step: what must be whole becomes so on the side that costs
less."""

Columns = NDArray[np.int32]
Mark = tuple[NDArray[np.float64], NDArray[np.float64], highspy.HighsBasis]
"""Bounds of columns, and a basis."""


class Fixing:
    """Whole numbers for columns of a relaxation that is solved anew each time."""

    def __init__(self, presolved: Presolved, jump: float) -> None:
        self.solver = presolved.solver
        self.jump = jump
        self.chosen: list[tuple[Columns, bool]] = []
        """The columns of choices that were made, and whether there are others."""
        self.reopened: list[tuple[Columns, bool]] = []
        """The columns of choices that are open again, for what comes later."""
        self.dear: int | None = None
        """A column that was dear on both sides."""
        self.lower = presolved.lower
        self.upper = presolved.upper

    def begun(self) -> bool:
        """Solve the relaxation; return whether it has a solution."""
        self.solver.setOptionValue("solver", "ipm")
        self.solver.run()
        self.solver.setOptionValue("solver", "simplex")
        self._read()
        return self.solver.getModelStatus() == highspy.HighsModelStatus.kOptimal

    def mark(self) -> Mark:
        """Return where the dive is."""
        return self.lower.copy(), self.upper.copy(), self.solver.getBasis()

    def back(self, mark: Mark) -> None:
        """Go back to where the dive was."""
        lower, upper, basis = mark
        every = np.arange(len(lower), dtype=np.int32)
        self._bound(every, lower, upper)
        self.solver.setBasis(basis)
        self._solve()

    def raised(self, columns: Columns, go_on: Callable[[], bool]) -> bool:
        """Make columns whole by rounding them up, where that costs little; return
        whether it was possible.
        """
        while True:
            over = self.values[columns] - np.floor(self.values[columns] + WHOLE)
            order = np.argsort(-over, kind="stable")
            order = order[over[order] > WHOLE]
            if not len(order):
                self._keep(columns)
                return True
            if not go_on():
                return False
            count = max(1, int((over >= NEAR).sum()), len(order) // 8)
            while not self._raise(columns[order[:count]], self.jump):
                if count == 1:
                    break
                count = max(1, count // 3)
            else:
                continue
            one = columns[order[:1]]
            if self._lower(one, self.jump) or self._reopen():
                continue
            if not self._upward(one):
                return False

    def _upward(self, one: Columns) -> bool:
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
        for columns, _ in self.chosen:
            now = int(np.argmax(self.values[columns]))
            self._bound(
                columns[now:], np.zeros(len(columns) - now), np.ones(len(columns) - now)
            )
        self.reopened, self.chosen = self.chosen, []
        self._solve()
        return True

    def settled(self) -> bool:
        """Make the choices that are open again; return whether that was possible."""
        reopened, self.reopened = self.reopened, []
        return all(self.choose(columns, others) for columns, others in reopened)

    def choose(self, columns: Columns, others: bool) -> bool:
        """Make one of some columns 1: the one in the middle of their values if it costs
        little, or else the last, or one before it, as long as that is cheaper; return
        whether it was possible.

        Parameters
        ----------
        others
            Whether none of these may be 1, since there are columns beside them.

        """
        self.chosen.append((columns, others))
        count = len(columns)
        middle = int(np.searchsorted(np.cumsum(self.values[columns]), 0.5))
        if not others:
            middle = min(middle, count - 1)
        if self._take(columns, middle, self.jump):
            return True
        best: int | None = None
        begin, before, room = self.mark(), self.value, np.inf
        for chosen in [*range(count - 1, -1, -1), *([count] if others else [])]:
            if self._take(columns, chosen, room):
                best, room = chosen, self.value - before
                self.back(begin)
            elif best is not None:
                break
        return best is not None and self._take(columns, best, np.inf)

    def _take(self, columns: Columns, chosen: int, jump: float) -> bool:
        """Make one column 1 and the others 0; all of them if ``chosen`` is their
        count.
        """
        numbers = (np.arange(len(columns)) == chosen).astype(np.float64)
        return self._between(columns, numbers, numbers, jump)

    def _raise(self, chosen: Columns, jump: float) -> bool:
        up = np.ceil(self.values[chosen] - WHOLE)
        return self._between(chosen, up, self.upper[chosen].copy(), jump)

    def _lower(self, chosen: Columns, jump: float) -> bool:
        down = np.floor(self.values[chosen] + WHOLE)
        return self._between(chosen, self.lower[chosen].copy(), down, jump)

    def nearest(
        self,
        columns: Columns,
        share: float,
        go_on: Callable[[], bool],
        *,
        ending: bool = False,
    ) -> bool:
        """Fix columns at the nearest whole number; return whether that was possible.

        ``ending``: end where a column is dear on both sides, and keep it in mind.
        """
        self.dear = None
        part = share
        while True:
            away = np.abs(self.values[columns] - np.round(self.values[columns]))
            open_ = columns[away > WHOLE]
            if not len(open_):
                self._keep(columns)
                return True
            if not go_on():
                return False
            order = np.argsort(away[away > WHOLE], kind="stable")
            count = max(1, int(len(open_) * part))
            chosen = open_[order[:count]]
            if self._fix(chosen, np.round(self.values[chosen]), self.jump):
                part = min(share, part * 2)
            elif count > 1:
                part /= 4
            else:
                before, column = self.value, int(chosen[0])
                if not self.either(column):
                    return False
                if ending and self.value > before + DEAR:
                    self.dear = column
                    return False

    def either(self, column: int) -> bool:
        """Fix one column on the cheaper side; return whether that was possible."""
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

    def _fix(self, chosen: Columns, numbers: NDArray[np.float64], jump: float) -> bool:
        if (numbers < self.lower[chosen] - WHOLE).any():
            return False
        if (numbers > self.upper[chosen] + WHOLE).any():
            return False
        return self._between(chosen, numbers, numbers, jump)

    def _between(
        self,
        chosen: Columns,
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
        chosen: Columns,
        lower: NDArray[np.float64],
        upper: NDArray[np.float64],
    ) -> None:
        self.lower[chosen], self.upper[chosen] = lower, upper
        self.solver.changeColsBounds(
            len(chosen), chosen, self.lower[chosen], self.upper[chosen]
        )

    def _keep(self, columns: Columns) -> None:
        """Fix columns that are whole where they are."""
        whole = np.round(self.values[columns])
        self._bound(columns, whole, whole)

    def _solve(self) -> None:
        """Solve the relaxation, whatever it costs."""
        self.solver.setOptionValue("objective_bound", np.inf)
        self.solver.run()
        self._read()

    def _read(self) -> None:
        self.values = np.array(self.solver.getSolution().col_value)
        self.value = self.solver.getInfo().objective_function_value
