"""Units, civilians, and the escort companies."""

from building import people
from building.shared import Cells, assumed, by

from drawdown.mission import Escort, Unit
from unamid.source import SWAP, table

HOME = ("ELF_AIR", "NYL_AIR", "KRT_AIR")

GUARD_UNIT = {"NPL-TAW-1": 120, "IDN-GOL-1": 120, "PAK-ZAL-1": 120}
"""Police of these units form the guard unit of 360 (reported). People remain at the
site of their unit, so these 360 stand at El Fasher from day 0 on, and as many others
take their places; the totals of all sites stay."""
TAKE_THEIR_PLACES = (
    ("RWA-ELF-1", "RWA-TAW-1", "TAW", 80),
    ("XXB-ELF-1", "XXB-TAW-1", "TAW", 40),
    ("CHN-ELF-1", "CHN-GOL-1", "GOL", 120),
    ("XXB-ELF-1", "XXB-ZAL-2", "ZAL", 120),
)

ESCORT_PERSONS = 120
ESCORTS = {
    "RWA-ELF-1": "north", "RWA-KAB-1": "north", "PAK-KAB-1": "north",
    "PAK-SOR-1": "north", "RWA-GOL-1": "north",
    "RWA-NER-1": "south", "ETH-NER-1": "south", "ETH-ZAL-1": "south",
    "TZA-KHA-1": "south",
}  # fmt: skip
"""One company of 120 of each of these infantry units (assumed)."""
GROUPS = {
    "north": ("R01", "R02", "R03", "R04", "R05", "R15", "R16", "R17"),
    "south": ("R04", "R09", "R10", "R13", "R15", "R17"),
}
REST_DAYS = 2

NATIONAL_STAFF = 945
LIQUIDATION_TEAM = {"ELF": (90, 80), "KRT": (20, 25), "PZU": (5, 8)}
"""International and national: 228 together, 1,428 less the nearly 1,200 reported to
have been separated; the split is assumed."""


def units() -> tuple[Unit, ...]:
    """Return the units of contributing countries, then the civilians."""
    rows = [_unit(row) for row in _swapped()]
    civilians = people.civilians(
        table("sites"),
        "civilian_2020_12_31",
        total_national=NATIONAL_STAFF,
        remain=LIQUIDATION_TEAM,
        exits=HOME,
        note="483 international and 945 national civilians reported",
    )
    return (*rows, *civilians)


def _unit(row: Cells) -> Unit:
    remains = int(row["strength_2020_12_31"]) if row["remains"] else 0
    escorts = ESCORT_PERSONS if row["contingent_id"] in ESCORTS else 0
    return people.unit(
        row,
        strength="strength_2020_12_31",
        escort_persons=escorts,
        remains=remains,
        exits=HOME,
        note=SWAP if row["note"] == SWAP else "",
    )


def _swapped() -> list[Cells]:
    """Return the contingents with the guard unit at El Fasher."""
    rows = [dict(row) | {"remains": ""} for row in table("contingents")]
    known = by(rows, "contingent_id")
    for name, persons in GUARD_UNIT.items():
        country = name.split("-")[0]
        rows.append(_part(known[name], f"{country}-ELF-1", "ELF", persons, "yes"))
    for name, new, site, persons in TAKE_THEIR_PLACES:
        rows.append(_part(known[name], new, site, persons, ""))
    return rows


def _part(row: Cells, new: str, site: str, persons: int, remains: str) -> Cells:
    """Take a part of a unit's people away to a site, and return it."""
    strength, guards = int(row["strength_2020_12_31"]), "guard_capable_strength"
    part = round(int(row[guards]) * persons / strength)
    row["strength_2020_12_31"] = str(strength - persons)
    row[guards] = str(int(row[guards]) - part)
    return row | {
        "contingent_id": new,
        "site_id": site,
        "strength_2020_12_31": str(persons),
        guards: str(part),
        "confidence": "assumed",
        "note": SWAP,
        "remains": remains,
    }


def escorts() -> tuple[Escort, ...]:
    """Return the escort companies in two groups."""
    homes = by(table("contingents"), "contingent_id")
    return tuple(
        Escort(
            escort_id=f"X-{unit_id}",
            group=group,
            unit_id=unit_id,
            home_id=homes[unit_id]["site_id"],
            companies=1,
            persons=ESCORT_PERSONS,
            rest_days=REST_DAYS,
            legs=GROUPS[group],
            evidence=assumed("no table of escorts was found: one company a battalion"),
        )
        for unit_id, group in ESCORTS.items()
    )
