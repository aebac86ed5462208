"""Lengths of time: "90 days", "six months", and dates counted by them."""

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import cache

from drawdown.reading.date_grammar import alternatives
from drawdown.reading.lexicon import table

__all__ = ["add_length", "length_iso", "with_numbers"]


def with_numbers(pattern: str, language: str) -> str:
    """Return a pattern with NUMBER and UNIT replaced by the words of a language."""
    words = table(language, "dates")
    return pattern.replace("NUMBER", f"(?:{_words(language, 'numbers')})").replace(
        "UNIT", f"(?:{alternatives(words['units'])})"
    )


@cache
def _words(language: str, name: str) -> str:
    return alternatives(table(language, "dates")[name])


def length_iso(number: str | None, unit: str, language: str) -> str | None:
    """Return a length as ISO 8601 ("P90D"); None if the words are not known."""
    words = table(language, "dates")
    sign = words["units"].get(unit.lower())
    said = (number or "1").strip().lower()
    count = int(said) if said.isdigit() else words["numbers"].get(said)
    if count is None:
        return None
    if sign is None:
        return f"PT{count}H" if unit.lower().startswith(("hour", "heure")) else None
    return f"P{count}{sign}"


def add_length(day: date, iso: str) -> date | None:
    """Return the day that lies a length after another; None if it can't be counted."""
    match = re.fullmatch(r"P(\d+)([DWMY])", iso)
    if match is None:
        return None
    count, unit = int(match[1]), match[2]
    try:
        if unit in "DW":
            return day + timedelta(days=count * (7 if unit == "W" else 1))
        return _add_months(day, count * (12 if unit == "Y" else 1))
    except (OverflowError, ValueError):
        return None


def _add_months(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
