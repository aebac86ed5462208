"""Whose word a cue gives: where its subject stands in the sentence."""

from collections.abc import Sequence

from drawdown.reading.news.cue_finder import Cue
from drawdown.reading.news.cues import Cues
from drawdown.reading.news.frames import TIMES, after_adverbs
from drawdown.reading.news.grammar import back_over, looks_finite
from drawdown.reading.news.phrases import (
    ADVERBIALS,
    INHERITED,
    OPEN,
    Subject,
    is_pronoun,
    noun_phrase,
    phrase_after,
)
from drawdown.reading.news.words import Word

__all__ = ["Subject", "subject_of"]


def subject_of(words: Sequence[Word], cue: Cue, lex: Cues) -> Subject:
    """Return where the source of a cue stands."""
    if cue.kind == "according":
        return phrase_after(words, cue.last + 1, lex) or OPEN
    if cue.kind in {"adverb", "received"}:
        return OPEN
    if cue.kind == "passive":
        return _by(words, cue, lex)
    if cue.kind == "owned":
        return noun_phrase(words, cue.first - 1, lex)
    if cue.kind == "participle":
        return _of_participle(words, cue, lex)
    inverted = _inverted(words, cue, lex)
    if inverted is not None:
        return inverted
    return _left(words, cue, lex)


def _by(words: Sequence[Word], cue: Cue, lex: Cues) -> Subject:
    """Return the agent of a passive, or nobody."""
    by = {"by", "par"}
    if words[cue.last].low in by:
        return phrase_after(words, cue.last + 1, lex) or OPEN
    for k in range(cue.last + 1, min(cue.last + 3, len(words))):
        if words[k].low in by:
            return phrase_after(words, k + 1, lex) or OPEN
    return OPEN


def _inverted(words: Sequence[Word], cue: Cue, lex: Cues) -> Subject | None:
    """Return the subject of "…", said Smith."""
    if lex.language == "fr" and "-" in words[cue.first].low:
        return Subject(
            first=cue.first, last=cue.first + 1, kind="pronoun", inverted=True
        )
    if lex.language == "fr" and cue.first:
        helper = words[cue.first - 1].low
        if "-t-" in helper or helper.endswith(("-il", "-elle", "-ils", "-elles")):
            return Subject(
                first=cue.first - 1, last=cue.first, kind="pronoun", inverted=True
            )
    place, _ = back_over(words, cue.first, lex)
    before = words[place] if place >= 0 else None
    if before is not None and before.low == "comme" and lex.language == "fr":
        return phrase_after(words, cue.last + 1, lex)
    at_quote = (
        before is None
        or before.is_quote
        or (
            before.text in {",", "—", ";", "-"}
            and (
                place == 0
                or words[place - 1].is_quote
                or lex.language == "fr"
                or _ends_soon(words, cue, lex)
            )
        )
    )
    if not at_quote or not cue.strong or cue.last + 1 >= len(words):
        return None
    start = _past_listener(words, after_adverbs(words, cue.last + 1, lex), lex)
    if start >= len(words):
        return None
    first = words[start]
    french = lex.language == "fr" and before is not None and not before.is_quote
    if french and not _french_inversion(words, cue, place, lex):
        return None
    if first.is_mark or first.is_quote or first.low in lex.words["breaks"]:
        return None
    if before is None and not _verb_first(words, cue):
        return None
    return phrase_after(words, start, lex)


def _past_listener(words: Sequence[Word], start: int, lex: Cues) -> int:
    """Return the place after "à l'AFP", to whom something is said."""
    if lex.language != "fr" or start >= len(words):
        return start
    heard = {"à", "au", "aux", "devant"}
    if words[start].low not in heard and words[start - 1].low not in heard:
        return start
    for k in range(start + 1, min(start + 7, len(words))):
        if k > start + 1 and words[k].low in {"un", "une", "le", "des"}:
            return k
    return start


def _french_inversion(words: Sequence[Word], cue: Cue, place: int, lex: Cues) -> bool:
    """Tell whether "…, a déclaré X" follows what is said, not the apposition of X."""
    after = words[cue.last + 1 : cue.last + 3]
    if any(w.is_quote for w in after) or _name_in_apposition(words, place):
        return False
    if after and (after[0].is_name or after[0].low in {"m.", "mme"}):
        return True
    quoted = any(w.is_quote for w in words[:place])
    return quoted or any(_is_clause_verb(words, k, lex) for k in range(place))


