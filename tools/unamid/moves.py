"""Legs, routes, fleets, seasons, hazards and permits."""

from datetime import date

from building import air, roads
from building.air import Aircraft, Flight
from building.shared import Cells, assumed

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
from unamid.source import FIRST, table

TRUCK_DAY = 150.0
GATES = (
    ("N01", "NYL", "NYL_AIR", "Nyala to its airport", 700.0),
    ("P01", "PZU", "PSD", "Port Sudan office to the port", 0.0),
)
"""Short ways to an exit; the charter seat home is paid at Nyala (USD a person)."""

FLIGHTS = (
    *(
        Flight(fleet="HELI", start=site, end="ELF")
        for site in (
            "SRO", "KUT", "KHA", "WSH", "SOR", "NER", "TAW", "GOL", "KAB", "SHT", "KAS"
        )
    ),
    Flight(fleet="LIGHT", start="ZAL", end="ELF", per_day=4),
    Flight(fleet="TURBOPROP", start="ELF", end="KRT"),
    Flight(fleet="TURBOPROP", start="PZU", end="KRT", per_day=1),
    Flight(fleet="JET", start="ELF", end="ELF_AIR", one_way=True, price=200_000),
    Flight(fleet="AIRLINE", start="KRT", end="KRT_AIR", one_way=True, price=20_000),
)  # fmt: skip
AIRCRAFT = {
    "HELI": Aircraft(speed=220, hour=5000),
    "LIGHT": Aircraft(speed=350, hour=2200),
    "TURBOPROP": Aircraft(speed=450, hour=4500),
}

STANDING = (
    ("TRUCKS-ELF", FleetKind.TRUCK, "ELF", 108, "120 x 0.9 fit"),
    ("TRUCKS-KRT", FleetKind.TRUCK, "KRT", 270, "300 x 0.9 fit, commercial"),
    ("TRUCKS-PZU", FleetKind.TRUCK, "PZU", 54, "60 x 0.9 fit, commercial"),
    ("LOADERS-ELF", FleetKind.LOW_LOADER, "ELF", 17, "20 x 0.85 fit"),
    ("LOADERS-KRT", FleetKind.LOW_LOADER, "KRT", 17, "20 x 0.85 fit, commercial"),
)
CONTINGENT_TRUCKS = {"NER": 10, "GOL": 8, "KAB": 10, "ZAL": 16, "SOR": 5, "KHA": 5}
FLYING = (
    ("HELI", "Mi-8 class helicopters", "ELF", 63, 20, "6 x 2 a day x 7 x 0.75"),
    ("LIGHT", "light aircraft, 19 seats", "ELF", 35, 17, "2 x 3 a day x 7 x 0.85"),
    ("TURBOPROP", "turboprop, 50 seats", "KRT", 11, 46, "1 x 2 a day x 7 x 0.85"),
    ("JET", "charter jet home", "ELF", 2, 250, "two rotations a week"),
    ("AIRLINE", "seats on scheduled flights", "KRT", 7, 30, "thirty seats a day"),
)

WEST = "R03", "R04", "R15", "R16", "R17"
CHAINS = (
    ("SRO-KAB", "R03", "west"),
    ("SRO-ZAL", "R04", "west"),
    ("SRO-ELF", "R03;R02;R01", "west"),
    ("SOR-KAB", "R16", "west"),
    ("SOR-ELF", "R16;R02;R01", "west"),
    ("KAB-ELF", "R02;R01", "west"),
    ("TAW-ELF", "R01", "west"),
    ("KUT-ELF", "R05", "north"),
    ("GOL-KAB", "R17", "Jebel Marra"),
    ("GOL-NER", "R15", "Jebel Marra"),
    ("NER-ZAL", "R14", "Jebel Marra"),
    ("NER-KAS", "R13", "Jebel Marra"),
    ("NER-ELF", "R13;R12;R08;R07;R06", "south"),
    ("ZAL-KAS", "R14;R13", "south"),
    ("ZAL-ELF", "R14;R13;R12;R08;R07;R06", "south"),
    ("KAS-ELF", "R12;R08;R07;R06", "south"),
    ("KAS-NYL_AIR", "R12;N01", "south"),
    ("KAL-ELF", "R11;R08;R07;R06", "south"),
    ("KAL-NYL_AIR", "R11;N01", "south"),
    ("WSH-ELF", "R07;R06", "south"),
    ("WSH-NYL_AIR", "R08;N01", "south"),
    ("KHA-ELF", "R09;R06", "south"),
    ("KHA-NYL_AIR", "R10;N01", "south"),
    ("SHT-ELF", "R06", "south"),
    ("KAS-PSD", "R12;R19;R20;R23;P01", "Nyala to the port"),
    ("KAL-PSD", "R11;R19;R20;R23;P01", "Nyala to the port"),
    ("ELF-PSD", "R18;R20;R23;P01", "El Fasher to the port"),
    ("ELF-KRT", "R18;R21", "El Fasher to Khartoum"),
    ("KRT-PSD", "R22;P01", "Khartoum to the port"),
    ("PZU-PSD", "P01", "port"),
)
"""Road routes; all are two-way: empty trucks and escorts go forward."""

RATE_PER_100_KM = {1: 0.001, 2: 0.004, 3: 0.015, 4: 0.04, 5: 0.06}
DARFUR = 0.2
"""The base rates of MINUSMA's hazards.csv by threat; in Darfur a fifth of them."""

