"""Cells: from what stands in a file to a value, and back."""

import re
from datetime import date, datetime, timedelta
from enum import StrEnum

from drawdown.mission.columns import Column, Kind
from drawdown.mission.nearest import did_you_mean
from drawdown.mission.sheet import Cell

LONGEST = 32_767
"""Characters of one cell: what a cell of a workbook can hold."""

WHOLE = re.compile(r"[+-]?[0-9]+(\.0*)?")
NUMBER = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?")
ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
OTHER_DATE = re.compile(r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})")
SERIAL = re.compile(r"[0-9]{5}(\.[0-9]+)?")
UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that a workbook cannot hold."""

YES = frozenset({"yes", "true", "1", "oui"})
NO = frozenset({"no", "false", "0", "non"})
EXCEL_DAY_0 = date(1899, 12, 30)
"""Excel counts days from here (for dates after its 29 February 1900)."""


class CellError(Exception):
    """A cell cannot be read as a value of its column."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def clean(cell: Cell) -> Cell:
    """Return a cell without blanks around it and with plain line ends.

    Raises
    ------
    CellError
        The text is too long, or has characters that are none.

    """
    if not isinstance(cell, str):
        return cell
    if len(cell) > LONGEST:
        raise CellError(
            f"the cell has more than {LONGEST:,} characters",
            "no workbook can hold that: keep it in a document, and name that here",
        )
    if unreadable := UNREADABLE.search(cell):
        raise CellError(
            f"the text has the control character U+{ord(unreadable.group()):04X}",
            "delete it; it is often left over from copying",
        )
    return cell.replace("\r\n", "\n").replace("\r", "\n").strip()


def is_empty(cell: Cell) -> bool:
    """Return whether nothing stands in a cell."""
    return cell is None or cell == ""


def parse(column: Column, cell: Cell) -> object:
    """Return the value of a clean cell that is not empty.

    Raises
    ------
    CellError
        It is no value of this kind of column.

    """
    match column.kind:
        case Kind.DATE:
            return parse_date(cell)
        case Kind.WHOLE:
            return _whole(cell)
        case Kind.NUMBER:
            return _number(cell)
        case Kind.FLAG:
            return _flag(cell)
        case Kind.CHOICE:
            assert column.choices is not None
            return _choice(column.choices, cell)
        case Kind.IDENTIFIERS:
            return _identifiers(cell)
    return as_text(cell)


def as_text(cell: Cell) -> str:
    """Return a cell as it is written in a CSV file."""
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case float() if cell.is_integer() and abs(cell) < 1e15:
            return str(int(cell))
        case datetime():
            midnight = cell.time() == datetime.min.time()
            return cell.date().isoformat() if midnight else cell.isoformat(" ")
        case date():
            return cell.isoformat()
    return str(cell)


def as_cell(value: object, kind: Kind = Kind.TEXT) -> Cell:
    """Return what is written for a value of a column of some kind."""
    match value:
        case int() if kind is Kind.NUMBER:
            return float(value)
        case tuple():
            return ";".join(value)
        case StrEnum():
            return value.value
        case None | str() | int() | float() | date():
            return value
    raise TypeError(f"{value!r} has no place in a cell")


def parse_date(cell: Cell) -> date:
    """Return the date of a cell: ISO text, or a date or serial number of Excel.

    Raises
    ------
    CellError
        It is no date; the hint says which date a serial number means.

    """
    if isinstance(cell, datetime):
        if cell.time() != datetime.min.time():
            raise CellError(f"{cell} has a time of day", "a day is enough")
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, float):  # a number of a workbook
        return _serial(cell)
    text = as_text(cell)
    if ISO_DATE.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise CellError(f"there is no day {text}") from None
    raise CellError(f"“{_short(text)}” is no date", _date_hint(text))


def _serial(number: float) -> date:
    """Return the date of a serial number of Excel."""
    if not (number.is_integer() and 61 <= number <= 2_958_465):
        raise CellError(f"{number:g} is no date", "write it as 2023-12-31")
    return EXCEL_DAY_0 + timedelta(days=int(number))


def _date_hint(text: str) -> str:
    """Return how the text of a wrong date should be written, as far as one can tell."""
    if SERIAL.fullmatch(text):
        meant = EXCEL_DAY_0 + timedelta(days=int(float(text)))
        return f"as a serial number of Excel it means {meant}: write {meant}"
    if match := OTHER_DATE.fullmatch(text):
        day, month, year = (int(part) for part in match.groups())
        try:
            return f"write {date(year, month, day)}, if that is the day you mean"
        except ValueError:
            pass
    return "write it as year-month-day: 2023-12-31"


def _whole(cell: Cell) -> int:
    """Return a whole number."""
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    if isinstance(cell, int) and not isinstance(cell, bool):
        return cell
    text = as_text(cell)
    if not WHOLE.fullmatch(text):
        raise CellError(f"“{_short(text)}” is no whole number", _number_hint(text))
    if len(text) > 300:
        raise CellError(f"“{_short(text)}” is too great a number")
    return int(text.partition(".")[0])


def _number(cell: Cell) -> float:
    """Return a number; neither infinite nor undefined."""
    text = as_text(cell) if not isinstance(cell, float) else repr(cell)
    if isinstance(cell, bool) or not NUMBER.fullmatch(text):
        raise CellError(f"“{_short(text)}” is no number", _number_hint(text))
    number = float(text)
    if number in (float("inf"), float("-inf")):
        raise CellError(f"“{_short(text)}” is too great a number")
    return number


def _number_hint(text: str) -> str:
    """Return how the text of a wrong number should be written."""
    bare = re.sub(r"[\s'’_]", "", text)
    if re.fullmatch(r"-?[0-9]{1,3}(,[0-9]{3})+", bare):
        return f"write it without separators: {bare.replace(',', '')}"
    if re.fullmatch(r"-?[0-9]+,[0-9]+", bare):
        return f"write it with a point: {bare.replace(',', '.')}"
    if NUMBER.fullmatch(bare):
        return f"write {bare}"
    return "write digits only; leave the cell empty if it is not known"


def _flag(cell: Cell) -> bool:
    """Return whether a cell says yes."""
    word = as_text(cell).casefold()
    if word in YES:
        return True
    if word in NO:
        return False
    raise CellError(f"“{_short(word)}” is neither yes nor no", "write yes or no")


def _choice(choices: type[StrEnum], cell: Cell) -> StrEnum:
    """Return the word of an enumeration, in whatever case it is written."""
    text = as_text(cell)
    words = {word.value.casefold(): word for word in choices}
    if text.casefold() in words:
        return words[text.casefold()]
    names = [word.value for word in choices]
    raise CellError(
        f"“{_short(text)}” is none of the words of this column",
        did_you_mean(text, names) or f"write one of {', '.join(names)}",
    )


def _identifiers(cell: Cell) -> tuple[str, ...]:
    """Return the names of a cell, which are separated by semicolons."""
    return tuple(part.strip() for part in as_text(cell).split(";") if part.strip())


def _short(text: str) -> str:
    """Return a text that fits in a message."""
    return text if len(text) <= 60 else text[:57] + "…"
