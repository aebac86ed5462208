"""Evidence of what an import fills in because the source does not have it."""

from drawdown.quantities import Confidence, Evidence


def assumed(note: str) -> Evidence:
    """Return the evidence of something that nobody said."""
    return Evidence(confidence=Confidence.ASSUMED, note=note)
