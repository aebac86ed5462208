"""Checks: what each needs to be readable, and what it finds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from drawdown.mission.mission import Mission


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that does not fit, in one row of one table."""

    table: str
    row: int | None = None
    """The position of the row in its table; absent: the table as a whole."""
    column: str | None = None
    message: str
    hint: str = ""
    level: Literal["error", "warning"] = "error"
    """An error has no meaning, whatever the plan; a warning has one, but hardly the
    intended, or leaves a plan that is hard to find: the planner says why."""


Find = Callable[[Mission], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Check:
    """One check of the whole mission."""

    find: Find
    needs: frozenset[tuple[str, str]]
    """Tables and columns without which it would find what is not there."""


def check(*needs: str) -> Callable[[Find], Check]:
    """Return a decorator that makes a check of a function.

    ``needs`` are columns such as ``sites.beds``, or tables. A row of which other cells
    are wrong is still in the mission: the check may see ``None`` in all columns that
    are not named here, and must then find nothing.
    """
    pairs = frozenset(
        (table, column) for table, _, column in (need.partition(".") for need in needs)
    )
    tables = frozenset((table, "") for table, _ in pairs)

    def decorate(find: Find) -> Check:
        return Check(find=find, needs=pairs | tables)

    return decorate
