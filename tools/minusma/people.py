"""Units, civilians, and the escort companies."""

from building import people
from building.shared import Cells, assumed, by, day, of_row

from drawdown.mission import Escort, Unit
from minusma.source import FIRST, table

HOME_BY_AIR = ("BAM_AIR", "GAO_AIR", "MOP_AIR")
WAYS_HOME = {
    "NER": (*HOME_BY_AIR, "NIA"),
    "TCD": (*HOME_BY_AIR, "NIA"),
    "DEU": (*HOME_BY_AIR, "NIA_AIR"),
}

REMAIN = {"BEN-BAM-1": 110, "BGD-BAM-1": 40, "BGD-GAO-1": 200, "BFA-TIM-1": 200}
"""The guard after the deadline, as it could be planned on 30 June (assumed)."""

LIQUIDATION_TEAM = {"BAM": (150, 150), "GAO": (60, 80), "TIM": (40, 50)}
"""International and national civilians who remain (assumed)."""

NATIONAL_STAFF = 859
"""1,786 civilians less the 927 of the baseline that leaves out national staff."""

WHOLE = {"X13": 1, "X11": 0}
"""Half companies: Niger's at Menaka is made a whole one of its 60 people, so that the
garrison can go with its own escort; Bangladesh's at Mopti stays with its guards. The
sum of companies, 14, is unchanged."""

NORTH = ("R10", "R11", "R12", "R13", "R14")
EAST = ("R15", "R16", "R17")
CENTRE = ("R03", "R04", "R05", "R06", "R07", "R08", "R09")
RIVER = ("W01", "W02")
GROUPS = {
    "north": NORTH,
    "gao": (*CENTRE, *NORTH, *EAST),
    "east": EAST,
    "centre": (*CENTRE, *RIVER),
}
GROUP_OF = {
    "X01": "gao", "X02": "gao", "X14": "gao",
    "X03": "north", "X04": "north", "X05": "north",
    "X06": "centre", "X07": "centre", "X08": "centre", "X09": "centre",
    "X10": "centre", "X12": "east", "X13": "east",
}  # fmt: skip
REST_DAYS = 3


def companies(row: Cells) -> int:
    """Return the whole companies of a row of escorts.csv."""
    return WHOLE.get(row["escort_id"], int(float(row["companies"])))


def units() -> tuple[Unit, ...]:
    """Return the units of contributing countries, then the civilians."""
    persons: dict[str, int] = {}
    for row in table("escorts"):
        if companies(row):
            persons[row["contingent_id"]] = int(row["persons"])
    contingents = [
        people.unit(
            row,
            strength="strength_2023_06_30",
            escort_persons=persons.get(row["contingent_id"], 0),
            remains=REMAIN.get(row["contingent_id"], 0),
            exits=WAYS_HOME.get(row["iso3"], HOME_BY_AIR),
        )
        for row in table("contingents")
    ]
    civilians = people.civilians(
        table("sites"),
        "civilian_2023_06_30",
        total_national=NATIONAL_STAFF,
        remain=LIQUIDATION_TEAM,
        exits=HOME_BY_AIR,
        note="1,786 civilians of whom 859 national: 14,733 less the baseline of "
        "13,871 without national staff, and 3 uniformed by which the two differ",
    )
    return (*contingents, *civilians)


def escorts() -> tuple[Escort, ...]:
    """Return the escort companies in four groups."""
    homes = by(table("contingents"), "contingent_id")
    return tuple(
        _escort(row, homes[row["contingent_id"]])
        for row in table("escorts")
        if companies(row)
    )


def _escort(row: Cells, home: Cells) -> Escort:
    group = GROUP_OF[row["escort_id"]]
    start, end = day(row["available_from"]), day(row["available_to"])
    values = {
        "group": assumed(),
        "legs": assumed(f"wider than {row['road_ids']}: one set for the group"),
        "rest_days": assumed("the longest of the group"),
    }
    if float(row["companies"]) != companies(row):
        values["companies"] = assumed("half a company in escorts.csv; see README")
    return Escort(
        escort_id=row["escort_id"],
        group=group,
        unit_id=home["contingent_id"],
        home_id=row["home_site_id"],
        companies=companies(row),
        persons=int(row["persons"]),
        available_from=None if start == FIRST else start,
        available_to=end,
        rest_days=REST_DAYS,
        legs=GROUPS[group],
        evidence=of_row(row),
        values=values,
    )
