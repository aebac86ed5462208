"""The movement table: the movements of a plan as a CSV file for a spreadsheet."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from drawdown.mission.cells import as_cell, as_text
from drawdown.mission.columns import columns_of
from drawdown.mission.csv_text import csv_bytes
from drawdown.mission.mission import Mission
from drawdown.plan.movement_line import MovementLine
from drawdown.plan.plan import Load, Movement, People, Plan
from drawdown.whole_file import write_whole

BACK = "~"
NO_WAY = MovementLine(movement="any")
"""A line of which nothing is known."""


def write_movement_table(
    plan: Plan, path: Path | str, mission: Mission | None = None
) -> None:
    """Write the movements of a plan as CSV.

    Parameters
    ----------
    plan
        Its movements become lines, in their order.
    path
        The file; it is written whole or not at all.
    mission
        Fills in origin, destination, mode and class, which a plan does not hold.

    """
    columns = columns_of(MovementLine)
    rows = (
        [as_text(as_cell(getattr(line, c.name), c.kind)) for c in columns.values()]
        for line in lines_of(plan, mission)
    )
    write_whole(Path(path), csv_bytes(columns, rows))


def lines_of(plan: Plan, mission: Mission | None = None) -> Iterator[MovementLine]:
    """Yield the lines of the movements of a plan."""
    ways = {} if mission is None else _ways(mission)
    classes = {} if mission is None else {m.lot_id: m.class_id for m in mission.lots}
    for movement in plan.movements:
        whole = _whole(movement, ways.get(movement.route, NO_WAY))
        contents: list[People | Load | None] = [*movement.people, *movement.loads]
        for number, content in enumerate(contents or [None], start=1):
            line = whole if number == 1 else replace(NO_WAY, movement=whole.movement)
            numbered = replace(line, uln=f"{whole.movement}/{number}")
            yield _with_content(numbered, content, classes)


def _whole(movement: Movement, way: MovementLine) -> MovementLine:
    """Return a line with what belongs to a movement as a whole."""
    return replace(
        way,
        movement=movement.movement,
        route=movement.route,
        ready_to_load=movement.departs,
        arrives=movement.arrives,
        permit_asked=movement.permit_asked,
        escorts=tuple(f"{group}={n}" for group, n in movement.escorts.items()),
        trucks=movement.trucks,
        low_loaders=movement.low_loaders,
    )


def _with_content(
    line: MovementLine, content: People | Load | None, classes: dict[str, str]
) -> MovementLine:
    """Return a line with the people or the load that it is about."""
    match content:
        case People(unit=unit, persons=persons, guards=guards):
            return replace(line, unit_id=unit, persons=persons, guards=guards)
        case Load(lot=lot, count=count, disposition=by):
            of = classes.get(lot, "")
            return replace(line, lot_id=lot, class_id=of, items=count, disposition=by)
    return line


def _ways(mission: Mission) -> dict[str, MovementLine]:
    """Return what the mission says of each route, in both directions."""
    modes = {leg.leg_id: leg.mode for leg in mission.legs}
    ways: dict[str, MovementLine] = {}
    for route in mission.routes:
        way = replace(
            NO_WAY,
            origin=route.from_id,
            destination=route.to_id,
            mode=modes.get(route.legs[0]) if route.legs else None,
        )
        ways[route.route_id] = way
        back = replace(way, origin=route.to_id, destination=route.from_id)
        ways[route.route_id + BACK] = back
    return ways
