"""The table of the protection gap: communities by weeks."""

from drawdown.brief.facts.protection import CommunityFacts
from drawdown.export.dossier import Dossier
from drawdown.export.evidence import CONFIDENCE, SOURCE, basis_cells
from drawdown.export.table import Cell, Column, Kind, Table
from drawdown.language import marked

FIRST = (
    Column(name="community_id", title=marked("Community")),
    Column(name="name", title=marked("Name")),
    Column(name="population", title=marked("Population"), kind=Kind.WHOLE),
    Column(name="total", title=marked("All weeks"), kind=Kind.AMOUNT),
    Column(name="lapsed", title=marked("Lapsed by law"), kind=Kind.AMOUNT),
)
LAST = (SOURCE, CONFIDENCE)
DECIMALS = 3


def protection(dossier: Dossier) -> Table:
    """Return the threatened person-days without protection, by community and week.

    Communities of unknown population are there without figures (law 26).
    """
    found = dossier.facts.protection
    return Table(
        name="protection_gap",
        title=marked("Protection gap"),
        columns=(*FIRST, *(_week(dossier, n) for n in range(found.weeks)), *LAST),
        rows=tuple(_row(one) for one in found.communities),
        note=" ".join(filter(None, (_note(dossier), dossier.redaction_note))),
    )


def _row(one: CommunityFacts) -> tuple[Cell, ...]:
    figures: tuple[Cell, ...] = (one.gap, one.lapsed, *one.gap_by_week)
    if one.population is None:
        figures = (None,) * len(figures)
    return (
        one.community_id,
        one.name,
        one.population,
        *(round(x, DECIMALS) if isinstance(x, float) else x for x in figures),
        *basis_cells(one.basis),
    )


def _week(dossier: Dossier, number: int) -> Column:
    day = dossier.facts.protection.week(number)
    title = dossier.language.short_date(day)
    return Column(name=f"week_{day.isoformat()}", title=title, kind=Kind.AMOUNT)


def _note(dossier: Dossier) -> str:
    text, radius = dossier.language.text, dossier.facts.protection.radius_km
    first = text(
        "Threatened person-days that closures leave without protection, by week; the "
        "head of a column is the first day of its week (§23)."
    )
    if radius is None:
        return first
    return f"{first} " + text("A site protects within {km} km (§22).", km=radius)
