"""Where the claims of a sentence begin and end, and which are one claim."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from drawdown.reading.news.classes import word_class
from drawdown.reading.news.cue_finder import Cue, find_cues
from drawdown.reading.news.cues import Cues
from drawdown.reading.news.frames import after_adverbs
from drawdown.reading.news.grammar import looks_finite
from drawdown.reading.news.sentences import Sentence
from drawdown.reading.news.sources import Scene, Source
from drawdown.reading.news.subjects import Subject, subject_of
from drawdown.reading.news.words import Word

__all__ = ["Raw", "raw_claims"]

#: A quotation shorter than this is a turn of phrase, not a statement.
STATEMENT = 5
#: A decision does not claim; what it asks for is a clause.
DECISION = re.compile(
    r"\b(?:resolution|résolution|^text|^texte)\b(?:\s+\d+)?$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """A claim before its fields are read."""

    cue: Cue
    cue_span: tuple[int, int]
    subject: Subject
    source: Source
    start: int
    end: int
    content: tuple[int, int]
    direct: bool = False
    outside: bool = False
    via: str | None = None
    hedge: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    cue: Cue
    subject: Subject
    aside: bool

    @property
    def first(self) -> int:
        """The first word of source and cue."""
        if self.subject.kind in {"noun", "pronoun"} and not self.subject.inverted:
            return min(self.subject.first, self.cue.first)
        return self.cue.first

    @property
    def last(self) -> int:
        """The last word of cue and source."""
        if self.subject.inverted:
            return max(self.subject.last - 1, self.cue.last)
        return self.cue.last


def raw_claims(sentence: Sentence, scene: Scene) -> list[Raw]:
    """Return the claims of a sentence, in order, with their sources resolved."""
    words, lex = sentence.words, scene.lex
    found = [
        _Found(cue=cue, subject=subject, aside=_aside(words, cue, subject, lex))
        for cue in find_cues(words, lex)
        for subject in [subject_of(words, cue, lex)]
    ]
    found = _without_hedges(found)
    if not found:
        return _lone_quote(sentence, scene)
    kept = _resolved(found, sentence, scene)
    return [
        _raw(item, source, via, kept, sentence, scene) for item, source, via in kept
    ]


def _resolved(
    found: Sequence[_Found], sentence: Sentence, scene: Scene
) -> list[tuple[_Found, Source, str | None]]:
    """Return the cues that are claims of their own, with source and channel.

    What a speaker is said to report of others is left out. Where a medium only
    passes it on, both are kept, and the medium is the channel.
    """
    words = sentence.words
    kept: list[tuple[_Found, Source, str | None]] = []
    for item in found:
        outer = next(
            ((f, s) for f, s, _ in reversed(kept) if _inside(f, item, words)), None
        )
        if outer is not None and not (outer[1].channel or outer[1].name is None):
            continue
        source = scene.resolve(sentence, item.subject)
        if DECISION.search(source.name or ""):
            continue
        scene.keep(words[item.first].start, source)
        if item.aside and not _led_by_as(item, words):
            kept = [k for k in kept if _stands(k, item, words)]
        kept.append((item, source, outer[1].name if outer else None))
    return kept


def _stands(
    earlier: tuple[_Found, Source, str | None], aside: _Found, words: Sequence[Word]
) -> bool:
    """Tell whether a cue stays a claim of its own beside a later "…, he said"."""
    return (
        earlier[0].aside
        or earlier[1].channel
        or not _same_clause(earlier[0], aside, words)
    )


def _aside(words: Sequence[Word], cue: Cue, subject: Subject, lex: Cues) -> bool:
    """Tell whether source and cue stand apart: "…, officials say, …", "…" said X."""
    if subject.inverted and cue.kind == "active":
        return True
    if subject.kind not in {"noun", "pronoun"} or cue.kind != "active":
        return False
    before = words[subject.first - 1] if subject.first else None
    place = after_adverbs(words, cue.last + 1, lex)
    after = words[place] if place < len(words) else None
    if before is None or not (
        before.text in {",", "—", ";"}
        or before.is_quote
        or before.low in {"as", "comme"}
    ):
        return False
    if after is None or (after.is_mark and after.text not in {":", "[", "(", "$"}):
        return True
    quoted = before.is_quote or (
        subject.first > 1 and words[subject.first - 2].is_quote
    )
    led = after.low in lex.words["prepositions"] | {"which", "who", "qui"}
    if quoted and cue.strong and (led or not _says_on(words, cue, lex)):
        return True
    return cue.lemma in {"tell", "inform", "report"} and not _says_on(words, cue, lex)


def _says_on(words: Sequence[Word], cue: Cue, lex: Cues) -> bool:
    """Tell whether a content follows the cue."""
    rest = words[cue.last + 1 :]
    if any(
        w.low in {"that", "que", "qu'"} or w.is_quote or w.text == ":"
        for w in rest[:14]
    ):
        return True
    return sum(looks_finite(w, lex) for w in rest[:8]) > 0


def _without_hedges(found: Sequence[_Found]) -> list[_Found]:
    """Leave out "reportedly" beside another cue: it is that claim's hedge."""
    real = [f for f in found if f.cue.kind != "adverb"]
    if real:
        return real
    return list(found[:1])


