"""What a plan is, and the files that hold one."""

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
]
