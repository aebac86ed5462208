"""Names in a text: words with capitals that stand together."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from drawdown.reading.lexicon import table
from drawdown.reading.news.classes import word_class
from drawdown.reading.news.cues import Cues
from drawdown.reading.news.frames import TIMES
from drawdown.reading.news.grammar import looks_finite
from drawdown.reading.news.sentences import Sentence
from drawdown.reading.news.states import adjectives_of, states_of
from drawdown.reading.news.words import Word, words_of

__all__ = ["NameRun", "is_title", "kinds", "name_runs"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRun:
    """A name where it stands, without titles."""

    name: str
    start: int
    end: int
    role: str | None = None
    acronym: str | None = None
    placed: bool = False
    """It follows "in", "near" and the like, as places do."""
    kind: str | None = None
    """The common noun after it: "Wagner group"."""


@cache
def kinds(language: str) -> dict[str, frozenset[str]]:
    """Return the classes of words in names."""
    return {k: frozenset(v) for k, v in table(language, "names")["kinds"].items()}


def name_runs(sentences: Sequence[Sentence], lex: Cues) -> Iterator[NameRun]:
    """Yield the names of the sentences, quotations included, in order."""
    open_words = [_unquoted(s) for s in sentences]
    known = {
        w.text
        for words in open_words
        for k, w in enumerate(words)
        if k and w.is_name and not words[k - 1].is_mark
    }
    common = {w.text for words in open_words for w in words if w.text.islower()}
    for sentence, words in zip(sentences, open_words, strict=True):
        titled = sentence.headline and is_title(words)
        for run in _runs(words, lex, known):
            if titled and run.name not in states_of(lex.language):
                continue
            if run.name.lower() not in common and not _compound(run.name):
                yield run


def _compound(name: str) -> bool:
    """Tell whether it is an adjective as "French-drafted", "US-built"."""
    return re.search(r"-(?:[a-z]+ed|led|built|made|wide|based)$", name) is not None


def _unquoted(sentence: Sentence) -> tuple[Word, ...]:
    """Return the words of a sentence with those of its quotations."""
    out: list[Word] = []
    for word in sentence.words:
        if word.is_quote:
            out += [
                Word(w.text, w.start + word.start, w.end + word.start, w.low)
                for w in words_of(word.text, 0, len(word.text))
            ]
        else:
            out.append(word)
    return tuple(out)


def is_title(words: Sequence[Word]) -> bool:
    """Tell whether nearly all words have capitals, as in some headlines."""
    long = [w for w in words if len(w.text) > 3 and not w.is_mark]
    return len(long) > 3 and sum(w.is_name for w in long) > 0.7 * len(long)


def _runs(words: Sequence[Word], lex: Cues, known: set[str]) -> Iterator[NameRun]:
    place = 0
    while place < len(words):
        stop = _run_end(words, place, lex, known)
        if stop == place:
            place += 1
            continue
        run = _trimmed(words, place, stop, lex)
        if run is not None:
            yield run
        place = stop


def _is_part(words: Sequence[Word], k: int, lex: Cues, known: set[str]) -> bool:
    """Tell whether a word can be part of a name where it stands."""
    word = words[k]
    if not word.is_name or word.is_mark:
        return word.low.startswith("al-") and len(word.low) > 4
    first = k == 0 or words[k - 1].is_mark
    if word.low in kinds(lex.language)["not_names"]:
        return not first and words[k - 1].is_name and word.low not in TIMES
    if not first:
        return True
    follows = k + 1 < len(words) and (
        words[k + 1].is_name or words[k + 1].low.startswith("al-")
    )
    named = word.text in known or word.text in states_of(lex.language)
    return follows or named or (word.text.isupper() and len(word.text) > 1)


def _run_end(words: Sequence[Word], start: int, lex: Cues, known: set[str]) -> int:
    """Return one past the last word of the name that starts here."""
    size = _state_at(words, start, lex)
    if size and not _goes_on(words, start + size, lex):
        return start + size
    if not _is_part(words, start, lex, known):
        return start
    place = start + max(1, size)
    while place < len(words) and _continues(words, place, lex, known):
        place += 1
    particles = kinds(lex.language)["particles"]
    while place > start + 1 and words[place - 1].low in particles:
        place -= 1
    return _with_country(words, start, place, lex)


def _with_country(words: Sequence[Word], start: int, stop: int, lex: Cues) -> int:
    """Return the end of "Mission in the Sudan (UNMIS)": the country belongs to it."""
    organs = kinds(lex.language)["organisation"]
    if stop + 2 >= len(words) or words[stop - 1].low not in organs or stop - start < 2:
        return stop
    place = stop + 1 if words[stop].low in {"in", "au", "en", "for"} else stop
    if place > stop and words[place].low in {"the", "la", "le"}:
        place += 1
    size = _state_at(words, place, lex) if place > stop else 0
    return place + size if size else stop


def _goes_on(words: Sequence[Word], place: int, lex: Cues) -> bool:
    """Tell whether a State's name begins the name of an organisation."""
    if place >= len(words) or not words[place].is_name:
        return False
    kind = kinds(lex.language)
    organs = kind["organisation"] | kind["group"]
    return any(w.low in organs and w.is_name for w in words[place : place + 4])


