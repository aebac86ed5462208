"""The table of the closing steps of every site, in the order of their days."""

from collections.abc import Iterator

from drawdown.brief.facts.sites import SiteFacts
from drawdown.export.dossier import Dossier
from drawdown.export.evidence import CONFIDENCE, SOURCE, basis_cells
from drawdown.export.table import Cell, Column, Kind, Table
from drawdown.export.wording import TIMINGS, YES_NO, yes_no
from drawdown.language import marked

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
    """Return one row for each step that the plan has."""
    rows = (row for site in dossier.facts.sites for row in _of(dossier, site))
    return Table(
        name="closing_steps",
        title=marked("Closing steps"),
        columns=COLUMNS,
        rows=tuple(rows),
        note=dossier.redaction_note,
    )


def _of(dossier: Dossier, site: SiteFacts) -> Iterator[tuple[Cell, ...]]:
    for step in site.steps:
        rule = dossier.steps.get((site.kind, step.step_id))
        yield (
            site.site_id,
            site.name,
            step.step_id,
            step.name,
            "opening" if step.opening else "closing",
            step.start,
            step.end,
            (step.end - step.start).days + 1,
            "; ".join(rule.after) if rule else "",
            step.crew,
            rule.teams if rule else None,
            yes_no(step.needs_counterpart),
            *basis_cells(step.basis),
        )
