"""Damage to movements: laws 1, 2, 13 and 14."""

from dataclasses import replace
from datetime import timedelta

from tests.verifying.damages import MANY, Case, breaks, shifted

from drawdown.mission import Carrier
from drawdown.plan import Load, Movement, People, Plan
from drawdown.verifying.journeys import passages

DAY = timedelta(days=1)


@breaks("1.1")
def a_movement_departs_before_the_plan_begins(case: Case) -> Plan | None:
    first = case.plan.movements[0]
    return case.move(first, departs=case.mission.date(-1))


@breaks("1.1")
def a_movement_arrives_after_the_plan_ends(case: Case) -> Plan | None:
    last = case.plan.movements[-1]
    days = case.mission.horizon - 1 - case.mission.day(last.departs)
    return case.shift(last, days)


@breaks("1.3")
def a_movement_arrives_a_day_early(case: Case) -> Plan | None:
    first = case.plan.movements[0]
    return case.move(first, arrives=first.arrives - DAY)


@breaks("1.3")
def a_movement_arrives_a_day_late(case: Case) -> Plan | None:
    last = case.plan.movements[-1]
    return case.move(last, arrives=last.arrives + DAY)


@breaks("2.1")
def more_items_leave_than_are_there(case: Case) -> Plan | None:
    for movement in case.plan.movements:
        for load in movement.loads:
            more = replace(load, count=load.count + MANY)
            return case.move(movement, loads=(more,))
    return None


@breaks("2.1")
def more_people_leave_than_are_there(case: Case) -> Plan | None:
    for movement in case.plan.movements:
        for people in movement.people:
            more = replace(people, persons=people.persons + MANY)
            return case.move(movement, people=(more,))
    return None


@breaks("2.1")
def trucks_leave_where_none_stand(case: Case) -> Plan | None:
    for movement, track in case.tracks():
        if track.road:
            return case.move(movement, trucks=movement.trucks + MANY)
    return None


@breaks("2.1")
def a_company_leaves_where_none_stands(case: Case) -> Plan | None:
    for movement in case.plan.movements:
        if movement.escorts:
            copies = [replace(movement, movement=f"COPY{i}") for i in range(100)]
            return case.add(
                "movements", *(replace(c, people=(), loads=()) for c in copies)
            )
    return None


@breaks("2.1")
def items_come_back_from_an_exit(case: Case) -> Plan | None:
    for movement, track in case.tracks():
        if track.start in case.facts.exits:
            load = Load(lot=case.mission.lots[0].lot_id, count=1)
            return case.move(movement, loads=(*movement.loads, load))
    return None


@breaks("2.1")
def people_come_back_from_an_exit(case: Case) -> Plan | None:
    for movement, track in case.tracks():
        if track.start in case.facts.exits:
            people = People(unit=case.mission.units[0].unit_id, persons=1)
            return case.move(movement, people=(*movement.people, people))
    return None


@breaks("2.2")
def a_movement_departs_after_its_site_has_closed(case: Case) -> Plan | None:
    for movement, track in case.tracks():
        closed = case.closed(track.start)
        if closed is not None:
            return case.shift(movement, (closed - movement.departs).days + 1)
    return None


@breaks("2.2")
def a_movement_arrives_after_its_site_has_closed(case: Case) -> Plan | None:
    for movement, track in case.tracks():
        closed = case.closed(track.end)
        if closed is not None:
            return case.shift(movement, (closed - movement.departs).days)
    return None


@breaks("2.3")
def a_movement_runs_on_no_known_route(case: Case) -> Plan | None:
    return case.move(case.plan.movements[0], route="NOWHERE")


@breaks("2.3")
def a_movement_carries_an_unknown_lot(case: Case) -> Plan | None:
    first = case.plan.movements[0]
    return case.move(first, loads=(Load(lot="NOTHING", count=1),))


@breaks("2.3")
def a_movement_carries_an_unknown_unit(case: Case) -> Plan | None:
    first = case.plan.movements[0]
    return case.move(first, people=(People(unit="NOBODY", persons=1),))


@breaks("2.3")
def a_movement_has_fewer_than_no_trucks(case: Case) -> Plan | None:
    return case.move(case.plan.movements[0], trucks=-1)


