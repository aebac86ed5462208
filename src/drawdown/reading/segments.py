"""The parts of a page of news: headline, date line, captions, body, clutter."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from drawdown.reading.blocks import Block
from drawdown.reading.clutter import clutter_lines
from drawdown.reading.dates import find_dates
from drawdown.reading.document import Document, Segment, SegmentType
from drawdown.reading.lexicon import table

__all__ = ["date_line", "page_segments"]

_ENDED = re.compile(r"[.!?…:;]['\")\]]*$")
_SHORT = 140
#: Up to this line a date alone on its line is the page's own, below a standfirst too.
_TOP = 6
_CLOCK = re.compile(
    r"\b\d{1,2}(?:\s?[:h.]\s?\d{2})?\s*(?:[ap]\.?m\b\.?|\bh\b)|\b\d{1,2}[:h]\d{2}\b",
    re.IGNORECASE,
)


def page_segments(document: Document) -> tuple[tuple[Segment, ...], date | None]:
    """Return the parts of a page in order, and the date that its date line gives."""
    lines = _lines(document.plain)
    clutter = clutter_lines(document.plain, lines)
    kinds: list[tuple[SegmentType, Block]] = []
    stated: date | None = None
    stage = "head"
    for i, line in enumerate(lines):
        day = date_line(document, line) if stage != "body" else None
        if day is None and i < _TOP and _is_bare(document, line):
            day = date_line(document, line)
        stated = stated or day
        if stated is None and stage != "body" and (led := _led_by_date(document, line)):
            stated, end = led
            kinds.append(("dateline", Block(line.start, end)))
            line, stage = Block(end, line.end), "body"
        kind = _kind(
            document.plain[line.start : line.end], stage, dated=day is not None
        )
        kind = "boilerplate" if i in clutter and day is None else kind
        stage = {"headline": "top", "body": "body"}.get(kind, stage)
        kinds.append((kind, line))
    return tuple(_merged(kinds)), stated


def _kind(text: str, stage: str, *, dated: bool) -> SegmentType:
    if dated:
        return "dateline"
    if len(text) > _SHORT or _ENDED.search(text):
        return "body"
    return "headline" if stage == "head" else "caption"


def date_line(document: Document, line: Block) -> date | None:
    """Return the day that a line gives, if it gives a date and hardly more."""
    if line.end - line.start > 90:
        return None
    days = [
        mention
        for mention in find_dates(document, line.start, line.end)
        if mention.first.day and mention.is_complete
    ]
    if not days:
        return None
    rest = (
        document.plain[line.start : days[0].start]
        + document.plain[days[0].end : line.end]
    )
    rest = _CLOCK.sub(" ", _label().sub(" ", rest))
    if len(re.findall(r"[^\W\d_]{2,}", rest)) > 4 or re.search(r"\w\.$", rest):
        return None
    if _tells(rest):
        return None
    return days[0].first.bounds[0]


_SMALL = frozenset(
    {"on", "at", "in", "of", "the", "and", "by", "am", "pm", "le", "la", "de", "du"}
    | {"à", "et", "en", "par", "source", "staff"}
)


def _tells(rest: str) -> bool:
    """Tell whether the words beside a date say something ("Mission ends …")."""
    words = re.findall(r"[^\W\d_]{2,}", rest)
    small = any(word.islower() and word not in _SMALL for word in words)
    limit = r"(?i)\b(?:ends?|until|before|from|jusqu|fin|avant|dès)\b"
    return small or re.search(limit, rest) is not None


_LED = re.compile(r"\s*(?:\([^()]{2,30}\)\s*)?-{1,2}\s+(?=\S)")


def _led_by_date(document: Document, line: Block) -> tuple[date, int] | None:
    """Return the day of "DILI, 11 December 2012 - The government …", and its end."""
    if line.end - line.start <= _SHORT:
        return None
    for mention in find_dates(document, line.start, line.start + 90):
        dash = _LED.match(document.plain, mention.end)
        place = document.plain[line.start : mention.start]
        if dash and mention.first.day and mention.is_complete and _is_place(place):
            return mention.first.bounds[0], dash.end()
    return None


def _is_place(text: str) -> bool:
    """Tell whether a text names a place and nothing else: "GENEVA/BERN, "."""
    words = re.findall(r"[^\W\d_]+", text)
    return len(words) <= 6 and all(word[:1].isupper() for word in words)


def _is_bare(document: Document, line: Block) -> bool:
    """Tell whether a line is a date and no word more."""
    text = document.plain[line.start : line.end]
    days = list(find_dates(document, line.start, line.end))
    return len(days) == 1 and not re.search(
        r"[^\W\d_]{2,}", text.replace(document.plain[days[0].start : days[0].end], "")
    )


@cache
def _label() -> re.Pattern[str]:
    words = [*table("en", "page")["dateline"], *table("fr", "page")["dateline"]]
    longest = sorted(words, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b", re.IGNORECASE)


def _merged(kinds: list[tuple[SegmentType, Block]]) -> Iterator[Segment]:
    """Return the parts, neighbours of one kind joined."""
    open_kind: SegmentType | None = None
    start = end = 0
    for kind, line in kinds:
        if kind == open_kind:
            end = line.end
            continue
        if open_kind is not None:
            yield Segment(type=open_kind, start=start, end=end)
        open_kind, start, end = kind, line.start, line.end
    if open_kind is not None:
        yield Segment(type=open_kind, start=start, end=end)


def _lines(plain: str) -> list[Block]:
    out, at = [], 0
    for raw in plain.split("\n"):
        text = raw.strip("\f ")
        if text:
            low = at + raw.index(text[0])
            out.append(Block(low, low + len(text)))
        at += len(raw) + 1
    return out
