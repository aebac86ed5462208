"""A Geo-PKO table: its rows of one mission, and which missions and dates it has."""

from dataclasses import dataclass
from pathlib import Path

from drawdown.errors import InputError, Problem, TableError
from drawdown.importing.columns import cell, positions
from drawdown.importing.geo_pko.cells import Cells, amount, clean, country
from drawdown.importing.geo_pko.deployment import Deployment
from drawdown.importing.geo_pko.versions import Version, version_of
from drawdown.mission.csv_text import read_csv
from drawdown.mission.sheet import Line, Sheet

When = tuple[int, int]
"""Year and month; month 0 where a table tells years only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One file of Geo-PKO."""

    path: Path
    version: Version
    sheet: Sheet
    columns: dict[str, int]

    def missions(self) -> dict[str, list[When]]:
        """Return the dates of each mission, in order."""
        found: dict[str, set[When]] = {}
        for line in self.sheet.lines:
            when = self._when(line)
            name = clean(cell(line, self.columns, "mission"))
            if name and when is not None:
                found.setdefault(name, set()).add(when)
        return {name: sorted(found[name]) for name in sorted(found)}

    def deployments(self, mission: str, when: When) -> list[Deployment]:
        """Return the rows of a mission on one of its dates.

        Raises
        ------
        TableError
            Cells of these rows cannot be read; all of them are listed.

        """
        found, problems = [], list[Problem]()
        for line in self.sheet.lines:
            named = clean(cell(line, self.columns, "mission")) == mission
            if named and self._when(line) == when:
                cells = Cells(self.sheet, self.columns, line, problems)
                found.append(self._deployment(cells, mission, when))
        if problems:
            raise TableError(problems, where=str(self.path))
        return found

    def _when(self, line: Line) -> When | None:
        """Return the date of a row; absent if it has none that can be read."""
        try:
            year = amount(cell(line, self.columns, "year"))
            month = amount(cell(line, self.columns, "month"))
        except ValueError:
            return None
        if not year or not 1900 <= year <= 2200:
            return None
        if "month" not in self.columns:
            return year, 0
        return (year, month) if month and 1 <= month <= 12 else None

    def _deployment(self, cells: Cells, mission: str, when: When) -> Deployment:
        place = cells.text("location")
        if not place:
            cells.note("location", "the row has no name of a place")
        source = f"Geo-PKO {self.version.name}, {self.path.name}"
        return Deployment(
            source=f"{source}, row {cells.line.number}",
            mission=mission,
            year=when[0],
            month=when[1] or None,
            map=cells.text("source"),
            place=place,
            country=country(cells.text("country")),
            latitude=cells.degrees("latitude", 90),
            longitude=cells.degrees("longitude", 180),
            troops=cells.amount("notroops"),
            contributors=tuple(self.version.contributors(cells)),
            infantry=cells.amount("infantry"),
            headquarters=cells.amount("hq"),
            police=cells.yes(POLICE),
            observers=cells.yes(OBSERVERS),
        )


POLICE = ("unpol", "unpoldummy")
OBSERVERS = ("unmo", "unmodummy")


def read_table(path: Path) -> Table:
    """Return a file of Geo-PKO.

    Raises
    ------
    InputError
        It cannot be read, or is no table of Geo-PKO.

    """
    if not path.is_file():
        raise InputError(
            "there is no such file",
            hint="docs/importing.md says where Geo-PKO is found",
            where=str(path),
        )
    if path.read_bytes()[:2] in (b"PK", b"\x1f\x8b"):
        raise InputError(
            "this is no CSV file",
            hint="open it in a spreadsheet program and save it as “CSV UTF-8”",
            where=str(path),
        )
    sheet, problems = read_csv(path, "geo-pko")
    if any(problem.level == "error" for problem in problems):
        raise TableError(problems, where=str(path))
    columns = positions(sheet)
    version = version_of(columns, str(path))
    return Table(path=path, version=version, sheet=sheet, columns=columns)
