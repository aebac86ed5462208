"""Statements as commitments: what a party says that it will do, and by when."""

from collections.abc import Sequence
from dataclasses import dataclass

from drawdown.reading.document import Document
from drawdown.reading.limit import Limit
from drawdown.reading.news.actors import Actor
from drawdown.reading.news.binding import limit_at
from drawdown.reading.news.claims import Claim
from drawdown.reading.news.times import Time
from drawdown.reading.span import Span

__all__ = ["Promise", "promises_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise(Span):
    """An act that a party has announced as its own; the quote is the claim's."""

    party: str
    act: str
    """In the page's words."""
    claim: str
    """The claim that says so."""
    due: Limit | None = None
    state: str | None = None
    """The code of the State for which the party speaks, if it is known."""
    hedged: bool = False


def promises_of(
    document: Document,
    claims: Sequence[Claim],
    times: Sequence[Time],
    actors: Sequence[Actor],
) -> tuple[Promise, ...]:
    """Return one promise for each claim in which a named party commits itself."""
    out = []
    for claim in claims:
        if claim.stance != "commit" or claim.negated or claim.source is None:
            continue
        out.append(
            Promise(
                start=claim.start,
                end=claim.end,
                quote=claim.quote,
                party=claim.source,
                act=_act(document, claim),
                claim=claim.id,
                due=_due(document, claim, times),
                state=_state(claim.source, actors),
                hedged=claim.hedge is not None,
            )
        )
    return tuple(out)


def _act(document: Document, claim: Claim) -> str:
    """Return what follows the cue, without "to" or "that"."""
    before = " ".join(document.text[claim.start : claim.cue.start].split())
    text = " ".join(document.text[claim.cue.end : claim.end].split())
    if len(text) < 12 or (claim.direct_quote and len(before) > len(text)):
        text = before
    for word in ("to ", "that ", "de ", "à ", "que ", "d’", "d'"):
        text = text.removeprefix(word)
    return text.strip(' ,;:“”"«»')


def _due(document: Document, claim: Claim, times: Sequence[Time]) -> Limit | None:
    for time in times:
        if claim.start <= time.start and time.end <= claim.end and time.future:
            return limit_at(document, time, force="commits", text=claim.quote)
    return None


def _state(source: str, actors: Sequence[Actor]) -> str | None:
    for actor in actors:
        if actor.type == "state" and any(name in source for name in actor.aliases):
            return actor.state
    return None
