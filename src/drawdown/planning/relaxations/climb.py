"""Where on a ladder of relaxations the smallest one is that was found to work."""

from collections.abc import Callable

from drawdown.mission.mission import Mission
from drawdown.plan.plan import Plan
from drawdown.planning.relaxations.change import Ladder, Rung, applied
from drawdown.planning.relaxations.reuse import fitted
from drawdown.planning.relaxations.trial import Judge

SPREAD = 5
"""Rungs that are tried quickly before one of their kind is tried thoroughly."""


class Climb:
    """What was tried on one ladder, and what is to be tried next."""

    def __init__(self, ladder: Ladder) -> None:
        self.ladder = ladder
        self.high = len(ladder.rungs)
        """The smallest rung that works."""
        self.best: Plan | None = None
        """A verified plan of that rung."""
        self.planned: int | None = None
        """The smallest rung for which planning found a plan."""
        self.running = False
        self.trials = 0
        self._failed: set[int] = set()
        self._thorough = False

    @property
    def low(self) -> int:
        """Return the largest rung below the smallest that works that got no plan; -1
        if there is none.
        """
        return max((rung for rung in self._failed if rung < self.high), default=-1)

    @property
    def rung(self) -> Rung:
        """Return the smallest rung that works."""
        return self.ladder.rungs[self.high]

    def first(self) -> int | None:
        """Return a rung to try quickly while planning found no plan of this kind."""
        if self.planned is not None:
            return None
        spread = _spread(len(self.ladder.rungs), least_first=self.ladder.least_first)
        return next((r for r in spread[:SPREAD] if r not in self._failed), None)

    def smaller(self) -> int | None:
        """Return the rung that halves what is open below one that works."""
        if self.best is None or self.high - self.low <= 1:
            return None
        return (self.low + self.high) // 2

    def thorough(self) -> int | None:
        """Return the rung to try thoroughly, once, if none works."""
        if self.best is not None or self._thorough:
            return None
        return _spread(len(self.ladder.rungs), least_first=self.ladder.least_first)[0]

    def begun(self, *, thorough: bool) -> None:
        """Take in that a trial begins."""
        self.running = True
        self.trials += 1
        self._thorough = self._thorough or thorough

    def failed(self, rung: int) -> None:
        """Take in that planning found no plan for a rung."""
        self._failed.add(rung)

    def found(self, rung: int, plan: Plan) -> None:
        """Take in a plan that planning found for a rung."""
        # A plan of its own kind says more about a relaxation than another's.
        if self.planned is None or rung < self.high:
            self.high, self.best = rung, plan
        self.planned = rung if self.planned is None else min(rung, self.planned)

    def reuse(
        self, mission: Mission, plan: Plan, judge: Judge, go_on: Callable[[], bool]
    ) -> None:
        """Look for the smallest rung that a plan of another one does with."""
        if self.best is None:
            top = len(self.ladder.rungs) - 1
            fits = fitted(plan, self._changed(mission, top), judge)
            if fits is None:
                return
            self.high, self.best = top, fits
        low = -1
        while self.high - low > 1 and go_on():
            middle = (low + self.high) // 2
            fits = fitted(plan, self._changed(mission, middle), judge)
            if fits is None:
                low = middle
            else:
                self.high, self.best = middle, fits

    def _changed(self, mission: Mission, rung: int) -> Mission:
        return applied(mission, self.ladder.rungs[rung].changes)


def _spread(count: int, *, least_first: bool) -> list[int]:
    """Return rungs from the likeliest to work on, far from each other at first."""
    if least_first:
        return list(range(count))
    last = count - 1
    order = [last]
    step = 2
    while len(order) < count:
        for part in range(step - 1, 0, -1):
            rung = last * part // step
            if rung not in order:
                order.append(rung)
        step *= 2
        if step > 2 * count:
            order += [rung for rung in range(last, -1, -1) if rung not in order]
    return order
