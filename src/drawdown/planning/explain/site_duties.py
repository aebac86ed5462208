"""What dates and tasks say of the closing day of a site (laws 17 and 20)."""

from collections.abc import Iterator

from drawdown.mission import Site
from drawdown.planning.explain.counted import counted
from drawdown.planning.explain.explanation import Rule
from drawdown.planning.explain.known import Known


def duty_rules(known: Known, site: Site, closing: int) -> Iterator[Rule]:
    """Yield the dates within which a site closes, and the tasks that keep it open."""
    yield from _dates(known, site, closing)
    yield from _handovers(known, site, closing)
    yield from _given_up(known, site)


def _dates(known: Known, site: Site, closing: int) -> Iterator[Rule]:
    if site.close_not_before is not None:
        first = known.mission.day(site.close_not_before)
        text = f"it may close from {site.close_not_before} on"
        change = "an earlier close_not_before in sites.csv"
        yield Rule(law="17.1", text=text, slack=closing - first, change=change)
    if site.close_by is not None:
        left = known.mission.day(site.close_by) - closing
        yield Rule(
            law="17.1",
            text=f"it must close by {site.close_by}, {counted(left, 'day')} later",
        )
    if site.counterpart and site.counterpart_to is not None:
        text = f"{site.counterpart} is there to {site.counterpart_to}"
        yield Rule(law="17.3", text=text)


def _handovers(known: Known, site: Site, closing: int) -> Iterator[Rule]:
    """Say which handovers need the site open on their days (§20.1)."""
    for given in known.plan.handovers:
        task = known.tasks.get(given.task)
        if task is None or task.site_id != site.site_id:
            continue
        end = known.mission.day(given.end)
        must = ", which must be handed over," if task.must else ""
        ready = f"; {task.recipient} is ready on {task.ready}" if task.ready else ""
        yield Rule(
            law="20.1",
            text=(
                f"{task.task_id} ({task.name}){must} is handed over from {given.start} "
                f"to {given.end}{ready}"
            ),
            slack=closing - end,
            change=f"{task.task_id} handed over earlier{ready}, or given up",
        )


def _given_up(known: Known, site: Site) -> Iterator[Rule]:
    for residual in known.plan.residuals:
        task = known.tasks.get(residual.task)
        if task is not None and task.site_id == site.site_id:
            text = f"{task.task_id} ({task.name}) is residual from {residual.gap}"
            yield Rule(law="20.2", text=text)
