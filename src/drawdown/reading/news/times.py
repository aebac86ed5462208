"""Times in news: every expression of a date, with its EDTF value if it has one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from drawdown.reading.dates import (
    DateMention,
    find_dates,
    nearest_after,
    nearest_before,
)
from drawdown.reading.document import Document
from drawdown.reading.lexicon import table
from drawdown.reading.news.quotations import quotations
from drawdown.reading.news.relative import Relative, relatives
from drawdown.reading.news.relative_values import value_of
from drawdown.reading.news.sentences import lines_of
from drawdown.reading.span import Span

__all__ = ["Time", "times_of"]

#: "by 30 June but had failed to do so": the limit has passed.
MISSED = re.compile(
    r"[^.;:]{0,30}\b(?:but|yet|mais)\s+(?:\w+\s+)?"
    r"(?:(?:had|has|have|did|was|were)\s+(?:failed|not|never)|failed|n['e]\s?\w+\s+pas)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Time(Span):
    """An expression of time; ``edtf`` is None where nothing fixes it ("recently")."""

    edtf: str | None
    type: str | None = None
    """By the word before it: since, until, by, in, on …"""
    inferred: bool = False
    """The year is not in the expression."""
    anchor: str | None = None
    """The expression that it is counted from."""
    future: bool = False
    dateline: bool = False
    """It is the document's own date."""


def times_of(document: Document) -> tuple[Time, ...]:
    """Return the expressions of time of a document, in order."""
    absolute = find_dates(document)
    taken = [(m.start, m.end) for m in absolute]
    loose = [
        r
        for r in relatives(document.plain, document.language)
        if not any(a < r.end and r.start < b for a, b in taken)
    ]
    mixed: list[DateMention | Relative] = [*absolute, *loose]
    found = sorted(mixed, key=lambda m: m.start)
    lines = [(s.start, s.end) for s in document.segments if s.type != "boilerplate"]
    quotes = quotations(
        document.text, [b for a in lines for b in lines_of(document.plain, *a)]
    )
    reader = _Reader(document=document, year=_year(absolute), quotes=tuple(quotes))
    kept = [
        m
        for m in found
        if not _in_clutter(document, m.start) and not _is_age(document, m.end)
    ]
    out = [reader.read(m) for m in kept]
    return tuple(sorted([*out, *_since_clauses(document, out)], key=lambda t: t.start))


def _is_age(document: Document, end: int) -> bool:
    """Tell whether a number that looks like a year is "2000 year old"."""
    return bool(re.match(r"[\s-]years?[\s-]old", document.plain[end : end + 12]))


def _in_clutter(document: Document, place: int) -> bool:
    return any(
        s.type == "boilerplate" and s.start <= place < s.end for s in document.segments
    )


def _year(absolute: Sequence[DateMention]) -> int | None:
    """Return the year that dates without one fall in if the page has no date.

    Only where the page itself states a full day; the latest one counts.
    """
    full = [m.first.year for m in absolute if m.first.day and m.first.year]
    return max(full, default=None)


