"""Limits by a length or a recurrence in news: "within 90 days", "every month"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from drawdown.reading.counted_limits import lengths, recurrences
from drawdown.reading.document import Document
from drawdown.reading.limit import Limit
from drawdown.reading.news.times import Time

__all__ = ["decided_on", "lengths_in"]

_VOTE = re.compile(
    r"\b(?:adopt|vot(?:e|é)|pass(?:ed|es)|approv|agreed|extend|renew|prorog|renouvel)",
    re.IGNORECASE,
)
_NEAR = timedelta(days=14)
_ROLES = {"for": "duration", "every": "recurrence"}


def decided_on(document: Document, times: Sequence[Time]) -> date | None:
    """Return the day on which the decision of a page was taken, if it says so.

    Of a day beside the verb of the vote; the day of a page that says "today" is one.
    """
    dct = document.dct
    for time in times:
        if time.dateline or not re.fullmatch(r"\d{4}-\d\d-\d\d", time.edtf or ""):
            continue
        day = date.fromisoformat(time.edtf or "")
        near = document.plain[max(0, time.start - 50) : time.end + 40]
        told = dct is None or timedelta(0) <= dct - day <= _NEAR
        if told and not time.future and _VOTE.search(near):
            return day
    return None


def lengths_in(
    document: Document,
    start: int,
    end: int,
    taken: Sequence[Limit],
    adopted: date | None,
    *,
    report: bool,
) -> tuple[Limit, ...]:
    """Return the limits by length between two places that overlap none taken.

    ``adopted`` is the day from which they count; ``report``: a report is due.
    """
    found: list[Limit] = list(taken)
    out = []
    for limit in (
        *recurrences(document, start, end),
        *lengths(document, start, end, adopted),
    ):
        if all(limit.end <= one.start or one.end <= limit.start for one in found):
            found.append(limit)
            due = "report_due" if report else "deadline"
            out.append(replace(limit, role=_ROLES.get(limit.type, due)))
    return tuple(out)
