"""Lists and ranges of dates: what one member leaves out, another states.

"5, 6 and 7 May 2024", "in February, May and August 2024", "10 to 12 October 2019".
"""

import re
from dataclasses import replace
from functools import cache

from drawdown.reading.date_grammar import alternatives
from drawdown.reading.document import Document
from drawdown.reading.lexicon import table
from drawdown.reading.mention import DateMention
from drawdown.reading.moment import Moment

__all__ = ["join_lists"]


def join_lists(
    document: Document, found: list[DateMention], start: int
) -> tuple[DateMention, ...]:
    """Return the mentions with the gaps of lists and ranges filled in."""
    out: list[DateMention] = []
    for mention in _joined(document, found):
        floor = out[-1].end if out else start
        out += _with_bare_days(document, mention, floor)
    return tuple(out)


def _joined(document: Document, found: list[DateMention]) -> list[DateMention]:
    """Return the mentions with lists and ranges filled in from their last member."""
    out: list[DateMention] = []
    for mention in reversed(found):
        if not out:
            out.append(mention)
            continue
        link = document.plain[mention.end : out[-1].start]
        kind = _link(link, document.language)
        filled = _inherit(mention, out[-1]) if kind else mention
        if kind == "range" and _is_range(mention, out[-1]):
            out[-1] = _range(document, filled, out[-1])
        else:
            out.append(filled)
    return out[::-1]


def _is_range(first: DateMention, last: DateMention) -> bool:
    """Whether two linked mentions are one range (two full dates stay two limits)."""
    if last.last is not None or first.first.part or last.first.part:
        return False
    alike = (first.first.day is None) == (last.first.day is None)
    return alike and (first.first.day is None or first.first.year is None)


@cache
def _links(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = table(language, "dates")["words"]
    to, conjunction = alternatives(words["to"]), alternatives(words["and"])
    listing = rf"\s*(?:,|,?\s*\b(?:{conjunction})\b)\s*(?:(?:in|on|to|en|le|au|by)\s+)?"
    ranging = rf"\s*(?:{to})\s*"
    day = rf"(?<![\w/.,$])(0?[1-9]|[12]\d|3[01])(?:{words['ordinal']})?"
    bare = rf"{day}(?P<link>{ranging}|{listing})$"
    return (
        re.compile(rf"{listing}$", re.IGNORECASE),
        re.compile(rf"{ranging}$", re.IGNORECASE),
        re.compile(bare, re.IGNORECASE),
    )


def _link(between: str, language: str) -> str | None:
    """Return how two mentions hang together: a list, a range, or not at all."""
    listing, ranging, _ = _links(language)
    if ranging.match(between):
        return "range"
    return "list" if listing.match(between) else None


def _inherit(mention: DateMention, after: DateMention) -> DateMention:
    """Return the mention with the year of the one that follows it in the list."""
    year = after.first.year
    if mention.first.year is not None or year is None or mention.first.month is None:
        return mention
    if after.first.month is not None and after.first.month < mention.first.month:
        year -= 1
    try:
        return mention.in_year(year)
    except ValueError:
        return mention


def _range(document: Document, first: DateMention, last: DateMention) -> DateMention:
    return DateMention(
        start=first.start,
        end=last.end,
        quote=document.text[first.start : last.end],
        first=first.first,
        last=last.last or last.first,
    )


def _with_bare_days(
    document: Document, mention: DateMention, floor: int
) -> list[DateMention]:
    """Return the mention and the bare days that a list puts before it."""
    moment = mention.first
    if moment.day is None or mention.quote[:1].isalpha():
        return [mention]
    out = [mention]
    while match := _links(document.language)[2].search(
        document.plain, max(floor, out[0].start - 30), out[0].start
    ):
        day = int(match.group(1))
        if day >= (out[0].first.day or 0):
            break
        bare = _day(document, match, replace(moment, day=day))
        if _links(document.language)[1].match(match["link"]):
            out[0] = _range(document, bare, out[0])
        else:
            out.insert(0, bare)
    return out


def _day(document: Document, match: re.Match[str], moment: Moment) -> DateMention:
    low, high = match.start(1), match.start("link")
    return DateMention(start=low, end=high, quote=document.text[low:high], first=moment)
