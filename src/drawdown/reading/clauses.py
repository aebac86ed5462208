"""The clauses of a resolution, paragraph by paragraph."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from drawdown.reading.acts import Act, acts_in
from drawdown.reading.addressee import actor_of, item_actor
from drawdown.reading.binding import WEAK, binds
from drawdown.reading.clause import Clause
from drawdown.reading.conditions import conditions_in
from drawdown.reading.document import Document
from drawdown.reading.lexicon import table
from drawdown.reading.limit import Limit
from drawdown.reading.limits import limits_in
from drawdown.reading.names import Names, missions_in, names_of
from drawdown.reading.roles import role_of
from drawdown.reading.split import split_acts
from drawdown.reading.structure import Paragraph, Structure
from drawdown.reading.trimming import trimmed_end

__all__ = ["clauses_of"]


@dataclass(frozen=True, slots=True)
class _Line:
    """What a list item inherits from the line above it."""

    act: Act | None = None
    force: str = "decides"
    actor: str = ""


def clauses_of(
    document: Document, structure: Structure, names: Names | None = None
) -> tuple[Clause, ...]:
    """Return the clauses of a resolution in order of the text.

    ``names`` are those of the document, if they are known already.
    """
    reader = _Reader(document, structure, names or names_of(document))
    return tuple(reader.read())


class _Reader:
    """Reads one resolution; knows what the list items below inherit."""

    def __init__(self, document: Document, structure: Structure, names: Names) -> None:
        self.document = document
        self.structure = structure
        self.adopted: date | None = document.dct
        self.names = names
        self.above: dict[int, _Line] = {}
        self.last_dated: Limit | None = None
        self.mandate_end = self._mandate_end()

    def read(self) -> Iterator[Clause]:
        for paragraph in self.structure.operative:
            yield from self._paragraph(paragraph)

    def _mandate_end(self) -> date | None:
        """Return the day on which the resolution lets the mandate end."""
        pattern = _pattern(self.document.language, "mandate_until")
        for paragraph in self.structure.operative:
            text = self.document.plain[paragraph.body : paragraph.end]
            if not pattern.search(text):
                continue
            for limit in limits_in(
                self.document, paragraph.body, paragraph.end, self.adopted, None, None
            ):
                if limit.type == "until" and limit.last_day and limit.kind == "date":
                    return limit.last_day
        return None

    def _paragraph(self, paragraph: Paragraph) -> Iterator[Clause]:
        level = paragraph.level or 9
        above = self._above(level)
        acts = self._acts(paragraph)
        own = acts and acts[0].start == paragraph.body
        if not own and (above.force or not acts):
            lead = Act(
                start=paragraph.body,
                verb_end=paragraph.body,
                force=above.force,
                directed=False,
            )
            acts = [lead, *acts]
        limits = list(self._limits(paragraph))
        line = above
        for i, act in enumerate(acts):
            stop = acts[i + 1].start if i + 1 < len(acts) else paragraph.end
            inherited = act.verb_end == act.start
            for clause in self._act(paragraph, act, stop, limits, line, inherited):
                if i == 0 or clause.force not in WEAK:
                    line = self._line(act, clause, stop)
                yield clause
        if paragraph.level is not None:
            self.above = {k: v for k, v in self.above.items() if k < level}
            self.above[level] = line

    def _acts(self, paragraph: Paragraph) -> list[Act]:
        """Return the acts; "Recalls paragraph 22 … and extends it" is one act."""
        acts = acts_in(self.document, paragraph.body, paragraph.end)
        if len(acts) < 2 or acts[0].force != "recalls":
            return acts
        between = self.document.plain[acts[0].verb_end : acts[1].start]
        pattern = _pattern(self.document.language, "reference")
        if pattern.search(between) and acts[1].force in ("decides", "extends"):
            return [replace(acts[1], start=acts[0].start), *acts[2:]]
        return acts

    def _line(self, act: Act, clause: Clause, stop: int) -> _Line:
        """Return what a list below a clause inherits: of a mission's tasks, it."""
        text = self.document.plain[clause.start : stop]
        actor = clause.actor
        if text.rstrip().endswith(":") and _pattern(
            self.document.language, "tasks"
        ).search(text):
            named = missions_in(text)
            actor = named[-1] if named else self.names.mission or actor
        return _Line(act, clause.force, actor)

    def _above(self, level: int) -> _Line:
        levels = [k for k in self.above if k < level]
        return self.above[max(levels)] if levels and level > 1 else _Line()

    def _limits(self, paragraph: Paragraph) -> list[Limit]:
        found = limits_in(
            self.document,
            paragraph.body,
            paragraph.end,
            self.adopted,
            self.mandate_end,
            self.last_dated,
        )
        dated = [limit for limit in found if limit.last_day and limit.kind == "date"]
        self.last_dated = dated[-1] if dated else self.last_dated
        return found

    def _act(
        self,
        paragraph: Paragraph,
        act: Act,
        stop: int,
        limits: list[Limit],
        above: _Line,
        inherited: bool,
    ) -> Iterator[Clause]:
        """Return the clauses of one act: one, or one for each verb with limits."""
        end = trimmed_end(self.document, act.start, stop)
        own = [
            limit
            for limit in limits
            if act.start <= limit.start < end
            and binds(
                self.document,
                limit,
                None if inherited else act,
                act.start,
                self.adopted,
            )
        ]
        kept = {limit.start for limit in own}
        own = [x for x in own if x.chained_to is None or x.chained_to in kept]
        force = self._force(act, end, above, inherited)
        actor = self._actor(act, end, above, inherited, own)
        for low, high in split_acts(self.document, act.start, end, own):
            who = self._after_which(low, high) or actor
            yield self._clause(paragraph, act, low, high, own, force, who, inherited)

    def _after_which(self, low: int, high: int) -> str | None:
        """Return the subject of "after which UNAMI will cease …"."""
        words = _act_rule(self.document.language, "after_which")
        match = words.match(self.document.plain, low, high)
        if match is None:
            return None
        return item_actor(self.document, match.end(), high, self.names)

    def _force(self, act: Act, end: int, above: _Line, inherited: bool) -> str:
        if inherited:
            return above.force
        if act.force == "decides":
            inner = self.document.plain[act.verb_end : end]
            for force, pattern in _inner(self.document.language):
                if pattern.search(inner):
                    return force
        return act.force

    def _actor(
        self, act: Act, end: int, above: _Line, inherited: bool, limits: list[Limit]
    ) -> str:
        council = table(self.document.language, "acts")["council"]
        if inherited and above.actor == council:
            return item_actor(self.document, act.start, end, self.names) or above.actor
        if inherited and above.actor:
            return above.actor
        asides = [*limits, *conditions_in(self.document, act.verb_end, end)]
        return actor_of(
            self.document, act, end, self.names, above.actor or None, asides
        )

    def _clause(
        self,
        paragraph: Paragraph,
        act: Act,
        low: int,
        high: int,
        limits: list[Limit],
        force: str,
        actor: str,
        inherited: bool,
    ) -> Clause:
        text = self.document.plain[low:high]
        dates = tuple(
            replace(limit, role=role_of(self.document, limit, force, text))
            for limit in limits
            if low <= limit.start < high
        )
        begin = act.verb_end if low == act.start else low
        return Clause(
            start=low,
            end=high,
            quote=self.document.text[low:high],
            para=paragraph.number,
            issuer=table(self.document.language, "acts")["council"],
            actor=actor,
            force=force,
            action=_action(self.document.plain[begin:high], actor),
            dates=dates,
            conditions=conditions_in(self.document, low, high),
            positive=_pattern(self.document.language, "negative").search(text) is None,
            inherited=inherited,
        )


def _action(words: str, actor: str) -> str:
    """Return what is to be done: the words after the name of who does it."""
    said = " ".join(words.split()).strip(" ,;:.")
    name = re.escape(actor).replace("-", r"\W?")
    led = re.match(rf"(?:that\s+|the\s+|all\s+){{0,2}}{name}\s+", said, re.IGNORECASE)
    return said[led.end() :] if led else said


@cache
def _pattern(language: str, name: str) -> re.Pattern[str]:
    return re.compile(table(language, "acts")["addressee"][name], re.IGNORECASE)


@cache
def _act_rule(language: str, name: str) -> re.Pattern[str]:
    return re.compile(table(language, "acts")[name], re.IGNORECASE)


@cache
def _inner(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (force, re.compile(pattern, re.IGNORECASE))
        for force, pattern in table(language, "acts")["inner"].items()
    )
