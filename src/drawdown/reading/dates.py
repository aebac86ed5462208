"""Absolute date expressions of a text: "31 December 2023", "late 2021", "in October".

Relative expressions ("yesterday", "within 90 days") are the business of others.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from drawdown.reading.date_grammar import alternatives, date_pattern
from drawdown.reading.date_lists import join_lists
from drawdown.reading.document import Document
from drawdown.reading.lexicon import table
from drawdown.reading.mention import DateMention, nearest_after, nearest_before
from drawdown.reading.moment import Moment

__all__ = ["DateMention", "find_dates", "nearest_after", "nearest_before"]


def find_dates(
    document: Document, start: int = 0, end: int | None = None
) -> tuple[DateMention, ...]:
    """Return the date expressions between two positions, in order of the text."""
    stop = len(document.text) if end is None else end
    found = list(_single(document, start, stop))
    return join_lists(document, found, start)


def _single(document: Document, start: int, end: int) -> Iterator[DateMention]:
    for match in date_pattern(document.language).finditer(document.plain, start, end):
        low, high = match.span()
        moment = _moment(match, document.language)
        if moment is None or _is_something_else(document, match, moment):
            continue
        while high > low and document.plain[high - 1] in " \n,":
            high -= 1
        if document.plain[high - 1] == "." and moment.year is None:
            high -= 1
        yield DateMention(
            start=low,
            end=high,
            quote=document.text[low:high],
            first=moment,
            last=Moment(year=int(match["to"])) if match["to"] else None,
        )


def _moment(match: re.Match[str], language: str) -> Moment | None:
    try:
        return _read(match, language)
    except ValueError:  # 31 June
        return None


def _read(match: re.Match[str], language: str) -> Moment:
    words, group = table(language, "dates"), match.groupdict()
    if group["iso"]:
        day = date.fromisoformat(group["iso"])
        return Moment(year=day.year, month=day.month, day=day.day)
    if group["dmy"]:
        d, m, y = (int(piece) for piece in re.split(r"[./]", group["dmy"]))
        return Moment(year=y, month=m, day=d)
    if group["from"]:
        return Moment(year=int(group["from"]))
    if group["decade"]:
        return Moment(year=int(group["decade"]), part="decade")
    year = next((int(group[f"y{i}"]) for i in range(1, 6) if group[f"y{i}"]), None)
    month = next((group[f"m{i}"] for i in range(1, 4) if group[f"m{i}"]), None)
    day_text = group["d1"] or group["d2"]
    part = group["part"] or group["part2"]
    return Moment(
        year=year,
        month=words["months"][month.lower()] if month else None,
        day=int(re.match(r"\d+", day_text).group()) if day_text else None,  # type: ignore[union-attr]
        part=words["parts"][" ".join(part.lower().split())] if part else None,
        months=tuple(words["seasons"][group["season"].lower()])
        if group["season"]
        else None,
    )


def _is_something_else(
    document: Document, match: re.Match[str], moment: Moment
) -> bool:
    """Whether the match is a modal verb, a resolution's number, a head count."""
    if moment.day is None and moment.year is None:
        return _is_no_month(document, match)
    if moment.month is None and moment.day is None and not match["decade"]:
        return _is_no_year(document, match)
    return False


def _is_no_month(document: Document, match: re.Match[str]) -> bool:
    name = match["m3"] or ""
    before = document.plain[max(0, match.start() - 14) : match.start()]
    if document.language == "fr":
        led = re.search(
            r"(?:\ben|\bde|\bd'|fin|mois de|début|depuis|et|,)\s*$",
            before,
            re.IGNORECASE,
        )
        return not (match["part"] or led)
    if not name[:1].isupper() or (len(name) <= 4 and name.lower() not in _FULL_SHORT):
        return True
    # "May" after a full stop or beside a name is more often a verb or a person.
    return name == "May" and not (match["part"] or _LED_MONTH.search(before))


_FULL_SHORT = {"may", "june", "july"}
_LED_MONTH = re.compile(
    r"\b(?:in|by|since|until|till|from|of|and|to|last|next|this|before|after|during"
    r"|early|late|mid|each|every|through|between|or)[\s-]+$|[,-]\s*$",
    re.IGNORECASE,
)


def _is_no_year(document: Document, match: re.Match[str]) -> bool:
    before = document.plain[max(0, match.start() - 60) : match.start()]
    after = document.plain[match.end() : match.end() + 24]
    not_years = _not_years(document.language)
    return bool(not_years[0].search(before) or not_years[1].match(after))


@cache
def _not_years(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = table(language, "dates")["words"]
    listed = r"(?:\d{1,4}(?:\s*\(\d{4}\))?(?:,|\s+and|\s+et)\s+)*$"
    numbered = rf"(?:{alternatives(words['resolution'])})\s+{listed}"
    counted = rf"\s+(?:\w+\s+)?(?:{alternatives(words['counted'])})\b"
    return (
        re.compile(rf"{numbered}|\bS/(?:\w+/)*$|\(\s*$(?<!\w\()", re.IGNORECASE),
        re.compile(counted, re.IGNORECASE),
    )
