"""A stand-in for the planner: its types where it is not there yet, quick results."""

import importlib.util
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from types import ModuleType
from typing import Any

from tests.missions.hand_plan import VALUES, hand_plan

from drawdown.mission import digest

MODULE = "drawdown.planning.plan_mission"
THERE = importlib.util.find_spec(MODULE) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    seconds: float | None = 60
    gap: float = 0.0
    seed: int = 0
    workers: int = 2
    work: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    elapsed: float
    stage: str
    value: float | None
    bound: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    status: str
    plan: Any
    seconds: float
    first_plan_seconds: float | None
    conflict: tuple[str, ...]


if not THERE:
    module = ModuleType(MODULE)
    for name, thing in (
        ("Effort", Effort),
        ("Progress", Progress),
        ("Result", Result),
        ("plan_mission", None),
    ):
        setattr(module, name, thing)
    sys.modules[MODULE] = module


def tutorial_plan(mission, bound: float | None = VALUES.weighted):
    """Return the plan of the tutorial that is found by hand, with a bound."""
    plan = hand_plan(mission)
    proof = replace(plan.proof, bound=bound)
    return replace(plan, proof=proof, mission_digest=digest(mission))


class Planner:
    """Gives one result, after some better and better plans."""

    def __init__(self, status: str = "planned", **parts: Any) -> None:
        self.status, self.parts = status, parts
        self.efforts: list[Any] = []
        self.between: Callable[[], None] = lambda: None

    def __call__(
        self, mission, effort, *, judge, on_progress=None, on_plan=None
    ) -> Any:
        from drawdown.planning.plan_mission import Progress, Result

        self.efforts.append(effort)
        plan = self.parts.get("plan", tutorial_plan(mission))
        for value, bound in ((None, None), (200_000.0, None), (126_750.0, 120_000.0)):
            step = Progress(elapsed=0.5, stage="searching", value=value, bound=bound)
            on_progress(step)
        if plan is not None:
            assert judge(mission, plan).violations == ()
            on_plan(replace(plan, seed=99))
            self.between()
        return Result(
            status=self.status,
            plan=plan,
            seconds=1.5,
            first_plan_seconds=None if plan is None else 0.5,
            conflict=self.parts.get("conflict", ()),
        )