SEASON = (date(2021, 6, 1), date(2021, 9, 30))
IMPASSABLE = date(2021, 6, 16)


def escorts_of(row: Cells) -> int:
    """Return the companies of a convoy: half a one is one on tracks, else none."""
    needed = float(row["escort_companies_needed"])
    if needed >= 1:
        return round(needed)
    return int(needed > 0 and row["surface_class"] == "track")


def legs() -> tuple[Leg, ...]:
    """Return the legs by road and air."""
    places = table("sites")
    points = {r["site_id"]: (float(r["lat"]), float(r["lon"])) for r in places}
    points |= {f"{site}_AIR": points[site] for site in ("ELF", "KRT")}
    flights = [air.leg(f, points, AIRCRAFT, "Darfur") for f in FLIGHTS]
    return (*(_road(row) for row in table("roads")), *map(_gate, GATES), *flights)


def _road(row: Cells) -> Leg:
    escorts = escorts_of(row)
    return roads.road(
        row,
        zone="Darfur",
        truck_day=TRUCK_DAY,
        escorts=escorts,
        secure=not escorts,
        note="" if escorts else "forces of the Government ride along (assumed)",
    )


def _gate(gate: tuple[str, str, str, str, float]) -> Leg:
    leg_id, start, end, name, seat = gate
    return Leg(
        leg_id=leg_id,
        from_id=start,
        to_id=end,
        name=name,
        mode=Mode.ROAD,
        length_km=5.0,
        days=0.1,
        per_day=4,
        convoy_vehicles=60,
        convoy_persons=300,
        secure=True,
        cost_movement=50.0,
        cost_vehicle=10.0,
        cost_person=seat,
        evidence=assumed("inside the town"),
    )


def routes() -> tuple[Route, ...]:
    """Return the routes by road, then the flights."""
    found = [
        Route(
            route_id=route_id,
            from_id=route_id.split("-")[0],
            to_id=route_id.split("-")[1],
            legs=tuple(chain.split(";")),
            two_way=True,
            corridor=corridor,
            evidence=assumed("chain chosen from the legs of roads.csv"),
        )
        for route_id, chain, corridor in CHAINS
    ]
    found += [
        Route(
            route_id=flight.leg_id,
            from_id=flight.start,
            to_id=flight.end,
            legs=(flight.leg_id,),
            two_way=not flight.one_way,
            corridor="home" if flight.one_way else "air",
            evidence=assumed(),
        )
        for flight in FLIGHTS
    ]
    return tuple(found)


def fleets() -> tuple[Fleet, ...]:
    """Return trucks, low-loaders and aircraft; all assumed."""
    standing = [
        Fleet(fleet_id=i, name=i, kind=kind, home_id=home, count=n, evidence=assumed(w))
        for i, kind, home, n, w in STANDING
    ]
    own = [
        Fleet(
            fleet_id=f"TRUCKS-COE-{site}",
            name="contingents' cargo trucks",
            kind=FleetKind.TRUCK,
            home_id=site,
            count=count,
            evidence=assumed("they carry before they leave as lots themselves"),
        )
        for site, count in CONTINGENT_TRUCKS.items()
    ]
    flying = [
        Fleet(
            fleet_id=i,
            name=name,
            kind=FleetKind.AIRCRAFT,
            home_id=home,
            sorties_per_week=sorties,
            seats=seats,
            evidence=assumed(f"{why}, rounded down"),
        )
        for i, name, home, sorties, seats, why in FLYING
    ]
    return (*standing, *own, *flying)


def windows() -> tuple[Window, ...]:
    """Return the rains: slow from June on, in the west impassable after two weeks."""
    found: list[Window] = []
    for row in table("roads"):
        closed = _impassable(row["road_id"])
        found += [*closed, *roads.rains(row, FIRST.year, FIRST, closed)]
    return tuple(found)


def _impassable(road_id: str) -> list[Window]:
    if road_id not in WEST:
        return []
    return [
        Window(
            window_id=f"RAIN-{road_id}-SHUT",
            leg_id=road_id,
            start=IMPASSABLE,
            end=SEASON[1],
            reason="wadis of the west impassable in the rains",
            evidence=assumed(
                "site closing was planned to end on 16 June, before the rains"
            ),
        )
    ]


def _rate(row: Cells) -> float:
    rate = RATE_PER_100_KM[int(row["threat_1to5"])] * float(row["km"]) / 100
    return round(DARFUR * rate, 4)


def hazards() -> tuple[Hazard, ...]:
    """Return the rates of roads by their threat, and of flights."""
    by_road = [
        Hazard(
            leg_id=row["road_id"],
            attacks=_rate(row),
            evidence=assumed(
                f"a fifth of MINUSMA's rate for threat {row['threat_1to5']}"
            ),
        )
        for row in table("roads")
    ]
    landings = {row["site_id"]: 0.0002 for row in table("sites")}
    flights = [air.hazard(flight, landings) for flight in FLIGHTS]
    return (*by_road, *(h for h in flights if h))


def permits() -> tuple[Permit, ...]:
    """Return the clearances; nothing on them was found."""
    known = assumed("nothing found; as in the quietest sectors of MINUSMA")
    return (
        Permit(
            permit_zone="Darfur",
            mode=Mode.ROAD,
            lead_days=5,
            refusal=0.05,
            evidence=known,
        ),
        Permit(
            permit_zone="Darfur",
            mode=Mode.AIR,
            lead_days=3,
            refusal=0.03,
            evidence=known,
        ),
    )
