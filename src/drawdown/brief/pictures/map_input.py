"""What a map shows: places, legs, communities, and their states on some days."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

__all__ = [
    "HAZARD_LIMITS",
    "CommunityState",
    "Hazard",
    "LegMode",
    "MapCommunity",
    "MapFrame",
    "MapInput",
    "MapLeg",
    "MapPlace",
    "MapWords",
    "PlaceKind",
    "SiteState",
    "hazard_of",
]

SiteState = Literal["open", "closing", "handed_over", "left", "liquidation"]
CommunityState = Literal["in", "out"]
PlaceKind = Literal["site", "exit", "node"]
LegMode = Literal["road", "air", "river", "sea"]
Hazard = Literal["none", "low", "medium", "high"]

HAZARD_LIMITS = (0.01, 0.05, 0.2)
"""Expected attacks for each passage from which a leg is low, medium, high."""


def hazard_of(attacks: float) -> Hazard:
    """Return the class of a leg with so many expected attacks for each passage."""
    low, medium, high = HAZARD_LIMITS
    if attacks >= high:
        return "high"
    if attacks >= medium:
        return "medium"
    return "low" if attacks >= low else "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPlace:
    """A site, an exit, or a node where legs meet."""

    place_id: str
    name: str
    longitude: float
    latitude: float
    kind: PlaceKind = "site"


@dataclass(frozen=True, slots=True, kw_only=True)
class MapLeg:
    """A stretch between two places."""

    leg_id: str
    name: str
    from_id: str
    to_id: str
    mode: LegMode = "road"
    uses: int = 0
    """Movements of the whole plan that run along it; they make it wide."""
    hazard: Hazard = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class MapCommunity:
    """A populated place that a site can protect."""

    community_id: str
    name: str
    longitude: float
    latitude: float


@dataclass(frozen=True, slots=True, kw_only=True)
class MapFrame:
    """How things stand at the end of one day."""

    caption: str
    """The day, and why it is shown: ``30 September 2023: authority ends``."""
    description: str
    """The same state in words, for those who do not see the picture."""
    sites: Mapping[str, SiteState]
    communities: Mapping[str, CommunityState] = field(default_factory=dict)
    closed_legs: frozenset[str] = frozenset()
    uses: Mapping[str, int] | None = None
    """Movements along each leg since the frame before; absent: of the whole plan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapWords:
    """The words of the legend, translated."""

    states: Mapping[SiteState, tuple[str, str]]
    """The letter and the meaning of each state of a site: ``("O", "open")``."""
    communities: Mapping[CommunityState, str]
    hazards: Mapping[Hazard, str]
    modes: Mapping[LegMode, str]
    closed_leg: str
    exit: str
    uses: str
    """What the width of a line means: ``wider: more movements``."""
    scale: str
    """The unit of the scale bar: ``km``."""
    scroll: str
    """The name of the region that scrolls on a narrow screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapInput:
    """A map of one mission with its states on some days."""

    key: str
    """Makes the identifiers of the page's elements unique."""
    title: str
    description: str
    places: tuple[MapPlace, ...]
    legs: tuple[MapLeg, ...]
    communities: tuple[MapCommunity, ...]
    host: str
    """The host State's code in the boundary set (ISO 3166 alpha-2, ``ML``), or ""."""
    area_names: Mapping[str, str]
    """The names of States to be written, by their code in the boundary set."""
    first: MapFrame
    """The state that the large map shows before anybody moves the slider."""
    frames: tuple[MapFrame, ...]
    """The states side by side."""
    words: MapWords