def _name_in_apposition(words: Sequence[Word], comma: int) -> bool:
    """Tell whether a name between commas stands before: "le ministre, X, …"."""
    k = comma - 1
    while k >= 0 and words[k].text != "," and comma - k < 6:
        k -= 1
    between = words[k + 1 : comma]
    return (
        k > 0
        and bool(between)
        and all(w.is_name or w.low in {"de", "du", "le", "la"} for w in between)
    )


def _is_clause_verb(words: Sequence[Word], k: int, lex: Cues) -> bool:
    before = words[k - 1].low if k else ""
    closed = lex.words["determiners"] | lex.words["prepositions"]
    return looks_finite(words[k], lex) and before not in closed


def _ends_soon(words: Sequence[Word], cue: Cue, lex: Cues) -> bool:
    """Tell whether only a name is left after the cue."""
    rest = words[cue.last + 1 :]
    return (
        0 < len(rest) <= 8
        and rest[0].is_name
        and not any(looks_finite(w, lex) for w in rest)
    )


def _verb_first(words: Sequence[Word], cue: Cue) -> bool:
    """Tell whether a sentence that starts with its cue still names a speaker."""
    return cue.first == 0 and words[0].low in {"said", "says", "added", "read"}


def _of_participle(words: Sequence[Word], cue: Cue, lex: Cues) -> Subject:
    """Return whose participle it is: the main clause's subject as a rule."""
    if cue.first > 0:
        return _of_last_verb(words, cue.first, lex)
    comma = next((k for k, w in enumerate(words) if k and w.text == ","), None)
    if comma is None:
        return INHERITED
    return _from_clause(words, comma + 1, lex) or INHERITED


def _of_last_verb(words: Sequence[Word], stop: int, lex: Cues) -> Subject:
    """Return the subject of the nearest verb before; it is used if no cue has one."""
    for k in range(stop - 1, 0, -1):
        if words[k].is_quote or words[k].text == ";":
            break
        if not looks_finite(words[k], lex) or words[k].low in {"been", "being"}:
            continue
        place, _ = back_over(words, k, lex)
        found = _before(words, place, lex) if place >= 0 else INHERITED
        if found.kind in {"noun", "pronoun"}:
            return Subject(first=found.first, last=found.last, kind="inherited")
        break
    return INHERITED


def _from_clause(words: Sequence[Word], start: int, lex: Cues) -> Subject | None:
    """Return the subject of a clause that starts at a word: all up to its verb."""
    stop = start
    while stop < len(words) and stop - start < 16:
        word = words[stop]
        if word.is_quote or word.is_mark or looks_finite(word, lex):
            break
        stop += 1
    while (
        stop > start
        and words[stop - 1].text.islower()
        and words[stop - 1].low.endswith("ly")
    ):
        stop -= 1
    if stop == start:
        return None
    kind = "pronoun" if is_pronoun(words[stop - 1], lex) else "noun"
    return Subject(first=stop - 1 if kind == "pronoun" else start, last=stop, kind=kind)


def _left(words: Sequence[Word], cue: Cue, lex: Cues) -> Subject:
    place, _ = back_over(words, cue.first, lex)
    place = _before_time(words, place)
    if place < 0:
        lone = [w for w in words[: cue.first] if w.low in {"all", "both", "some"}]
        return Subject(first=0, last=1, kind="noun") if lone else INHERITED
    return _before(words, place, lex)


def _before_time(words: Sequence[Word], place: int) -> int:
    """Return the place before "on Tuesday", "late last week" in front of a verb."""
    if place > 1 and words[place].low in TIMES:
        return place - (2 if words[place - 1].low in {"on", "in"} else 1)
    periods = {"week", "month", "year", "weekend", "semaine"}
    if (
        place > 2
        and words[place].low in periods
        and words[place - 1].low in {"last", "this", "next", "earlier", "past"}
    ):
        return place - (
            3 if words[place - 2].low in {"late", "early", "earlier"} else 2
        )
    return place


