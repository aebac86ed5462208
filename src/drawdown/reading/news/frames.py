"""What must follow a verb for it to give somebody's word."""

from collections.abc import Sequence

from drawdown.reading.news.classes import word_class
from drawdown.reading.news.cues import Cues, CueVerb
from drawdown.reading.news.grammar import back_over, looks_finite
from drawdown.reading.news.words import Word

__all__ = ["TIMES", "after_adverbs", "fits"]


def fits(words: Sequence[Word], i: int, entry: CueVerb, kind: str, lex: Cues) -> bool:
    """Tell whether what follows a verb fits one of its frames."""
    if kind.endswith("passive"):
        return _passive_fits(words, i, entry, kind)
    after = after_adverbs(words, i + 1, lex)
    if (
        i
        and words[i - 1].low in {"if", "when", "once", "unless"}
        and entry.form == "ed"
    ):
        return False
    speech = entry.frames & {"any", "clause", "any_quote", "clause_quote"}
    if speech and (_beside_quote(words, i, after, lex) or _aside(words, i, lex)):
        return True
    if speech and _before_break(words, i):
        return True
    return any(_fits(words, i, after, frame, lex) for frame in entry.frames)


def after_adverbs(words: Sequence[Word], start: int, lex: Cues) -> int:
    """Return the first place after adverbs and a date or place in passing."""
    place = start
    while place < len(words):
        low = words[place].low
        if low in lex.words["adverbs_between"] or (
            low.endswith("ly") and words[place].text.islower() and low != "only"
        ):
            place += 1
        elif (
            low in {"on", "in"}
            and place + 1 < len(words)
            and _is_time(words[place + 1])
        ):
            place += 2
        elif (stop := _interjection(words, place)) is not None:
            place = stop
        elif _strongest(words, place):
            place += next(k for k in range(2, 6) if words[place + k].low == "terms") + 1
        elif _is_time(words[place]):
            place += 1
        else:
            break
    return place


TIMES = word_class("times")


def _interjection(words: Sequence[Word], place: int) -> int | None:
    """Return the place after ", however,", ", pour sa part,"."""
    if words[place].text != "," or place + 2 >= len(words):
        return None
    if words[place + 1].low not in {"however", "for", "pour", "toutefois", "quant"}:
        return None
    for k in range(place + 2, min(place + 7, len(words))):
        if words[k].text == ",":
            return k + 1
    return None


def _strongest(words: Sequence[Word], place: int) -> bool:
    """Tell whether "in the strongest possible terms" stands here."""
    low = [w.low for w in words[place : place + 6]]
    return low[:2] == ["in", "the"] and "terms" in low[2:]


def _is_time(word: Word) -> bool:
    return word.low in TIMES


def _passive_fits(words: Sequence[Word], i: int, entry: CueVerb, kind: str) -> bool:
    """A passive counts where somebody is named, or a clause is said."""
    following = words[i + 1].low if i + 1 < len(words) else ""
    if kind == "attached passive":
        return i > 0 and words[i - 1].low == "as"
    if following in {"by", "par"}:
        agent = words[i + 2].low if i + 2 < len(words) else ""
        return entry.stance != "demand" and not agent.endswith("ing")
    if entry.lemma in {"tell", "inform"}:
        return False
    if "any" in entry.frames or "clause" in entry.frames:
        return following in {"that", "que", "qu'"}
    return following == "as" and "obj_as" in entry.frames


def _before_break(words: Sequence[Word], i: int) -> bool:
    """Tell whether only a comma or colon follows: the words come on the next line."""
    return 0 < i == len(words) - 2 and words[-1].text in {",", ":"}


def _beside_quote(words: Sequence[Word], i: int, after: int, lex: Cues) -> bool:
    """Tell whether a quotation stands right after the verb, or before its subject."""
    place = after
    while place < len(words) and words[place].text in {",", ":", "—"}:
        place += 1
    if place < len(words) and words[place].is_quote and _says_much(words[place]):
        return True
    # "...," said Smith; "...," Smith said
    before = back_over(words, i, lex)[0]
    while before >= 0 and i - before < 12 and not words[before].is_quote:
        if looks_finite(words[before], lex) or words[before].text in {";", "."}:
            return False
        before -= 1
    return before >= 0 and words[before].is_quote and _says_much(words[before])


def _says_much(word: Word) -> bool:
    return len(word.text.split()) >= 3 or word.text.rstrip('"» ').endswith(
        (",", ".", "!", "?")
    )


def _aside(words: Sequence[Word], i: int, lex: Cues) -> bool:
    """Tell whether the verb stands in an aside: "…, officials say, …"."""
    after = after_adverbs(words, i + 1, lex)
    ends = after >= len(words) or (
        words[after].is_mark and words[after].text not in {"(", "[", "$"}
    )
    if not ends:
        return False
    comma = next(
        (
            k
            for k in range(i - 1, -1, -1)
            if words[k].text in {",", "—"} or words[k].is_quote
        ),
        None,
    )
    start = comma if comma is not None else -1
    near = i - start <= 14 if comma is not None else i <= 4
    stop = back_over(words, i, lex)[0]
    between = words[start + 1 : max(start + 1, stop)]
    relative = (k for k, w in enumerate(between) if k and w.low in {"who", "qui"})
    between = between[: next(relative, len(between))]
    return near and not any(looks_finite(w, lex) for w in between)


