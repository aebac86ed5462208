"""The shared tables of the mission, and what several parts need of them."""

from datetime import date
from functools import cache

from building.shared import SHARED, Cells, read

FOLDER = SHARED / "minusma"
FIRST = date(2023, 7, 1)
DEADLINE = date(2023, 12, 31)

KINDS = {
    kind: kind
    for kind in ("temporary_operating_base", "camp", "super_camp", "hq_logistics_base")
}
NO_STATE = frozenset({"TES", "AGU", "KID"})
"""Sites where nobody of the State's civilian administration was present in 2023."""

REWORDED = {
    "see check in FACTS.md section 12": "see the sums in README.md",
    "FACTS planning value": "planning value",
}
"""Notes that point to what is not beside the built mission."""


@cache
def table(name: str) -> list[Cells]:
    """Return the rows of one of the shared tables."""
    rows = read(FOLDER / f"{name}.csv")
    for row in rows:
        for old, new in REWORDED.items():
            row["note"] = row["note"].replace(old, new)
    return rows
