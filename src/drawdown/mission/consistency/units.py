"""Units and escorts: who guards, who escorts, who remains."""

from collections.abc import Iterator
from datetime import date

from drawdown.mission.consistency.finding import Finding, check
from drawdown.mission.mission import Mission
from drawdown.mission.units import Escort


@check("units.remains", "units.site_id", "sites.liquidation")
def people_remain_at_liquidation_sites(mission: Mission) -> Iterator[Finding]:
    """Find people who may remain at a site that closes (law 4.2)."""
    liquidation = {site.site_id for site in mission.sites if site.liquidation}
    sites = {site.site_id for site in mission.sites}
    for number, unit in enumerate(mission.units):
        if unit.remains and unit.site_id in sites - liquidation:
            yield Finding(
                table="units",
                row=number,
                column="remains",
                message=f"{unit.remains} people of {unit.unit_id} remain at "
                f"{unit.site_id}, which is no liquidation site (law 4.2)",
                hint="say liquidation yes for the site, or let nobody remain",
            )


@check("units.leaves_by", "header.start")
def units_are_still_there(mission: Mission) -> Iterator[Finding]:
    """Find units that should have left before day 0."""
    for number, unit in enumerate(mission.units):
        if unit.leaves_by is not None and unit.leaves_by < mission.header.start:
            yield Finding(
                table="units",
                row=number,
                column="leaves_by",
                message=f"{unit.unit_id} leaves by {unit.leaves_by}, before the start",
                hint="leave out units that are gone; this one would be late from day 0",
                level="warning",
            )


@check(
    "units.strength",
    "units.guard_capable",
    "escorts.persons",
    "escorts.available_from",
    "escorts.available_to",
)
def guards_and_escorts_are_different_people(mission: Mission) -> Iterator[Finding]:
    """Find units with more guards and escorts on a day than people (law 7.2)."""
    for number, unit in enumerate(mission.units):
        escorts = [e for e in mission.escorts if e.unit_id == unit.unit_id]
        persons = most_at_once(escorts)
        if escorts and unit.guard_capable + persons > unit.strength:
            yield Finding(
                table="units",
                row=number,
                column="guard_capable",
                message=f"{unit.unit_id} has {unit.strength} people, of whom "
                f"{unit.guard_capable} guard and {persons} escort (law 7.2)",
                hint="who escorts does not guard: lower guard_capable",
            )


def most_at_once(escorts: list[Escort]) -> int:
    """Return the persons of the escorts that serve on one day, on the worst day."""
    starts = {escort.available_from or date.min for escort in escorts}
    return max((_serving(escorts, day) for day in starts), default=0)


def _serving(escorts: list[Escort], day: date) -> int:
    """Return the persons of the escorts that serve on a day."""
    return sum(
        escort.persons
        for escort in escorts
        if (escort.available_from or date.min)
        <= day
        <= (escort.available_to or date.max)
    )


@check("escorts.group", "escorts.rest_days", "escorts.legs")
def escorts_of_a_group_are_alike(mission: Mission) -> Iterator[Finding]:
    """Find companies of one group that could not stand in for each other."""
    first: dict[str, Escort] = {}
    for number, escort in enumerate(mission.escorts):
        other = first.setdefault(escort.group, escort)
        for column in ("rest_days", "legs"):
            if _comparable(escort, column) != _comparable(other, column):
                yield Finding(
                    table="escorts",
                    row=number,
                    column=column,
                    message=f"{column} differs from that of {other.escort_id}, which "
                    f"is of the same group {escort.group}",
                    hint="give both the same, or put them into two groups",
                )


def _comparable(escort: Escort, column: str) -> object:
    """Return a value that is the same for escorts that are alike."""
    return set(escort.legs) if column == "legs" else escort.rest_days


@check("escorts.companies", "escorts.persons")
def companies_have_people(mission: Mission) -> Iterator[Finding]:
    """Find companies without people, who would cost their unit nobody."""
    for number, escort in enumerate(mission.escorts):
        if escort.companies and not escort.persons:
            yield Finding(
                table="escorts",
                row=number,
                column="persons",
                message=f"{escort.companies} companies have no people",
                hint="give the persons of all these companies together",
                level="warning",
            )


CHECKS = (
    people_remain_at_liquidation_sites,
    units_are_still_there,
    guards_and_escorts_are_different_people,
    escorts_of_a_group_are_alike,
    companies_have_people,
)
