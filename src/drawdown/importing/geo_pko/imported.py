"""A Geo-PKO table becomes a mission to start from."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from drawdown.importing.geo_pko.base import Base, bases
from drawdown.importing.geo_pko.contents import chosen_date, dates_in_words, named
from drawdown.importing.geo_pko.sources import source_page
from drawdown.importing.geo_pko.table import Table, read_table
from drawdown.importing.geo_pko.to_do import to_do
from drawdown.importing.geo_pko.units import staff, units_of
from drawdown.importing.identifiers import identifier
from drawdown.importing.started import Started
from drawdown.importing.starting import frame
from drawdown.importing.starting.assumed import assumed
from drawdown.importing.starting.goods import lots
from drawdown.importing.starting.site import filled_in
from drawdown.importing.starting.ways import ways
from drawdown.mission import Mission, Site, Unit
from drawdown.mission.mission import Header
from drawdown.quantities import Confidence, Evidence


def import_geo_pko(paths: Sequence[Path], mission: str, on: date) -> Started:
    """Return the mission of Geo-PKO tables on a date.

    Parameters
    ----------
    paths
        One table, or several of the same mission that complete each other.
    mission
        Its name, or how it begins.
    on
        Day 0. Of a table by maps, the last map before it is taken; of a table by
        years, its year.

    Raises
    ------
    InputError
        A file is no table of Geo-PKO, or has nothing of that mission and date.
    TableError
        Cells cannot be read; all are listed.
    UsageError
        Several missions begin so.

    """
    tables = tuple(read_table(path) for path in paths)
    name = named(mission, tables)
    at = [(table, chosen_date(table, name, on)) for table in tables]
    places = bases(row for table, when in at for row in table.deployments(name, when))
    made = _mission(places, name, on, _said(at))
    return Started(
        mission=made,
        todo=tuple(to_do(places, made)),
        source=source_page(name, on, at),
    )


def _said(at: list[tuple[Table, tuple[int, int]]]) -> str:
    """Say which dates were taken from which files."""
    return "; ".join(f"{table.path.name}, {dates_in_words([w])}" for table, w in at)


def _mission(places: tuple[Base, ...], name: str, on: date, said: str) -> Mission:
    """Return the tables of a mission with its people at some places."""
    ids = dict[str, Base]()
    for place in places:
        ids[identifier(place.name, ids, otherwise="SITE")] = place
    units = [unit for site, place in ids.items() for unit in units_of(site, place)]
    hub = _hub(ids, units)
    units.append(staff(hub, units))
    sites, things = [], []
    for site, place in ids.items():
        here = [unit for unit in units if unit.site_id == site]
        persons = sum(unit.strength for unit in here)
        goods = list(lots(site, persons))
        things += goods
        row = _site(site, place, liquidation=site == hub)
        guards = sum(unit.guard_capable for unit in here)
        items = sum(lot.count for lot in goods)
        sites.append(filled_in(row, persons=persons, guards=guards, items=items))
    out = ways(
        sites,
        next(site for site in sites if site.site_id == hub),
        sum(unit.strength for unit in units),
        sum(lot.count for lot in things),
    )
    return Mission(
        header=Header(
            mission_id=f"{identifier(name, otherwise='mission').lower()}-{on}",
            name=f"{name}, {on}",
            host_state=_host(places),
            start=on,
            evidence=Evidence(source=f"Geo-PKO: {said}", confidence=REPORTED),
        ),
        decision=frame.decision(on),
        sites=tuple(sites),
        exits=out.exits,
        units=tuple(units),
        lots=tuple(things),
        fleets=out.fleets,
        legs=out.legs,
        routes=out.routes,
    )


REPORTED = Confidence.REPORTED


def _host(places: tuple[Base, ...]) -> str:
    """Return the States in which the places lie, the commonest first."""
    countries = [row.country for place in places for row in place.rows if row.country]
    names = dict.fromkeys(countries)
    return "; ".join(sorted(names, key=lambda name: -countries.count(name)))


def _hub(ids: dict[str, Base], units: list[Unit]) -> str:
    """Return the site over which all leave: the headquarters, or else the largest."""
    strength = dict.fromkeys(ids, 0)
    for unit in units:
        strength[unit.site_id] += unit.strength
    return max(ids, key=lambda site: (ids[site].headquarters == 3, strength[site]))


KINDS = {3: "headquarters", 2: "sector_headquarters"}
"""Of a site, by its headquarters."""
TEAM_SITE, CAMP = "team_site", "camp"


def _site(site_id: str, place: Base, *, liquidation: bool) -> Site:
    """Return the row of a site, as far as Geo-PKO knows it."""
    point = place.point
    kind = KINDS.get(place.headquarters) or (CAMP if place.best.strength else TEAM_SITE)
    evidence = {
        "kind": Evidence(confidence=Confidence.DERIVED, note=KIND_NOTE),
        "liquidation": assumed("the site over which all leave stays open the longest"),
    }
    return Site(
        site_id=site_id,
        name=place.name,
        kind=kind,
        latitude=None if point is None else point.latitude,
        longitude=None if point is None else point.longitude,
        packing_per_day=0,
        liquidation=liquidation,
        evidence=Evidence(
            source=place.best.source,
            confidence=REPORTED,
            note="; ".join(_notes(place)),
        ),
        values=evidence if liquidation else {"kind": evidence["kind"]},
    )


KIND_NOTE = "from the headquarters and the troops that Geo-PKO has"


def _notes(place: Base) -> Iterator[str]:
    """Yield what else the tables say of a place."""
    if place.best.map:
        yield place.best.map
    if place.other_names:
        yield f"also written {', '.join(place.other_names)}"
    if place.other_strengths:
        numbers = ", ".join(f"{number:,}" for number in place.other_strengths)
        yield f"other maps of the year have {numbers} troops"
    if place.headquarters == 1:
        yield "headquarters of a contingent"
    if any(row.police for row in place.rows):
        yield "police are here; how many is not known"
    if any(row.observers for row in place.rows):
        yield "military observers are here; how many is not known"
    if _points(place) > 1:
        yield "the tables give more than one point"


def _points(place: Base) -> int:
    return len({(row.latitude, row.longitude) for row in place.rows})
