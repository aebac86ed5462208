"""What is policy and not fact: the weights of the values, and how to plan."""

from dataclasses import dataclass

from drawdown.mission.row import Row
from drawdown.quantities import Count, NonNegative, Share


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights(Row):
    """What one unit of each value weighs, in USD ([weights] of mission.toml)."""

    people_late: NonNegative = 50_000.0
    """USD a person-day after the deadline."""
    attacks: NonNegative = 800_000.0
    """USD an expected attack."""
    protection_gap: NonNegative = 4.0
    """USD a threatened person-day that a closure leaves unprotected."""
    loss: NonNegative = 1.0
    money: NonNegative = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Planning(Row):
    """How to plan ([planning] of mission.toml)."""

    overrun_days: Count = 30
    """Days after the deadline that a plan may use, at the price of lateness."""
    lexicographic: bool = False
    """Serve the five values strictly in their order, instead of by weight."""
    concession: Share | None = None
    """With `lexicographic`: the share by which a value may be exceeded once the values
    after it have their turn; absent: its gap that is proven, but no more than 0.01."""
