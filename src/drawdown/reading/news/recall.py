"""What a short name stands for that a page has used in full before."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drawdown.reading.news.memory import Memory, Source
from drawdown.reading.news.words import Word

__all__ = ["Recall"]

BODIES = frozenset(
    {
        "organisation",
        "organization",
        "ong",
        "ngo",
        "group",
        "groupe",
        "agency",
        "agence",
    }
)


@dataclass(slots=True, kw_only=True)
class Recall(Memory):
    """A memory that knows "the government", "the spokesperson", "the mission"."""

    def head_of_state(self, low: str, place: int) -> Source | None:
        """Return the president named before for "the head of state"."""
        if not re.match(r"chef de l['’]état|head of state", low):
            return None
        for actor in self.actors:
            role = (actor.role or "").lower()
            named = any(m.start < place for m in actor.mentions)
            if named and re.search(r"\bpr[eé]sident", role):
                return Source(name=actor.name, pronoun=low, kind="person")
        return None

    def again(self, words: Sequence[Word]) -> Source | None:
        """Return what "the government" or "the spokesperson" was called before."""
        head = words[0 if self.lex.language == "fr" else -1].low
        if head in {"mission", "force", "peacekeepers"}:
            return self.mission()
        if head in BODIES:
            bodies = [s for s in self.recent(words[0].start, 3) if s.kind == "thing"]
            return bodies[-1] if bodies else None
        for _, source in reversed(self.earlier):
            name = (source.name or "").lower()
            if re.search(rf"\b{re.escape(head)}\b", name) and len(name.split()) > len(
                words
            ):
                return source
        for actor in self.actors:
            role = (actor.role or "").lower()
            before = [m for m in actor.mentions if m.start < words[0].start]
            if not before:
                continue
            if head in role.split() and head in self.lex.words["roles"]:
                return Source(name=actor.name, kind="person")
            if head in actor.name.lower().split() and actor.type != "state":
                return Source(name=actor.name)
        return self.government(words)

    def mission(self) -> Source | None:
        """Return the mission that the page names most often."""
        missions = [a for a in self.actors if a.type == "mission"]
        best = max(missions, key=lambda a: len(a.mentions), default=None)
        return Source(name=best.name) if best is not None else None

    def government(self, words: Sequence[Word]) -> Source | None:
        """Return whose government "the government" is: of the State named most."""
        if words[-1].low not in {
            "government",
            "authorities",
            "junta",
            "gouvernement",
            "autorités",
            "junte",
        }:
            return None
        place = words[0].start
        states = [a for a in self.actors if a.type == "state"]
        best = max(
            states,
            key=lambda a: sum(m.start < place for m in a.mentions),
            default=None,
        )
        if best is None:
            return None
        phrase = words[-1].text
        name = (
            f"{best.name}’s {phrase}"
            if self.lex.language == "en"
            else f"{phrase} ({best.name})"
        )
        return Source(name=name, kind="thing")
