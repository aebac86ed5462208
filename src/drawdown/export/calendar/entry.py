"""One entry of the calendar: all-day, over one or more days."""

from dataclasses import dataclass
from datetime import date

from drawdown.export.evidence import source_cells
from drawdown.language import Language
from drawdown.mission import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What happens, and on which days."""

    thing: str
    """Tells it from all other entries of its mission, and stays the same when its days
    change: ``closure/KIDAL``."""
    summary: str
    first: date
    last: date
    """Included."""
    category: str
    place: str = ""
    description: str = ""


def evidence_text(language: Language, row: Row, *columns: str) -> str:
    """Return in one sentence where a date comes from and how well it is known."""
    source, confidence = source_cells(row, *columns)
    shown = language.text(confidence) if confidence else ""
    if source and shown:
        return language.text(
            "Source: {source} ({confidence}).", source=source, confidence=shown
        )
    if source:
        return language.text("Source: {source}.", source=source)
    return language.text("Confidence: {confidence}.", confidence=shown) if shown else ""
