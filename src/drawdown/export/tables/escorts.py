"""The table of the escorts: companies used against companies there, by week."""

import numpy as np
from numpy.typing import NDArray

from drawdown.export.dossier import Dossier
from drawdown.export.evidence import CONFIDENCE, SOURCE, weakest
from drawdown.export.table import Cell, Column, Kind, Table
from drawdown.language import marked
from drawdown.mission import Escort

WEEK = 7
COLUMNS = (
    Column(name="group", title=marked("Escort group")),
    Column(name="first", title=marked("First day"), kind=Kind.DATE),
    Column(name="last", title=marked("Last day"), kind=Kind.DATE),
    Column(name="serving_most", title=marked("In service, most"), kind=Kind.WHOLE),
    Column(name="serving_least", title=marked("In service, least"), kind=Kind.WHOLE),
    Column(
        name="used_most", title=marked("On convoys, most on a day"), kind=Kind.WHOLE
    ),
    Column(
        name="serving_days", title=marked("Company-days in service"), kind=Kind.WHOLE
    ),
    Column(name="used_days", title=marked("Company-days on convoys"), kind=Kind.WHOLE),
    Column(name="resting_days", title=marked("Company-days of rest"), kind=Kind.WHOLE),
    Column(name="used_share", title=marked("Share used"), kind=Kind.SHARE),
    SOURCE,
    CONFIDENCE,
)

Days = NDArray[np.int64]


def escorts(dossier: Dossier) -> Table:
    """Return for each group and week what serves, goes with convoys, and rests."""
    rows = tuple(
        row
        for group, companies in dossier.facts.groups.items()
        for row in _weeks(dossier, group, companies)
    )
    return Table(name="escorts", title=marked("Escorts"), columns=COLUMNS, rows=rows)


def _weeks(
    dossier: Dossier, group: str, companies: tuple[Escort, ...]
) -> list[tuple[Cell, ...]]:
    serving, (used, rests) = serving_of(dossier, companies), used_of(dossier, group)
    found = [escort.evidence_of("companies") for escort in companies]
    sources = "; ".join(dict.fromkeys(one.source for one in found if one.source))
    evidence = (sources, weakest(*(one.confidence for one in found)))
    rows: list[tuple[Cell, ...]] = []
    for first in range(0, dossier.facts.days, WEEK):
        week = slice(first, min(first + WEEK, dossier.facts.days))
        there, gone, rest = serving[week], used[week], rests[week]
        if there.any() or gone.any():
            total = int(there.sum())
            rows.append(
                (
                    group,
                    dossier.mission.date(week.start),
                    dossier.mission.date(week.stop - 1),
                    int(there.max()),
                    int(there.min()),
                    int(gone.max()),
                    total,
                    int(gone.sum()),
                    int(rest.sum()),
                    int(gone.sum()) / total if total else None,
                    *evidence,
                )
            )
    return rows


def serving_of(dossier: Dossier, companies: tuple[Escort, ...]) -> Days:
    """Return how many companies serve on each day, to their release (law 13.5)."""
    mission, names = dossier.mission, {escort.escort_id for escort in companies}
    serving = np.zeros(dossier.facts.days, dtype=np.int64)
    for escort in filter(dossier.facts.serves, companies):
        since = escort.available_from or mission.header.start
        serving[max(mission.day(since), 0) :] += escort.companies
    for stand in dossier.replay.admitted.stands:
        if stand.escort.escort_id in names:
            serving[stand.day + 1 :] -= stand.companies
    return serving


def used_of(dossier: Dossier, group: str) -> tuple[Days, Days]:
    """Return how many companies are with convoys, and how many rest, on each day."""
    used = np.zeros(dossier.facts.days, dtype=np.int64)
    rests = np.zeros(dossier.facts.days, dtype=np.int64)
    longest = max(escort.rest_days for escort in dossier.facts.groups[group])
    for journey in dossier.replay.journeys:
        count = journey.companies.get(group, 0)
        used[journey.departs : journey.arrives] += count
        rests[journey.arrives : journey.arrives + longest] += count
    return used, rests
