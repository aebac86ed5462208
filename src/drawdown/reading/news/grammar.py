"""What can be told of a word without a parser: is it a verb here, is it finite."""

from collections.abc import Collection, Sequence

from drawdown.reading.news.classes import word_class
from drawdown.reading.news.cues import Cues, CueVerb
from drawdown.reading.news.words import Word

__all__ = [
    "back_over",
    "is_manner",
    "is_verb_here",
    "looks_finite",
    "misspelt",
    "phrase_at",
]

#: Forms that are as often a noun; they need more proof to be a verb.
NOUN_FORMS = word_class("noun_forms")
IRREGULAR_PAST = word_class("irregular_past")
#: "-ed" words that stand before their noun more often than they end a clause.
MODIFIERS = word_class("modifiers")
IN_THE_PAST = ["in", "the", "past"]
NO_MANNER = word_class("no_manner")
PARTICIPLE = ("é", "ée", "és", "ées")


#: Before "reports" and the like they prove a noun, capital or not.
ADJECTIVES = word_class("adjectives")


def phrase_at(
    words: Sequence[Word], i: int, phrases: Collection[tuple[str, ...]]
) -> int:
    """Return the length of the longest phrase that starts at a word, or 0."""
    best = 0
    low = words[i].low
    for phrase in phrases:
        size = len(phrase)
        if phrase[0] != low or size <= best or i + size > len(words):
            continue
        if all(words[i + k].low == phrase[k] for k in range(size)):
            best = size
    return best


CONTRAST = {
    ("au", "contraire"),
    ("en", "revanche"),
    ("en", "outre"),
    ("à", "l'inverse"),
}


def back_over(words: Sequence[Word], i: int, lex: Cues) -> tuple[int, frozenset[str]]:
    """Return the place before the auxiliaries and adverbs of a verb, and those."""
    passed = (
        lex.words["auxiliaries"] | lex.words["adverbs_between"] | lex.words["negations"]
    )
    seen: set[str] = set()
    place = i - 1
    if [w.low for w in words[max(0, place - 2) : place + 1]] == IN_THE_PAST:
        place -= 3
    if tuple(w.low for w in words[max(0, place - 1) : place + 1]) in CONTRAST:
        place -= 2
    while place >= 0 and not words[place].is_quote:
        low = words[place].low
        if words[place].text == "A" and lex.language == "fr":  # "A la demande de"
            break
        if (
            low not in passed
            and not low.endswith("n't")
            and not is_manner(words[place], lex)
        ):
            break
        if low in {"no", "neither", "none", "nobody"}:
            break
        seen.add(low)
        place -= 1
    return place, frozenset(seen)


def is_manner(word: Word, lex: Cues) -> bool:
    """Tell whether a word looks like an adverb of manner."""
    ending = "ly" if lex.language == "en" else "ement"
    if not word.text.islower() or not word.low.endswith(ending):
        return False
    return len(word.low) > 4 and word.low not in lex.verbs and word.low not in NO_MANNER


def looks_finite(word: Word, lex: Cues) -> bool:
    """Tell whether a word is probably the verb of a clause."""
    low = word.low
    if word.is_quote or word.is_mark or not word.text[:1].islower():
        return False
    if low in lex.words["auxiliaries"] or low.endswith("n't"):
        return low not in {"been", "being", "be", "en", "y", "lui", "leur", "l'"}
    if lex.language == "fr":
        return (
            any(entry.form == "ed" for entry in lex.verbs.get(low, ()))
            and low not in lex.words["roles"] | lex.words["people"]
        )
    if low in IRREGULAR_PAST:
        return True
    if low in NOUN_FORMS:
        return False
    if low == "think":  # "think tank" is a noun
        return False
    if low in lex.verbs:
        return any(entry.form != "ing" for entry in lex.verbs[low])
    return (
        low.endswith("ed") and len(low) > 4 and "-" not in low and low not in MODIFIERS
    )


