"""The shared tables of the mission, and what is borrowed from those of MINUSMA."""

from datetime import date
from functools import cache

from building.shared import SHARED, Cells, read

FIRST = date(2021, 1, 1)
DEADLINE = date(2021, 6, 30)

KINDS = {
    "team_site": "camp",
    "temporary_operating_base": "camp",
    "headquarters": "super_camp",
    "logistics_base": "hq_logistics_base",
    "liaison_office": "temporary_operating_base",
    "port_office": "temporary_operating_base",
}
"""Each kind of site, and the kind of MINUSMA's closing_steps.csv that it follows."""

SWAP = "places swapped so that the guard unit stands at El Fasher; site totals kept"


@cache
def table(name: str) -> list[Cells]:
    """Return the rows of one of the shared tables."""
    return read(SHARED / "unamid" / f"{name}.csv")


@cache
def borrowed(name: str) -> list[Cells]:
    """Return the rows of a table of MINUSMA that stands in for one not found."""
    return read(SHARED / "minusma" / f"{name}.csv")
