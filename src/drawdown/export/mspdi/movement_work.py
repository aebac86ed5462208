"""The movements that start at a site, summed by week: one by one they are too many."""

from collections import defaultdict
from collections.abc import Iterator

from drawdown.brief.facts.movements import MovementFacts
from drawdown.brief.facts.sites import SiteFacts
from drawdown.export.dossier import Dossier
from drawdown.export.mspdi.work import Work, heading

WEEK = 7


def movement_work(dossier: Dossier, site: SiteFacts) -> Iterator[Work]:
    """Yield a heading with the weeks in which movements leave a site with something."""
    start = dossier.facts.heading.start
    weeks: defaultdict[int, list[MovementFacts]] = defaultdict(list)
    for one in dossier.facts.movements:
        if one.start == site.site_id and not one.empty:
            weeks[(one.departs - start).days // WEEK].append(one)
    yield from heading(
        f"movements/{site.site_id}",
        dossier.language.text("Movements from {site}", site=site.name),
        [_week(dossier, site, week, weeks[week]) for week in sorted(weeks)],
    )


def _week(
    dossier: Dossier, site: SiteFacts, week: int, found: list[MovementFacts]
) -> Work:
    say = dossier.language
    persons = sum(one.persons for one in found)
    items = sum(one.items for one in found)
    return Work(
        thing=f"movements/{site.site_id}/{week}",
        name=say.text(
            "{movements}: {people}, {items}",
            movements=say.plural("{n} movement", "{n} movements", len(found)),
            people=say.plural("{n} person", "{n} people", persons),
            items=say.plural("{n} item", "{n} items", items),
        ),
        first=min(one.departs for one in found),
        last=max(one.departs for one in found),
        notes=", ".join(sorted(one.movement_id for one in found)),
    )
