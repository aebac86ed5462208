"""The table of the sites: closing days, last days, and what really happened."""

from collections import defaultdict
from datetime import date

from drawdown.export.dossier import Dossier
from drawdown.export.evidence import CONFIDENCE, SOURCE, source_cells
from drawdown.export.table import Cell, Column, Kind, Table
from drawdown.export.wording import CLOSURES, CONFIDENCES, MISSING, STAYS
from drawdown.language import marked
from drawdown.mission import ClosureActual, Site
from drawdown.plan import Closure
from drawdown.planning.explain.site_last_days import forward, last_safe_day

COLUMNS = (
    Column(name="site_id", title=marked("Site")),
    Column(name="name", title=marked("Name")),
    Column(name="kind", title=marked("Kind")),
    Column(name="sector", title=marked("Sector")),
    Column(name="people", title=marked("People on day 0"), kind=Kind.WHOLE),
    Column(name="items", title=marked("Items on day 0"), kind=Kind.WHOLE),
    Column(name="guard_minimum", title=marked("Guard at least"), kind=Kind.WHOLE),
    Column(name="closed", title=marked("Closing day"), kind=Kind.DATE),
    Column(name="mode", title=marked("How it ends"), words=CLOSURES),
    Column(name="counterpart", title=marked("Civilian counterpart"), width=28),
    Column(name="first_step", title=marked("First step begins"), kind=Kind.DATE),
    Column(name="last_step", title=marked("Last step ends"), kind=Kind.DATE),
    Column(
        name="transport_stands_by",
        title=marked("Transport stands there by"),
        kind=Kind.DATE,
    ),
    Column(
        name="transport_leaves_by",
        title=marked("Transport leaves for it by"),
        kind=Kind.DATE,
    ),
    Column(name="last_safe_day", title=marked("Last safe day"), kind=Kind.DATE),
    Column(name="close_by", title=marked("To close by"), kind=Kind.DATE),
    Column(
        name="actual_departed", title=marked("Last people really left"), kind=Kind.DATE
    ),
    Column(
        name="actual_handed_over", title=marked("Really handed over"), kind=Kind.DATE
    ),
    Column(
        name="actual_confidence",
        title=marked("Confidence of the real days"),
        words=CONFIDENCES,
    ),
    SOURCE,
    CONFIDENCE,
)


def sites(dossier: Dossier) -> Table:
    """Return one row for each site of the mission, in the order of its table."""
    closures = {closure.site: closure for closure in dossier.plan.closures}
    actual = {row.site_id: row for row in dossier.mission.closures_actual}
    people: defaultdict[str, int] = defaultdict(int)
    items: defaultdict[str, int] = defaultdict(int)
    for unit in dossier.mission.units:
        people[unit.site_id] += unit.strength
    for lot in dossier.mission.lots:
        items[lot.site_id] += lot.count
    rows = tuple(
        (
            site.site_id,
            site.name,
            site.kind,
            site.sector,
            people[site.site_id],
            items[site.site_id],
            site.guard_minimum,
            *_planned(site, closures.get(site.site_id, Closure(site=site.site_id))),
            *_last_days(dossier, site),
            site.close_by,
            *_actual(actual.get(site.site_id)),
            *source_cells(site),
        )
        for site in dossier.mission.sites
    )
    return Table(name="sites", title=marked("Sites"), columns=COLUMNS, rows=rows)


def closing_mode(site: Site, closure: Closure | None) -> str:
    """Return how a site ends, one of ``CLOSURES``."""
    if site.liquidation:
        return STAYS
    if closure is None or closure.closed is None or closure.mode is None:
        return MISSING
    return closure.mode


def _planned(site: Site, closure: Closure) -> tuple[Cell, ...]:
    """Return closing day, mode, counterpart, first and last day of the steps."""
    starts = [step.start for step in closure.steps]
    ends = [step.end for step in closure.steps]
    return (
        None if site.liquidation else closure.closed,
        closing_mode(site, closure),
        site.counterpart,
        min(starts, default=None),
        max(ends, default=None),
    )


def _last_days(dossier: Dossier, site: Site) -> tuple[date | None, ...]:
    stands, leaves, safe = last_days(dossier, site)
    return stands, leaves, safe


def last_days(
    dossier: Dossier, site: Site
) -> tuple[date | None, date | None, date | None]:
    """Return the last days of a site (law 19); absent where there is none.

    By when transport stands there, by when it leaves for it, and the last safe day.
    """
    on = dossier.mission.date
    forth = forward(dossier.known, site)
    safe = last_safe_day(dossier.known, site)
    last = None if forth is None or forth.last is None else forth.last.day
    return (
        None if forth is None else on(forth.needed_by),
        None if last is None else on(last),
        None if safe is None else on(safe.day),
    )


def _actual(row: ClosureActual | None) -> tuple[Cell, ...]:
    if row is None:
        return None, None, ""
    return row.departed, row.handed_over, source_cells(row)[1]
