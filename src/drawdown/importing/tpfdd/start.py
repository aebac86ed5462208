"""Movement requirements become a mission to start from."""

from collections.abc import Iterator
from datetime import date

from drawdown.errors import Problem, TableError
from drawdown.importing.identifiers import identifier
from drawdown.importing.started import Started
from drawdown.importing.starting import frame
from drawdown.importing.starting.assumed import assumed
from drawdown.importing.starting.direct import direct_ways
from drawdown.importing.starting.site import filled_in
from drawdown.importing.todo import Item
from drawdown.importing.tpfdd.line import Requirement
from drawdown.importing.tpfdd.requirements import Requirements, origins
from drawdown.mission import Exit, ExitKind, Lot, Mission, Site, Unit
from drawdown.mission.mission import Header
from drawdown.quantities import Confidence, Evidence

KINDS = {"air": ExitKind.AIRPORT, "sea": ExitKind.PORT, "river": ExitKind.PORT}
"""What an exit is, by how it goes on from there; else a border."""


def import_as_start(table: Requirements, name: str, on: date) -> Started:
    """Return a mission with the units, things, origins and exits of a table.

    Parameters
    ----------
    table
        The lines.
    name
        The name of the mission.
    on
        Day 0.

    Raises
    ------
    TableError
        No line moves anything.

    """
    if not table.lines:
        problem = Problem(
            where=table.path.name,
            message="no line moves people or things",
            hint="fill in pax, stons, containers or vehicles",
        )
        raise TableError([problem], where=str(table.path))
    sites = _ids(origins(table.lines))
    exits = _ids((one.exit for one in table.lines), taken=set(sites.values()))
    units, lots = [], []
    for one in table.lines:
        here, out = sites[one.origin], exits[one.exit]
        if one.persons:
            units.append(one.unit_row(here, out, evidence(table, one)))
        lots += one.lot_rows(here, out, evidence(table, one))
    ends = [_exit(table, name, exit_id) for name, exit_id in exits.items()]
    ways = direct_ways(
        {(sites[one.origin], exits[one.exit]) for one in table.lines},
        home=max(sites.values(), key=lambda s: (_persons(units, s), _items(lots, s))),
        items=sum(lot.count for lot in lots),
    )
    mission = Mission(
        header=Header(
            mission_id=f"{identifier(name, otherwise='mission').lower()}-{on}",
            name=name,
            start=on,
            evidence=Evidence(source=table.path.name, confidence=Confidence.REPORTED),
        ),
        decision=frame.decision(on, table.latest),
        sites=tuple(_site(table, n, s, units, lots) for n, s in sites.items()),
        exits=tuple(ends),
        units=tuple(units),
        lots=tuple(lots),
        fleets=ways.fleets,
        legs=ways.legs,
        routes=ways.routes,
    )
    return Started(mission=mission, todo=tuple(_to_do(table)), source=_source(table))


def _ids(names: Iterator[str], taken: set[str] | None = None) -> dict[str, str]:
    """Return an identifier for each name."""
    used = set(taken or ())
    found: dict[str, str] = {}
    for name in names:
        if name not in found:
            found[name] = identifier(name, used, otherwise="PLACE")
            used.add(found[name])
    return found


def evidence(table: Requirements, one: Requirement) -> Evidence:
    """Return where a row comes from; the dates that no column takes are in its note."""
    parts = []
    if one.ready:
        parts.append(f"ready to load on {one.ready}")
    if one.earliest:
        parts.append(f"arrives from {one.earliest} on")
    if one.latest:
        parts.append(f"arrives by {one.latest}")
    if one.destination:
        parts.append(f"goes to {one.destination}")
    return Evidence(
        source=f"{table.path.name}, row {one.row}",
        confidence=Confidence.REPORTED,
        note="; ".join(parts),
    )


def _persons(units: list[Unit], site: str) -> int:
    return sum(unit.strength for unit in units if unit.site_id == site)


def _items(lots: list[Lot], site: str) -> int:
    return sum(lot.count for lot in lots if lot.site_id == site)


def _site(
    table: Requirements, name: str, site_id: str, units: list[Unit], lots: list[Lot]
) -> Site:
    row = Site(
        site_id=site_id,
        name=name,
        kind="camp",
        packing_per_day=0,
        evidence=Evidence(
            source=f"{table.path.name}, an origin", confidence=Confidence.REPORTED
        ),
        values={"kind": assumed("not said")},
    )
    guards = sum(unit.guard_capable for unit in units if unit.site_id == site_id)
    return filled_in(
        row,
        persons=_persons(units, site_id),
        guards=guards,
        items=_items(lots, site_id),
    )


def _exit(table: Requirements, name: str, exit_id: str) -> Exit:
    modes = [one.mode for one in table.lines if one.exit == name and one.mode]
    mode = max(dict.fromkeys(modes), key=modes.count, default="")
    return Exit(
        exit_id=exit_id,
        name=name,
        kind=KINDS.get(mode, ExitKind.BORDER),
        evidence=Evidence(
            source=f"{table.path.name}, a port of embarkation",
            confidence=Confidence.REPORTED,
        ),
        values={} if mode else {"kind": assumed("the lines do not say the mode")},
    )


def _to_do(table: Requirements) -> Iterator[Item]:
    yield Item(
        table="mission.toml",
        what="read the decision: its symbol, when operations cease, the deadline (now "
        + ("the last of the latest dates" if table.latest else "half a year")
        + "), the powers and the deliverables",
    )
    if table.nothing:
        yield Item(
            table="units.csv, lots.csv",
            what=f"lines that move nothing were left out: {', '.join(table.nothing)}",
        )
    yield Item(
        table="units.csv",
        what="who can guard, what troops they are, who remains; leaves_by is the "
        "latest arrival of the line: take the journey off it",
    )
    yield Item(
        table="lots.csv",
        what="what the containers and vehicles are, their value, and what else than "
        "repatriation is allowed",
    )
    yield Item(
        table="sites.csv",
        what="where the origins are, what they are, their guard, beds, yard and cost; "
        "which site stays open for the liquidation",
    )
    yield Item(
        table="legs.csv, routes.csv, fleets.csv, escorts.csv",
        what="the real ways (now a road of two days from each origin to each of its "
        "exits), trucks, aircraft and escorts",
    )
    yield Item(
        table="windows.csv, hazards.csv, permits.csv, steps.csv, tasks.csv, "
        "communities.csv",
        what="all of it: such a table does not know it",
    )


def _source(table: Requirements) -> str:
    used = ", ".join(f"`{name}`" for name in table.columns.values())
    return (
        f"# Sources\n\n`{table.path.name}`: movement requirements, "
        f"{len(table.lines)} lines.\nRead were the columns {used}.\n\nEverything that "
        "is marked `assumed` is not from that table: see `TODO.md`.\n"
    )
