"""Planning by regions: each has a plan of its own, and all together are the plan."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from drawdown.planning.conflict import explain_stuck, no_way_out
from drawdown.planning.problem import Problem, compile_problem
from drawdown.planning.regional_course import (
    Better,
    Bounded,
    Finding,
    Kind,
    Outline,
    Piece,
)
from drawdown.planning.regional_crew import Beside, Here
from drawdown.planning.regional_problem import mission_alone, united
from drawdown.planning.regions import Region
from drawdown.planning.relaxation import relax
from drawdown.planning.reweighing import VALUES
from drawdown.planning.shares import apportioned, shares
from drawdown.planning.solution import Solution

MENDING = 0.9
"""The part of the time in which each region must have found a plan: to try a relaxation
takes as long as to plan the whole mission."""
SLICE = (20.0, 120.0)
"""Seconds of search on a region before another has its turn: least and most."""
STEPS = 40
"""The same in steps, where no seconds limit the search."""
ROUGH = 14
"""Days of a bucket in the relaxation that says whether a region can have a plan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """What planning by regions asks, and whom it tells."""

    found: Callable[[Solution, str, int], None]
    """Called with each better solution of the whole, how it was found, and how many
    steps were taken until then."""
    bounded: Callable[[float, str], None]
    """Called with each bound of the whole, in thousand USD, and what proved it."""
    value_bounded: Callable[[str, float], None]
    """Called with the bound of one of the five values, in its own unit."""
    tell: Callable[[str], None]
    left: Callable[[], float | None]
    """How many seconds are left, if there is a limit."""
    go_on: Callable[[], bool]


