"""Dated events: what a page tells of a time, with the words that tell it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drawdown.reading.document import Document
from drawdown.reading.news.claims import Claim
from drawdown.reading.news.sentences import Sentence
from drawdown.reading.news.times import Time
from drawdown.reading.span import Span

__all__ = ["Event", "events_of"]

#: A date that is only named to be left behind: "instead of December 2024".
SUPERSEDED = re.compile(
    r"\b(?:instead of|rather than|not|au lieu de|plutôt qu(?:e|'en))"
    r"\s+(?:in|on|en|le)?\s*$",
    re.IGNORECASE,
)
THAN = re.compile(r"\s+(?:than|que)\b")
CLAUSE = re.compile(
    r"[;:]\s|,\s(?=(?:and|but|then|while|which|who|mais|puis|alors|tandis|qui)\b)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Span):
    """What happened or is planned at a time; the span is the clause that tells it."""

    id: str
    label: str
    edtf: str | None
    date: Span
    type: str | None = None
    anchor: str | None = None
    future: bool = False
    claimed_in: str | None = None
    """The claim that tells it; None where the text itself does."""


def events_of(
    document: Document,
    times: Sequence[Time],
    sentences: Sequence[Sentence],
    claims: Sequence[Claim],
) -> tuple[Event, ...]:
    """Return one event for each expression of time but the document's own date."""
    out: list[Event] = []
    for time in times:
        sentence = next((s for s in sentences if s.start <= time.start < s.end), None)
        if time.dateline or sentence is None or _is_title_of(document, time):
            continue
        if SUPERSEDED.search(document.plain[max(0, time.start - 24) : time.start]):
            continue
        if THAN.match(document.plain, time.end):
            continue
        out.append(_event(document, time, sentence, claims, len(out) + 1))
    return tuple(out)


def _is_title_of(document: Document, time: Time) -> bool:
    """Tell whether the year belongs to a name: "the 2018 World Cup"."""
    if not re.fullmatch(r"\d{4}", time.quote):
        return False
    after = document.plain[time.end : time.end + 3]
    before = document.plain[max(0, time.start - 8) : time.start]
    named = re.match(r" [A-Z][a-z]", after) is not None
    return named and not re.search(r"\b(?:in|since|of|en)\s$", before)


def _event(
    document: Document,
    time: Time,
    sentence: Sentence,
    claims: Sequence[Claim],
    number: int,
) -> Event:
    start, end = _clause(document.plain, sentence, time)
    quote = document.text[start:end]
    told = [c for c in claims if c.start <= time.start and time.end <= c.end]
    return Event(
        id=f"e{number}",
        start=start,
        end=end,
        quote=quote,
        label=_label(quote, document.text[time.start : time.end]),
        edtf=time.edtf,
        date=Span(start=time.start, end=time.end, quote=time.quote),
        type=time.type,
        anchor=time.anchor,
        future=time.future,
        claimed_in=told[-1].id if told else None,
    )


def _clause(plain: str, sentence: Sentence, time: Time) -> tuple[int, int]:
    """Return the clause of the sentence that holds the expression."""
    start, end = sentence.start, sentence.end
    for match in CLAUSE.finditer(plain, sentence.start, sentence.end):
        if match.end() <= time.start:
            start = match.end()
        elif match.start() >= time.end:
            end = match.start()
            break
    while end > time.end and plain[end - 1] in " .,;:":
        end -= 1
    return start, end


def _label(quote: str, date: str) -> str:
    """Return the clause without its date, on one line, for lists."""
    text = " ".join(quote.replace(date, " ").split()).strip(" ,;:—-.")
    return text if len(text) <= 160 else text[:157].rsplit(" ", 1)[0] + "…"
