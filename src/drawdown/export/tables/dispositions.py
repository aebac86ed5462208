"""The table of the dispositions: how the items of every lot end."""

from collections.abc import Iterator

from drawdown.brief.facts.lots import LotFacts
from drawdown.export.dossier import Dossier
from drawdown.export.evidence import CONFIDENCE, SOURCE, basis_cells
from drawdown.export.table import Cell, Column, Kind, Table
from drawdown.export.wording import DISPOSITIONS, ITEMS, YES_NO, yes_no
from drawdown.language import marked

COLUMNS = (
    Column(name="lot_id", title=marked("Lot")),
    Column(name="site_id", title=marked("Site")),
    Column(name="class_id", title=marked("Class")),
    Column(name="name", title=marked("What it is"), width=34),
    Column(name="owner", title=marked("Owner")),
    Column(name="kind", title=marked("Kind"), words=ITEMS),
    Column(name="sensitive", title=marked("Sensitive"), words=YES_NO),
    Column(name="count", title=marked("Items of the lot"), kind=Kind.WHOLE),
    Column(name="disposition", title=marked("Disposition"), words=DISPOSITIONS),
    Column(name="items", title=marked("Items"), kind=Kind.WHOLE),
    Column(name="first", title=marked("First day"), kind=Kind.DATE),
    Column(name="last", title=marked("Last day"), kind=Kind.DATE),
    Column(name="value", title=marked("Value, USD"), kind=Kind.AMOUNT),
    Column(name="loss", title=marked("Loss, USD"), kind=Kind.AMOUNT),
    SOURCE,
    CONFIDENCE,
)


def dispositions(dossier: Dossier) -> Table:
    """Return a row for each way in which items of a lot end."""
    return Table(
        name="dispositions",
        title=marked("Dispositions"),
        columns=COLUMNS,
        rows=tuple(row for lot in dossier.facts.lots for row in _rows(lot)),
        note=dossier.redaction_note,
    )


def _rows(lot: LotFacts) -> Iterator[tuple[Cell, ...]]:
    for one in lot.ended:
        yield _row(
            lot,
            one.disposition,
            (one.count, one.first, one.last, one.value, one.lost),
        )
    rest = lot.count - sum(one.count for one in lot.ended)
    if rest:
        yield _row(lot, "", (rest, None, None, None, None))


def _row(lot: LotFacts, by: str, end: tuple[Cell, ...]) -> tuple[Cell, ...]:
    return (
        lot.lot_id,
        lot.site_id,
        lot.class_id,
        lot.name,
        lot.owner.value,
        lot.kind,
        yes_no(lot.sensitive),
        lot.count,
        by,
        *end,
        *basis_cells(lot.basis),
    )
