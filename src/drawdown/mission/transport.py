"""Fleets: trucks that stand somewhere, aircraft and boats that make sorties."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from drawdown.mission.row import Row
from drawdown.quantities import Count, Identifier


class FleetKind(StrEnum):
    """What a fleet is made of."""

    TRUCK = "truck"
    """Carries one item that is ``carried_by`` truck; stands somewhere."""
    LOW_LOADER = "low_loader"
    """Carries one item that is ``carried_by`` low_loader; stands somewhere."""
    AIRCRAFT = "aircraft"
    """Flies sorties."""
    VESSEL = "vessel"
    """Barges and ships; makes voyages."""

    @property
    def stands(self) -> bool:
        """Whether its vehicles are somewhere and move only by movements (law 13)."""
        return self in (FleetKind.TRUCK, FleetKind.LOW_LOADER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fleet(Row):
    """Transport of one kind with its home and its days of service (fleets.csv)."""

    fleet_id: Identifier
    name: str = ""
    kind: FleetKind
    home_id: Identifier
    """The site or exit where its trucks stand on their first and last day."""
    count: Count = 0
    """Vehicles fit for use (trucks, low-loaders)."""
    available_from: date | None = None
    available_to: date | None = None
    """The last day of service; trucks must then stand at home."""
    sorties_per_week: Count = 0
    """Movements in each week counted from day 0 (aircraft, vessels)."""
    seats: Count = 0
    """Persons a sortie."""
    slots: Count = 0
    """Items a sortie."""
