"""The table of the protection gap: communities by weeks."""

from drawdown.export.dossier import Dossier
from drawdown.export.evidence import CONFIDENCE, SOURCE, source_cells
from drawdown.export.table import Cell, Column, Kind, Table
from drawdown.language import marked

WEEK = 7
FIRST = (
    Column(name="community_id", title=marked("Community")),
    Column(name="name", title=marked("Name")),
    Column(name="population", title=marked("Population"), kind=Kind.WHOLE),
    Column(name="total", title=marked("All weeks"), kind=Kind.AMOUNT),
    Column(name="lapsed", title=marked("Lapsed by law"), kind=Kind.AMOUNT),
)
LAST = (SOURCE, CONFIDENCE)


def protection(dossier: Dossier) -> Table:
    """Return the threatened person-days without protection, by community and week.

    Communities of unknown population are there without figures (law 26).
    """
    grid, mission = dossier.protection, dossier.mission
    weeks = range(0, mission.deadline + 1, WEEK)
    rows_of = {c.community_id: row for row, c in enumerate(grid.communities)}
    rows: list[tuple[Cell, ...]] = []
    for community in mission.communities:
        row = rows_of.get(community.community_id)
        figures: tuple[Cell, ...] = (None,) * (2 + len(weeks))
        if row is not None:
            gap = grid.gap[row]
            figures = (
                round(float(gap.sum()), 3),
                round(float(grid.lapsed[row].sum()), 3),
                *(round(float(gap[first : first + WEEK].sum()), 3) for first in weeks),
            )
        name, evidence = community.name, source_cells(community, "population")
        people = community.population
        rows.append((community.community_id, name, people, *figures, *evidence))
    return Table(
        name="protection_gap",
        title=marked("Protection gap"),
        columns=(*FIRST, *(_week(dossier, first) for first in weeks), *LAST),
        rows=tuple(rows),
        note=_note(dossier),
    )


def _week(dossier: Dossier, first: int) -> Column:
    day = dossier.mission.date(first)
    title = dossier.language.short_date(day)
    return Column(name=f"week_{day.isoformat()}", title=title, kind=Kind.AMOUNT)


def _note(dossier: Dossier) -> str:
    say = dossier.language
    radii = sorted(
        {
            authority.radius_km
            for authority in dossier.mission.authorities
            if authority.protects and authority.radius_km is not None
        }
    )
    within = say.list([say.text("{km} km", km=radius) for radius in radii])
    first = say.text(
        "Threatened person-days that closures leave without protection, by week; the "
        "head of a column is the first day of its week (§23)."
    )
    if not radii:
        return first
    radius = say.text("A site protects within {distance} (§22).", distance=within)
    return f"{first} {radius}"
