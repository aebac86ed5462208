"""People who stay for a task that must be handed over (§20)."""

from dataclasses import dataclass

from drawdown.mission.duties import Task
from drawdown.mission.mission import Mission
from drawdown.mission.units import Unit
from drawdown.planning.people import People

SLACK = 10
"""Days longer than the soonest handover, in case that teams are short."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """One person of a unit stays at a site to a day."""

    site: str
    people_class: int
    unit: str
    until: int


def holds(mission: Mission, people: People) -> tuple[Hold, ...]:
    """Return who stays for the tasks that must be handed over; nobody has to where some
    of the role remain after the deadline.
    """
    found = []
    for task in mission.tasks:
        if not task.must or not task.role or task.ready is None:
            continue
        unit = who_stays(mission, task)
        if unit is None:
            continue
        for q, kind in enumerate(people.classes):
            mine = [p for p in people.parts[q] if p.unit == unit.unit_id]
            if mine and kind.escort is None:
                last = mission.day(task.ready) + max(1, task.handover_days) - 1 + SLACK
                if task.latest is not None:
                    last = min(last, mission.day(task.latest))
                found.append(
                    Hold(
                        site=unit.site_id,
                        people_class=q,
                        unit=unit.unit_id,
                        until=min(last, mission.deadline - 1),
                    )
                )
                break
    return tuple(found)


def who_stays(mission: Mission, task: Task) -> Unit | None:
    """Return the unit that stays for a task: the largest of its role; None if some
    remain anyway, or nobody has the role.
    """
    fit = [
        unit
        for unit in mission.units
        if unit.role == task.role
        and not unit.local
        and task.site_id in (None, unit.site_id)
    ]
    if not fit or any(unit.remains for unit in fit):
        return None
    liquidation = {s.site_id for s in mission.sites if s.liquidation}
    return max(fit, key=lambda u: (u.site_id in liquidation, u.strength, u.unit_id))
