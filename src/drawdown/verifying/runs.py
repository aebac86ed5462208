"""Days in a row on which something is too much."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

TOLERANCE = 1e-6
"""What sums of fractions may be off by."""


@dataclass(frozen=True, slots=True)
class Run:
    """Days in a row with an excess."""

    first: int
    last: int
    worst: float
    """The greatest excess."""
    day: int
    """The first day of the greatest excess."""


def runs(excess: NDArray[np.int64] | NDArray[np.float64]) -> Iterator[Run]:
    """Yield the runs of days on which an excess is above zero."""
    over = excess > TOLERANCE
    if not over.any():
        return
    edges = np.flatnonzero(np.diff(np.concatenate(([False], over, [False]))))
    for first, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        day = first + int(np.argmax(excess[first:end]))
        yield Run(first, end - 1, float(excess[day]), day)
