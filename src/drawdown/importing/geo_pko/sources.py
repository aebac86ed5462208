"""The page about the source that goes into the folder."""

from datetime import date

from drawdown.importing.geo_pko.contents import dates_in_words
from drawdown.importing.geo_pko.table import Table, When


def source_page(mission: str, on: date, tables: list[tuple[Table, When]]) -> str:
    """Return where the tables of a folder come from, and on which terms."""
    files = [
        f"- `{table.path.name}`: Geo-PKO {table.version.name}, rows of "
        f"{dates_in_words([when])}"
        for table, when in tables
    ]
    return "\n".join((f"# {mission}, {on}: sources", "", *files, "", TERMS))


TERMS = """\
Places, headquarters, contributing countries and strengths are from Geo-PKO, the
Geocoded Peacekeeping Operations dataset of Uppsala University, coded from maps that the
United Nations published:

> Cil, Deniz, Hanne Fjelde, Lisa Hultman and Desirée Nilsson (2020). Mapping Blue
> Helmets: Introducing the Geocoded Peacekeeping Operations (Geo-PKO) dataset.
> Journal of Peace Research 57(2), 360-370.

<https://www.uu.se/en/department/peace-and-conflict-research/research/research-data/geo-pko-dataset>

The data page asks for this citation and states no licence; repositories of the authors
carry the GPL-2.0. Ask the authors before these tables are published.

Strengths come from the sizes of units (battalion 650, company 150, platoon 35) and are
no count of heads. A map is true for its day; nothing is known between two maps.
Everything that is marked `assumed` is not from Geo-PKO: see `TODO.md`.
"""
