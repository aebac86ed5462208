"""Several missions as one: they share exits, teams and some fleets."""

from dataclasses import fields, replace

from drawdown.mission import Mission

NAMES = {
    "site_id",
    "node_id",
    "unit_id",
    "escort_id",
    "group",
    "home_id",
    "lot_id",
    "fleet_id",
    "leg_id",
    "from_id",
    "to_id",
    "legs",
    "route_id",
    "window_id",
    "task_id",
    "community_id",
    "permit_zone",
}
"""Columns of ids that tell copies apart."""
TABLES = (
    "sites",
    "nodes",
    "units",
    "escorts",
    "lots",
    "fleets",
    "legs",
    "routes",
    "windows",
    "hazards",
    "permits",
    "tasks",
    "communities",
    "threats",
)


def joined(
    *missions: Mission, fleets: tuple[str, ...] = (), apart: float = 10.0
) -> Mission:
    """Return missions as one with the head, the steps and the teams of the first, and
    one row of each exit; ids of the second end with -1, and so on.

    Parameters
    ----------
    fleets
        Fleets of aircraft that all share.
    apart
        Degrees of latitude between two missions.

    """
    missions = tuple(map(_with_own_legs, missions))
    first = missions[0]
    exits = {out.exit_id: out for mission in missions for out in mission.exits}
    kept = {*exits, *fleets}
    rows = {table: list(getattr(first, table)) for table in TABLES}
    for number, mission in enumerate(missions[1:], start=1):
        for table in TABLES:
            for row in getattr(mission, table):
                if table != "fleets" or row.fleet_id not in fleets:
                    rows[table].append(_copied(row, number, kept, apart))
    return replace(
        first,
        exits=tuple(exits.values()),
        **{table: tuple(found) for table, found in rows.items()},
    )


def _with_own_legs(mission):
    """Return a mission whose companies serve nowhere else."""
    legs = tuple(leg.leg_id for leg in mission.legs)
    escorts = tuple(replace(e, legs=e.legs or legs) for e in mission.escorts)
    return replace(mission, escorts=escorts)


def _copied(row, number, kept, apart):
    changes = {}
    for field in fields(row):
        value = getattr(row, field.name)
        if field.name == "latitude" and value is not None:
            changes[field.name] = value + apart * number
        elif field.name in NAMES and isinstance(value, tuple):
            changes[field.name] = tuple(f"{one}-{number}" for one in value)
        elif field.name in NAMES and value is not None and value not in kept:
            changes[field.name] = f"{value}-{number}"
    return replace(row, **changes)
