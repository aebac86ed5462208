"""The block that generated missions are made of: places, roads, flights, ports.

Thirteen invented sites in four regions of a large dry country. All numbers are
invented; the shapes are those of a real mission of this size.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A site of the block, with its size before any variation."""

    code: str
    name: str
    kind: str
    region: str
    latitude: float
    longitude: float
    people: int
    """Persons who need transport."""
    local: int
    items: int
    guard: int
    tasks: int
    airfield: str = ""
    liquidation: bool = False
    counterpart: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Road:
    """A stretch of road of the block, or from the block to a port."""

    ends: tuple[str, str]
    days: float
    escorts: int
    vehicles: int
    persons: int
    hazard: float
    region: str
    per_day: int = 1
    closures: tuple[str, ...] = ()
    secure: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Flight:
    """An air link of the block from a site to a hub."""

    ends: tuple[str, str]
    fleet: str
    region: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Port:
    """A seaport that all blocks share."""

    code: str
    name: str
    country: str
    latitude: float
    longitude: float
    items_per_day: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EscortUnit:
    """A unit that provides escort companies."""

    home: str
    group: str
    companies: int
    leaves: int | None = None
    """The day by which the whole unit must be gone."""


def _place(code: str, name: str, kind: str, region: str, *numbers: float) -> Place:
    latitude, longitude, people, local, items, guard, tasks = numbers
    return Place(
        code=code,
        name=name,
        kind=kind,
        region=region,
        latitude=latitude,
        longitude=longitude,
        people=int(people),
        local=int(local),
        items=int(items),
        guard=int(guard),
        tasks=int(tasks),
        airfield="" if kind == "outpost" else "C-130",
        liquidation=code in ("SAM", "GAS"),
        counterpart=code != "KIR",
    )


# In this order, so that the first n places of a smaller mission hang together.
PLACES = (
    _place("SAM", "Sambala", "hub", "south", 12.6, -8.0, 1900, 220, 1300, 150, 3),
    _place("KOR", "Korrima", "hub", "centre", 14.5, -4.1, 1600, 120, 1200, 220, 3),
    _place("DEN", "Dendou", "camp", "centre", 15.0, -2.9, 550, 40, 400, 120, 2),
    _place("GAS", "Gassi", "hub", "north", 16.3, 0.0, 2700, 150, 1800, 240, 3),
    _place("TIN", "Tindara", "hub", "west", 16.8, -3.0, 1700, 100, 1150, 220, 3),
    _place("OGA", "Ogaru", "outpost", "centre", 14.0, -3.5, 250, 20, 180, 70, 1),
    _place("ANS", "Ansel", "outpost", "north", 15.7, 0.5, 400, 25, 300, 80, 1),
    _place("GOU", "Gounou", "outpost", "west", 16.4, -3.7, 350, 20, 230, 70, 1),
    _place("BER", "Berrin", "outpost", "west", 16.9, -2.4, 350, 20, 230, 80, 1),
    _place("KIR", "Kirsal", "camp", "north", 18.4, 1.4, 950, 50, 850, 150, 2),
    _place("MEN", "Menara", "camp", "north", 15.9, 2.4, 600, 40, 420, 120, 2),
    _place("ADE", "Aderik", "outpost", "north", 19.5, 0.9, 420, 15, 400, 90, 2),
    _place("TAL", "Talhak", "outpost", "north", 20.2, 1.0, 480, 15, 480, 90, 2),
)

JUNCTIONS = (
    ("ANF", "Anfi junction", 17.4, 0.8),
    ("LAB", "Labeza border post", 14.9, 0.8),
    ("WAG", "Wagado", 12.4, -1.5),
)


def _road(
    a: str, b: str, region: str, *numbers: float, closures: tuple[str, ...] = ()
) -> Road:
    days, escorts, vehicles, persons, hazard, per_day = numbers
    return Road(
        ends=(a, b),
        days=days,
        escorts=int(escorts),
        vehicles=int(vehicles),
        persons=int(persons),
        hazard=hazard,
        region=region,
        per_day=int(per_day),
        closures=closures,
        secure=b in ("VAL", "ABE"),
    )


