"""The table of the sites: closing days, last days, and what really happened."""

from drawdown.brief.facts.sites import Actual, SiteFacts
from drawdown.export.dossier import Dossier
from drawdown.export.evidence import CONFIDENCE, SOURCE, basis_cells
from drawdown.export.table import Cell, Column, Kind, Table
from drawdown.export.wording import CLOSURES, CONFIDENCES, closing_mode
from drawdown.language import marked

COLUMNS = (
    Column(name="site_id", title=marked("Site")),
    Column(name="name", title=marked("Name")),
    Column(name="kind", title=marked("Kind")),
    Column(name="sector", title=marked("Sector")),
    Column(name="people", title=marked("People, first evening"), kind=Kind.WHOLE),
    Column(name="items", title=marked("Items, first evening"), kind=Kind.WHOLE),
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
    return Table(
        name="sites",
        title=marked("Sites"),
        columns=COLUMNS,
        rows=tuple(_row(site) for site in dossier.facts.sites),
        note=dossier.redaction_note,
    )


def _row(site: SiteFacts) -> tuple[Cell, ...]:
    return (
        site.site_id,
        site.name,
        site.kind,
        site.sector,
        site.persons[0] if site.persons else None,
        site.items[0] if site.items else None,
        site.guard_minimum or None,
        site.closes,
        closing_mode(site),
        site.counterpart,
        min((step.start for step in site.steps), default=None),
        max((step.end for step in site.steps), default=None),
        site.transport_stands_by,
        site.transport_leaves_by,
        site.last_safe_day,
        *_actual(site.actual),
        *basis_cells(site.basis),
    )


def _actual(found: Actual | None) -> tuple[Cell, ...]:
    if found is None:
        return None, None, ""
    return found.departed, found.handed_over, basis_cells(found.basis)[1]
