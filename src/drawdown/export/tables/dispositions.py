"""The table of the dispositions: how the items of every lot end."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from drawdown.export.dossier import Dossier
from drawdown.export.evidence import CONFIDENCE, SOURCE, source_cells
from drawdown.export.table import Cell, Column, Kind, Table
from drawdown.export.wording import DISPOSITIONS, ITEMS, YES_NO, yes_no
from drawdown.language import marked
from drawdown.mission import Disposition, Lot

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
    Column(name="exit_id", title=marked("Through")),
    Column(name="first", title=marked("First day"), kind=Kind.DATE),
    Column(name="last", title=marked("Last day"), kind=Kind.DATE),
    Column(name="value", title=marked("Value, USD"), kind=Kind.AMOUNT),
    Column(name="lost_share", title=marked("Share lost"), kind=Kind.SHARE),
    Column(name="loss", title=marked("Loss, USD"), kind=Kind.AMOUNT),
    SOURCE,
    CONFIDENCE,
)


@dataclass
class Ended:
    """Items of a lot that end in the same way."""

    items: int = 0
    days: list[int] = field(default_factory=list)


Way = tuple[str, str]
"""Disposition and exit; no exit for what ends on the spot."""


def dispositions(dossier: Dossier) -> Table:
    """Return a row for each way in which items of a lot end."""
    found = ends_of(dossier)
    rows = tuple(
        row
        for lot in dossier.mission.lots
        for row in _rows(dossier, lot, found.get(lot.lot_id, {}))
    )
    return Table(
        name="dispositions", title=marked("Dispositions"), columns=COLUMNS, rows=rows
    )


def ends_of(dossier: Dossier) -> dict[str, dict[Way, Ended]]:
    """Return by lot and way how many items end, and on which days."""
    found: dict[str, dict[Way, Ended]] = {}

    def enter(lot: Lot, way: Way, count: int, day: int) -> None:
        ended = found.setdefault(lot.lot_id, {}).setdefault(way, Ended())
        ended.items += count
        ended.days.append(day)

    for journey in dossier.replay.journeys:
        if journey.track.end in dossier.facts.exits:
            for freight in journey.freight:
                way = (freight.disposition or "", journey.track.end)
                enter(freight.lot, way, freight.count, journey.arrives)
    for ending in dossier.replay.admitted.endings:
        enter(ending.lot, (ending.disposition, ""), ending.count, ending.day)
    return found


def _rows(
    dossier: Dossier, lot: Lot, ways: dict[Way, Ended]
) -> Iterator[tuple[Cell, ...]]:
    order = [*Disposition, ""]
    for way in sorted(ways, key=lambda one: (order.index(one[0]), one[1])):
        yield _row(dossier, lot, way, ways[way])
    rest = lot.count - sum(ended.items for ended in ways.values())
    if rest:
        yield _row(dossier, lot, ("", ""), Ended(rest))


def _row(dossier: Dossier, lot: Lot, way: Way, ended: Ended) -> tuple[Cell, ...]:
    by, exit_id = way
    share = lot.losses.get(Disposition(by)) if by else None
    value = None if lot.value is None else lot.value * ended.items
    columns = ("count", "value", *((by,) if by else ()))
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
        ended.items,
        exit_id,
        dossier.mission.date(min(ended.days)) if ended.days else None,
        dossier.mission.date(max(ended.days)) if ended.days else None,
        value,
        share,
        None if value is None or share is None else value * share,
        *source_cells(lot, *columns),
    )
