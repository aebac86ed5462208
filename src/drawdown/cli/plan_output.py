"""Where plans go while the planner is at work."""

from pathlib import Path

from drawdown.cli.older_plan import keep_older
from drawdown.errors import UsageError
from drawdown.plan import PLAN_FORMAT, Plan, write_plan

BEGINNING = 200
"""Bytes within which a plan file says what it is."""


class PlanOutput:
    """A file that has the best plan so far: the old or the new one, never a part.

    Raises
    ------
    UsageError
        No plan can be written there; better known before an hour of planning.

    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._written: Plan | None = None
        if path.is_dir():
            raise UsageError("this is a folder; give a file", where=str(path))
        if not path.parent.is_dir():
            raise UsageError("there is no such folder", where=str(path.parent))
        if path.exists() and not _is_plan(path):
            raise UsageError(
                "there is a file that is no plan", hint="give -o", where=str(path)
            )

    def write(self, plan: Plan) -> None:
        """Write a plan, unless it is the one that stands there."""
        if plan == self._written:
            return
        try:
            if self._written is None:
                keep_older(self.path, plan)
            write_plan(plan, self.path)
        except OSError as error:
            raise UsageError(
                f"the plan cannot be written: {error.strerror}", where=str(self.path)
            ) from None
        self._written = plan


def _is_plan(path: Path) -> bool:
    """Return whether a file is a plan file, or empty."""
    try:
        with path.open("rb") as file:
            beginning = file.read(BEGINNING)
    except OSError:
        return False
    return not beginning or PLAN_FORMAT.encode() in beginning
