"""A date expression where it stands, and how a missing year is filled in."""

from dataclasses import dataclass, replace
from datetime import date

from drawdown.reading.moment import Moment
from drawdown.reading.span import Span

__all__ = ["DateMention", "nearest_after", "nearest_before"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention(Span):
    """A date expression without its preposition, and what it states.

    ``last`` is set where the expression is a range ("5 to 7 May 2024").
    """

    first: Moment
    last: Moment | None = None

    @property
    def edtf(self) -> str | None:
        """The EDTF value; None if the year is not stated."""
        if self.last is None:
            return self.first.edtf
        if self.first.edtf is None or self.last.edtf is None:
            return None
        low, high = self.first.edtf.split("/")[0], self.last.edtf.split("/")[-1]
        return f"{low}/{high}"

    @property
    def is_complete(self) -> bool:
        """Whether the year is stated."""
        return self.edtf is not None

    def in_year(self, year: int) -> "DateMention":
        """Return the mention with the year filled in (a range ends in that year)."""
        if self.last is None:
            return replace(self, first=self.first.in_year(year))
        start = year
        if (self.first.month or 0) > (self.last.month or 12):
            start -= 1
        return replace(
            self, first=self.first.in_year(start), last=self.last.in_year(year)
        )


def nearest_after(mention: DateMention, anchor: date) -> DateMention:
    """Return the mention in the first year that does not end it before the anchor."""
    return _nearest(mention, anchor, (0, 1, 2, 3, 4), after=True)


def nearest_before(mention: DateMention, anchor: date) -> DateMention:
    """Return the mention in the last year that does not start it after the anchor."""
    return _nearest(mention, anchor, (0, -1, -2, -3, -4), after=False)


def _nearest(
    mention: DateMention, anchor: date, years: tuple[int, ...], *, after: bool
) -> DateMention:
    if mention.is_complete:
        return mention
    for step in years:
        try:
            filled = mention.in_year(anchor.year + step)
            low = filled.first.bounds[0]
            high = (filled.last or filled.first).bounds[1]
        except ValueError:  # 29 February
            continue
        if (high >= anchor) if after else (low <= anchor):
            return filled
    return mention
