"""Legs, routes, fleets, seasons, hazards and permits."""

import math
import re
from dataclasses import replace
from datetime import date

from building import air, roads
from building.air import Aircraft, Flight
from building.shared import Cells, assumed, by, day, of_row

from drawdown.mission import (
    Fleet,
    FleetKind,
    Hazard,
    Leg,
    Mode,
    Permit,
    Route,
    Window,
)
from minusma.source import FIRST, table

LEFT_OUT = frozenset({"R19", "R20"})
"""Niamey to Cotonou and to NDjamena: the forwarder's, and the host armies', affair."""

ONWARD_DAYS = 5.0
"""Truck-days from Niamey to Cotonou, charged on R18."""

ZONE_OF_ROAD = {
    "R01": "HQ", "R02": "Centre", "R03": "Centre", "R04": "East", "R05": "Centre",
    "R06": "West", "R07": "West", "R08": "West", "R09": "West",
    "R10": "North", "R11": "North", "R12": "North", "R13": "North", "R14": "North",
    "R15": "East", "R16": "East", "R17": "East", "R18": "Niger",
    "R21": "Senegal", "R22": "Cote_d_Ivoire", "R23": "Burkina_Faso",
    "R24": "Burkina_Faso", "R25": "HQ", "R26": "HQ",
}  # fmt: skip
SECURE = {
    "R01": "paved, no escort needed; guarded by the State's forces",
    "R02": "paved, no escort needed; guarded by the State's forces",
    "R18": "escorted by the army of Niger, as far as was known on 30 June",
    "R21": "to Dakar: gendarmes of both States ride along",
    "R22": "to Abidjan: gendarmes of both States ride along",
}
NO_MISSION_ESCORT = frozenset({"R18"})
TRUCK_DAY = 180.0
TRUCK_DAY_ABROAD = 160.0
ABROAD = frozenset({"R21", "R22", "R23", "R24", "R25", "R26"})

AIRCRAFT = {
    "C130": Aircraft(speed=500, hour=9000),
    "TURBOPROP": Aircraft(speed=450, hour=4500),
    "LIGHT": Aircraft(speed=350, hour=2200),
    "HELI-GAO": Aircraft(speed=220, hour=5000),
    "HELI-MOP": Aircraft(speed=220, hour=5000),
}
ONWARD_SEAT = 700.0
"""USD a person from Dakar, where the C-130 from Mopti ends, on to the home country."""

FLIGHTS = (
    Flight(fleet="C130", start="TES", end="GAO"),
    Flight(fleet="C130", start="TES", end="BAM"),
    Flight(fleet="HELI-GAO", start="AGU", end="GAO"),
    Flight(fleet="TURBOPROP", start="KID", end="GAO", per_day=3),
    Flight(fleet="TURBOPROP", start="KID", end="BAM", per_day=3),
    Flight(fleet="LIGHT", start="MEN", end="GAO"),
    Flight(fleet="LIGHT", start="ANS", end="GAO"),
    Flight(fleet="LIGHT", start="DOU", end="MOP"),
    Flight(fleet="HELI-MOP", start="OGO", end="MOP"),
    Flight(fleet="HELI-MOP", start="BER", end="TIM"),
    Flight(fleet="HELI-MOP", start="GOU", end="TIM"),
    Flight(fleet="TURBOPROP", start="TIM", end="BAM", per_day=3),
    Flight(fleet="TURBOPROP", start="MOP", end="BAM", per_day=4),
    Flight(fleet="TURBOPROP", start="GAO", end="BAM", per_day=4),
    Flight(fleet="C130", start="GAO", end="BAM"),
    Flight(fleet="JET-BAM", start="BAM", end="BAM_AIR", one_way=True, price=180_000),
    Flight(fleet="JET-GAO", start="GAO", end="GAO_AIR", one_way=True, price=200_000),
    Flight(fleet="CARGO", start="BAM", end="BAM_AIR", one_way=True, price=450_000),
    Flight(
        fleet="C130",
        start="MOP",
        end="MOP_AIR",
        one_way=True,
        km=1430,
        per_day=1,
        seat=ONWARD_SEAT,
    ),
    Flight(fleet="A400M", start="GAO", end="NIA_AIR", one_way=True, price=0),
)
"""Which aircraft serves which pair: by air_class_max of the place and the fleet."""

