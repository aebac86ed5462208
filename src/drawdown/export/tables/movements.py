"""The table of the movements: one row for each convoy, flight and voyage."""

from drawdown.brief.facts.movements import MovementFacts
from drawdown.export.dossier import Dossier
from drawdown.export.evidence import basis_cells
from drawdown.export.table import Cell, Column, Kind, Table
from drawdown.export.wording import CONFIDENCES, MODES
from drawdown.language import marked

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
    Column(name="items", title=marked("Items"), kind=Kind.WHOLE),
    Column(name="trucks", title=marked("Trucks"), kind=Kind.WHOLE),
    Column(name="low_loaders", title=marked("Low-loaders"), kind=Kind.WHOLE),
    Column(name="companies", title=marked("Escort companies"), kind=Kind.WHOLE),
    Column(name="attacks", title=marked("Expected attacks"), kind=Kind.AMOUNT),
    Column(
        name="attacks_confidence",
        title=marked("Confidence of the attacks"),
        words=CONFIDENCES,
    ),
    Column(name="units", title=marked("Who goes"), width=30),
    Column(name="lots", title=marked("What goes"), width=36),
)


def movements(dossier: Dossier) -> Table:
    """Return the movements in the order of their days."""
    found = sorted(
        dossier.facts.movements, key=lambda one: (one.departs, one.movement_id)
    )
    edit = dossier.language.text(
        "To edit the movements and read them back, use drawdown movements export."
    )
    return Table(
        name="movements",
        title=marked("Movements"),
        columns=COLUMNS,
        rows=tuple(_row(one) for one in found),
        note=dossier.redaction_note or edit,
    )


def _row(one: MovementFacts) -> tuple[Cell, ...]:
    return (
        one.movement_id,
        one.departs,
        one.arrives,
        one.start,
        one.end,
        one.mode,
        one.route_id,
        one.corridor,
        one.permit_asked,
        one.persons,
        one.items,
        one.trucks,
        one.low_loaders,
        one.companies,
        round(one.attacks, 6),
        basis_cells(one.basis)[1],
        "; ".join(f"{group.unit_id}: {group.persons}" for group in one.groups),
        "; ".join(f"{cargo.lot_id}: {cargo.count}" for cargo in one.cargo),
    )
