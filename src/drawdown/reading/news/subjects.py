"""Whose word a cue gives: where its subject stands in the sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

from drawdown.reading.news.classes import word_class
from drawdown.reading.news.cue_finder import Cue
from drawdown.reading.news.cues import Cues
from drawdown.reading.news.frames import TIMES, after_adverbs
from drawdown.reading.news.grammar import back_over, looks_finite
from drawdown.reading.news.words import Word

__all__ = ["Subject", "subject_of"]


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


def subject_of(words: Sequence[Word], cue: Cue, lex: Cues) -> Subject:
    """Return where the source of a cue stands."""
    if cue.kind == "according":
        return _right(words, cue.last + 1, lex) or OPEN
    if cue.kind in {"adverb", "received"}:
        return OPEN
    if cue.kind == "passive":
        return _by(words, cue, lex)
    if cue.kind == "owned":
        return _noun_phrase(words, cue.first - 1, lex)
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
        return _right(words, cue.last + 1, lex) or OPEN
    for k in range(cue.last + 1, min(cue.last + 3, len(words))):
        if words[k].low in by:
            return _right(words, k + 1, lex) or OPEN
    return OPEN


def _right(words: Sequence[Word], start: int, lex: Cues) -> Subject | None:
    """Return the noun phrase that starts at a word and runs to the right."""
    place = start
    while place < len(words) and not _ends_right(words, place, start, lex):
        place += 1
    if place == start:
        return None
    kind = (
        "pronoun" if place == start + 1 and _is_pronoun(words[start], lex) else "noun"
    )
    if _is_pronoun(words[start], lex) and words[start].low != "the":
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
    if any(_is_pronoun(w, lex) for w in after[:1]):
        return False
    before = words[place - 1]
    named = any(w.is_name for w in after)
    return (named and (before.is_name or before.low.endswith("s"))) or (
        before.text.islower() and not looks_finite(after[0], lex)
    )


def _is_pronoun(word: Word, lex: Cues) -> bool:
    if lex.language == "fr" and word.low in {"lui", "eux"}:
        return True
    return word.low in (
        lex.words["pronouns_person"]
        | lex.words["pronouns_group"]
        | lex.words["pronouns_thing"]
        | {"i", "we", "you", "je", "nous", "vous"}
    )


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
        return _right(words, cue.last + 1, lex)
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
    return _right(words, start, lex)


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
    kind = "pronoun" if _is_pronoun(words[stop - 1], lex) else "noun"
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
    if _is_pronoun(word, lex):
        return Subject(first=place, last=place + 1, kind="pronoun")
    if word.low in lex.words["conjunctions"]:
        return INHERITED
    if word.low in lex.words["relatives"]:
        return _antecedent(words, place, lex)
    if word.text in {",", ")", "—", "-"}:
        return _over_apposition(words, place, lex)
    if word.is_mark or word.is_quote:
        return INHERITED
    return _noun_phrase(words, place, lex)


def _antecedent(words: Sequence[Word], place: int, lex: Cues) -> Subject:
    """Return the noun that "who" or "which" stands for."""
    end = place - 1
    if end >= 0 and words[end].text == ",":
        end -= 1
    if end < 0 or words[end].is_mark:
        return INHERITED
    return _noun_phrase(words, end, lex)


def _over_apposition(words: Sequence[Word], comma: int, lex: Cues) -> Subject:
    """Return the subject before "…, the minister, said"; both parts belong to it."""
    if words[comma].text == ")":
        opening = next((k for k in range(comma, -1, -1) if words[k].text == "("), None)
        if opening is None or opening == 0:
            return INHERITED
        inner = _noun_phrase(words, opening - 1, lex)
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
    if comma - start == 2 and _is_pronoun(inside, lex):
        return _noun_phrase(words, start - 1, lex)
    if inside.low in {"and", "et"}:
        return INHERITED
    if words[start - 1].text == ")":
        before = _over_apposition(words, start - 1, lex)
    else:
        before = _noun_phrase(words, start - 1, lex)
    if before.kind != "noun" or _is_adverbial(words, before, lex):
        return _whole(words, start + 1, comma, lex)
    if inside.low in lex.words["relatives"] | lex.words["prepositions"]:
        return before
    while before.first and _listed(words, before, lex):
        earlier = _noun_phrase(words, before.first - 2, lex)
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
    found = _noun_phrase(words, stop - 1, lex)
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


UNITS = word_class("units")
ADVERBIALS = word_class("adverbials")


def _noun_phrase(words: Sequence[Word], end: int, lex: Cues) -> Subject:
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
    return not (_is_pronoun(words[place - 1], lex))


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
