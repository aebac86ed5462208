"""The pattern of an absolute date expression, built from a language's word list."""

import re
from functools import cache

from drawdown.reading.lexicon import table

__all__ = ["alternatives", "date_pattern"]

_FIGURE = r"(?<![\w/.,$€£-])(?<!\$\s)"
# "than15 October": a space that a typist left out.
_DAY_FIGURE = r"(?:(?<![\w/.,$€£])(?<!\$\s)|(?<=\bthan))"
_YEAR = r"(?:1[89]|20)\d\d"
_MONTH_NUMBER = r"(?:0?[1-9]|1[0-2])"
_DAY_NUMBER = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR_END = r"(?![\w/]|[.,]\d|-\d{3}|\s*\(\d{4}\))"


def alternatives(words: object) -> str:
    """Return an alternation of the words, longest first, spaces matching any space."""
    assert isinstance(words, dict | list)
    longest = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest)


@cache
def date_pattern(language: str) -> re.Pattern[str]:
    """Return the pattern of one absolute date, its groups named by what they hold."""
    return re.compile("|".join(_forms(_pieces(language))), re.IGNORECASE)


def _pieces(language: str) -> dict[str, str]:
    """Return the pieces of which the forms are made."""
    words = table(language, "dates")
    extra = words["words"]
    weekday = rf"\b(?P<weekday>{alternatives(extra['weekdays'])})\b"
    part = alternatives(words["parts"])
    return {
        "month": rf"(?:{alternatives(words['months'])})",
        "day": rf"(?:0?[1-9]|[12]\d|3[01])(?:\s?{extra['ordinal']})?",
        "of": rf"(?:(?:{extra['of']})\s*)?",
        "the_year": rf"(?:(?:{extra['year']})\s+)?",
        "weekday": rf"(?:{weekday},?\s+(?:the\s+|le\s+)?)?",
        "part": rf"(?P<part>{part})(?:\s+|(?<=[-'])|-)",
        "season": alternatives(words["seasons"]),
    }


def _forms(p: dict[str, str]) -> list[str]:
    """Return the forms of a date, the longest first."""
    of, month, day = p["of"], p["month"], p["day"]
    second = p["weekday"].replace("weekday>", "weekday2>")
    alone = p["part"].replace("part>", "part2>")

    def year(group: str) -> str:
        return rf"(?P<{group}>{_YEAR}){_YEAR_END}"

    return [
        # 2023-12-31
        rf"{_FIGURE}(?P<iso>{_YEAR}-{_MONTH_NUMBER}-{_DAY_NUMBER})(?![\w-])",
        # 31.12.2023, 31/12/2023
        rf"{_FIGURE}(?P<dmy>{_DAY_NUMBER}(?P<dot>[./]){_MONTH_NUMBER}(?P=dot){_YEAR})"
        r"(?![\w/])",
        # Friday, 31st of December, 2023; 31 December
        rf"{p['weekday']}{_DAY_FIGURE}(?P<d1>{day})\s*{of}(?P<m1>{month})\b\.?"
        rf"(?:,?\s*{of}{year('y1')})?",
        # Friday, December 31, 2023; December 31
        rf"\b{second}(?P<m2>{month})\b\.?\s+(?P<d2>{day})(?![\w/]|[.,:]\d)"
        rf"(?:,?\s+{year('y2')})?",
        # late December 2023, the end of April 2024, December of 2023, December
        rf"\b(?:{p['part']})?(?P<m3>{month})\b\.?(?:,?\s*{of}{year('y3')})?",
        # 2012-2015
        rf"{_FIGURE}(?P<from>{_YEAR})\s?-\s?(?P<to>{_YEAR})(?![\w/-])",
        # summer of 2021
        rf"\b(?P<season>{p['season']})\s+{of}{year('y4')}",
        # the 1990s
        rf"{_FIGURE}(?P<decade>(?:1[89]|20)\d0)s\b",
        # late 2021, mid-2023, the end of the year 2023, 2023
        rf"(?:\b{alone}|{_FIGURE}){p['the_year']}{year('y5')}",
    ]
