"""Reading a movement table back: lines become movements, or all problems at once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from drawdown.errors import PlanFileError, Problem
from drawdown.mission.columns import columns_of
from drawdown.mission.csv_text import read_csv
from drawdown.mission.rows import RowReader
from drawdown.plan.movement_line import NEEDED, SHARED, MovementLine
from drawdown.plan.plan import Load, Movement, People, Plan


def read_movement_table(plan: Plan, path: Path | str) -> Plan:
    """Return a plan with the movements of a table instead of its own.

    What the plan states of itself, values and all, stays as it was.

    Raises
    ------
    PlanFileError
        The file has problems; all are listed, with row and column.

    """
    where = Path(path)
    try:
        sheet, problems = read_csv(where, "movements")
    except OSError as error:
        raise PlanFileError(
            f"the file cannot be read: {error.strerror}", where=str(path)
        ) from None
    reader = _LineReader(sheet)
    rows = [(line, place.line) for line, place in reader.read()]
    lines = [(line, n) for line, n in rows if isinstance(line, MovementLine)]
    gathering = _Gathering(where=where.name, known=_cells(reader.problems))
    movements = tuple(gathering.movements(lines))
    problems += [*reader.problems, *gathering.problems]
    if any(problem.level == "error" for problem in problems):
        count = f"{len(problems)} problem{'s' if len(problems) != 1 else ''}"
        raise PlanFileError(
            f"the movement table has {count}", problems=problems, where=str(path)
        )
    return replace(plan, movements=movements)


class _LineReader(RowReader):
    """Reads the lines of a movement table as the rows of a mission are read."""

    __slots__ = ()

    def __post_init__(self) -> None:
        self.row_type = MovementLine
        self.columns = columns_of(MovementLine)
        self.places = {}


Cells = frozenset[tuple[int | None, str | None]]
"""Rows and columns."""


def _cells(problems: Iterable[Problem]) -> Cells:
    """Return the cells that problems are about."""
    return frozenset((problem.row, problem.column) for problem in problems)


Numbered = tuple[MovementLine, int | None]
"""A line, and its row in the file."""


@dataclass
class _Gathering:
    """Gathers the lines of each movement, and what does not fit together."""

    where: str
    known: Cells
    """Cells that are known to be wrong, and are not reported again."""
    problems: list[Problem] = field(default_factory=list)

    def report(self, row: int | None, column: str, message: str, hint: str) -> None:
        """Note a problem."""
        if (row, column) in self.known:
            return
        self.problems.append(
            Problem(
                where=self.where, row=row, column=column, message=message, hint=hint
            )
        )

    def movements(self, lines: list[Numbered]) -> Iterator[Movement]:
        """Yield the movements, in the order of their first lines."""
        grouped: dict[str, list[Numbered]] = {}
        for line, row in lines:
            if line.movement and (row, "movement") not in self.known:
                grouped.setdefault(line.movement, []).append((line, row))
        for mine in grouped.values():
            movement = self.movement(mine)
            if movement is not None:
                yield movement

    def movement(self, mine: list[Numbered]) -> Movement | None:
        """Return the movement of some lines, if nothing is missing."""
        first, row = mine[0]
        for column in NEEDED:
            if not getattr(first, column):
                hint = f"{first.movement} needs it on its first line"
                self.report(row, column, "the cell is empty", hint)
        for line, number in mine[1:]:
            self.agree(first, line, number)
        people = tuple(p for line, n in mine for p in self.people(line, n))
        loads = tuple(f for line, n in mine for f in self.loads(line, n))
        escorts = dict(self.escorts(first, row))
        if first.ready_to_load is None or first.arrives is None:
            return None
        return Movement(
            movement=first.movement,
            route=first.route,
            departs=first.ready_to_load,
            arrives=first.arrives,
            permit_asked=first.permit_asked,
            escorts=MappingProxyType(escorts),
            trucks=first.trucks or 0,
            low_loaders=first.low_loaders or 0,
            people=people,
            loads=loads,
        )

    def agree(self, first: MovementLine, line: MovementLine, row: int | None) -> None:
        """Ensures that a later line says of the movement what the first one says."""
        for column in SHARED:
            said, before = getattr(line, column), getattr(first, column)
            if said not in (None, "", (), before):
                message = f"{said} is not what {line.movement} has above, {before}"
                self.report(row, column, message, "leave it empty, or make them equal")

    def people(self, line: MovementLine, row: int | None) -> Iterator[People]:
        """Yield the people of a line."""
        if line.unit_id and line.persons is not None:
            guards = line.guards or 0
            yield People(unit=line.unit_id, persons=line.persons, guards=guards)
        elif line.unit_id:
            self.report(row, "persons", "the cell is empty", "say how many of the unit")
        elif line.persons or line.guards:
            self.report(row, "unit_id", "the cell is empty", "say of which unit")

    def loads(self, line: MovementLine, row: int | None) -> Iterator[Load]:
        """Yield the items of a line."""
        if line.lot_id and line.items is not None:
            by = line.disposition
            yield Load(lot=line.lot_id, count=line.items, disposition=by)
        elif line.lot_id:
            self.report(row, "items", "the cell is empty", "say how many of the lot")
        elif line.items or line.disposition:
            self.report(row, "lot_id", "the cell is empty", "say of which lot")

    def escorts(self, line: MovementLine, row: int | None) -> Iterator[tuple[str, int]]:
        """Yield the companies of a movement, by group."""
        for part in line.escorts or ():
            group, _, count = part.partition("=")
            if group and count.isascii() and count.isdigit() and len(count) < 10:
                yield group, int(count)
            else:
                hint = "write the group and the number of companies: ALPHA=2"
                self.report(row, "escorts", f"“{part[:60]}” is no escort", hint)
