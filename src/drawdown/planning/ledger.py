"""What is still free while a first plan is built: trucks, companies, legs, sorties."""

from collections import defaultdict

import numpy as np

from drawdown.mission.transport import FleetKind
from drawdown.planning.problem import Problem
from drawdown.planning.solution import Move
from drawdown.planning.ways import Numbers, Way


class Ledger:
    """Free resources by day, and the movements that were booked."""

    def __init__(self, problem: Problem, released: dict[str, int]) -> None:
        self.problem = problem
        self.days = problem.days
        self.trucks: dict[tuple[FleetKind, str], Numbers] = {}
        self.companies: dict[tuple[str, str], Numbers] = {}
        for s in problem.standing:
            stock = self._trucks(s.kind, s.place)
            stock[s.day if s.change > 0 else s.day + 1 :] += s.change
        self.group_end: dict[str, int] = defaultdict(int)
        for service in problem.services:
            end = released[service.escort]
            self.group_end[service.group] = max(self.group_end[service.group], end)
        for service in problem.services:
            stock = self._companies(service.group, service.home)
            end = released[service.escort]
            # On its last day a company stands where it ends, and goes nowhere.
            last = self.days if end == self.group_end[service.group] else end - 1
            stock[service.begin : last + 1] += service.companies
        self.entered: dict[tuple[object, int], int] = defaultdict(int)
        self.week: dict[tuple[object, int], int] = defaultdict(int)
        self.sorties: dict[tuple[str, int], int] = defaultdict(int)
        self.weekly = {f.fleet_id: f.sorties_per_week for f in problem.mission.fleets}
        self.came: dict[tuple[str, str, int], int] = defaultdict(int)
        self.booked: dict[tuple[int, int], dict[str, dict[object, int]]] = {}

    def _trucks(self, kind: FleetKind, place: str) -> Numbers:
        return self.trucks.setdefault(
            (kind, place), np.zeros(self.days + 1, dtype=np.int64)
        )

    def _companies(self, group: str, place: str) -> Numbers:
        return self.companies.setdefault(
            (group, place), np.zeros(self.days + 1, dtype=np.int64)
        )

    def least_trucks(self, kind: FleetKind, place: str, first: int, end: int) -> int:
        """Return how many trucks stand at a place on all days from first to end."""
        stock = self._trucks(kind, place)[first : min(end, self.days)]
        return int(stock.min()) if len(stock) else 0

    def least_companies(self, group: str, place: str, first: int, end: int) -> int:
        """Return how many companies stand at a place on all days from first to end."""
        stop = min(end, self.group_end[group] + 1, self.days)
        stock = self._companies(group, place)[first:stop]
        return int(stock.min()) if len(stock) else 0

    def room(self, way: Way, day: int) -> int:
        """Return how many movements of a way can still start on a day."""
        if not 0 <= day < self.days or not way.start[day]:
            return 0
        room = way.per_day
        for number, track in enumerate(way.tracks):
            entry = int(way.entry[number][day])
            calendar = self.problem.tracks[track[0]]
            room = min(room, calendar.leg.per_day - self.entered[track, entry])
            budget = calendar.week_budget(entry // 7)
            if budget is not None:
                room = min(room, budget - self.week[track, entry // 7])
        if way.fleet is not None:
            room = min(room, self.weekly[way.fleet] - self.sorties[way.fleet, day // 7])
        return max(0, room)

    def exit_room(self, way: Way, day: int, kind: str) -> int:
        """Return how much (``items`` or ``persons``) can still pass the exit at the end
        of a way on the day on which a departure arrives.
        """
        place = self.problem.places[way.destination]
        if not place.is_exit:
            return 10**9
        out = next(
            e for e in self.problem.mission.exits if e.exit_id == way.destination
        )
        rate = out.items_per_day if kind == "items" else out.persons_per_day
        if rate is None:
            return 10**9
        return rate - self.came[kind, way.destination, day + int(way.transit[day])]

    def book(
        self,
        way: Way,
        day: int,
        *,
        count: int = 1,
        group: str | None = None,
        cargo: dict[int, int] | None = None,
        trucks: dict[FleetKind, int] | None = None,
        people: dict[int, int] | None = None,
    ) -> int:
        """Book movements of a way on a day; return the day of arrival."""
        cell = self.booked.setdefault(
            (way.index, day), {"n": {}, "x": {}, "m": {}, "p": {}}
        )
        fresh = group is not None or count > 0
        if fresh and count:
            cell["n"][group] = cell["n"].get(group, 0) + count
        for name, amounts in (("x", cargo), ("m", trucks), ("p", people)):
            for key, amount in (amounts or {}).items():
                if amount:
                    cell[name][key] = cell[name].get(key, 0) + amount
        arrive = day + int(way.transit[day])
        for number, track in enumerate(way.tracks):
            entry = int(way.entry[number][day])
            self.entered[track, entry] += count
            self.week[track, entry // 7] += count
        if way.fleet is not None:
            self.sorties[way.fleet, day // 7] += count
        for kind, amount in (trucks or {}).items():
            self._trucks(kind, way.origin)[day:] -= amount
            self._trucks(kind, way.destination)[arrive:] += amount
        if group is not None and way.escorts:
            need = way.escorts * count
            rested = arrive + self.problem.rest[group]
            self._companies(group, way.origin)[day:] -= need
            self._companies(group, way.destination)[rested:] += need
        if self.problem.places[way.destination].is_exit:
            self.came["items", way.destination, arrive] += sum((cargo or {}).values())
            self.came["persons", way.destination, arrive] += sum(
                (people or {}).values()
            )
        return arrive

    def moves(self) -> dict[tuple[int, int], Move]:
        """Return what was booked."""
        return {
            (way, day): Move(
                way=way,
                day=day,
                arrive=day + int(self.problem.ways[way].transit[day]),
                count=cell["n"],  # type: ignore[arg-type]
                cargo=cell["x"],  # type: ignore[arg-type]
                trucks=cell["m"],  # type: ignore[arg-type]
                people=cell["p"],  # type: ignore[arg-type]
            )
            for (way, day), cell in sorted(self.booked.items())
            if cell["n"]
        }