def _continues(words: Sequence[Word], place: int, lex: Cues, known: set[str]) -> bool:
    word = words[place]
    if _is_part(words, place, lex, known):
        return words[place - 1].low != "'s" and not words[place - 1].is_mark
    if _bridge(words, place, lex, known):
        return True
    # M23: the number belongs to the letter before it
    tight = word.start == words[place - 1].end
    return tight and word.text.isdigit() and len(word.text) < 4


def _bridge(words: Sequence[Word], k: int, lex: Cues, known: set[str]) -> bool:
    """Tell whether "of", "bin" and the like join two parts of one name."""
    kind = kinds(lex.language)
    low = words[k].low
    if low not in kind["particles"] or k + 1 >= len(words):
        return False
    following = k + 1
    if words[following].low in {"the", "la", "les", "l'"} and k + 2 < len(words):
        following += 1
    if not _is_part(words, following, lex, known):
        return False
    organ = words[k - 1].low in kind["organisation"] | kind["group"]
    if low in {"of", "for", "de", "du", "des", "pour", "d'"}:
        person = lex.language == "fr" and low != "pour" and not organ
        return organ or (person and False)
    if low in {"the", "la", "les", "le", "l'"}:
        return words[k - 1].low in {"of", "for", "de"} or low in {"la", "le"}
    return low not in {"and", "et", "in", "to", "against", "à"}


def _state_at(words: Sequence[Word], start: int, lex: Cues) -> int:
    """Return how many words from here are the name of a State."""
    states = states_of(lex.language)
    for size in (6, 5, 4, 3, 2, 1):
        part = words[start : start + size]
        if len(part) == size and _joined(part) in states:
            return size
    return 0


def _joined(words: Sequence[Word]) -> str:
    out = ""
    for k, word in enumerate(words):
        glue = "" if k == 0 or words[k - 1].end == word.start else " "
        out += glue + word.text
    return out


def _trimmed(words: Sequence[Word], start: int, stop: int, lex: Cues) -> NameRun | None:
    """Return the name without titles and adjectives before it; None for a place."""
    kind, language = kinds(lex.language), lex.language
    named = {**states_of(language)}
    whole = _joined(words[start:stop])
    organs = kind["organisation"] | kind["group"]
    if whole in named:
        return _run(words, start, stop, lex)
    first = start
    titles = kind["title"] | lex.words["roles"]
    while first < stop - 1 and (
        words[first].low in titles
        or words[first].low in adjectives_of(language)
        or (words[first].low in kind["particles"] and first > start)
        or _joined(words[first : first + 2]) in named
        or (first > start and _joined(words[first - 1 : first + 1]) in named)
    ):
        first += 1
    if any(w.low in organs for w in words[start:stop]):
        owner = start
        while owner < stop - 1 and words[owner].low in lex.words["roles"] | {"former"}:
            owner += 1
        if not any(w.low in lex.words["roles"] for w in words[owner:stop]):
            first = owner
    first = _after_body(words, start, first, stop, lex)
    while first < stop - 1 and words[first].text in kind["particles"]:
        first += 1
    name = _joined(words[first:stop])
    if words[first].low in titles and stop - first == 1 and name != "UN":
        return None
    if name.lower() in adjectives_of(language):
        return None
    if words[stop - 1].low in kind["place"] or words[first].low in kind["document"]:
        return None
    if len(name) == 1:
        return None
    return _run(words, first, stop, lex)


