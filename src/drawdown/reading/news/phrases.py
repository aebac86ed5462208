"""Noun phrases that name a source: how far they reach to the left and to the right."""

from collections.abc import Sequence
from dataclasses import dataclass

from drawdown.reading.news.classes import word_class
from drawdown.reading.news.cues import Cues
from drawdown.reading.news.frames import TIMES
from drawdown.reading.news.grammar import looks_finite
from drawdown.reading.news.words import Word

__all__ = [
    "ADVERBIALS",
    "INHERITED",
    "OPEN",
    "Subject",
    "is_pronoun",
    "noun_phrase",
    "phrase_after",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """The words that name the source; ``last`` is one past the end.

    ``kind`` is "noun", "pronoun", "inherited" (as in the clause before) or "open"
    (the text names nobody).
    """

    first: int
    last: int
    kind: str
    inverted: bool = False
    """It stands after the cue."""


OPEN = Subject(first=0, last=0, kind="open")


INHERITED = Subject(first=0, last=0, kind="inherited")


def phrase_after(words: Sequence[Word], start: int, lex: Cues) -> Subject | None:
    """Return the noun phrase that starts at a word, to its right; None if none does."""
    place = start
    while place < len(words) and not _ends_right(words, place, start, lex):
        place += 1
    if place == start:
        return None
    kind = "pronoun" if place == start + 1 and is_pronoun(words[start], lex) else "noun"
    if is_pronoun(words[start], lex) and words[start].low != "the":
        return Subject(first=start, last=start + 1, kind="pronoun", inverted=True)
    return Subject(first=start, last=place, kind=kind, inverted=True)


def _ends_right(words: Sequence[Word], place: int, start: int, lex: Cues) -> bool:
    word = words[place]
    if word.is_quote or place - start > 14:
        return True
    if word.text == "," and _name_after(words, place, start):
        return False
    if word.is_mark:
        # "Rami Abdulrahman, head of the Observatory" is enough without the rest.
        return word.text not in {"&", "/", "-", ".", "@", "#"} or place + 1 >= len(
            words
        )
    low = word.low
    if place == start:
        return low in lex.words["breaks"] | lex.words["prepositions"] - {
            "d'",
            "de",
            "des",
            "du",
        }
    if low in lex.words["breaks"] or low in TIMES:
        return True
    if low == "par" and place + 1 < len(words) and words[place + 1].low == "intérim":
        return False
    if low in {"by", "par"} and words[place - 1].low.endswith(
        ("ed", "é", "ée", "seen")
    ):
        return False
    if low in {
        "in",
        "on",
        "at",
        "during",
        "via",
        "to",
        "by",
        "following",
        "lors",
        "dans",
        "sur",
        "depuis",
        "à",
        "au",
        "devant",
        "par",
        "from",
    }:
        return not _place_of_office(words, place)
    if low in lex.words["conjunctions"]:
        return not _joins_names(words, place, lex)
    return looks_finite(word, lex) and not (
        place + 1 < len(words) and words[place + 1].low in {"by", "par"}
    )


def _name_after(words: Sequence[Word], comma: int, start: int) -> bool:
    """Tell whether a comma only parts an office from its name: "the chief, Ann Lee"."""
    office = words[start:comma]
    following = words[comma + 1 : comma + 3]
    return (
        bool(office)
        and not any(w.is_name for w in office[-2:])
        and len(following) == 2
        and all(w.is_name for w in following)
    )


def _place_of_office(words: Sequence[Word], place: int) -> bool:
    """Tell whether "in Mali", "to the United Nations" belongs to an office."""
    low = words[place].low
    if low not in {"to", "in", "at", "à", "au", "from"}:
        return False
    following = words[place + 1 : place + 3]
    return any(w.is_name and w.low not in TIMES for w in following) and place >= 2


def _joins_names(words: Sequence[Word], place: int, lex: Cues) -> bool:
    """Tell whether "and" joins two names or two nouns, not two clauses."""
    if words[place].low not in {"and", "et", "or", "ou"} or place + 1 >= len(words):
        return False
    after = words[place + 1 : place + 4]
    if any(is_pronoun(w, lex) for w in after[:1]):
        return False
    before = words[place - 1]
    named = any(w.is_name for w in after)
    return (named and (before.is_name or before.low.endswith("s"))) or (
        before.text.islower() and not looks_finite(after[0], lex)
    )


def is_pronoun(word: Word, lex: Cues) -> bool:
    """Tell whether a word is a personal pronoun."""
    if lex.language == "fr" and word.low in {"lui", "eux"}:
        return True
    return word.low in (
        lex.words["pronouns_person"]
        | lex.words["pronouns_group"]
        | lex.words["pronouns_thing"]
        | {"i", "we", "you", "je", "nous", "vous"}
    )


UNITS = word_class("units")


ADVERBIALS = word_class("adverbials")


def noun_phrase(words: Sequence[Word], end: int, lex: Cues) -> Subject:
    """Return the noun phrase that ends at a word, back to where its clause begins."""
    place = end
    while place >= 0 and end - place < 22:
        word = words[place]
        if word.is_quote and place != end and len(word.text.split()) > 4:
            break
        if word.is_mark and word.text not in {
            "&",
            "/",
            "-",
            ".",
            "'",
            "@",
            "#",
            "]",
            "[",
        }:
            break
        low = word.low
        if low in lex.words["breaks"] and not _inside_name(words, place):
            break
        if low in {"and", "et", "but", "mais", "or", "ou", "nor"} and not _joins_nouns(
            words, place, lex
        ):
            break
        if looks_finite(word, lex) and not _modifies(words, place, end, lex):
            break
        place -= 1
    first = _strip(words, place + 1, end + 1, lex)
    if first > end:
        return INHERITED
    return Subject(first=first, last=end + 1, kind="noun")


def _inside_name(words: Sequence[Word], place: int) -> bool:
    """Tell whether a word that breaks clauses is only part of the phrase here."""
    inner = words[place].low in {"with", "avec"}
    return inner and place > 0 and not words[place - 1].is_mark


def _joins_nouns(words: Sequence[Word], place: int, lex: Cues) -> bool:
    """Tell whether no verb stands before "and" in its clause: it joins two subjects."""
    if words[place].low in {"but", "mais"} or place == 0:
        return False
    k = place - 1
    while k >= 0 and not words[k].is_mark and words[k].low not in lex.words["breaks"]:
        if words[k].is_quote or looks_finite(words[k], lex):
            return False
        k -= 1
    return not (is_pronoun(words[place - 1], lex))


def _modifies(words: Sequence[Word], place: int, end: int, lex: Cues) -> bool:
    """Tell whether a participle belongs to the noun: "a leaked letter"."""
    if place == end:
        return False
    low = words[place].low
    if not low.endswith(("ed", "seen", "given", "made")) or (
        low in lex.words["auxiliaries"]
    ):
        return False
    before = words[place - 1] if place else None
    after = words[place + 1]
    if before is not None and before.low in lex.words["determiners"] | {"'s", "of"}:
        return True
    return after.low in {"with", "by", "in", "to", "for", "at"}


def _strip(words: Sequence[Word], first: int, last: int, lex: Cues) -> int:
    """Return where the noun starts after adverbs, dates and phrases in front of it."""
    place = first
    while place < last:
        low = words[place].low
        if (
            low in ADVERBIALS
            or low in TIMES
            or low in {"and", "but", "et", "mais", ",", "—", "-", "&", "/", "."}
        ) or low in {"as", "with"}:
            place += 1
        elif low in lex.words["prepositions"] - {"de", "des", "du", "d'"} or (
            low in {"late", "early", "last", "this"}
            and place + 1 < last
            and _dated(words, place)
        ):
            nxt = _after_phrase(words, place, last, lex)
            if nxt is None:
                return place
            place = nxt
        else:
            break
    return place


def _dated(words: Sequence[Word], place: int) -> bool:
    return words[place + 1].low in TIMES | {"week", "month", "year", "on", "in"}


def _after_phrase(
    words: Sequence[Word], place: int, last: int, lex: Cues
) -> int | None:
    """Return where the noun starts after a prepositional phrase without its comma."""
    for k in range(place + 1, last):
        if words[k].low in TIMES | UNITS or words[k].text.isdigit():
            if k + 1 < last:
                return k + 1
            return None
        if k > place + 1 and words[k].low in lex.words["determiners"]:
            return k
    return None
