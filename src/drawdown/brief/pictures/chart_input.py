"""What the charts show: series over days, bars, and many small series."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

__all__ = [
    "BarsInput",
    "BarsRow",
    "LinesInput",
    "Multiple",
    "MultiplesInput",
    "Point",
    "Series",
    "SeriesStyle",
    "VerticalLine",
]

SeriesStyle = Literal["main", "second", "third", "limit", "points"]
"""``main`` a thick line, ``second`` dashed, ``third`` dotted, ``limit`` a thin line
that the others must not cross, ``points`` single marks that are joined by no line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A value on one day; a label is written beside it."""

    on: date
    value: float
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Values over days with their name, which is written at the line."""

    name: str
    points: tuple[Point, ...]
    style: SeriesStyle = "main"
    steps: bool = False
    """The value holds until the next point (a stock), instead of a straight line."""
    area: bool = False
    """The surface below the line is tinted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VerticalLine:
    """A day that matters, with its name."""

    on: date
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinesInput:
    """Series over the days from ``start`` to ``end``."""

    key: str
    title: str
    description: str
    start: date
    end: date
    unit: str
    """What the vertical axis counts: ``persons``."""
    series: tuple[Series, ...]
    dates: tuple[VerticalLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BarsRow:
    """One bar with a value for each part, in their order."""

    name: str
    values: tuple[float, ...]
    label: str = ""
    """What is written at the end of the bar; "" leaves it to the sum."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarsInput:
    """Horizontal bars of stacked parts: value by disposition."""

    key: str
    title: str
    description: str
    unit: str
    parts: tuple[str, ...]
    """The name of each kind of part."""
    rows: tuple[BarsRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Multiple:
    """One small picture: a value for each step (week) of the time axis."""

    name: str
    values: tuple[float, ...]
    label: str = ""
    """What is written beside the name, such as the sum."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MultiplesInput:
    """Small pictures with one scale: the protection gap of each community by week."""

    key: str
    title: str
    description: str
    start: date
    days_each: int
    """Days of one step: 7."""
    unit: str
    multiples: tuple[Multiple, ...]
    dates: tuple[VerticalLine, ...] = ()
    legend: str = ""
    """How to read it: ``height: threatened person-days not covered in the week``."""
