"""What is assumed, ranked by how much of the plan rests on it.

Two measures, which are not mixed. Values that enter the plan's values directly are
ranked by the USD of the weighted sum (law 24.2) that are computed with assumed ones.
Limits are ranked by how often the plan stands at an assumed one: the share of the days
on which all of it is used. A limit that is never reached could be wrong without a
consequence for this plan; one that is used up every day holds the plan where it is.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from drawdown.brief.facts.escorts import EscortDays
from drawdown.brief.facts.material import Material
from drawdown.brief.facts.protection import ProtectionFacts
from drawdown.mission import Disposition, Lot, Mode, Row, Site
from drawdown.mission.tables import TABLES
from drawdown.mission.writing import rows_of
from drawdown.quantities import Confidence
from drawdown.verifying.ledger import Amounts

__all__ = ["Assumption", "assumptions"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumption:
    """The assumed values of one column."""

    table: str
    column: str
    assumed: int
    """Rows with an assumed value."""
    values: int
    """Rows with a value above 0."""
    usd: float | None
    """USD of the weighted sum that are computed with them; absent: it is a limit."""
    at_limit: float | None
    """The share of the days on which the plan stands at such a limit."""
    notes: tuple[str, ...]
    """Why they are assumed so, as the tables say."""


def assumptions(
    material: Material, escorts: tuple[EscortDays, ...], protection: ProtectionFacts
) -> tuple[Assumption, ...]:
    """Return the assumed values by column: first by USD, then by days at the limit."""
    usd, limits = _usd(material, protection), dict(_limits(material, escorts))
    found = []
    for table in TABLES:
        rows = () if table.actual else rows_of(material.mission, table)
        columns = {name for t, name in (*usd, *limits) if t == table.name}
        for column in sorted(columns):
            values = [row for row in rows if getattr(row, column)]
            assumed = [row for row in values if is_assumed(row, column)]
            key = table.name, column
            if assumed:
                found.append(
                    Assumption(
                        table=table.name,
                        column=column,
                        assumed=len(assumed),
                        values=len(values),
                        usd=usd.get(key),
                        at_limit=limits.get(key),
                        notes=_notes(assumed, column),
                    )
                )
    return tuple(
        sorted(found, key=lambda a: (a.usd is None, -(a.usd or 0), -(a.at_limit or 0)))
    )


def is_assumed(row: Row, column: str) -> bool:
    """Return whether a value is assumed."""
    return row.evidence_of(column).confidence is Confidence.ASSUMED


MOST_NOTES = 3


def _notes(rows: Iterable[Row], column: str) -> tuple[str, ...]:
    notes = dict.fromkeys(row.evidence_of(column).note for row in rows)
    return tuple(note for note in notes if note)[:MOST_NOTES]


Key = tuple[str, str]


def _usd(material: Material, protection: ProtectionFacts) -> Mapping[Key, float]:
    """Return the USD of the weighted sum that rest on assumed values of each column."""
    sums: dict[Key, list[float]] = defaultdict(list)
    for key, amount in (
        *_of_loss(material),
        *_of_attacks(material),
        *_of_money(material),
        *_of_protection(material, protection),
    ):
        sums[key].append(amount)
    return {key: math.fsum(amounts) for key, amounts in sums.items()}


def _of_loss(material: Material) -> Iterator[tuple[Key, float]]:
    weight = material.mission.weights.loss
    for lot, by, count in _endings(material):
        lost = (lot.value or 0.0) * lot.losses.get(by, 0.0) * count * weight
        for column in ("count", "value", by.value):
            if is_assumed(lot, column):
                yield ("lots", column), lost


def _endings(material: Material) -> Iterator[tuple[Lot, Disposition, int]]:
    """Yield lot, disposition and count of all items that end."""
    replay = material.replay
    for journey in replay.journeys:
        if journey.track.end in replay.facts.exits:
            for freight in journey.freight:
                if freight.disposition is not None:
                    yield freight.lot, freight.disposition, freight.count
    for ending in replay.admitted.endings:
        yield ending.lot, ending.disposition, ending.count


def _of_attacks(material: Material) -> Iterator[tuple[Key, float]]:
    calendars = material.replay.facts.calendars
    weight = material.mission.weights.attacks
    legs = {r.leg_id for r in material.mission.hazards if is_assumed(r, "attacks")}
    for journey in material.replay.journeys:
        for passage in journey.passages:
            name = passage.leg.leg_id
            if name in legs:
                amount = calendars.attacks_on(name, passage.enters) * weight
                yield ("hazards", "attacks"), amount


def _of_money(material: Material) -> Iterator[tuple[Key, float]]:
    weight, replay = material.mission.weights.money, material.replay
    for journey in replay.journeys:
        for leg, _ in journey.track.legs:
            vehicles = journey.vehicles if leg.mode is Mode.ROAD else 0
            for column, count in (
                ("cost_movement", 1),
                ("cost_vehicle", vehicles),
                ("cost_person", journey.persons),
            ):
                if is_assumed(leg, column):
                    yield ("legs", column), getattr(leg, column) * count * weight
    for name, site in replay.facts.sites.items():
        if is_assumed(site, "running_cost"):
            days = min(replay.closing[name] + 1, replay.facts.days)
            yield ("sites", "running_cost"), site.running_cost * days * weight


def _of_protection(
    material: Material, protection: ProtectionFacts
) -> Iterator[tuple[Key, float]]:
    mission = material.mission
    weight = mission.weights.protection_gap
    gaps = {one.community_id: one.gap for one in protection.communities}
    assumed = {t.community_id for t in mission.threats if is_assumed(t, "threat")}
    for community in mission.communities:
        gap = gaps.get(community.community_id, 0.0) * weight
        if is_assumed(community, "population"):
            yield ("communities", "population"), gap
        if community.community_id in assumed:
            yield ("threats", "threat"), gap
    if any(a.protects and is_assumed(a, "radius_km") for a in mission.authorities):
        yield ("authorities", "radius_km"), protection.gap * weight


def _limits(
    material: Material, escorts: tuple[EscortDays, ...]
) -> Iterator[tuple[Key, float]]:
    """Yield the share of the days on which the plan stands at an assumed limit."""
    yield ("escorts", "companies"), _share(_escorts(material, escorts))
    yield ("sites", "guard_minimum"), _share(_guards(material))
    yield ("sites", "beds"), _share(_full(material, "beds"))
    yield ("sites", "yard"), _share(_full(material, "yard"))
    yield ("crews", "teams"), _share(_crews(material))
    yield ("exits", "items_per_day"), _share(_exits(material, "items_per_day"))
    yield ("exits", "persons_per_day"), _share(_exits(material, "persons_per_day"))
    yield ("fleets", "count"), _share(_trucks(material))
    yield ("fleets", "sorties_per_week"), _share(_sorties(material))


def _share(objects: Iterable[Iterable[bool]]) -> float:
    """Return the share of days at the limit, over all limits that are assumed."""
    days = [day for days in objects for day in days]
    return sum(days) / len(days) if days else 0.0


def _escorts(
    material: Material, escorts: tuple[EscortDays, ...]
) -> Iterator[list[bool]]:
    groups = material.replay.facts.groups
    for group in escorts:
        if any(is_assumed(row, "companies") for row in groups[group.group]):
            pairs = zip(group.available, group.used, strict=True)
            yield [used >= there for there, used in pairs if there]


def _guards(material: Material) -> Iterator[list[bool]]:
    there = material.replay.guards.at_places()
    for site in _assumed_sites(material, "guard_minimum"):
        guards = there.get(site.site_id)
        last = min(material.replay.closing[site.site_id], material.mission.deadline)
        if guards is not None and site.guard_minimum:
            yield [int(n) <= site.guard_minimum for n in guards[:last]]


def _full(material: Material, column: str) -> Iterator[list[bool]]:
    replay = material.replay
    local = frozenset(u.unit_id for u in material.mission.units if u.local)
    there = (
        replay.persons.at_places(skip=local)
        if column == "beds"
        else replay.items.at_places()
    )
    for site in _assumed_sites(material, column):
        limit, amounts = getattr(site, column), there.get(site.site_id)
        if limit is not None and amounts is not None:
            last = min(replay.closing[site.site_id], replay.facts.days)
            yield [int(n) >= limit for n in amounts[:last]]


def _assumed_sites(material: Material, column: str) -> list[Site]:
    return [s for s in material.mission.sites if is_assumed(s, column)]


def _crews(material: Material) -> Iterator[list[bool]]:
    """Yield on which days all teams of a crew work."""
    known, horizon = material.known, material.mission.horizon
    day = material.mission.day
    used: dict[str, Amounts] = {}

    def work(crew: str, first: int, last: int, teams: int) -> None:
        row = used.setdefault(crew, np.zeros(horizon, dtype=np.int64))
        row[max(first, 0) : last + 1] += teams

    for name, closure in known.closures.items():
        steps = known.steps(known.sites[name]) if name in known.sites else {}
        for planned in closure.steps:
            step = steps.get(planned.step)
            if step is not None:
                work(step.crew, day(planned.start), day(planned.end), step.teams)
    for given in material.plan.handovers:
        task = known.tasks.get(given.task)
        if task is not None and task.crew:
            work(task.crew, day(given.start), day(given.end), task.teams)
    for crew in material.mission.crews:
        if is_assumed(crew, "teams"):
            row = used.get(crew.crew_id)
            busy = [] if row is None else row[: material.mission.deadline + 1].tolist()
            yield [n >= crew.teams for n in busy]


def _exits(material: Material, column: str) -> Iterator[list[bool]]:
    arrived: dict[str, Amounts] = {}
    for journey in material.replay.journeys:
        if journey.arrives < material.mission.horizon:
            amount = journey.persons if column == "persons_per_day" else journey.items
            row = arrived.setdefault(
                journey.track.end, np.zeros(material.mission.horizon, dtype=np.int64)
            )
            row[journey.arrives] += amount
    for exit_ in material.mission.exits:
        limit, days = getattr(exit_, column), arrived.get(exit_.exit_id)
        if limit and days is not None and is_assumed(exit_, column):
            yield [int(n) >= limit for n in days]


def _trucks(material: Material) -> Iterator[list[bool]]:
    """Yield on which days no truck (or low-loader) stands anywhere."""
    standing: dict[str, Amounts] = {}
    for (kind, _), number in material.replay.vehicles.index.items():
        row = material.replay.vehicles.rows[number]
        standing[kind] = standing.get(kind, np.zeros_like(row)) + row
    for kind, row in standing.items():
        if any(
            f.kind == kind and is_assumed(f, "count") for f in material.mission.fleets
        ):
            yield [int(n) <= 0 for n in row[: material.mission.deadline + 1]]


def _sorties(material: Material) -> Iterator[list[bool]]:
    """Yield on which days of service a fleet flies all that it can in the week."""
    weeks = -(-material.mission.horizon // 7)
    flown: dict[str, Amounts] = {}
    for journey in material.replay.journeys:
        for name in filter(None, journey.track.fleets):
            row = flown.setdefault(name, np.zeros(weeks, dtype=np.int64))
            row[min(max(journey.departs, 0) // 7, weeks - 1)] += 1
    for fleet in material.mission.fleets:
        if fleet.sorties_per_week and is_assumed(fleet, "sorties_per_week"):
            row = flown.get(fleet.fleet_id, np.zeros(weeks, dtype=np.int64))
            yield [int(n) >= fleet.sorties_per_week for n in row]
