"""What every part shares: identifiers, evidence, money and counts with their bounds."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from annotated_types import Ge, Le
from pydantic import StringConstraints

__all__ = [
    "Confidence",
    "Count",
    "Days",
    "Evidence",
    "Identifier",
    "Latitude",
    "Longitude",
    "NonNegative",
    "Share",
]

Identifier = Annotated[
    str, StringConstraints(pattern=re.compile(r"^[A-Za-z0-9][A-Za-z0-9_.-]*$"))
]
"""The name by which rows refer to each other: letters, digits, ``_``, ``.``, ``-``."""

Count = Annotated[int, Ge(0)]
"""A number of whole things, never negative."""

NonNegative = Annotated[float, Ge(0)]
"""An amount that is never negative."""

Days = Annotated[float, Ge(0)]
"""A length of time in days; a part of a day is allowed."""

Share = Annotated[float, Ge(0), Le(1)]
"""A part of a whole, from 0 to 1."""

Latitude = Annotated[float, Ge(-90), Le(90)]
"""Degrees north, WGS 84."""

Longitude = Annotated[float, Ge(-180), Le(180)]
"""Degrees east, WGS 84."""


class Confidence(StrEnum):
    """How well a value is known (law 27)."""

    REPORTED = "reported"
    """The source says so."""
    DERIVED = "derived"
    """By arithmetic, or by combining sources."""
    ASSUMED = "assumed"
    """By us; to be replaced as soon as somebody knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where a value comes from, and how well it is known."""

    source: str = ""
    """A document, page or table; empty if nothing is named."""
    confidence: Confidence | None = None
    """Absent if nobody said."""
    note: str = ""
    """What a reader should know of it."""
