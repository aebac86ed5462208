"""Plans of the bundled and of generated missions: value, bound and gap after a minute.

Run ``python -m benchmarks.planning [SECONDS]``; prints the table of RESULTS.md.
"""

import sys

from drawdown.mission import Mission, bundled, read_mission
from drawdown.mission.generate import generate
from drawdown.planning.plan_mission import Effort, Result, plan_mission
from drawdown.verifying import verify


def cases() -> list[tuple[str, Mission]]:
    """Return the missions, small ones first."""
    named = [(n, read_mission(bundled(n))) for n in ("tutorial", "unamid", "minusma")]
    return [*named, ("generated, scale 0.3, seed 0", generate(0.3, 0))]


def line(name: str, result: Result) -> str:
    """Return one row of the table."""
    if result.plan is None:
        return f"| {name} | no plan | – | – | – |"
    proof = result.plan.proof
    gap = "–" if proof.gap is None else f"{proof.gap:.1%}"
    bound = "–" if proof.bound is None else f"{proof.bound / 1e6:.2f}"
    first = f"{result.first_plan_seconds:.0f} s"
    return f"| {name} | {proof.value / 1e6:.2f} | {bound} | {gap} | {first} |"


def main() -> None:
    """Plan each mission and print its row."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0
    print("| mission | value, million USD | bound | gap | first plan |")
    print("|---|---|---|---|---|")
    for name, mission in cases():
        result = plan_mission(mission, Effort(seconds=seconds), judge=verify)
        print(line(name, result), flush=True)


if __name__ == "__main__":
    main()
