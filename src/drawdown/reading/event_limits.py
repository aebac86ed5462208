"""Limits that are events, or that point at a date named before.

"Until the departure of the final element"; "by this date", "after which".
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from drawdown.reading.document import Document
from drawdown.reading.lexicon import table
from drawdown.reading.limit import Limit

__all__ = ["anaphoric_limits", "event_limits"]

# "MINUSMA's drawdown, withdrawal and liquidation"; "of the final element from Mali".
_TAIL = (
    r"(?:(?:\s*,\s*|\s+(?:and|et)\s+|\s*,\s*(?:and|et)\s+)(?:the\s+|la\s+|le\s+)?%(phase)s)*"
    r"(?:\s+(?:of|in|from|du|de|des|d')\s*(?:(?:the|its|la|le)\s+)?[\w'-]+"
    r"(?:\s+(?:[a-z]+\s+)?(?:of|from|in|du|de|des)\s+(?:the\s+)?[\w'-]+){0,3})?"
)


def event_limits(
    document: Document, start: int, end: int, mandate_end: date | None
) -> Iterator[Limit]:
    """Return the limits by an event or phase between two positions."""
    for match in _pattern(document.language).finditer(document.plain, start, end):
        low, high = match.start(), match.end()
        if _is_no_event(document, match):  # "with the following mandate"
            continue
        while document.plain[high - 1] in " ,-":
            high -= 1
        is_mandate = _mandate(document.language).search(match.group()) is not None
        value = mandate_end if is_mandate else None
        yield Limit(
            start=low,
            end=high,
            quote=document.text[low:high],
            type=_type(match.group(), document.language),
            iso=value.isoformat() if value else None,
            kind="event",
            last_day=value,
            anchor="the end of the mandate" if value else None,
        )


def _is_no_event(document: Document, match: re.Match[str]) -> bool:
    first = match.start() + len(match.group().split()[0])
    source = table(document.language, "limits")["event"]["no_event"]
    before = document.plain[max(0, match.start() - 400) : first]
    return re.search(source, before, re.IGNORECASE) is not None


@cache
def _pattern(language: str) -> re.Pattern[str]:
    rules = table(language, "limits")["event"]
    tail = _TAIL % {"phase": rules["phase"]}
    near = rf"{rules['phrase']}{rules['phase']}\b{tail}"
    return re.compile(
        rf"\b(?:{rules['until']}(?!\d)(?:(?!\sis\sto\s)[^,;:.()]){{3,140}}"
        rf"|(?:{rules['during']}|{rules['at']}|{rules['in']}){near})",
        re.IGNORECASE,
    )


@cache
def _mandate(language: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b{table(language, 'limits')['event']['date_noun']}\s*$", re.IGNORECASE
    )


def _type(phrase: str, language: str) -> str:
    types = table(language, "limits")["event"]["types"]
    said = " ".join(phrase.lower().split())
    longest = max((w for w in types if said.startswith(w)), key=len, default="")
    return str(types.get(longest, "during"))


def anaphoric_limits(
    document: Document, start: int, end: int, dates: list[Limit], before: Limit | None
) -> Iterator[Limit]:
    """Return limits such as "by this date", with the value of the date they mean.

    ``dates`` are the limits of the stretch itself, ``before`` the last one before it.
    """
    source = table(document.language, "limits")["anaphora"]["pattern"]
    types = table(document.language, "limits")["event"]["types"]
    for match in re.compile(rf"\b{source}", re.IGNORECASE).finditer(
        document.plain, start, end
    ):
        earlier = [x for x in dates if x.end <= match.start() and x.last_day]
        meant = earlier[-1] if earlier else before
        if meant is None or meant.kind == "recurrence":
            continue
        word = " ".join(match["word"].lower().split())
        yield Limit(
            start=match.start(),
            end=match.end(),
            quote=document.text[match.start() : match.end()],
            type="as_of" if word == "as of" else types.get(word, word),
            iso=meant.iso,
            kind="anaphora",
            last_day=meant.last_day,
            anchor=meant.quote,
        )
