"""The Gantt chart: closings, steps, handovers, powers, seasons, dates."""

from collections.abc import Iterator
from datetime import date

import htpy as h

from drawdown.brief.facts.network import LegFacts
from drawdown.brief.facts.sites import SiteFacts, StepFacts
from drawdown.brief.facts.tasks import TaskFacts
from drawdown.brief.page.days import decision_days
from drawdown.brief.page.html import Node, drawn
from drawdown.brief.page.setting import Setting
from drawdown.brief.pictures.gantt import draw_gantt
from drawdown.brief.pictures.gantt_input import (
    GanttBar,
    GanttGroup,
    GanttInput,
    GanttMark,
    GanttRow,
    GanttWords,
)
from drawdown.plan.names import NAMES

__all__ = ["KEY", "gantt_section"]

KEY = "gantt"


def gantt_section(setting: Setting) -> Node:
    """Return the chart; its rows are a table that can be read without the bars."""
    text = setting.language.text
    return [
        h.h2("#gantt-h")[text("Closing steps, handovers, powers and seasons")],
        drawn(draw_gantt(_input(setting), setting.wording)),
    ]


def _input(setting: Setting) -> GanttInput:
    b, text = setting.briefing, setting.language.text
    sites = sorted(
        b.sites, key=lambda site: (site.closes is None, site.closes or site.name)
    )
    critical = frozenset[tuple[str, str]]().union(*(one.steps() for one in b.chains))
    groups = [_site(setting, site, critical) for site in sites]
    groups += [
        group
        for group in (_tasks(setting), _powers(setting), _seasons(setting))
        if group.rows
    ]
    return GanttInput(
        key=KEY,
        title=text("Time chart of the plan"),
        description=text(
            "Each row has its first and last day before the bars. What is on the "
            "critical path is hatched and says so."
        ),
        start=b.heading.start,
        end=b.heading.end,
        dates=decision_days(setting),
        groups=tuple(groups),
        words=_words(setting),
    )


def _site(
    setting: Setting, site: SiteFacts, critical: frozenset[tuple[str, str]]
) -> GanttGroup:
    b = setting.briefing
    closes = site.closes or b.heading.end
    heading = GanttRow(
        name=site.name,
        bars=(GanttBar(start=b.heading.start, end=closes, kind="open"),),
        baseline=tuple(_baseline(setting, site)),
        marks=tuple(_marks(setting, site)),
        start=b.heading.start,
        end=site.closes,
        note=_note(setting, site),
        link=f"#why-{site.site_id}",
    )
    rows = tuple(
        GanttRow(
            name=_step(setting, step),
            bars=(
                GanttBar(
                    start=step.start,
                    end=step.end,
                    critical=(site.site_id, step.step_id) in critical,
                ),
            ),
            link=f"#why-{site.site_id}",
        )
        for step in site.steps
    )
    return GanttGroup(heading=heading, rows=rows, folded=True)


def _step(setting: Setting, step: StepFacts) -> str:
    """Return the short word for a step, if there is one; the sheets have its name."""
    return setting.word(step.step_id) if step.step_id in NAMES else step.name


def _baseline(setting: Setting, site: SiteFacts) -> Iterator[GanttBar]:
    """Yield the other plan, or else the window that the mission had announced."""
    heading, found = setting.briefing.heading, site.actual
    if setting.briefing.comparison is not None:
        other = setting.briefing.comparison.of(site.site_id)
        first, last = (other.steps_from, other.closes) if other else (None, None)
    else:
        first, last = (found.planned_from, found.planned_to) if found else (None, None)
    if first is not None and last is not None:
        start, end = max(first, heading.start), min(last, heading.end)
        if start <= end:
            yield GanttBar(start=start, end=end, kind="baseline")


def _marks(setting: Setting, site: SiteFacts) -> Iterator[GanttMark]:
    heading = setting.briefing.heading
    if site.closes is not None:
        yield GanttMark(on=site.closes, kind="planned")
    if site.actual is not None:
        left = site.actual.departed or site.actual.handed_over
        if left is not None and heading.start <= left <= heading.end:
            yield GanttMark(on=left, kind="actual")


