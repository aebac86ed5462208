"""All limits in time that a stretch of text sets, without overlaps."""

from collections.abc import Iterable
from datetime import date

from drawdown.reading.counted_limits import lengths, recurrences
from drawdown.reading.dated_limits import dated_limits
from drawdown.reading.document import Document
from drawdown.reading.event_limits import anaphoric_limits, event_limits
from drawdown.reading.limit import Limit

__all__ = ["limits_in"]


def limits_in(
    document: Document,
    start: int,
    end: int,
    adopted: date | None,
    mandate_end: date | None,
    before: Limit | None,
) -> list[Limit]:
    """Return the limits between two positions in order of the text.

    ``adopted`` is the day from which lengths are counted, ``mandate_end`` the day
    that the same text gives the mandate's end, ``before`` the last dated limit of
    the paragraphs before, which "by this date" may mean.
    """
    found: list[Limit] = []
    _add(found, dated_limits(document, start, end, adopted))
    _add(found, recurrences(document, start, end))
    _add(found, lengths(document, start, end, adopted))
    _add(found, anaphoric_limits(document, start, end, found, before))
    _add(found, event_limits(document, start, end, mandate_end))
    return sorted(found, key=lambda limit: limit.start)


def _add(found: list[Limit], more: Iterable[Limit]) -> None:
    """Add the limits that overlap none that was found before."""
    for limit in list(more):
        if all(limit.end <= one.start or one.end <= limit.start for one in found):
            found.append(limit)
