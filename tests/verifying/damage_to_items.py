"""Damage to items: laws 9, 10 and 11."""

from dataclasses import replace
from datetime import timedelta

from tests.verifying.damages import MANY, Case, breaks, shifted

from drawdown.mission import Disposition, Lot, Timing
from drawdown.plan import Disposal, Load, Plan

DAY = timedelta(days=1)


@breaks("9.1")
def items_arrive_at_an_exit_without_a_disposition(case: Case) -> Plan | None:
    return _at_an_exit(case, None)


@breaks("9.1")
def items_are_given_away_at_an_exit(case: Case) -> Plan | None:
    return _at_an_exit(case, Disposition.GIFT)


def _at_an_exit(case: Case, by: Disposition | None) -> Plan | None:
    for movement, track in case.tracks():
        if track.end in case.facts.exits and movement.loads:
            other = replace(movement.loads[0], disposition=by)
            return case.move(movement, loads=(other, *movement.loads[1:]))
    return None


@breaks("9.1")
def items_end_at_an_exit_in_a_way_that_their_lot_forbids(case: Case) -> Plan | None:
    for movement, track in case.tracks():
        for load in movement.loads if track.end in case.facts.exits else ():
            for by in (Disposition.REPATRIATE, Disposition.TRANSFER):
                if by not in case.facts.lots[load.lot].losses:
                    return case.move(movement, loads=(replace(load, disposition=by),))
    return None


@breaks("9.1")
def items_end_on_the_way_to_a_site(case: Case) -> Plan | None:
    for movement, track in case.tracks():
        if track.end in case.facts.sites and movement.loads:
            load = replace(movement.loads[0], disposition=Disposition.REPATRIATE)
            return case.move(movement, loads=(load, *movement.loads[1:]))
    return None


@breaks("9.1")
def items_leave_by_an_exit_that_is_not_theirs(case: Case) -> Plan | None:
    for movement, track in case.tracks():
        for lot in case.mission.lots:
            if lot.exits and track.end in case.facts.exits.keys() - lot.exits:
                by = next(d for d in lot.losses if d.moves)
                load = Load(lot=lot.lot_id, count=1, disposition=by)
                return case.move(movement, loads=(*movement.loads, load))
    return None


@breaks("9.1")
def items_end_on_the_spot_in_a_way_that_their_lot_forbids(case: Case) -> Plan | None:
    on_the_spot = (Disposition.DESTROY, Disposition.GIFT, Disposition.SELL)
    for disposal in case.plan.disposals:
        lot = case.facts.lots[disposal.lot]
        for by in on_the_spot:
            if by not in lot.losses and not lot.sensitive:
                changed = replace(disposal, disposition=by)
                return case.swap("disposals", disposal, changed)
    return None


@breaks("9.1")
def items_are_repatriated_where_they_stand(case: Case) -> Plan | None:
    for disposal in case.plan.disposals:
        changed = replace(disposal, disposition=Disposition.REPATRIATE)
        return case.swap("disposals", disposal, changed)
    return None


@breaks("9.2")
def more_items_end_at_a_site_in_a_day_than_can(case: Case) -> Plan | None:
    for disposal in case.plan.disposals:
        site = case.facts.sites[case.facts.lots[disposal.lot].site_id]
        count = int(site.disposal_per_day) + 1
        return case.swap("disposals", disposal, replace(disposal, count=count))
    return None


@breaks("2.1")
def items_end_twice(case: Case) -> Plan | None:
    for disposal in case.plan.disposals:
        return case.add(
            "disposals", *([disposal] * case.facts.lots[disposal.lot].count)
        )
    return None


@breaks("9.3")
def items_never_end(case: Case) -> Plan | None:
    for disposal in case.plan.disposals:
        return case.drop("disposals", disposal)
    return None


@breaks("9.3")
def people_are_left_at_a_closed_site(case: Case) -> Plan | None:
    for movement, track in case.tracks():
        if case.closed(track.start) and movement.people:
            return case.move(movement, people=())
    return None


@breaks("9.3")
def a_truck_is_left_at_a_closed_site(case: Case) -> Plan | None:
    for movement, track in case.tracks():
        if case.closed(track.start) and movement.trucks:
            return case.move(movement, trucks=movement.trucks - 1)
    return None


@breaks("9.3")
def a_low_loader_is_left_at_a_closed_site(case: Case) -> Plan | None:
    for movement, track in case.tracks():
        if case.closed(track.start) and movement.low_loaders:
            return case.move(movement, low_loaders=movement.low_loaders - 1)
    return None


@breaks("9.3")
def a_company_is_left_at_a_closed_site(case: Case) -> Plan | None:
    for movement, track in case.tracks():
        if case.closed(track.start) and movement.escorts:
            return case.drop("movements", movement)
    return None


@breaks("10.1")
def items_leave_before_they_are_packed(case: Case) -> Plan | None:
    for movement, track in case.tracks():
        for load in movement.loads:
            lot = case.facts.lots[load.lot]
            if lot.site_id == track.start and lot.effort:
                return case.move(movement, loads=(replace(load, count=MANY),))
    return None


@breaks("10.1")
def items_leave_before_the_opening_steps_are_done(case: Case) -> Plan | None:
    for closure in case.plan.closures:
        site = case.facts.sites[closure.site]
        for planned in closure.steps:
            step = case.facts.steps(site)[planned.step]
            first = _first_own_departure(case, closure.site)
            if step.timing is Timing.OPENING and first is not None:
                late = replace(planned, start=first, end=first)
                steps = tuple(late if s is planned else s for s in closure.steps)
                return case.swap("closures", closure, replace(closure, steps=steps))
    return None


def _first_own_departure(case: Case, site: str):  # type: ignore[no-untyped-def]
    days = [
        movement.departs
        for movement, track in case.tracks()
        for load in movement.loads
        if track.start == site == case.facts.lots[load.lot].site_id
    ]
    return min(days, default=None)


@breaks("10.2")
def needed_items_end_early(case: Case) -> Plan | None:
    for disposal in case.plan.disposals:
        if _needed_on_day_1(case, case.facts.lots[disposal.lot]):
            early = replace(disposal, on=case.mission.date(1))
            return case.swap("disposals", disposal, early)
    return None


@breaks("10.2")
def needed_items_leave_early(case: Case) -> Plan | None:
    for movement, track in case.tracks():
        for load in movement.loads:
            lot = case.facts.lots[load.lot]
            if lot.site_id == track.start and _needed_on_day_1(case, lot):
                days = 1 - case.mission.day(movement.departs)
                return case.swap("movements", movement, shifted(case, movement, days))
    return None


def _needed_on_day_1(case: Case, lot: Lot) -> bool:
    liquidation = case.facts.sites[lot.site_id].liquidation
    closed = case.mission.decision.deadline if liquidation else case.closed(lot.site_id)
    assert closed is not None
    return bool(lot.needed_days) and case.mission.day(closed) - lot.needed_days > 1


@breaks("11.1")
def sensitive_items_travel_on_an_open_road(case: Case) -> Plan | None:
    for lot in case.mission.lots:
        for movement, track in case.tracks():
            if lot.sensitive and track.exposed and track.start in case.facts.sites:
                load = Load(lot=lot.lot_id, count=1)
                return case.move(movement, loads=(*movement.loads, load))
    return None


@breaks("11.1")
def sensitive_items_are_sold(case: Case) -> Plan | None:
    for lot in case.mission.lots:
        if lot.sensitive:
            sale = Disposal(
                lot=lot.lot_id,
                disposition=Disposition.SELL,
                count=1,
                on=case.mission.date(0),
            )
            return case.add("disposals", sale)
    return None
