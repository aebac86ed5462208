"""What is done at each site until it closes."""

from collections.abc import Iterator

from drawdown.export.calendar.entry import evidence_text
from drawdown.export.calendar.site_entries import last_day_entries
from drawdown.export.dossier import Dossier
from drawdown.export.mspdi.movement_work import movement_work
from drawdown.export.mspdi.work import Work, heading, milestone
from drawdown.mission import Site
from drawdown.plan import Closure, ClosureMode


def site_work(dossier: Dossier) -> Iterator[Work]:
    """Yield a heading for each site, in the order in which they close."""
    closures = {closure.site: closure for closure in dossier.plan.closures}
    closing = dossier.replay.closing
    for site in sorted(dossier.mission.sites, key=lambda one: closing[one.site_id]):
        closure = closures.get(site.site_id, Closure(site=site.site_id))
        steps = list(_steps(dossier, site, closure))
        moves = list(movement_work(dossier, site))
        limits = [
            milestone(e.thing, e.summary, e.first, notes=e.description)
            for e in last_day_entries(dossier, site)
        ]
        ends = _ends(steps, moves)
        closes = list(_closing(dossier, site, closure, ends))
        yield from heading(
            f"site/{site.site_id}", site.name, [*steps, *moves, *limits, *closes]
        )


def _steps(dossier: Dossier, site: Site, closure: Closure) -> Iterator[Work]:
    """Yield the planned steps; each waits for those that are planned before it."""
    rows = dossier.facts.steps(site)
    planned = {step.step for step in closure.steps}
    for step in sorted(closure.steps, key=lambda one: (one.start, one.end, one.step)):
        row = rows.get(step.step)
        if row is not None:
            yield Work(
                thing=_step(site, step.step),
                name=row.name,
                first=step.start,
                last=step.end,
                after=tuple(_step(site, name) for name in row.after if name in planned),
                crew=row.crew,
                teams=row.teams,
                notes=evidence_text(dossier.language, row, "days"),
            )


def _step(site: Site, step: str) -> str:
    return f"step/{site.site_id}/{step}"


def _ends(steps: list[Work], moves: list[Work]) -> tuple[str, ...]:
    """Return what the closing waits for: the last steps, the last week."""
    waited = {name for step in steps for name in step.after}
    last = [step.thing for step in steps if step.thing not in waited]
    weeks = [one for move in moves for one in move.below]
    return (*last, *(week.thing for week in weeks[-1:]))


def _closing(
    dossier: Dossier, site: Site, closure: Closure, after: tuple[str, ...]
) -> Iterator[Work]:
    text = dossier.language.text
    if closure.closed is None or site.liquidation:
        return
    name = text("{site} closes, and is left", site=site.name)
    if closure.mode is ClosureMode.HANDED_OVER:
        name = text("{site} closes, handed over", site=site.name)
    actual = next(
        (a for a in dossier.mission.closures_actual if a.site_id == site.site_id), None
    )
    yield Work(
        thing=f"closure/{site.site_id}",
        name=name,
        first=closure.closed,
        last=closure.closed,
        milestone=True,
        after=after,
        deadline=site.close_by or dossier.mission.decision.deadline,
        actual=None if actual is None else actual.departed,
        notes="" if actual is None else evidence_text(dossier.language, actual),
    )
