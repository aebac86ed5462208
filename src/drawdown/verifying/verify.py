"""Judge a plan: replay it day by day, and hold every law against it."""

from collections.abc import Callable, Iterator
from itertools import chain

from drawdown.mission import Mission
from drawdown.plan.plan import Plan
from drawdown.verifying import (
    closing,
    crews,
    endings,
    escorts,
    fleets,
    guard,
    legs,
    packing,
    people,
    permits,
    places,
    room,
    tasks,
)
from drawdown.verifying.facts import Facts
from drawdown.verifying.protection import protection_gap
from drawdown.verifying.replay import Replay
from drawdown.verifying.values import bound_holds, objectives, values_are_stated
from drawdown.verifying.verdict import Verdict, Violation

Rule = Callable[[Replay], Iterator[Violation]]

RULES: tuple[Rule, ...] = (
    places.nothing_leaves_where_it_is_not,
    places.vehicles_leave_where_they_stand,
    places.movements_use_open_sites,
    people.those_who_remain_stay,
    people.people_use_their_exits,
    people.people_meet_open_exits,
    guard.sites_keep_their_guard,
    guard.guards_are_persons,
    guard.guards_are_counted,
    people.guards_remain_first,
    guard.liquidation_sites_are_guarded,
    people.everyone_leaves,
    escorts.companies_have_their_people,
    room.people_have_beds,
    room.items_fit_the_yard,
    room.exits_take_what_arrives,
    room.items_meet_open_exits,
    endings.freight_ends_at_exits,
    endings.disposals_are_allowed,
    endings.disposal_has_its_pace,
    places.closed_sites_are_empty,
    places.every_item_ends,
    packing.items_are_packed,
    packing.needed_items_stay,
    endings.sensitive_items_are_guarded,
    legs.legs_are_open,
    legs.loads_fit_their_transport,
    legs.legs_have_room,
    escorts.movements_have_their_escort,
    escorts.companies_begin_before_they_end,
    escorts.companies_serve_their_days,
    fleets.fleets_have_their_sorties,
    fleets.fleets_depart_in_service,
    permits.permits_are_asked_in_time,
    permits.refusals_are_allowed_for,
    closing.sites_close,
    closing.steps_are_planned,
    closing.steps_follow_their_order,
    closing.steps_meet_their_counterpart,
    closing.sites_close_by_their_mode,
    crews.crews_have_the_teams,
    tasks.handovers_have_their_days,
    tasks.handovers_have_their_people,
    tasks.necessary_tasks_are_handed_over,
    tasks.residual_tasks_are_named,
)


def verify(mission: Mission, plan: Plan, *, stated: bool = True) -> Verdict:
    """Return the violations of a plan, and its values as they follow from it.

    Parameters
    ----------
    mission
        What the plan is held against.
    plan
        Any plan: made by the planner, edited, written by hand, or nonsense.
    stated
        Whether the values that the plan itself states are checked too (law 24.3).
        A planner that asks for the values before it states them says no.

    """
    replay = Replay(Facts(mission), plan)
    gap = protection_gap(replay)
    values = objectives(replay, gap.by_closure)
    found = chain(replay.admitted.violations, *(rule(replay) for rule in RULES))
    violations = sorted(found, key=_order)
    if stated:
        violations.extend(values_are_stated(replay, values))
        if not violations:
            violations.extend(bound_holds(replay, values))
    return Verdict(violations=tuple(violations), objectives=values, lapsed=gap.lapsed)


def _order(violation: Violation) -> tuple[list[int], bool, int, str]:
    """Return the place of a violation: by law, then by day, then by name."""
    law = [int(part) for part in violation.law.split(".")]
    on = violation.on
    return law, on is not None, on.toordinal() if on else 0, violation.where
