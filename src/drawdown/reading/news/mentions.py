"""Every expression of time of a page, the two ends of a range each by itself."""

from collections.abc import Sequence
from dataclasses import replace

from drawdown.reading.dates import find_dates
from drawdown.reading.document import Document
from drawdown.reading.mention import DateMention
from drawdown.reading.news.times import Time

__all__ = ["ends_of"]


def ends_of(document: Document, times: Sequence[Time]) -> list[Time]:
    """Return the two ends of each range among the times ("from 2004 to 2009")."""
    out: list[Time] = []
    for time in times:
        if time.edtf is None or "/" not in time.edtf or time.edtf.endswith(".."):
            continue
        whole = [
            m for m in find_dates(document, time.start, time.end) if m.last is not None
        ]
        if whole:
            out += _ends(document, time, whole[0])
    return out


def _ends(document: Document, time: Time, whole: DateMention) -> list[Time]:
    """Return the ends of one range: what stands before and after the link."""
    middle = _link(document.plain, whole)
    if middle is None:
        return []
    low, high = middle
    first, last = (time.edtf or "").split("/")
    spans = ((whole.start, low, first), (high, whole.end, last))
    return [
        replace(time, start=a, end=b, quote=document.text[a:b], edtf=value)
        for a, b, value in spans
        if a < b
    ]


def _link(plain: str, whole: DateMention) -> tuple[int, int] | None:
    for link in (" to ", " through ", " until ", " - ", "-", " au ", " à "):
        place = plain.find(link, whole.start, whole.end)
        if place > whole.start:
            return place, place + len(link)
    return None
