"""What dates and tasks say of the closing day of a site (laws 17 and 20)."""

from collections.abc import Iterator

from drawdown.language import marked
from drawdown.mission import Site, Task
from drawdown.plan import Handover
from drawdown.planning.explain.explanation import Rule
from drawdown.planning.explain.known import Known
from drawdown.planning.explain.phrases import days, joined


def duty_rules(known: Known, site: Site, closing: int) -> Iterator[Rule]:
    """Yield the dates within which a site closes, and the tasks that keep it open."""
    yield from _dates(known, site, closing)
    yield from _handovers(known, site, closing)
    yield from _given_up(known, site)


def _dates(known: Known, site: Site, closing: int) -> Iterator[Rule]:
    text = known.language.text
    if site.close_not_before is not None:
        first = known.mission.day(site.close_not_before)
        yield Rule(
            law="17.1",
            text=text("it may close from {day} on", day=site.close_not_before),
            slack=closing - first,
            change=text("an earlier close_not_before in sites.csv"),
        )
    if site.close_by is not None:
        left = known.mission.day(site.close_by) - closing
        yield Rule(
            law="17.1",
            text=text(
                "it must close by {day}, {days} later",
                day=site.close_by,
                days=days(known.language, left),
            ),
        )
    if site.counterpart and site.counterpart_to is not None:
        yield Rule(
            law="17.3",
            text=text(
                "{counterpart} is there to {day}",
                counterpart=site.counterpart,
                day=site.counterpart_to,
            ),
        )


def _handovers(known: Known, site: Site, closing: int) -> Iterator[Rule]:
    """Say which handovers need the site open on their days (§20.1)."""
    for given in known.plan.handovers:
        task = known.tasks.get(given.task)
        if task is None or task.site_id != site.site_id:
            continue
        end = known.mission.day(given.end)
        yield Rule(
            law="20.1",
            text=joined(known.language, _handover(known, task, given)),
            slack=closing - end,
            change=_earlier(known, task),
        )


def _handover(known: Known, task: Task, given: Handover) -> Iterator[str]:
    """Yield when a task is handed over, and when its recipient is ready."""
    text = known.language.text
    must = marked(
        "{task}, which must be handed over, is handed over from {start} to {end}"
    )
    may = marked("{task} is handed over from {start} to {end}")
    yield text(
        must if task.must else may,
        task=f"{task.task_id} ({task.name})",
        start=given.start,
        end=given.end,
    )
    if task.ready:
        who = task.recipient
        yield text("{recipient} is ready on {day}", recipient=who, day=task.ready)


def _earlier(known: Known, task: Task) -> str:
    """Say what would have to be otherwise for an earlier handover."""
    text = known.language.text
    if task.ready is None:
        return text("{task} handed over earlier, or given up", task=task.task_id)
    return text(
        "{task} handed over earlier; {recipient} is ready on {day}, or given up",
        task=task.task_id,
        recipient=task.recipient,
        day=task.ready,
    )


def _given_up(known: Known, site: Site) -> Iterator[Rule]:
    for residual in known.plan.residuals:
        task = known.tasks.get(residual.task)
        if task is not None and task.site_id == site.site_id:
            what = f"{task.task_id} ({task.name})"
            yield Rule(
                law="20.2",
                text=known.language.text(
                    "{task} is residual from {day}", task=what, day=residual.gap
                ),
            )
