"""The days of the sites: closures, steps with the counterpart, last days."""

from collections.abc import Iterator
from datetime import date

from drawdown.export.calendar.entry import Entry, evidence_text
from drawdown.export.dossier import Dossier
from drawdown.export.tables.sites import last_days
from drawdown.language import marked
from drawdown.mission import Site
from drawdown.plan import Closure, ClosureMode

CLOSURES = marked("Closures")
STEPS = marked("Steps with the counterpart")
LAST_DAYS = marked("Last days")
LIMITS = (
    ("transport-stands", marked("{site}: last day for transport to stand there")),
    ("transport-leaves", marked("{site}: last day for transport to leave for it")),
    ("safe", marked("{site}: last safe day")),
)
MEANINGS = (
    marked("Trucks that come later cannot take all that is to be moved (§19.1)."),
    marked("Trucks that leave later come too late (§19.1)."),
    marked("Who waits longer leaves without what remains, or is late (§19.2)."),
)


def site_entries(dossier: Dossier) -> Iterator[Entry]:
    """Yield the entries of each site, in the order of their table."""
    closures = {closure.site: closure for closure in dossier.plan.closures}
    for site in dossier.mission.sites:
        closure = closures.get(site.site_id)
        if closure is not None:
            yield from _closing(dossier, site, closure)
            yield from _steps(dossier, site, closure)
        yield from last_day_entries(dossier, site)


def _closing(dossier: Dossier, site: Site, closure: Closure) -> Iterator[Entry]:
    text = dossier.language.text
    if closure.closed is None or site.liquidation:
        return
    summary = text("{site} closes, and is left", site=site.name)
    if closure.mode is ClosureMode.HANDED_OVER:
        summary = text("{site} closes, handed over", site=site.name)
    description = (
        text("To: {counterpart}.", counterpart=site.counterpart)
        if site.counterpart
        else text("No civilian counterpart is named.")
    )
    yield Entry(
        thing=f"closure/{site.site_id}",
        summary=summary,
        first=closure.closed,
        last=closure.closed,
        category=text(CLOSURES),
        place=site.name,
        description=description,
    )


def _steps(dossier: Dossier, site: Site, closure: Closure) -> Iterator[Entry]:
    text, rows = dossier.language.text, dossier.facts.steps(site)
    for planned in closure.steps:
        step = rows.get(planned.step)
        if step is not None and step.needs_counterpart:
            parts = [
                text("With: {counterpart}.", counterpart=site.counterpart),
                evidence_text(dossier.language, step),
            ]
            yield Entry(
                thing=f"step/{site.site_id}/{planned.step}",
                summary=text("{site}: {step}", site=site.name, step=step.name),
                first=planned.start,
                last=planned.end,
                category=text(STEPS),
                place=site.name,
                description=" ".join(filter(None, parts)),
            )


def last_day_entries(dossier: Dossier, site: Site) -> Iterator[Entry]:
    """Yield the last days of a site (law 19)."""
    text = dossier.language.text
    days: tuple[date | None, ...] = last_days(dossier, site)
    for (name, summary), meaning, day in zip(LIMITS, MEANINGS, days, strict=True):
        if day is not None:
            yield Entry(
                thing=f"last-day/{site.site_id}/{name}",
                summary=text(summary, site=site.name),
                first=day,
                last=day,
                category=text(LAST_DAYS),
                place=site.name,
                description=text(meaning),
            )
