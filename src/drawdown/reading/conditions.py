"""The conditions of a clause: with whom, within what, without prejudice to what."""

import re
from functools import cache

from drawdown.reading.document import Document
from drawdown.reading.lexicon import table
from drawdown.reading.span import Span

__all__ = ["conditions_in"]


def conditions_in(document: Document, start: int, end: int) -> tuple[Span, ...]:
    """Return the quoted limits of a clause that are not limits in time."""
    found = []
    for match in _pattern(document.language).finditer(document.plain, start, end):
        high = match.end()
        while document.plain[high - 1] in " ,;\n":
            high -= 1
        found.append(document.span(match.start(), high))
    return tuple(found)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    openings = "|".join(table(language, "conditions")["openings"])
    stop = table(language, "conditions")["stop"]
    return re.compile(rf"\b(?:{openings})\b(?:(?!{stop})[^,;:])*", re.IGNORECASE)
