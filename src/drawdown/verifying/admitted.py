"""What of a plan can be replayed, entry by entry."""

from dataclasses import dataclass, field

from drawdown.mission import Disposition, Escort, Lot, Task, Unit
from drawdown.plan.plan import Closure
from drawdown.verifying.journeys import Journey
from drawdown.verifying.verdict import Violation


@dataclass(frozen=True, slots=True)
class Ending:
    """Items of a lot that end on the spot."""

    lot: Lot
    disposition: Disposition
    count: int
    day: int


@dataclass(frozen=True, slots=True)
class Leaving:
    """Local people who are released."""

    unit: Unit
    persons: int
    day: int


@dataclass(frozen=True, slots=True)
class Stand:
    """Companies that end their service."""

    escort: Escort
    companies: int
    site: str
    day: int


@dataclass(frozen=True, slots=True)
class Given:
    """A task that is handed over."""

    task: Task
    start: int
    end: int


@dataclass
class Admitted:
    """The parts of a plan that can be replayed, and what is wrong with the rest."""

    journeys: list[Journey] = field(default_factory=list)
    endings: list[Ending] = field(default_factory=list)
    leavings: list[Leaving] = field(default_factory=list)
    stands: list[Stand] = field(default_factory=list)
    given: dict[str, Given] = field(default_factory=dict)
    closures: dict[str, Closure] = field(default_factory=dict)
    violations: list[Violation] = field(default_factory=list)
