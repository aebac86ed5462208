"""The planning of one region, in pieces of work that can be done in any process."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from drawdown.planning.first_plan import Begun, Patience, begin, elsewhere
from drawdown.planning.problem import Problem, compile_problem
from drawdown.planning.regional_problem import (
    Numbers,
    mission_alone,
    numbers,
    problem_of,
    renumbered,
)
from drawdown.planning.regions import Region
from drawdown.planning.relaxation import is_small, relax, tighten
from drawdown.planning.search import Search
from drawdown.planning.shares import Share
from drawdown.planning.solution import Solution
from drawdown.planning.solver import Limits
from drawdown.planning.value_bounds import least_values

LENGTH = 7
"""Days of a bucket of the bounds of regions."""


class Kind(StrEnum):
    """A kind of piece of work."""

    FIRST = "first plan"
    MEND = "mending"
    SEARCH = "search"
    BOUND = "bound"
    VALUES = "bounds of the values"
    CLOSINGS = "whole closings"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of work on one region."""

    kind: Kind
    region: int
    seconds: float | None = None
    """How long it should take, if there is a limit."""
    left: float | None = None
    """How long it may take, if there is a limit."""
    steps: int | None = None
    """Steps of search, if they are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Better:
    """A solution of a region that is better than the one before, by the numbers of the
    whole problem.
    """

    region: int
    solution: Solution
    stage: str
    work: int
    """Steps of search on this region until then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounded:
    """A bound on what any plan costs in a region."""

    region: int
    bound: float
    """Thousand USD; of one of the five values in its own unit."""
    by: str
    """What proved it."""
    value: str | None = None
    """Which of the five values; None: the weighted one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A piece of work that has ended."""

    piece: Piece
    exhausted: bool = False
    """Nothing is left to search for."""
    work: int = 0
    """Steps of search on this region until then."""


Finding = Better | Bounded | Done


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What a process must know to work on any region."""

    problem: Problem
    """The whole."""
    regions: tuple[Region, ...]
    shares: tuple[Share, ...]
    seed: int
    clocked: bool
    """Whether seconds limit the search."""
    lifting: bool
    """Whether first plans are lifted and mended, or only built."""


class Course:
    """The planning of one region.

    Parameters
    ----------
    report
        Called with each finding.

    """

    def __init__(
        self, outline: Outline, number: int, report: Callable[[Finding], None]
    ) -> None:
        self._outline = outline
        self._number = number
        self._region = outline.regions[number]
        self._report = report
        self._begun: Begun | None = None
        self._patience = Patience(clocked=outline.clocked)
        self._problem: Problem | None = None
        self._numbers: Numbers | None = None
        self._spread = False
        self.exhausted = False
        self.work = 0

    def do(
        self,
        piece: Piece,
        left: Callable[[], float | None],
        go_on: Callable[[], bool],
    ) -> None:
        """Do a piece of work, and report what is found.

        Parameters
        ----------
        left
            How long the piece may still take, if there is a limit.
        go_on
            Whether there is time for another step of search.

        """
        if piece.kind is Kind.FIRST:
            self._first(left)
        elif piece.kind is Kind.MEND:
            self._mend(piece, left, go_on)
        elif piece.kind is Kind.SEARCH:
            self._search(piece, left, go_on)
        else:
            self._bound(piece)
        self._report(Done(piece=piece, exhausted=self.exhausted, work=self.work))

    def _first(self, left: Callable[[], float | None]) -> None:
        """Find a first plan of the region; something may be stuck in it."""
        outline = self._outline
        self._problem = problem_of(
            outline.problem, self._region, outline.shares[self._number]
        )
        self._numbers = numbers(outline.problem, self._problem)
        self._begun = begin(
            self._problem,
            outline.seed,
            self._patience,
            lifting=left if outline.lifting else None,
            tell=lambda _: None,
        )
        if self._begun is None:
            self.exhausted = True
            return
        self._tell(self._begun.search.best, "first plan")

    def _mend(
        self,
        piece: Piece,
        left: Callable[[], float | None],
        go_on: Callable[[], bool],
    ) -> None:
        """Search until the plan of the region is complete."""
        if self._begun is None:
            return
        search = self._begun.search
        self._run(search, piece, left, lambda: not search.best.complete and go_on())

    def _search(
        self,
        piece: Piece,
        left: Callable[[], float | None],
        go_on: Callable[[], bool],
    ) -> None:
        """Improve the plan of the region."""
        assert self._begun is not None
        assert self._problem is not None
        search = self._begun.search
        if not self._spread and not is_small(self._problem):
            self._spread = True
            before = search
            search = elsewhere(self._begun, self._outline.seed, self._patience)
            search.work = before.work
            self._begun = replace(self._begun, search=search)
        self._run(search, piece, left, go_on)

    def _run(
        self,
        search: Search,
        piece: Piece,
        left: Callable[[], float | None],
        go_on: Callable[[], bool],
    ) -> None:
        until = None if piece.steps is None else search.work + piece.steps
        stopped = False

        def another() -> bool:
            nonlocal stopped
            stopped = (until is not None and search.work >= until) or not go_on()
            return not stopped

        search.run(another, left, self._tell)
        self.work = search.work
        self.exhausted = not stopped

    def _tell(self, solution: Solution, stage: str) -> None:
        assert self._begun is not None
        assert self._numbers is not None
        self._report(
            Better(
                region=self._number,
                solution=renumbered(self._numbers, solution),
                stage=stage,
                work=self._begun.search.work,
            )
        )

    def _bound(self, piece: Piece) -> None:
        mission = mission_alone(self._outline.problem, self._region)
        if piece.kind is Kind.VALUES:
            for name, bound in least_values(mission):
                self._bounded(bound, "", name)
            return
        problem = compile_problem(mission)
        if piece.kind is Kind.CLOSINGS:
            tighten(
                problem,
                LENGTH,
                Limits(gap=1e-4, seconds=piece.seconds),
                lambda bound: self._bounded(bound, "whole closings"),
            )
            return
        relaxed = relax(problem, LENGTH)
        if relaxed is not None:
            self._bounded(relaxed.bound, "linear relaxations")

    def _bounded(self, bound: float, by: str, value: str | None = None) -> None:
        self._report(Bounded(region=self._number, bound=bound, by=by, value=value))
