"""Damage to closures, releases, tasks and figures: laws 13.5, 17, 20, 24 and 25."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from tests.verifying.damages import Case, breaks

from drawdown.plan import (
    Closure,
    ClosureMode,
    Handover,
    Plan,
    PlannedStep,
    Proof,
    Residual,
)

DAY = timedelta(days=1)


@breaks("1.1")
def a_site_closes_after_the_plan_ends(case: Case) -> Plan | None:
    for closure in case.plan.closures:
        if closure.closed:
            late = replace(closure, closed=case.mission.date(case.mission.horizon))
            return case.swap("closures", closure, late)
    return None


@breaks("1.1")
def items_end_after_the_plan_ends(case: Case) -> Plan | None:
    for disposal in case.plan.disposals:
        late = replace(disposal, on=case.mission.date(case.mission.horizon))
        return case.swap("disposals", disposal, late)
    return None


@breaks("2.3")
def a_site_closes_twice(case: Case) -> Plan | None:
    return case.add("closures", case.plan.closures[0])


@breaks("2.3")
def an_unknown_site_closes(case: Case) -> Plan | None:
    return case.add("closures", Closure(site="NOWHERE", closed=case.mission.date(1)))


@breaks("13.5")
def a_company_serves_past_its_last_day(case: Case) -> Plan | None:
    for release in case.plan.escort_releases:
        last = case.facts.escorts[release.escort].available_to
        if last is not None:
            late = replace(release, on=last + DAY)
            return case.swap("escort_releases", release, late)
    return None


@breaks("13.5")
def more_companies_are_released_than_there_are(case: Case) -> Plan | None:
    for release in case.plan.escort_releases:
        more = replace(release, companies=release.companies + 100)
        return case.swap("escort_releases", release, more)
    return None


@breaks("13.5")
def a_company_is_released_under_another_group(case: Case) -> Plan | None:
    for release in case.plan.escort_releases:
        other = replace(release, group="ANOTHER")
        return case.swap("escort_releases", release, other)
    return None


@breaks("13.5")
def a_company_with_a_last_day_is_never_released(case: Case) -> Plan | None:
    for release in case.plan.escort_releases:
        if case.facts.escorts[release.escort].available_to is not None:
            return case.drop("escort_releases", release)
    return None


@breaks("13.5")
def a_company_is_released_before_its_first_day(case: Case) -> Plan | None:
    for release in case.plan.escort_releases:
        first = case.facts.escorts[release.escort].available_from
        if first is not None and first > case.mission.date(0):
            early = replace(release, on=first - DAY)
            return case.swap("escort_releases", release, early)
    return None


@breaks("2.1")
def a_company_is_released_where_it_is_not(case: Case) -> Plan | None:
    places = [*case.facts.sites, *case.facts.exits]
    for release in case.plan.escort_releases:
        other = next(place for place in places if place != release.site)
        early = replace(release, site=other, on=case.mission.date(0))
        return case.swap("escort_releases", release, early)
    return None


@breaks("17.1")
def a_site_has_no_closing_day(case: Case) -> Plan | None:
    for closure in case.plan.closures:
        if closure.closed:
            open_site = replace(closure, closed=None, mode=None)
            return case.swap("closures", closure, open_site)
    return None


@breaks("17.1")
def a_site_is_left_out(case: Case) -> Plan | None:
    for closure in case.plan.closures:
        if closure.closed:
            return case.drop("closures", closure)
    return None


@breaks("17.1")
def a_site_closes_before_it_may(case: Case) -> Plan | None:
    for closure in case.plan.closures:
        first = case.facts.sites[closure.site].close_not_before
        if first and first > case.mission.date(0):
            early = replace(closure, closed=first - DAY)
            return case.swap("closures", closure, early)
    return None


@breaks("17.1")
def a_site_closes_after_it_must(case: Case) -> Plan | None:
    for closure in case.plan.closures:
        last = case.facts.sites[closure.site].close_by
        if last and last < case.mission.date(case.mission.horizon - 1):
            return case.swap("closures", closure, replace(closure, closed=last + DAY))
    return None


@breaks("17.1")
def a_liquidation_site_closes(case: Case) -> Plan | None:
    for closure in case.plan.closures:
        if case.facts.sites[closure.site].liquidation:
            closed = replace(closure, closed=case.mission.decision.deadline)
            return case.swap("closures", closure, closed)
    return None


Change = Callable[[PlannedStep], PlannedStep | None]


def _change_step(case: Case, name: str, change: Change) -> Plan | None:
    """Change the first step that satisfies a question about it."""
    for closure in case.plan.closures:
        steps = case.facts.steps(case.facts.sites[closure.site])
        for planned in closure.steps:
            step = steps[planned.step]
            if name == "after" and not step.after:
                continue
            if name == "counterpart" and not step.needs_counterpart:
                continue
            if name == "closes" and closure.closed is None:
                continue
            new = change(planned)
            changed = tuple(
                new if s is planned else s
                for s in closure.steps
                if s is not planned or new is not None
            )
            return case.swap("closures", closure, replace(closure, steps=changed))
    return None


@breaks("17.2")
def a_step_is_left_out(case: Case) -> Plan | None:
    return _change_step(case, "", lambda step: None)


@breaks("17.2")
def a_step_takes_a_day_too_many(case: Case) -> Plan | None:
    return _change_step(case, "", lambda step: replace(step, end=step.end + DAY))


@breaks("17.2")
def a_step_begins_before_the_one_before_has_ended(case: Case) -> Plan | None:
    first = case.mission.date(0)

    def early(step: PlannedStep) -> PlannedStep:
        return replace(step, start=first, end=first + (step.end - step.start))

    return _change_step(case, "after", early)


@breaks("17.2")
def a_step_ends_after_the_site_has_closed(case: Case) -> Plan | None:
    last = case.mission.date(case.mission.horizon - 1)

    def late(step: PlannedStep) -> PlannedStep:
        return replace(step, start=last - (step.end - step.start), end=last)

    return _change_step(case, "closes", late)


@breaks("17.2")
def a_site_has_a_step_of_no_kind(case: Case) -> Plan | None:
    return _change_step(case, "", lambda step: replace(step, step="DANCE"))


@breaks("17.3")
def a_step_is_done_while_the_counterpart_is_away(case: Case) -> Plan | None:
    for closure in case.plan.closures:
        site = case.facts.sites[closure.site]
        if site.counterpart_from and site.counterpart_from > case.mission.date(0):
            day = site.counterpart_from - DAY
        elif site.counterpart_to:
            day = site.counterpart_to + DAY
        else:
            continue
        only = replace(case.plan, closures=(closure,))
        changed = _change_step(Case(case.mission, only), "counterpart", _on_day(day))
        if changed is not None:
            return case.swap("closures", closure, changed.closures[0])
    return None


def _on_day(day: date) -> Change:
    return lambda step: replace(step, start=day, end=day + (step.end - step.start))


@breaks("17.3")
def a_site_with_a_counterpart_is_left(case: Case) -> Plan | None:
    return _mode(case, ClosureMode.HANDED_OVER, ClosureMode.LEFT)


@breaks("17.3")
def a_site_without_a_counterpart_is_handed_over(case: Case) -> Plan | None:
    return _mode(case, ClosureMode.LEFT, ClosureMode.HANDED_OVER)


def _mode(case: Case, old: ClosureMode, new: ClosureMode) -> Plan | None:
    for closure in case.plan.closures:
        if closure.mode is old:
            return case.swap("closures", closure, replace(closure, mode=new))
    return None


@breaks("17.3")
def nobody_signs_at_a_site_without_a_counterpart(case: Case) -> Plan | None:
    for closure in case.plan.closures:
        kind, day = case.facts.sites[closure.site].kind, closure.closed
        left_out = [
            step.step_id
            for step in case.mission.steps
            if step.site_kind == kind and step.needs_counterpart
        ]
        if closure.mode is ClosureMode.LEFT and left_out and day:
            signed = PlannedStep(step=left_out[0], start=day, end=day)
            more = replace(closure, steps=(*closure.steps, signed))
            return case.swap("closures", closure, more)
    return None


@breaks("17.4")
def a_crew_is_at_all_sites_at_once(case: Case) -> Plan | None:
    first = case.mission.date(0)
    closures = tuple(
        replace(
            closure,
            steps=tuple(replace(s, start=first, end=first) for s in closure.steps),
        )
        for closure in case.plan.closures
    )
    taken: dict[str, int] = {}
    for closure in closures:
        steps = case.facts.steps(case.facts.sites[closure.site])
        for planned in closure.steps:
            step = steps[planned.step]
            taken[step.crew] = taken.get(step.crew, 0) + step.teams
    if all(case.facts.crews[crew].teams >= teams for crew, teams in taken.items()):
        return None
    return replace(case.plan, closures=closures)


@breaks("20.1")
def a_task_is_handed_over_before_the_recipient_is_ready(case: Case) -> Plan | None:
    for given in case.plan.handovers:
        ready = case.facts.tasks[given.task].ready
        if ready is not None and ready > case.mission.date(0):
            return _given(case, given, ready - DAY)
    return None


def _given(case: Case, given: Handover, start: date) -> Plan:
    moved = replace(given, start=start, end=start + (given.end - given.start))
    return case.swap("handovers", given, moved)


@breaks("20.1")
def a_handover_is_a_day_too_long(case: Case) -> Plan | None:
    for given in case.plan.handovers:
        return case.swap("handovers", given, replace(given, end=given.end + DAY))
    return None


@breaks("20.1")
def a_task_is_handed_over_after_its_last_day(case: Case) -> Plan | None:
    for given in case.plan.handovers:
        latest = case.facts.tasks[given.task].latest
        if latest is not None:
            return _given(case, given, latest)
    return None


@breaks("20.1")
def a_task_is_handed_over_after_the_deadline(case: Case) -> Plan | None:
    for given in case.plan.handovers:
        if case.mission.planning.overrun_days > (given.end - given.start).days:
            return _given(case, given, case.mission.decision.deadline + DAY)
    return None


@breaks("20.1")
def a_task_is_handed_over_at_a_closed_site(case: Case) -> Plan | None:
    for given in case.plan.handovers:
        site = case.facts.tasks[given.task].site_id
        closed = case.closed(site) if site else None
        if closed is not None:
            return _given(case, given, closed + DAY)
    return None


@breaks("20.1")
def a_task_is_handed_over_when_its_people_have_left(case: Case) -> Plan | None:
    for given in case.plan.handovers:
        task = case.facts.tasks[given.task]
        leave = [
            movement.departs
            for movement, track in case.tracks()
            for people in movement.people
            if track.start == task.site_id
            and task.role
            and case.facts.units[people.unit].role == task.role
        ]
        if leave:
            return _given(case, given, max(leave) + DAY)
    return None


@breaks("20.1")
def a_task_without_recipient_is_handed_over(case: Case) -> Plan | None:
    for task in case.mission.tasks:
        if not task.recipient or task.ready is None:
            day = case.mission.date(1)
            residuals = tuple(r for r in case.plan.residuals if r.task != task.task_id)
            given = Handover(task=task.task_id, start=day, end=day)
            return replace(case.add("handovers", given), residuals=residuals)
    return None


@breaks("20.2")
def a_task_that_must_be_handed_over_is_not(case: Case) -> Plan | None:
    for given in case.plan.handovers:
        if case.facts.tasks[given.task].must:
            return case.drop("handovers", given)
    return None


@breaks("20.2")
def a_residual_task_is_not_named(case: Case) -> Plan | None:
    for residual in case.plan.residuals:
        return case.drop("residuals", residual)
    return None


@breaks("20.2")
def a_residual_task_is_named_with_another_day(case: Case) -> Plan | None:
    for residual in case.plan.residuals:
        other = replace(residual, gap=residual.gap + DAY)
        return case.swap("residuals", residual, other)
    return None


@breaks("20.2")
def a_task_is_both_handed_over_and_residual(case: Case) -> Plan | None:
    for given in case.plan.handovers:
        residual = Residual(task=given.task, gap=given.end, reason="")
        return case.add("residuals", residual)
    return None


def _states(name: str) -> Callable[[Case], Plan | None]:
    def overstated(case: Case) -> Plan | None:
        values = case.plan.objectives
        more = replace(values, **{name: getattr(values, name) + 1})
        return replace(case.plan, objectives=more)

    overstated.__name__ = f"the_plan_overstates_its_{name}"
    return overstated


for value in ("people_late", "attacks", "protection_gap", "loss", "money", "weighted"):
    breaks("24.3")(_states(value))


@breaks("24.3")
def the_proof_is_of_another_value(case: Case) -> Plan | None:
    proof = replace(case.plan.proof, value=case.plan.proof.value - 1)
    return replace(case.plan, proof=proof)


@breaks("25.1")
def the_plan_is_better_than_its_bound(case: Case) -> Plan | None:
    value = case.plan.objectives.weighted
    return replace(case.plan, proof=Proof(value=value, bound=value + 1))
