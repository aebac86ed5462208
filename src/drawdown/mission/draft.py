"""A draft of a mission: all rows that could be made out, with where they stand."""

from collections.abc import Mapping
from dataclasses import dataclass

from drawdown.errors import Problem
from drawdown.mission.mission import Mission


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a row stands."""

    where: str
    """The file or the sheet."""
    line: int | None
    prefix: str = ""
    """Stands before the names of columns in messages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A mission as far as it could be read.

    A row of which a cell is wrong is in the mission all the same, with the default or
    ``None`` in place of that cell, so that what refers to it finds it. Who reads a
    column that is among ``failed`` must expect that.
    """

    mission: Mission
    places: Mapping[str, tuple[Place, ...]]
    """By table: where each of its rows stands."""
    failed: frozenset[tuple[str, str]]
    """Table and column of every cell that could not be read; column "" for a table
    of which rows are missing."""
    problems: tuple[Problem, ...] = ()
