"""Durations: "decade-long", "for 25 years", "two weeks"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from drawdown.reading.document import Document
from drawdown.reading.lexicon import table
from drawdown.reading.span import Span

__all__ = ["Duration", "durations_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration(Span):
    """A length of time, as "P25Y"."""

    edtf: str
    approx: bool = False


def durations_of(
    document: Document, taken: Sequence[tuple[int, int]] = ()
) -> tuple[Duration, ...]:
    """Return the durations of a document that do not lie in the places taken."""
    out = []
    for match in _pattern(document.language).finditer(document.plain):
        low, high = match.span()
        if any(a < high and low < b for a, b in taken) or _blank(document, low):
            continue
        out.append(
            Duration(
                start=low,
                end=high,
                quote=document.text[low:high],
                edtf=_value(match, document.language),
                approx=bool(match["approx"]) or "long" in match.group().lower(),
            )
        )
    return tuple(out)


def _blank(document: Document, place: int) -> bool:
    return any(
        s.type in {"boilerplate", "dateline"} and s.start <= place < s.end
        for s in document.segments
    )


@cache
def _pattern(language: str) -> re.Pattern[str]:
    tables, words = table(language, "dates"), table(language, "times")["words"]
    numbers = "|".join(sorted((re.escape(n) for n in tables["numbers"]), key=len)[::-1])
    units = "|".join(sorted((re.escape(u) for u in tables["units"]), key=len)[::-1])
    approx = "|".join(re.escape(a).replace(r"\ ", r"\s+") for a in words["approx"])
    decade = "decades?" if language == "en" else "décennies?"
    return re.compile(
        rf"(?<![\w-])(?:(?P<approx>{approx})\s+)?(?:"
        rf"(?P<n>\d{{1,3}}|{numbers})[\s-]+(?:(?P<unit>{units})|(?P<decade>{decade}))(?:-long)?"
        rf"|(?P<long>{units}|{decade})-long)(?![\w-])",
        re.IGNORECASE,
    )


def _value(match: re.Match[str], language: str) -> str:
    tables = table(language, "dates")
    number = (match["n"] or "1").lower()
    count = int(number) if number.isdigit() else tables["numbers"][number]
    unit = (match["unit"] or match["long"] or "").lower()
    letter = tables["units"].get(unit)
    if letter is None:
        return f"P{10 * count}Y"
    return f"P{count}{letter}"
