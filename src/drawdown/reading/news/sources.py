"""Who a source is: names at their fullest, pronouns and roles resolved."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from drawdown.reading.news.actors import Actor
from drawdown.reading.news.classes import word_class
from drawdown.reading.news.cues import Cues
from drawdown.reading.news.frames import TIMES
from drawdown.reading.news.grammar import looks_finite
from drawdown.reading.news.memory import NOBODY, Source
from drawdown.reading.news.places import Place
from drawdown.reading.news.recall import Recall
from drawdown.reading.news.sentences import Sentence
from drawdown.reading.news.states import adjectives_of, seats_of
from drawdown.reading.news.subjects import Subject
from drawdown.reading.news.words import Word

__all__ = ["Scene", "Source"]


@dataclass(slots=True, kw_only=True)
class Scene(Recall):
    """The page with what is needed to say who a source is."""

    def resolve(self, sentence: Sentence, subject: Subject) -> Source:
        """Return the source that a subject names."""
        if subject.kind == "open":
            return NOBODY
        if subject.kind == "inherited":
            return self._inherited(sentence, subject)
        words = sentence.words[subject.first : subject.last]
        if subject.kind == "pronoun":
            return self._pronoun(words[0], sentence)
        head = words[-1].low
        if head in self.lex.words["possessives"] and len(words) == 1:
            owner = self._owner(words[0], sentence) or NOBODY
            return replace(owner, pronoun=words[0].text)
        if head in ISSUED and _released(sentence.words, subject):
            return replace(self._first_noun(sentence), issued=True)
        return self._noun(words, sentence)

    @property
    def _pronouns(self) -> frozenset[str]:
        classes = self.lex.words
        return (
            classes["pronouns_person"]
            | classes["pronouns_thing"]
            | classes["pronouns_group"]
        )

    def _inherited(self, sentence: Sentence, subject: Subject) -> Source:
        """Return the source of the clause before, or the subject of the sentence."""
        for place, source in reversed(self.earlier):
            if place >= sentence.start:
                return source
        if subject.last > subject.first:
            kind = "pronoun" if subject.last - subject.first == 1 else "noun"
            words = sentence.words[subject.first : subject.last]
            if kind == "pronoun" and words[0].low in self._pronouns:
                return self._pronoun(words[0], sentence)
            return self._noun(words, sentence)
        return self._first_noun(sentence)

    def _first_noun(self, sentence: Sentence) -> Source:
        """Return the subject of the sentence's main clause."""
        words, lex = sentence.words, self.lex
        start = 0
        if words[0].low in (
            lex.words["prepositions"] | TIMES | lex.words["breaks"] - {"then"}
        ):
            comma = next((k for k, w in enumerate(words) if w.text == ","), None)
            start = comma + 1 if comma is not None else 0
        stop = start
        while stop < len(words) and stop - start < 14 and not words[stop].is_mark:
            if looks_finite(words[stop], lex):
                break
            stop += 1
        if stop == start:
            return self.earlier[-1][1] if self.earlier else NOBODY
        if words[start].low in self._pronouns:
            return self._pronoun(words[start], sentence)
        if words[start].low in lex.words["prepositions"]:
            return NOBODY
        return self._noun(words[start:stop], sentence)

    # --- pronouns -------------------------------------------------------------

    def _pronoun(self, word: Word, sentence: Sentence) -> Source:
        low = word.low.rsplit("-", 1)[-1]
        if low == "eux":
            found = self.group_before(word.start)
        elif low in self.lex.words["pronouns_person"] | {"lui", "him"}:
            found = self._he_or_she(word)
        elif low in self.lex.words["pronouns_group"]:
            found = self.group_before(word.start)
        elif low in {"we", "i", "nous", "je"}:
            found = self.earlier[-1][1] if self.earlier else None
        elif low == "on":
            return NOBODY
        else:
            found = self._it(word, sentence)
        if found is None:
            return NOBODY
        return Source(
            name=found.name, pronoun=word.text, channel=found.channel, kind=found.kind
        )

    def _he_or_she(self, word: Word) -> Source | None:
        """Return who he or she is; in French also what has spoken just before."""
        if self.lex.language == "fr":
            near = [s for s in self.recent(word.start, 1) if s.kind != "group"]
            if near:
                return near[-1]
            if (body := self._body_before(word)) is not None:
                return body
        return self.person_before(word.start)

    def _body_before(self, word: Word) -> Source | None:
        """Return the mission for "elle" after "La mission doit …"."""
        start = self.reach(word.start, 1)
        pattern = BODY_BEFORE.get(word.low)
        found = pattern.match(self.text, start) if pattern else None
        if found is None:
            return None
        named = self.mission() if found[1] in {"mission", "force"} else None
        return named or Source(name=found[1])

    def _it(self, word: Word, sentence: Sentence) -> Source | None:
        """Return what "it" is: the subject of its own sentence, else the one before."""
        if not sentence.words[0].is_quote:
            quotes = [(w.start, w.end) for w in sentence.words if w.is_quote]
            for place in self.places.inside(sentence.start, word.start):
                quoted = any(a < place.start < b for a, b in quotes)
                if place.actor.type not in {"person", "state"} and not (
                    quoted or place.owns
                ):
                    return Source(name=place.actor.name)
        return self.thing_before(word.start)

    # --- nouns ----------------------------------------------------------------

    def _noun(self, words: Sequence[Word], sentence: Sentence) -> Source:
        words = _without_articles(words, self.lex)
        if not words:
            return NOBODY
        pair = self._pair(words, sentence)
        if pair is not None:
            return pair
        people = self._people_in(words)
        if people:
            joint = "; ".join(person.name for person in people)
            kind = "person" if len(people) == 1 else "group"
            return Source(name=joint, kind=kind)
        named = self._named_part(words)
        if named is not None:
            return named
        owner = self._of_vehicle(words, sentence)
        if owner is not None:
            return owner
        return self._named(words, sentence)

    def _pair(self, words: Sequence[Word], sentence: Sentence) -> Source | None:
        """Return "A; B" for "both A and B" where both are names."""
        comma = next((k for k, w in enumerate(words) if w.text == ","), len(words))
        words = words[:comma]  # "Italy and Spain, two contributors"
        for k, word in enumerate(words):
            if (
                word.low not in {"and", "et", "nor", "ni"}
                or k == 0
                or k + 1 >= len(words)
            ):
                continue
            left = _without_articles(words[:k], self.lex)
            right = _without_articles(words[k + 1 :], self.lex)
            if not left or not right or not self._joint(left) or not self._joint(right):
                continue
            first, second = self._noun(left, sentence), self._noun(right, sentence)
            if first.name and second.name:
                return Source(
                    name=f"{first.name}; {second.name}",
                    kind="group",
                    channel=first.channel and second.channel,
                )
        return None

    def _joint(self, words: Sequence[Word]) -> bool:
        """Tell whether a part of "A and B" can stand for a source of its own."""
        if _all_names(words):
            return True
        return len(words) <= 2 and words[-1].low in self.lex.words["people"]

    def _named_part(self, words: Sequence[Word]) -> Source | None:
        """Return the name in "one of these groups, the Syrian Democratic Forces"."""
        commas = [k for k, w in enumerate(words) if w.text == ","]
        if not commas or any(w.is_name for w in words[1 : commas[0]]):
            return None
        part = _without_articles(words[commas[0] + 1 :], self.lex)
        actor = self._actor_at(part) if part else None
        return Source(name=actor.name) if actor is not None else None

    def _people_in(self, words: Sequence[Word]) -> list[Actor]:
        """Return the person who is meant, or all of "A and B"; none in passing."""
        found = [
            p
            for p in self.places.inside(words[0].start, words[-1].end)
            if p.actor.type == "person" and not p.owns and self._is_meant(p, words)
        ]
        people = [p.actor for p in found[:1]]
        for first, second in pairwise(found):
            between = [w.low for w in words if first.end <= w.start < second.start]
            if not {"and", "et"} & set(between) or second.actor in people:
                break
            people.append(second.actor)
        return people

    def _is_meant(self, place: Place, words: Sequence[Word]) -> bool:
        """Tell whether a person is the one who speaks, not named on the way."""
        after = next((w for w in words if w.start >= place.end), None)
        if after is not None and self._noun_of_its_own(after):
            return False
        before = [w for w in words if w.end <= place.start]
        joints = {"for", "of", "pour", "de", "du", "to"}
        passing = any(w.low in joints for w in before)
        parted = any(w.text == "," for w in before)
        return not passing or parted or self._titled(before)

    def _noun_of_its_own(self, word: Word) -> bool:
        """Tell whether the name only describes: "an Al Jazeera reporter"."""
        classes = self.lex.words
        return word.low in classes["roles"] | classes["people"] | {"reporter"}

    def _titled(self, before: Sequence[Word]) -> bool:
        """Tell whether the words before a name end in a role or in another name."""
        last = before[-1]
        return last.low in self.lex.words["roles"] or (
            last.is_name and not last.low.endswith("'s")
        )

    def _of_vehicle(self, words: Sequence[Word], sentence: Sentence) -> Source | None:
        """Return who issued the statement, letter or report that speaks."""
        head = _head(words, self.lex)
        if words[head].low not in self.lex.words["vehicles"]:
            return None
        for k in range(head + 1, len(words) - 1):
            if words[k].low in {"by", "from", "of", "par", "de", "du"}:
                return self._noun(words[k + 1 :], sentence)
        owner = [w for w in words[:head] if w.low != "'s"]
        if any(w.is_name or w.low in OWNERS for w in owner):
            return self._owner_of(owner, sentence)
        if owner or words[head].low not in ISSUED:
            return None
        return self._issuer(words[head])

    def _owner_of(self, owner: Sequence[Word], sentence: Sentence) -> Source:
        """Return Turkey for "the Turkish statement"."""
        state = adjectives_of(self.lex.language).get(owner[-1].low)
        if state is not None and len(owner) == 1:
            return Source(name=state.name)
        return self._named(owner, sentence)

    def _issuer(self, word: Word) -> Source | None:
        """Return who is known to have issued a statement, or the source before."""
        place = word.start
        near = [s for p, s in self.earlier if p < place]
        issued = [s for s in near if s.issued]
        if issued:
            return issued[-1]
        if near:
            return near[-1]
        return self.subject_before(place)

    def _named(self, words: Sequence[Word], sentence: Sentence) -> Source:
        phrase = self.text[words[0].start : words[-1].end]
        low = phrase.lower()
        channel = any(
            w.low in self.lex.words["channels"]
            for w in words[: _head(words, self.lex) + 1]
        ) and not any(w.low in {"mission", "official", "officials"} for w in words)
        actor = self._actor_at(words)
        if actor is not None:
            kind = "person" if actor.type == "person" else "thing"
            return Source(name=self._full(actor, phrase), channel=channel, kind=kind)
        resolved = self._owner_pronoun(words, sentence)
        if resolved is not None:
            return resolved
        head_of_state = self.head_of_state(low, words[0].start)
        if head_of_state is not None:
            return head_of_state
        if not any(w.is_name for w in words[:6]) and len(words) <= 2:
            again = self.again(words)
            if again is not None:
                return Source(
                    name=again.name,
                    pronoun=phrase,
                    channel=again.channel,
                    kind=again.kind,
                )
        kind = _kind(words, self.lex)
        phrase = re.split(
            r",\s+(?:speaking|citing|quoted|who|qui|cité|s'exprimant)\b", phrase
        )[0]
        return (
            Source(name=_clean(phrase), channel=channel, kind=kind) if low else NOBODY
        )

    def _actor_at(self, words: Sequence[Word]) -> Actor | None:
        """Return the actor whose mention is the whole phrase (apart from brackets)."""
        start = words[0].start
        stop = next((w.start for w in words if w.text in {"(", ","}), words[-1].end)
        for found in self.places.inside(start, stop):
            if found.start == start and self.text[found.end : stop].strip() == "":
                return found.actor
        return None

    def _full(self, actor: Actor, phrase: str) -> str:
        """Return the fullest name; a seat of government stays what it is."""
        if actor.type == "government":
            return _clean(phrase)
        if actor.type != "state":
            return actor.name
        seats = seats_of(self.lex.language)
        if any(seat in phrase for seat in seats):
            return _clean(phrase)
        names = [a for a in actor.aliases if a not in seats]
        return max(names, key=len) if names else actor.name

    def _owner_pronoun(
        self, words: Sequence[Word], sentence: Sentence
    ) -> Source | None:
        """Return "Mali's foreign minister" for "its foreign minister"."""
        if words[0].low not in self.lex.words["possessives"] or len(words) < 2:
            return None
        owner = self._owner(words[0], sentence)
        rest = self.text[words[1].start : words[-1].end]
        if owner is None or owner.name is None:
            return Source(name=rest, pronoun=words[0].text, kind="person")
        if words[1].low in {
            "demands",
            "demand",
            "statement",
            "claims",
            "claim",
            "revendications",
        }:
            return Source(name=owner.name, pronoun=words[0].text, kind=owner.kind)
        glue = (
            f"{owner.name}’s {rest}"
            if self.lex.language == "en"
            else f"{rest} de {owner.name}"
        )
        return Source(name=glue, pronoun=words[0].text, kind=_kind(words[1:], self.lex))

    def _owner(self, word: Word, sentence: Sentence) -> Source | None:
        if word.low in {"his", "her"}:
            return self.person_before(word.start)
        if word.low in {"their", "leur", "leurs"}:
            return self.group_before(word.start)
        if word.low in {"son", "sa", "ses"} and (near := self.recent(word.start, 2)):
            return near[-1]
        return self.state_before(word.start, sentence.start)


