"""The planner itself, with the verifier as judge of every plan."""

import time
from collections.abc import Callable

from against.timeline import Point
from drawdown.mission import Mission
from drawdown.plan import Plan
from drawdown.planning.plan_mission import Effort, Progress, Result, plan_mission
from drawdown.verifying import verify


def plan(
    mission: Mission, limit: float, workers: int, tell: Callable[[Point], None]
) -> Result:
    """Plan for so long; tell of the plans that the verifier accepts, and of bounds."""
    began = time.monotonic()

    def on_plan(found: Plan) -> None:
        value = found.objectives.weighted
        tell(Point(seconds=time.monotonic() - began, value=value, priced=value))

    def on_progress(progress: Progress) -> None:
        tell(Point(seconds=time.monotonic() - began, bound=progress.bound))

    result = plan_mission(
        mission,
        Effort(seconds=limit, workers=workers),
        judge=verify,
        on_progress=on_progress,
        on_plan=on_plan,
    )
    if result.plan is not None:
        bound = result.plan.proof.bound
        tell(Point(seconds=time.monotonic() - began, bound=bound))
    return result
