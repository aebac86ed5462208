"""One line of the movement table: who or what goes with which movement."""

from dataclasses import dataclass
from datetime import date

from drawdown.mission.lots import Disposition
from drawdown.mission.routes import Mode
from drawdown.mission.row import Row
from drawdown.quantities import Count, Identifier


@dataclass(frozen=True, slots=True, kw_only=True)
class MovementLine(Row):
    """People of one unit, items of one lot, or the transport alone.

    What belongs to the movement as a whole stands on its first line; on the others
    it may be repeated or left empty.
    """

    uln: str = ""
    """Unit line number: the movement, and the number of the line; not read back."""
    movement: Identifier
    route: str = ""
    """A route of routes.csv, or the way back of one, with ``~`` at the end."""
    origin: str = ""
    """Information only, as are destination, mode and class: the route says it."""
    destination: str = ""
    mode: Mode | None = None
    ready_to_load: date | None = None
    """The day on which it departs."""
    arrives: date | None = None
    """The first day on which it counts at its destination (law 1)."""
    permit_asked: date | None = None
    escorts: tuple[str, ...] = ()
    """Companies by escort group, such as ``ALPHA=2``."""
    trucks: Count | None = None
    low_loaders: Count | None = None
    unit_id: Identifier | None = None
    persons: Count | None = None
    guards: Count | None = None
    lot_id: Identifier | None = None
    class_id: str = ""
    items: Count | None = None
    disposition: Disposition | None = None


SHARED = (
    "route",
    "ready_to_load",
    "arrives",
    "permit_asked",
    "escorts",
    "trucks",
    "low_loaders",
)
"""The columns that belong to the movement as a whole."""

NEEDED = ("route", "ready_to_load", "arrives")
"""Those of them that must stand on its first line."""