@breaks("2.3")
def two_movements_have_the_same_name(case: Case) -> Plan | None:
    return case.add("movements", case.plan.movements[0])


@breaks("2.3")
def the_plan_is_of_another_mission(case: Case) -> Plan | None:
    return replace(case.plan, mission="ANOTHER")


@breaks("13.1")
def a_movement_is_on_a_leg_while_it_is_closed(case: Case) -> Plan | None:
    shut = case.facts.calendars.closed
    for movement, track in case.tracks():
        for leg, _ in track.legs:
            for first, _, _ in shut.get(leg.leg_id, ()):
                for day in range(max(first - 2, 0), first + 1):
                    moved = shifted(
                        case, movement, day - case.mission.day(movement.departs)
                    )
                    if _is_on(case, moved, leg.leg_id, first):
                        return case.swap("movements", movement, moved)
    return None


def _is_on(case: Case, movement: Movement, leg: str, day: int) -> bool:
    track, departs = (
        case.facts.tracks[movement.route],
        case.mission.day(movement.departs),
    )
    run, _ = passages(track, departs, case.facts.calendars)
    return any(p.leg.leg_id == leg and p.enters <= day <= p.through for p in run)


@breaks("13.2")
def a_convoy_has_more_vehicles_than_its_road_takes(case: Case) -> Plan | None:
    for movement, track in case.tracks():
        if track.road:
            return case.move(movement, trucks=track.most_vehicles + 1)
    return None


@breaks("13.2")
def a_convoy_has_more_persons_than_its_road_takes(case: Case) -> Plan | None:
    for movement, track in case.tracks():
        if track.road and movement.people:
            first = movement.people[0]
            more = replace(first, persons=track.most_persons + 1)
            return case.move(movement, people=(more,))
    return None


@breaks("13.2")
def items_have_no_truck(case: Case) -> Plan | None:
    return _without(case, Carrier.TRUCK, "trucks")


@breaks("13.2")
def items_have_no_low_loader(case: Case) -> Plan | None:
    return _without(case, Carrier.LOW_LOADER, "low_loaders")


def _without(case: Case, carrier: Carrier, name: str) -> Plan | None:
    for movement, track in case.tracks():
        carried = [case.facts.lots[load.lot].carried_by for load in movement.loads]
        if track.road and carrier in carried:
            return case.move(movement, **{name: 0})
    return None


@breaks("13.2")
def a_flight_has_more_persons_than_seats(case: Case) -> Plan | None:
    for movement, track in case.tracks():
        if not track.road and movement.people:
            more = replace(movement.people[0], persons=MANY)
            return case.move(movement, people=(more,))
    return None


@breaks("13.2")
def a_flight_has_more_items_than_slots(case: Case) -> Plan | None:
    for movement, track in case.tracks():
        if not track.road:
            load = Load(lot=case.mission.lots[0].lot_id, count=MANY)
            return case.move(movement, loads=(load,))
    return None


@breaks("13.2")
def a_flight_takes_a_truck(case: Case) -> Plan | None:
    for movement, track in case.tracks():
        if not track.road:
            return case.move(movement, trucks=1)
    return None


@breaks("13.3")
def more_movements_enter_a_leg_than_it_takes_in_a_day(case: Case) -> Plan | None:
    movement, track = next(case.tracks())
    copies = range(max(leg.per_day for leg, _ in track.legs) + 1)
    return case.add(
        "movements", *(replace(movement, movement=f"COPY{i}") for i in copies)
    )


@breaks("13.4")
def a_movement_goes_without_its_escort(case: Case) -> Plan | None:
    for movement in case.plan.movements:
        if movement.escorts:
            return case.move(movement, escorts={})
    return None


@breaks("13.4")
def a_movement_takes_a_company_it_does_not_need(case: Case) -> Plan | None:
    for movement, track in case.tracks():
        if not track.escorts and case.mission.escorts:
            return case.move(movement, escorts={case.mission.escorts[0].group: 1})
    return None


@breaks("13.4")
def a_movement_goes_with_one_company_too_many(case: Case) -> Plan | None:
    for movement in case.plan.movements:
        for group, count in movement.escorts.items():
            return case.move(movement, escorts={group: count + 1})
    return None


