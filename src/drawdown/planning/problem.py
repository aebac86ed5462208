"""The problem: a mission laid out for the model, computed once and never changed."""

from collections import defaultdict
from dataclasses import dataclass, replace

import numpy as np

from drawdown.mission.mission import Mission
from drawdown.mission.policy import Weights
from drawdown.mission.sites import Timing
from drawdown.mission.transport import FleetKind
from drawdown.planning.calendar import Days, span
from drawdown.planning.cargo import Cargo, cargo
from drawdown.planning.holds import Hold, holds
from drawdown.planning.people import People, people
from drawdown.planning.protection import Protection
from drawdown.planning.steps import Chain, StepDays, chain, opening_before
from drawdown.planning.timetable import in_order, scheduled
from drawdown.planning.ways import TrackCalendar, Way, track_calendars, ways


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A site or an exit."""

    name: str
    is_exit: bool
    liquidation: bool = False
    earliest: int = 0
    """The first possible closing day, by steps and dates."""
    latest: int = 0
    """The last possible closing day."""
    closing_cost: Days
    """Weighted cost of each closing day: running cost and protection gap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """One row of escorts: companies of a group with their days."""

    escort: str
    group: str
    home: str
    companies: int
    begin: int
    last: int | None
    """The last day of service, if it is given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Trucks or low-loaders that come or go at a place on a day."""

    kind: FleetKind
    place: str
    day: int
    change: int
    """Above 0 from the morning of the day; below 0 at its end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """Days of steps and handovers that were chosen with all else."""

    steps: dict[str, StepDays]
    """First and last day of opening and closing steps, by site and step."""
    handovers: dict[str, int]
    """The first day of the handover of each task that is handed over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cap:
    """The most that a plan may have of a value, or of some values weighed together."""

    weights: Weights
    most: float
    """USD."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A mission, laid out by index."""

    mission: Mission
    days: int
    deadline: int
    places: dict[str, Place]
    ways: tuple[Way, ...]
    tracks: dict[str, TrackCalendar]
    people: People
    holds: tuple[Hold, ...]
    cargo: Cargo
    services: tuple[Service, ...]
    rest: dict[str, int]
    standing: tuple[Standing, ...]
    protection: Protection
    opening: dict[str, StepDays]
    """Days of the opening steps, by site and step."""
    closing_steps: dict[str, StepDays]
    """Days of the closing steps as early as teams allow, by site and step: a site may
    close on any day after them."""
    packing_from: dict[str, int]
    """The last day of the opening steps of each site (§10.1)."""
    packing_bound: dict[str, int]
    """The same if teams were never short: no plan can be earlier."""
    closing_chain: dict[str, Chain]
    ready_to_close: dict[str, int]
    """The first closing day of each site: the end of its steps."""
    constant: float
    """Weighted cost that no plan changes: liquidation sites stay open."""
    arrangement: Arrangement | None = None
    """In a tiny mission, once it was chosen."""
    caps: tuple[Cap, ...] = ()
    """Of values that are kept."""

    @property
    def sites(self) -> list[Place]:
        """Return the sites."""
        return [place for place in self.places.values() if not place.is_exit]

    @property
    def closing(self) -> list[Place]:
        """Return the sites that close within the plan."""
        return [place for place in self.sites if not place.liquidation]


def compile_problem(mission: Mission, order: list[str] | None = None) -> Problem:
    """Return a mission laid out for planning.

    Parameters
    ----------
    order
        Sites in the order in which their steps get teams; by default those
        that take longest to pack come first.

    """
    days = mission.horizon
    tracks = track_calendars(mission, days)
    protection = Protection(mission, days)
    goods = cargo(mission)
    ranked = order or _by_packing(mission, goods)
    chains = {s.site_id: chain(mission, s, Timing.CLOSING) for s in mission.sites}
    heads = {s.site_id: chain(mission, s, Timing.OPENING).length for s in mission.sites}
    everybody = people(mission)
    soonest = {
        s.site_id: _soonest(chain(mission, s, Timing.OPENING)) for s in mission.sites
    }
    places = _places(mission, protection, chains, heads, days)
    for name, day in _ready_to_close(mission, chains, soonest).items():
        place = places[name]
        places[name] = replace(place, earliest=max(place.earliest, day))
    problem = Problem(
        mission=mission,
        days=days,
        deadline=mission.deadline,
        places=places,
        ways=ways(mission, tracks, days),
        tracks=tracks,
        people=everybody,
        holds=holds(mission, everybody),
        cargo=goods,
        services=_services(mission),
        rest={escort.group: escort.rest_days for escort in mission.escorts},
        standing=_standing(mission, days),
        protection=protection,
        opening={},
        closing_steps={},
        packing_from={},
        packing_bound={name: head - 1 for name, head in heads.items()},
        closing_chain=chains,
        ready_to_close={},
        constant=sum(
            site.running_cost * days * mission.weights.money
            for site in mission.sites
            if site.liquidation
        ),
    )
    return in_order(problem, ranked)


