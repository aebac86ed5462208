"""The decision and the policy: dates in order, weights that mean something."""

from collections.abc import Iterator

from drawdown.mission.consistency.finding import Finding, check
from drawdown.mission.mission import Mission

MOST_DAYS = 3_660
"""Of a plan: ten years."""


@check("header.start", "decision.deadline")
def the_deadline_is_after_the_start(mission: Mission) -> Iterator[Finding]:
    """Find a deadline that is over before day 0."""
    start, deadline = mission.header.start, mission.decision.deadline
    if deadline < start:
        yield Finding(
            table="decision",
            row=0,
            column="deadline",
            message=f"the deadline {deadline} is before the start {start}",
            hint="correct one of the two dates",
        )


@check("header.start", "decision.deadline", "planning.overrun_days")
def the_plan_can_be_planned_day_by_day(mission: Mission) -> Iterator[Finding]:
    """Find deadlines so late that a year or a digit is mistyped."""
    if mission.horizon > MOST_DAYS:
        late = mission.deadline >= mission.planning.overrun_days
        yield Finding(
            table="decision" if late else "planning",
            row=0,
            column="deadline" if late else "overrun_days",
            message=f"the plan would have {mission.horizon:,} days; at most "
            f"{MOST_DAYS:,} can be planned",
            hint="correct the start, the deadline or overrun_days",
        )


@check("header.start", "header.as_of")
def the_tables_know_nothing_of_the_days_to_plan(mission: Mission) -> Iterator[Finding]:
    """Find knowledge of days that are still to be planned."""
    start, as_of = mission.header.start, mission.header.as_of
    if as_of is not None and as_of > start:
        yield Finding(
            table="header",
            row=0,
            column="as_of",
            message=f"as_of {as_of} is after the start {start}: the plan would begin "
            "before what is known",
            hint="let the plan start on the day after as_of",
            level="warning",
        )


@check("deliverables.due", "header.start")
def deliverables_are_still_to_come(mission: Mission) -> Iterator[Finding]:
    """Find deliverables that were due before day 0."""
    for number, one in enumerate(mission.deliverables):
        if one.due < mission.header.start:
            yield Finding(
                table="deliverables",
                row=number,
                column="due",
                message=f"{one.deliverable_id} was due before the start",
                level="warning",
            )


@check("authorities.protects", "authorities.radius_km")
def protection_has_a_radius(mission: Mission) -> Iterator[Finding]:
    """Find powers to protect that reach nobody (law 22.1)."""
    for number, one in enumerate(mission.authorities):
        if one.protects and not one.radius_km:
            yield Finding(
                table="authorities",
                row=number,
                column="radius_km",
                message=f"{one.authority_id} protects, but within no distance: it "
                "reaches no community (law 22.1)",
                hint="give radius_km",
                level="warning",
            )


@check("weights.people_late", "weights.attacks", "weights.loss", "weights.money")
def weights_serve_what_they_are_for(mission: Mission) -> Iterator[Finding]:
    """Find weights that turn the order of importance around (law 24)."""
    weights = mission.weights
    for column in ("people_late", "attacks"):
        if getattr(weights, column) == 0:
            yield _weight(column, f"{column} weighs nothing: a plan need not heed it")
    if weights.money > weights.loss:
        yield _weight("money", "a USD spent weighs more than a USD of things lost")


def _weight(column: str, message: str) -> Finding:
    return Finding(
        table="weights",
        row=0,
        column=column,
        message=message,
        hint="the order of importance is people late, attacks, protection gap, loss, "
        "money (law 24)",
        level="warning",
    )


CHECKS = (
    the_deadline_is_after_the_start,
    the_plan_can_be_planned_day_by_day,
    the_tables_know_nothing_of_the_days_to_plan,
    deliverables_are_still_to_come,
    protection_has_a_radius,
    weights_serve_what_they_are_for,
)
