"""One mission and one plan of it, by name and by day."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from drawdown.language import TERMINAL, Language
from drawdown.mission import Mission, Site, Step, Timing, Unit
from drawdown.plan import Closure, Movement, Plan
from drawdown.planning.explain.calendar import Calendar
from drawdown.planning.explain.trails import Run, Trail, trails


@dataclass(frozen=True, slots=True, kw_only=True)
class Trip:
    """One movement with its route."""

    movement: Movement
    trail: Trail
    run: Run

    @property
    def name(self) -> str:
        """The id of the movement."""
        return self.movement.movement

    @property
    def departs(self) -> int:
        """The day on which it leaves."""
        return self.run.departs

    @property
    def arrives(self) -> int:
        """The first day at its destination."""
        return self.run.arrives

    @property
    def persons(self) -> int:
        """All persons on it."""
        return sum(party.persons for party in self.movement.people)

    @property
    def items(self) -> int:
        """All items on it."""
        return sum(load.count for load in self.movement.loads)


class Known:
    """What is explained: rows by id, the plan by site, the movements with their days.

    Parts of the plan that name what the mission does not have are left out: the
    verifier reports them.
    """

    def __init__(
        self, mission: Mission, plan: Plan, language: Language = TERMINAL
    ) -> None:
        self.mission = mission
        self.plan = plan
        self.language = language
        self.last = mission.horizon - 1
        self.calendar = Calendar(mission)
        self.trails = trails(mission)
        self.sites = {row.site_id: row for row in mission.sites}
        self.exits = {row.exit_id: row for row in mission.exits}
        self.lots = {row.lot_id: row for row in mission.lots}
        self.units = {row.unit_id: row for row in mission.units}
        self.tasks = {row.task_id: row for row in mission.tasks}
        self.fleets = {row.fleet_id: row for row in mission.fleets}
        self.crews = {row.crew_id: row for row in mission.crews}
        self.closures = {row.site: row for row in plan.closures}
        self.trips = tuple(sorted(self._trips(), key=lambda t: (t.departs, t.name)))
        self.answers: dict[tuple[object, ...], Any] = {}
        """What was found before and is asked for many things alike."""

    def _trips(self) -> list[Trip]:
        found = []
        for movement in self.plan.movements:
            trail = self.trails.get(movement.route)
            if trail is not None:
                run = trail.run(self.mission.day(movement.departs), self.calendar)
                found.append(Trip(movement=movement, trail=trail, run=run))
        return found

    def closing(self, site: str) -> int:
        """Return the closing day; a site without one is open beyond the plan."""
        closure = self.closures.get(site, Closure(site=site))
        if closure.closed is None or self.sites[site].liquidation:
            return self.last + 1
        return self.mission.day(closure.closed)

    def steps(self, site: Site) -> dict[str, Step]:
        """Return the steps that a site must have (laws 17.2 and 17.3)."""
        return {
            step.step_id: step
            for step in self.mission.steps
            if step.site_kind == site.kind
            and (site.counterpart or not step.needs_counterpart)
            and not (site.liquidation and step.timing is Timing.CLOSING)
        }

    def opened(self, site: str) -> int:
        """Return the last day of the opening steps as planned; -1 if there are none."""
        steps = self.steps(self.sites[site])
        return max(
            (
                self.mission.day(planned.end)
                for planned in self.closures.get(site, Closure(site=site)).steps
                if planned.step in steps
                and steps[planned.step].timing is Timing.OPENING
            ),
            default=-1,
        )

    def due(self, unit: Unit) -> int:
        """Return the last day on which a person of a unit is not late (law 5)."""
        if unit.leaves_by is None:
            return self.mission.deadline
        return min(self.mission.deadline, self.mission.day(unit.leaves_by))

    def leaving(self, site: str) -> tuple[Trip, ...]:
        """Return the movements that start at a place, in their order."""
        return tuple(trip for trip in self.trips if trip.trail.start == site)

    def coming(self, site: str) -> tuple[Trip, ...]:
        """Return the movements that end at a place, in the order of departure."""
        return tuple(trip for trip in self.trips if trip.trail.end == site)

    def on(self, day: int) -> str:
        """Return a day as a date in words."""
        return self.language.date(self.mission.date(day))

    def between(self, first: date, last: date) -> str:
        """Return two days in words, such as 2023-08-01 to 2023-08-03."""
        return self.language.text("{first} to {last}", first=first, last=last)
