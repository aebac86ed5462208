"""Which kinds of damage to any good plan the judge does not catch."""

from tests.verifying import (
    damage_to_closures,
    damage_to_items,
    damage_to_movements,
    damage_to_people,
)
from tests.verifying.damages import DAMAGES, Case, Damage

from drawdown.mission import Mission
from drawdown.plan import Plan
from drawdown.verifying import verify

REGISTERED = (
    damage_to_closures,
    damage_to_items,
    damage_to_movements,
    damage_to_people,
)
"""Importing them registers their kinds of damage."""


def done(case: Case) -> list[tuple[Damage, Plan]]:
    """Return each kind of damage that the plan offers a place for, done to it."""
    harmed = [(damage, damage.harm(case)) for damage in DAMAGES]
    return [(damage, plan) for damage, plan in harmed if plan is not None]


def uncaught(mission: Mission, plan: Plan) -> list[str]:
    """Return the kinds of damage whose law the judge does not name."""
    return [
        str(damage)
        for damage, damaged in done(Case(mission, plan))
        if damage.law not in {v.law for v in verify(mission, damaged).violations}
    ]