def is_verb_here(words: Sequence[Word], i: int, entry: CueVerb, lex: Cues) -> str:
    """Return "active", "participle", "passive" or "" for a form at its place."""
    if lex.language == "fr":
        return _french_verb(words, i, entry, lex)
    place, seen = back_over(words, i, lex)
    before = words[place].low if place >= 0 else ""
    word = words[i]
    if word.is_name and i > 0 and not _all_capitals(words):
        return ""
    if entry.form == "ing":
        return _ing(words, i, place, seen, lex)
    if before == "to" or (i and words[i - 1].low == "to"):
        skipped = words[place - 1].low if place > 0 else ""
        return "active" if skipped in lex.words["skip_verbs"] else ""
    if entry.form == "ed":
        return _past(words, i, seen, lex)
    if seen & {"would", "could", "might", "can", "must", "should", "may", "will"}:
        return ""
    return _present(words, i, place, entry, lex)


def _all_capitals(words: Sequence[Word]) -> bool:
    """Tell whether nearly every word has a capital, as in some headlines."""
    long = [w for w in words if len(w.text) > 3 and not w.is_mark and not w.is_quote]
    return len(long) > 3 and sum(w.is_name for w in long) >= 0.8 * len(long)


def _ing(
    words: Sequence[Word], i: int, place: int, seen: frozenset[str], lex: Cues
) -> str:
    if words[i].low == "regarding":
        return ""
    if seen & lex.words["be"]:
        return "active"
    if i == 0:
        return "participle"
    before = words[place] if place >= 0 else None
    if before is None or before.is_mark or before.is_quote:
        return "participle"
    if before.low in lex.words["conjunctions"]:
        return "participle"
    if before.low in {"in", "by", "while", "when", "whilst", "after", "before"}:
        return "participle"
    speakers = lex.words["vehicles"] | lex.words["people"] | lex.words["roles"]
    speaks = before.is_name or before.low in speakers | {"one", "poster", "posters"}
    return "attached" if speaks and before.low not in {"country", "state"} else ""


def _past(words: Sequence[Word], i: int, seen: frozenset[str], lex: Cues) -> str:
    if seen & lex.words["be"] and not seen & {"has", "have", "had"} - {"been"}:
        return "passive"
    if "been" in seen or "being" in seen:
        return "passive"
    if seen & {"has", "have", "had", "'ve"}:
        return "active"
    if i and words[i - 1].low in lex.words["determiners"] | {"'s", "of"}:
        return ""
    if "first" in seen:
        return ""
    following = words[i + 1].low if i + 1 < len(words) else ""
    if following == "by":
        return "attached passive"
    return "active"


def _present(
    words: Sequence[Word], i: int, place: int, entry: CueVerb, lex: Cues
) -> str:
    """Judge a present form; what may be a noun needs a subject that agrees."""
    if entry.form == "base" and i + 1 < len(words) and words[i + 1].low == "that":
        place = _head_before(words, place, lex)
    before = words[place] if place >= 0 else None
    nounish = entry.lemma != "say" and words[i].low in NOUN_FORMS
    if before is None:
        return ""
    if before.low in lex.words["determiners"] - {
        "both",
        "all",
        "some",
        "many",
        "others",
    }:
        return ""
    if before.low in lex.words["prepositions"] | {"'s"}:
        return ""
    if before.is_mark or before.is_quote:
        return "" if nounish and not before.is_quote else "active"
    if words[i].low == "states" and before.low in {"member", "united"}:
        return ""
    if entry.form == "base" and before.low in lex.words["conjunctions"]:
        return ""
    if entry.form == "base" and not _plural(words, place):
        return ""
    if (
        entry.form == "s"
        and nounish
        and before.low.endswith("s")
        and not before.is_name
    ):
        return ""
    if nounish and before.low in ADJECTIVES:
        return ""
    if nounish and not before.is_name and not _is_subject_word(before, lex):
        return ""
    return "active"


