"""The tasks of the project as a tree, before they are numbered."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A task, a milestone, or a heading over others."""

    thing: str
    """Tells it from all others: ``step/KIDAL/notice``. Links name it."""
    name: str
    first: date | None = None
    last: date | None = None
    """Both days are worked; absent for headings."""
    milestone: bool = False
    """It takes no time: it is reached at the end of its day."""
    below: tuple["Work", ...] = ()
    after: tuple[str, ...] = ()
    """What must have ended before it begins."""
    deadline: date | None = None
    actual: date | None = None
    """The day on which it was really reached."""
    crew: str = ""
    teams: int = 0
    notes: str = ""

    def dates(self) -> tuple[date, date]:
        """Return the first and the last day, of all below for a heading."""
        if self.first is not None and self.last is not None:
            return self.first, self.last
        days = [one.dates() for one in self.below]
        return min(first for first, _ in days), max(last for _, last in days)

    def shown(self) -> tuple[date, date]:
        """Return the same as it really was, as far as that is known."""
        if self.actual is not None:
            return self.actual, self.actual
        if not self.below:
            return self.dates()
        days = [one.shown() for one in self.below]
        return min(first for first, _ in days), max(last for _, last in days)


def milestone(thing: str, name: str, day: date, *, notes: str = "") -> Work:
    """Return a milestone on a day."""
    return Work(
        thing=thing, name=name, first=day, last=day, milestone=True, notes=notes
    )


def heading(thing: str, name: str, below: list[Work]) -> Iterator[Work]:
    """Yield a heading, if there is anything below it."""
    if below:
        yield Work(thing=thing, name=name, below=tuple(below))
