"""What ``drawdown plan --json`` prints."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from drawdown.plan import Bounds, Proof
from drawdown.planning.plan_mission import Result


def plan_object(result: Result, path: Path) -> dict[str, Any]:
    """Return the result as one JSON object; absent figures are null."""
    plan = result.plan
    proof = plan.proof if plan else None
    return {
        "status": result.status,
        "value": proof.value if proof else None,
        "bound": proof.bound if proof else None,
        "gap": proof.gap if proof else None,
        "seconds": result.seconds,
        "first_plan_seconds": result.first_plan_seconds,
        "objectives": asdict(plan.objectives) if plan else None,
        "bounds": _bounds(proof) if proof else None,
        "levels": [asdict(level) for level in proof.levels] if proof else [],
        "conflict": list(result.conflict),
        "relaxations": list(relaxations(result)),
        "relaxed_plans": [str(relaxed) for relaxed in relaxed_paths(result, path)],
        "plan": str(path) if plan else None,
    }


def _bounds(proof: Proof) -> dict[str, float | None]:
    """Return the bound of each value and of their weighted sum."""
    return {**asdict(proof.bounds or Bounds()), "weighted": proof.bound}


def relaxations(result: Result) -> tuple[Any, ...]:
    """Return what would give a plan; nothing if the planner offers none."""
    # A result of the planner may have no such part.
    return tuple(getattr(result, "relaxations", ()))


def relaxed_paths(result: Result, path: Path) -> list[Path]:
    """Return where the plans of the offered relaxations go, beside the plan."""
    return [
        path.with_name(f"{path.stem}.relaxed-{number}{path.suffix}")
        for number, _ in enumerate(result.offers, 1)
    ]