def arranged(problem: Problem, arrangement: Arrangement) -> Problem:
    """Return a problem in which steps and handovers have these days."""
    opening, closing = {}, {}
    for site, done in arrangement.steps.items():
        first = problem.opening[site]
        opening[site] = {step: days for step, days in done.items() if step in first}
        closing[site] = {step: days for step, days in done.items() if step not in first}
    return replace(scheduled(problem, opening, closing), arrangement=arrangement)


def _soonest(steps: Chain) -> dict[str, tuple[int, int]]:
    """Return the days of opening steps if teams are never short."""
    return {
        step.step_id: (
            steps.head[step.step_id],
            steps.head[step.step_id] + step.days - 1,
        )
        for step in steps.steps
    }


def _ready_to_close(
    mission: Mission,
    chains: dict[str, Chain],
    opening: dict[str, dict[str, tuple[int, int]]],
) -> dict[str, int]:
    """Return the first closing day of each site whose closing steps wait for its
    opening steps, if teams were never short.
    """
    found = {}
    for name, steps in chains.items():
        done = opening[name]
        ready = max((last for _, last in done.values()), default=0)
        for step in steps.steps:
            for before in opening_before(mission, step, done):
                last = done[before][1]
                ready = max(ready, last + step.days + steps.tail[step.step_id])
        found[name] = ready
    return found


def _by_packing(mission: Mission, goods: Cargo) -> list[str]:
    effort: dict[str, float] = defaultdict(float)
    for parcel in goods.parcels:
        effort[parcel.site] += parcel.effort * parcel.count
    return sorted(
        (site.site_id for site in mission.sites),
        key=lambda name: (
            -effort[name]
            / max(
                1.0, next(s for s in mission.sites if s.site_id == name).packing_per_day
            )
        ),
    )


def _places(
    mission: Mission,
    protection: Protection,
    chains: dict[str, Chain],
    heads: dict[str, int],
    days: int,
) -> dict[str, Place]:
    found = {}
    weights = mission.weights
    for site in mission.sites:
        running = np.arange(1, days + 1) * site.running_cost * weights.money
        gap = protection.closing_cost(site.site_id) * weights.protection_gap
        earliest = max(
            0 if site.close_not_before is None else mission.day(site.close_not_before),
            chains[site.site_id].length - 1,
            heads[site.site_id] - 1,
            _counterpart_day(mission, site.site_id, chains[site.site_id]),
            _must_day(mission, site.site_id),
        )
        found[site.site_id] = Place(
            name=site.site_id,
            is_exit=False,
            liquidation=site.liquidation,
            earliest=earliest,
            latest=days - 1
            if site.close_by is None
            else min(days - 1, mission.day(site.close_by)),
            closing_cost=running + gap,
        )
    for out in mission.exits:
        found[out.exit_id] = Place(
            name=out.exit_id, is_exit=True, closing_cost=np.zeros(0)
        )
    return found


def _counterpart_day(mission: Mission, name: str, steps: Chain) -> int:
    site = next(s for s in mission.sites if s.site_id == name)
    if site.counterpart_from is None:
        return 0
    first = mission.day(site.counterpart_from)
    return max(
        (
            first + step.days - 1 + steps.tail[step.step_id]
            for step in steps.steps
            if step.needs_counterpart
        ),
        default=0,
    )


def _must_day(mission: Mission, name: str) -> int:
    return max(
        (
            max(0, mission.day(task.ready)) + max(1, task.handover_days) - 1
            for task in mission.tasks
            if task.must and task.site_id == name and task.ready is not None
        ),
        default=0,
    )


def _services(mission: Mission) -> tuple[Service, ...]:
    found = []
    for escort in mission.escorts:
        begin = 0
        if escort.available_from is not None:
            begin = max(0, mission.day(escort.available_from))
        last = None
        if escort.available_to is not None:
            last = mission.day(escort.available_to)
            if last < begin:
                continue
        if begin >= mission.horizon or not escort.companies:
            continue
        found.append(
            Service(
                escort=escort.escort_id,
                group=escort.group,
                home=escort.home_id,
                companies=escort.companies,
                begin=begin,
                last=last if last is None or last < mission.horizon - 1 else None,
            )
        )
    return tuple(found)


def _standing(mission: Mission, days: int) -> tuple[Standing, ...]:
    found = []
    for fleet in mission.fleets:
        if not fleet.kind.stands or not fleet.count:
            continue
        begin, end = span(mission, fleet.available_from, fleet.available_to, days)
        if begin >= days or end <= begin:
            continue
        found.append(
            Standing(
                kind=fleet.kind, place=fleet.home_id, day=begin, change=fleet.count
            )
        )
        if fleet.available_to is not None and end < days:
            found.append(
                Standing(
                    kind=fleet.kind,
                    place=fleet.home_id,
                    day=end - 1,
                    change=-fleet.count,
                )
            )
    return tuple(found)
