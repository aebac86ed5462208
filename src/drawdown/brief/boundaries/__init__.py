"""Land and borders for maps: the packaged set, or one that the reader has."""

from drawdown.brief.boundaries.boundaries import Area, Boundaries, Line, LineKind
from drawdown.brief.boundaries.packaged import packaged_boundaries
from drawdown.brief.boundaries.read import read_boundaries
from drawdown.brief.boundaries.simplify import Point, simplify

__all__ = [
    "Area",
    "Boundaries",
    "Line",
    "LineKind",
    "Point",
    "packaged_boundaries",
    "read_boundaries",
    "simplify",
]