FLEETS = {
    "AC01": ("C130", FleetKind.AIRCRAFT),
    "AC02": ("TURBOPROP", FleetKind.AIRCRAFT),
    "AC03": ("LIGHT", FleetKind.AIRCRAFT),
    "AC04": ("HELI-GAO", FleetKind.AIRCRAFT),
    "AC05": ("HELI-MOP", FleetKind.AIRCRAFT),
    "AC06": ("JET-BAM", FleetKind.AIRCRAFT),
    "AC07": ("CARGO", FleetKind.AIRCRAFT),
    "AC08": ("JET-GAO", FleetKind.AIRCRAFT),
    "AC09": ("A400M", FleetKind.AIRCRAFT),
}
TRUCKS = {
    "TR01": ("TRUCKS-GAO", FleetKind.TRUCK),
    "TR02": ("TRUCKS-BAM", FleetKind.TRUCK),
    "TR03": ("TRUCKS-BAM-SURGE", FleetKind.TRUCK),
    "TR04": ("TRUCKS-MOP", FleetKind.TRUCK),
    "TR05": ("TRUCKS-TIM", FleetKind.TRUCK),
    "TR07": ("LOADERS-GAO", FleetKind.LOW_LOADER),
    "TR08": ("LOADERS-BAM", FleetKind.LOW_LOADER),
}
END_NOT_KNOWN = {"TR05": "barred from 8 August on", "AC09": "gone on 12 December"}
"""What ended the service was not known on 30 June: no last day."""

CONTINGENT_TRUCKS = {
    "TES": 10, "AGU": 8, "KID": 20, "DOU": 11, "ANS": 8, "MEN": 4, "GOU": 4, "BER": 2,
    "TIM": 20, "MOP": 16, "GAO": 40, "OGO": 2, "BAM": 11,
}  # fmt: skip
"""Of 300 cargo trucks 65 percent are fit and carry 0.8 of a container: 156, shared out
by vehicles and rounded."""

CHAINS = (
    ("TES-GAO", "R13;R14;R10", "north"),
    ("TES-KID", "R13;R12", "north"),
    ("AGU-GAO", "R14;R10", "north"),
    ("AGU-KID", "R12", "north"),
    ("KID-GAO", "R11;R10", "north"),
    ("MEN-GAO", "R16;R15", "east"),
    ("MEN-ANS", "R16", "east"),
    ("ANS-GAO", "R15", "east"),
    ("ANS-NIA", "R17;R18", "niger"),
    ("GAO-NIA", "R15;R17;R18", "niger"),
    ("GAO-DOU", "R04", "centre"),
    ("GAO-MOP", "R04;R03", "centre"),
    ("DOU-MOP", "R03", "centre"),
    ("OGO-MOP", "R05", "centre"),
    ("BER-TIM", "R07", "west"),
    ("GOU-TIM", "R08", "west"),
    ("TIM-MOP", "R06;R03", "west"),
    ("TIM-DOU", "R06", "west"),
    ("TIM-GAO", "R09", "left bank"),
    ("MOP-BAM", "R02;R01", "south"),
    ("BAM-DKR", "R21", "Dakar"),
    ("BAM-ABJ", "R22", "Abidjan"),
    ("BAM-TEM", "R23", "Tema"),
    ("BAM-LOM", "R24", "Lome"),
    ("BAM-CKY", "R25", "Conakry"),
    ("BAM-NKC", "R26", "Nouakchott"),
    ("MOP-TIM-RIVER", "W01", "river"),
    ("TIM-GAO-RIVER", "W02", "river"),
)
"""Road and river routes; all are two-way: empty trucks and escorts go forward."""

IMPASSABLE = (date(2023, 8, 1), date(2023, 9, 15))
RIVER_OPENS = date(2023, 8, 1)
LANDINGS_OF_ZONE = {"BAM_AIR": "BAM", "GAO_AIR": "GAO", "MOP_AIR": "MOP"}


def _sector(place: str) -> str:
    return by(table("sites"), "site_id")[place]["sector"]


