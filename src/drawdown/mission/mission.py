"""The mission: all that is known before a plan is made."""

from dataclasses import dataclass
from datetime import date, timedelta

from drawdown.mission.actuals import ClosureActual, DepartureActual
from drawdown.mission.decision import Authority, Decision, Deliverable
from drawdown.mission.duties import Community, Task, Threat
from drawdown.mission.lots import Lot
from drawdown.mission.policy import Planning, Weights
from drawdown.mission.routes import Hazard, Leg, Permit, Route, Window
from drawdown.mission.row import Row
from drawdown.mission.sites import Crew, Exit, Node, Site, Step
from drawdown.mission.transport import Fleet
from drawdown.mission.units import Escort, Unit
from drawdown.quantities import Identifier


@dataclass(frozen=True, slots=True, kw_only=True)
class Header(Row):
    """Which mission it is ([mission] of mission.toml)."""

    mission_id: Identifier
    name: str
    host_state: str = ""
    start: date
    """Day 0."""
    as_of: date | None = None
    """What the tables know; absent: the day before the start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mission:
    """One mission folder or workbook, read and checked."""

    header: Header
    decision: Decision
    authorities: tuple[Authority, ...] = ()
    deliverables: tuple[Deliverable, ...] = ()
    weights: Weights = Weights()  # noqa: RUF009 (frozen)
    planning: Planning = Planning()  # noqa: RUF009 (frozen)
    sites: tuple[Site, ...] = ()
    steps: tuple[Step, ...] = ()
    crews: tuple[Crew, ...] = ()
    nodes: tuple[Node, ...] = ()
    exits: tuple[Exit, ...] = ()
    units: tuple[Unit, ...] = ()
    escorts: tuple[Escort, ...] = ()
    lots: tuple[Lot, ...] = ()
    fleets: tuple[Fleet, ...] = ()
    legs: tuple[Leg, ...] = ()
    routes: tuple[Route, ...] = ()
    windows: tuple[Window, ...] = ()
    hazards: tuple[Hazard, ...] = ()
    permits: tuple[Permit, ...] = ()
    tasks: tuple[Task, ...] = ()
    communities: tuple[Community, ...] = ()
    threats: tuple[Threat, ...] = ()
    closures_actual: tuple[ClosureActual, ...] = ()
    departures_actual: tuple[DepartureActual, ...] = ()

    def day(self, when: date) -> int:
        """Return the number of the day of a date; day 0 is the start (law 1)."""
        return (when - self.header.start).days

    def date(self, day: int) -> date:
        """Return the date of a numbered day."""
        return self.header.start + timedelta(days=day)

    @property
    def deadline(self) -> int:
        """Return the day of the withdrawal deadline."""
        return self.day(self.decision.deadline)

    @property
    def horizon(self) -> int:
        """Return the number of days of a plan: to the deadline, and the overrun."""
        return self.deadline + 1 + self.planning.overrun_days
