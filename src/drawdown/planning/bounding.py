"""Bounds from a second process, while the first looks for plans."""

import multiprocessing
from multiprocessing.connection import Connection

from drawdown.mission.mission import Mission
from drawdown.planning.ending import end_with_parent
from drawdown.planning.problem import compile_problem
from drawdown.planning.relaxation import is_small, relax, tighten
from drawdown.planning.solver import Limits
from drawdown.planning.value_bounds import least_values

STAGES = (28, 7)
"""Days of a bucket: finer ones prove a little more, and take longer."""
CLOSINGS = 28
"""Days of a bucket where closings are whole."""


class Bounding:
    """A process that proves better and better bounds."""

    def __init__(self, mission: Mission, seconds: float | None) -> None:
        context = multiprocessing.get_context("spawn")
        self._ours, theirs = context.Pipe(duplex=False)
        self._process = context.Process(
            target=_prove, args=(mission, theirs, seconds), daemon=True
        )
        self._process.start()
        theirs.close()
        self.best: tuple[float, str] | None = None
        self.values: dict[str, float] = {}
        """The bound of each of the five values, as far as it is known."""

    def poll(self) -> tuple[float, str] | None:
        """Return the best bound so far, in thousand USD, and what proved it."""
        try:
            while self._ours.poll():
                found = self._ours.recv()
                if isinstance(found, dict):
                    self.values |= found
                elif self.best is None or found[0] > self.best[0]:
                    self.best = found
        except (EOFError, OSError):
            pass
        return self.best

    def close(self) -> None:
        """End the process."""
        self._process.terminate()
        self._process.join(5)
        self._ours.close()


def _prove(mission: Mission, out: Connection, seconds: float | None) -> None:
    end_with_parent()
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
