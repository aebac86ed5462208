"""Sentences of news and statements; a quotation never falls into two."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drawdown.reading.news.quotations import quotations
from drawdown.reading.news.words import Word, plain, words_of

__all__ = ["Sentence", "lines_of", "sentences_of"]

ENDS = re.compile(r"""[.?!…]+["»)\]']*(?=\s+["«([—'-]*\s?[A-Z0-9À-ÖØ-Þ\[]|\s*$)""")
NEVER_ENDS = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Sgt|Capt|Sen|Rep|Gov|Prof|St|No|Nos|vs|al"
    r"|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|[A-Z]|MM?|Mme|art|para|Brig|Adm|Hon)\.$"
)
#: "in the U.S. It said" ends, "the U.S. Embassy" does not.
STARTERS = re.compile(
    r"\s+[\"«(]*(?:The|It|He|She|They|In|On|But|However|This|A|An|At|As|Its|His|Her"
    r"|Their|We|I|That|These|Those|After|When|While|There|Both|Le|La|Les|Il|Elle)\b"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with its words."""

    start: int
    end: int
    words: tuple[Word, ...]
    paragraph: int
    """The number of its paragraph in the page."""
    headline: bool = False


def sentences_of(
    text: str,
    blocks: Sequence[tuple[int, int]],
    *,
    headlines: Sequence[tuple[int, int]] = (),
) -> tuple[Sentence, ...]:
    """Return the sentences of the blocks of a page, in order.

    Parameters
    ----------
    text
        The page; positions refer to it.
    blocks
        Where paragraphs start and end; nothing outside them is read.
    headlines
        The blocks that are headlines.

    """
    even = plain(text)
    lines = [line for block in blocks for line in lines_of(even, *block)]
    quotes = quotations(text, lines)
    out: list[Sentence] = []
    done = 0
    for number, (start, end) in enumerate(lines):
        begin = max(start, done)
        done = max(done, _reach(lines[number:], quotes))
        head = any(h[0] <= start and end <= h[1] for h in headlines)
        for first, last in _split(even, begin, done, quotes):
            words = words_of(even, first, last, quotes)
            if words:
                out.append(Sentence(first, last, words, number, headline=head))
    return tuple(out)


def _reach(lines: Sequence[tuple[int, int]], quotes: Sequence[tuple[int, int]]) -> int:
    """Return where a line ends, or the line in which its last quotation closes."""
    start, end = lines[0]
    last = max((q[1] for q in quotes if start <= q[0] < end), default=end)
    return next((e for _, e in lines if e >= last), end)


def lines_of(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the paragraphs of a block; lines that a page wrapped are joined."""
    out: list[tuple[int, int]] = []
    for match in re.finditer(r"[^\n]*\S[^\n]*", text[start:end]):
        first = start + match.start() + len(match.group()) - len(match.group().lstrip())
        last = start + match.start() + len(match.group().rstrip())
        if out and _wrapped(text, out[-1], (first, last)):
            out[-1] = (out[-1][0], last)
        else:
            out.append((first, last))
    return out


def _wrapped(text: str, before: tuple[int, int], line: tuple[int, int]) -> bool:
    """Tell whether a line goes on with the sentence of the line before it."""
    gap = text[before[1] : line[0]]
    if gap.count("\n") > 1 or text[before[1] - 1] in '.?!:"»':
        return False
    long = before[1] - before[0] >= 45
    return long and text[line[0]].islower()


def _split(
    text: str, start: int, end: int, quotes: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    inside = [q for q in quotes if q[0] < end and q[1] > start]
    out: list[tuple[int, int]] = []
    first = start
    for stop in _stops(text, start, end, inside):
        if stop > first and text[first:stop].strip():
            out.append((_skip(text, first), stop))
            first = stop
    if text[first:end].strip():
        out.append((_skip(text, first), first + len(text[first:end].rstrip())))
    return out


def _skip(text: str, place: int) -> int:
    while place < len(text) and text[place].isspace():
        place += 1
    return place


def _stops(
    text: str, start: int, end: int, quotes: Sequence[tuple[int, int]]
) -> list[int]:
    """Return where sentences end: after a stop outside quotations, or a quotation."""
    stops = []
    for match in ENDS.finditer(text, start, end):
        place = match.start()
        inside = next((q for q in quotes if q[0] <= place < q[1]), None)
        if inside is not None:
            if match.end() < inside[1]:
                continue
            if not _new_after(text, match.end(), end):
                continue
        elif _abbreviation(text, start, match):
            continue
        stops.append(match.end())
    return stops


def _new_after(text: str, place: int, end: int) -> bool:
    """Tell whether what follows a closed quotation starts a sentence of its own.

    ``"Go." He left`` does, ``"Go." Smith said`` too, and is put right later by
    the rules that look for a speaker after a quotation.
    """
    rest = text[place:end].lstrip()
    return not rest or rest[0].isupper() or rest[0] in '"«[('


def _abbreviation(text: str, start: int, match: re.Match[str]) -> bool:
    if match.group()[0] != ".":
        return False
    upto = text[max(start, match.start() - 8) : match.start() + 1]
    if re.search(r"(?:[A-Z]\.){2,}$|\b[ap]\.m\.$", upto):
        rest = text[match.end() : match.end() + 20]
        if re.match(r'\s+"', rest):
            return False
        if upto.endswith("m.") and re.match(r"\s+[A-Z][a-z]", rest):
            return bool(re.match(r"\s+(?:Eastern|Central|Pacific|\w+day)\b", rest))
        return bool(rest.strip()) and not STARTERS.match(rest)
    return bool(NEVER_ENDS.search(upto)) and bool(text[match.end() :].strip())
