"""What a plan is, and the files that hold one."""

from drawdown.plan.files import parse_plan, plan_bytes, read_plan, write_plan
from drawdown.plan.plan import (
    PLAN_FORMAT,
    Closure,
    ClosureMode,
    Disposal,
    EscortRelease,
    Handover,
    Incumbent,
    Load,
    Movement,
    Objectives,
    People,
    Plan,
    PlannedStep,
    Proof,
    Release,
    Residual,
)

__all__ = [
    "PLAN_FORMAT",
    "Closure",
    "ClosureMode",
    "Disposal",
    "EscortRelease",
    "Handover",
    "Incumbent",
    "Load",
    "Movement",
    "Objectives",
    "People",
    "Plan",
    "PlannedStep",
    "Proof",
    "Release",
    "Residual",
    "parse_plan",
    "plan_bytes",
    "read_plan",
    "write_plan",
]
