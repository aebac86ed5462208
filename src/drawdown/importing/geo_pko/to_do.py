"""What Geo-PKO does not know about a mission."""

from collections.abc import Iterator

from drawdown.importing.geo_pko.base import Base
from drawdown.importing.todo import Item
from drawdown.mission import Mission
from drawdown.quantities import Confidence


def to_do(places: tuple[Base, ...], mission: Mission) -> Iterator[Item]:
    """Yield what is to be looked up or decided, the most important first."""
    yield Item(
        table="mission.toml",
        what="read the decision: its symbol, when operations cease, the deadline "
        f"(now {mission.decision.deadline}, half a year after the start), the powers "
        "and the deliverables; `drawdown read DOCUMENT --into FOLDER` does much of it",
    )
    yield from _sites(places, mission)
    yield from _units(mission)
    yield Item(
        table="exits.csv",
        what="the ports, airports and borders through which people and things leave "
        "(now one airport and one port without a name)",
    )
    yield Item(
        table="legs.csv, routes.csv",
        what="the real roads, flights and rivers (now a straight road from each site "
        "to one hub), what passes in a day, and which legs need escorts and permits",
    )
    yield Item(
        table="windows.csv, hazards.csv, permits.csv",
        what="seasons and closures of roads, expected attacks for a passage, lead "
        "times and refusals of permits (now none, as if nothing stood in the way)",
    )
    yield Item(
        table="lots.csv",
        what="the containers and vehicles, by class, with their value and what may "
        "become of them (now as many for each person as MINUSMA had)",
    )
    yield Item(
        table="fleets.csv, escorts.csv",
        what="trucks and aircraft that can be had, and escort companies (now some "
        "trucks and flights, and no escort)",
    )
    yield Item(
        table="steps.csv, crews.csv, sites.csv",
        what="the steps of closing a site, who takes it over and from when (now none: "
        "every site is left, not handed over)",
    )
    yield Item(
        table="tasks.csv, communities.csv, threats.csv",
        what="the mandated tasks and who takes them over; populated places near the "
        "sites and the threat to them (now none)",
    )


def _sites(places: tuple[Base, ...], mission: Mission) -> Iterator[Item]:
    hub = next(site for site in mission.sites if site.liquidation)
    known = any(place.headquarters == 3 for place in places)
    why = "the headquarters" if known else "the site with the most troops"
    yield Item(
        table="sites.csv",
        what=f"over which site all leave, and which stays for the liquidation (now "
        f"{hub.name}, {why}); guard, beds, yard and running cost of every site",
    )
    nowhere = [s.name for s in mission.sites if s.latitude is None]
    if nowhere:
        yield Item(
            table="sites.csv", what=f"where {', '.join(nowhere)} is: no coordinates"
        )
    uncertain = [place.name for place in places if place.other_strengths]
    if uncertain:
        yield Item(
            table="units.csv",
            what="which strength holds on day 0: the maps of the year differ, and the "
            f"greatest was taken ({', '.join(uncertain)})",
        )
    unseen = [p.name for p in places if any(r.police or r.observers for r in p.rows)]
    if unseen:
        yield Item(
            table="units.csv",
            what=f"police and military observers: they are at {', '.join(unseen)}, and "
            "how many is not known",
        )


def _units(mission: Mission) -> Iterator[Item]:
    nameless = [u.unit_id for u in mission.units if not u.country and u.role != STAFF]
    if nameless:
        yield Item(
            table="units.csv", what=f"the countries of {', '.join(nameless)}: not named"
        )
    guessed = [
        unit.unit_id
        for unit in mission.units
        if unit.role != STAFF
        and unit.evidence_of("strength").confidence is Confidence.ASSUMED
    ]
    if guessed:
        yield Item(
            table="units.csv",
            what=f"the strength of {', '.join(guessed)}: not known, a company is taken",
        )
    yield Item(
        table="units.csv",
        what="real strengths (these are sizes of units), who guards, who remains, when "
        "each contingent leaves; staff, police and civilians (now "
        "a placeholder of 60 people)",
    )


STAFF = "civilian"
