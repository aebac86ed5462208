"""Relations between actors that a page states: leads, accuses, partner of."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from drawdown.reading.document import Document
from drawdown.reading.lexicon import table
from drawdown.reading.news.actors import Actor
from drawdown.reading.news.claims import Claim
from drawdown.reading.news.places import Places
from drawdown.reading.news.sentences import Sentence
from drawdown.reading.span import Span

__all__ = ["Relation", "relations_of"]

BY_STANCE = {
    "accuse": "accuses",
    "criticize": "criticizes",
    "praise": "praises",
    "deny": "contradicts",
    "defend": "defends",
    "request": "asks",
    "demand": "demands_of",
    "threaten": "threatens",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation(Span):
    """One actor's relation to another, and the words that state it."""

    subject: str
    relation: str
    object: str
    claim: str | None = None
    """The claim that states it; None where the text itself does."""


def relations_of(
    document: Document,
    sentences: Sequence[Sentence],
    actors: Sequence[Actor],
    claims: Sequence[Claim],
) -> tuple[Relation, ...]:
    """Return the relations that a page states, in order of the text."""
    found = [
        *_of_claims(claims),
        *_of_roles(document, actors),
        *_of_words(document, sentences, actors, claims),
    ]
    return tuple(sorted(found, key=lambda r: (r.start, r.end, r.relation)))


def _of_claims(claims: Sequence[Claim]) -> Iterator[Relation]:
    """Yield "A accuses B" for a claim of A that is about B."""
    for claim in claims:
        relation = BY_STANCE.get(claim.stance)
        if relation is None or claim.source is None or not claim.about:
            continue
        for source in claim.source.split("; "):
            yield Relation(
                start=claim.start,
                end=claim.end,
                quote=claim.quote,
                subject=source,
                relation=relation,
                object=claim.about[0],
                claim=claim.id,
            )


def _of_roles(document: Document, actors: Sequence[Actor]) -> Iterator[Relation]:
    """Yield "X leads Y" and "X represents Y" from the office beside a name."""
    for person in actors:
        if person.type != "person" or not person.role:
            continue
        mention = next(
            (m for m in person.mentions if _beside(document, m, person)), None
        )
        if mention is None:
            continue
        span = _beside(document, mention, person)
        assert span is not None
        for other in actors:
            if other is not person and any(
                _named_in(person.role, a) for a in other.aliases
            ):
                yield Relation(
                    start=span[0],
                    end=span[1],
                    quote=document.text[span[0] : span[1]],
                    subject=person.name,
                    relation=_office(person.role, document.language),
                    object=other.name,
                )
                break


def _named_in(role: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", role) is not None


def _beside(document: Document, mention: Span, person: Actor) -> tuple[int, int] | None:
    """Return the stretch of role and name where they stand together."""
    role = (person.role or "").replace("’", "'")
    plain = document.plain
    low = max(0, mention.start - len(role) - 4)
    place = plain.find(role, low, mention.start)
    if place >= 0:
        return place, mention.end
    place = plain.find(role, mention.end, mention.end + len(role) + 8)
    return (mention.start, place + len(role)) if place >= 0 else None


def _office(role: str, language: str) -> str:
    words = set(re.findall(r"[\w-]+", role.lower()))
    offices = table(language, "relations")["offices"]
    for relation, names in offices.items():
        if words & set(names):
            return str(relation)
    return "belongs_to"


def _of_words(
    document: Document,
    sentences: Sequence[Sentence],
    actors: Sequence[Actor],
    claims: Sequence[Claim],
) -> Iterator[Relation]:
    """Yield what verbs and nouns between two actors state."""
    places = Places(document.text, actors)
    for sentence in sentences:
        inside = [
            (p.start, p.end, p.actor.name)
            for p in places.inside(sentence.start, sentence.end)
        ]
        for first, second in itertools.pairwise(inside):
            between = document.plain[first[1] : second[0]]
            relation = _stated(between, document.language)
            if relation is None or first[2] == second[2] or len(between) > 90:
                continue
            claim = next(
                (c for c in claims if c.cue.end <= first[0] and second[1] <= c.end),
                None,
            )
            yield Relation(
                start=first[0],
                end=second[1],
                quote=document.text[first[0] : second[1]],
                subject=first[2],
                relation=relation,
                object=second[2],
                claim=claim.id if claim else None,
            )


def _stated(between: str, language: str) -> str | None:
    for relation, pattern in _patterns(language):
        if pattern.search(between):
            return relation
    return None


@cache
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    verbs: dict[str, Any] = table(language, "relations")["between"]
    return tuple(
        (relation, re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE))
        for relation, forms in verbs.items()
    )
