"""Days as MS Project has them: eight hours of work, from eight to four."""

from datetime import date, time, timedelta

BEGINS, ENDS = time(8), time(16)
HOURS = 8


def begin(day: date) -> str:
    """Return the beginning of a day's work."""
    return f"{day.isoformat()}T{BEGINS.isoformat()}"


def end(day: date) -> str:
    """Return the end of a day's work."""
    return f"{day.isoformat()}T{ENDS.isoformat()}"


def length(first: date, last: date) -> str:
    """Return the length of the work on all days from one to another."""
    return hours(((last - first) // timedelta(days=1) + 1) * HOURS)


def hours(count: int) -> str:
    """Return some hours of work."""
    return f"PT{count}H0M0S"


NOTHING = hours(0)