def _head_before(words: Sequence[Word], place: int, lex: Cues) -> int:
    """Return the place of "people" for the end of "people in the camp"."""
    for k in range(place, max(0, place - 6), -1):
        if words[k].is_mark or words[k].is_quote:
            break
        if words[k].low in {"in", "of", "from", "at", "near"} and k > 0:
            head = words[k - 1]
            if _plural(words, k - 1) and _is_subject_word(head, lex):
                return k - 1
    return place


def _is_subject_word(word: Word, lex: Cues) -> bool:
    people = lex.words["people"] | lex.words["roles"] | lex.words["relatives"]
    pronouns = {"he", "she", "it", "they", "we", "i", "and", "but", "also"}
    return word.low in people | pronouns


def _plural(words: Sequence[Word], place: int) -> bool:
    """Tell whether the word can be, or end, a plural subject."""
    word = words[place]
    if word.low in {
        "they",
        "we",
        "i",
        "you",
        "who",
        "which",
        "many",
        "others",
        "people",
        "police",
        "media",
        "some",
        "and",
        "but",
    }:
        return True
    if word.low.endswith("s") and not word.low.endswith("ss"):
        return True
    if word.text.isupper() and len(word.text) > 1:
        return True
    return (
        any(w.low == "and" for w in words[max(0, place - 6) : place]) and word.is_name
    )


def _french_verb(words: Sequence[Word], i: int, entry: CueVerb, lex: Cues) -> str:
    """Judge a French form: a participle needs its auxiliary."""
    word = words[i]
    place, seen = back_over(words, i, lex)
    if word.is_name and i > 0:
        return ""
    if entry.form == "ing":
        return "participle"
    if entry.form == "base":
        return ""
    before = words[i - 1].low if i else ""
    if before in lex.words["determiners"] - {"l'", "la", "le", "les", "leur"}:
        return ""
    if before in lex.words["prepositions"] and before != "en":
        return ""
    participle = word.low.endswith(
        (*PARTICIPLE, "i", "u", "is", "it")
    ) and not word.low.endswith("ait")
    has = seen & {"a", "ont", "avait", "avaient", "aurait", "auraient", "eu", "avoir"}
    inverted = i and words[i - 1].low.startswith(("a-t-", "ont-", "avait-"))
    if word.low.endswith(PARTICIPLE) and not has and not inverted:
        be = seen & {"est", "sont", "été", "était", "étaient", "fut"}
        reflexive = seen & {"s'", "se"}
        joined = place > 0 and words[place].low == "et"
        if joined and any(w.low in {"a", "ont", "avait"} for w in words[:place]):
            return "active"  # "a jugé … et recommandé"
        return "active" if be and reflexive else ("passive" if be else "")
    if "été" in seen:
        return "passive"
    if participle and seen & {"est", "sont"} and not seen & {"s'", "se"} and not has:
        return "passive" if word.low.endswith(PARTICIPLE) else ""
    article = before in {"le", "la", "les", "l'"} and words[i - 1].low in seen
    if article and not has and not word.low.endswith(("ait", "aient", "era")):
        # "le rapport" is a noun, "il le rappelle" a verb.
        return (
            "active"
            if place >= 0 and words[place].low in {"il", "elle", "qui", "comme"}
            else ""
        )
    return "active"


def misspelt(word: Word, lex: Cues) -> tuple[CueVerb, ...]:
    """Return the cue that a word misspells by one letter too many, too few, or swapped.

    Only long forms, and the ends must be right: other words are rarely so near.
    """
    low = word.low
    if len(low) < 8 or not low.isalpha() or low in lex.verbs:
        return ()
    for other in _near(low):
        if len(other) >= 7 and other in lex.verbs and other[-2:] == low[-2:]:
            return lex.verbs[other]
    return ()


def _near(low: str) -> list[str]:
    inner = range(1, len(low) - 1)
    shorter = [low[:k] + low[k + 1 :] for k in inner]
    swapped = [low[:k] + low[k + 1] + low[k] + low[k + 2 :] for k in inner[:-1]]
    doubled = [low[:k] + low[k] + low[k:] for k in inner]
    return shorter + swapped + doubled
