"""A plan that was made for one relaxation may do with a smaller one, too."""

from dataclasses import replace
from datetime import date, timedelta

from drawdown.mission.duties import Task
from drawdown.mission.mission import Mission
from drawdown.mission.writing import digest
from drawdown.plan.plan import Plan, Proof, Residual
from drawdown.planning.relaxations.trial import Judge


def fitted(plan: Plan, mission: Mission, judge: Judge) -> Plan | None:
    """Return a plan of another version of a mission as a plan of this one; None if it
    breaks a law here.

    Handovers that would end too late become residual tasks; all else stays, and the
    judge values it anew.
    """
    ends = {task.task_id: _end(plan, mission, task) for task in mission.tasks}
    kept = tuple(h for h in plan.handovers if h.task in ends and h.end <= ends[h.task])
    given = {handover.task for handover in kept}
    reasons = {residual.task: residual.reason for residual in plan.residuals}
    tried = replace(
        plan,
        mission_digest=digest(mission),
        handovers=kept,
        residuals=tuple(
            sorted(
                (
                    Residual(
                        task=name,
                        gap=end + timedelta(days=1),
                        reason=reasons.get(name, "not handed over by the deadline"),
                    )
                    for name, end in ends.items()
                    if name not in given
                ),
                key=lambda residual: (residual.gap, residual.task),
            )
        ),
    )
    verdict = judge(mission, tried)
    if verdict.violations:
        return None
    return replace(
        tried,
        objectives=verdict.objectives,
        proof=Proof(value=verdict.objectives.weighted),
        incumbents=(),
    )


def _end(plan: Plan, mission: Mission, task: Task) -> date:
    """Return the last day on which a task can be handed over, or is done (§20.2)."""
    ends = [mission.decision.deadline]
    if task.latest is not None:
        ends.append(task.latest)
    ends += [
        closure.closed
        for closure in plan.closures
        if closure.site == task.site_id and closure.closed is not None
    ]
    return max(min(ends), mission.header.start - timedelta(days=1))