def _released(words: Sequence[Word], subject: Subject) -> bool:
    """Tell whether somebody "released a statement" in this sentence."""
    before = words[max(0, subject.first - 3) : subject.last]
    return any(
        w.low in {"released", "issued", "published", "publié", "diffusé", "made"}
        for w in before
    )


#: Bodies that are "elle" or "il" in the sentence after.
BODY_BEFORE = {
    "elle": re.compile(
        r"(?:La |Cette |L['’])(mission|force|junte|coalition|police|armée|commission"
        r"|délégation|organisation|ONU|Union|CEDEAO|rébellion|présidence|MI\w+|FINUL)\b"
    ),
    "il": re.compile(
        r"(?:Le |Ce )(gouvernement|Conseil|groupe|mouvement|ministère|parti|comité"
        r"|régime|contingent|pays|syndicat)\b"
    ),
}
#: What is told of a source in passing.
IN_PASSING = re.compile(r",\s+(?:speaking|citing|quoted|who|qui|cité|s['’]exprimant)\b")
ISSUED = word_class("issued")
OWNERS = word_class("owners")


ALL_FRENCH = (
    *("le", "la", "les", "l'", "un", "une", "du", "des", "de", "d'"),
    *("au", "aux", "que", "qu'", ","),
)
ARTICLES = {
    "en": frozenset({"the", "a", "an", "both", "neither", "either", ",", "also"}),
    "fr": frozenset(ALL_FRENCH),
}


