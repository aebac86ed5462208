"""A limit in time: the words that set it, what kind it is, which date it names."""

from dataclasses import dataclass
from datetime import date

from drawdown.reading.span import Span

__all__ = ["Limit"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit(Span):
    """A limit in time, from the word that gives its type to the end of the date.

    ``type`` is by, until, from, on, as_of, effective, within, before, after, in,
    every, for or during. ``iso`` is a day, a month, a year, an interval, a length
    (P90D), a recurrence (R/P3M), or None where the limit is an event.
    """

    type: str
    iso: str | None
    role: str = ""
    """deadline, report_due, authority_end, mandate_end, start, end, effective …"""
    kind: str
    """date, length, recurrence, event or anaphora: how the limit is stated."""
    last_day: date | None = None
    """The last day that the limit names, where it names one."""
    anchor: str | None = None
    """The phrase through which the date is reached, if it is not stated itself."""
    chained_to: int | None = None
    """Where the limit begins whose preposition it shares ("by 1 May and 1 June")."""
    inferred: str | None = None
    """What the text does not state: "year"."""
