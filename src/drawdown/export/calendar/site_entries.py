"""The days of the sites: closures, steps with the counterpart, last days."""

from collections.abc import Iterator

from drawdown.brief.facts.sites import SiteFacts
from drawdown.export.calendar.entry import Entry
from drawdown.export.dossier import Dossier
from drawdown.export.evidence import basis_text
from drawdown.language import Language, marked

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
    for site in dossier.facts.sites:
        yield from _closing(dossier, site)
        yield from _steps(dossier, site)
        yield from last_day_entries(dossier, site)


def closing_words(language: Language, site: SiteFacts) -> str:
    """Return in a few words how a site closes."""
    if site.handed_over:
        return language.text("{site} closes, handed over", site=site.name)
    return language.text("{site} closes, and is left", site=site.name)


def _closing(dossier: Dossier, site: SiteFacts) -> Iterator[Entry]:
    text = dossier.language.text
    if site.closes is None:
        return
    yield Entry(
        thing=f"closure/{site.site_id}",
        summary=closing_words(dossier.language, site),
        first=site.closes,
        last=site.closes,
        category=text(CLOSURES),
        place=site.name,
        description=(
            text("To: {counterpart}.", counterpart=site.counterpart)
            if site.counterpart
            else text("No civilian counterpart is named.")
        ),
    )


def _steps(dossier: Dossier, site: SiteFacts) -> Iterator[Entry]:
    text = dossier.language.text
    for step in site.steps:
        if step.needs_counterpart:
            parts = [
                text("With: {counterpart}.", counterpart=site.counterpart),
                basis_text(dossier.language, step.basis),
            ]
            yield Entry(
                thing=f"step/{site.site_id}/{step.step_id}",
                summary=text("{site}: {step}", site=site.name, step=step.name),
                first=step.start,
                last=step.end,
                category=text(STEPS),
                place=site.name,
                description=" ".join(filter(None, parts)),
            )


def last_day_entries(dossier: Dossier, site: SiteFacts) -> Iterator[Entry]:
    """Yield the last days of a site (law 19)."""
    text = dossier.language.text
    days = (site.transport_stands_by, site.transport_leaves_by, site.last_safe_day)
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
