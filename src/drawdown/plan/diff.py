"""Compare two plans: sites, movements, dispositions, handovers, releases, figures."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date

from drawdown.plan.changes import Change, Figure, PlanDiff
from drawdown.plan.diff_movements import movement_changes
from drawdown.plan.plan import Objectives, Plan

Facts = Mapping[tuple[str, str], Figure]
"""By name, and what of it."""


def diff(before: Plan, after: Plan) -> PlanDiff:
    """Return what changed from one plan to another."""
    return PlanDiff(
        changes=(
            *_compare("sites", _sites(before), _sites(after)),
            *movement_changes(before, after),
            *_compare("dispositions", _dispositions(before), _dispositions(after)),
            *_compare("handovers", _handovers(before), _handovers(after)),
            *_compare("releases", _releases(before), _releases(after)),
            *_compare("figures", _figures(before), _figures(after)),
        )
    )


def _compare(part: str, before: Facts, after: Facts) -> Iterator[Change]:
    """Yield what two collections of facts do not share."""
    for name, what in dict.fromkeys([*before, *after]):
        old, new = before.get((name, what)), after.get((name, what))
        if old != new:
            yield Change(part=part, name=name, what=what, before=old, after=new)


def _sites(plan: Plan) -> Facts:
    """Return closing day, mode and steps of each site."""
    facts: dict[tuple[str, str], Figure] = {}
    for closure in plan.closures:
        name = closure.site
        facts[name, "closes"] = _day(closure.closed)
        facts[name, "mode"] = closure.mode.value if closure.mode else None
        for step in closure.steps:
            facts[name, step.step] = _days(step.start, step.end)
    return facts


def _dispositions(plan: Plan) -> Facts:
    """Return how many items of each lot end in which way, and on which days."""
    counts: dict[tuple[str, str], int] = {}
    days: dict[tuple[str, str], list[date]] = {}
    for lot, by, count, day in _endings(plan):
        counts[lot, by] = counts.get((lot, by), 0) + count
        days.setdefault((lot, f"{by} on"), []).append(day)
    spans = {key: _days(min(on), max(on)) for key, on in days.items()}
    return {**counts, **spans}


def _endings(plan: Plan) -> Iterator[tuple[str, str, int, date]]:
    """Yield lot, disposition, count and day of all items that end."""
    for movement in plan.movements:
        for load in movement.loads:
            if load.disposition is not None:
                by = load.disposition.value
                yield load.lot, by, load.count, movement.arrives
    for ended in plan.disposals:
        yield ended.lot, ended.disposition.value, ended.count, ended.on


def _handovers(plan: Plan) -> Facts:
    """Return the days of each handover, and the gap of each task without one."""
    facts: dict[tuple[str, str], Figure] = {}
    for given in plan.handovers:
        facts[given.task, "handed over"] = _days(given.start, given.end)
    for residual in plan.residuals:
        facts[residual.task, "residual from"] = _day(residual.gap)
        facts[residual.task, "reason"] = residual.reason
    return facts


def _releases(plan: Plan) -> Facts:
    """Return how many local people and companies are released, where and when."""
    facts: dict[tuple[str, str], int] = {}
    for release in plan.releases:
        key = (release.unit, f"released on {release.on}")
        facts[key] = facts.get(key, 0) + release.persons
    for stand in plan.escort_releases:
        key = (stand.escort, f"companies released at {stand.site} on {stand.on}")
        facts[key] = facts.get(key, 0) + stand.companies
    return facts


def _figures(plan: Plan) -> Facts:
    """Return the values of a plan and what is proven of them."""
    names = [field.name for field in fields(Objectives)]
    return {
        **{(name, "value"): getattr(plan.objectives, name) for name in names},
        ("weighted", "bound"): plan.proof.bound,
        ("weighted", "gap"): plan.proof.gap,
        ("plan", "mission"): plan.mission,
        ("plan", "tables"): plan.mission_digest or None,
    }


def _day(when: date | None) -> str | None:
    return None if when is None else when.isoformat()


def _days(first: date, last: date) -> str:
    return f"{first}" if first == last else f"{first} to {last}"