@breaks("13.4")
def a_movement_is_escorted_by_two_groups(case: Case) -> Plan | None:
    for movement in case.plan.movements:
        if movement.escorts and len(case.facts.groups) > 1:
            return case.move(movement, escorts=dict.fromkeys(case.facts.groups, 1))
    return None


@breaks("13.4")
def a_movement_is_escorted_by_a_group_that_does_not_serve_its_legs(
    case: Case,
) -> Plan | None:
    for movement, track in case.tracks():
        for group, rows in case.facts.groups.items():
            served = rows[0].legs
            if served and any(leg not in served for leg in track.escorted):
                return case.move(movement, escorts={group: track.escorts})
    return None


@breaks("13.6")
def trucks_are_not_home_on_their_last_day(case: Case) -> Plan | None:
    homes = {
        fleet.home_id
        for fleet in case.mission.fleets
        if fleet.kind.stands and fleet.available_to and _ends(case, fleet.available_to)
    }
    for movement, track in reversed(list(case.tracks())):
        if track.end in homes and movement.trucks:
            return case.drop("movements", movement)
    return None


def _ends(case: Case, day: object) -> bool:
    return case.mission.date(0) <= day < case.mission.date(case.mission.horizon)  # type: ignore[operator]


@breaks("13.7")
def a_fleet_departs_too_often_in_a_week(case: Case) -> Plan | None:
    for movement, track in case.tracks():
        if not track.road:
            fleet = case.facts.fleets[next(iter(track.fleets)) or ""]
            copies = [
                replace(movement, movement=f"COPY{i}", people=(), loads=())
                for i in range(fleet.sorties_per_week)
            ]
            return case.add("movements", *copies)
    return None


@breaks("13.7")
def a_fleet_departs_outside_its_days_of_service(case: Case) -> Plan | None:
    for movement, track in case.tracks():
        for name in track.fleets - {None}:
            fleet = case.facts.fleets[name or ""]
            last = fleet.available_to
            if last is not None and _ends(case, last + 2 * DAY):
                return case.shift(movement, (last - movement.departs).days + 1)
            first = fleet.available_from
            if first is not None and first > case.mission.date(0):
                return case.shift(movement, (first - movement.departs).days - 1)
    return None


@breaks("14.1")
def a_movement_asks_for_no_permit(case: Case) -> Plan | None:
    for movement in case.plan.movements:
        if movement.permit_asked is not None:
            return case.move(movement, permit_asked=None)
    return None


@breaks("14.1")
def a_movement_asks_too_late_for_its_permit(case: Case) -> Plan | None:
    for movement in case.plan.movements:
        if movement.permit_asked is not None:
            return case.move(movement, permit_asked=movement.departs + DAY)
    return None


@breaks("14.1")
def a_movement_asks_for_its_permit_before_the_plan_begins(case: Case) -> Plan | None:
    for movement in case.plan.movements:
        if movement.permit_asked is not None:
            return case.move(movement, permit_asked=case.mission.date(-1))
    return None


@breaks("14.2")
def more_movements_enter_a_leg_in_a_week_than_are_granted(case: Case) -> Plan | None:
    for movement, track in case.tracks():
        for leg, _ in track.legs:
            if case.facts.calendars.clearance(leg) is not None:
                copies = [
                    replace(movement, movement=f"COPY{i}", people=(), loads=())
                    for i in range(7 * leg.per_day)
                ]
                return case.add("movements", *copies)
    return None


@breaks("14.2")
def movements_are_planned_as_if_no_permit_were_refused(case: Case) -> Plan | None:
    """As many a day as the leg takes, on each open day of a week."""
    for movement, track in case.tracks():
        leg, _ = track.legs[0]
        clearance = case.facts.calendars.clearance(leg)
        day = case.mission.day(movement.departs)
        if clearance is None or clearance.refusal[day] < 0.15 or day % 7:
            continue
        copies = [
            replace(shifted(case, movement, ahead), movement=f"COPY{ahead}-{i}")
            for ahead in range(1, 7)
            for i in range(leg.per_day)
        ]
        return case.add("movements", *(replace(c, people=(), loads=()) for c in copies))
    return None
