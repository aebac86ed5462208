"""Ways: the routes of the mission by direction, with what each day does to them."""

import math
from collections import defaultdict
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from drawdown.mission.mission import Mission
from drawdown.mission.routes import Leg, Route, WindowState
from drawdown.mission.transport import Fleet
from drawdown.planning.calendar import Days, Flags, layered, marked, span

Numbers: TypeAlias = NDArray[np.int64]
Track: TypeAlias = tuple[str, bool]
"""One direction of a leg: its id, and whether it is travelled as it is written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackCalendar:
    """One direction of a leg, day by day."""

    leg: Leg
    closed: Flags
    extra: Days
    attacks: Days
    lead: Numbers
    refusal: Days
    permit: Flags
    """Whether a permit row covers the day."""

    def week_budget(self, week: int) -> int | None:
        """Return how many movements may enter in a week; None without permits (§14)."""
        days = slice(7 * week, 7 * week + 7)
        if not self.permit[days].any():
            return None
        granted = self.leg.per_day * (1.0 - self.refusal[days]) * ~self.closed[days]
        return math.floor(float(granted.sum()) + 1e-9)


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One route in one direction."""

    index: int
    route_id: str
    origin: str
    destination: str
    tracks: tuple[Track, ...]
    fleet: str | None
    vehicles: int
    """Vehicles a movement (0 where a fleet carries it)."""
    slots: int
    """Items a movement of a fleet."""
    persons: int
    escorts: int
    groups: tuple[str, ...]
    """Escort groups that serve it; empty where no escort is needed."""
    sensitive: bool
    """Whether sensitive items may take it (§11)."""
    cost_movement: float
    cost_vehicle: float
    cost_person: float
    per_day: int
    """Movements a day, by its tightest leg."""
    start: Flags
    """Days on which a movement can depart."""
    transit: Numbers
    """τ of a movement that departs on the day (§1.3)."""
    attacks: Days
    """Expected attacks of a movement that departs on the day (§15)."""
    entry: tuple[Numbers, ...]
    """For each leg, the day on which it is entered."""

    @property
    def stands(self) -> bool:
        """Whether it is a road, with trucks that stand somewhere."""
        return self.fleet is None


def track_calendars(mission: Mission, days: int) -> dict[str, TrackCalendar]:
    """Return the calendar of each leg (the same in both directions)."""
    windows = defaultdict(list)
    for window in mission.windows:
        windows[window.leg_id].append(window)
    hazards = defaultdict(list)
    for hazard in mission.hazards:
        hazards[hazard.leg_id].append((hazard.start, hazard.end, hazard.attacks))
    permits = defaultdict(list)
    for permit in mission.permits:
        permits[permit.permit_zone, permit.mode].append(permit)
    calendars = {}
    for leg in mission.legs:
        lead = np.zeros(days, dtype=np.int64)
        refusal = np.zeros(days)
        allowed = np.zeros(days, dtype=np.bool_)
        for permit in permits[leg.permit_zone or "", leg.mode]:
            begin, end = span(mission, permit.start, permit.end, days)
            lead[begin:end] = np.maximum(lead[begin:end], permit.lead_days)
            refusal[begin:end] = np.maximum(refusal[begin:end], permit.refusal)
            allowed[begin:end] = True
        mine = windows[leg.leg_id]
        calendars[leg.leg_id] = TrackCalendar(
            leg=leg,
            closed=marked(
                mission,
                ((w.start, w.end) for w in mine if w.state is WindowState.CLOSED),
                days,
            ),
            extra=layered(
                mission,
                (
                    (w.start, w.end, w.extra_days)
                    for w in mine
                    if w.state is WindowState.SLOW
                ),
                days,
            ),
            attacks=layered(mission, hazards[leg.leg_id], days),
            lead=lead,
            refusal=refusal,
            permit=allowed,
        )
    return calendars


def directions(mission: Mission) -> list[tuple[str, str, str, tuple[Track, ...]]]:
    """Return id, origin, destination and tracks of each route in each direction."""
    legs = {leg.leg_id: leg for leg in mission.legs}
    found = []
    for route in mission.routes:
        tracks = _tracks(route, legs)
        found.append((route.route_id, route.from_id, route.to_id, tracks))
        if route.two_way:
            back = tuple((leg, not ahead) for leg, ahead in reversed(tracks))
            found.append((f"{route.route_id}~", route.to_id, route.from_id, back))
    return found


