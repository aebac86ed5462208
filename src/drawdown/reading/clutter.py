"""Clutter of saved pages: menus, related posts, comment and cookie text.

A page that was saved as plain text has no tags to go by, only its lines.
"""

import re
from functools import cache

from drawdown.reading.blocks import Block
from drawdown.reading.lexicon import table

__all__ = ["clutter_lines"]

_SENTENCE = 150
_MENU = re.compile(r"[^|»›/·•]{1,30}(?:\s[|»›·•]\s?[^|»›·•]{1,30}){1,}$")


def clutter_lines(plain: str, lines: list[Block]) -> set[int]:
    """Return the indexes of the lines that are clutter."""
    texts = [plain[line.start : line.end] for line in lines]
    found = {i for i, text in enumerate(texts) if _is_clutter(text)}
    for i, text in enumerate(texts):
        if _pattern("tail").match(text):
            found |= set(range(i, _tail_end(texts, i, found)))
    return found


def _is_clutter(text: str) -> bool:
    if _pattern("clutter").match(text) or _pattern("tail").match(text):
        return True
    return bool(_MENU.match(text)) and not re.search(r"\d{4}|[.!?]", text)


def _tail_end(texts: list[str], start: int, clutter: set[int]) -> int:
    """Return where the box under a heading like "Related posts" ends.

    It goes on to the end of the page unless running text follows.
    """
    for i in range(start + 1, len(texts)):
        if len(texts[i]) > _SENTENCE and i not in clutter:
            return i
    return len(texts)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Return the pattern of a list of both languages: pages mix them."""
    both = [*table("en", "page")[name], *table("fr", "page")[name]]
    return re.compile("|".join(f"(?:{entry})" for entry in both), re.IGNORECASE)
