"""Diving: whole numbers from a linear relaxation, some columns at a time.

Columns are fixed at the nearest whole number. Where that is dear, or where movements
are to be rounded up from the first, they are, those first that lack least: one movement
more takes the load of many parts of others, which the relaxation then gives up, where
rounding down would strand what they carry. Each step is decided by the solution of the
relaxation, so the same model gives the same numbers on every machine.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from drawdown.planning.assembly import Matrix
from drawdown.planning.fixing import DEAR, Columns, Fixing, Mark
from drawdown.planning.presolving import presolve


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Columns of which one becomes 1, in the order of time."""

    columns: Columns


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
    expected: float = np.inf,
    end_dear: Callable[[NDArray[np.float64]], bool] = lambda _: False,
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
        Round columns up; by default they are fixed at the nearest whole number. Where
        that ends nowhere, or is dear, a stage is begun anew in other manners.
    order
        A number of each column: in one of these manners they become whole in this
        order.
    share
        The part of the columns of a stage that are fixed at a time.
    jump
        By how much the value may grow in a step; a step that costs more is tried in
        smaller parts.
    go_on
        Whether there is time.
    expected
        What the relaxation should cost.
    end_dear
        Called where the relaxation is dear, or no manner makes a stage whole at a fair
        price, with a solution that shows why; whether to end the dive.

    """
    presolved = presolve(matrix)
    if presolved is None:
        return None
    fixing = Fixing(presolved, jump)
    if not fixing.begun():
        return None
    dear = fixing.value > expected + DEAR
    if dear and end_dear(presolved.restored(fixing.values)):
        return None
    order = None if order is None else order[presolved.columns]
    for stage in stages:
        if not go_on():
            return None
        if isinstance(stage, Choice):
            left = presolved.left(stage.columns)
            others = len(left) < len(stage.columns)
            if len(left) and not fixing.choose(left, others):
                return None
            continue
        columns = presolved.left(np.flatnonzero(stage))
        manners = _Manners(fixing, columns, order, share, go_on)
        if manners.cheap(raising=raising):
            continue
        if end_dear(presolved.restored(fixing.values)) or not manners.any():
            return None
    last = presolved.left(np.flatnonzero(rest))
    if not fixing.nearest(last, share, go_on):
        return None
    values = presolved.restored(fixing.values)
    values[matrix.integer] = np.round(values[matrix.integer])
    return Dived(values=values, value=float(matrix.cost @ values) + matrix.offset)


class _Manners:
    """The manners in which a stage may become whole, from the usual to the last."""

    def __init__(
        self,
        fixing: Fixing,
        columns: Columns,
        order: NDArray[np.int64] | None,
        share: float,
        go_on: Callable[[], bool],
    ) -> None:
        self.fixing = fixing
        self.columns = columns
        self.order = None if order is None else order[columns]
        self.share = share
        self.go_on = go_on
        self.begin = fixing.mark()
        self.before = fixing.value
        self.first: list[int] = []
        """What was dear, and is settled first when the stage begins anew."""
        self.up: Mark | None = None
        """Where rounding up ended."""
        self.rounded = False
        """Whether it was tried."""

    def cheap(self, *, raising: bool) -> bool:
        """Make the stage whole at a fair price; if that is not possible, return False
        at a solution that shows why.
        """
        fixing = self.fixing
        if raising:
            return self._raised() and not self._dear()
        if self._near():
            return self._cheaper()
        if fixing.dear is not None:
            self.first = [fixing.dear]
            fixing.back(self.begin)
            if self._near():
                return self._cheaper()
        if not self.go_on():
            return False
        stuck = fixing.dear is None
        fixing.back(self.begin)
        if stuck and self.order is not None:
            # Nothing was dear; some column could become neither more nor less.
            return self._in_order(ending=True)
        return self._raised() and not self._dear()

    def _cheaper(self) -> bool:
        """Try to round up, too, where many small steps were dear together."""
        fixing = self.fixing
        if not self._dear() or not self.go_on():
            return True
        near, value = fixing.mark(), fixing.value
        fixing.back(self.begin)
        if not self._raised() or fixing.value > value:
            fixing.back(near)
        return True

    def any(self) -> bool:
        """Make the stage whole in the manner that costs least; return whether there is
        one.
        """
        fixing = self.fixing
        manners: list[Callable[[], bool]] = [
            lambda: self._near(ending=False),
            self._raised,
        ]
        if self.order is not None:
            manners.append(lambda: self._in_order(ending=False))
        best = None
        for manner in manners:
            if not self.go_on():
                return False
            fixing.back(self.begin)
            if manner():
                if not self._dear():
                    return True
                if best is None or fixing.value < best[0]:
                    best = fixing.value, fixing.mark()
        if best is None:
            return False
        fixing.back(best[1])
        return True

    def _dear(self) -> bool:
        return self.fixing.value > self.before + DEAR

    def _near(self, *, ending: bool = True) -> bool:
        """Fix columns at the nearest whole number, and end where that is dear."""
        fixing = self.fixing
        if not all(fixing.either(column) for column in self.first):
            return False
        if ending and self._dear():
            return False
        return fixing.nearest(self.columns, self.share, self.go_on, ending=ending)

    def _raised(self) -> bool:
        """Round columns up where that costs little: once, since it takes long and would
        end at the same place again.
        """
        if not self.rounded:
            self.rounded = True
            if self.fixing.raised(self.columns, self.go_on) and self.fixing.settled():
                self.up = self.fixing.mark()
        elif self.up is not None:
            self.fixing.back(self.up)
        return self.up is not None

    def _in_order(self, *, ending: bool) -> bool:
        """Fix columns at the nearest whole number, one part after another."""
        assert self.order is not None
        for number in np.unique(self.order):
            inside = self.columns[self.order == number]
            if not self.fixing.nearest(inside, self.share, self.go_on):
                return False
            if ending and self._dear():
                return False
        return True
