"""Rows: from the lines of a sheet to the typed rows of a table."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from types import MappingProxyType
from typing import Any

from pydantic import TypeAdapter, ValidationError

from drawdown.errors import Problem
from drawdown.mission.cells import CellError, clean, is_empty, parse
from drawdown.mission.columns import EVIDENCE, Column, columns_of, evidence_column
from drawdown.mission.draft import Place
from drawdown.mission.nearest import did_you_mean
from drawdown.mission.row import Row
from drawdown.mission.sheet import Cell, Line, Sheet
from drawdown.mission.tables import BY_NAME
from drawdown.quantities import Evidence

MISSING_HINT = "fill it in; a row without it cannot be used"


@dataclass(slots=True)
class RowReader:
    """Reads the lines of one sheet; gathers what is wrong instead of stopping."""

    sheet: Sheet
    problems: list[Problem] = field(default_factory=list)
    failed: set[str] = field(default_factory=set)
    """Columns of which a cell could not be read."""
    row_type: type[Row] = field(init=False)
    columns: Mapping[str, Column] = field(init=False)
    places: dict[str, int] = field(init=False)
    """The position of each column in the sheet."""

    def __post_init__(self) -> None:
        self.row_type = BY_NAME[self.sheet.table].row
        self.columns = columns_of(self.row_type)
        self.places = {}

    def read(self) -> list[tuple[Row, Place]]:
        """Return all rows of the sheet, with where they stand."""
        if not self.sheet.header:
            self.failed.add("")
        self._read_header()
        return [self._read_line(line) for line in self.sheet.lines]

    def _read_header(self) -> None:
        for position, name in enumerate(self.sheet.header):
            if name in self.places:
                self._report(None, name, "the column is there twice", "delete one")
            elif name in self.columns or evidence_column(self.row_type, name):
                self.places[name] = position
            elif name or any(_at(line, position) for line in self.sheet.lines):
                self._unknown_column(name)
        for column in self._absent_columns():
            self.failed.add(column.name)
            if self.sheet.header_line is not None and self.sheet.header:
                self._report(None, column.name, "the column is missing", "add it")

    def _absent_columns(self) -> Iterator[Column]:
        """Yield the columns that must be there and are not."""
        for column in self.columns.values():
            if column.required and column.name not in self.places:
                yield column

    def _unknown_column(self, name: str) -> None:
        known = [*self.columns, *EVIDENCE]
        self._report(
            None,
            name,
            f"there is no column “{name[:60]}” in this table"
            if name
            else "a column has cells and no name",
            did_you_mean(name, set(known) - set(self.places))
            or f"columns are {', '.join(known)}",
        )

    def _read_line(self, line: Line) -> tuple[Row, Place]:
        self._check_length(line)
        good: dict[str, object] = {}
        bad: set[str] = set()
        for column in self.columns.values():
            try:
                self._read_cell(column, line, good)
            except CellError as error:
                self._report(line, column.name, error.message, error.hint)
                bad.add(column.name)
        row = self._build(line, good, bad)
        self.failed |= bad
        evidence, values = self._evidence(line)
        place = Place(
            where=self.sheet.where, line=line.number, prefix=self.sheet.prefix
        )
        return _with_evidence(row, evidence, values), place

    def _check_length(self, line: Line) -> None:
        """Ensure that no cell stands to the right of the header."""
        if any(not is_empty(cell) for cell in line.cells[len(self.sheet.header) :]):
            self._report(
                line,
                None,
                f"the row has {len(line.cells)} cells, the header "
                f"{len(self.sheet.header)}",
                "put texts that contain the separator in quotation marks",
            )

    def _read_cell(self, column: Column, line: Line, good: dict[str, object]) -> None:
        """Put the value of a cell among the good ones, if the cell is not empty."""
        if column.name not in self.places:
            if column.required and self.sheet.header_line is None:
                raise CellError("the value is missing", MISSING_HINT)
            return
        cell = clean(_at(line, self.places[column.name]))
        if not is_empty(cell):
            good[column.name] = parse(column, cell)
        elif column.required:
            raise CellError("the cell is empty", MISSING_HINT)

    def _build(self, line: Line, good: dict[str, object], bad: set[str]) -> Row:
        """Return the row, checked; or what is good of it, without a check."""
        try:
            row: Row = _adapter(self.row_type).validate_python(good)
        except ValidationError as error:
            self._explain(line, error, bad)
            return unchecked(self.row_type, good)
        return unchecked(self.row_type, good) if bad else row

    def _explain(self, line: Line, error: ValidationError, bad: set[str]) -> None:
        """Report what the row type says is wrong, where nothing is reported yet."""
        for fault in error.errors(include_url=False):
            column = str(fault["loc"][0]) if fault["loc"] else None
            # What the row as a whole does wrong may be a consequence of a bad cell.
            known = bool(bad) if column is None else column in bad
            if fault["type"] != "missing" and not known:
                message, hint = _words(dict(fault))
                self._report(line, column, message, hint)
            if column is not None:
                bad.add(column)

    def _evidence(self, line: Line) -> tuple[Evidence, Mapping[str, Evidence]]:
        """Return where the row and its single values come from."""
        parts: dict[str, dict[str, Any]] = {}
        for name, position in self.places.items():
            target = evidence_column(self.row_type, name)
            if target is None or name in self.columns:
                continue
            try:
                cell = clean(_at(line, position))
                if not is_empty(cell):
                    value = parse(EVIDENCE[target[1]], cell)
                    parts.setdefault(target[0], {})[target[1]] = value
            except CellError as error:
                self._report(line, name, error.message, error.hint)
        row = Evidence(**parts.pop("", {}))
        return row, {value: Evidence(**parts[value]) for value in sorted(parts)}

    def _report(
        self, line: Line | None, column: str | None, message: str, hint: str
    ) -> None:
        number = self.sheet.header_line if line is None else line.number
        name = None if column is None else self.sheet.prefix + column
        self.problems.append(
            Problem(
                where=self.sheet.where,
                row=number,
                column=name,
                message=message,
                hint=hint,
            )
        )


def _at(line: Line, position: int) -> Cell:
    """Return a cell of a line; short lines are empty to the right."""
    return line.cells[position] if position < len(line.cells) else None


ADAPTERS: dict[type[Row], TypeAdapter[Row]] = {}
"""What checks the rows of the types that were read before."""


def _adapter(row: type[Row]) -> TypeAdapter[Row]:
    """Return what checks the rows of a type."""
    if row not in ADAPTERS:
        ADAPTERS[row] = TypeAdapter(row)
    return ADAPTERS[row]


def unchecked(row: type[Row], good: Mapping[str, object]) -> Row:
    """Return a row of these values, with defaults or ``None`` for the others.

    Values out of bounds are kept: an identifier with a blank in it is wrong, but rows
    that refer to it by the same text are not.
    """
    made = object.__new__(row)
    for column in columns_of(row).values():
        value = good.get(column.name, column.default)
        object.__setattr__(made, column.name, value)
    for item in fields(Row):
        default = item.default_factory() if callable(item.default_factory) else None
        object.__setattr__(made, item.name, default or Evidence())
    return made


def _with_evidence(row: Row, evidence: Evidence, values: Mapping[str, Evidence]) -> Row:
    """Return the row with its evidence; the row is new and seen by nobody else."""
    object.__setattr__(row, "evidence", evidence)
    if values:
        object.__setattr__(row, "values", MappingProxyType(dict(values)))
    return row


def _words(fault: dict[str, Any]) -> tuple[str, str]:
    """Return what is wrong and how to mend it, in the words of a spreadsheet."""
    given, bounds = fault.get("input"), fault.get("ctx", {})
    match fault["type"]:
        case "greater_than_equal":
            return f"{given} is below {bounds['ge']:g}", "correct the number"
        case "less_than_equal":
            return f"{given} is above {bounds['le']:g}", "correct the number"
        case "string_pattern_mismatch":
            return (
                f"“{str(given)[:60]}” is no identifier",
                "use letters, digits, _ . and - only, beginning with a letter or digit",
            )
        case "value_error":
            return str(bounds["error"]), "correct one of the values"
    return str(fault["msg"]), ""
