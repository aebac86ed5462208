"""A date as far as it is stated: a day, a month, a year, or a part of one."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date

__all__ = ["Moment"]

# Months of a part of a year; "late 2021" is its last quarter.
_YEAR_PARTS = {
    "early": (1, 3),
    "begin": (1, 1),
    "mid": (5, 8),
    "late": (10, 12),
    "H1": (1, 6),
    "H2": (7, 12),
    "Q1": (1, 3),
    "Q2": (4, 6),
    "Q3": (7, 9),
    "Q4": (10, 12),
}
# Days of a part of a month; 31 stands for the last day.
_MONTH_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31), "begin": (1, 1)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A date as far as it is stated; what is not stated is None.

    ``part`` is early, mid, late, begin, end, or a half or quarter (H1 … Q4) of the
    month or year; ``months`` the first and last month of a season.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: str | None = None
    months: tuple[int, int] | None = None

    def __post_init__(self) -> None:
        if self.month is not None and not 1 <= self.month <= 12:
            raise ValueError(f"there is no month {self.month}")
        if self.day is not None:
            longest = (
                31
                if self.month is None
                else monthrange(self.year or 2024, self.month)[1]
            )
            if not 1 <= self.day <= longest:
                raise ValueError(f"there is no day {self.day} in month {self.month}")

    def in_year(self, year: int) -> "Moment":
        """Return the same day or month in a year.

        Raises
        ------
        ValueError
            If that year has no such day (29 February).

        """
        return replace(self, year=year)

    @property
    def is_complete(self) -> bool:
        """Whether the year is stated."""
        return self.year is not None

    @property
    def bounds(self) -> tuple[date, date]:
        """The first and the last day that the phrase may mean.

        Raises
        ------
        ValueError
            If no year is stated.

        """
        if self.year is None:
            raise ValueError("a date without a year has no bounds")
        if self.day is not None and self.month is not None:
            only = date(self.year, self.month, self.day)
            return only, only
        if self.month is not None:
            return _month_bounds(self.year, self.month, self.part)
        if self.part == "decade":
            return date(self.year, 1, 1), date(self.year + 9, 12, 31)
        low, high = self.months or _YEAR_PARTS.get(self.part or "", (1, 12))
        if self.part == "end":
            low = high = 12
        first, last = date(self.year, low, 1), _last_day(self.year, high)
        return (last, last) if self.part == "end" else (first, last)

    @property
    def edtf(self) -> str | None:
        """The value in EDTF, as fine as the phrase; None if no year is stated."""
        if self.year is None:
            return None
        if self.part or self.months:
            return self._edtf_of_part()
        fields = [f"{self.year:04d}"]
        if self.month is not None:
            fields.append(f"{self.month:02d}")
            if self.day is not None:
                fields.append(f"{self.day:02d}")
        return "-".join(fields)

    def _edtf_of_part(self) -> str:
        first, last = self.bounds
        if self.part == "end":
            return last.isoformat()
        if self.part == "decade":
            return _interval(f"{first:%Y}", f"{last:%Y}")
        if self.month is not None:
            return _interval(first.isoformat(), last.isoformat())
        return _interval(f"{first:%Y-%m}", f"{last:%Y-%m}")


def _interval(first: str, last: str) -> str:
    return first if first == last else f"{first}/{last}"


def _last_day(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _month_bounds(year: int, month: int, part: str | None) -> tuple[date, date]:
    last = _last_day(year, month)
    if part == "end":
        return last, last
    low, high = _MONTH_PARTS.get(part or "", (1, 31))
    return date(year, month, low), date(year, month, min(high, last.day))
