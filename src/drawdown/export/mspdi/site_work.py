"""What is done at each site until it closes."""

from collections.abc import Iterator
from datetime import date

from drawdown.brief.facts.sites import SiteFacts
from drawdown.export.calendar.site_entries import closing_words, last_day_entries
from drawdown.export.dossier import Dossier
from drawdown.export.evidence import basis_text
from drawdown.export.mspdi.movement_work import movement_work
from drawdown.export.mspdi.work import Work, heading, milestone


def site_work(dossier: Dossier) -> Iterator[Work]:
    """Yield a heading for each site, in the order in which they close."""
    for site in sorted(dossier.facts.sites, key=lambda one: one.closes or date.max):
        steps = list(_steps(dossier, site))
        moves = list(movement_work(dossier, site))
        limits = [
            milestone(e.thing, e.summary, e.first, notes=e.description)
            for e in last_day_entries(dossier, site)
        ]
        closes = list(_closing(dossier, site, _ends(steps, moves)))
        below = [*steps, *moves, *limits, *closes]
        yield from heading(f"site/{site.site_id}", site.name, below)


def _steps(dossier: Dossier, site: SiteFacts) -> Iterator[Work]:
    """Yield the planned steps; each waits for those that are planned before it."""
    planned = {step.step_id for step in site.steps}
    for step in site.steps:
        rule = dossier.steps.get((site.kind, step.step_id))
        before = rule.after if rule else ()
        yield Work(
            thing=_step(site, step.step_id),
            name=step.name,
            first=step.start,
            last=step.end,
            after=tuple(_step(site, name) for name in before if name in planned),
            crew=step.crew,
            teams=rule.teams if rule else 0,
            notes=basis_text(dossier.language, step.basis),
        )


def _step(site: SiteFacts, step: str) -> str:
    return f"step/{site.site_id}/{step}"


def _ends(steps: list[Work], moves: list[Work]) -> tuple[str, ...]:
    """Return what the closing waits for: the last steps, the last week."""
    waited = {name for step in steps for name in step.after}
    last = [step.thing for step in steps if step.thing not in waited]
    weeks = [one for move in moves for one in move.below]
    return (*last, *(week.thing for week in weeks[-1:]))


def _closing(
    dossier: Dossier, site: SiteFacts, after: tuple[str, ...]
) -> Iterator[Work]:
    if site.closes is None:
        return
    actual = site.actual
    yield Work(
        thing=f"closure/{site.site_id}",
        name=closing_words(dossier.language, site),
        first=site.closes,
        last=site.closes,
        milestone=True,
        after=after,
        deadline=dossier.facts.heading.deadline,
        actual=None if actual is None else actual.departed,
        notes="" if actual is None else basis_text(dossier.language, actual.basis),
    )