def _before(words: Sequence[Word], place: int, lex: Cues) -> Subject:
    """Return the subject that ends at a word, the last one before the verb."""
    word = words[place]
    if is_pronoun(word, lex):
        return Subject(first=place, last=place + 1, kind="pronoun")
    if word.low in lex.words["conjunctions"]:
        return INHERITED
    if word.low in lex.words["relatives"]:
        return _antecedent(words, place, lex)
    if word.text in {",", ")", "—", "-"}:
        return _over_apposition(words, place, lex)
    if word.is_mark or word.is_quote:
        return INHERITED
    relative = _relative_before(words, place, lex)
    if relative is not None:
        return _antecedent(words, relative, lex)
    return noun_phrase(words, place, lex)


def _relative_before(words: Sequence[Word], place: int, lex: Cues) -> int | None:
    """Return "who" of "an official who knows the plan said": its clause has a verb."""
    finite = False
    for k in range(place, max(0, place - 14), -1):
        word = words[k]
        if word.is_quote or word.is_mark:
            return None
        if word.low in {"who", "qui"}:
            own = words[k + 1]  # "who the army says …" has another subject
            known = own.is_name or own.low in lex.words["determiners"]
            return k if finite or (k < place and not known) else None
        finite = finite or looks_finite(word, lex)
    return None


def _antecedent(words: Sequence[Word], place: int, lex: Cues) -> Subject:
    """Return the noun that "who" or "which" stands for."""
    end = place - 1
    if end >= 0 and words[end].text == ",":
        end -= 1
    if end < 0 or words[end].is_mark:
        return INHERITED
    return noun_phrase(words, end, lex)


def _over_apposition(words: Sequence[Word], comma: int, lex: Cues) -> Subject:
    """Return the subject before "…, the minister, said"; both parts belong to it."""
    if words[comma].text == ")":
        opening = next((k for k in range(comma, -1, -1) if words[k].text == "("), None)
        if opening is None or opening == 0:
            return INHERITED
        inner = noun_phrase(words, opening - 1, lex)
        return Subject(first=inner.first, last=comma + 1, kind=inner.kind)
    marks = {words[comma].text, "—"} if words[comma].text != "," else {","}
    start = comma - 1
    while start >= 0 and words[start].text not in marks and not words[start].is_quote:
        start -= 1
    if start < 0:
        return _whole(words, 0, comma, lex)
    if words[start].is_quote:
        return INHERITED
    if start == 0:
        return INHERITED
    inside = words[start + 1]
    if comma - start == 2 and is_pronoun(inside, lex):
        return noun_phrase(words, start - 1, lex)
    if inside.low in {"and", "et"}:
        return INHERITED
    if words[start - 1].text == ")":
        before = _over_apposition(words, start - 1, lex)
    else:
        before = noun_phrase(words, start - 1, lex)
    if before.kind != "noun" or _is_adverbial(words, before, lex):
        return _whole(words, start + 1, comma, lex)
    if inside.low in lex.words["relatives"] | lex.words["prepositions"]:
        return before
    while before.first and _listed(words, before, lex):
        earlier = noun_phrase(words, before.first - 2, lex)
        if earlier.kind != "noun" or _is_adverbial(words, earlier, lex):
            break
        before = Subject(first=earlier.first, last=before.last, kind="noun")
    return Subject(first=before.first, last=comma, kind="noun")


def _listed(words: Sequence[Word], found: Subject, lex: Cues) -> bool:
    """Tell whether another name and a comma stand before the phrase."""
    comma = found.first - 1
    if comma < 1 or words[comma].text != ",":
        return False
    return words[comma - 1].is_name and words[found.first].low in (
        lex.words["determiners"] | lex.words["roles"]
    )


def _whole(words: Sequence[Word], start: int, stop: int, lex: Cues) -> Subject:
    if start >= stop:
        return INHERITED
    found = noun_phrase(words, stop - 1, lex)
    return (
        found if found.first >= start else Subject(first=start, last=stop, kind="noun")
    )


def _is_adverbial(words: Sequence[Word], found: Subject, lex: Cues) -> bool:
    """Tell whether the phrase is "On Friday", "In a statement", "However"."""
    first = words[found.first]
    if found.first and words[found.first - 1].low in lex.words["prepositions"]:
        return True
    if first.low in lex.words["prepositions"] or first.low in TIMES:
        return True
    only = found.last - found.first == 1
    return only and first.low in ADVERBIALS
