"""The errors of drawdown.

::

    DrawdownError            anything a user can mend; the command line prints it
    ├── InputError           a file that is given cannot be used
    │   ├── MissionError     the files of a mission have problems (all are listed)
    │   ├── PlanFileError    a plan file cannot be read
    │   ├── TableError       a table of another program cannot be imported
    │   └── DocumentError    a document cannot be read within the limits
    ├── UsageError           the call itself is off
    └── BoundError           a verified plan is better than a proven bound
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

__all__ = [
    "BoundError",
    "DocumentError",
    "DrawdownError",
    "InputError",
    "MissionError",
    "PlanFileError",
    "Problem",
    "TableError",
    "UsageError",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong in one place of the input, and how to mend it."""

    where: str
    """The file or the sheet."""
    row: int | None = None
    """The line of the file (the header is line 1), if the problem has one."""
    column: str | None = None
    message: str
    """What is wrong, with the value that is found."""
    hint: str = ""
    """How to mend it."""
    level: Literal["error", "warning"] = "error"
    """A warning does not keep the input from being used."""

    def __str__(self) -> str:
        place = self.where
        if self.row is not None:
            place += f", row {self.row}"
        if self.column is not None:
            place += f", column {self.column}"
        if self.level == "warning":
            place += " (warning)"
        return f"{place}: {self.message}" + (f" — {self.hint}" if self.hint else "")


class DrawdownError(Exception):
    """Something that a user can mend.

    Parameters
    ----------
    message
        What is wrong, in one sentence.
    hint
        How to mend it.
    where
        The file, sheet, row or clause that it concerns.

    """

    def __init__(self, message: str, *, hint: str = "", where: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.where = where

    def __str__(self) -> str:
        text = f"{self.where}: {self.message}" if self.where else self.message
        return f"{text} — {self.hint}" if self.hint else text


class InputError(DrawdownError):
    """A file that is given cannot be used."""


class MissionError(InputError):
    """The files of a mission have problems; ``problems`` lists every one."""

    def __init__(self, problems: Sequence[Problem], *, where: str = "") -> None:
        count = len(problems)
        super().__init__(
            f"the mission has {count} problem{'s' if count != 1 else ''}", where=where
        )
        self.problems = tuple(problems)


class PlanFileError(InputError):
    """A plan file cannot be read; ``problems`` lists what is wrong in it."""

    def __init__(
        self,
        message: str,
        *,
        problems: Sequence[Problem] = (),
        hint: str = "",
        where: str = "",
    ) -> None:
        super().__init__(message, hint=hint, where=where)
        self.problems = tuple(problems)


class TableError(InputError):
    """A table of another program cannot be imported; ``problems`` lists why."""

    def __init__(self, problems: Sequence[Problem], *, where: str = "") -> None:
        count = len(problems)
        super().__init__(
            f"the table has {count} problem{'s' if count != 1 else ''}", where=where
        )
        self.problems = tuple(problems)


class DocumentError(InputError):
    """A document cannot be read within the limits of time, memory and kind."""


class UsageError(DrawdownError):
    """The call itself is off."""


class BoundError(DrawdownError):
    """A verified plan is better than a bound that was held to be proven."""
