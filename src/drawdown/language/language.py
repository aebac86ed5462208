"""Sentences, dates and numbers of one language."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Literal, TypeAlias

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from drawdown.errors import UsageError
from drawdown.language.catalogue import catalogue
from drawdown.language.tongues import TONGUES, Tongue

__all__ = ["ENGLISH", "TERMINAL", "Language", "Value"]

Value: TypeAlias = str | int | float | date
"""What a sentence can take: text as it is; numbers and dates as the language does."""

Day: TypeAlias = date

MOST_DECIMALS = 4
CATEGORIES = (1, 2, 0, 3, 11, 100)
"""Whole numbers that stand for all plural forms of any language between them."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language to show things in.

    Raises
    ------
    UsageError
        There is no such language.

    """

    code: str = "en"
    """Its two letters (ISO 639-1)."""
    iso_dates: bool = False
    """Dates are 2023-12-31, as in the tables, instead of words."""
    year: int | None = None
    """A year that goes without saying: its dates are short, such as 31 Oct."""

    def __post_init__(self) -> None:
        if self.code not in TONGUES:
            known = ", ".join(f"{code} ({t.name})" for code, t in TONGUES.items())
            raise UsageError(
                f"there is no language “{self.code}”", hint=f"known are {known}"
            )

    @property
    def tongue(self) -> Tongue:
        """How it is written."""
        return TONGUES[self.code]

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        """From left to right, or from right to left; as the ``dir`` of HTML."""
        return self.tongue.direction

    def text(self, message: str, /, **values: Value) -> str:
        """Return a sentence, with ``{name}`` replaced by the values.

        Parameters
        ----------
        message
            The English sentence, written out where this is called so that the
            catalogues have it, or one that is ``marked``.
        values
            By name. Numbers and dates are written as the language does.

        """
        found = catalogue(self.code).gettext(message) if message else message
        return self._filled(found, values)

    def plural(self, one: str, many: str, n: float, /, **values: Value) -> str:
        """Return a sentence for one or for many, with ``{n}`` replaced by the number.

        Parameters
        ----------
        one, many
            The English sentences for one and for other numbers.
        n
            The number that decides.
        values
            As in ``text``; an ``n`` among them is shown instead of the number.

        """
        found = catalogue(self.code).ngettext(one, many, self._category(n))
        return self._filled(found, {"n": n, **values})

    def _filled(self, message: str, values: dict[str, Value]) -> str:
        if not values:
            return message
        written = {name: self._written(value) for name, value in values.items()}
        return message.format_map(written)

    def _written(self, value: Value) -> str:
        if isinstance(value, str):
            return value
        return self.date(value) if isinstance(value, date) else self.number(value)

    def _category(self, n: float) -> int:
        """Return a whole number that has the plural form of a number.

        Catalogues know the forms of whole numbers only.
        """
        if n == int(n):
            return abs(int(n))
        form = _locale(self.tongue.locale).plural_form
        return next((i for i in CATEGORIES if form(i) == form(abs(n))), 2)

    def date(self, day: Day, /) -> str:
        """Return a date such as 31 October 2023; short in the year that is said."""
        if self.iso_dates:
            return day.isoformat()
        if day.year == self.year:
            return self.short_date(day)
        return self._day(day, "d MMMM y")

    def long_date(self, day: Day, /) -> str:
        """Return a date with its weekday, such as Tuesday 31 October 2023."""
        weekday = format_date(day, "EEEE", locale=self.tongue.locale)
        return f"{weekday} {self._day(day, 'd MMMM y')}"

    def short_date(self, day: Day, /) -> str:
        """Return a date without its year, such as 31 Oct."""
        return self._day(day, "d MMM")

    def month(self, day: Day, /) -> str:
        """Return the month of a date, such as October 2023."""
        return format_skeleton("yMMMM", day, locale=self.tongue.locale)

    def _day(self, day: Day, pattern: str) -> str:
        written = format_date(day, pattern, locale=self.tongue.locale)
        first = self.tongue.first_of_month
        return f"{first}{written[1:]}" if first and day.day == 1 else written

    def number(
        self, x: float, /, decimals: int | None = None, *, signed: bool = False
    ) -> str:
        """Return a number, its thousands apart.

        Parameters
        ----------
        x
            The number.
        decimals
            How many decimals are shown; absent: those it has, four at most.
        signed
            Whether a number above 0 has a plus.

        """
        if not math.isfinite(x):
            return "∞" if x > 0 else "−∞" if x < 0 else "–"
        most = MOST_DECIMALS if decimals is None else decimals
        exact = round(Decimal(str(x)), most) + 0
        shown = "#" * most if decimals is None else "0" * most
        pattern = f"#,##0.{shown}".rstrip(".")
        written = format_decimal(exact, pattern, self.tongue.locale)
        return f"+{written}" if signed and exact > 0 else written

    def percent(self, share: float, /, decimals: int = 0) -> str:
        """Return a share, from 0 to 1, in per cent."""
        exact = round(Decimal(str(share)), decimals + 2) + 0
        shown = _locale(self.tongue.locale).percent_formats[None].pattern
        pattern = shown.replace("0", f"0.{'0' * decimals}") if decimals else shown
        return format_percent(exact, pattern, self.tongue.locale)

    def money(self, x: float, currency: str = "USD", /, *, signed: bool = False) -> str:
        """Return an amount of money in whole units, such as 25,000 USD."""
        amount = self.number(x, 0, signed=signed)
        return self.text("{amount} {currency}", amount=amount, currency=currency)

    def list(
        self, items: Sequence[str], /, *, last: Literal["and", "or"] = "and"
    ) -> str:
        """Return items in one phrase, such as a, b and c."""
        style: Literal["standard", "or"] = "standard" if last == "and" else "or"
        return format_list(items, style, self.tongue.locale)


@cache
def _locale(name: str) -> Locale:
    return Locale.parse(name)


ENGLISH = Language("en")
"""What the code is written in."""
TERMINAL = Language("en", iso_dates=True)
"""English for the command line: its dates are those of the tables."""
