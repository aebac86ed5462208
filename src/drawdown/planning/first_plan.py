"""A first plan, and the search that goes on from it."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from drawdown.planning.construct import build, least_moved
from drawdown.planning.lifting import Room, lift
from drawdown.planning.neighbourhood import nothing
from drawdown.planning.problem import Problem
from drawdown.planning.relaxation import FINE, Relaxed, guide
from drawdown.planning.search import Search
from drawdown.planning.solution import Solution
from drawdown.planning.spread import days_of_use, spread_days

BUCKETS = 28
"""Days of a bucket in the relaxation that says what a first plan should aim at."""
FEW = (1_500, 2_200)
"""Departures of plans that are found soon."""
LITTLE = 60
"""Items and people stuck in a plan that are mended sooner than another is found."""
AMPLE = Room(margin=15)
"""That the sites of such a plan get."""
LATER = (7, 14)
"""Days by which sites should close later in other first plans."""
QUICK = 8.0
"""Seconds for building a first plan site by site in more than one manner."""


class Patience:
    """How often a first plan is built in another manner: a lift takes longer, and gets
    further.

    Parameters
    ----------
    clocked
        Whether seconds count; if not, only ``most`` ends the building.
    most
        Tries of building, if there is a limit.

    """

    def __init__(self, *, clocked: bool, most: int | None = None) -> None:
        self._clocked = clocked
        self._most = most
        self._since = time.monotonic()
        self._tries = 0

    def begin(self) -> None:
        """Let the seconds count from now."""
        self._since = time.monotonic()

    def __call__(self) -> bool:
        """Return whether to build in another manner."""
        self._tries += 1
        if self._most is not None and self._tries >= self._most:
            return False
        return not self._clocked or time.monotonic() < self._since + QUICK


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A first plan, something of which may be stuck, and what it aimed at."""

    search: Search
    """The search that begins at it."""
    relaxed: Relaxed
    built: bool
    """Whether it was built site by site, and not lifted."""


def begin(
    problem: Problem,
    seed: int,
    patience: Patience,
    *,
    lifting: Callable[[], float | None] | None,
    tell: Callable[[str], None],
) -> Begun | None:
    """Return a first plan; None if not even a relaxation has a solution.

    Parameters
    ----------
    lifting
        How many seconds a lift may take, if there is a limit; None: nothing is lifted,
        and a first plan comes from building alone.
    tell
        Called with what is done now, in words.

    """
    tell("relaxation")
    relaxed = guide(problem, BUCKETS)
    if relaxed is None:
        return None
    tell("first plan")
    patience.begin()
    aim = least_moved(problem, relaxed.targets)
    solution = build(problem, aim, patience, yielding=lifting is not None)
    built = solution.complete
    late: dict[str, int] = {}
    if not built and lifting is not None:
        tell("relaxation of all days")
        lifted = _lifted(problem, relaxed, lifting)
        if lifted is None and not solution.moves:
            # What is stuck then says more of why there is no plan.
            solution = build(problem, aim, lambda: False)
        if lifted is not None and lifted.value <= solution.value:
            solution = lifted
            # Sites that had to wait longer will have to in other plans.
            late = {name: day - AMPLE.margin for name, day in solution.closings.items()}
    empty = nothing(problem)
    if empty.value < solution.value:
        solution = empty
    search = Search(
        problem,
        relaxed.reach,
        solution,
        seed,
        relaxed.used,
        relaxed.wanted(late),
        late if lifting is not None else None,
    )
    return Begun(search=search, relaxed=relaxed, built=built)


def _lifted(
    problem: Problem, relaxed: Relaxed, seconds: Callable[[], float | None]
) -> Solution | None:
    """Return a plan with few days of departure, or, where that ends nowhere, with those
    that a relaxation uses.
    """
    ways, wanted = relaxed.used | relaxed.reach.ways, relaxed.targets.closings
    plans: list[Solution] = []
    for most in FEW:
        days = spread_days(problem, ways, most=most)
        quick = lift(
            problem, relaxed.reach, wanted, days, seconds, room=AMPLE, quick=True
        )
        if quick is not None and quick.complete:
            return quick
        if quick is not None:
            plans.append(quick)
    if not any(sum(plan.stuck.values()) <= LITTLE for plan in plans):
        finer = guide(problem, FINE)
        if finer is not None:
            days = days_of_use(problem, finer.used | finer.reach.ways, finer.use)
            found = lift(problem, finer.reach, finer.targets.closings, days, seconds)
            if found is not None:
                plans.append(found)
    return min(plans, key=lambda plan: plan.value, default=None)


def elsewhere(begun: Begun, seed: int, patience: Patience) -> Search:
    """Return a search from the first plan, or from one whose sites close at less cost:
    all else is refined soon. What was lifted has no other that can be built.
    """
    if not begun.built:
        return begun.search
    search, targets = begun.search, begun.relaxed.targets
    problem = search.problem
    starts = [search.best]
    for later in LATER:
        closings = {name: day + later for name, day in targets.closings.items()}
        aim = least_moved(problem, replace(targets, closings=closings))
        found = build(problem, aim, patience)
        if found.complete:
            starts.append(found)
    best = min(starts, key=lambda start: _closing_cost(problem, start))
    return Search(
        problem,
        search.sensible,
        best,
        seed,
        search.used,
        targets.closings,
        search.late,
    )


def _closing_cost(problem: Problem, solution: Solution) -> float:
    return sum(
        float(problem.places[name].closing_cost[day])
        for name, day in solution.closings.items()
    )
