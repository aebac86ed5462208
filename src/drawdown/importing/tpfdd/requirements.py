"""Reading movement requirements: every line, and everything that is wrong."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from drawdown.errors import InputError, Problem, TableError
from drawdown.importing.columns import cell, normal, positions
from drawdown.importing.tpfdd.line import Requirement
from drawdown.importing.tpfdd.names import AMOUNTS, NAMES, REQUIRED, TONS
from drawdown.mission.csv_text import read_csv
from drawdown.mission.sheet import Line, Sheet

MODES = {
    "a": "air",
    "air": "air",
    "s": "sea",
    "sea": "sea",
    "l": "road",
    "land": "road",
    "road": "road",
    "truck": "road",
    "r": "road",
    "rail": "road",
    "river": "river",
    "barge": "river",
}
"""Modes in words, or by the first letter of a mode and source code."""
MOST = 1_000_000
"""Of anything on one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirements:
    """All lines of a table."""

    path: Path
    lines: tuple[Requirement, ...]
    columns: Mapping[str, str]
    """The names of the columns in the file, by the short names."""
    nothing: tuple[str, ...] = ()
    """Lines that move neither people nor things."""

    @property
    def latest(self) -> date | None:
        """The last of the latest dates."""
        return max((one.latest for one in self.lines if one.latest), default=None)

    def problem(
        self, one: Requirement, column: str, message: str, hint: str
    ) -> Problem:
        """Return what is wrong with a line."""
        return Problem(
            where=self.path.name,
            row=one.row,
            column=self.columns[column],
            message=message,
            hint=hint,
        )


def read_requirements(path: Path, c_day: date) -> Requirements:
    """Return the lines of a table.

    Parameters
    ----------
    path
        A CSV file.
    c_day
        The day from which dates such as C+030 count.

    Raises
    ------
    InputError
        There is no such file, or it lacks columns.
    TableError
        Cells cannot be read; all are listed.

    """
    if not path.is_file():
        raise InputError("there is no such file", where=str(path))
    sheet, problems = read_csv(path, "requirements")
    if any(problem.level == "error" for problem in problems):
        raise TableError(problems, where=str(path))
    reader = _Reader(sheet, _columns(sheet, path), c_day)
    lines = [found for line in sheet.lines if (found := reader.line(line))]
    if reader.problems:
        raise TableError(reader.problems, where=str(path))
    moving = [one for one in lines if one.persons or one.boxes or one.vehicles]
    return Requirements(
        path=path,
        lines=tuple(moving),
        columns=reader.written,
        nothing=tuple(one.line_id for one in lines if one not in moving),
    )


def _columns(sheet: Sheet, path: Path) -> dict[str, int]:
    """Return the places of the columns by their short names.

    Raises
    ------
    InputError
        One is missing that every table must have.

    """
    there = positions(sheet)
    found = {
        short: there[normal(name)]
        for short, names in NAMES.items()
        for name in reversed(names)
        if normal(name) in there
    }
    lacks = [f"{s} ({', '.join(NAMES[s][1:4])})" for s in REQUIRED if s not in found]
    if not any(name in found for name in AMOUNTS):
        lacks.append(f"one of {', '.join(AMOUNTS)}")
    if lacks:
        raise InputError(
            "the table lacks columns",
            hint=f"it needs {'; '.join(lacks)}",
            where=str(path),
        )
    return found


