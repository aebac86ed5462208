"""Where the actors of a page are named, for quick look-up."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from drawdown.reading.news.actors import Actor

__all__ = ["Place", "Places"]


@dataclass(frozen=True, slots=True)
class Place:
    """One mention of an actor."""

    start: int
    end: int
    actor: Actor
    owns: bool
    """It is a possessive: "Trump's order"."""


@dataclass(slots=True)
class Places:
    """The mentions of all actors, in order of the text."""

    text: str
    actors: Sequence[Actor]
    _sorted: list[Place] = field(init=False)
    _starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        found = [
            Place(m.start, m.end, actor, self.text[m.end : m.end + 2] in {"'s", "’s"})
            for actor in self.actors
            for m in actor.mentions
        ]
        self._sorted = sorted(found, key=lambda p: (p.start, -p.end))
        self._starts = [p.start for p in self._sorted]

    def inside(self, start: int, end: int) -> Iterator[Place]:
        """Yield the mentions between two places of the text."""
        for k in range(bisect_left(self._starts, start), len(self._sorted)):
            place = self._sorted[k]
            if place.start >= end:
                return
            if place.end <= end:
                yield place

    def back_from(self, end: int) -> Iterator[Place]:
        """Yield the mentions that start before a place, the nearest first."""
        for k in range(bisect_left(self._starts, end) - 1, -1, -1):
            yield self._sorted[k]
