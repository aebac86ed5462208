"""Sites, and the steps and teams that closing them takes."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from drawdown.mission.row import Row
from drawdown.quantities import (
    Count,
    Days,
    Identifier,
    Latitude,
    Longitude,
    NonNegative,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site(Row):
    """A base, camp, headquarters or other place where the mission is (sites.csv)."""

    site_id: Identifier
    name: str
    kind: str
    """Names the closing steps that hold for it (column ``site_kind`` of steps)."""
    sector: str = ""
    latitude: Latitude | None = None
    longitude: Longitude | None = None
    phase: Count | None = None
    """The phase in which the mission itself meant to close it; information only."""
    airfield: str = ""
    """What lands there; information only: flights need legs."""
    running_cost: NonNegative = 0.0
    """USD a day while the site is open."""
    beds: Count | None = None
    """People who can be there at the end of a day; absent: no limit is known."""
    yard: Count | None = None
    """Items (containers and vehicles) that can be there; absent: no limit is known."""
    packing_per_day: NonNegative
    """Packing effort a day: items times their ``effort``."""
    disposal_per_day: NonNegative = 0.0
    """Items a day that can be given, sold or destroyed on the spot."""
    guard_minimum: Count = 0
    """Guard-capable people at the end of each day while the site is open (law 6)."""
    thin_out_days: Count = 0
    """The last days before the closing day on which fewer are enough."""
    thin_out_minimum: Count = 0
    """How many are enough on those days."""
    close_not_before: date | None = None
    close_by: date | None = None
    liquidation: bool = False
    """Stays open past the deadline, with those who remain (law 18)."""
    liquidation_guard: Count = 0
    """People who must remain there after the deadline."""
    counterpart: str = ""
    """The civilian authority that takes the site; empty: it can only be left."""
    counterpart_from: date | None = None
    counterpart_to: date | None = None

    def __post_init__(self) -> None:
        if self.close_not_before and self.close_by:  # noqa: SIM102
            if self.close_not_before > self.close_by:
                raise ValueError(
                    f"close_not_before {self.close_not_before} is after "
                    f"close_by {self.close_by}"
                )
        if self.thin_out_minimum > self.guard_minimum:
            raise ValueError(
                f"thin_out_minimum {self.thin_out_minimum} is above "
                f"guard_minimum {self.guard_minimum}"
            )


class Timing(StrEnum):
    """When a step is done."""

    OPENING = "opening"
    """Before packing may begin: notice, inventory."""
    CLOSING = "closing"
    """Before the closing day: clearance, inspection, handover."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Row):
    """One step of closing a site of some kind (steps.csv)."""

    step_id: Identifier
    site_kind: str
    name: str
    timing: Timing
    after: tuple[Identifier, ...] = ()
    """Steps (of the same kind of site) that must have ended the day before."""
    days: Count
    """Whole days that it takes; at least one."""
    crew: Identifier
    teams: Count = 1
    needs_counterpart: bool = False
    """It is done with the civilian counterpart present (law 17)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crew(Row):
    """Teams of one kind that the mission has for steps and handovers (crews.csv)."""

    crew_id: Identifier
    name: str = ""
    teams: Count


@dataclass(frozen=True, slots=True, kw_only=True)
class Node(Row):
    """A junction or town where legs meet and the mission has no site (nodes.csv)."""

    node_id: Identifier
    name: str
    latitude: Latitude | None = None
    longitude: Longitude | None = None


class ExitKind(StrEnum):
    """What an exit is."""

    PORT = "port"
    AIRPORT = "airport"
    BORDER = "border"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exit(Row):
    """A place where the mission's responsibility ends (exits.csv)."""

    exit_id: Identifier
    name: str
    country: str = ""
    kind: ExitKind
    latitude: Latitude | None = None
    longitude: Longitude | None = None
    items_per_day: Count | None = None
    """Items that can pass in a day; absent: no limit is known."""
    persons_per_day: Count | None = None
    """People who can pass in a day; absent: no limit is known."""
    open_from: date | None = None
    open_to: date | None = None


__all__ = ["Crew", "Days", "Exit", "ExitKind", "Node", "Site", "Step", "Timing"]
