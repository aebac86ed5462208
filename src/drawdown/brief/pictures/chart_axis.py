"""The axis of amounts: round numbers that are easy to read."""

import math

__all__ = ["ticks"]

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
WHOLE = (1.0, 2.0, 5.0, 10.0)
"""Steps of small amounts, which are counted and have no halves."""


def ticks(largest: float, wanted: int = 4) -> list[float]:
    """Return round numbers from 0 to the first that is not below the largest."""
    if largest <= 0 or not math.isfinite(largest):
        return [0.0, 1.0]
    rough = largest / wanted
    power = 10.0 ** math.floor(math.log10(rough))
    steps = STEPS if power > 1 else WHOLE
    step = next(s * power for s in steps if s * power >= rough * 0.999)
    if largest >= 1 > step:
        step = 1.0
    return [round(step * n, 10) for n in range(math.ceil(largest / step * 0.9999) + 1)]
