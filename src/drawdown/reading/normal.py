"""Text as the rules want it, of the same length as the original.

Every replacement is one character for one, and what is to be ignored is blanked
with spaces. A position in the normalised text therefore *is* the position in the
original: the offset map is the identity, and no span can slip.
"""

import re
from collections.abc import Iterable

__all__ = ["blank", "link_marks", "no_words", "normalise"]

_SPACES = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u202f\u205f\u3000\ufeff\u200b\t"
)
_SINGLE = "\u2018\u2019\u201a\u201b\u02bc\u00b4\u2032"
_DOUBLE = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_RUN = re.compile(r"\S{300,}")
_LINK = re.compile(
    r"\[([^\]\[]{1,200})\]\(https?://\S{1,200}?\)(?=[\s;,.:]|$)", re.MULTILINE
)
_ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+")
_TABLE = (
    dict.fromkeys(map(ord, _SPACES), " ")
    | dict.fromkeys(map(ord, _SINGLE), "'")
    | dict.fromkeys(map(ord, _DOUBLE), '"')
    | dict.fromkeys(map(ord, _DASHES), "-")
    | {ord("\r"): " ", 0x2028: "\n", 0x2029: "\n", ord("\v"): "\n"}
)


def normalise(text: str) -> str:
    """Return the text with plain spaces, quotes and dashes; the length is kept."""
    return text.translate(_TABLE)


def no_words(plain: str) -> list[tuple[int, int]]:
    """Return runs without a space that are no words: addresses, code, noise."""
    return [m.span() for pattern in (_RUN, _ADDRESS) for m in pattern.finditer(plain)]


def link_marks(plain: str) -> list[tuple[int, int]]:
    """Return what marks links in a saved text: the brackets and the address."""
    return [
        stretch
        for match in _LINK.finditer(plain)
        for stretch in ((match.start(), match.start(1)), (match.end(1), match.end()))
    ]


def blank(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """Return the text with the stretches overwritten by spaces."""
    parts, done = [], 0
    for start, end in sorted(stretches):
        if end <= done:
            continue
        start = max(start, done)
        parts += [text[done:start], " " * (end - start)]
        done = end
    return "".join(parts) + text[done:]
