"""Clauses of a decision as news tells them: "the resolution calls on X to …"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from drawdown.reading.clause import Clause
from drawdown.reading.document import Document
from drawdown.reading.lexicon import table
from drawdown.reading.limit import Limit
from drawdown.reading.news.actors import Actor
from drawdown.reading.news.binding import bound_by
from drawdown.reading.news.names import is_title
from drawdown.reading.news.reported_patterns import (
    actor_and_action,
    acts_pattern,
    auxiliaries_before,
    deciders,
    end_of_act,
    is_process,
    is_quoted,
    key_of,
    members_of,
    next_act,
    next_infinitives,
    passives_pattern,
)
from drawdown.reading.news.sentences import Sentence
from drawdown.reading.news.times import Time

__all__ = ["reported_clauses"]

#: What stands between two acts of one subject.
LINK = re.compile(r"[\s,]*(?:and|et)?\s*(?:also|further|également)?\s*", re.IGNORECASE)
PRONOUN = re.compile(r"(?:it|they|il|elle|ils|elles)", re.IGNORECASE)
COUNCIL = {"en": "UN Security Council", "fr": "Conseil de sécurité"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Act:
    """An act as it stands in a sentence."""

    start: int
    end: int
    force: str
    actor: str
    action: str
    body: int
    """Where what is to be done begins; dates before it are those of the decision."""


def reported_clauses(
    document: Document,
    sentences: Sequence[Sentence],
    times: Sequence[Time],
    actors: Sequence[Actor],
) -> tuple[Clause, ...]:
    """Return the acts of a decision that a page of news tells, in order.

    The acts of one list share the date at its end.
    """
    reader = _Reader(document=document, times=times, actors=actors)
    out: list[Clause] = []
    decided = False
    for sentence in sentences:
        if sentence.headline or is_title(sentence.words):
            continue
        found = list(reader.acts(sentence, follows=decided))
        decided = bool(found) or reader.tells_of_decision(sentence)
        out += [reader.clause(act, found) for act in found]
    return tuple(out)


@dataclass(slots=True, kw_only=True)
class _Reader:
    document: Document
    times: Sequence[Time]
    actors: Sequence[Actor]

    @property
    def rules(self) -> dict[str, Any]:
        return table(self.document.language, "reported")

    @property
    def mission(self) -> str | None:
        """The mission that the page names most often."""
        missions = [a for a in self.actors if a.type == "mission"]
        best = max(missions, key=lambda a: len(a.mentions), default=None)
        return best.name if best else None

    def acts(self, sentence: Sentence, *, follows: bool) -> Iterator[_Act]:
        """Yield the acts of a sentence; ``follows``: the one before told some too."""
        plain = self.document.plain
        text = plain[sentence.start : sentence.end]
        place = 0
        for match in acts_pattern(self.document.language).finditer(text):
            if match.start() < place or is_quoted(sentence, match.start()):
                continue
            before = text[: match.start()]
            chained = place > 0 and LINK.fullmatch(text[place : match.start()])
            it = follows and re.fullmatch(r"(?:It|Il|Elle)\s+(?:also\s+)?", before)
            if not (chained or it or self._is_decision(before)):
                continue
            force, shape = self._act_of(match["act"])
            end = end_of_act(text, match.end(), self.document.language)
            following = next_act(self.document.language).search(text, match.end(), end)
            if following is not None:
                end = following.start()
            base = sentence.start
            yield from self._shaped(match, force, shape, base, base + end)
            place = end
        yield from self._passive(sentence, text, follows=follows)
        yield from self._reports(sentence, text)

    def names_decision(self, text: str) -> bool:
        """Tell whether a resolution or the Council is named."""
        return deciders(self.document.language).search(text) is not None

    def tells_of_decision(self, sentence: Sentence) -> bool:
        """Tell whether a resolution or the Council is the subject of a sentence."""
        text = self.document.plain[sentence.start : sentence.start + 40]
        found = deciders(self.document.language).search(text)
        return found is not None and found.start() < 30

    def _is_decision(self, before: str) -> bool:
        """Tell whether the subject of an act is a resolution or its Council."""
        if re.search(
            r"\b(?:by|in|through) which (?:it|the Council)\s+(?:also\s+)?$", before
        ):
            return self.names_decision(before)
        found = list(deciders(self.document.language).finditer(before))
        if not found:
            return False
        rest = before[found[-1].end() :].lower().strip()
        if re.search(r"(?:^|\s)(?:on|of|for|from|by|de|d'|du|sur|pour)$", rest):
            return False
        told = re.search(
            r"\b(?:said|told|says|accused|wants|dit|déclaré|after|when|while|before"
            r"|since|après|alors|lorsque)\b",
            rest,
        )
        bare = re.sub(r",[^,]*,", " ", rest + ",")  # "the text, drafted by A and B, …"
        joined = re.search(r"\b(?:and|et)\b", bare)
        same = re.search(r"\b(?:and|et)(?:\s+\w+)?$", rest)
        return told is None and (joined is None or same is not None) and len(rest) < 90

    def _act_of(self, said: str) -> tuple[str, str]:
        """Return force and shape of an act; "voted on Friday to" is "voted to"."""
        acts = self.rules["acts"]
        key = key_of(said)
        if key not in acts:
            words = key.split()
            last = "de" if words[-1] == "d" else words[-1]
            key = f"{words[0]} {last}"
        force, shape = acts[key].split()
        return force, shape

    # --- shapes -----------------------------------------------------------------

    def _shaped(
        self, match: re.Match[str], force: str, shape: str, base: int, end: int
    ) -> Iterator[_Act]:
        start = base + match.start("act")
        after = base + match.end()
        plain = self.document.plain
        if shape == "modal" and not re.search(
            r"\b(?:shall|will|should|would)\b", plain[after:end]
        ):
            return
        if shape == "noun":
            yield from self._list(start, after, end, force)
        elif shape in {"to", "power"}:
            found = actor_and_action(
                plain[after:end], shape, self.rules, self.document.language
            )
            if found is None:
                if is_process(plain[after:end], self.rules):
                    yield from self._list(start, after, end, force)
                return
            actor, action = found
            yield from self._infinitives(start, after, end, force, actor, action)
        elif shape == "verb":
            lead = auxiliaries_before(plain, start)
            said = plain[after:end]
            actor = self._object(said)
            for low, high in self._parts(after, end):
                if low == after:
                    yield self._act(
                        lead, high, force, actor, plain[low:high], body=after
                    )
                else:
                    yield self._act(low, high, force, actor, plain[low:high])
        else:
            yield self._act(
                start, end, force, self._subject(plain[after:end]), plain[after:end]
            )

    def _infinitives(
        self, start: int, after: int, end: int, force: str, actor: str, action: str
    ) -> Iterator[_Act]:
        """Yield one act, or more for "to do A and to do B"."""
        plain, named = self.document.plain, self._named(actor)
        for low, high in self._parts(after, end):
            if low == after:
                yield self._act(start, high, force, named, action[: high - end or None])
            else:
                yield self._act(low, high, force, named, plain[low:high])

    def _parts(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the acts of "to do A and to do B by D": one, or those with a date.

        Of more than two infinitives, those without a date go with the one behind.
        """
        plain = self.document.plain
        links = next_infinitives(plain, start, end, self.document.language)
        alone = len(links) == 1 and re.search(r"\w", plain[slice(*links[0])])
        out, low = [], start
        for k, (stop, begin) in enumerate(links):
            until = links[k + 1][0] if k + 1 < len(links) else end
            if alone or (self._dated(low, stop) and self._dated(begin, until)):
                out.append((low, stop))
                low = begin
        return [*out, (low, end)]

    def _dated(self, start: int, end: int) -> bool:
        return any(start <= t.start and t.end <= end for t in self.times)

    def _act(
        self,
        start: int,
        end: int,
        force: str,
        actor: str,
        action: str,
        body: int | None = None,
    ) -> _Act:
        return _Act(
            start=start,
            end=end,
            force=force,
            actor=actor,
            action=" ".join(action.split()).strip(" ,"),
            body=start if body is None else body,
        )

    def _list(self, start: int, after: int, end: int, force: str) -> Iterator[_Act]:
        """Yield the members of "the cessation of A, transfer of B, and exit of C"."""
        plain = self.document.plain
        first = start
        for low, high in members_of(plain, after, end):
            yield self._act(
                first if low == after else low,
                high,
                force,
                self._object(plain[low:high]),
                plain[low:high],
                body=low,
            )

    def _passive(
        self, sentence: Sentence, text: str, *, follows: bool
    ) -> Iterator[_Act]:
        """Yield "Mali is urged to cooperate": in a decision's own paragraph only."""
        decided = follows or self._is_decision(text)
        last: str | None = None
        for match in passives_pattern(self.document.language).finditer(text):
            if is_quoted(sentence, match.start("act")):
                continue
            if not decided and self._patient(sentence.start, match) != self.mission:
                continue
            force = self.rules["passives"][key_of(match["act"])]
            end = end_of_act(text, match.end(), self.document.language)
            actor = self._patient(sentence.start, match)
            if actor:
                last = actor
            yield self._act(
                sentence.start + match.start("subject"),
                sentence.start + end,
                force,
                actor or last or self._object(text),
                text[match.end() : end],
            )

    def _patient(self, base: int, match: re.Match[str]) -> str | None:
        """Return who "is urged to": without a limit before; None for a pronoun."""
        low, high = base + match.start("subject"), base + match.end("subject")
        ends = [t.end for t in self.times if low <= t.start and t.end <= high]
        subject = self.document.plain[max([low, *ends]) : high].strip(" ,")
        return None if PRONOUN.fullmatch(subject) else self._named(subject)

    def _reports(self, sentence: Sentence, text: str) -> Iterator[_Act]:
        """Yield "with a presentation due by 15 August": a report of the act before."""
        nouns = "|".join(map(re.escape, self.rules["limits"]["reports"]))
        pattern = self.rules["patterns"]["report"].replace("REPORTS", nouns)
        for match in re.finditer(pattern, text):
            yield self._act(
                sentence.start + match.start(),
                sentence.start + len(text[: match.end()].rstrip(" .,")),
                "",
                "",
                match.group(),
            )

    # --- actors -----------------------------------------------------------------

    def _named(self, phrase: str) -> str:
        """Return an actor as named, with the mission for "the mission" and the like."""
        plain = re.sub(
            r"^(?:the|le|la|les|l'|aux?|à)\s+",
            "",
            " ".join(phrase.split()),
            flags=re.IGNORECASE,
        )
        if re.search(
            r"\b(?:mission|force|peacekeepers|casques bleus)$", plain, re.IGNORECASE
        ):
            return self.mission or plain
        return plain

    def _object(self, phrase: str) -> str:
        """Return who carries out what a noun names: the mission, or the one named."""
        for actor in self.actors:
            if actor.type == "mission" and any(a in phrase for a in actor.aliases):
                return actor.name
        return self.mission or COUNCIL[self.document.language]

    def _subject(self, phrase: str) -> str:
        """Return the subject of a that-clause: the words before its verb."""
        match = re.match(
            r"\s*(.{2,60}?)\s+(?:will|shall|must|should|would|is|are|may|can|be|keep"
            r"|continue|report|submit|provide|take|ensure|present|begin|complete|devra"
            r"|doit|sera|peut|aura)\b",
            phrase,
        )
        return self._named(match.group(1)) if match else self._object(phrase)

    # --- clauses ----------------------------------------------------------------

    def clause(self, act: _Act, acts: Sequence[_Act]) -> Clause:
        """Return an act as a clause with its dates."""
        before = [a for a in acts if a.start < act.start and a.force]
        if not act.force and before:
            act = replace(act, force=before[-1].force, actor=before[-1].actor)
        elif not act.force:
            act = replace(act, force="requests", actor=COUNCIL[self.document.language])
        limits = bound_by(self.document, act.body, act.end, self.times, force=act.force)
        if not limits:
            limits = self._shared(act, acts)
        return Clause(
            start=act.start,
            end=act.end,
            quote=self.document.text[act.start : act.end],
            para=None,
            issuer=COUNCIL[self.document.language],
            actor=act.actor,
            force=act.force,
            action=act.action,
            dates=limits,
            conditions=self._conditions(act),
        )

    def _shared(self, act: _Act, acts: Sequence[_Act]) -> tuple[Limit, ...]:
        """Return the limits at the end of the list that an act belongs to."""
        group = [a for a in acts if a.start >= act.start and a.force == act.force]
        chain = act
        for other in group:
            if other.start - chain.end > 8:
                break
            chain = other
        if chain is act:
            return ()
        return bound_by(
            self.document, chain.start, chain.end, self.times, force=act.force
        )

    def _conditions(self, act: _Act) -> tuple[Any, ...]:
        """Return where the act holds: "within its immediate vicinity"."""
        pattern = "|".join(self.rules["patterns"]["conditions"])
        return tuple(
            self.document.span(act.start + m.start(), act.start + m.end())
            for m in re.finditer(pattern, self.document.plain[act.start : act.end])
        )
