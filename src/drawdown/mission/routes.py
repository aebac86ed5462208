"""Legs, routes, and what closes, slows, endangers or permits a movement on them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from drawdown.mission.row import Row
from drawdown.quantities import Count, Days, Identifier, NonNegative, Share


class Mode(StrEnum):
    """How a leg is travelled."""

    ROAD = "road"
    AIR = "air"
    RIVER = "river"
    SEA = "sea"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg(Row):
    """One stretch between two places, in both directions unless one-way (legs.csv)."""

    leg_id: Identifier
    from_id: Identifier
    to_id: Identifier
    name: str = ""
    mode: Mode
    length_km: NonNegative | None = None
    days: Days
    """Transit in days; parts of a day add up along a route."""
    one_way: bool = False
    per_day: Count
    """Movements that can enter the leg in one direction on one day."""
    convoy_vehicles: Count = 0
    """Vehicles of one movement: trucks and what drives itself (roads)."""
    convoy_persons: Count = 0
    """Persons of one movement (roads)."""
    escorts: Count = 0
    """Escort companies that each movement needs."""
    secure: bool = False
    """Sensitive items may go without escort: guarded by others, or by air."""
    fleet_id: Identifier | None = None
    """The fleet that must carry a movement (air, river, sea)."""
    cost_movement: NonNegative = 0.0
    """USD a movement."""
    cost_vehicle: NonNegative = 0.0
    """USD a vehicle of the movement (trucks, loaded or empty, and self-driving)."""
    cost_person: NonNegative = 0.0
    """USD a person."""
    permit_zone: Identifier | None = None
    """Where permits.csv says how long clearance takes and how often it is refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Route(Row):
    """A chain of legs that movements run along (routes.csv).

    A movement starts and ends only at sites and exits. ``two_way`` adds the same
    chain backwards under the id ``<route_id>~``.
    """

    route_id: Identifier
    from_id: Identifier
    to_id: Identifier
    legs: tuple[Identifier, ...]
    two_way: bool = False
    corridor: str = ""
    """The name of the corridor it belongs to; information only."""


class WindowState(StrEnum):
    """What a window does to a leg."""

    CLOSED = "closed"
    SLOW = "slow"


@dataclass(frozen=True, slots=True, kw_only=True)
class Window(Row):
    """Days on which a leg is closed or slow (windows.csv); both ends included."""

    window_id: Identifier
    leg_id: Identifier
    start: date
    end: date
    state: WindowState = WindowState.CLOSED
    extra_days: Days = 0.0
    """Added to the leg's days for a movement that enters it in a slow window."""
    reason: str = ""

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"end {self.end} is before start {self.start}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hazard(Row):
    """Expected attacks for each passage of a leg on some days (hazards.csv).

    A passage counts on the day on which it begins; days without a row: 0.
    """

    leg_id: Identifier
    start: date | None = None
    end: date | None = None
    attacks: NonNegative


@dataclass(frozen=True, slots=True, kw_only=True)
class Permit(Row):
    """Clearance by the host State in one zone and mode (permits.csv)."""

    permit_zone: Identifier
    mode: Mode
    start: date | None = None
    end: date | None = None
    lead_days: Count
    """A movement is asked for at least so many days before it starts."""
    refusal: Share = 0.0
    """The share of requests that is refused."""