def _after_body(
    words: Sequence[Word], start: int, first: int, stop: int, lex: Cues
) -> int:
    """Return where the person starts in "Ambassador to the United Nations Ann Lee"."""
    organs = kinds(lex.language)["organisation"] | kinds(lex.language)["group"]
    last = max((k for k in range(start, stop) if words[k].low in organs), default=-1)
    if last < 0 or stop - last - 1 not in {2, 3}:
        return first
    before = words[max(0, start - 8) : start]
    if any(w.low in lex.words["roles"] for w in before):
        return last + 1
    return first


def _run(words: Sequence[Word], first: int, stop: int, lex: Cues) -> NameRun:
    return NameRun(
        name=_joined(words[first:stop]),
        start=words[first].start,
        end=words[stop - 1].end,
        role=None
        if _is_body(words, first, stop, lex)
        else _role(words, first, stop, lex),
        acronym=_acronym(words, stop),
        placed=first > 0 and words[first - 1].low in PLACING,
        kind=_common_noun(words, stop, lex),
    )


PLACING = word_class("placing")


def _common_noun(words: Sequence[Word], stop: int, lex: Cues) -> str | None:
    """Return the noun that says what the name is: group, militia, movement."""
    for word in words[stop : stop + 2]:
        if word.text.islower() and word.low in kinds(lex.language)["group"]:
            return word.low
        if not word.text.islower():
            return None
    return None


def _is_body(words: Sequence[Word], first: int, stop: int, lex: Cues) -> bool:
    """Tell whether the name is that of an organisation or a State: it has no office."""
    kind = kinds(lex.language)
    part = words[first:stop]
    if any(w.low in kind["organisation"] | kind["group"] for w in part):
        return True
    if _joined(part) in states_of(lex.language):
        return True
    return len(part) == 1 and part[0].text.isupper() and len(part[0].text) > 1


def _role(words: Sequence[Word], first: int, stop: int, lex: Cues) -> str | None:
    """Return the office that stands before the name, or after it between commas."""
    before = _role_before(words, first, lex)
    if before:
        return before
    if stop + 1 < len(words) and words[stop].text == ",":
        return _role_after(words, stop + 1, lex)
    return None


def _role_before(words: Sequence[Word], first: int, lex: Cues) -> str | None:
    end = first
    if end >= 2 and words[end - 1].text == ",":
        end -= 1
    adjectives = adjectives_of(lex.language)
    while end > 1 and words[end - 1].low in adjectives:  # "le président congolais"
        end -= 1
    if end < 1 or words[end - 1].low not in lex.words["roles"]:
        return None
    place = end - 1
    stops = lex.words["determiners"] | lex.words["breaks"] | {"and", "et", "'s"}
    stops |= lex.words["prepositions"] - {"of", "for", "to", "de", "du", "des", "d'"}
    joints = {"of", "for", "to", "de", "du", "des", "d'"}
    while place >= 0 and end - place < 8 and not words[place].is_mark:
        low = words[place].low
        if low in joints and words[place - 1].low not in lex.words["roles"]:
            break
        if place < end - 1 and (low in lex.verbs or looks_finite(words[place], lex)):
            break
        if words[place].low in stops and not (
            words[place].low == "'s" and place > 0 and words[place - 1].is_name
        ):
            break
        place -= 1
    return _joined(words[place + 1 : end]) or None


def _role_after(words: Sequence[Word], start: int, lex: Cues) -> str | None:
    place = start
    while place < len(words) and not words[place].is_mark and place - start < 14:
        place += 1
    part = words[start:place]
    if not part or place == len(words):
        return None
    if not any(w.low in lex.words["roles"] for w in part[:7]):
        return None
    if part[0].low in lex.words["relatives"] | lex.words["conjunctions"]:
        return None
    if any(w.low in lex.words["auxiliaries"] for w in part):
        return None
    if part[0].low in lex.words["determiners"]:
        part = part[1:]
    return _joined(part) or None


def _acronym(words: Sequence[Word], stop: int) -> str | None:
    if (
        stop + 2 < len(words)
        and words[stop].text == "("
        and words[stop + 2].text == ")"
    ):
        inner = words[stop + 1].text
        return inner if inner[:1].isupper() and len(inner) < 12 else None
    return None
