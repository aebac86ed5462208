"""What an edit of the mission did: the same thing in the plan before and after."""

from collections.abc import Iterator
from dataclasses import dataclass

from drawdown.language import TERMINAL, Language
from drawdown.mission import Mission, digest
from drawdown.plan import Plan
from drawdown.plan.changes import PlanDiff
from drawdown.plan.diff import diff
from drawdown.plan.diff_words import diff_in_words
from drawdown.planning.explain.trails import trails


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What is not the same in an older plan."""

    other_tables: bool
    """Whether the older plan was made from other tables."""
    changed: PlanDiff
    """What changed of the thing that is explained, and of the figures."""
    elsewhere: int
    """Changes of everything else."""


def effect(mission: Mission, before: Plan, after: Plan, kind: str, name: str) -> Effect:
    """Return what changed of one thing from an older plan to this one."""
    all_changes = diff(before, after).changes
    names = set(_names(mission, before, after, kind, name))
    mine = tuple(
        change
        for change in all_changes
        if change.part == "figures" or change.name in names
    )
    return Effect(
        other_tables=before.mission_digest != digest(mission),
        changed=PlanDiff(changes=mine),
        elsewhere=len(all_changes) - len(mine),
    )


def _names(
    mission: Mission, before: Plan, after: Plan, kind: str, name: str
) -> Iterator[str]:
    """Yield the names under which changes of a thing are listed."""
    yield name
    if kind == "site":
        rows = (
            *((lot.lot_id, lot.site_id) for lot in mission.lots),
            *((unit.unit_id, unit.site_id) for unit in mission.units),
            *((task.task_id, task.site_id) for task in mission.tasks),
        )
        yield from (row for row, site in rows if site == name)
    touching = {
        trail.name
        for trail in trails(mission).values()
        if kind == "site" and name in (trail.start, trail.end)
    }
    for movement in (*before.movements, *after.movements):
        aboard = {load.lot for load in movement.loads}
        aboard |= {party.unit for party in movement.people}
        if movement.route in touching or name in aboard:
            yield movement.movement


def effect_in_words(found: Effect, language: Language = TERMINAL) -> Iterator[str]:
    """Yield what changed, in words."""
    if found.other_tables:
        yield language.text(
            "the older plan was made from other tables than the mission has now"
        )
    else:
        yield language.text("the older plan was made from the same tables")
    yield from diff_in_words(found.changed, language).splitlines()
    if found.elsewhere:
        yield language.plural(
            "and {n} change elsewhere: drawdown diff shows it",
            "and {n} changes elsewhere: drawdown diff shows them",
            found.elsewhere,
        )