class RegionalPlanning:
    """One run of planning a mission by its regions.

    Parameters
    ----------
    work
        Steps of search in all regions together, if they are counted; with 0 first plans
        come from building alone.

    """

    def __init__(
        self,
        problem: Problem,
        regions: tuple[Region, ...],
        watch: Watch,
        *,
        seed: int,
        workers: int,
        work: int | None,
    ) -> None:
        self._problem = problem
        self._regions = regions
        self._watch = watch
        self._seconds = watch.left()
        count = len(regions)
        self._budget: list[int | None] = [None] * count
        if work is not None:
            self._budget = list(apportioned(work, [1.0] * count))
        self._parts: list[Solution | None] = [None] * count
        self._work = [0] * count
        self._exhausted = [False] * count
        self._owner: dict[int, int] = {}
        self._turns = [0] * count
        self._busy: set[int] = set()
        self._waiting = {
            Kind.BOUND: list(range(count)),
            Kind.VALUES: list(range(count)),
            Kind.CLOSINGS: list(range(count)),
        }
        self._bounds: list[tuple[float, str] | None] = [None] * count
        self._values: dict[str, dict[int, float]] = {name: {} for name in VALUES}
        outline = Outline(
            problem=problem,
            regions=regions,
            shares=shares(problem, regions),
            seed=seed,
            clocked=self._seconds is not None,
            lifting=work != 0,
        )
        beside = workers > 1 and self._seconds is not None
        self._crew = Beside(outline, workers) if beside else Here(outline)
        self.best: Solution | None = None
        """The best complete solution of the whole."""

    def run(self) -> tuple[str, ...]:
        """Plan until nothing is left to do, or the watch says so.

        Returns
        -------
        tuple[str, ...]
            If there is no plan: why, in sentences.

        """
        self._watch.tell(f"{len(self._regions)} regions")
        try:
            self._crew.run(self._choose, self._hear, self._go_on)
        finally:
            self._crew.close()
        return () if self.best is not None else self._conflict()

    # ------------------------------------------------------------------ pieces

    def _choose(self, worker: int) -> Piece | None:
        """Return what a worker should do next; None: nothing now."""
        piece = self._first(worker) or self._mending(worker)
        if piece is None and not self._failed():
            # Where seconds count, better plans come before finer bounds.
            turns = self._turns_of(worker) if self._seconds is not None else 1
            piece = self._waited(Kind.BOUND)
            if piece is None and turns >= 1:
                piece = self._waited(Kind.VALUES)
            if piece is None and turns >= 2 and self._seconds is not None:
                piece = self._waited(Kind.CLOSINGS)
            piece = piece or self._searching(worker)
        if piece is not None and piece.kind in (Kind.FIRST, Kind.MEND, Kind.SEARCH):
            self._busy.add(piece.region)
            self._turns[piece.region] += piece.kind is not Kind.FIRST
        return piece

    def _first(self, worker: int) -> Piece | None:
        fresh = [n for n in range(len(self._regions)) if n not in self._owner]
        if not fresh:
            return None
        self._owner[fresh[0]] = worker
        return self._piece(Kind.FIRST, fresh[0], self._until_late())

    def _mending(self, worker: int) -> Piece | None:
        """Return a piece on a region whose plan is not complete yet."""
        mine = [n for n in self._mine(worker) if not self._complete(n)]
        if not mine or self._failed():
            return None
        number = min(mine, key=lambda n: (self._turns[n], n))
        rest, (least, most) = self._until_late(), SLICE
        turn = None if rest is None else min(most, max(least, rest / len(mine)))
        return self._piece(Kind.MEND, number, turn)

    def _searching(self, worker: int) -> Piece | None:
        mine = [n for n in self._mine(worker) if self._complete(n)]
        if not mine:
            return None
        number = min(mine, key=lambda n: (self._turns[n], -self._gap(n), n))
        left = self._watch.left()
        least, most = SLICE
        seconds = None if left is None else min(most, max(least, left / len(mine)))
        return self._piece(Kind.SEARCH, number, seconds)

    def _waited(self, kind: Kind) -> Piece | None:
        if not self._waiting[kind]:
            return None
        number = self._waiting[kind].pop(0)
        left = self._watch.left()
        return self._piece(kind, number, None if left is None else 0.2 * left)

    def _piece(self, kind: Kind, number: int, seconds: float | None) -> Piece:
        steps = self._steps_left(number)
        if kind is Kind.SEARCH and seconds is None:
            steps = STEPS if steps is None else steps
        return Piece(
            kind=kind,
            region=number,
            seconds=seconds,
            left=self._watch.left(),
            steps=steps,
        )

    def _mine(self, worker: int) -> list[int]:
        """Return the regions that a worker may search on."""
        return [
            number
            for number, owner in self._owner.items()
            if owner == worker
            and number not in self._busy
            and not self._exhausted[number]
            and self._steps_left(number) != 0
        ]

    def _turns_of(self, worker: int) -> int:
        """Return the least turns of a worker's regions."""
        return min((self._turns[n] for n in self._mine(worker)), default=2)

    def _steps_left(self, number: int) -> int | None:
        budget = self._budget[number]
        return None if budget is None else max(0, budget - self._work[number])

    def _until_late(self) -> float | None:
        """Return the seconds until each region must have a complete plan."""
        left = self._watch.left()
        if left is None or self._seconds is None:
            return None
        return left - (1 - MENDING) * self._seconds

    def _complete(self, number: int) -> bool:
        part = self._parts[number]
        return part is not None and part.complete

    def _gap(self, number: int) -> float:
        part, bound = self._parts[number], self._bounds[number]
        return 0.0 if part is None or bound is None else part.value - bound[0]

    def _failed(self) -> bool:
        """Return whether some region finds no plan."""
        rest = self._until_late()
        late = rest is not None and rest < 0
        return any(
            number in self._owner
            and number not in self._busy
            and not self._complete(number)
            and (late or self._exhausted[number] or self._steps_left(number) == 0)
            for number in range(len(self._regions))
        )

    def _go_on(self) -> bool:
        return self._watch.go_on() and not self._failed()

    # ---------------------------------------------------------------- findings

    def _hear(self, worker: int, found: Finding) -> None:
        if isinstance(found, Better):
            self._better(found)
        elif isinstance(found, Bounded):
            self._bounded(found)
        else:
            number = found.piece.region
            if number in self._busy and self._owner.get(number) == worker:
                self._busy.discard(number)
            self._exhausted[number] |= found.exhausted
            self._work[number] = max(self._work[number], found.work)

    def _better(self, found: Better) -> None:
        self._parts[found.region] = found.solution
        self._work[found.region] = found.work
        parts = [part for part in self._parts if part is not None and part.complete]
        if len(parts) < len(self._regions):
            self._watch.tell(f"plans of {len(parts)} of {len(self._regions)} regions")
            return
        self.best = united(parts)
        self._watch.found(self.best, found.stage, sum(self._work))

    def _bounded(self, found: Bounded) -> None:
        if found.value is not None:
            known = self._values[found.value]
            known[found.region] = found.bound
            if len(known) == len(self._regions):
                self._watch.value_bounded(found.value, sum(known.values()))
            return
        before = self._bounds[found.region]
        if before is None or found.bound > before[0]:
            self._bounds[found.region] = (found.bound, found.by)
        every = [bound for bound in self._bounds if bound is not None]
        if len(every) == len(self._regions):
            by = " and ".join(sorted({by for _, by in every}))
            self._watch.bounded(
                sum(bound for bound, _ in every),
                f"{by} of {len(every)} regions, buckets of 7 days (HiGHS)",
            )

    # ----------------------------------------------------------------- no plan

    def _conflict(self) -> tuple[str, ...]:
        stuck = [part for part in self._parts if part is not None and not part.complete]
        if stuck:
            return explain_stuck(self._problem, united(stuck))
        return tuple(self._impossible()) or ("some regions were not planned in time",)

    def _impossible(self) -> Iterable[str]:
        for number, region in enumerate(self._regions):
            if not self._exhausted[number]:
                continue
            problem = compile_problem(mission_alone(self._problem, region))
            if relax(problem, ROUGH) is None:
                yield from no_way_out(problem)
            else:
                yield (
                    f"{', '.join(sorted(region.sites))}: not even a relaxation has a "
                    f"solution with their share of exits and aircraft"
                )
