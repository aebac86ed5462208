"""The sites: their states day by day, why and until when."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from drawdown.brief.facts.basis import Basis, basis
from drawdown.brief.facts.material import Material
from drawdown.mission import ClosureActual, Site, Timing
from drawdown.plan import Closure, ClosureMode
from drawdown.planning.explain import Explanation
from drawdown.planning.explain.site import explain_site
from drawdown.verifying.ledger import Amounts

__all__ = ["Actual", "SiteFacts", "SiteState", "StateSpan", "StepFacts", "site_facts"]


class SiteState(StrEnum):
    """How a site stands at the end of a day."""

    OPEN = "open"
    CLOSING = "closing"
    """Its closing steps run, or have begun."""
    HANDED_OVER = "handed_over"
    LEFT = "left"
    LIQUIDATION = "liquidation"
    """It stays open for the liquidation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StateSpan:
    """Days in a row with one state; both ends included."""

    state: SiteState
    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class StepFacts:
    """A step at a site, as planned."""

    step_id: str
    name: str
    start: date
    end: date
    opening: bool
    """Before packing; the others are done before the site closes."""
    crew: str
    needs_counterpart: bool
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Actual:
    """What was announced for a site, and what really happened."""

    planned_from: date | None
    planned_to: date | None
    departed: date | None
    handed_over: date | None
    handed_to: str
    how: str
    documents: str
    condition: str
    basis: Basis
    planned_basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFacts:
    """One site in a plan."""

    site_id: str
    name: str
    kind: str
    sector: str
    latitude: float | None
    longitude: float | None
    liquidation: bool
    closes: date | None
    """Absent: it stays open."""
    handed_over: bool | None
    """Whether it is handed over; no: it is left; absent: it stays open."""
    counterpart: str
    counterpart_from: date | None
    counterpart_to: date | None
    states: tuple[StateSpan, ...]
    steps: tuple[StepFacts, ...]
    guards: tuple[int, ...]
    """Guard-capable people at the end of each day."""
    guard_minimum: int
    thin_out_days: int
    thin_out_minimum: int
    liquidation_guard: int
    persons: tuple[int, ...]
    """People at the end of each day."""
    items: tuple[int, ...]
    """Containers and vehicles at the end of each day."""
    transport_stands_by: date | None
    """By when trucks must stand there (law 19.1); absent: none are needed."""
    transport_leaves_by: date | None
    last_safe_day: date | None
    """The last day on which people can leave it and be out in time (law 19.2)."""
    why: Explanation
    actual: Actual | None
    basis: Basis
    counterpart_basis: Basis


def site_facts(material: Material) -> tuple[SiteFacts, ...]:
    """Return all sites in the order of the mission's table."""
    replay, mission = material.replay, material.mission
    persons, guards = replay.persons.at_places(), replay.guards.at_places()
    items = replay.items.at_places()
    actuals = {row.site_id: row for row in mission.closures_actual}
    nothing = (0,) * mission.horizon

    def of(rows: Mapping[str, Amounts], site: Site) -> tuple[int, ...]:
        found = rows.get(site.site_id)
        return nothing if found is None else tuple(found.tolist())

    return tuple(
        _site(
            material,
            site,
            actuals.get(site.site_id),
            persons=of(persons, site),
            guards=of(guards, site),
            items=of(items, site),
        )
        for site in mission.sites
    )


def _site(
    material: Material,
    site: Site,
    actual: ClosureActual | None,
    *,
    persons: tuple[int, ...],
    guards: tuple[int, ...],
    items: tuple[int, ...],
) -> SiteFacts:
    closure = material.known.closures.get(site.site_id, Closure(site=site.site_id))
    closes = None if site.liquidation else closure.closed
    why = material.naming.explained(explain_site(material.plans, site))
    steps = tuple(_steps(material, site, closure))
    return SiteFacts(
        site_id=site.site_id,
        name=site.name,
        kind=site.kind,
        sector=site.sector,
        latitude=site.latitude,
        longitude=site.longitude,
        liquidation=site.liquidation,
        closes=closes,
        handed_over=None if closes is None else _handed_over(closure),
        counterpart=site.counterpart,
        counterpart_from=site.counterpart_from,
        counterpart_to=site.counterpart_to,
        states=tuple(_states(material, site, closes, closure, steps)),
        steps=steps,
        guards=guards,
        guard_minimum=site.guard_minimum,
        thin_out_days=site.thin_out_days,
        thin_out_minimum=site.thin_out_minimum,
        liquidation_guard=site.liquidation_guard,
        persons=persons,
        items=items,
        transport_stands_by=why.dates["transport_stands_by"],
        transport_leaves_by=why.dates["transport_leaves_by"],
        last_safe_day=why.dates["last_safe_day"],
        why=why,
        actual=None if actual is None else _actual(actual),
        basis=basis(site),
        counterpart_basis=basis(site, "counterpart"),
    )


def _handed_over(closure: Closure) -> bool:
    return closure.mode is ClosureMode.HANDED_OVER


def _steps(material: Material, site: Site, closure: Closure) -> Iterator[StepFacts]:
    """Yield the planned steps in the order of their days."""
    rows = material.known.steps(site)
    crews = {row.crew_id: row.name or row.crew_id for row in material.mission.crews}
    for planned in sorted(closure.steps, key=lambda one: (one.start, one.end)):
        row = rows.get(planned.step)
        if row is not None:
            yield StepFacts(
                step_id=planned.step,
                name=row.name,
                start=planned.start,
                end=planned.end,
                opening=row.timing is Timing.OPENING,
                crew=crews.get(row.crew, row.crew),
                needs_counterpart=row.needs_counterpart,
                basis=basis(row),
            )


def _states(
    material: Material,
    site: Site,
    closes: date | None,
    closure: Closure,
    steps: tuple[StepFacts, ...],
) -> Iterator[StateSpan]:
    """Yield the states of a site from the first to the last day of the plan."""
    mission = material.mission
    end = mission.horizon - 1
    marks: list[tuple[int, SiteState]] = [(0, SiteState.OPEN)]
    if closes is None:
        if site.liquidation:
            marks = [(0, SiteState.LIQUIDATION)]
    else:
        begun = [mission.day(step.start) for step in steps if not step.opening]
        after = SiteState.HANDED_OVER if _handed_over(closure) else SiteState.LEFT
        closing = mission.day(closes)
        if begun and min(begun) < closing:
            marks.append((max(min(begun), 0), SiteState.CLOSING))
        marks.append((closing, after))
    for (first, state), nxt in zip(marks, [*marks[1:], None], strict=True):
        last = end if nxt is None else nxt[0] - 1
        if first <= last:
            yield StateSpan(
                state=state, first=mission.date(first), last=mission.date(last)
            )


def _actual(row: ClosureActual) -> Actual:
    return Actual(
        planned_from=row.planned_from,
        planned_to=row.planned_to,
        departed=row.departed,
        handed_over=row.handed_over,
        handed_to=row.handed_to,
        how=row.how,
        documents=row.documents,
        condition=row.condition,
        basis=basis(row, "departed", "handed_over"),
        planned_basis=basis(row, "planned_from", "planned_to"),
    )
