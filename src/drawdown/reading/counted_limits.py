"""Limits by length or recurrence: "within 90 days", "for 12 months", "every year"."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from drawdown.reading.document import Document
from drawdown.reading.duration import add_length, length_iso, with_numbers
from drawdown.reading.lexicon import table
from drawdown.reading.limit import Limit

__all__ = ["lengths", "recurrences"]

_EVENT = r"(?:(?!\s(?:and|to|et)\s)[^,;:.]){3,90}"


@cache
def _pattern(language: str, section: str, name: str) -> re.Pattern[str]:
    source = table(language, "limits")[section][name]
    return re.compile(rf"\b{with_numbers(source, language)}", re.IGNORECASE)


@cache
def _words(language: str, name: str) -> re.Pattern[str]:
    source = table(language, "limits")["words"][name]
    return re.compile(with_numbers(source, language), re.IGNORECASE)


def recurrences(document: Document, start: int, end: int) -> Iterator[Limit]:
    """Return the recurrences between two positions ("every three months")."""
    rules = table(document.language, "limits")["recurrence"]
    pattern = _pattern(document.language, "recurrence", "pattern")
    times = re.compile(with_numbers(rules["times"], document.language), re.IGNORECASE)
    for match in pattern.finditer(document.plain, start, end):
        iso = _period(match, document.language)
        if iso is None:
            continue
        high, count = match.end(), ""
        if again := times.match(document.plain, high, end):
            high = again.end()
            count = _count(again["times"], document.language)
        later = re.compile(rules["thereafter"], re.IGNORECASE)
        if found := later.match(document.plain, high, end):
            high = found.end()
        yield Limit(
            start=match.start(),
            end=high,
            quote=document.text[match.start() : high],
            type="every",
            iso=f"R{count}/{iso}",
            kind="recurrence",
        )


def _period(match: re.Match[str], language: str) -> str | None:
    rules = table(language, "limits")["recurrence"]["adjectives"]
    group = match.groupdict()
    word = group.get("adj") or group.get("adv")
    word = word or group.get("yearly") or group.get("yearly2")
    if word:
        found: str | None = rules.get(" ".join(word.lower().split()))
        return found
    unit = group.get("unit") or group.get("unit2") or group.get("unit3") or ""
    if unit.lower() in ("monthly", "mensuel", "mensuels"):
        unit = "month" if language == "en" else "mois"
    number = group.get("n") or group.get("n2") or group.get("n3")
    return length_iso(number, unit, language)


def _count(word: str, language: str) -> str:
    numbers = table(language, "dates")["numbers"]
    return word if word.isdigit() else str(numbers.get(word.lower(), ""))


def lengths(
    document: Document, start: int, end: int, adopted: date | None
) -> Iterator[Limit]:
    """Return the lengths of time that limit something, between two positions."""
    yield from _for(document, start, end)
    yield from _two(document, start, end, adopted)
    yield from _within(document, start, end, adopted)
    yield from _after(document, start, end)
    for match in _pattern(document.language, "length", "undetermined").finditer(
        document.plain, start, end
    ):
        yield _limit(document, match.start(), match.end(), "for", None)


def _for(document: Document, start: int, end: int) -> Iterator[Limit]:
    pattern = _pattern(document.language, "length", "for")
    for match in pattern.finditer(document.plain, start, end):
        iso = length_iso(match["n"], match["unit"], document.language)
        if iso is not None:
            yield _limit(document, match.start(), match.end(), "for", iso)


def _within(
    document: Document, start: int, end: int, adopted: date | None
) -> Iterator[Limit]:
    """Return "within 90 days": the date reached if it is counted from adoption."""
    pattern = _pattern(document.language, "length", "within")
    by = table(document.language, "limits")["words"]["by_words"]
    for match in pattern.finditer(document.plain, start, end):
        iso = length_iso(match["n"], match["unit"], document.language)
        if iso is None:
            continue
        kind = "by" if re.match(by, match["word"], re.IGNORECASE) else "within"
        rest = document.plain[match.end() : end]
        adoption = _words(document.language, "adoption").match(rest)
        event = _words(document.language, "of_event").match(rest)
        if adoption or not event:
            high = match.end() + (adoption.end() if adoption else 0)
            reached = add_length(adopted, iso) if adopted else None
            value = reached.isoformat() if reached else iso
            yield _limit(document, match.start(), high, kind, value, reached)
        else:
            high = match.end() + len(event.group().rstrip())
            yield _limit(document, match.start(), high, kind, iso)


def _two(
    document: Document, start: int, end: int, adopted: date | None
) -> Iterator[Limit]:
    """Return "in three" and "six months" of "in three and six months"."""
    for match in _pattern(document.language, "length", "two").finditer(
        document.plain, start, end
    ):
        parts = ((match.start(), match.end("n")), (match.start("n2"), match.end()))
        for number, (low, high) in zip(("n", "n2"), parts, strict=True):
            iso = length_iso(match[number], match["unit"], document.language)
            reached = add_length(adopted, iso) if adopted and iso else None
            value = reached.isoformat() if reached else iso
            yield _limit(document, low, high, "within", value, reached)


def _after(document: Document, start: int, end: int) -> Iterator[Limit]:
    """Return "30 days after the handover": an event that moves the limit."""
    types = table(document.language, "limits")["event"]["types"]
    pattern = _pattern(document.language, "length", "after")
    for match in pattern.finditer(document.plain, start, end):
        rest = re.match(_EVENT, document.plain[match.end() : end])
        if (
            rest is None
            or length_iso(match["n"], match["unit"], document.language) is None
        ):
            continue
        word = " ".join(match["word"].lower().split())
        kind = types.get(word, "after")
        yield _limit(document, match.start(), match.end() + rest.end(), kind, None)


def _limit(
    document: Document,
    low: int,
    high: int,
    kind: str,
    iso: str | None,
    reached: date | None = None,
) -> Limit:
    return Limit(
        start=low,
        end=high,
        quote=document.text[low:high],
        type=kind,
        iso=iso,
        kind="length",
        last_day=reached,
        anchor="adoption" if reached else None,
    )
