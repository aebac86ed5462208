"""Changes of a mission, cell by cell: what a relaxation asks for, and its effect."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from drawdown.mission.mission import Mission
from drawdown.mission.row import Row

SHOWN = 24
"""Rows that are named before the rest is counted."""
SINGLE = {"decision": "mission.toml", "planning": "mission.toml"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One cell of a table, or a row that is to go."""

    table: str
    """As the mission calls it: ``escorts``, ``decision`` …"""
    row: str = ""
    column: str = ""
    """Empty: the row goes."""
    before: Any = None
    after: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """Changes that go together, and what they are in words."""

    words: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """Relaxations of one kind, from the smallest to the largest."""

    name: str
    rungs: tuple[Rung, ...]
    least_first: bool = False
    """The smallest is tried first: less is proven not to do, and it mostly works."""


def applied(mission: Mission, changes: Sequence[Change]) -> Mission:
    """Return the mission with changes."""
    for change in changes:
        mission = _applied(mission, change)
    return mission


def _applied(mission: Mission, change: Change) -> Mission:
    if change.table in SINGLE:
        part = _cells(getattr(mission, change.table), {change.column: change.after})
        return _parts(mission, {change.table: part})
    rows: tuple[Row, ...] = getattr(mission, change.table)
    key = next(f.name for f in fields(rows[0]) if f.name.endswith("_id"))
    changed = []
    for row in rows:
        if getattr(row, key) != change.row:
            changed.append(row)
        elif change.column:
            changed.append(_cells(row, {change.column: change.after}))
    return _parts(mission, {change.table: tuple(changed)})


def _cells(row: Row, cells: dict[str, Any]) -> Row:
    return replace(row, **cells)


def _parts(mission: Mission, parts: dict[str, Any]) -> Mission:
    return replace(mission, **parts)


def in_words(changes: Sequence[Change]) -> str:
    """Return which cells to change, those that change alike together."""
    groups: dict[tuple[str, str, str, str], list[str]] = {}
    for change in changes:
        key = (
            change.table,
            change.column,
            _cell(change.before),
            _cell(change.after),
        )
        groups.setdefault(key, []).append(change.row)
    return "; ".join(_group(*key, rows) for key, rows in groups.items())


def _group(table: str, column: str, before: str, after: str, rows: list[str]) -> str:
    if table in SINGLE:
        return f"{SINGLE[table]}, [{table}], {column}: {before} → {after}"
    named = ", ".join(rows[:SHOWN])
    if len(rows) > SHOWN:
        named += f" and {len(rows) - SHOWN} more"
    plural = "rows" if len(rows) > 1 else "row"
    if not column:
        return f"{table}.csv: remove {plural} {named}"
    return f"{table}.csv, {plural} {named}, column {column}: {before} → {after}"


def _cell(value: Any) -> str:
    if value is None or value == "":
        return "(empty)"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    return f"{value:g}" if isinstance(value, float) else str(value)
