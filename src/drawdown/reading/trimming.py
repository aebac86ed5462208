"""Where the words of a clause end: without the link to the next clause."""

from drawdown.reading.document import Document
from drawdown.reading.lexicon import table

__all__ = ["trimmed_end"]

_LOOSE = " \n\f;:,."


def _is_loose(plain: str, end: int) -> bool:
    """Whether the last character belongs to no word: a stop, or a quote after one."""
    last = plain[end - 1]
    return last in _LOOSE or (last == '"' and plain[end - 2 : end - 1] in (".", ";"))


def trimmed_end(document: Document, start: int, stop: int) -> int:
    """Return the end of a clause between two positions, "…; and" taken off."""
    links = tuple(f" {word}" for word in table(document.language, "acts")["links"])
    end = stop
    while True:
        while end > start and _is_loose(document.plain, end):
            end -= 1
        tail = document.plain[max(start, end - 16) : end].replace("\n", " ")
        found = next((link for link in links if tail.endswith(link)), None)
        if found is None:
            return end
        end -= len(found)
