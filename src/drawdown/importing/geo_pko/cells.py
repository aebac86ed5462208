"""Texts and numbers as Geo-PKO has them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from drawdown.errors import Problem
from drawdown.importing.columns import cell
from drawdown.mission.sheet import Cell, Line, Sheet

ABSENT = {"", "na", "n/a", "nan", "null"}
UNKNOWN = {"unknown", "size unknown", "tcc name unknown", "tcc unknown"}


def clean(value: Cell) -> str:
    """Return a text on one line, with its accents; "" for what is absent.

    Names of the first versions are UTF-8 that was read as Latin-1 and written as UTF-8
    again (``MÃ©naka``); that is undone.
    """
    text = " ".join(str("" if value is None else value).split())
    if text.lower() in ABSENT:
        return ""
    for encoding in ("latin-1", "cp1252"):
        try:
            return text.encode(encoding).decode()
        except UnicodeError:
            continue
    return text


def amount(value: Cell) -> int | None:
    """Return a whole number, parts rounded; absent if the table does not know it.

    Raises
    ------
    ValueError
        It is neither a number nor a word for what is not known.

    """
    text = clean(value)
    if not text or text.lower() in UNKNOWN:
        return None
    number = float(text)
    if not 0 <= number < 1e7:
        raise ValueError(text)
    return int(number + 0.5)


def degrees(value: Cell, most: float) -> float | None:
    """Return a latitude or a longitude.

    Raises
    ------
    ValueError
        It is no number, or no such place is on Earth.

    """
    text = clean(value)
    if not text or text.lower() in UNKNOWN:
        return None
    number = float(text)
    if not -most <= number <= most:
        raise ValueError(text)
    return number


def country(value: Cell) -> str:
    """Return the name of a country; "" if it is not known."""
    text = clean(value)
    return "" if text.lower() in UNKNOWN else text


def yes(value: Cell) -> bool:
    """Return whether something is there: 1, yes."""
    text = clean(value).lower()
    return text in {"yes", "true"} or (text.replace(".", "").isdigit() and text > "0.0")


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of one row by the normal names of their columns.

    A cell that cannot be read is noted among ``problems``, and is absent.
    """

    sheet: Sheet
    columns: Mapping[str, int]
    line: Line
    problems: list[Problem] = field(default_factory=list)

    def text(self, name: str) -> str:
        """Return a text; "" if it is absent."""
        return clean(self._cell(name))

    def amount(self, name: str) -> int | None:
        """Return a whole number; absent if the table does not know it."""
        return self.amount_in(self._cell(name), name)

    def amount_in(self, value: Cell, name: str) -> int | None:
        """Return the whole number that is a part of a cell."""
        try:
            return amount(value)
        except ValueError:
            self.note(name, f"“{value}” is no number of people or units")
            return None

    def degrees(self, name: str, most: float) -> float | None:
        """Return a latitude or a longitude."""
        try:
            return degrees(self._cell(name), most)
        except ValueError:
            value = self._cell(name)
            self.note(name, f"“{value}” is not between -{most:g} and {most:g} degrees")
            return None

    def yes(self, names: tuple[str, ...]) -> bool:
        """Return whether something is there by one of several columns."""
        return any(yes(self._cell(name)) for name in names)

    def note(self, name: str, message: str) -> None:
        """Note what is wrong with a cell."""
        place = self.columns.get(name)
        problem = Problem(
            where=self.sheet.where,
            row=self.line.number,
            column=name if place is None else self.sheet.header[place],
            message=message,
            hint="mend the cell, or leave it empty for what is not known",
        )
        self.problems.append(problem)

    def _cell(self, name: str) -> Cell:
        return cell(self.line, self.columns, name)
