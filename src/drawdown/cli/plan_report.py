"""What ``drawdown plan`` prints at the end: figures, dates, what is lost, what next."""

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

from drawdown.cli.plan_items import items_in_words
from drawdown.cli.plan_object import relaxations, relaxed_paths
from drawdown.mission import Mission
from drawdown.plan import Bounds, Closure, ClosureMode, Level, Objectives, Plan
from drawdown.planning.plan_mission import Result
from drawdown.verifying.report import UNITS, figure


def plan_report(mission: Mission, result: Result, path: Path, given: str) -> str:
    """Return the report of planning.

    Parameters
    ----------
    mission
        What was planned.
    result
        What came out.
    path
        Where the plan is.
    given
        How the mission was named in the call.

    """
    return "\n".join(_lines(mission, result, path, given))


def _lines(mission: Mission, result: Result, path: Path, given: str) -> Iterator[str]:
    yield f"{mission.header.name}: {_outcome(result)}"
    yield from _conflict(result, path)
    if result.plan is not None:
        yield from plan_figures(mission, result.plan)
        yield from _whereabouts(result.plan, path, given)


def _outcome(result: Result) -> str:
    spent = f"{result.seconds:.1f} s"
    if result.plan is None:
        if result.status == "infeasible":
            return f"there is no plan ({spent})"
        return f"no plan was found in {spent}; there may be one: give more --seconds"
    first = result.first_plan_seconds
    if first is not None:
        spent += f", the first plan after {first:.1f} s"
    late = ", but not everyone is out in time" if result.status == "late" else ""
    return f"planned in {spent}{late}"


def _conflict(result: Result, path: Path) -> Iterator[str]:
    """Say which requirements cannot be met together, and what would help."""
    if result.conflict:
        yield "\nWhat cannot be met together"
        yield from (f"  {sentence}" for sentence in result.conflict)
    offered = relaxations(result)
    if offered:
        yield "\nWhat would help"
        for sentence, relaxed in zip(offered, relaxed_paths(result, path), strict=True):
            yield f"  {sentence}"
            yield f"    its plan, for the changed tables: {relaxed}"


def plan_figures(mission: Mission, plan: Plan) -> Iterator[str]:
    """Yield the values, closing days, dispositions and residual tasks of a plan."""
    yield from ("", *_values(plan), "", *_closings(mission, plan))
    yield from ("", *items_in_words(mission, plan))
    yield from _residuals(mission, plan)


def _values(plan: Plan) -> Iterator[str]:
    """Yield the five values with their bounds, the weighted sum, bound and gap."""
    proof, rows = plan.proof, []
    for field in fields(Objectives):
        name, value = field.name, getattr(plan.objectives, field.name)
        known = proof.bounds or Bounds()
        least = proof.bound if name == "weighted" else getattr(known, name)
        bound = "bound not known" if least is None else f"at least {figure(least)}"
        rows.append((name.replace("_", " "), figure(value), bound, UNITS[name]))
    width, bounds = (max(len(row[i]) for row in rows) for i in (1, 2))
    for name, shown, bound, unit in rows:
        yield f"  {name:<14}  {shown:>{width}}  {bound:<{bounds}}  {unit}"
    yield f"  {'gap':<14}  {_gap(proof.gap):>{width}}"
    if proof.levels:
        yield from ("", "One value after the other, in their order")
        yield from (f"  {_level(level)}" for level in proof.levels)


def _level(level: Level) -> str:
    """Return how far one value came when it had its turn, and how it is kept."""
    said = f"{level.name.replace('_', ' '):<14}  {figure(level.best)}, {_proven(level)}"
    if level.concession:
        said += f"; those after it may exceed it by {level.concession:.4%}"
    return said


def _proven(level: Level) -> str:
    if level.bound is None:
        return "bound not known"
    if level.best - level.bound <= 1e-5 * level.best:
        return "the best possible"
    return f"at least {figure(level.bound)}"


def _gap(gap: float | None) -> str:
    return "not proven" if gap is None else f"{gap:.2%}"


def _closings(mission: Mission, plan: Plan) -> Iterator[str]:
    """Yield a table of the closing days, in their order."""
    closures = {closure.site: closure for closure in plan.closures}
    rows = [(site, closures.get(site.site_id)) for site in mission.sites]
    rows.sort(key=lambda row: str(row[1].closed) if row[1] and row[1].closed else "~")
    names = max((len(site.name) for site, _ in rows), default=0)
    ids = max((len(site.site_id) for site, _ in rows), default=0)
    yield "Sites"
    for site, closure in rows:
        what = _ending(closure, site.counterpart)
        yield f"  {site.site_id:<{ids}}  {site.name:<{names}}  {what}"


def _ending(closure: Closure | None, counterpart: str) -> str:
    if closure is None or closure.closed is None:
        return "stays open for the liquidation"
    if closure.mode is ClosureMode.HANDED_OVER:
        return f"{closure.closed}  handed over: {counterpart}"
    return f"{closure.closed}  left"


def _residuals(mission: Mission, plan: Plan) -> Iterator[str]:
    names = {task.task_id: task.name for task in mission.tasks}
    yield f"\nTasks: {len(plan.handovers)} handed over, {len(plan.residuals)} residual"
    for residual in plan.residuals:
        name = names.get(residual.task, "")
        yield f"  {residual.task}  from {residual.gap}  {name}: {residual.reason}"


def _whereabouts(plan: Plan, path: Path, given: str) -> Iterator[str]:
    closing = [closure for closure in plan.closures if closure.closed]
    last = max(closing, key=lambda c: str(c.closed), default=None)
    yield f"\nThe plan, day by day: {path}"
    yield f"  drawdown verify {given} {path}"
    if last is not None:
        yield f"  drawdown explain {path} {last.site} --mission {given}"
    yield f"  drawdown movements export {path} movements.csv --mission {given}"
