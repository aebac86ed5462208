"""A second process, while the first looks for plans: bounds, and a plan from all days
whose sites close sooner than those of the first.
"""

import multiprocessing
import time
from multiprocessing.connection import Connection

from drawdown.mission.mission import Mission
from drawdown.planning.ending import end_with_parent
from drawdown.planning.lifting import Room
from drawdown.planning.neighbourhood import nothing
from drawdown.planning.problem import Problem, compile_problem
from drawdown.planning.reach import find_reach
from drawdown.planning.relaxation import is_small, relax, tighten
from drawdown.planning.search import ALL_DAYS, Search
from drawdown.planning.solution import Solution
from drawdown.planning.solver import Limits
from drawdown.planning.timetable import timetabled
from drawdown.planning.value_bounds import least_values

STAGES = (28, 7)
"""Days of a bucket: finer ones prove a little more, and take longer."""
CLOSINGS = 28
"""Days of a bucket where closings are whole."""
CLOSE = Room(margin=3, spare=5)
"""That sites get in a plan from all days: less than in that of the first process."""


class Companion:
    """A process that proves better and better bounds.

    Parameters
    ----------
    seconds
        How long it may take, if there is a limit.
    planning
        Whether it is to find a plan, too.

    """

    def __init__(
        self, mission: Mission, seconds: float | None, *, planning: bool
    ) -> None:
        context = multiprocessing.get_context("spawn")
        self._ours, theirs = context.Pipe(duplex=False)
        self._process = context.Process(
            target=_accompany, args=(mission, theirs, seconds, planning), daemon=True
        )
        self._process.start()
        theirs.close()
        self.best: tuple[float, str] | None = None
        """The best bound so far, in thousand USD, and what proved it."""
        self.values: dict[str, float] = {}
        """The bound of each of the five values, as far as it is known."""
        self.plan: Solution | None = None
        """A complete plan, once there is one."""

    def poll(self) -> None:
        """Take what was found since."""
        try:
            while self._ours.poll():
                found = self._ours.recv()
                if isinstance(found, dict):
                    self.values |= found
                elif isinstance(found, Solution):
                    self.plan = found
                elif self.best is None or found[0] > self.best[0]:
                    self.best = found
        except (EOFError, OSError):
            pass

    def close(self) -> None:
        """End the process."""
        self._process.terminate()
        self._process.join(5)
        self._ours.close()


def _accompany(
    mission: Mission, out: Connection, seconds: float | None, planning: bool
) -> None:
    end_with_parent()
    until = None if seconds is None else time.monotonic() + seconds
    problem = compile_problem(mission)
    try:
        small = is_small(problem)
        for number, length in enumerate((1,) if small else STAGES):
            relaxed = relax(problem, length)
            if relaxed is None:
                return
            text = f"linear relaxation, buckets of {length} days (HiGHS)"
            out.send((relaxed.bound, text))
            if number == 0:
                # The bound of the weighted value comes first, and then these.
                for name, bound in least_values(mission):
                    out.send({name: bound})
                if planning and not small:
                    _plan(problem, out, until)
        length = 1 if small else CLOSINGS
        text = f"whole closings, buckets of {length} days (HiGHS)"
        tighten(
            problem,
            length,
            Limits(gap=1e-4, seconds=seconds),
            lambda bound: out.send((bound, text)),
        )
    except (BrokenPipeError, OSError):
        return


def _plan(problem: Problem, out: Connection, until: float | None) -> None:
    """Send a plan from all days, if one is found that is complete."""

    def left() -> float | None:
        return None if until is None else until - time.monotonic()

    seconds = left()
    if seconds is not None and seconds < ALL_DAYS:
        return
    problem = timetabled(problem)
    sensible = find_reach(problem, every=False)
    search = Search(problem, sensible, nothing(problem), seed=0, late={})
    found = search.all_days(left, CLOSE, sideways=True)
    if found.complete:
        out.send(found)
