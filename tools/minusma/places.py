"""Sites, exits, nodes, closing steps and lots."""

from datetime import timedelta

from building import closing, lots
from building.shared import Cells, assumed, by, evidence, of_row, point

from drawdown.mission import Crew, Exit, ExitKind, Lot, Node, Site, Step
from minusma.source import FIRST, KINDS, NO_STATE, table

BUDGET = 590_000_000
OPERATIONAL_SHARE = 0.40
BUDGET_DAYS = 184
BUDGET_SOURCE = "https://press.un.org/en/2023/gaab4423.doc.htm"
"""Commitment authority for July to December 2023 (reported); of it, the assumed share
that goes on as long as sites are open: fuel, rations, water, power, contractors."""

LIQUIDATION_GUARD = {"BAM": 150, "GAO": 200, "TIM": 200}
GUARD_OF_LIQUIDATION_SITES = {"BAM": 120, "GAO": 200, "TIM": 200}
"""To the deadline. Law 6.1 holds the minimum on the deadline itself, when only those
who remain may still be there: more than they are would be late by law. The table has
120, 400 and 300 for the drawdown."""

DISPOSAL_PER_DAY = {
    "temporary_operating_base": 4,
    "camp": 8,
    "super_camp": 24,
    "hq_logistics_base": 24,
}
"""Items: a crew handles 3 to 25 a day (lot_classes.csv); one crew in a camp, four in a
super camp, out of eight, assumed."""
PACKING_DAYS = {
    row["site_kind"]: int(row["days"])
    for row in table("closing_steps")
    if row["step"] == "packing"
}

EXITS = {
    "DKR": ExitKind.PORT,
    "ABJ": ExitKind.PORT,
    "TEM": ExitKind.PORT,
    "LOM": ExitKind.PORT,
    "CKY": ExitKind.PORT,
    "NKC": ExitKind.PORT,
    "NIA_AIR": ExitKind.AIRPORT,
    "BAM_AIR": ExitKind.AIRPORT,
    "GAO_AIR": ExitKind.AIRPORT,
    "MOP_AIR": ExitKind.AIRPORT,
}


def sites() -> tuple[Site, ...]:
    """Return the 13 sites."""
    yards, guards = by(table("hub_capacity"), "site_id"), _guards()
    people = sum(_people(row) for row in table("sites"))
    return tuple(
        _site(row, yards[row["site_id"]], guards[row["site_id"]], people)
        for row in table("sites")
    )


def _guards() -> dict[str, Cells]:
    return by([r for r in table("guards") if r["phase"] == "drawdown"], "site_id")


def _people(row: Cells) -> int:
    return int(row["uniformed_2023_06_30"]) + int(row["civilian_2023_06_30"])


def _site(row: Cells, yard: Cells, guard: Cells, people: int) -> Site:
    site_id, kind = row["site_id"], KINDS[row["kind"]]
    share = OPERATIONAL_SHARE * BUDGET / BUDGET_DAYS / people
    liquidation = row["liquidation_site"] == "yes"
    counterpart = "" if site_id in NO_STATE else row["counterpart"]
    lead = timedelta(days=int(row["counterpart_lead_days"]))
    guard_minimum = GUARD_OF_LIQUIDATION_SITES.get(site_id, int(guard["guard_min"]))
    return Site(
        site_id=site_id,
        name=row["name"],
        kind=kind,
        sector=row["sector"],
        latitude=float(row["lat"]),
        longitude=float(row["lon"]),
        phase=int(row["phase"]),
        airfield=row["airfield"],
        running_cost=float(round(share * _people(row), -2)),
        beds=int(yard["beds"]),
        yard=int(yard["yard_containers"]) + int(yard["yard_vehicles"]),
        packing_per_day=lots.packing_per_day(
            table("lot_classes"), row, PACKING_DAYS[kind]
        ),
        disposal_per_day=DISPOSAL_PER_DAY[kind],
        guard_minimum=guard_minimum,
        thin_out_days=0 if liquidation else int(guard["thin_out_days"]),
        thin_out_minimum=0 if liquidation else int(guard["thin_out_min"]),
        liquidation=liquidation,
        liquidation_guard=LIQUIDATION_GUARD.get(site_id, 0),
        counterpart=counterpart,
        counterpart_from=FIRST + lead if counterpart else None,
        evidence=evidence(row["confidence"], row["source"]),
        values=_site_evidence(row, kind, liquidation, guard_minimum, guard),
    )


