"""A trial: planning a changed mission until there is one verified plan."""

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from drawdown.mission.mission import Mission
from drawdown.plan.plan import Plan
from drawdown.planning.ending import end_with_parent

if TYPE_CHECKING:
    from drawdown.verifying import Verdict

CONSTRUCTIONS = 6
"""Tries of building a first plan: what has none by then rarely gets one so."""
WORK = 40
"""Steps of search of a thorough trial."""

Judge = Callable[[Mission, Plan], "Verdict"]


def try_here(
    mission: Mission, judge: Judge, seed: int, *, thorough: bool
) -> Plan | None:
    """Plan a mission until it has a verified plan; None if it gets none.

    It ends after some work and looks at no clock, so that what comes out is the same
    on a slow machine, or a busy one.

    Parameters
    ----------
    thorough
        Lift and search, too, if nothing that is built is a plan.

    """
    # Planning offers relaxations, and these are tried by planning.
    from drawdown.planning.plan_mission import Effort, Progress, plan_mission

    def watch(progress: Progress) -> None:
        if progress.stage == "stopped":
            raise KeyboardInterrupt

    effort = Effort(
        seconds=None,
        seed=seed,
        workers=1,
        work=WORK if thorough else 0,
        constructions=CONSTRUCTIONS,
        first_only=True,
    )
    return plan_mission(mission, effort, judge=judge, on_progress=watch).plan


class Trial:
    """A trial in a process of its own, which can be ended at any time."""

    def __init__(
        self, mission: Mission, judge: Judge, seed: int, *, thorough: bool
    ) -> None:
        context = multiprocessing.get_context("spawn")
        self._ours, theirs = context.Pipe(duplex=False)
        self._process = context.Process(
            target=_try, args=(mission, judge, seed, thorough, theirs), daemon=True
        )
        self._process.start()
        theirs.close()

    def done(self) -> bool:
        """Return whether it has ended, or broke off."""
        return self._ours.poll()

    def outcome(self) -> Plan | None:
        """Return the plan; None if no plan was found."""
        try:
            found = self._ours.recv() if self._ours.poll() else None
        except (EOFError, OSError):
            return None
        return found if isinstance(found, Plan) else None

    def close(self) -> None:
        """End the process."""
        self._process.terminate()
        self._process.join(5)
        self._ours.close()


def _try(
    mission: Mission, judge: Judge, seed: int, thorough: bool, out: Connection
) -> None:
    end_with_parent()
    try:
        out.send(try_here(mission, judge, seed, thorough=thorough))
    except (BrokenPipeError, OSError):
        return
