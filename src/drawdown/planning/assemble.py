"""A whole plan from a solution, with the planner's own count of its values."""

from dataclasses import replace

from drawdown.mission.mission import Mission
from drawdown.plan.plan import Incumbent, Plan, Proof
from drawdown.planning.evaluate import objectives
from drawdown.planning.naming import name
from drawdown.planning.problem import Problem
from drawdown.planning.solution import Solution
from drawdown.planning.tasks import hand_over


def assemble(
    problem: Problem,
    solution: Solution,
    *,
    digest: str,
    made_by: str,
    seed: int,
    bound: float | None,
    bound_by: str,
    incumbents: tuple[Incumbent, ...],
) -> Plan:
    """Return the plan of a complete solution."""
    mission: Mission = problem.mission
    named = name(problem, solution)
    handovers, residuals = hand_over(problem, named)
    values = objectives(problem, solution)
    gap = problem.protection.gap_of_plan(
        solution.closings,
        {h.task: mission.day(h.end) for h in handovers},
    )
    weights = mission.weights
    values = replace(
        values,
        protection_gap=gap,
        weighted=values.people_late * weights.people_late
        + values.attacks * weights.attacks
        + gap * weights.protection_gap
        + values.loss * weights.loss
        + values.money * weights.money,
    )
    return Plan(
        mission=mission.header.mission_id,
        mission_digest=digest,
        made_by=made_by,
        seed=seed,
        objectives=values,
        proof=Proof(value=values.weighted, bound=bound, bound_by=bound_by),
        incumbents=incumbents,
        closures=named.closures,
        movements=named.movements,
        disposals=named.disposals,
        releases=named.releases,
        escort_releases=named.escort_releases,
        handovers=handovers,
        residuals=residuals,
    )