def _site_evidence(
    row: Cells, kind: str, liquidation: bool, guard_minimum: int, guard: Cells
) -> dict[str, object]:
    known = row["site_id"] not in NO_STATE
    lowered = int(guard["guard_min"]) - guard_minimum
    return {
        "latitude": point(row["coord_note"]),
        "longitude": point(row["coord_note"]),
        "airfield": evidence(row["airfield_confidence"], row["source"]),
        "running_cost": assumed(
            f"{OPERATIONAL_SHARE:.0%} of 590 million USD over {BUDGET_DAYS} days, "
            f"shared by people on 30 June; the sum is reported: {BUDGET_SOURCE}"
        ),
        "beds": assumed(),
        "yard": assumed("room for containers and for vehicles together"),
        "packing_per_day": assumed(
            f"packs the site in the {PACKING_DAYS[kind]} days of closing_steps.csv"
        ),
        "disposal_per_day": assumed(),
        "guard_minimum": assumed(
            f"{guard['guard_min']} in guards.csv; lowered to those who may remain"
            if lowered
            else guard["note"]
        ),
        "thin_out_minimum": assumed(),
        "liquidation_guard": assumed("guards.csv") if liquidation else assumed(),
        "counterpart": assumed(
            "" if known else f"nobody of the State there: {row['counterpart']}"
        ),
        "counterpart_from": assumed(f"after {row['counterpart_lead_days']} days"),
    }


def steps() -> tuple[Step, ...]:
    """Return the opening and closing steps of each kind of site."""
    return closing.steps(table("closing_steps"), KINDS)


def crews() -> tuple[Crew, ...]:
    """Return the teams for steps and handovers."""
    return closing.crews(table("closing_steps"))


def exits() -> tuple[Exit, ...]:
    """Return the exits, Niger as it was open on 30 June."""
    rows = by(table("exits"), "exit_id")
    ports = tuple(_exit(rows[exit_id], kind) for exit_id, kind in EXITS.items())
    return (*ports, _niamey(rows))


def _exit(row: Cells, kind: ExitKind) -> Exit:
    people_only = row["exit_id"] == "NIA_AIR"
    items = int(row["containers_per_day"]) + int(row["vehicles_per_day"])
    note = "people of the German contingent only" if people_only else ""
    return Exit(
        exit_id=row["exit_id"],
        name=row["name"],
        country=row["iso3"],
        kind=kind,
        latitude=float(row["lat"]),
        longitude=float(row["lon"]),
        items_per_day=0 if people_only else items,
        persons_per_day=int(row["persons_per_day"]),
        evidence=of_row(row, note),
    )


CONVOY = 150
"""Vehicles of the largest convoy that roads.csv allows to the border."""


def _niamey(rows: dict[str, Cells]) -> Exit:
    """Return Niamey by road: forwarders take cargo on to Cotonou."""
    return Exit(
        exit_id="NIA",
        name="Niamey, forwarder's yard",
        country="NER",
        kind=ExitKind.BORDER,
        latitude=float(rows["NIA_AIR"]["lat"]),
        longitude=float(rows["NIA_AIR"]["lon"]),
        items_per_day=CONVOY,
        persons_per_day=int(rows["NIA_AIR"]["persons_per_day"]),
        evidence=assumed(
            "a forwarder's yard takes over one convoy of 150 vehicles in a day, "
            "assumed, and sends it on to Cotonou at that port's pace; also "
            "the way home of the units of Niger and Chad; open on 30 June 2023"
        ),
    )


def nodes() -> tuple[Node, ...]:
    """Return the places on the roads where the mission has no site."""
    return (
        Node(
            node_id="ANF",
            name="Anefis",
            latitude=18.04,
            longitude=0.61,
            evidence=assumed("approximate"),
        ),
        Node(
            node_id="LBZ",
            name="Labbezanga border post",
            latitude=14.96,
            longitude=0.70,
            evidence=assumed("approximate"),
        ),
        Node(
            node_id="SEG",
            name="Segou",
            latitude=13.44032,
            longitude=-6.25947,
            evidence=evidence("reported", "GeoNames (CC BY 4.0)", "town point"),
        ),
    )


def all_lots() -> tuple[Lot, ...]:
    """Return the lots of all sites."""
    guards, classes = _guards(), table("lot_classes")
    found: list[Lot] = []
    for row in table("sites"):
        guard = int(guards[row["site_id"]]["guard_min"])
        share = guard / int(row["uniformed_2023_06_30"])
        found += lots.lots(
            classes,
            row,
            last_share=0.0 if row["liquidation_site"] == "yes" else share,
            can_receive=row["site_id"] not in NO_STATE,
            consent_known=False,
        )
    return tuple(found)