def _led_by_as(item: _Found, words: Sequence[Word]) -> bool:
    before = words[max(0, item.cue.first - 2) : item.cue.first]
    if item.cue.kind == "passive" or item.subject.inverted:
        return any(w.low in {"as", "comme"} for w in before)
    return item.subject.first > 0 and words[item.subject.first - 1].low in {
        "as",
        "comme",
    }


def _same_clause(first: _Found, aside: _Found, words: Sequence[Word]) -> bool:
    """Tell whether the aside is about the clause in which the first cue stands."""
    between = words[first.cue.last + 1 : aside.first]
    return not any(w.text == ";" or w.is_quote for w in between)


ADVERSE = word_class("adverse")


def _inside(outer: _Found, inner: _Found, words: Sequence[Word]) -> bool:
    """Tell whether one cue stands in the content of another."""
    if outer.aside and outer.cue.kind != "according":
        return False
    if inner.aside or inner.subject.kind == "inherited":
        return False
    if outer.cue.stance in {"no_comment", "claim_responsibility"}:
        return False
    if (
        outer.cue.kind in {"passive", "received", "adverb"}
        and outer.cue.lemma.split()[-1] != "to"
    ):
        return False
    if outer.cue.kind == "according" and outer.cue.first > 0:
        return False
    between = words[outer.last + 1 : inner.first]
    if between and between[-1].text == "," and _starts_aside(words, outer):
        return False
    for k, word in enumerate(between):
        if word.text == ";":
            return False
        parted = k > 0 and (between[k - 1].text == "," or between[k - 1].is_quote)
        if word.low in ADVERSE and parted:
            return False
    if (
        between
        and between[-1].low in {"and", "but", "while", "et", "mais"}
        and outer.cue.stance != "neutral"
    ):
        return False
    return not (
        len(between) > 1
        and between[-1].low in {"and", "et"}
        and between[-2].text == ","
    )


def _starts_aside(words: Sequence[Word], outer: _Found) -> bool:
    """Tell whether the outer cue stands in a clause that only leads to the main one."""
    leads = {"while", "as", "although", "after", "when", "though", "si", "alors"}
    return words[0].low in leads and outer.first < 22


def _raw(
    item: _Found,
    source: Source,
    via: str | None,
    kept: Sequence[tuple[_Found, Source, str | None]],
    sentence: Sentence,
    scene: Scene,
) -> Raw:
    words = sentence.words
    number = next(n for n, k in enumerate(kept) if k[0] is item)
    floor = _floor(kept, number, words, sentence)
    roof = _roof(kept, number, words, sentence)
    start, end = _extent(item, floor, roof, words, scene.text)
    return Raw(
        cue=item.cue,
        cue_span=(words[item.cue.first].start, words[item.cue.last].end),
        subject=item.subject,
        source=source,
        start=start,
        end=end,
        content=_content(item, start, end, words),
        direct=_direct(words, start, end),
        via=via,
        hedge=_near_hedge(words, item.cue, scene.lex),
    )


def _extent(
    item: _Found, floor: int, roof: int, words: Sequence[Word], text: str
) -> tuple[int, int]:
    """Return where a claim starts and ends in the room that its sentence leaves it."""
    first, last = words[item.first], words[item.last]
    start, end = first.start, max(last.end, roof)
    behind = item.aside or _comes_last(item)
    passive = item.cue.kind in {"passive", "adverb", "received"}
    if behind or (passive and item.subject.kind in {"open", "noun"}):
        start = floor
    if behind and _led_by_as(item, words):
        start = _as_start(item, words)
    if _comes_last(item):
        end = last.end
    start = min(start, first.start)
    return start, max(_trim(text, start, end), last.end)


