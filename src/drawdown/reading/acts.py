"""The Council's acts in a paragraph: where each begins, its force, its verb."""

import re
from dataclasses import dataclass
from functools import cache

from drawdown.reading.document import Document
from drawdown.reading.lexicon import table

__all__ = ["Act", "acts_in"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One act: its words from ``start``, its verb up to ``verb_end``."""

    start: int
    verb_end: int
    force: str
    directed: bool
    """Whether the verb names its addressee as its object."""


def acts_in(document: Document, start: int, end: int) -> list[Act]:
    """Return the acts between two positions, in order."""
    found: list[Act] = []
    for at in _openings(document, start, end):
        act = _act_at(document, at, end)
        if act is not None and (not found or act.start >= found[-1].verb_end):
            found.append(act)
    return found


def _openings(document: Document, start: int, end: int) -> list[int]:
    """Return the positions where an act may begin: the start, and after a break."""
    joint = _rule(document.language, "joint")
    places = [m.end() for m in joint.finditer(document.plain, start, end)]
    return [start, *places]


def _act_at(document: Document, at: int, end: int) -> Act | None:
    before = _rule(document.language, "before").match(document.plain, at, end)
    verb_at = before.end() if before else at
    for section in ("acts", "participles"):
        for force, directed, pattern in _patterns(document.language, section):
            match = pattern.match(document.plain, verb_at, end)
            if match and _is_verb(document, match, section):
                return Act(
                    start=at, verb_end=match.end(), force=force, directed=directed
                )
    return None


def _is_verb(document: Document, match: re.Match[str], section: str) -> bool:
    """Whether the match is a verb of the Council, not a plural noun ("requests of")."""
    if section == "participles":
        return True
    after = document.plain[match.end() : match.end() + 14]
    noun = _rule(document.language, "noun_after").match(after)
    return noun is None or match.group()[:1].isupper()


@cache
def _rule(language: str, name: str) -> re.Pattern[str]:
    return re.compile(table(language, "acts")[name], re.IGNORECASE)


@cache
def _patterns(
    language: str, section: str
) -> tuple[tuple[str, bool, re.Pattern[str]], ...]:
    rules = table(language, "acts")
    return tuple(
        (
            entry["force"],
            entry.get("directed", False),
            re.compile(rf"(?:{entry['pattern']})(?:{rules['after']})", re.IGNORECASE),
        )
        for entry in rules[section]
    )
