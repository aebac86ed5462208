"""The decision that ends the mission: its dates, powers and deliverables."""

from dataclasses import dataclass
from datetime import date

from drawdown.mission.row import Row
from drawdown.quantities import Identifier, NonNegative


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority(Row):
    """A power that holds for some days ([[authority]] of mission.toml)."""

    authority_id: Identifier
    name: str
    start: date | None = None
    end: date | None = None
    """The last day on which it holds (law 2)."""
    protects: bool = False
    """It allows to respond to threats to civilians (law 22)."""
    radius_km: NonNegative | None = None
    """Within this distance of a site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deliverable(Row):
    """Something due on a date ([[deliverable]] of mission.toml)."""

    deliverable_id: Identifier
    name: str
    party: str = ""
    due: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Row):
    """What the Council decided ([decision] of mission.toml)."""

    symbol: str = ""
    adopted: date | None = None
    cessation: date | None = None
    """The day on which operations cease."""
    deadline: date
    """The last day by which everyone is out, but those who remain."""
    liquidation_from: date | None = None
    liquidation_to: date | None = None
