"""What a claim is about: the actors and the words by which claims are put together."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from drawdown.reading.lexicon import table
from drawdown.reading.news.claims import Claim
from drawdown.reading.news.cues import cues_for
from drawdown.reading.news.reading import News
from drawdown.reading.news.states import seats_of
from drawdown.reading.span import Span

__all__ = ["Topic", "same_subject", "stems_in", "terms_of", "topics_of", "words_for"]

WORD = re.compile(r"[^\W\d_]{3,}")
NEGATIVE = {
    "en": re.compile(r"\b(?:not|never|no|false|without|denies|denied|neither)\b|n't\b"),
    "fr": re.compile(r"\b(?:pas|jamais|aucune?|faux|fausses|sans|dément|nie)\b"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A claim with what it is about."""

    key: str
    page: News
    claim: Claim
    terms: frozenset[str]
    about: frozenset[str]
    """The actors, States by their code, so that two languages meet."""
    parties: frozenset[str]
    """Those who speak and those spoken of."""
    negative: bool
    evidence: tuple[Span, ...]


def topics_of(pages: Sequence[News]) -> list[Topic]:
    """Return the claims of pages as topics, in order; repeated headlines left out."""
    return [
        _topic(page, claim)
        for page in pages
        for claim in page.claims
        if not claim.negated and not (claim.headline and _repeated(page, claim))
    ]


def _repeated(page: News, headline: Claim) -> bool:
    return any(
        c.stance == headline.stance
        and not c.headline
        and set(c.about) & set(headline.about)
        for c in page.claims
    )


def _topic(page: News, claim: Claim) -> Topic:
    language = page.document.language
    codes = _codes(page)
    about = frozenset(codes.get(name, name.lower()) for name in claim.about)
    sources = (claim.source or "").split("; ")
    speaking = frozenset(codes.get(name, name.lower()) for name in sources if name)
    return Topic(
        key=f"{page.document.name}#{claim.id}",
        page=page,
        claim=claim,
        terms=terms_of(claim.quote, language) - _own(claim, language),
        about=about,
        parties=about | speaking,
        negative=bool(NEGATIVE[language].search(claim.quote)),
        evidence=_evidence(page, claim),
    )


def _codes(page: News) -> dict[str, str]:
    """Return for each name its State's code, or the actor's fullest name."""
    seats = seats_of(page.document.language)
    codes = {seat: state.code for seat, state in seats.items()}
    for actor in page.actors:
        for name in (actor.name, *actor.aliases):
            if actor.state or name not in codes:
                codes[name] = actor.state or actor.name.lower()
    return codes


def _own(claim: Claim, language: str) -> frozenset[str]:
    """Return the words of the cue and of the source: no subject is made of them."""
    text = claim.cue.quote + " " + (claim.source or "")
    return terms_of(text, language)


def terms_of(text: str, language: str) -> frozenset[str]:
    """Return the words of a text that carry a subject, without their endings."""
    return frozenset(stem for stem, _ in stems_in(text, language))


def stems_in(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield each word of a text that carries a subject: its stem, and itself."""
    stop = _stop_words(language)
    for word in WORD.findall(text.lower().replace("’", "'")):
        if word not in stop and len(stem := stem_of(word)) > 2:
            yield stem, word


def words_for(stem: str, texts: Sequence[str]) -> str:
    """Return the word of the texts that a stem stands for most often."""
    found = [
        word
        for text in texts
        for word in WORD.findall(text.lower().replace("’", "'"))
        if stem_of(word) == stem
    ]
    return max(found, key=found.count, default=stem)


@cache
def stem_of(word: str) -> str:
    """Return a word without the common endings of English and French."""
    for ending in (
        "ements",
        "ement",
        "ations",
        "ation",
        "ings",
        "ing",
        "ies",
        "ed",
        "es",
        "al",
        "s",
        "e",
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


@cache
def _stop_words(language: str) -> frozenset[str]:
    words = cues_for(language).words
    small = table(language, "subjects")["stop"]
    return frozenset(small).union(
        words["determiners"],
        words["prepositions"],
        words["auxiliaries"],
        words["breaks"],
        words["adverbs_between"],
    )


def same_subject(first: Topic, second: Topic) -> float:
    """Return how far two claims are about one subject; 1 and more is the same.

    They share an actor and some words, or many words, or one answers the other.
    """
    if first.page is second.page and (
        first.claim.responds_to == second.claim.id
        or second.claim.responds_to == first.claim.id
    ):
        return 2.0
    shared = len(first.terms & second.terms)
    if not shared:
        return 0.0
    size = min(len(first.terms), len(second.terms)) or 1
    actors = len(first.about & second.about) or 0.5 * bool(
        first.parties & second.parties
    )
    return shared / max(4.0, size) * 1.6 + 0.3 * actors * min(shared, 2)


def _evidence(page: News, claim: Claim) -> tuple[Span, ...]:
    """Return what the claim names as its ground: information, a report, footage."""
    nouns = "|".join(table(page.document.language, "subjects")["evidence"])
    start = claim.cue.end if claim.cue.end < claim.end else claim.start
    found = re.finditer(rf"\b(?:{nouns})\b", page.document.plain[start : claim.end])
    return tuple(page.document.span(start + m.start(), start + m.end()) for m in found)[
        :3
    ]