@dataclass(slots=True, kw_only=True)
class _Reader:
    """Goes through a page and keeps in mind the date named last."""

    document: Document
    year: int | None
    quotes: tuple[tuple[int, int], ...]
    last: str | None = None
    """The value of the date named last."""
    last_quote: str | None = None
    day: date | None = None
    """The last full day."""

    def read(self, mention: DateMention | Relative) -> Time:
        before = self.document.plain[max(0, mention.start - 24) : mention.start]
        type_, lead = _type(before, self.document.language)
        future = self._is_future(mention, before)
        anchor = None
        if isinstance(mention, Relative):
            edtf = self._relative(mention, future=future)
            inferred = True
            anchor = self.last_quote if mention.anchored else None
        else:
            if type_ == "since" and mention.first.part == "end":
                # "since the end of 2021" is since late 2021
                late = replace(mention.first, part="late")
                mention = replace(mention, first=late)
            filled = self._filled(mention, before, future=future)
            edtf, inferred = filled.edtf, not mention.is_complete
        start = mention.start - lead if type_ == "since" else mention.start
        self._remember(edtf, self.document.text[mention.start : mention.end], mention)
        if type_ == "since" and edtf and "/" not in edtf:
            edtf += "/.."
        return Time(
            start=start,
            end=mention.end,
            quote=self.document.text[start : mention.end],
            edtf=edtf,
            type=type_,
            inferred=inferred,
            anchor=anchor,
            future=future,
            dateline=self._is_dateline(mention.start),
        )

    def _is_dateline(self, place: int) -> bool:
        return any(
            s.type == "dateline" and s.start <= place < s.end
            for s in self.document.segments
        )

    def _is_future(self, mention: DateMention | Relative, before: str) -> bool:
        """Tell whether the expression looks ahead: a limit, or a plan."""
        language = self.document.language
        weekday = isinstance(mention, Relative)
        if MISSED.match(self.document.plain, mention.end):
            return False
        if not weekday and _limit_pattern(language).search(before):
            return True
        low = max(0, mention.start - 90)
        after = self.document.plain[mention.end : mention.end + 10]
        if after.lstrip().lower().startswith("deadline"):
            return True
        stops = r'[.;:!?\n",]' if weekday else r"[.;:!?\n]"
        clause = re.split(stops, self.document.plain[low : mention.start])[-1]
        kind = "weekday_future" if weekday else "future"
        return bool(_future_pattern(language, kind).search(clause))

    def _filled(
        self, mention: DateMention, before: str, *, future: bool
    ) -> DateMention:
        if mention.is_complete:
            return mention
        dct = self.document.dct
        if dct is None:
            return self._in_year(mention)
        if re.search(r"\b(?:last|past)\s+$", before):
            return nearest_before(mention, dct)
        return nearest_after(mention, dct) if future else nearest_before(mention, dct)

    def _in_year(self, mention: DateMention) -> DateMention:
        if self.year is None:
            return mention
        try:
            return mention.in_year(self.year)
        except ValueError:  # 29 February
            return mention

    def _relative(self, mention: Relative, *, future: bool) -> str | None:
        base = self.document.dct
        if self._recent_day() and mention.kind == "day" and self._quoted(mention.start):
            base = self.day
        return value_of(
            mention, base=base, last=self.last, day=self.day or base, future=future
        )

    def _recent_day(self) -> bool:
        """Tell whether the day named last can be the one on which somebody spoke."""
        dct = self.document.dct
        return self.day is not None and (
            dct is None or timedelta(0) <= dct - self.day < timedelta(days=14)
        )

    def _quoted(self, place: int) -> bool:
        return any(low < place < high for low, high in self.quotes)

    def _remember(
        self, edtf: str | None, quote: str, mention: DateMention | Relative
    ) -> None:
        if edtf is None or self._is_dateline(mention.start):
            return
        self.last, self.last_quote = edtf, quote
        if re.fullmatch(r"\d{4}-\d\d-\d\d", edtf):
            self.day = date.fromisoformat(edtf)


@cache
def _limit_pattern(language: str) -> re.Pattern[str]:
    words = table(language, "times")["words"]["limits"]
    listed = _alternatives(words)
    return re.compile(rf"(?<!\w)(?:{listed})\s*(?:the\s+|le\s+)?$", re.IGNORECASE)


@cache
def _future_pattern(language: str, kind: str) -> re.Pattern[str]:
    words = table(language, "times")["words"][kind]
    return re.compile(rf"(?<!\w)(?:{_alternatives(words)})(?!\w)", re.IGNORECASE)


@cache
def _type_pattern(language: str) -> re.Pattern[str]:
    words = table(language, "times")["words"]["types"]
    part = r"(?:(?:the|le|la|about|around|early|mid|late|at least)\s+)?"
    return re.compile(rf"(?<!\w)({_alternatives(words)})\s*{part}$", re.IGNORECASE)


def _alternatives(words: Sequence[str]) -> str:
    longest = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest)


def _type(before: str, language: str) -> tuple[str | None, int]:
    """Return the type by the word before an expression, and how far back it stands."""
    match = _type_pattern(language).search(before)
    if match is None:
        return None, 0
    key = " ".join(match.group(1).lower().split())
    return table(language, "times")["words"]["types"][key], len(before) - match.start()


def _since_clauses(document: Document, times: Sequence[Time]) -> Iterator[Time]:
    """Yield "since the country formed a partnership in 2021": a start by an event.

    What the sentence tells goes on since then; the date inside is the event's own.
    """
    word = r"\b[Ss]ince\s+" if document.language == "en" else r"\b[Dd]epuis\s+qu[e']\s*"
    for match in re.finditer(word, document.plain):
        stop = re.compile(r"[.;:,\n]").search(document.plain, match.end())
        end = stop.start() if stop else len(document.plain)
        inside = [t for t in times if match.end() + 8 < t.start and t.end <= end]
        if not inside or inside[0].edtf is None or "/" in inside[0].edtf:
            continue
        time = inside[0]
        yield replace(
            time,
            start=match.start(),
            quote=document.text[match.start() : time.end],
            edtf=f"{time.edtf}/..",
            type="since",
            anchor=time.quote,
        )
