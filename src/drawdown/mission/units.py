"""Units of the contributing countries, and the escort companies that they provide."""

from dataclasses import dataclass
from datetime import date

from drawdown.mission.row import Row
from drawdown.quantities import Count, Identifier


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit(Row):
    """People of one country or kind at one site on day 0 (units.csv)."""

    unit_id: Identifier
    country: str = ""
    name: str = ""
    role: str = ""
    """infantry, police, engineers, medical, headquarters, civilian … (a task may ask
    for a role)."""
    site_id: Identifier
    strength: Count
    """Persons on day 0."""
    guard_capable: Count = 0
    """How many of them can guard a site."""
    leaves_by: date | None = None
    """The last day of the unit in the mission, whatever happens (law 7)."""
    remains: Count = 0
    """How many may remain at the (liquidation) site after the deadline (law 4)."""
    local: bool = False
    """Recruited locally: released at their site, they need no transport and no bed."""
    exits: tuple[Identifier, ...] = ()
    """The exits through which the unit may go home; empty: all that take people."""

    def __post_init__(self) -> None:
        if self.guard_capable > self.strength:
            raise ValueError(
                f"guard_capable {self.guard_capable} is above strength {self.strength}"
            )
        if self.remains > self.strength:
            raise ValueError(
                f"remains {self.remains} is above strength {self.strength}"
            )
        if self.local and self.guard_capable:
            raise ValueError("people recruited locally do not guard: guard_capable 0")


@dataclass(frozen=True, slots=True, kw_only=True)
class Escort(Row):
    """Companies of one unit that can accompany convoys (escorts.csv).

    Companies of the same ``group`` are interchangeable: one of them stands somewhere,
    goes with a convoy, and stands at its destination after its rest.
    """

    escort_id: Identifier
    group: Identifier
    unit_id: Identifier
    home_id: Identifier
    """The site where the companies stand on their first day."""
    companies: Count
    persons: Count
    """Persons of all these companies; they do not guard while they are escorts."""
    available_from: date | None = None
    available_to: date | None = None
    """The last day of service; absent: while the unit has the people."""
    rest_days: Count = 0
    """Days after arrival before a company can go again; the same in a group."""
    legs: tuple[Identifier, ...] = ()
    """Legs on which the group escorts; empty: all; the same in a group."""