def _clause(words: Sequence[Word], after: int, lex: Cues, *, need_that: bool) -> bool:
    """Tell whether a clause follows: that …, : …, or a subject with its verb."""
    low = [w.low for w in words[after : after + 9]]
    for that in ("that", "que", "qu'"):
        if that in low:
            gap = words[after : after + low.index(that)]
            if not any(looks_finite(w, lex) or w.text in ".;" for w in gap):
                return True
    if need_that and lex.language == "en":
        return False
    if after >= len(words):
        return False
    if words[after].text == ":":
        return after + 1 < len(words)
    if low[:1] and low[0] in {
        "how",
        "why",
        "what",
        "whether",
        "if",
        "it",
        "there",
        "where",
    }:
        return True
    if lex.language == "fr":
        return False
    if looks_finite(words[after], lex):
        return False
    if words[after].is_mark or low[0] in (lex.words["prepositions"] - {"by", "after"}):
        return False
    return any(looks_finite(w, lex) for w in words[after + 1 : after + 26])


def _object(words: Sequence[Word], after: int, lex: Cues) -> bool:
    if after >= len(words):
        return False
    word = words[after]
    if word.is_mark or word.low in lex.words["conjunctions"]:
        return word.text in {"$", "€", "£"}
    if looks_finite(word, lex) and lex.language == "en":
        return False
    if word.low == "that":  # "dismissed that account"
        following = words[after + 1].low if after + 1 < len(words) else ""
        return following in ACCOUNTS
    return (
        word.low
        not in lex.words["prepositions"]
        - {
            "des",
            "du",
            "en",
            "à",
        }
        and word.low not in lex.words["breaks"]
    )


def _fits(words: Sequence[Word], i: int, after: int, frame: str, lex: Cues) -> bool:
    next_low = words[after].low if after < len(words) else ""
    rest = words[after : after + 18]
    if frame == "any":
        return after < len(words) and (
            not words[after].is_mark or words[after].text in {":", "$", "["}
        )
    if frame in {"clause", "clause_that"}:
        return _clause(words, after, lex, need_that=frame == "clause_that")
    if frame == "obj":
        return _object(words, after, lex)
    if frame == "obj_the":
        return next_low in lex.words["determiners"] or (
            after < len(words) and words[after].is_name
        )
    if frame == "obj_as":
        return _object(words, after, lex) and any(
            w.low in {"as", "comme"} for w in rest
        )
    if frame == "obj_quote":
        return _object_then_quote(words, after, lex)
    if frame == "study":
        return _of_study(words, i, lex) and _clause(words, after, lex, need_that=False)
    if frame == "at_end":
        return words[-1].text == ":"
    if frame == "obj_cited":
        return words[i].low != "citing" and _object(words, after, lex)
    if frame in {"on_quote", "in_quote"}:
        return _quote_later(words, after)
    if frame in {"any_quote", "clause_quote"}:
        return after < len(words) and words[after].is_quote
    return _fits_narrow(words, after, frame, lex)


def _object_then_quote(words: Sequence[Word], after: int, lex: Cues) -> bool:
    """Tell whether an object and then a quotation follow: called it "a mistake"."""
    if after >= len(words) or words[after].is_quote:
        return False
    for word in words[after : after + 18]:
        if word.is_quote:
            return True
        if looks_finite(word, lex) or word.low in lex.words["conjunctions"]:
            return False
    return False


def _to_clause_end(words: Sequence[Word], lex: Cues) -> Sequence[Word]:
    """Return the words up to the next verb."""
    for k, word in enumerate(words):
        if k and looks_finite(word, lex) and word.low not in JUDGING:
            return words[:k]
    return words


def _of_study(words: Sequence[Word], i: int, lex: Cues) -> bool:
    """Tell whether a study, or those who made it, are the subject."""
    near = words[max(0, i - 4) : i]
    return any(w.low in lex.words.get("studies", ()) for w in near)


def _quote_later(words: Sequence[Word], after: int) -> bool:
    return any(w.is_quote and _says_much(w) for w in words[after : after + 8])


def _fits_narrow(words: Sequence[Word], after: int, frame: str, lex: Cues) -> bool:
    """Judge the frames that few verbs have."""
    next_low = words[after].low if after < len(words) else ""
    rest = words[after : after + 14]
    if frame == "to":
        return next_low in {"to", "de", "d'"} or (
            lex.language == "fr" and next_low.endswith(("er", "ir", "re"))
        )
    if frame == "obj_adj":
        return _object(words, after, lex) and (
            _object_then_quote(words, after, lex)
            or any(w.low in JUDGING for w in _to_clause_end(rest, lex))
        )
    if frame == "the_count":
        return any(w.low in {"count", "toll", "number", "figure"} for w in rest)
    if frame == "obj_num":
        return any(w.text[:1].isdigit() for w in rest[:3])
    if frame == "obj_ing":
        return next_low.endswith("ing")
    if frame == "obj_of":
        return _object(words, after, lex) and any(w.low == "of" for w in rest)
    if frame == "obj_to":
        return _object(words, after, lex) and any(
            w.low in {"to", "à", "au", "aux"} for w in rest
        )
    if frame == "obj_from":
        return _object(words, after, lex) and any(w.low == "from" for w in rest)
    if frame == "obj_claim":
        return any(
            w.low
            in {
                "claim",
                "claims",
                "figures",
                "account",
                "accusation",
                "accusations",
                "decision",
                "version",
                "allegation",
                "allegations",
            }
            for w in rest[:6]
        )
    if frame == "itself":
        return next_low in {"itself", "himself", "herself", "themselves"}
    return next_low == frame


JUDGING = word_class("judging")
ACCOUNTS = word_class("accounts")
