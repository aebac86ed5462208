"""The pattern of an absolute date expression, built from a language's word list."""

import re
from functools import cache

from drawdown.reading.lexicon import table

__all__ = ["alternatives", "date_pattern"]

_FIGURE = r"(?<![\w/.,$€£-])(?<!\$\s)"
# "than15 October": a space that a typist left out.
_DAY_FIGURE = r"(?:(?<![\w/.,$€£])(?<!\$\s)|(?<=\bthan))"
_YEAR = r"(?:1[89]|20)\d\d"
_YEAR_END = r"(?![\w/]|[.,]\d|-\d{3}|\s*\(\d{4}\))"


def alternatives(words: object) -> str:
    """Return an alternation of the words, longest first, spaces matching any space."""
    assert isinstance(words, dict | list)
    longest = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest)


@cache
def date_pattern(language: str) -> re.Pattern[str]:
    """Return the pattern of one absolute date; its groups are named by what they hold."""
    words = table(language, "dates")
    extra = words["words"]
    month = rf"(?:{alternatives(words['months'])})"
    pieces = {
        "month": month,
        "day": rf"(?:0?[1-9]|[12]\d|3[01])(?:\s?{extra['ordinal']})?",
        "of": rf"(?:(?:{extra['of']})\s*)?",
        "year": _YEAR,
        "end": _YEAR_END,
        "the_year": rf"(?:(?:{extra['year']})\s+)?",
        "weekday": rf"(?:\b(?P<weekday>{alternatives(extra['weekdays'])})\b,?\s+(?:the\s+|le\s+)?)?",
        "part": rf"(?:(?P<part>{alternatives(words['parts'])})(?:\s+|(?<=[-'])|-))?",
        "season": alternatives(words["seasons"]),
        "figure": _FIGURE,
    }
    return re.compile("|".join(_forms(pieces)), re.IGNORECASE)


def _forms(p: dict[str, str]) -> list[str]:
    """Return the forms of a date, the longest first."""
    return [
        # 2023-12-31
        rf"{p['figure']}(?P<iso>{p['year']}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?![\w-])",
        # 31.12.2023, 31/12/2023
        rf"{p['figure']}(?P<dmy>(?:0?[1-9]|[12]\d|3[01])(?P<dot>[./])(?:0?[1-9]|1[0-2])(?P=dot){p['year']})(?![\w/])",
        # Friday, 31st of December, 2023; 31 December
        rf"{p['weekday']}{_DAY_FIGURE}(?P<d1>{p['day']})\s*{p['of']}(?P<m1>{p['month']})\b\.?(?:,?\s*{p['of']}(?P<y1>{p['year']}){p['end']})?",
        # Friday, December 31, 2023; December 31
        rf"\b{p['weekday'].replace('weekday>', 'weekday2>')}(?P<m2>{p['month']})\b\.?\s+(?P<d2>{p['day']})(?![\w/]|[.,:]\d)(?:,?\s+(?P<y2>{p['year']}){p['end']})?",
        # late December 2023, the end of April 2024, December of 2023, December
        rf"\b{p['part']}(?P<m3>{p['month']})\b\.?(?:,?\s*{p['of']}(?P<y3>{p['year']}){p['end']})?",
        # 2012-2015
        rf"{p['figure']}(?P<from>{p['year']})\s?-\s?(?P<to>{p['year']})(?![\w/-])",
        # summer of 2021
        rf"\b(?P<season>{p['season']})\s+{p['of']}(?P<y4>{p['year']}){p['end']}",
        # the 1990s
        rf"{p['figure']}(?P<decade>(?:1[89]|20)\d0)s\b",
        # late 2021, mid-2023, the end of the year 2023, 2023
        rf"(?:\b{p['part'].replace('part>', 'part2>')[:-1]}|{p['figure']}){p['the_year']}(?P<y5>{p['year']}){p['end']}",
    ]
