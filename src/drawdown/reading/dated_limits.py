"""Limits that name a date: "by 15 August 2023", "from May 2024", "in October"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from drawdown.reading.dates import DateMention, find_dates, nearest_after
from drawdown.reading.document import Document
from drawdown.reading.lexicon import table
from drawdown.reading.limit import Limit
from drawdown.reading.moment import Moment

__all__ = ["dated_limits"]

_REACH = 48
"""How many characters before a date its preposition may begin."""


def dated_limits(
    document: Document, start: int, end: int, after: date | None
) -> Iterator[Limit]:
    """Return the limits with a date between two positions.

    ``after`` is the day after which a date without a year is sought.
    """
    last: Limit | None = None
    for mention in find_dates(document, start, end):
        limit = _limit(document, mention, start, last, after)
        if limit is None:
            continue
        if last is not None and _is_between(document, last, limit):
            last = _joined(document, last, limit)
            continue
        if last is not None:
            yield last
        *firsts, last = _two_ends(document, limit, mention)
        yield from firsts
    if last is not None:
        yield last


def _is_between(document: Document, first: Limit, second: Limit) -> bool:
    """Whether two limits are "between A and B"."""
    word = table(document.language, "limits")["words"]["between"]
    said = document.plain[first.start : first.end]
    return (
        second.chained_to == first.start
        and "/" not in (first.iso or "/")
        and re.match(rf"{word}\b", said, re.IGNORECASE) is not None
    )


def _joined(document: Document, first: Limit, second: Limit) -> Limit:
    return replace(
        first,
        end=second.end,
        quote=document.text[first.start : second.end],
        iso=f"{first.iso}/{second.iso}" if first.iso and second.iso else None,
        last_day=second.last_day,
    )


def _limit(
    document: Document,
    mention: DateMention,
    start: int,
    last: Limit | None,
    after: date | None,
) -> Limit | None:
    word = _word(document, mention, start)
    if word is not None:
        low, kind = word
    elif last is not None and _is_chained(document, last, mention):
        low, kind = mention.start, last.type
    else:
        return None
    full = nearest_after(mention, after) if after else mention
    high, iso = _end(document, full)
    return Limit(
        start=low,
        end=high,
        quote=document.text[low:high],
        type=_narrowed(kind, full.first),
        iso=iso,
        kind="date",
        chained_to=None if word or last is None else last.chained_to or last.start,
        last_day=(full.last or full.first).bounds[1] if full.is_complete else None,
        inferred=None if mention.is_complete or iso is None else "year",
    )


def _narrowed(kind: str, moment: Moment) -> str:
    """Return the type, "on" being for days and "in" for months and years."""
    if kind == "in" and moment.day is not None:
        return "on"
    if kind == "on" and moment.part not in (None, "end") and moment.day is None:
        return "in"
    return kind


def _word(
    document: Document, mention: DateMention, start: int
) -> tuple[int, str] | None:
    """Return where the word that sets the limit begins, and its type."""
    floor = max(start, mention.start - _REACH)
    before = document.plain[floor : mention.start]
    found = _matches(document.language, "before_date", before)
    if not found and mention.first.day is not None:
        found = _matches(document.language, "before_day", before)
    if not found and mention.first.day is not None:
        bare = _matches(document.language, "bare_day", before)
        return (mention.start, bare[0][2]) if bare else None
    if not found:
        return None
    low, _, kind = min(found)
    return _from_event(document, start, floor + low, kind)


def _matches(language: str, section: str, before: str) -> list[tuple[int, int, str]]:
    """Return the words of a section that end a text: where, which, their type."""
    return [
        (match.start(), rank, kind)
        for rank, (kind, pattern) in enumerate(_words(language, section))
        if (match := pattern.search(before))
    ]


def _from_event(document: Document, start: int, low: int, kind: str) -> tuple[int, str]:
    """Return the limit's start; "until the end of … by 31 December" is one limit."""
    floor = max(start, low - 110)
    reach = _until_event(document.language).search(document.plain[floor:low])
    if reach and kind in ("by", "on"):
        return floor + reach.start(), "until"
    return low, kind


@cache
def _words(language: str, section: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (entry["type"], re.compile(rf"\b(?:{entry['pattern']})$", re.IGNORECASE))
        for entry in table(language, "limits").get(section, ())
    )


@cache
def _until_event(language: str) -> re.Pattern[str]:
    words = table(language, "limits")["words"]["until_words"]
    return re.compile(rf"\b(?:{words})\s+[^,;:.()\d]{{3,90}}?$", re.IGNORECASE)


def _is_chained(document: Document, last: Limit, mention: DateMention) -> bool:
    between = document.plain[last.end : mention.start]
    chain = table(document.language, "limits")["words"]["chain"]
    return re.match(chain, between, re.IGNORECASE) is not None


def _end(document: Document, mention: DateMention) -> tuple[int, str | None]:
    """Return where the limit ends ("onwards" is part of it) and its value."""
    words = table(document.language, "limits")["words"]
    match = re.compile(words["onwards"], re.IGNORECASE).match(
        document.plain, mention.end
    )
    if match is None:
        return mention.end, mention.edtf
    beyond = re.search(words["beyond"], match.group(), re.IGNORECASE)
    return (
        match.end(),
        f"{mention.edtf}/.." if beyond and mention.edtf else mention.edtf,
    )


def _two_ends(
    document: Document, limit: Limit, mention: DateMention
) -> Iterator[Limit]:
    """Return the limit; of "from A to B" the start and the end."""
    words = table(document.language, "limits")["words"]
    quote = document.plain[limit.start : limit.end]
    match = re.search(rf"\s{words['to'].strip()}", quote[1:])
    if limit.type != "from" or mention.last is None or match is None or not limit.iso:
        yield limit
        return
    low, high = limit.iso.split("/")[0], limit.iso.split("/")[-1]
    cut = limit.start + 1 + match.start()
    yield replace(
        limit, end=cut, quote=document.text[limit.start : cut], iso=low, last_day=None
    )
    yield replace(
        limit,
        start=cut + 1,
        quote=document.text[cut + 1 : limit.end],
        type="until",
        iso=high,
    )
