"""Movement requirements go into a mission that is there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from drawdown.errors import Problem, TableError
from drawdown.importing.tpfdd.line import Requirement
from drawdown.importing.tpfdd.requirements import Requirements
from drawdown.importing.tpfdd.start import evidence
from drawdown.mission import Lot, Mission, Unit, problems_of
from drawdown.mission.nearest import did_you_mean

R = TypeVar("R", bound=Unit | Lot)


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """A mission with the lines of a table in it."""

    mission: Mission
    added: tuple[str, ...]
    """Units and lots that are new."""
    changed: tuple[str, ...]
    """Units and lots that were there and are otherwise now."""


def import_into(mission: Mission, table: Requirements) -> Merged:
    """Return a mission with the units and things of a table.

    Origins and ports are found among the sites and exits of the mission, by identifier
    or by name. A line whose number is a unit of the mission gives it its strength, its
    exit and its last day; other lines are new units. Rows that the table does not name
    stay as they are.

    Raises
    ------
    TableError
        Origins or ports that the mission does not have, or lines that do not fit into
        it; all are listed.

    """
    sites = _by_name((s.site_id, s.name) for s in mission.sites)
    exits = _by_name((e.exit_id, e.name) for e in mission.exits)
    problems, units, lots = list[Problem](), list[Unit](), list[Lot]()
    known = {unit.unit_id: unit for unit in mission.units}
    for one in table.lines:
        here = _found(table, one, "origin", one.origin, sites, problems)
        out = _found(table, one, "poe", one.exit, exits, problems)
        if here is not None and out is not None:
            if one.persons:
                row = one.unit_row(here, out, evidence(table, one))
                units.append(_completed(row, known.get(row.unit_id)))
            lots += one.lot_rows(here, out, evidence(table, one))
    if problems:
        raise TableError(problems, where=str(table.path))
    made = replace(
        mission, units=_put(mission.units, units), lots=_put(mission.lots, lots)
    )
    _ensure_no_worse(mission, made, table)
    before = _named([*mission.units, *mission.lots])
    rows = _named([*units, *lots])
    return Merged(
        mission=made,
        added=tuple(name for name in rows if name not in before),
        changed=tuple(n for n, row in rows.items() if before.get(n, row) != row),
    )


def _by_name(rows: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return identifiers by themselves and by names, whatever the case."""
    found: dict[str, str] = {}
    pairs = list(rows)
    for row_id, name in pairs:
        found.setdefault(name.casefold(), row_id)
    found.update({row_id.casefold(): row_id for row_id, _ in pairs})
    return found


def _found(
    table: Requirements,
    one: Requirement,
    column: str,
    name: str,
    known: Mapping[str, str],
    problems: list[Problem],
) -> str | None:
    """Return the identifier of a place; note it if the mission does not have it."""
    found = known.get(name.casefold())
    if found is None:
        what = "sites.csv" if column == "origin" else "exits.csv"
        ids = sorted(set(known.values()))
        hint = did_you_mean(name, ids) or f"it has {', '.join(ids[:20])}"
        message = f"{what} of the mission has no “{name}”"
        problems.append(table.problem(one, column, message, hint))
    return found


def _completed(row: Unit, before: Unit | None) -> Unit:
    """Return a unit with what the table does not know and the mission does."""
    if before is None:
        return row
    values = dict(before.values)
    for column in ("strength", "leaves_by", "exits", "site_id"):
        values.pop(column, None)
    guards = min(before.guard_capable, row.strength)
    return replace(
        row,
        country=row.country or before.country,
        name=row.name or before.name,
        role=before.role,
        guard_capable=guards,
        leaves_by=row.leaves_by or before.leaves_by,
        remains=min(before.remains, row.strength),
        values=values,
    )


def _name(row: Unit | Lot) -> str:
    return row.unit_id if isinstance(row, Unit) else row.lot_id


def _named(rows: list[Unit | Lot]) -> dict[str, Unit | Lot]:
    return {_name(row): row for row in rows}


def _put(rows: tuple[R, ...], new: list[R]) -> tuple[R, ...]:
    """Return rows with others in the place of those of the same name, or behind."""
    by_name = {_name(row): row for row in new}
    kept: list[R] = [by_name.pop(_name(row), row) for row in rows]
    return (*kept, *by_name.values())


def _ensure_no_worse(before: Mission, after: Mission, table: Requirements) -> None:
    """Ensure that the mission has no problem that it did not have.

    Raises
    ------
    TableError
        It has, such as more people than beds.

    """
    known = {problem.message for problem in problems_of(before)}
    new = [
        problem
        for problem in problems_of(after)
        if problem.level == "error" and problem.message not in known
    ]
    if new:
        raise TableError(new, where=str(table.path))
