"""Which missions and dates a Geo-PKO table has, and which of them is asked for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from drawdown.errors import InputError, UsageError
from drawdown.importing.geo_pko.table import Table, When, read_table
from drawdown.mission.nearest import did_you_mean

LONGEST_WAIT = 12
"""Months for which a map is held to be true; maps came every 2 to 6 months."""
SHOWN = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """The missions of a table and their dates."""

    version: str
    missions: dict[str, list[When]]

    def __str__(self) -> str:
        lines = [f"{name}: {dates_in_words(at)}" for name, at in self.missions.items()]
        return "\n".join((f"Geo-PKO {self.version}", *lines))


def contents(path: Path) -> Contents:
    """Return what is in a Geo-PKO table."""
    table = read_table(path)
    return Contents(version=table.version.name, missions=table.missions())


def dates_in_words(dates: Iterable[When]) -> str:
    """Return dates such as 2014-03 or 2014; the middle of very many is left out."""
    said = [f"{year}-{month:02}" if month else str(year) for year, month in dates]
    if len(said) > SHOWN:
        half = SHOWN // 2
        said = [*said[:half], "…", *said[-half:]]
    return ", ".join(said)


def named(asked: str, tables: Iterable[Table]) -> str:
    """Return the name of the mission that is asked for, as the tables write it.

    Raises
    ------
    InputError
        No mission has it, or several begin with it.

    """
    known = sorted({name for table in tables for name in table.missions()})
    wanted = asked.strip().lower()
    exact = [name for name in known if name.lower() == wanted]
    begins = [name for name in known if wanted and name.lower().startswith(wanted)]
    found = exact or begins
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(
            f"“{asked}” can be {' or '.join(found)}", hint="write the whole name"
        )
    raise InputError(
        f"the table has no mission “{asked}”",
        hint=did_you_mean(asked.upper(), known) or f"it has {', '.join(known)}",
    )


def chosen_date(table: Table, mission: str, on: date) -> When:
    """Return the date of a table that holds on a day.

    By maps: the last one before it or in its month; by years: its year.

    Raises
    ------
    InputError
        The table knows nothing of that day.

    """
    dates = table.missions().get(mission, [])
    by_year = not any(month for _, month in dates)
    wanted = (on.year, 0 if by_year else on.month)
    before = [when for when in dates if when <= wanted]
    if before and _months(before[-1], wanted) <= (0 if by_year else LONGEST_WAIT):
        return before[-1]
    what = "rows" if by_year else "map"
    raise InputError(
        f"there are no {what} of {mission} that hold on {on}"
        if by_year
        else f"there is no map of {mission} of {on} or of the year before it",
        hint=f"it has {dates_in_words(dates)}" if dates else "it has no date at all",
        where=str(table.path),
    )


def _months(first: When, last: When) -> int:
    return (last[0] - first[0]) * 12 + last[1] - first[1]
