"""The rows of one table as they stand in a file, before their meaning is known."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

Cell: TypeAlias = str | int | float | bool | date | None
"""What stands in a cell. A CSV file has text only; ``None`` and "" are empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of a sheet."""

    number: int | None
    """The line of the file or sheet; the header is line 1."""
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One table as it stands in a file."""

    table: str
    """The name of its table."""
    where: str
    """The file or the sheet."""
    header: tuple[str, ...]
    header_line: int | None = 1
    lines: tuple[Line, ...] = ()
    prefix: str = ""
    """Stands before the names of columns in messages (sections of mission.toml)."""
