"""A trial: planning a changed mission until there is one verified plan."""

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from drawdown.mission.mission import Mission
from drawdown.plan.plan import Plan

if TYPE_CHECKING:
    from drawdown.verifying import Verdict

WORK = 40
"""Steps of search of a trial without a clock."""

Judge = Callable[[Mission, Plan], "Verdict"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The first verified plan that a changed mission got."""

    value: float
    """USD."""
    late: float
    """Person-days."""


def try_here(mission: Mission, judge: Judge, seed: int) -> Outcome | None:
    """Plan a mission until it has a verified plan; None if it gets none.

    It ends after some work and looks at no clock, so that what comes out is the same
    on a busy machine.
    """
    # Planning offers relaxations, and these are tried by planning.
    from drawdown.planning.plan_mission import Effort, Progress, plan_mission

    def watch(progress: Progress) -> None:
        if progress.stage == "stopped":
            raise KeyboardInterrupt

    effort = Effort(seconds=None, seed=seed, workers=1, work=WORK, first_only=True)
    plan = plan_mission(mission, effort, judge=judge, on_progress=watch).plan
    if plan is None:
        return None
    return Outcome(value=plan.objectives.weighted, late=plan.objectives.people_late)


class Trial:
    """A trial in a process of its own, which can be ended at any time."""

    def __init__(self, mission: Mission, judge: Judge, seconds: float, seed: int):
        context = multiprocessing.get_context("spawn")
        self._ours, theirs = context.Pipe(duplex=False)
        self._process = context.Process(
            target=_try, args=(mission, judge, seed, theirs), daemon=True
        )
        self._process.start()
        theirs.close()
        self._ends = time.monotonic() + seconds

    def done(self) -> bool:
        """Return whether there is an outcome, or no time left for one."""
        return self._ours.poll() or time.monotonic() > self._ends

    def outcome(self) -> Outcome | None:
        """Return what came out; None if no plan was found in time."""
        try:
            found = self._ours.recv() if self._ours.poll() else None
        except (EOFError, OSError):
            return None
        return found if isinstance(found, Outcome) else None

    def close(self) -> None:
        """End the process."""
        self._process.terminate()
        self._process.join(5)
        self._ours.close()


def _try(mission: Mission, judge: Judge, seed: int, out: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    try:
        out.send(try_here(mission, judge, seed))
    except (BrokenPipeError, OSError):
        return


def _end_with(parent: int) -> None:
    """End this process when its parent is gone, however it went."""
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(1)
