"""The value of a relative expression of time in EDTF, counted from its anchor."""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from drawdown.reading.news.relative import Relative

__all__ = ["value_of"]


def value_of(
    mention: Relative,
    *,
    base: date | None,
    last: str | None,
    day: date | None,
    future: bool,
) -> str | None:
    """Return the EDTF value of a relative expression, or None if nothing fixes it.

    Parameters
    ----------
    mention
        The expression.
    base
        The day of the document, or of the quotation that it stands in.
    last
        The value of the date named last.
    day
        The last full day named, or the document's.
    future
        Whether the sentence looks ahead.

    """
    if mention.kind in FIXED:
        return FIXED[mention.kind](mention)
    if mention.anchored and mention.kind != "clock":
        if mention.unit in "DW" and day is not None and len(last or "") != 10:
            last = day.isoformat()
        return _from_anchor(mention, last, base)
    if mention.kind == "clock":
        hour, minute = divmod(mention.count, 60)
        return f"{day.isoformat()}T{hour:02d}:{minute:02d}" if day else None
    return _from_day(mention, base, future=future) if base is not None else None


#: What needs no anchor: nothing fixes "recently", the sixties fix themselves.
FIXED: dict[str, Callable[[Relative], str | None]] = {
    "vague": lambda _: None,
    "decade": lambda m: f"19{m.count}/19{m.count + 9}",
    "century": lambda m: f"{m.count - 1}00/{m.count - 1}99",
}


def _from_day(mention: Relative, base: date, *, future: bool) -> str | None:
    """Return the value of what is counted from a day: "yesterday", "last week"."""
    if mention.kind == "day":
        return (base + timedelta(days=mention.count)).isoformat()
    if mention.kind == "weekday":
        return _day_of_week(mention, base, future=future).isoformat()
    if mention.kind == "step":
        return _stepped(base.isoformat(), mention)
    if mention.kind == "range":
        return _range_value(base, mention)
    if mention.kind == "end":
        return _last_of(base, mention.unit).isoformat()
    return _of_period(base, mention.count, mention.unit)


def _range_value(base: date, mention: Relative) -> str:
    """Return the interval of "the past 30 days", as fine as its unit."""
    if mention.unit in "YM":
        months = mention.count * (12 if mention.unit == "Y" else 1)
        other = _add_months(date(base.year, base.month, 1), months)
        fine = "%Y" if mention.unit == "Y" else "%Y-%m"
        low, high = sorted((f"{other:{fine}}", f"{base:{fine}}"))
        return f"{low}/{high}"
    days = mention.count * (7 if mention.unit == "W" else 1)
    first, last = sorted((base, base + timedelta(days=days)))
    return f"{first.isoformat()}/{last.isoformat()}"


def _day_of_week(mention: Relative, base: date, *, future: bool) -> date:
    back = (base.weekday() - mention.count) % 7
    if mention.direction == "next" or (future and back):
        return base + timedelta(days=(mention.count - base.weekday() - 1) % 7 + 1)
    return base - timedelta(days=back)


def _from_anchor(mention: Relative, last: str | None, base: date | None) -> str | None:
    if mention.kind == "step" and mention.direction in {"after", "before"}:
        # "The speech came a week after an attack": the attack was a week before it.
        mention = replace(mention, count=-mention.count, direction="ago")
    if last is None and base is None:
        return None
    return _stepped(last or (base.isoformat() if base else None), mention)


def _stepped(anchor: str | None, mention: Relative) -> str | None:
    """Return a date a number of days, weeks, months or years from another."""
    if anchor is None:
        return None
    anchor = anchor.split("/")[0].split("T")[0].rstrip("~")
    tail = "~" if mention.approx else ""
    parts = [int(p) for p in anchor.split("-")]
    if mention.unit == "Y":
        if mention.kind == "anchored" or mention.direction == "ago" or len(parts) == 1:
            return f"{parts[0] + mention.count:04d}{tail}"
        moved = _add_months(_full(parts), 12 * mention.count)
        return f"{moved:%Y-%m}{tail}" if len(parts) == 2 else f"{moved:%Y}{tail}"
    if mention.unit == "M":
        moved = _add_months(_full(parts), mention.count)
        return f"{moved:%Y-%m}{tail}"
    if len(parts) < 3:
        return None
    days = mention.count * (7 if mention.unit == "W" else 1)
    moved = _full(parts) + timedelta(days=days)
    if mention.unit == "W" and mention.kind == "anchored":
        return _of_period(_full(parts), mention.count, "W")
    return moved.isoformat() + tail


def _full(parts: list[int]) -> date:
    year, month, day = [*parts, 1, 1][:3] if len(parts) < 3 else parts
    return date(year, month, day)


def _add_months(day: date, count: int) -> date:
    months = day.year * 12 + day.month - 1 + count
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _last_of(base: date, unit: str) -> date:
    kind, shift = unit[0], int(unit[1:] or 0)
    if kind == "Y":
        return date(base.year + shift, 12, 31)
    if kind == "M":
        first = _add_months(date(base.year, base.month, 1), shift)
        return date(first.year, first.month, monthrange(first.year, first.month)[1])
    return base + timedelta(days=6 - base.weekday())


SEASONS = {"P": (3, 5), "S": (6, 8), "A": (9, 11)}


def _of_period(base: date, count: int, unit: str) -> str | None:
    """Return the week, month, year or season that lies so many from that of a day."""
    if unit == "W":
        monday = base - timedelta(days=base.weekday()) + timedelta(weeks=count)
        return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    if unit == "E":
        return _weekend(base, count)
    if unit == "M":
        return f"{_add_months(date(base.year, base.month, 1), count):%Y-%m}"
    if unit == "Y":
        return f"{base.year + count:04d}"
    if unit == "X":
        start = base.year // 10 * 10 + 10 * count
        return f"{start}/{start + 9}"
    if unit in SEASONS:
        first, last = SEASONS[unit]
        year = base.year + count
        if count < 0 and base.month > last:
            year = base.year
        return f"{year}-{first:02d}/{year}-{last:02d}"
    return None


def _weekend(base: date, count: int) -> str:
    """Return the Saturday and Sunday on or before the day; "next" is the one after."""
    saturday = base - timedelta(days=(base.weekday() - 5) % 7)
    if count > 0:
        saturday += timedelta(days=7)
    return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"
