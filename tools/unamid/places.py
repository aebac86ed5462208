"""Sites, exits, nodes, closing steps and lots."""

import math
from datetime import timedelta

from building import closing, lots
from building.shared import Cells, assumed, evidence, point

from drawdown.mission import Crew, Exit, ExitKind, Lot, Node, Site, Step
from unamid.source import FIRST, KINDS, borrowed, table

COST_PER_PERSON_DAY = 87.0
"""USD; that of MINUSMA (tools/minusma/places.py): no budget of the half year found."""

GUARD_SHARE = 0.25
"""Of the uniformed people of a site, rounded up to tens."""
GUARD_MINIMUM = {"ELF": 240, "KRT": 0, "PZU": 0}
GUARD_UNIT = 360

BEDS = {"ELF": 3000, "ZAL": 1800, "KRT": 400, "PZU": 100}
YARD = {"ELF": 4500, "ZAL": 1800, "KRT": 400, "PZU": 1500}
ROOM = 1.3
"""Beds and yard of the other sites: what is there on day 0 and as much again as this
share adds, rounded up to tens."""

DISPOSAL_PER_DAY = {
    "team_site": 8,
    "temporary_operating_base": 8,
    "headquarters": 24,
    "logistics_base": 24,
    "liaison_office": 4,
    "port_office": 4,
}
"""Items: as in the mission in Mali, one crew in a team site, four in a headquarters."""
PACKING_DAYS = {
    kind: int(row["days"])
    for kind, like in KINDS.items()
    for row in borrowed("closing_steps")
    if row["step"] == "packing" and row["site_kind"] == like
}


def tens(number: float) -> int:
    """Return a number rounded up to tens."""
    return math.ceil(number / 10) * 10


def guard_minimum(row: Cells) -> int:
    """Return the guard of a site to its last days."""
    usual = tens(GUARD_SHARE * int(row["uniformed_2020_12_31"]))
    return GUARD_MINIMUM.get(row["site_id"], usual)


def _people(row: Cells) -> int:
    return int(row["uniformed_2020_12_31"]) + int(row["civilian_2020_12_31"])


def _items(row: Cells) -> int:
    return sum(int(row[c]) for c in ("containers_coe", "containers_unoe", "vehicles"))


def sites() -> tuple[Site, ...]:
    """Return the 14 sites, and the offices at Khartoum and Port Sudan."""
    return tuple(_site(row) for row in table("sites"))


def _site(row: Cells) -> Site:
    site_id, kind = row["site_id"], row["kind"]
    liquidation = row["liquidation_site"] == "yes"
    guard = guard_minimum(row)
    lead = timedelta(days=int(row["counterpart_lead_days"]))
    return Site(
        site_id=site_id,
        name=row["name"],
        kind=kind,
        sector=row["sector"],
        latitude=float(row["lat"]),
        longitude=float(row["lon"]),
        phase=int(row["phase"]),
        airfield=row["airfield"],
        running_cost=float(round(COST_PER_PERSON_DAY * _people(row), -2)),
        beds=BEDS.get(site_id, tens(ROOM * _people(row))),
        yard=YARD.get(site_id, tens(ROOM * _items(row))),
        packing_per_day=lots.packing_per_day(
            borrowed("lot_classes"), row, PACKING_DAYS[kind]
        ),
        disposal_per_day=DISPOSAL_PER_DAY[kind],
        guard_minimum=guard,
        thin_out_days=0 if liquidation else 3,
        thin_out_minimum=0 if liquidation else guard // 2,
        liquidation=liquidation,
        liquidation_guard=GUARD_UNIT if site_id == "ELF" else 0,
        counterpart=row["counterpart"],
        counterpart_from=FIRST + lead if row["counterpart"] else None,
        evidence=evidence(row["confidence"], row["source"]),
        values={
            "latitude": point(row["coord_note"]),
            "longitude": point(row["coord_note"]),
            "airfield": evidence(row["airfield_confidence"], row["source"]),
            "running_cost": assumed("87 USD a person of day 0, as for MINUSMA"),
            "beds": assumed(),
            "yard": assumed(),
            "packing_per_day": assumed(f"packs the site in {PACKING_DAYS[kind]} days"),
            "disposal_per_day": assumed(),
            "guard_minimum": assumed("a quarter of the uniformed people, if no hub"),
            "thin_out_minimum": assumed(),
            "liquidation_guard": _guard_evidence(site_id),
            "counterpart": assumed(),
            "counterpart_from": assumed(f"after {row['counterpart_lead_days']} days"),
        },
    )


def _guard_evidence(site_id: str) -> object:
    if site_id != "ELF":
        return assumed()
    return evidence(
        "reported",
        "https://theglobalherald.com/news/sudan-withdrawal-of-uniformed-personnel-at-"
        "peacekeeping-mission-unamid-security-council-briefing/",
        "guard unit of 360 at El Fasher",
    )


def steps() -> tuple[Step, ...]:
    """Return the opening and closing steps of each kind of site."""
    return closing.steps(borrowed("closing_steps"), KINDS)


def crews() -> tuple[Crew, ...]:
    """Return the teams for steps and handovers, as many as MINUSMA had."""
    return closing.crews(borrowed("closing_steps"))


def exits() -> tuple[Exit, ...]:
    """Return the port and the airports."""
    port = assumed("the share of the port that a mission can expect")
    air = assumed("charter or commercial flights that can be had")
    geonames, airport = "GeoNames (CC BY 4.0), town point", ExitKind.AIRPORT
    rows = (
        ("PSD", "Port Sudan", ExitKind.PORT, 19.61745, 37.21644, 60, 0, port),
        ("ELF_AIR", "El Fasher airport", airport, 13.62793, 25.34936, 0, 300, air),
        ("NYL_AIR", "Nyala airport", airport, 12.04888, 24.88069, 0, 100, air),
        ("KRT_AIR", "Khartoum airport", airport, 15.55177, 32.53241, 6, 150, air),
    )  # fmt: skip
    return tuple(
        Exit(
            exit_id=exit_id,
            name=name,
            country="SDN",
            kind=kind,
            latitude=latitude,
            longitude=longitude,
            items_per_day=items,
            persons_per_day=persons,
            evidence=known,
            values={
                "latitude": evidence("reported", geonames),
                "longitude": evidence("reported", geonames),
            },
        )
        for exit_id, name, kind, latitude, longitude, items, persons, known in rows
    )


def nodes() -> tuple[Node, ...]:
    """Return the towns on the roads where the mission has no site."""
    rows = (
        ("NYL", "Nyala", 12.04888, 24.88069, "office handed over in November 2019"),
        ("OBE", "El Obeid", 13.18421, 30.21669, ""),
        ("KOS", "Kosti", 13.1629, 32.66347, ""),
    )
    return tuple(
        Node(
            node_id=node_id,
            name=name,
            latitude=latitude,
            longitude=longitude,
            evidence=evidence("reported", "GeoNames (CC BY 4.0), town point", note),
        )
        for node_id, name, latitude, longitude, note in rows
    )


def all_lots() -> tuple[Lot, ...]:
    """Return the lots of all sites, by the classes of MINUSMA."""
    found: list[Lot] = []
    for row in table("sites"):
        share = guard_minimum(row) / max(1, int(row["uniformed_2020_12_31"]))
        found += lots.lots(
            borrowed("lot_classes"),
            row,
            last_share=0.0 if row["liquidation_site"] == "yes" else share,
            can_receive=True,
            consent_known=False,
        )
    return tuple(found)
