"""What a peer gets, and what it tells while it solves."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from against.day_model import DayModel
from against.timeline import Point

USD = 1000.0
"""Amounts are in thousand USD in the model, and in USD in a timeline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A model, a time for it, and who listens."""

    model: DayModel
    limit: float
    """Seconds from when the solver has the model."""
    threads: int
    tell: Callable[[Point], None]
    loaded: Callable[[float], None]
    """Called with the seconds that it took to bring the model into its own form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a peer ended."""

    ended: str
    seconds: float
    """Until it returned."""
    plan: np.ndarray | None
    """The values of its last solution in which nothing is unended."""
