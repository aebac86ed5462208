"""What a solver had found, second by second."""

from dataclasses import dataclass, field

USUAL_SPACING = 1.0
"""Seconds between two better bounds that are kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """Where a solver stood: amounts in USD, absent if there were none yet."""

    seconds: float
    value: float | None = None
    """Of the best plan so far in which everything and everybody has an end."""
    priced: float | None = None
    """Of the best solution so far, with a price for what has no end."""
    bound: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelSize:
    """How large the whole day model is."""

    rows: int
    columns: int
    entries: int
    """Entries of the matrix that are not 0."""
    whole: int
    """Columns that are whole by themselves; the others follow from these."""


@dataclass(slots=True, kw_only=True)
class Timeline:
    """The course of one solver on one mission."""

    solver: str
    case: str
    """The mission: a scale, or a name."""
    seed: int | None = None
    """Of the generated mission; absent if it was not generated."""
    limit: float
    """Seconds that the solver had."""
    points: list[Point] = field(default_factory=list)
    laid_out: float | None = None
    """Seconds for laying out the model, before the clock starts; absent if the planner
    lays out its own, within its time."""
    size: ModelSize | None = None
    loaded: float | None = None
    """Seconds for bringing it into the form of the solver, before the clock starts."""
    memory: float | None = None
    """GiB at the peak, all processes together; absent where it cannot be read."""
    seconds: float = 0.0
    """Until the solver returned or was ended."""
    ended: str = ""
    judged: str = ""
    """What the verifier says of the last plan; empty without a plan."""

    def add(self, point: Point) -> None:
        """Add a point, if it says anything new."""
        before = self.points[-1] if self.points else Point(seconds=0.0)
        new = Point(
            seconds=point.seconds,
            value=_better(before.value, point.value, min),
            priced=_better(before.priced, point.priced, min),
            bound=_better(before.bound, point.bound, max),
        )
        if _found(new) == _found(before) and new.bound == before.bound:
            return
        if (
            len(self.points) > 1
            and _found(new) == _found(before) == _found(self.points[-2])
            and new.seconds - self.points[-2].seconds < USUAL_SPACING
        ):
            # Bounds can come by the thousand: of those within a second the last stays.
            self.points.pop()
        self.points.append(new)

    def at(self, seconds: float) -> Point:
        """Return where the solver stood after so many seconds."""
        past = [point for point in self.points if point.seconds <= seconds]
        return past[-1] if past else Point(seconds=seconds)

    @property
    def last(self) -> Point:
        """Return where the solver stood in the end."""
        return self.points[-1] if self.points else Point(seconds=self.seconds)

    @property
    def first(self) -> float | None:
        """Return the seconds to the first plan."""
        return next((p.seconds for p in self.points if p.value is not None), None)


def gap(point: Point) -> float | None:
    """Return (value − bound) / value (docs/law, §25)."""
    if not point.value or point.bound is None:
        return None
    return (point.value - point.bound) / point.value


def _found(point: Point) -> tuple[float | None, float | None]:
    return point.value, point.priced


def _better(old, new, choose):
    known = [amount for amount in (old, new) if amount is not None]
    return choose(known) if known else None
