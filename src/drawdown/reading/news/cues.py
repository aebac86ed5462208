"""The cue lexicon of a language, ready for use: every form of every verb."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from drawdown.reading.lexicon import table

__all__ = ["CueVerb", "Cues", "cues_for"]

VOWELS = "aeiou"


@dataclass(frozen=True, slots=True, kw_only=True)
class CueVerb:
    """One form of a verb that gives somebody's word."""

    lemma: str
    stance: str
    """A stance, or ``neutral``: then the content decides."""
    frames: frozenset[str]
    """What may follow for the verb to be a cue."""
    form: str
    """``base``, ``s``, ``ed`` or ``ing``; French forms are all ``ed`` or ``ing``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """The tables of one language."""

    language: str
    verbs: Mapping[str, tuple[CueVerb, ...]]
    nouns: Mapping[str, str]
    light: Mapping[str, str]
    """Form of a carrying verb ("expressed"), its lemma."""
    received: frozenset[str]
    received_nouns: frozenset[str]
    phrases: Mapping[tuple[str, ...], str]
    passives: Mapping[tuple[str, ...], str]
    according: tuple[tuple[str, ...], ...]
    words: Mapping[str, frozenset[str]]
    """Word classes: determiners, prepositions, auxiliaries …"""
    stances: Mapping[str, tuple[str, ...]]
    hedges: tuple[str, ...]


@cache
def cues_for(language: str) -> Cues:
    """Return the cue tables of a language ("en" or "fr")."""
    raw = table(language, "cues")
    words = {name: frozenset(values) for name, values in raw["words"].items()}
    return Cues(
        language=language,
        verbs=_verbs(raw["verbs"], language),
        nouns=raw["nouns"],
        light={
            f: lemma for lemma, forms in raw["light"].items() for f in forms.split()
        },
        received=frozenset(raw["received"]["verbs"]),
        received_nouns=frozenset(raw["received"]["nouns"]),
        phrases={_split(key): value for key, value in raw["phrases"].items()},
        passives={_split(key): value for key, value in raw["passive"].items()},
        according=tuple(_split(phrase) for phrase in raw["words"]["according"]),
        words=words,
        stances={name: tuple(values) for name, values in raw["stances"].items()},
        hedges=tuple(raw["hedges"]["words"]),
    )


def _split(phrase: str) -> tuple[str, ...]:
    """Return a phrase as the words that the word finder makes of it."""
    return tuple(phrase.replace("'", "' ").split())


def _verbs(raw: Mapping[str, str], language: str) -> dict[str, tuple[CueVerb, ...]]:
    out: dict[str, list[CueVerb]] = {}
    inflect = _english if language == "en" else _french
    for lemma, line in raw.items():
        head, _, listed = line.partition(":")
        stance, frames = head.split(maxsplit=1)
        kinds = frozenset(frames.strip().split("|"))
        if "none" in kinds:
            continue
        for form, kind in inflect(lemma, listed.split()):
            out.setdefault(form, []).append(
                CueVerb(lemma=lemma, stance=stance, frames=kinds, form=kind)
            )
    return {form: tuple(entries) for form, entries in out.items()}


def _english(lemma: str, listed: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the forms of an English verb, each with its kind."""
    yield lemma, "base"
    if listed:
        for form in listed:
            yield form, _kind(form)
        return
    yield _with_s(lemma), "s"
    stem = lemma.removesuffix("e")
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        yield lemma[:-1] + "ied", "ed"
    else:
        yield stem + "ed", "ed"
    yield (lemma if lemma.endswith("ee") else stem) + "ing", "ing"


def _kind(form: str) -> str:
    if form.endswith("ing"):
        return "ing"
    return "s" if form.endswith("s") else "ed"


def _with_s(lemma: str) -> str:
    if lemma.endswith(("s", "sh", "ch", "x", "z")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def _french(lemma: str, listed: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the forms of a French verb in the third person, and its participles."""
    yield lemma, "base"
    if listed:
        for form in listed:
            yield form, "ing" if form.endswith("ant") else "ed"
        if not lemma.endswith("er"):
            return
    if lemma.endswith("er"):
        stem = lemma[:-2]
        soft = stem + "e" if stem.endswith("g") else stem
        soft = stem[:-1] + "ç" if stem.endswith("c") else soft
        for ending in ("e", "ent", "é", "ée", "és", "ées", "èrent", "era", "eront"):
            yield stem + ending, "ed"
        for ending in ("a", "ait", "aient"):
            yield soft + ending, "ed"
        yield soft + "ant", "ing"
    elif lemma.endswith(("ir", "re")):
        yield lemma[:-1], "ed"