def _without_articles(words: Sequence[Word], lex: Cues) -> Sequence[Word]:
    articles = ARTICLES[lex.language]
    start = 0
    while start < len(words) and words[start].low in articles:
        start += 1
    return words[start:]


def _all_names(words: Sequence[Word]) -> bool:
    return all(
        w.is_name or w.low in {"of", "de", "du", "the", "la", "and", "'s", "al"}
        for w in words
    )


def _head(words: Sequence[Word], lex: Cues) -> int:
    """Return the place of the head noun: the last before a preposition or a mark."""
    for k, word in enumerate(words):
        if k and (
            word.low in lex.words["prepositions"]
            or word.is_mark
            or (
                word.low.endswith("ed")
                and word.low not in lex.words["vehicles"]
                and k > 0
                and not words[k - 1].is_name
            )
        ):
            return k - 1
    return len(words) - 1


def _kind(words: Sequence[Word], lex: Cues) -> str:
    head = words[_head(words, lex)].low
    if head in lex.words["roles"] or head in {
        "woman",
        "man",
        "source",
        "official",
        "poster",
    }:
        return "person"
    if head.endswith("s") or head in {"people", "police", "media"}:
        return "group"
    return "thing"


def _clean(phrase: str) -> str:
    one = re.sub(r"\s+", " ", phrase).strip(" ,;:—-\"'")
    return re.sub(r"\s+'s\b", "'s", one)
