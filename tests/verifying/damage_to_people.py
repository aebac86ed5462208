"""Damage to people: laws 4, 6, 7 and 8."""

from dataclasses import replace
from datetime import timedelta

from tests.verifying.damages import MANY, Case, breaks, shifted

from drawdown.mission import Unit
from drawdown.plan import Movement, People, Plan, Release

DAY = timedelta(days=1)


@breaks("4.1")
def local_people_travel(case: Case) -> Plan | None:
    for unit in case.mission.units:
        for movement, track in case.tracks():
            if unit.local and track.start == unit.site_id:
                people = People(unit=unit.unit_id, persons=1)
                return case.move(movement, people=(*movement.people, people))
    return None


@breaks("4.1")
def people_who_are_not_local_are_released(case: Case) -> Plan | None:
    for unit in case.mission.units:
        if not unit.local:
            release = Release(unit=unit.unit_id, persons=1, on=case.mission.date(0))
            return case.add("releases", release)
    return None


@breaks("4.2")
def those_who_must_remain_leave(case: Case) -> Plan | None:
    for unit in case.mission.units:
        if unit.remains and case.facts.sites[unit.site_id].liquidation:
            return _leave_too(case, unit, unit.remains, 0)
    return None


def _leave_too(case: Case, unit: Unit, persons: int, guards: int) -> Plan | None:
    """Let more people of a unit go with the first movement from its site."""
    for movement, track in case.tracks():
        if track.start == unit.site_id:
            all_of_it = People(
                unit=unit.unit_id, persons=unit.strength, guards=unit.guard_capable
            )
            more = People(unit=unit.unit_id, persons=persons, guards=guards)
            people = more if persons else all_of_it
            return case.move(movement, people=(*movement.people, people))
    return None


@breaks("4.3")
def a_unit_goes_home_by_an_exit_that_is_not_its_own(case: Case) -> Plan | None:
    for movement, track in case.tracks():
        for unit in case.mission.units:
            if unit.exits and track.end in case.facts.exits.keys() - unit.exits:
                people = People(unit=unit.unit_id, persons=1)
                return case.move(movement, people=(*movement.people, people))
    return None


@breaks("4.3")
def people_arrive_at_an_exit_that_is_not_open(case: Case) -> Plan | None:
    moved = _to_closed_exit(case)
    return case.swap("movements", moved[0], moved[1]) if moved else None


def _to_closed_exit(case: Case) -> tuple[Movement, Movement] | None:
    for movement, track in case.tracks():
        place = case.facts.exits.get(track.end)
        if place is None or not movement.people:
            continue
        if place.open_to and place.open_to + DAY < case.mission.date(
            case.mission.horizon
        ):
            days = (place.open_to - movement.departs).days
            return movement, shifted(case, movement, days)
        if place.open_from and place.open_from > case.mission.date(1):
            days = -case.mission.day(movement.departs)
            return movement, shifted(case, movement, days)
    return None


@breaks("6.1")
def a_site_has_no_guard_left(case: Case) -> Plan | None:
    for movement, track in case.tracks():
        if _needs_guard(case, track.start, case.mission.day(movement.departs)):
            guards = tuple(
                People(unit=u.unit_id, persons=u.guard_capable, guards=u.guard_capable)
                for u in case.mission.units
                if u.guard_capable
            )
            return case.move(movement, people=guards)
    return None


def _needs_guard(case: Case, name: str, day: int) -> bool:
    """Return whether a site must have guards on the evening of a day."""
    site, closed = case.facts.sites.get(name), case.closed(name)
    if site is None or not site.guard_minimum:
        return False
    if closed is None:
        return day <= case.mission.deadline
    full = case.mission.day(closed) - (
        0 if site.thin_out_minimum else site.thin_out_days
    )
    return day < full


@breaks("6.2")
def a_movement_has_more_guards_than_persons(case: Case) -> Plan | None:
    for movement in case.plan.movements:
        for people in movement.people:
            more = replace(people, guards=people.persons + 1)
            return case.move(movement, people=(more, *movement.people[1:]))
    return None


