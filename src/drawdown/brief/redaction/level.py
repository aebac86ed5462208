"""The levels of redaction."""

from enum import StrEnum

__all__ = ["Level"]


class Level(StrEnum):
    """How much is left out of a briefing."""

    NONE = "none"
    """Nothing: for the mission itself."""
    PARTNER = "partner"
    """For those the mission works with: no unit at its place, no community by name, no
    movement by its day."""
    PUBLIC = "public"
    """For everybody: sites, dates of the decision and of closings, totals."""
