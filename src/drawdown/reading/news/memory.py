"""What a reader keeps in mind in a page: who spoke, who was named, and where."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field

from drawdown.reading.news.actors import Actor
from drawdown.reading.news.cues import Cues
from drawdown.reading.news.places import Place, Places
from drawdown.reading.news.sentences import Sentence

__all__ = ["NOBODY", "Memory", "Source"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Whose word it is."""

    name: str | None
    """None if the text names nobody."""
    pronoun: str | None = None
    """The pronoun or role that was resolved."""
    channel: bool = False
    """A news medium or an agency."""
    issued: bool = False
    """It issued a statement, and "the statement" is its word."""
    kind: str = "thing"
    """person, group (several) or thing (an organisation, a State)."""


NOBODY = Source(name=None)


@dataclass(slots=True, kw_only=True)
class Memory:
    """The page so far: its actors, its sentences, the sources named."""

    text: str
    actors: tuple[Actor, ...]
    lex: Cues
    sentences: tuple[Sentence, ...]
    earlier: list[tuple[int, Source]] = field(default_factory=list)
    """The sources so far, with the place where each was named."""
    places: Places = field(init=False)
    starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.places = Places(self.text, self.actors)
        self.starts = [sentence.start for sentence in self.sentences]

    def keep(self, place: int, source: Source) -> None:
        """Keep a source in mind for the pronouns that follow."""
        if source.name is not None:
            self.earlier.append((place, source))

    def reach(self, place: int, count: int) -> int:
        """Return where the sentence so many before the one of a place starts."""
        k = bisect_right(self.starts, place) - 1
        return self.starts[max(0, k - count)] if self.starts else 0

    def person_before(self, place: int) -> Source | None:
        """Return the person that he or she is: the last who spoke, or was named."""
        near = self.earlier[-1] if self.earlier else None
        if near and near[0] >= self.reach(place, 2) and self._may_be_person(near[1]):
            return near[1]
        found = self._first_of_last(place, lambda p: p.actor.type == "person")
        if found is not None:
            return Source(name=found.name, kind="person")
        return next((s for _, s in reversed(self.earlier) if s.kind == "person"), None)

    def _may_be_person(self, source: Source) -> bool:
        """Tell whether a source is a person, or a bare surname that can be one."""
        if source.kind == "person":
            return True
        named = [a for a in self.actors if a.name == source.name]
        return any(
            a.type == "organisation" and a.name.isalpha() and a.name.istitle()
            for a in named
        )

    def group_before(self, place: int) -> Source | None:
        """Return the group that they are: the last that spoke, else no person."""
        near = self.recent(place, 6)
        groups = [source for source in near if source.kind == "group"]
        bodies = [source for source in near if source.kind != "person"]
        if groups or bodies:
            return (groups or bodies)[-1]
        return near[-1] if near else self.subject_before(place)

    def thing_before(self, place: int) -> Source | None:
        """Return the organisation or State that "it" is."""
        for source in reversed(self.recent(place, 2)):
            if source.kind != "person":
                return source
        return self.subject_before(place)

    def recent(self, place: int, count: int) -> list[Source]:
        """Return the sources of so many sentences before a place, in order."""
        floor = self.reach(place, count)
        found: list[Source] = []
        for at, source in reversed(self.earlier):
            if at < floor:
                break
            if at < place:
                found.append(source)
        return found[::-1]

    def subject_before(self, place: int) -> Source | None:
        """Return the first organisation or State of the sentence, or the one before."""
        found = self._first_of_last(place, lambda p: p.actor.type != "person")
        return Source(name=found.name) if found is not None else None

    def state_before(self, place: int, floor: int) -> Source | None:
        """Return the first State of the sentence, else the one named last before it."""
        first: Place | None = None
        for found in self.places.back_from(place):
            if found.actor.type != "state":
                continue
            if found.start < floor:
                first = first or found
                break
            first = found
        return Source(name=first.actor.name) if first is not None else None

    def _first_of_last(self, place: int, fits: Callable[[Place], bool]) -> Actor | None:
        """Return the first fitting actor of the last sentence that names one."""
        best: Place | None = None
        floor = -1
        for found in self.places.back_from(place):
            if best is not None and found.start < floor:
                break
            if not fits(found) or found.owns:
                continue
            if best is None:
                floor = self.reach(found.start, 0)
            best = found
        if best is None:
            best = next((p for p in self.places.back_from(place) if fits(p)), None)
        return best.actor if best is not None else None
