"""A boundary set: areas, and the lines around and between them."""

from dataclasses import dataclass
from typing import Literal

from drawdown.brief.boundaries.simplify import Point

__all__ = ["Area", "Boundaries", "Line", "LineKind"]

LineKind = Literal["coast", "border", "disputed"]
"""``coast`` has an area on one side only; ``disputed`` is a border not agreed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A State or territory; what it is called and where it ends takes no side."""

    code: str
    """ISO 3166-1 alpha-2 (or what the file has); "" where there is none."""
    name: str
    rings: tuple[tuple[Point, ...], ...]
    """Closed rings of longitude and latitude; holes are rings as well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A stretch of coast or border."""

    kind: LineKind
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Boundaries:
    """What a map draws below everything else."""

    source: str
    """What is said below the map: who made it, and its licence."""
    areas: tuple[Area, ...]
    lines: tuple[Line, ...]

    def code_of(self, name: str) -> str:
        """Return the code of the area with this name or code, or ""."""
        wanted = name.casefold().strip()
        for area in self.areas:
            if area.code and wanted in (area.name.casefold(), area.code.casefold()):
                return area.code
        return ""