ROADS = (
    _road("KOR", "SAM", "centre", 1.5, 1, 85, 220, 0.03, 2),
    _road("SAM", "VAL", "south", 3, 0, 140, 0, 0.02, 2),
    _road("SAM", "ABE", "south", 2.5, 0, 140, 0, 0.02, 2),
    _road("KOR", "WAG", "centre", 1.5, 1, 70, 120, 0.08, 1, closures=("mud",)),
    _road("WAG", "LAM", "abroad", 1.5, 0, 100, 0, 0.02, 2),
    _road("DEN", "KOR", "centre", 1, 1, 70, 200, 0.12, 2),
    _road("GAS", "DEN", "centre", 2, 2, 65, 200, 0.26, 1),
    _road("GAS", "LAB", "north", 1, 1, 65, 150, 0.16, 1, closures=("border",)),
    _road("LAB", "ONI", "abroad", 2.5, 0, 120, 0, 0.02, 2),
    _road("TIN", "GAS", "north", 2.5, 2, 55, 180, 0.2, 1, closures=("blockade",)),
    _road("TIN", "KOR", "west", 2, 1, 65, 180, 0.09, 1, closures=("ferry",)),
    _road("OGA", "KOR", "centre", 0.8, 1, 45, 140, 0.15, 1),
    _road("ANS", "GAS", "north", 0.8, 1, 55, 180, 0.08, 2, closures=("mud",)),
    _road("GOU", "TIN", "west", 1, 1, 45, 140, 0.08, 1),
    _road("BER", "TIN", "west", 0.8, 1, 45, 140, 0.1, 1, closures=("rains",)),
    _road("ANF", "GAS", "north", 1, 2, 65, 200, 0.14, 1),
    _road("KIR", "ANF", "north", 1.5, 3, 65, 200, 0.24, 1, closures=("rains",)),
    _road("MEN", "GAS", "north", 2, 2, 50, 180, 0.24, 1, closures=("rains",)),
    _road("MEN", "ANS", "north", 1.5, 2, 45, 160, 0.2, 1, closures=("rains",)),
    _road("ADE", "KIR", "north", 1.5, 2, 55, 160, 0.2, 1, closures=("rains",)),
    _road("TAL", "ADE", "north", 1.5, 2, 55, 160, 0.22, 1, closures=("rains",)),
)

# Chains of places that movements run along, besides the single roads between sites.
CHAINS = (
    ("KOR", "SAM", "VAL"),
    ("KOR", "SAM", "ABE"),
    ("KOR", "WAG", "LAM"),
    ("GAS", "LAB", "ONI"),
    ("GAS", "DEN", "KOR"),
    ("TIN", "KOR", "SAM"),
    ("KIR", "ANF", "GAS"),
    ("TAL", "ADE", "KIR"),
)

FLIGHTS = tuple(
    Flight(ends=(a, b), fleet=fleet, region=region)
    for a, b, fleet, region in (
        ("KOR", "SAM", "C130", "centre"),
        ("GAS", "SAM", "C130", "north"),
        ("TIN", "SAM", "C130", "west"),
        ("KIR", "GAS", "C130", "north"),
        ("MEN", "GAS", "C130", "north"),
        ("TAL", "GAS", "C130", "north"),
        ("ADE", "GAS", "HELI", "north"),
        ("ANS", "GAS", "HELI", "north"),
        ("BER", "TIN", "HELI", "west"),
        ("GOU", "TIN", "HELI", "west"),
        ("DEN", "KOR", "HELI", "centre"),
        ("OGA", "KOR", "HELI", "centre"),
    )
)

PORTS = tuple(
    Port(
        code=code,
        name=name,
        country=country,
        latitude=latitude,
        longitude=longitude,
        items_per_day=items,
    )
    for code, name, country, latitude, longitude, items in (
        ("VAL", "Port Valdo", "Valdia", 14.7, -17.4, 180),
        ("ABE", "Port Abeni", "Abenia", 5.3, -4.0, 180),
        ("ONI", "Port Onira", "Onira", 6.4, 2.4, 150),
        ("LAM", "Port Lamou", "Lamou", 6.1, 1.3, 120),
    )
)

GUARDED_PORTS = ("VAL", "ABE")
"""The ports that take what may not pass through every country."""

HOME = "HOME"
"""The exit of all flights home."""

ESCORT_UNITS = (
    EscortUnit(home="SAM", group="RES", companies=1),
    EscortUnit(home="SAM", group="RES", companies=1, leaves=60),
    EscortUnit(home="KOR", group="CEN", companies=2),
    EscortUnit(home="GAS", group="NOR", companies=3),
    EscortUnit(home="GAS", group="NOR", companies=2),
    EscortUnit(home="KIR", group="NOR", companies=2),
    EscortUnit(home="TIN", group="WES", companies=2),
    EscortUnit(home="TIN", group="WES", companies=1),
)

GROUP_REGIONS = {
    "RES": (),
    "CEN": ("centre", "west"),
    "NOR": ("north", "centre"),
    "WES": ("west", "centre", "north"),
}
"""The regions on whose roads a group escorts; empty: everywhere."""
