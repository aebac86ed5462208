"""Tasks, communities and the threat to them."""

from dataclasses import dataclass
from datetime import date

from drawdown.mission.row import Row
from drawdown.quantities import Count, Identifier, Latitude, Longitude, Share


@dataclass(frozen=True, slots=True, kw_only=True)
class Task(Row):
    """A mandated activity at one site, or of the whole mission (tasks.csv)."""

    task_id: Identifier
    name: str
    site_id: Identifier | None = None
    """Where it is done; absent: anywhere in the mission."""
    recipient: str = ""
    """Who takes it over; empty: nobody."""
    recipient_kind: str = ""
    ready: date | None = None
    """The day on which the recipient is ready; absent: not before the end."""
    handover_days: Count = 1
    """Days of handing over, with the people of ``role`` present."""
    latest: date | None = None
    """The last day on which it can still be handed over."""
    role: str = ""
    """A unit of this role must be at the site; empty: none."""
    crew: Identifier | None = None
    """Teams that the handover takes (crews.csv)."""
    teams: Count = 0
    must: bool = False
    """A plan that does not hand it over is not valid."""
    protects: bool = False
    """The recipient protects the communities of the site after the handover."""
    effect: Share = 0.0
    """The part of the task that the recipient can carry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Community(Row):
    """A populated place (communities.csv)."""

    community_id: Identifier
    name: str
    latitude: Latitude
    longitude: Longitude
    population: Count | None = None
    """Absent: unknown, and counted in no sum."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Threat(Row):
    """The share of a community that is under threat on these days (threats.csv)."""

    community_id: Identifier
    start: date | None = None
    end: date | None = None
    threat: Share
