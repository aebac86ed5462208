"""The table of the movements: one row for each convoy, flight and voyage."""

import math

from drawdown.export.dossier import Dossier
from drawdown.export.table import Cell, Column, Kind, Table
from drawdown.export.wording import MODES
from drawdown.language import marked
from drawdown.mission import Mode
from drawdown.verifying.journeys import Journey
from drawdown.verifying.values import cost

COLUMNS = (
    Column(name="movement_id", title=marked("Movement")),
    Column(name="departs", title=marked("Departs"), kind=Kind.DATE),
    Column(name="arrives", title=marked("Arrives"), kind=Kind.DATE),
    Column(name="from_id", title=marked("From")),
    Column(name="to_id", title=marked("To")),
    Column(name="mode", title=marked("By"), words=MODES),
    Column(name="route_id", title=marked("Route")),
    Column(name="corridor", title=marked("Corridor")),
    Column(name="permit_asked", title=marked("Permit asked"), kind=Kind.DATE),
    Column(name="persons", title=marked("People"), kind=Kind.WHOLE),
    Column(name="guards", title=marked("Of them guards"), kind=Kind.WHOLE),
    Column(name="items", title=marked("Items"), kind=Kind.WHOLE),
    Column(name="trucks", title=marked("Trucks"), kind=Kind.WHOLE),
    Column(name="low_loaders", title=marked("Low-loaders"), kind=Kind.WHOLE),
    Column(name="escorts", title=marked("Escort companies"), kind=Kind.WHOLE),
    Column(name="escort_groups", title=marked("Escort group")),
    Column(name="attacks", title=marked("Expected attacks"), kind=Kind.AMOUNT),
    Column(name="cost", title=marked("Cost, USD"), kind=Kind.AMOUNT),
    Column(name="units", title=marked("Who goes"), width=30),
    Column(name="lots", title=marked("What goes"), width=36),
)


def movements(dossier: Dossier) -> Table:
    """Return the movements in the order of their days."""
    corridors = {row.route_id: row.corridor for row in dossier.mission.routes}
    ordered = sorted(dossier.replay.journeys, key=lambda one: (one.departs, one.name))
    rows = tuple(_row(dossier, journey, corridors) for journey in ordered)
    return Table(
        name="movements",
        title=marked("Movements"),
        columns=COLUMNS,
        rows=rows,
        note=dossier.language.text(
            "To edit the movements and read them back, use drawdown movements export."
        ),
    )


def _row(
    dossier: Dossier, journey: Journey, corridors: dict[str, str]
) -> tuple[Cell, ...]:
    movement, track = journey.movement, journey.track
    return (
        movement.movement,
        movement.departs,
        dossier.mission.date(journey.arrives),
        track.start,
        track.end,
        mode_of(journey),
        movement.route,
        corridors.get(movement.route.removesuffix("~"), ""),
        movement.permit_asked,
        journey.persons,
        sum(party.guards for party in journey.parties),
        journey.items,
        journey.trucks,
        journey.low_loaders,
        sum(journey.companies.values()),
        "; ".join(journey.companies),
        attacks_of(dossier, journey),
        cost(journey),
        "; ".join(f"{p.unit.unit_id}: {p.persons}" for p in journey.parties),
        "; ".join(f"{f.lot.lot_id}: {f.count}" for f in journey.freight),
    )


def mode_of(journey: Journey) -> str:
    """Return how most of the way is travelled; the first of several."""
    modes: list[Mode] = [leg.mode for leg, _ in journey.track.legs]
    return max(modes, key=modes.count)


def attacks_of(dossier: Dossier, journey: Journey) -> float:
    """Return the expected attacks of a movement (law 15)."""
    on = dossier.facts.calendars.attacks_on
    return math.fsum(on(one.leg.leg_id, one.enters) for one in journey.passages)
