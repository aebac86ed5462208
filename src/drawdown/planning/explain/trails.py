"""Routes in one direction, and the days on which a departure is where (law 1.3)."""

import math
from dataclasses import dataclass

from drawdown.mission import Leg, Mission, Mode
from drawdown.planning.explain.calendar import Calendar

DECIMALS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One leg of a run."""

    leg: Leg
    onward: str
    """The place at its end."""
    enters: int
    through: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A departure of a trail."""

    passages: tuple[Passage, ...]
    departs: int
    arrives: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Trail:
    """One route in one direction."""

    name: str
    start: str
    end: str
    legs: tuple[tuple[Leg, str], ...]
    """Each leg, and the place at its end."""

    @property
    def road(self) -> bool:
        """Whether all legs are roads."""
        return all(leg.mode is Mode.ROAD for leg, _ in self.legs)

    @property
    def fleets(self) -> frozenset[str]:
        """The fleets that carry it."""
        return frozenset(leg.fleet_id for leg, _ in self.legs if leg.fleet_id)

    @property
    def escorts(self) -> int:
        """The companies that it needs."""
        return max(leg.escorts for leg, _ in self.legs)

    def run(self, departs: int, calendar: Calendar) -> Run:
        """Return the days of a departure (law 1.3)."""
        travelled, found = 0.0, []
        for leg, onward in self.legs:
            enters = departs + math.floor(travelled)
            days = leg.days + calendar.extra_days(leg.leg_id, enters)
            travelled = round(travelled + days, DECIMALS)
            through = max(enters, departs + math.ceil(travelled) - 1)
            found.append(
                Passage(leg=leg, onward=onward, enters=enters, through=through)
            )
        arrives = departs + max(math.ceil(travelled), 1)
        return Run(passages=tuple(found), departs=departs, arrives=arrives)


def trails(mission: Mission) -> dict[str, Trail]:
    """Return the routes of a mission, two-way routes in both directions."""
    legs = {leg.leg_id: leg for leg in mission.legs}
    found: dict[str, Trail] = {}
    for route in mission.routes:
        ids = [(route.route_id, route.from_id, route.legs)]
        if route.two_way:
            ids.append((f"{route.route_id}~", route.to_id, route.legs[::-1]))
        for name, start, chain in ids:
            found[name] = _trail(name, start, [legs[leg] for leg in chain])
    return found


def _trail(name: str, start: str, legs: list[Leg]) -> Trail:
    at, chain = start, []
    for leg in legs:
        at = leg.to_id if at == leg.from_id else leg.from_id
        chain.append((leg, at))
    return Trail(name=name, start=start, end=at, legs=tuple(chain))