def legs() -> tuple[Leg, ...]:
    """Return the legs by road, river and air."""
    surface = [row for row in table("roads") if row["road_id"] not in LEFT_OUT]
    found = [_road(r) if r["kind"] == "road" else _river(r) for r in surface]
    points = {
        row[key]: (float(row["lat"]), float(row["lon"]))
        for name, key in (("sites", "site_id"), ("exits", "exit_id"))
        for row in table(name)
    }
    flights = [air.leg(f, points, AIRCRAFT, _sector(f.start)) for f in FLIGHTS]
    return (*found, *flights)


def _road(row: Cells) -> Leg:
    road_id = row["road_id"]
    rate = TRUCK_DAY_ABROAD if road_id in ABROAD else TRUCK_DAY
    escorts = int(row["escort_companies_needed"])
    leg = roads.road(
        row,
        zone=ZONE_OF_ROAD[road_id],
        truck_day=rate,
        escorts=0 if road_id in NO_MISSION_ESCORT else escorts,
        secure=road_id in SECURE,
        note=SECURE.get(road_id, ""),
    )
    return _niger(leg) if road_id == "R18" else leg


def _niger(leg: Leg) -> Leg:
    """Return the road to Niamey with the forwarder's price to Cotonou."""
    extra = ONWARD_DAYS * TRUCK_DAY_ABROAD
    note = f"with {extra:g} USD for the haul from Niamey to Cotonou by a forwarder"
    return replace(
        leg,
        to_id="NIA",
        cost_vehicle=leg.cost_vehicle + extra,
        values=dict(leg.values) | {"cost_vehicle": assumed(note)},
    )


def _river(row: Cells) -> Leg:
    days = float(row["convoy_days_calm"])
    return Leg(
        leg_id=row["road_id"],
        from_id=row["from_id"],
        to_id=row["to_id"],
        name=row["name"],
        mode=Mode.RIVER,
        length_km=float(row["km"]),
        days=days,
        per_day=int(row["max_convoys_per_day"]),
        escorts=int(row["escort_companies_needed"]),
        fleet_id="BARGES",
        cost_movement=800 * 2 * days,
        cost_person=roads.PERSON_DAY * days,
        evidence=of_row(row),
        values={"cost_movement": assumed("800 USD a barge-day, there and back")},
    )


def routes() -> tuple[Route, ...]:
    """Return the routes by road and river, then the flights."""
    ends = {leg.leg_id: (leg.from_id, leg.to_id) for leg in legs()}
    found = []
    for route_id, chain, corridor in CHAINS:
        names = tuple(chain.split(";"))
        start, end = route_id.split("-")[:2]
        found.append(
            Route(
                route_id=route_id,
                from_id=start,
                to_id=end,
                legs=names,
                two_way=True,
                corridor=corridor,
                evidence=assumed("chain chosen from the legs of roads.csv"),
            )
        )
    found += [
        Route(
            route_id=flight.leg_id,
            from_id=ends[flight.leg_id][0],
            to_id=ends[flight.leg_id][1],
            legs=(flight.leg_id,),
            two_way=not flight.one_way,
            corridor="home" if flight.one_way else "air",
            evidence=assumed(),
        )
        for flight in FLIGHTS
    ]
    return tuple(found)


def fleets() -> tuple[Fleet, ...]:
    """Return trucks, low-loaders, aircraft and barges."""
    rows = by(table("transport"), "asset_id")
    return (
        *(_trucks(rows[a], *kind) for a, kind in TRUCKS.items()),
        *(_contingent_trucks(site, n) for site, n in CONTINGENT_TRUCKS.items()),
        *(_aircraft(rows[a], *kind) for a, kind in FLEETS.items()),
        _barges(rows["BG01"]),
    )


def _from(row: Cells) -> date | None:
    start = day(row["available_from"])
    return None if start == FIRST else start


NAMED = {"A400M": "German A400M Gao-Niamey"}
"""The table says Gao-Dakar; on 30 June the German air hub was Niamey (exits.csv)."""


def _note(row: Cells) -> str:
    ended = END_NOT_KNOWN.get(row["asset_id"])
    return f"what ended it was not known on 30 June ({ended})" if ended else ""


def _trucks(row: Cells, fleet_id: str, kind: FleetKind) -> Fleet:
    fit = math.floor(int(row["count"]) * float(row["availability_share"]) + 1e-9)
    return Fleet(
        fleet_id=fleet_id,
        name=row["name"],
        kind=kind,
        home_id=row["base_id"],
        count=fit,
        available_from=_from(row),
        evidence=of_row(row, _note(row)),
        values={
            "count": assumed(
                f"{row['count']} x {row['availability_share']} fit for use"
            )
        },
    )