def _comes_last(item: _Found) -> bool:
    """Tell whether "…, according to X" stands behind what is said."""
    return item.cue.kind == "according" and item.cue.first > 0


def _content(
    item: _Found, start: int, end: int, words: Sequence[Word]
) -> tuple[int, int]:
    """Return where the content of a claim stands."""
    if item.aside or item.cue.kind in {"passive", "received", "adverb"}:
        return start, end
    if _comes_last(item):
        return start, words[item.first].start
    return words[item.last].end, end


def _as_start(item: _Found, words: Sequence[Word]) -> int:
    """Return where "as" stands before an aside's source or cue."""
    first = min(item.cue.first, item.subject.first or item.cue.first)
    for k in range(first - 1, max(-1, first - 4), -1):
        if words[k].low in {"as", "comme"}:
            return words[k].start
    return words[first].start


def _near_hedge(words: Sequence[Word], cue: Cue, lex: Cues) -> tuple[int, int] | None:
    for k in range(max(0, cue.first - 2), min(cue.last + 2, len(words))):
        if words[k].low in lex.words["adverbs"]:
            return words[k].start, words[k].end
    return None


def _direct(words: Sequence[Word], start: int, end: int) -> bool:
    return any(
        w.is_quote and len(w.text.split()) >= STATEMENT and start <= w.start < end
        for w in words
    )


def _floor(
    kept: Sequence[tuple[_Found, Source, str | None]],
    number: int,
    words: Sequence[Word],
    sentence: Sentence,
) -> int:
    """Return where the room of a claim begins: after the claim before it."""
    if number == 0:
        return sentence.start
    before = kept[number - 1][0]
    quote = _quote_between(words, before.last, kept[number][0])
    if quote is not None:
        return words[quote].start
    for k in range(before.last + 1, kept[number][0].first):
        if words[k].text in {",", ";"} or words[k].low in {"and", "but", "et", "mais"}:
            return words[k + 1].start if k + 1 < len(words) else words[k].end
    return words[min(before.last + 1, len(words) - 1)].start


def _quote_between(words: Sequence[Word], last: int, after: _Found) -> int | None:
    """Return the quotation that the words before an aside belong to."""
    if not after.aside:
        return None
    return next(
        (
            k
            for k in range(last + 1, after.first)
            if words[k].is_quote and len(words[k].text.split()) >= STATEMENT
        ),
        None,
    )


def _roof(
    kept: Sequence[tuple[_Found, Source, str | None]],
    number: int,
    words: Sequence[Word],
    sentence: Sentence,
) -> int:
    """Return where the room of a claim ends: before the claim after it."""
    if number + 1 >= len(kept):
        return sentence.end
    after = kept[number + 1][0]
    k = after.first
    quote = _quote_between(words, kept[number][0].last, after)
    if quote is not None and words[quote - 1].text in {":", "."}:
        return words[quote - 1].end
    if after.aside and not after.subject.inverted:
        k = next(
            (
                j
                for j in range(kept[number][0].last + 1, after.first)
                if words[j].text in {",", ";"}
            ),
            after.first,
        )
    while k > 0 and (
        words[k - 1].text in {",", ";"}
        or words[k - 1].low in {"and", "but", "while", "as", "et", "mais", "also"}
    ):
        k -= 1
    return words[k - 1].end if k else sentence.end


def _trim(text: str, start: int, end: int) -> int:
    while end > start + 1 and text[end - 1] in " ,;.:—\n":
        end -= 1
    return end


def _lone_quote(sentence: Sentence, scene: Scene) -> list[Raw]:
    """Return the claim of a quotation whose speaker stands in the sentence before."""
    words = sentence.words
    quotes = [w for w in words if w.is_quote]
    if not quotes or len(quotes[0].text.split()) < STATEMENT + 2:
        return []
    outside = [w for w in words if not w.is_quote and not w.is_mark]
    if len(outside) > 2 or not scene.earlier:
        return []
    place, source = scene.earlier[-1]
    if sentence.start - place > 1500:
        return []
    cue = Cue(first=0, last=0, lemma="", stance="neutral", kind="active", strong=True)
    end = _trim(scene.text, sentence.start, sentence.end)
    return [
        Raw(
            cue=cue,
            cue_span=(sentence.start, sentence.start),
            subject=Subject(first=0, last=0, kind="inherited"),
            source=replace(source, pronoun=None),
            start=sentence.start,
            end=end,
            content=(sentence.start, end),
            direct=True,
            outside=True,
        )
    ]
