"""What really happened, as far as somebody reported it; no plan reads it."""

from dataclasses import dataclass
from datetime import date

from drawdown.mission.row import Row
from drawdown.quantities import Count, Identifier


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosureActual(Row):
    """When a site was really closed, and when the mission had meant to close it.

    It is shown beside a plan; planning and verifying ignore it, and it may be filled
    in while a plan is carried out.
    """

    site_id: Identifier
    planned_from: date | None = None
    """The first day of the closing window that the mission itself had announced."""
    planned_to: date | None = None
    """The last day of that window."""
    departed: date | None = None
    """The day on which the last people left; absent: not yet, or not known."""
    handed_over: date | None = None
    """The day of the formal handover; absent: none is known."""
    handed_to: str = ""
    """Who took the site."""
    how: str = ""
    """How it was handed over: ceremony, papers signed elsewhere, none …"""
    documents: str = ""
    """The papers that were handed over."""
    condition: str = ""
    """In which state it was left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DepartureActual(Row):
    """How many people had really left by the end of a day, since day 0.

    It is shown beside a plan; planning and verifying ignore it.
    """

    on: date
    persons: Count | None = None
    """All who had left by then, as reported; absent: not said."""
    uniformed: Count | None = None
    """Of them troops and police; absent: not said."""
    civilian: Count | None = None
    """Of them civilians; absent: not said."""
    approximate: bool = False
    """The source says about, almost or more than."""

    def __post_init__(self) -> None:
        if self.persons is None and self.uniformed is None and self.civilian is None:
            raise ValueError("no number is given: fill in persons or uniformed")
