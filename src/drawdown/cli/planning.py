"""``drawdown plan``: from a mission to a verified plan, and how good it is."""

import json
import math
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from drawdown.cli.app import GOOD, NO_PLAN, PROBLEMS
from drawdown.cli.plan_object import plan_object, relaxed_paths
from drawdown.cli.plan_output import PlanOutput
from drawdown.cli.plan_progress import watching
from drawdown.cli.plan_report import plan_report
from drawdown.errors import UsageError
from drawdown.mission import Mission, locate, read_mission
from drawdown.plan import Plan
from drawdown.planning.plan_mission import Effort, Result, plan_mission
from drawdown.verifying import Verdict, verify

SECONDS = 60.0
"""How long is planned if nothing is said."""

Output = Annotated[Path | None, Parameter(name=["--output", "-o"])]
Json = Annotated[bool, Parameter(name="--json", negative="")]


def plan(
    mission: str,
    /,
    *,
    output: Output = None,
    seconds: float | None = None,
    gap: float = 0.0,
    seed: int = 0,
    workers: int = 2,
    work: int | None = None,
    json_: Json = False,
) -> int:
    """Plan a mission: a verified plan, and how far it can be from the best possible.

    Each better plan is written as soon as it is found, whole or not at all. Ctrl-C ends
    the search and keeps the best plan so far. A plan of other tables that is replaced
    is kept as PLAN.before.json; explain then says what the change did.

    Exit code 0: a plan that is in time; 1: people are late in it, or no plan was found
    in the time; 2: the call is off; 3: no plan exists (the best late one may be offered
    beside the conflict).

    Parameters
    ----------
    mission
        A mission folder, a workbook, or the name of a bundled mission.
    output
        The plan file; without it the mission's id with -plan.json, in this folder.
    seconds
        End after so many seconds; 60 if neither this nor --work is given.
    gap
        End when the gap is proven to be at most this share: 0.02 is two percent.
    seed
        Same mission, seed and --work: same plan, byte for byte.
    workers
        Processors to use.
    work
        End after so much work, however long it takes.
    json_
        Print one JSON object instead of the report.

    """
    effort = _effort(seconds, gap, seed, workers, work)
    facts = read_mission(locate(mission))
    path = output or Path(f"{facts.header.mission_id}-plan.json")
    result = planned(facts, effort, PlanOutput(path))
    if json_:
        print(json.dumps(plan_object(result, path), ensure_ascii=False))
    else:
        print(plan_report(facts, result, path, mission))
    return exit_code(result)


def planned(mission: Mission, effort: Effort, output: PlanOutput) -> Result:
    """Return the result of planning; every better plan is written as it is found."""
    with watching() as watch:
        result = plan_mission(
            mission, effort, judge=judge, on_progress=watch, on_plan=output.write
        )
    if result.plan is not None:
        output.write(result.plan)
    paths = relaxed_paths(result, output.path)
    for path, offer in zip(paths, result.offers, strict=True):
        PlanOutput(path).write(offer.plan)
    return result


def judge(mission: Mission, plan: Plan) -> Verdict:
    """Judge a plan that does not state its values yet."""
    return verify(mission, plan, stated=False)


def exit_code(result: Result) -> int:
    """Return 0 for a plan in time, 3 if there is proven to be none, otherwise 1."""
    if result.status == "planned" and result.plan is not None:
        return GOOD
    if result.status == "infeasible" or result.conflict:
        return NO_PLAN
    return PROBLEMS


def _effort(
    seconds: float | None, gap: float, seed: int, workers: int, work: int | None
) -> Effort:
    """Return the effort that is asked for.

    Raises
    ------
    UsageError
        A number means nothing.

    """
    if seconds is None and work is None:
        seconds = SECONDS
    _demand(seconds is None or 0 < seconds < math.inf, "--seconds", seconds, "above 0")
    _demand(0 <= gap < 1, "--gap", gap, "a share from 0 to below 1 (2 percent: 0.02)")
    _demand(seed >= 0, "--seed", seed, "0 or more")
    _demand(workers >= 1, "--workers", workers, "1 or more")
    _demand(work is None or work >= 1, "--work", work, "1 or more")
    return Effort(seconds=seconds, gap=gap, seed=seed, workers=workers, work=work)


def _demand(holds: bool, option: str, value: object, wanted: str) -> None:
    if not holds:
        raise UsageError(f"{option} {value} means nothing", hint=f"it is {wanted}")
