"""A table of an export: named columns of one kind each, and rows of cells."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

__all__ = ["NO_WORDS", "Cell", "Column", "Kind", "Table"]

Cell: TypeAlias = str | int | float | date | None
"""``None`` and "" are empty: not known, or not applicable."""


class Kind(StrEnum):
    """What the cells of a column hold."""

    TEXT = "text"
    WHOLE = "whole"
    AMOUNT = "amount"
    """A number with decimals where it has any."""
    SHARE = "share"
    """From 0 to 1, shown in per cent."""
    DATE = "date"
    ANY = "any"
    """Each cell as it is."""


NO_WORDS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column."""

    name: str
    """For programs: the same in every language."""
    title: str
    """For people: an English phrase that the catalogues have."""
    kind: Kind = Kind.TEXT
    words: Mapping[str, str] = field(default_factory=lambda: NO_WORDS)
    """What the words of the cells mean, as English phrases that the catalogues have."""
    width: int = 0
    """Characters; 0: as wide as the cells need."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table."""

    name: str
    """For programs and file names."""
    title: str
    """An English phrase that the catalogues have."""
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""
    """What a reader should know, already in the reader's language."""
