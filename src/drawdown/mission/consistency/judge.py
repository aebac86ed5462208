"""Runs all checks, and says of each finding in which file, row and column it is."""

from collections.abc import Iterator

from drawdown.errors import Problem
from drawdown.mission.consistency import (
    actuals,
    decision,
    exits,
    keys,
    legs,
    lots,
    periods,
    references,
    routes,
    sites,
    steps,
    tasks,
    transport,
    units,
)
from drawdown.mission.consistency.finding import Check, Finding
from drawdown.mission.draft import Draft, Place
from drawdown.mission.mission import Mission
from drawdown.mission.tables import BY_NAME, TABLES
from drawdown.mission.writing import rows_of

CHECKS: tuple[Check, ...] = (
    *keys.CHECKS,
    *references.CHECKS,
    *decision.CHECKS,
    *periods.CHECKS,
    *sites.CHECKS,
    *steps.CHECKS,
    *units.CHECKS,
    *lots.CHECKS,
    *transport.CHECKS,
    *legs.CHECKS,
    *routes.CHECKS,
    *exits.CHECKS,
    *tasks.CHECKS,
    *actuals.CHECKS,
)


def inconsistencies(draft: Draft) -> Iterator[Problem]:
    """Yield what does not fit together in a draft.

    Checks that need a cell which could not be read are left out: what they would find
    might be a consequence of that.
    """
    for check in CHECKS:
        if not check.needs & draft.failed:
            for finding in check.find(draft.mission):
                yield _problem(draft, finding)


def problems_of(mission: Mission) -> tuple[Problem, ...]:
    """Return errors and warnings of a mission that was made in memory.

    Rows are counted as ``write_mission`` writes them.
    """
    places = {
        table.name: tuple(
            _written(table.name, n) for n, _ in enumerate(rows_of(mission, table), 2)
        )
        for table in TABLES
    }
    draft = Draft(mission=mission, places=places, failed=frozenset())
    return tuple(inconsistencies(draft))


def _written(table: str, line: int) -> Place:
    """Return where a row stands when the mission is written."""
    kind = BY_NAME[table]
    if not kind.in_toml:
        return Place(where=f"{table}.csv", line=line)
    prefix = f"{kind.sheet}." if kind.single else f"{kind.sheet}[{line - 1}]."
    return Place(where="mission.toml", line=None, prefix=prefix)


def _problem(draft: Draft, finding: Finding) -> Problem:
    """Return a finding with its file, row and column."""
    places = draft.places.get(finding.table, ())
    row = finding.row or 0
    place = places[row] if row < len(places) else _written(finding.table, row + 2)
    column = finding.column
    return Problem(
        where=place.where,
        row=None if finding.row is None else place.line,
        column=None if column is None else place.prefix + column,
        message=finding.message,
        hint=finding.hint,
        level=finding.level,
    )
