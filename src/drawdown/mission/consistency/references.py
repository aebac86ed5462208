"""Identifiers that name rows of other tables: each names one that is there."""

from collections.abc import Iterator

from drawdown.mission.consistency.finding import Check, Finding, check
from drawdown.mission.mission import Mission
from drawdown.mission.nearest import did_you_mean
from drawdown.mission.row import Row
from drawdown.mission.tables import BY_NAME, ENDS, TABLES, Table
from drawdown.mission.writing import rows_of

SINGULAR = {
    "sites": "site",
    "exits": "exit",
    "nodes": "node",
    "units": "unit",
    "legs": "leg",
    "fleets": "fleet",
    "crews": "crew",
    "communities": "community",
}


def named(table: Table, column: str, targets: tuple[str, ...]) -> Check:
    """Return the check that all names in a column are those of rows."""

    @check(*targets)
    def find(mission: Mission) -> Iterator[Finding]:
        return _unknown(mission, table, column, targets)

    return find


def _unknown(
    mission: Mission, table: Table, column: str, targets: tuple[str, ...]
) -> Iterator[Finding]:
    """Find what one column names and is in none of the tables."""
    known = {name for target in targets for name in identifiers(mission, target)}
    for number, row in enumerate(rows_of(mission, table)):
        for name in names(row, column):
            if name not in known:
                yield Finding(
                    table=table.name,
                    row=number,
                    column=column,
                    message=_message(mission, name, targets),
                    hint=did_you_mean(name, known) or _list(targets),
                )


def _message(mission: Mission, name: str, targets: tuple[str, ...]) -> str:
    """Return what is wrong with a name."""
    if targets == ENDS and name in identifiers(mission, "nodes"):
        return f"{name} is a node; movements start and end at sites and exits (law 2.2)"
    return f"there is no {' or '.join(SINGULAR[t] for t in targets)} {name}"


def _list(targets: tuple[str, ...]) -> str:
    """Return where the name could be added."""
    return f"correct it, or add it to {' or '.join(f'{t}.csv' for t in targets)}"


def identifiers(mission: Mission, table: str) -> set[str]:
    """Return the identifiers of the rows of a table."""
    (column,) = BY_NAME[table].key
    rows = rows_of(mission, BY_NAME[table])
    return {name for row in rows if (name := getattr(row, column)) is not None}


def names(row: Row, column: str) -> tuple[str, ...]:
    """Return the names in a cell: none, one or several."""
    value = getattr(row, column)
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


@check("permits", "legs")
def permit_zones_are_those_of_legs(mission: Mission) -> Iterator[Finding]:
    """Find zones that only one side knows: one of the two is mistyped."""
    used = {leg.permit_zone for leg in mission.legs if leg.permit_zone}
    given = {permit.permit_zone for permit in mission.permits if permit.permit_zone}
    for number, leg in enumerate(mission.legs):
        if leg.permit_zone and leg.permit_zone not in given:
            yield _zone("legs", number, leg.permit_zone, "permits.csv", given)
    for number, permit in enumerate(mission.permits):
        if permit.permit_zone and permit.permit_zone not in used:
            yield _zone("permits", number, permit.permit_zone, "legs.csv", used)


def _zone(table: str, row: int, zone: str, other: str, known: set[str]) -> Finding:
    return Finding(
        table=table,
        row=row,
        column="permit_zone",
        message=f"no row of {other} has the permit zone {zone}",
        hint=did_you_mean(zone, known),
        level="warning",
    )


CHECKS = (
    *(
        named(table, column, targets)
        for table in TABLES
        for column, targets in table.references.items()
        if targets != ("steps",)  # within the steps of a kind of site: see steps.py
    ),
    permit_zones_are_those_of_legs,
)
