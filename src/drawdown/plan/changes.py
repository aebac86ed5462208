"""What changed between two plans: one entry for each thing, before and after."""

from dataclasses import asdict, dataclass
from typing import TypeAlias

Figure: TypeAlias = str | int | float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that is not the same in two plans."""

    part: str
    """The part of the plan: sites, movements, dispositions, …"""
    name: str
    """The site, movement, lot, task, unit or figure."""
    what: str
    """What of it."""
    before: Figure = None
    """Absent: it is not in the first plan."""
    after: Figure = None
    """Absent: it is not in the second plan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDiff:
    """All that is not the same in two plans."""

    changes: tuple[Change, ...]

    @property
    def same(self) -> bool:
        """Whether nothing changed."""
        return not self.changes

    def of(self, part: str) -> tuple[Change, ...]:
        """Return the changes of one part of the plan."""
        return tuple(change for change in self.changes if change.part == part)

    def as_json(self) -> dict[str, object]:
        """Return what is printed by ``drawdown diff --json``."""
        parts = {part: [_entry(c) for c in self.of(part)] for part in PARTS}
        return {"same": self.same, **parts}


PARTS = ("sites", "movements", "dispositions", "handovers", "releases", "figures")


def _entry(change: Change) -> dict[str, object]:
    entry = asdict(change)
    del entry["part"]
    return entry
