"""Claims: who says what about whom, how sure, in the text's own words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from drawdown.reading.news.actors import Actor
from drawdown.reading.news.claim_spans import Raw, raw_claims
from drawdown.reading.news.cues import Cues
from drawdown.reading.news.hedges import hedge_in
from drawdown.reading.news.places import Places
from drawdown.reading.news.sentences import Sentence
from drawdown.reading.news.sources import Scene
from drawdown.reading.news.stance import stance_of
from drawdown.reading.news.words import plain
from drawdown.reading.span import Span

__all__ = ["Claim", "claims_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Span):
    """Somebody's word, as the text gives it. It is never said that it is true."""

    id: str
    source: str | None
    """Who says it; several are joined by "; "; None if the text names nobody."""
    stance: str
    cue: Span
    hedge: Span | None = None
    negated: bool = False
    """The text says that no such statement was made."""
    about: tuple[str, ...] = ()
    source_pronoun: str | None = None
    via: str | None = None
    """The medium that passes it on."""
    nested_in: str | None = None
    """The claim of the medium that passes it on."""
    direct_quote: bool = False
    cue_outside: bool = False
    """The cue stands in the sentence before."""
    condition: Span | None = None
    responds_to: str | None = None
    headline: bool = False


def claims_of(
    text: str, sentences: Sequence[Sentence], actors: tuple[Actor, ...], lex: Cues
) -> tuple[Claim, ...]:
    """Return the claims of a page in the order of the text."""
    even = plain(text)
    scene = Scene(text=text, actors=actors, lex=lex, sentences=tuple(sentences))
    out: list[Claim] = []
    for sentence in sentences:
        for raw in raw_claims(sentence, scene):
            claim = _claim(text, even, raw, sentence, scene, len(out) + 1)
            if raw.via and out and out[-1].source == raw.via:
                claim = replace(claim, nested_in=out[-1].id)
            out.append(claim)
    return tuple(out)


def _claim(
    text: str, even: str, raw: Raw, sentence: Sentence, scene: Scene, number: int
) -> Claim:
    lex = scene.lex
    content = even[raw.content[0] : raw.content[1]]
    cond = _condition(even, raw, lex)
    stance = _stance(raw, content, lex)
    hedge = (
        hedge_in(
            even,
            raw.start,
            raw.end,
            lex.language,
            outside=_unseen(raw, sentence),
            promised=stance == "commit",
        )
        or raw.hedge
    )
    return Claim(
        id=f"k{number}",
        start=raw.start,
        end=raw.end,
        quote=text[raw.start : raw.end],
        source=raw.source.name,
        source_pronoun=raw.source.pronoun,
        stance=stance,
        cue=_span(text, *raw.cue_span),
        hedge=_span(text, *hedge) if hedge else None,
        negated=raw.cue.negated and stance != "no_comment",
        about=_about(raw, scene.places),
        via=raw.via,
        direct_quote=raw.direct,
        cue_outside=raw.outside,
        condition=_span(text, *cond) if cond else None,
        headline=sentence.headline,
    )


def _stance(raw: Raw, content: str, lex: Cues) -> str:
    found = stance_of(raw.cue, content, lex, channel=raw.source.channel)
    if raw.source.name is None and found == "assert":
        return "report"
    return found


def _span(text: str, start: int, end: int) -> Span:
    return Span(start=start, end=end, quote=text[start:end])


def _unseen(raw: Raw, sentence: Sentence) -> tuple[tuple[int, int], ...]:
    """Return the cue and the long quotations: no hedges of this claim."""
    quotes = tuple(
        (w.start, w.end)
        for w in sentence.words
        if w.is_quote and len(w.text.split()) > 3
    )
    return (*quotes,) if raw.cue.kind == "adverb" else (raw.cue_span, *quotes)


def _about(raw: Raw, places: Places) -> tuple[str, ...]:
    """Return the actors that the content names, the first two, without the source.

    One that only owns another ("Russia's Wagner group") comes after it.
    """
    low, high = raw.content
    named = sorted((p.owns, p.start, p.actor.name) for p in places.inside(low, high))
    seen: dict[str, None] = {}
    for _, _, name in named:
        if name != raw.source.name:
            seen.setdefault(name)
    return tuple(seen)[:2]


def _condition(even: str, raw: Raw, lex: Cues) -> tuple[int, int] | None:
    """Return the clause that the claim hangs on ("if …")."""
    word = "if " if lex.language == "en" else "si "
    low, high = raw.content
    place = even.find(word, low, high)
    if place < 0 or (place > low and even[place - 1] not in ' "'):
        return None
    stop = min(
        (
            k
            for k in (even.find(",", place, high), even.find(".", place, high))
            if k > 0
        ),
        default=high,
    )
    return place, stop
