"""One row of a Geo-PKO table: who was at a place by a map, or in a year."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Contributor:
    """Troops of one country, or of one type, at a place."""

    country: str
    """Empty: not known."""
    role: str = ""
    """Empty: not known."""
    strength: int | None
    """From the sizes of units; absent: the table says that it is not known."""
    units: int = 1
    """How many units they are, if the table does not say how large."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deployment:
    """One row of a Geo-PKO table."""

    source: str
    """The version of the table, the file and the row."""
    mission: str
    year: int
    month: int | None
    """Absent: the table tells years only."""
    map: str
    """The name of the map, if the table has it."""
    place: str
    country: str
    latitude: float | None
    longitude: float | None
    troops: int | None
    """Absent: not known, or not in this table."""
    contributors: tuple[Contributor, ...] = ()
    infantry: int | None = None
    headquarters: int | None = None
    """0: none, 1: of a contingent, 2: of a sector, 3: of the mission."""
    police: bool = False
    observers: bool = False

    @property
    def when(self) -> tuple[int, int]:
        """Return year and month; month 0 if the table tells years only."""
        return self.year, self.month or 0

    @property
    def strength(self) -> int:
        """Return the troops that are known."""
        named = sum(one.strength or 0 for one in self.contributors)
        return max(self.troops or 0, named)
