"""Hedges: the words that make a claim less sure."""

import re
from functools import cache

from drawdown.reading.news.cues import cues_for

__all__ = ["hedge_in"]


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = sorted(cues_for(language).hedges, key=len, reverse=True)
    inner = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)
    return re.compile(
        rf"(?<![\w-])(?:{inner})(?![\w-])(?!\s+(?:not|never)\b)", re.IGNORECASE
    )


def hedge_in(
    text: str,
    start: int,
    end: int,
    language: str,
    *,
    outside: tuple[tuple[int, int], ...] = (),
    promised: bool = False,
) -> tuple[int, int] | None:
    """Return the first hedge between two places of a plain text, or nothing.

    What lies in ``outside`` (the cue, long quotations) is not looked at. Two
    hedges that follow each other directly are one. Of what is ``promised`` in
    French, "serait" is the future as seen from the past, and none.
    """
    found: tuple[int, int] | None = None
    for match in _pattern(language).finditer(text, start, end):
        low, high = match.span()
        if any(a < high and low < b for a, b in outside) or _is_month(text, low, high):
            continue
        if promised and match.group().lower() in {"serait", "seraient"}:
            continue
        if found is not None and not text[found[1] : low].isspace():
            break
        found = (found[0] if found else low, high)
    return found


def _is_month(text: str, start: int, end: int) -> bool:
    return text[start:end] == "May"