def _note(setting: Setting, site: SiteFacts) -> str:
    text = setting.language.text
    if site.closes is None:
        said = text("stays open")
    else:
        said = text("handed over") if site.handed_over else text("left")
    left = site.actual and (site.actual.departed or site.actual.handed_over)
    if left:
        return text("{planned}; really {day}", planned=said, day=setting.short(left))
    return said


def _tasks(setting: Setting) -> GanttGroup:
    """Return the handovers of tasks."""
    text = setting.language.text
    given = [t for t in setting.briefing.tasks if t.start and t.end]
    order = setting.briefing.heading.end
    rows = [
        GanttRow(
            name=_task(setting, task),
            bars=(GanttBar(start=task.start, end=task.end, kind="handover"),),
            note=task.recipient,
            link=f"#task-{task.task_id}",
        )
        for task in sorted(given, key=lambda t: t.start or order)
        if task.start and task.end
    ]
    heading = GanttRow(name=text("Handovers of tasks"))
    return GanttGroup(heading=heading, rows=tuple(rows), folded=True)


def _task(setting: Setting, task: TaskFacts) -> str:
    if task.site_id is None:
        return task.name
    return setting.language.text(
        "{task}, {place}", task=task.name, place=setting.place(task.site_id)
    )


def _powers(setting: Setting) -> GanttGroup:
    """Return the powers that lapse, and what is due."""
    text, heading = setting.language.text, setting.briefing.heading
    rows = [
        GanttRow(
            name=one.name,
            bars=(
                GanttBar(
                    start=max(one.start or heading.start, heading.start),
                    end=min(one.end or heading.end, heading.end),
                    kind="window",
                ),
            ),
            note=text("authority"),
            link="#sources",
        )
        for one in heading.authorities
        if (one.start or heading.start) <= heading.end
        and (one.end or heading.end) >= heading.start
    ]
    rows += [
        GanttRow(
            name=one.name,
            marks=(GanttMark(on=one.due, kind="due"),),
            note=text("due: {party}", party=one.party),
            link="#sources",
        )
        for one in heading.deliverables
        if heading.start <= one.due <= heading.end
    ]
    return GanttGroup(
        heading=GanttRow(name=text("Powers, and what is due")), rows=tuple(rows)
    )


def _seasons(setting: Setting) -> GanttGroup:
    """Return the days on which used legs are closed or slow."""
    text = setting.language.text
    rows = [
        GanttRow(
            name=setting.leg(leg),
            bars=tuple(_windows(setting, leg)),
            note="; ".join(dict.fromkeys(one.reason for one in leg.windows)),
            link="#t-windows",
        )
        for leg in setting.briefing.legs
        if leg.uses and any(_windows(setting, leg))
    ]
    heading = GanttRow(name=text("Closed and slow legs"))
    return GanttGroup(heading=heading, rows=tuple(rows), folded=True)


def _windows(setting: Setting, leg: LegFacts) -> Iterator[GanttBar]:
    heading = setting.briefing.heading
    for one in leg.windows:
        start: date = max(one.start, heading.start)
        end: date = min(one.end, heading.end)
        if start <= end:
            yield GanttBar(
                start=start, end=end, kind="closed" if one.closed else "slow"
            )


def _words(setting: Setting) -> GanttWords:
    text = setting.language.text
    return GanttWords(
        name=text("What"),
        start=text("From"),
        end=text("To"),
        note=text("How"),
        critical=text("critical"),
        show_all=text("Show every step, task and season"),
        scroll=text("Time chart, can be scrolled"),
        bars={
            "open": text("site is open"),
            "step": text("closing step"),
            "handover": text("handover of a task"),
            "window": text("a power holds"),
            "closed": text("leg is closed"),
            "slow": text("leg is slow"),
            "baseline": text("what the mission itself had announced")
            if setting.briefing.comparison is None
            else text("last steps and closing in the other plan"),
        },
        marks={
            "planned": text("closes in this plan"),
            "actual": text("really closed"),
            "due": text("due"),
        },
    )
