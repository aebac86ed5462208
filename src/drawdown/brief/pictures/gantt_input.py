"""What a Gantt chart shows: groups of rows, each with its bars and marks."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

__all__ = [
    "BarKind",
    "GanttBar",
    "GanttGroup",
    "GanttInput",
    "GanttMark",
    "GanttRow",
    "GanttWords",
    "MarkKind",
]

BarKind = Literal["step", "handover", "window", "closed", "slow", "open", "baseline"]
"""``window`` is a power or a service that lasts, ``closed`` and ``slow`` are days on
which a leg is, ``open`` is the life of a site."""
MarkKind = Literal["planned", "actual", "due"]


@dataclass(frozen=True, slots=True, kw_only=True)
class GanttBar:
    """Some days of one row, both ends included."""

    start: date
    end: date
    kind: BarKind = "step"
    critical: bool = False
    """On the critical path: hatched, and said in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GanttMark:
    """One day of a row: a closing as planned, as it really was, something due."""

    on: date
    kind: MarkKind
    label: str = ""
    """Words beside the mark; "" leaves it to the table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GanttRow:
    """One row of the table and its bars."""

    name: str
    bars: tuple[GanttBar, ...] = ()
    baseline: tuple[GanttBar, ...] = ()
    """Drawn thin below: an earlier plan, or what was announced."""
    marks: tuple[GanttMark, ...] = ()
    start: date | None = None
    """The first day as the table says it; absent: of the bars and marks."""
    end: date | None = None
    note: str = ""
    """What the table says beside the dates: the kind of closing, the actual day."""
    link: str = ""
    """The address on the page of the reason for the dates: ``#why-KID``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GanttGroup:
    """Rows under one heading row: the steps of one site, the closed seasons."""

    heading: GanttRow
    rows: tuple[GanttRow, ...] = ()
    folded: bool = False
    """The rows are shown when the reader asks for all rows, and in print."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GanttWords:
    """The words of the chart, translated."""

    name: str
    start: str
    end: str
    note: str
    critical: str
    """What is said of a row on the critical path: ``critical``."""
    show_all: str
    """The switch that shows the folded rows: ``show every step``."""
    scroll: str
    """The name of the region that scrolls on a narrow screen."""
    bars: dict[BarKind, str]
    """The meaning of each kind of bar that occurs."""
    marks: dict[MarkKind, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class GanttInput:
    """A Gantt chart of the days from ``start`` to ``end``."""

    key: str
    title: str
    description: str
    start: date
    end: date
    dates: tuple[tuple[date, str], ...]
    """The decision's dates with their names: lines through all rows."""
    groups: tuple[GanttGroup, ...]
    words: GanttWords
