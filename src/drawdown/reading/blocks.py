"""Blocks: the text cut where a paragraph, a list item or a heading begins."""

import re
from dataclasses import dataclass
from itertools import pairwise

from drawdown.reading.markers import is_item, starts_act, starts_recital

__all__ = ["Block", "blocks_of"]

_CLOSED = re.compile(r"[.;:,]\W*$|[;,]\s*(?:and|or|et|ou)\s*$")

_OPENS = re.compile(
    r"\"?\s*(?:The Security Council|Le Conseil de sécurité)\s*,|"
    r"Adopted by the Security|"
    r"Adoptée? par le Conseil|Annexe?(?:\s+[A-Z\d]{1,3})?\s*$|"
    r"#*\s*R[eé]solution \d+ \(\d{4}\)\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text without the blank space around it."""

    start: int
    end: int


def blocks_of(plain: str, start: int = 0, end: int | None = None) -> list[Block]:
    """Return the blocks between two positions, in order."""
    lines = _lines(plain, start, len(plain) if end is None else end)
    wrapped, spaced = _is_wrapped(plain, lines), _is_spaced(plain, lines)
    loose = wrapped and _is_loose(plain, lines)
    out: list[Block] = []
    for line, gap in lines:
        text = plain[line.start : line.end]
        last = plain[out[-1].start : out[-1].end] if out else ""
        if out and _goes_on(
            last, text, gap=gap and not loose, wrapped=wrapped, spaced=spaced
        ):
            out[-1] = Block(out[-1].start, line.end)
        else:
            out.append(line)
    return out


def _lines(plain: str, start: int, end: int) -> list[tuple[Block, bool]]:
    """Return the lines that say something, and whether a blank line precedes each."""
    out, gap, at = [], True, start
    for raw in plain[start:end].split("\n"):
        text = raw.strip("\f ")
        if text:
            low = at + raw.index(text[0])
            out.append((Block(low, low + len(text)), gap))
        gap = not text
        at += len(raw) + 1
    return out


def _is_wrapped(plain: str, lines: list[tuple[Block, bool]]) -> bool:
    """Whether lines are broken at the margin, not at the end of a paragraph."""
    long = [plain[b.start : b.end] for b, _ in lines if b.end - b.start >= 50]
    open_ended = sum(not _CLOSED.search(text) for text in long)
    return len(long) >= 5 and open_ended > 0.3 * len(long)


def _is_loose(plain: str, lines: list[tuple[Block, bool]]) -> bool:
    """Whether a blank line stands even inside paragraphs, and so means nothing."""
    inside = [
        gap
        for (first, _), (_, gap) in pairwise(lines)
        if first.end - first.start >= 50
        and not _CLOSED.search(plain[first.start : first.end])
    ]
    return sum(inside) > 0.5 * len(inside)


def _is_spaced(plain: str, lines: list[tuple[Block, bool]]) -> bool:
    """Whether a blank line stands before (nearly) each numbered paragraph."""
    gaps = [gap for b, gap in lines if re.match(r"\d+\.\s", plain[b.start : b.end])]
    return bool(gaps) and sum(gaps) >= 0.8 * len(gaps)


def _goes_on(last: str, text: str, *, gap: bool, wrapped: bool, spaced: bool) -> bool:
    """Whether a line belongs to the block before it."""
    if is_item(text) or _OPENS.match(text):
        return False
    closed = bool(_CLOSED.search(last))
    if gap:
        return text[:1].islower() and not closed and len(last) > 50
    if wrapped:
        if not closed:
            return not (len(last) < 50 and starts_act(text))
        return not starts_recital(text)
    return spaced and not (closed and starts_act(text))
