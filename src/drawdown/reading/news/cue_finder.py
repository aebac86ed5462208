"""Finding cues: the words of a sentence by which it gives somebody's word."""

from collections.abc import Sequence
from dataclasses import dataclass

from drawdown.reading.news.cues import Cues, CueVerb
from drawdown.reading.news.frames import fits
from drawdown.reading.news.grammar import (
    back_over,
    is_manner,
    is_verb_here,
    looks_finite,
    misspelt,
    phrase_at,
)
from drawdown.reading.news.words import Word

__all__ = ["Cue", "find_cues"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A cue in the words of a sentence."""

    first: int
    last: int
    """Its last word."""
    lemma: str
    stance: str
    kind: str
    """active, participle, passive, according, adverb, received or noun."""
    negated: bool = False
    strong: bool = False
    """Whether it takes a quotation or a parenthesis without more."""


def find_cues(words: Sequence[Word], lex: Cues) -> list[Cue]:
    """Return the cues of a sentence from left to right; they do not overlap."""
    out: list[Cue] = []
    place = 0
    while place < len(words):
        cue = _at(words, place, lex)
        if cue is None:
            place += 1
        else:
            out.append(cue)
            place = cue.last + 1
    return out


def _at(words: Sequence[Word], i: int, lex: Cues) -> Cue | None:
    return (
        _according(words, i, lex)
        or _passive(words, i, lex)
        or _phrase(words, i, lex)
        or _received(words, i, lex)
        or _own_noun(words, i, lex)
        or _carried(words, i, lex)
        or _verb(words, i, lex)
        or _adverb(words, i, lex)
    )


def _according(words: Sequence[Word], i: int, lex: Cues) -> Cue | None:
    size = phrase_at(words, i, lex.according)
    if not size and _opinion_of(words, i, lex):
        size = 1
    if not size:
        return None
    return Cue(
        first=i,
        last=i + size - 1,
        lemma=" ".join(w.low for w in words[i : i + size]),
        stance="neutral",
        kind="according",
    )


def _opinion_of(words: Sequence[Word], i: int, lex: Cues) -> bool:
    """Tell whether a sentence begins with "Pour l'opposant X, …"."""
    if i or lex.language != "fr" or words[0].low != "pour":
        return False
    for word in words[1:14]:
        if word.text == ",":
            named = [w for w in words[1:14] if w.start < word.start]
            speakers = lex.words["roles"] | lex.words["people"]
            return any(w.low in speakers for w in named)
        if word.is_mark or word.is_quote or word.text.isdigit():
            return False
    return False


def _phrase(words: Sequence[Word], i: int, lex: Cues) -> Cue | None:
    plain = [w for w in words[i : i + 9] if not is_manner(w, lex)]
    size = phrase_at(plain, 0, lex.phrases) if plain and plain[0] is words[i] else 0
    if not size:
        return None
    key = tuple(w.low for w in plain[:size])
    size = next(k for k in range(i, len(words)) if words[k] is plain[size - 1]) - i + 1
    if not key[0].startswith(("is", "are", "was", "were")) and not _is_free(
        words, i, lex
    ):
        return None
    participle = key[0].endswith("ing")
    return Cue(
        first=i,
        last=i + size - 1,
        lemma=" ".join(key),
        stance=lex.phrases[key],
        kind="participle" if participle else "active",
        negated=_negated(words, i, lex),
    )


def _is_free(words: Sequence[Word], i: int, lex: Cues) -> bool:
    """Tell whether no article, preposition or "to" stands before the cue."""
    place, seen = back_over(words, i, lex)
    if place < 0:
        return True
    low = words[place].low
    base = words[i].low in lex.light.values() and lex.language == "en"
    if base and (low in lex.words["conjunctions"] or seen & {"would", "could", "can"}):
        return False
    return low not in lex.words["determiners"] | lex.words["prepositions"]


def _passive(words: Sequence[Word], i: int, lex: Cues) -> Cue | None:
    size = phrase_at(words, i, lex.passives)
    if not size:
        return None
    key = tuple(w.low for w in words[i : i + size])
    _, seen = back_over(words, i, lex)
    stance = lex.passives[key]
    if not seen & lex.words["be"] and not _reduced(words, i, key):
        return None
    if stance == "none":
        return None
    return Cue(
        first=i,
        last=i + size - 1,
        lemma=" ".join(key),
        stance=stance,
        kind="passive",
        negated=_negated(words, i, lex),
    )


def _reduced(words: Sequence[Word], i: int, key: tuple[str, ...]) -> bool:
    """Tell whether "…, ascribed to X" and the like stand without a form of be."""
    if i and words[i - 1].low in {"as", "comme"}:  # "as requested by Mali"
        return True
    return key in {("ascribed", "to"), ("blamed", "on")} and i > 1


def _received(words: Sequence[Word], i: int, lex: Cues) -> Cue | None:
    """Find "faced (sharp) criticism": the target is the subject, the source open."""
    if words[i].low not in lex.received:
        return None
    for j in range(i + 1, min(i + 5, len(words))):
        if words[j].low in lex.received_nouns:
            return Cue(
                first=i,
                last=j,
                lemma=words[i].low + " " + words[j].low,
                stance=lex.nouns.get(words[j].low, "criticize"),
                kind="received",
            )
        passed = {"with", "des", "de", "d'"}
        if words[j].is_mark or words[j].low in lex.words["prepositions"] - passed:
            return None
    return None


def _own_noun(words: Sequence[Word], i: int, lex: Cues) -> Cue | None:
    """Find "their demands have included …": the owner of the noun is the source."""
    stance = lex.nouns.get(words[i].low)
    if stance not in {"demand", "accuse", "request"} or i == 0:
        return None
    owned = words[i - 1].low in lex.words["possessives"] | {"'s", "'"}
    if not owned:
        return None
    for j in range(i + 1, min(i + 4, len(words))):
        if words[j].low in {"include", "included", "includes", "are", "were", "is"}:
            return Cue(
                first=i,
                last=j,
                lemma=words[i].low,
                stance=stance,
                kind="owned",
            )
        if words[j].low not in lex.words["auxiliaries"]:
            return None
    return None


def _carried(words: Sequence[Word], i: int, lex: Cues) -> Cue | None:
    """Find "expressed its (deep) concern": the noun says what it is."""
    lemma = lex.light.get(words[i].low)
    if lemma is None:
        return _raised(words, i, lex)
    for j in range(i + 1, min(i + 6, len(words))):
        low = words[j].low
        if low in lex.nouns:
            if not _is_free(words, i, lex):
                return None
            return Cue(
                first=i,
                last=j,
                lemma=f"{lemma} {low}",
                stance=lex.nouns[low],
                kind="participle"
                if words[i].low.endswith(("ing", "ant"))
                else "active",
                negated=_negated(words, i, lex),
            )
        if words[j].is_mark or words[j].is_quote or low in lex.words["breaks"]:
            return None
    return None


def _raised(words: Sequence[Word], i: int, lex: Cues) -> Cue | None:
    """Find "concerns have been raised": a noun that is carried in the passive."""
    if words[i].low not in lex.nouns:
        return None
    seen_be = False
    for j in range(i + 1, min(i + 6, len(words))):
        low = words[j].low
        if low in lex.words["be"]:
            seen_be = True
        elif low in lex.light and seen_be:
            return Cue(
                first=i,
                last=j,
                lemma=f"{words[i].low} {low}",
                stance=lex.nouns[words[i].low],
                kind="passive",
            )
        elif low not in lex.words["auxiliaries"] | lex.words["adverbs_between"]:
            return None
    return None


def _adverb(words: Sequence[Word], i: int, lex: Cues) -> Cue | None:
    if words[i].low not in lex.words["adverbs"]:
        return None
    return Cue(first=i, last=i, lemma=words[i].low, stance="report", kind="adverb")


def _verb(words: Sequence[Word], i: int, lex: Cues) -> Cue | None:
    word = words[i]
    entries = (
        lex.verbs.get(_bare(word.low, lex))
        or misspelt(word, lex)
        or _after_quote(words, i, lex)
    )
    if word.low == "asked" and [w.low for w in words[i + 1 : i + 4]] == NOT_NAMED:
        return None
    for entry in entries:
        kind = is_verb_here(words, i, entry, lex)
        if kind and fits(words, i, entry, kind, lex):
            return _verb_cue(words, i, entry, kind, lex)
    return None


NOT_NAMED = ["not", "to", "be"]


def _after_quote(words: Sequence[Word], i: int, lex: Cues) -> tuple[CueVerb, ...]:
    """Return any past verb between a quotation and a name as a verb of speech."""
    word = words[i]
    if (
        lex.language != "en"
        or not word.low.endswith("ed")
        or not 0 < i < len(words) - 1
    ):
        return ()
    before = i - 1 if words[i - 1].is_quote else i - 2
    if before < 0 or not words[before].is_quote or not words[i + 1].is_name:
        return ()
    frames = frozenset({"any_quote"})
    return (CueVerb(lemma=word.low, stance="neutral", frames=frames, form="ed"),)


def _bare(low: str, lex: Cues) -> str:
    """Return "dit" of "dit-il", "déclaré" as it is."""
    if lex.language == "fr" and "-" in low:
        head, _, tail = low.partition("-")
        if tail.removeprefix("t-") in {"il", "elle", "ils", "elles", "on"}:
            return head
    return low


def _verb_cue(
    words: Sequence[Word], i: int, entry: CueVerb, kind: str, lex: Cues
) -> Cue:
    return Cue(
        first=i,
        last=i,
        lemma=entry.lemma,
        stance=entry.stance,
        kind="passive" if kind == "attached passive" else kind,
        negated=_negated(words, i, lex),
        strong=bool(entry.frames & {"any", "clause", "any_quote", "clause_quote"}),
    )


def _negated(words: Sequence[Word], i: int, lex: Cues) -> bool:
    """Tell whether the text says that no such statement was made."""
    place, seen = back_over(words, i, lex)
    if any(low in lex.words["negations"] or low.endswith("n't") for low in seen):
        if lex.language == "fr":
            return bool(seen & {"ne", "n'"})
        return True
    for k in range(place, max(-1, place - 4), -1):
        if words[k].low in {"no", "nobody", "none", "neither"}:
            return True
        if words[k].is_mark or looks_finite(words[k], lex):
            return False
    return False