def _tracks(route: Route, legs: dict[str, Leg]) -> tuple[Track, ...]:
    place, tracks = route.from_id, []
    for leg_id in route.legs:
        leg = legs[leg_id]
        ahead = leg.from_id == place
        tracks.append((leg_id, ahead))
        place = leg.to_id if ahead else leg.from_id
    return tuple(tracks)


def ways(
    mission: Mission, calendars: dict[str, TrackCalendar], days: int
) -> tuple[Way, ...]:
    """Return every route in each of its directions, with its calendar."""
    fleets = {fleet.fleet_id: fleet for fleet in mission.fleets}
    exits = {
        e.exit_id: span(mission, e.open_from, e.open_to, days) for e in mission.exits
    }
    found = []
    for index, (route_id, origin, destination, tracks) in enumerate(
        directions(mission)
    ):
        found.append(
            _way(
                mission,
                index,
                route_id,
                origin,
                destination,
                tracks,
                [calendars[leg] for leg, _ in tracks],
                fleets,
                exits.get(destination, (0, days)),
                days,
            )
        )
    return tuple(found)


def _way(
    mission: Mission,
    index: int,
    route_id: str,
    origin: str,
    destination: str,
    tracks: tuple[Track, ...],
    chain: list[TrackCalendar],
    fleets: dict[str, Fleet],
    arrivals: tuple[int, int],
    days: int,
) -> Way:
    legs = [calendar.leg for calendar in chain]
    fleet = fleets[legs[0].fleet_id] if legs[0].fleet_id else None
    escorts = max(leg.escorts for leg in legs)
    start, transit, attacks, entry = _timetable(chain, arrivals, days)
    if fleet is not None:
        begin, end = span(mission, fleet.available_from, fleet.available_to, days)
        start[:begin] = False
        start[end:] = False
    return Way(
        index=index,
        route_id=route_id,
        origin=origin,
        destination=destination,
        tracks=tracks,
        fleet=fleet.fleet_id if fleet else None,
        vehicles=0 if fleet else min(leg.convoy_vehicles for leg in legs),
        slots=fleet.slots if fleet else 0,
        persons=fleet.seats if fleet else min(leg.convoy_persons for leg in legs),
        escorts=escorts,
        groups=_groups(mission, legs) if escorts else (),
        sensitive=all(leg.secure or leg.escorts for leg in legs),
        cost_movement=sum(leg.cost_movement for leg in legs),
        cost_vehicle=sum(leg.cost_vehicle for leg in legs),
        cost_person=sum(leg.cost_person for leg in legs),
        per_day=min(leg.per_day for leg in legs),
        start=start,
        transit=transit,
        attacks=attacks,
        entry=tuple(entry),
    )


def _groups(mission: Mission, legs: list[Leg]) -> tuple[str, ...]:
    need = {leg.leg_id for leg in legs if leg.escorts}
    serving = {
        escort.group: not escort.legs or need <= set(escort.legs)
        for escort in mission.escorts
    }
    return tuple(sorted(group for group, serves in serving.items() if serves))


def _timetable(
    chain: list[TrackCalendar], arrivals: tuple[int, int], days: int
) -> tuple[Flags, Numbers, Days, list[Numbers]]:
    """Return start days, transits, attacks and entry days for all departures (§1.3)."""
    start = np.zeros(days, dtype=np.bool_)
    transit = np.ones(days, dtype=np.int64)
    attacks = np.zeros(days)
    entry = [np.zeros(days, dtype=np.int64) for _ in chain]
    for t in range(days):
        way = 0.0
        good, hazard = True, 0.0
        for number, calendar in enumerate(chain):
            day = t + math.floor(way)
            if day >= days:
                good = False
                break
            way = round(way + calendar.leg.days + calendar.extra[day], 6)
            last = max(day, t + math.ceil(way) - 1)
            entry[number][t] = day
            hazard += calendar.attacks[day]
            good &= last < days and not calendar.closed[day : last + 1].any()
        transit[t] = max(1, math.ceil(way))
        arrival = t + int(transit[t])
        start[t] = (
            good
            and arrival < days
            and arrivals[0] <= arrival < arrivals[1]
            and all(c.lead[t] <= t for c in chain)
        )
        attacks[t] = hazard
    return start, transit, attacks, entry