@breaks("6.2")
def persons_leave_as_guards_who_are_none(case: Case) -> Plan | None:
    for movement in case.plan.movements:
        for people in movement.people:
            unit = case.facts.units[people.unit]
            if people.persons > unit.guard_capable:
                more = replace(people, guards=people.persons)
                return case.move(movement, people=(more,))
    return None


@breaks("6.2")
def guards_leave_as_persons_who_are_none(case: Case) -> Plan | None:
    for movement in reversed(case.plan.movements):
        for people in movement.people:
            if people.guards:
                return case.move(movement, people=(replace(people, guards=0),))
    return None


@breaks("6.3")
def the_guards_leave_and_others_remain(case: Case) -> Plan | None:
    for movement in case.plan.movements:
        for people in movement.people:
            unit = case.facts.units[people.unit]
            if unit.remains and unit.guard_capable and people.guards < people.persons:
                more = replace(people, guards=people.guards + 1)
                return case.move(movement, people=(more,))
    return None


@breaks("6.3")
def too_few_remain_at_a_liquidation_site(case: Case) -> Plan | None:
    for unit in case.mission.units:
        site = case.facts.sites[unit.site_id]
        if unit.remains and site.liquidation and site.liquidation_guard:
            return _leave_too(case, unit, 0, 0)
    return None


@breaks("7.1")
def people_are_forgotten(case: Case) -> Plan | None:
    for movement, track in case.tracks():
        if track.end in case.facts.exits and movement.people:
            return case.move(movement, people=movement.people[1:])
    return None


@breaks("7.1")
def local_people_are_forgotten(case: Case) -> Plan | None:
    for release in case.plan.releases:
        return case.drop("releases", release)
    return None


@breaks("7.1")
def people_are_on_the_way_on_the_last_day(case: Case) -> Plan | None:
    for movement, track in case.tracks():
        if track.end in case.facts.exits and movement.people:
            days = case.mission.horizon - 1 - case.mission.day(movement.departs)
            return case.shift(movement, days)
    return None


@breaks("7.2")
def the_people_of_a_company_leave_before_it_does(case: Case) -> Plan | None:
    for release in case.plan.escort_releases:
        unit = case.facts.units[case.facts.escorts[release.escort].unit_id]
        if not unit.remains:
            last = case.mission.date(case.mission.horizon - 1)
            return case.swap("escort_releases", release, replace(release, on=last))
    return None


@breaks("8.1")
def a_site_has_more_people_than_beds(case: Case) -> Plan | None:
    for movement, track in case.tracks():
        site = case.facts.sites.get(track.end)
        if site is not None and site.beds is not None and movement.people:
            more = replace(movement.people[0], persons=MANY)
            return case.move(movement, people=(more,))
    return None


@breaks("8.2")
def a_site_has_more_items_than_its_yard_takes(case: Case) -> Plan | None:
    for movement, track in case.tracks():
        site = case.facts.sites.get(track.end)
        if site is not None and site.yard is not None and movement.loads:
            more = replace(movement.loads[0], count=MANY)
            return case.move(movement, loads=(more,))
    return None


@breaks("8.3")
def more_people_arrive_at_an_exit_than_it_takes(case: Case) -> Plan | None:
    for movement, track in case.tracks():
        place = case.facts.exits.get(track.end)
        if place and place.persons_per_day is not None and movement.people:
            more = replace(movement.people[0], persons=place.persons_per_day + 1)
            return case.move(movement, people=(more,))
    return None


@breaks("8.3")
def more_items_arrive_at_an_exit_than_it_takes(case: Case) -> Plan | None:
    for movement, track in case.tracks():
        place = case.facts.exits.get(track.end)
        if place and place.items_per_day is not None and movement.loads:
            more = replace(movement.loads[0], count=MANY)
            return case.move(movement, loads=(more,))
    return None


@breaks("8.3")
def items_arrive_at_an_exit_that_is_not_open(case: Case) -> Plan | None:
    moved = _to_closed_exit(case)
    items = [m.loads for m, t in case.tracks() if m.loads and t.end in case.facts.exits]
    if not moved or not items:
        return None
    return case.swap("movements", moved[0], replace(moved[1], loads=items[0]))
