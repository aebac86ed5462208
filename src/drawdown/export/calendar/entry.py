"""One entry of the calendar: all-day, over one or more days."""

from dataclasses import dataclass
from datetime import date


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