def _contingent_trucks(site: str, count: int) -> Fleet:
    return Fleet(
        fleet_id=f"TRUCKS-COE-{site}",
        name="contingents' cargo trucks",
        kind=FleetKind.TRUCK,
        home_id=site,
        count=count,
        evidence=assumed(
            "300 x 0.65 fit x 0.8 of a container each = 156, by vehicles of the site; "
            "they stand with their units and carry before they leave as lots themselves"
        ),
    )


def _aircraft(row: Cells, fleet_id: str, kind: FleetKind) -> Fleet:
    daily = int(row["count"]) * float(row["sorties_per_day"])
    weekly = math.floor(daily * 7 * float(row["availability_share"]) + 1e-9)
    slots = math.floor(min(float(row["containers_each"]), 99))
    return Fleet(
        fleet_id=fleet_id,
        name=NAMED.get(fleet_id, row["name"]),
        kind=kind,
        home_id=row["base_id"],
        available_from=_from(row),
        sorties_per_week=weekly,
        seats=int(row["persons_each"]),
        slots=0 if fleet_id == "A400M" else slots,
        evidence=of_row(row, _note(row)),
        values={
            "sorties_per_week": assumed(
                f"{daily:g} a day x 7 x {row['availability_share']}, rounded down"
            ),
            "slots": assumed("whole containers only; half a container counts as none"),
        },
    )


def _barges(row: Cells) -> Fleet:
    cycle = 12
    weekly = int(row["count"]) * float(row["availability_share"]) * 7 / cycle
    return Fleet(
        fleet_id="BARGES",
        name=row["name"],
        kind=FleetKind.VESSEL,
        home_id=row["base_id"],
        available_from=day(row["available_from"]),
        available_to=day(row["available_to"]),
        sorties_per_week=math.floor(weekly),
        seats=int(row["persons_each"]),
        slots=int(row["containers_each"]),
        evidence=of_row(row),
        values={
            "sorties_per_week": assumed("6 barges x 0.6 / 12 days there and back"),
        },
    )


def windows() -> tuple[Window, ...]:
    """Return the seasons: slow in the rains, shut where tracks are impassable."""
    surface = [row for row in table("roads") if row["road_id"] not in LEFT_OUT]
    found = [
        Window(
            window_id="RAIN-R06-SHUT",
            leg_id="R06",
            start=IMPASSABLE[0],
            end=IMPASSABLE[1],
            reason="creek beds and ferry impassable at the height of the rains",
            evidence=assumed("roads.csv: creek beds may be impassable; days assumed"),
        )
    ]
    shut = {"R06": found[:1]}
    for row in surface:
        if row["kind"] == "road":
            closed = shut.get(row["road_id"], [])
            found += roads.rains(row, FIRST.year, FIRST, closed)
        else:
            found.append(_low_water(row))
    return tuple(found)


def _low_water(row: Cells) -> Window:
    return Window(
        window_id=f"LOW-{row['road_id']}",
        leg_id=row["road_id"],
        start=FIRST,
        end=date.fromordinal(RIVER_OPENS.toordinal() - 1),
        reason="low water",
        evidence=assumed("navigable for loaded barges about August to January"),
    )


def hazards() -> tuple[Hazard, ...]:
    """Return the rates of July 2023 for all legs."""
    july = [row for row in table("hazards") if row["month"] == "2023-07"]
    by_leg = [r for r in july if r["leg_kind"] != "air" and r["leg_id"] not in LEFT_OUT]
    landings = {
        row["leg_id"]: float(row["attacks_per_passage"])
        for row in july
        if row["leg_kind"] == "air"
    }
    flights = [air.hazard(flight, landings) for flight in FLIGHTS]
    return (*map(roads.hazard, by_leg), *(h for h in flights if h))


def permits() -> tuple[Permit, ...]:
    """Return the clearances of July 2023 for each zone and mode."""
    july = [row for row in table("permits") if row["from"] == "2023-07-01"]
    return tuple(roads.permit(row, _zone(row["region"])) for row in july)


def _zone(region: str) -> str:
    """Return the identifier of a sector, or of a State whose border is crossed."""
    return re.sub("[ ']", "_", region.removesuffix(" border"))
