"""What a page of news says, read as a whole."""

from dataclasses import dataclass

from drawdown.reading.clause import Clause
from drawdown.reading.document import Document
from drawdown.reading.news.actors import Actor, actors_of
from drawdown.reading.news.claims import Claim, claims_of
from drawdown.reading.news.cues import cues_for
from drawdown.reading.news.sentences import sentences_of

__all__ = ["NewsReading", "read_news"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsReading:
    """What is found in a page of news or a statement."""

    actors: tuple[Actor, ...] = ()
    claims: tuple[Claim, ...] = ()
    clauses: tuple[Clause, ...] = ()
    """What is decided, asked or urged, with dated limits."""
    events: tuple[object, ...] = ()
    amounts: tuple[object, ...] = ()
    relations: tuple[object, ...] = ()


def read_news(document: Document) -> NewsReading:
    """Return what a page of news says."""
    cues = cues_for(document.language)
    parts = [s for s in document.segments if s.type in ("headline", "body")]
    sentences = sentences_of(
        document.text,
        [(s.start, s.end) for s in parts],
        headlines=[(s.start, s.end) for s in parts if s.type == "headline"],
    )
    actors = actors_of(document.text, sentences, cues)
    return NewsReading(
        actors=actors, claims=claims_of(document.text, sentences, actors, cues)
    )
