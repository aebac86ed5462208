"""The table of the closing steps of every site, in the order of their days."""

from collections.abc import Iterator

from drawdown.export.dossier import Dossier
from drawdown.export.evidence import CONFIDENCE, SOURCE, source_cells
from drawdown.export.table import Cell, Column, Kind, Table
from drawdown.export.wording import TIMINGS, YES_NO, yes_no
from drawdown.language import marked
from drawdown.mission import Site
from drawdown.plan import Closure

COLUMNS = (
    Column(name="site_id", title=marked("Site")),
    Column(name="site_name", title=marked("Name of the site")),
    Column(name="step_id", title=marked("Step")),
    Column(name="name", title=marked("What is done"), width=40),
    Column(name="timing", title=marked("Timing"), words=TIMINGS),
    Column(name="start", title=marked("Begins"), kind=Kind.DATE),
    Column(name="end", title=marked("Ends"), kind=Kind.DATE),
    Column(name="days", title=marked("Days"), kind=Kind.WHOLE),
    Column(name="after", title=marked("After")),
    Column(name="crew", title=marked("Crew")),
    Column(name="teams", title=marked("Teams"), kind=Kind.WHOLE),
    Column(name="counterpart", title=marked("With the counterpart"), words=YES_NO),
    SOURCE,
    CONFIDENCE,
)


def closing_steps(dossier: Dossier) -> Table:
    """Return one row for each step that a site needs, planned or not."""
    closures = {closure.site: closure for closure in dossier.plan.closures}
    rows = [
        row
        for site in dossier.mission.sites
        for row in _of(
            dossier, site, closures.get(site.site_id, Closure(site=site.site_id))
        )
    ]
    return Table(
        name="closing_steps",
        title=marked("Closing steps"),
        columns=COLUMNS,
        rows=tuple(rows),
    )


def _of(dossier: Dossier, site: Site, closure: Closure) -> Iterator[tuple[Cell, ...]]:
    planned = {step.step: step for step in closure.steps}
    for name, step in dossier.facts.steps(site).items():
        days = planned.get(name)
        yield (
            site.site_id,
            site.name,
            name,
            step.name,
            step.timing,
            None if days is None else days.start,
            None if days is None else days.end,
            step.days,
            "; ".join(step.after),
            step.crew,
            step.teams,
            yes_no(step.needs_counterpart),
            *source_cells(step),
        )
