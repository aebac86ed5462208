"""The movements that start at a site, summed by week: one by one they are too many."""

from collections import defaultdict
from collections.abc import Iterator

from drawdown.export.dossier import Dossier
from drawdown.export.mspdi.work import Work, heading
from drawdown.mission import Site
from drawdown.verifying.journeys import Journey

WEEK = 7


def movement_work(dossier: Dossier, site: Site) -> Iterator[Work]:
    """Yield a heading with the weeks in which movements leave a site with something."""
    weeks: defaultdict[int, list[Journey]] = defaultdict(list)
    for journey in dossier.replay.journeys:
        if journey.track.start == site.site_id and (journey.persons or journey.items):
            weeks[journey.departs // WEEK].append(journey)
    yield from heading(
        f"movements/{site.site_id}",
        dossier.language.text("Movements from {site}", site=site.name),
        [_week(dossier, site, week, weeks[week]) for week in sorted(weeks)],
    )


def _week(dossier: Dossier, site: Site, week: int, journeys: list[Journey]) -> Work:
    say, on = dossier.language, dossier.mission.date
    departs = [journey.departs for journey in journeys]
    count = say.plural("{n} movement", "{n} movements", len(journeys))
    persons = sum(journey.persons for journey in journeys)
    items = sum(journey.items for journey in journeys)
    return Work(
        thing=f"movements/{site.site_id}/{week}",
        name=say.text(
            "{movements}: {people}, {items}",
            movements=count,
            people=say.plural("{n} person", "{n} people", persons),
            items=say.plural("{n} item", "{n} items", items),
        ),
        first=on(min(departs)),
        last=on(max(departs)),
        notes=", ".join(sorted(journey.name for journey in journeys)),
    )
