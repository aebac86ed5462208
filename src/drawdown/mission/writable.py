"""What can be written so that it is read as the same: anything else is refused."""

from collections.abc import Iterable, Iterator

from drawdown.errors import MissionError, Problem
from drawdown.mission.cells import CellError, clean, is_empty
from drawdown.mission.columns import columns_of
from drawdown.mission.sheet import Cell, Sheet
from drawdown.mission.tables import BY_NAME


def ensure_writable(sheets: Iterable[Sheet]) -> None:
    """Ensure that reading what is written gives the same mission.

    Missions that were read are so; one that was made in memory may not be.

    Raises
    ------
    MissionError
        A text has blanks around it, characters that are none, or too many; or a
        required one is empty.

    """
    problems = [problem for sheet in sheets for problem in _problems(sheet)]
    if problems:
        raise MissionError(problems)


def _problems(sheet: Sheet) -> Iterator[Problem]:
    """Yield what is wrong with the cells of a sheet."""
    columns = columns_of(BY_NAME[sheet.table].row)
    for line in sheet.lines:
        for name, cell in zip(sheet.header, line.cells, strict=True):
            required = name in columns and columns[name].required
            if message := _fault(cell, required=required):
                yield Problem(
                    where=sheet.where, row=line.number, column=name, message=message
                )


def _fault(cell: Cell, *, required: bool) -> str:
    """Return why a cell would not be read as the same; "" if it would."""
    if is_empty(cell):
        return "the value is missing" if required else ""
    try:
        same = clean(cell) == cell
    except CellError as error:
        return error.message
    return "" if same else f"{cell!r} has blanks around it, or line ends of Windows"