class _Reader:
    """Reads lines, and notes what is wrong."""

    def __init__(self, sheet: Sheet, columns: Mapping[str, int], c_day: date) -> None:
        self.sheet = sheet
        self.columns = columns
        self.written = {s: sheet.header[place] for s, place in columns.items()}
        self.c_day = c_day
        self.problems: list[Problem] = []
        self._seen: dict[str, int | None] = {}

    def line(self, line: Line) -> Requirement | None:
        """Return a line; absent if something is wrong with it."""
        before = len(self.problems)
        uln = self._text(line, "uln")
        found = Requirement(
            row=line.number,
            line_id=self._identifier(line, uln),
            unit=self._text(line, "unit"),
            country=self._text(line, "country"),
            origin=self._needed(line, "origin"),
            exit=self._needed(line, "poe"),
            mode=self._mode(line),
            destination=self._text(line, "destination"),
            ready=self._date(line, "rld") or self._date(line, "ald"),
            earliest=self._date(line, "ead"),
            latest=self._date(line, "lad"),
            persons=self._count(line, "pax"),
            tons=self._tons(line),
            containers=self._count(line, "containers")
            if self._text(line, "containers")
            else None,
            vehicles=self._count(line, "vehicles"),
        )
        self._in_order(line, found)
        return found if len(self.problems) == before else None

    def _text(self, line: Line, name: str) -> str:
        return " ".join(str(cell(line, self.columns, name) or "").split())

    def _note(self, line: Line, name: str, message: str, hint: str) -> None:
        self.problems.append(
            Problem(
                where=self.sheet.where,
                row=line.number,
                column=self.written[name],
                message=message,
                hint=hint,
            )
        )

    def _needed(self, line: Line, name: str) -> str:
        found = self._text(line, name)
        if not found:
            self._note(line, name, "the value is missing", "fill it in")
        return found

    def _identifier(self, line: Line, uln: str) -> str:
        """Return the unit line number; two lines do not share one."""
        found = re.sub(r"[^A-Za-z0-9_.-]+", "-", uln).strip("-_.")
        if not found:
            hint = "give every line a number of its own"
            self._note(line, "uln", f"“{uln}” is no unit line number", hint)
        elif found in self._seen:
            message = f"{found} stands in row {self._seen[found]} already"
            self._note(line, "uln", message, "give every line a number of its own")
        else:
            self._seen[found] = line.number
        return found or "?"

    def _count(self, line: Line, name: str) -> int:
        """Return a whole number; 0 if the cell is empty."""
        number = self._number(line, name)
        if number != int(number):
            self._note(line, name, f"{number:g} is no whole number", "round it")
        return int(number)

    def _number(self, line: Line, name: str) -> float:
        text = self._text(line, name)
        if not text:
            return 0.0
        try:
            number = float(text.replace(",", "") if GROUPED.fullmatch(text) else text)
        except ValueError:
            number = -1.0
        if not 0 <= number <= MOST:
            hint = f"a number from 0 to {MOST:,}, or nothing"
            self._note(line, name, f"“{text}” is no amount", hint)
            return 0.0
        return number

    def _tons(self, line: Line) -> float:
        """Return the short tons: the sum as it stands, or else of its parts."""
        total, *parts = (self._number(line, name) for name in TONS)
        return total or sum(parts)

    def _mode(self, line: Line) -> str:
        text = self._text(line, "mode").lower()
        if not text:
            return ""
        found = MODES.get(text) or (MODES.get(text[0]) if len(text) == 2 else None)
        if found is None:
            hint = "air, sea, road or river; or a code that begins with A, S or L"
            self._note(line, "mode", f"“{text}” is no mode", hint)
        return found or ""

    def _date(self, line: Line, name: str) -> date | None:
        value = cell(line, self.columns, name)
        text = " ".join(str(value or "").split())
        if not text:
            return None
        for read in (self._c_day, _iso, _military):
            found = read(text)
            if found is not None:
                return found
        hint = "write 2030-01-05, 05JAN2030, or days from C-day: C+004"
        self._note(line, name, f"“{text}” is no date", hint)
        return None

    def _c_day(self, text: str) -> date | None:
        found = C_DAY.fullmatch(text)
        if found is None:
            return None
        days = int(found["days"]) * (-1 if found["sign"] == "-" else 1)
        return self.c_day + timedelta(days=days)

    def _in_order(self, line: Line, found: Requirement) -> None:
        """Ensure that the dates of a line follow each other."""
        named = (("rld", found.ready), ("ead", found.earliest), ("lad", found.latest))
        dates = [(name, day) for name, day in named if day is not None]
        for (name, day), (later, after) in pairwise(dates):
            if after < day:
                message = f"{after} is before {self.written[name]}, {day}"
                self._note(line, later, message, "exchange them, or mend one")
        if found.latest is not None and found.latest < self.c_day:
            message = f"{found.latest} is before the start, {self.c_day}"
            self._note(line, "lad", message, "leave out what is gone already")


GROUPED = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?")
"""A number with its thousands apart."""
C_DAY = re.compile(r"[Cc] ?(?P<sign>[+-]?) ?(?P<days>\d{1,4})")


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _military(text: str) -> date | None:
    """Return a date such as 05JAN2030 or 5 Jan 2030."""
    plain = re.sub(r"[ -]", "", text)
    for form in ("%d%b%Y", "%d%b%y"):
        try:
            return datetime.strptime(plain, form).date()  # noqa: DTZ007 (a day only)
        except ValueError:
            continue
    return None


def origins(lines: tuple[Requirement, ...]) -> Iterator[str]:
    """Yield the names of the origins, each once, in their order."""
    yield from dict.fromkeys(one.origin for one in lines)
