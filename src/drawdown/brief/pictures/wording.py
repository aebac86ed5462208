"""How a picture writes numbers and dates, which depends on the reader's language."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

__all__ = ["ENGLISH", "Wording"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The functions that write a number and a day."""

    number: Callable[[float], str]
    """An amount, as on an axis: ``12,000``."""
    day: Callable[[date], str]
    """A whole date: ``12 September 2023``."""
    short_day: Callable[[date], str]
    """A date where the year is known: ``12 Sep``."""
    month: Callable[[date], str]
    """The month of a date, as on an axis: ``Sep``."""


_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.10g}"


ENGLISH = Wording(
    number=_number,
    day=lambda day: f"{day.day} {_MONTHS[day.month - 1]} {day.year}",
    short_day=lambda day: f"{day.day} {_MONTHS[day.month - 1][:3]}",
    month=lambda day: _MONTHS[day.month - 1][:3],
)
