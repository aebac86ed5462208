"""A page of news or a statement, read as a whole."""

from dataclasses import dataclass

from drawdown.reading.clause import Clause
from drawdown.reading.document import Document
from drawdown.reading.news.actors import Actor, actors_of
from drawdown.reading.news.amounts import Amount, amounts_of
from drawdown.reading.news.answers import answered
from drawdown.reading.news.claims import Claim, claims_of
from drawdown.reading.news.cues import cues_for
from drawdown.reading.news.deadlines import deadlines_of
from drawdown.reading.news.durations import Duration, durations_of
from drawdown.reading.news.events import Event, events_of
from drawdown.reading.news.mentions import ends_of
from drawdown.reading.news.promises import Promise, promises_of
from drawdown.reading.news.relations import Relation, relations_of
from drawdown.reading.news.reported import reported_clauses
from drawdown.reading.news.sentences import Sentence, sentences_of
from drawdown.reading.news.times import Time, times_of

__all__ = ["News", "read_news"]


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What a page of news tells, each item with its place in the page."""

    document: Document
    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
    durations: tuple[Duration, ...]
    clauses: tuple[Clause, ...]
    """The acts of a decision that the page reports."""
    deadlines: tuple[Clause, ...]
    """Limits that the page states, or that a party wants."""
    promises: tuple[Promise, ...]
    """What parties say that they will do."""
    amounts: tuple[Amount, ...]
    actors: tuple[Actor, ...]
    relations: tuple[Relation, ...]
    times: tuple[Time, ...]
    """Every expression of time, the document's own date line included."""


def read_news(document: Document) -> News:
    """Return what a page of news tells; nothing comes out of its clutter."""
    lex = cues_for(document.language)
    sentences = _sentences(document)
    actors = actors_of(document.text, sentences, lex)
    told = claims_of(document.text, sentences, actors, lex)
    claims = answered(told, actors, document.language)
    times = times_of(document)
    clauses = reported_clauses(document, sentences, times, actors)
    own = _outside(claims, clauses)
    return News(
        document=document,
        claims=own,
        events=events_of(document, times, sentences, own),
        durations=durations_of(document, [(t.start, t.end) for t in times]),
        clauses=clauses,
        deadlines=deadlines_of(document, sentences, times, own, actors, clauses),
        promises=promises_of(document, own, times, actors),
        amounts=amounts_of(document, own, times),
        actors=actors,
        relations=relations_of(document, sentences, actors, own),
        times=_with_ends(document, times),
    )


def _sentences(document: Document) -> tuple[Sentence, ...]:
    readable = {"headline", "caption", "body"}
    parts = [s for s in document.segments if s.type in readable]
    return sentences_of(
        document.text,
        [(s.start, s.end) for s in parts],
        headlines=[(s.start, s.end) for s in parts if s.type == "headline"],
    )


def _outside(
    claims: tuple[Claim, ...], clauses: tuple[Clause, ...]
) -> tuple[Claim, ...]:
    """Return the claims that are not the acts of a decision (those are clauses)."""
    return tuple(
        c
        for c in claims
        if not any(a.start <= c.cue.start and c.cue.end <= a.end for a in clauses)
    )


def _with_ends(document: Document, times: tuple[Time, ...]) -> tuple[Time, ...]:
    ends = ends_of(document, times)
    return tuple(sorted([*ends, *times], key=lambda t: t.start))
