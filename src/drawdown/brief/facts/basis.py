"""What a figure rests on: how well its inputs are known, and who says so."""

from collections.abc import Iterable
from dataclasses import dataclass

from drawdown.mission import Row
from drawdown.quantities import Confidence

__all__ = ["Basis", "basis", "together"]

ORDER = (Confidence.REPORTED, Confidence.DERIVED, Confidence.ASSUMED)
"""From the strongest to the weakest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """The weakest confidence of what a figure hangs on (law 27), and its sources."""

    confidence: Confidence | None = None
    """Absent: nothing says how well it is known."""
    sources: tuple[str, ...] = ()
    note: str = ""


def basis(row: Row, *columns: str) -> Basis:
    """Return the basis of some values of a row, or of the row as a whole."""
    parts = [row.evidence_of(name) for name in columns] or [row.evidence]
    return Basis(
        confidence=_weakest(part.confidence for part in parts),
        sources=tuple(dict.fromkeys(part.source for part in parts if part.source)),
        note="; ".join(dict.fromkeys(part.note for part in parts if part.note)),
    )


def together(parts: Iterable[Basis]) -> Basis:
    """Return the basis of a figure that is computed from several."""
    given = list(parts)
    return Basis(
        confidence=_weakest(part.confidence for part in given),
        sources=tuple(dict.fromkeys(s for part in given for s in part.sources)),
    )


def _weakest(given: Iterable[Confidence | None]) -> Confidence | None:
    """Return the weakest; a value of which nobody says it counts for nothing."""
    known = [ORDER.index(one) for one in given if one is not None]
    return ORDER[max(known)] if known else None
