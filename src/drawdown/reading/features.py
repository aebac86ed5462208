"""What a document can share with another: clauses, decisions, events, actors, words."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from drawdown.reading.dates import find_dates
from drawdown.reading.document import Document
from drawdown.reading.names import missions_in
from drawdown.reading.news.states import states_of
from drawdown.reading.news.subject import stems_in
from drawdown.reading.reading import Reading

__all__ = ["Features", "features_of"]

RESOLUTION = re.compile(
    r"\b(?:[Rr]esolutions?|[Rr]ésolutions?)\s+(\d{3,4})(?:\s*\(\d{4}\))?|S/RES/(\d{3,4})"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """The things of a document by kind; each key with the words to show for it."""

    kinds: Mapping[str, Mapping[str, str]]
    words: Mapping[str, int]
    """Stems and how often they come."""
    surface: Mapping[str, str]
    """A word for each stem."""


def features_of(reading: Reading) -> Features:
    """Return what a document can share with another, in either language."""
    document = reading.document
    text = _readable(document)
    pairs = list(stems_in(text, document.language))
    words = Counter(stem for stem, _ in pairs)
    return Features(
        kinds={
            "clause": _clauses(reading),
            "decision": _decisions(reading, text),
            "event": _events(reading),
            "actor": _actors(reading, text),
            "word": {stem: stem for stem in words},
        },
        words=words,
        surface=dict(pairs),
    )


def _readable(document: Document) -> str:
    """Return the text without its clutter."""
    parts = [s for s in document.segments if s.type not in {"boilerplate", "dateline"}]
    return "\n".join(document.plain[s.start : s.end] for s in parts) or document.plain


def _clauses(reading: Reading) -> dict[str, str]:
    """Return the dated acts: by what limit they are bound, until which day."""
    out: dict[str, str] = {}
    for clause in reading.clauses:
        for limit in clause.dates:
            if limit.iso and re.match(r"\d{4}-\d\d-\d\d", limit.iso):
                key = f"{limit.iso[:10]}"
                out.setdefault(key, f"{clause.actor}: {limit.role} {limit.iso}")
    return out


def _decisions(reading: Reading, text: str) -> dict[str, str]:
    """Return the resolutions that a document is or names."""
    found = {a or b for a, b in RESOLUTION.findall(text)}
    symbol = reading.structure.symbol if reading.structure else None
    if symbol and (number := re.search(r"\d{3,4}", symbol)):
        found.add(number.group())
    return {number: f"resolution {number}" for number in found}


def _events(reading: Reading) -> dict[str, str]:
    """Return the full days that a document tells of."""
    if reading.news is not None:
        return {
            event.edtf[:10]: f"{event.edtf[:10]}, {event.label[:60]}"
            for event in reading.news.events
            if event.edtf and re.match(r"\d{4}-\d\d-\d\d(?!/)", event.edtf)
        }
    days = [m for m in find_dates(reading.document) if m.first.day and m.edtf]
    return {m.edtf: m.quote for m in days if m.edtf}


@cache
def _state_names(language: str) -> re.Pattern[str]:
    names = sorted(states_of(language), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")


def _actors(reading: Reading, text: str) -> dict[str, str]:
    """Return the actors: States by their code, so that two languages meet."""
    out: dict[str, str] = {}
    if reading.news is not None:
        for actor in reading.news.actors:
            key = actor.state or actor.name.lower()
            out.setdefault(key, actor.name)
    else:
        states = states_of(reading.document.language)
        for name in _state_names(reading.document.language).findall(text):
            out.setdefault(states[name].code, states[name].name)
    for mission in missions_in(text):
        out[mission.lower()] = mission
    return out
