"""The axis of days: where a day lies, and which months are named."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

__all__ = ["DaysAxis"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysAxis:
    """The days from ``start`` to ``end``, both shown whole, as shares of a width."""

    start: date
    end: date

    @property
    def days(self) -> int:
        """How many days are shown."""
        return (self.end - self.start).days + 1

    def share(self, day: date) -> float:
        """Return where a day begins, from 0 to 1; days beyond are at the edges."""
        return min(1.0, max(0.0, (day - self.start).days / self.days))

    def percent(self, day: date) -> str:
        """Return where a day begins, as an attribute of SVG."""
        return percent(self.share(day))

    def span(self, start: date, end: date) -> tuple[str, str] | None:
        """Return position and width of some days, or nothing if none are shown."""
        if end < self.start or start > self.end or end < start:
            return None
        first, last = self.share(start), self.share(end + timedelta(days=1))
        return percent(first), percent(last - first)

    def months(self, most: int = 8) -> Iterator[date]:
        """Yield first days of months: every one, or so few that they have room."""
        firsts = []
        year, month = self.start.year, self.start.month
        while (first := date(year, month, 1)) <= self.end:
            if first >= self.start:
                firsts.append(first)
            year, month = (year, month + 1) if month < 12 else (year + 1, 1)
        yield from firsts[:: max(1, -(-len(firsts) // most))]


def percent(share: float) -> str:
    """Return a share as a percentage with two decimals at most."""
    return f"{share * 100:.2f}".rstrip("0").rstrip(".") + "%"
