"""Actors of a page: people, organisations, States and groups, with their names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from drawdown.reading.lexicon import table
from drawdown.reading.names import missions_in
from drawdown.reading.news.cues import Cues
from drawdown.reading.news.names import NameRun, name_runs
from drawdown.reading.news.sentences import Sentence
from drawdown.reading.news.states import State, adjectives_of, seats_of, states_of
from drawdown.reading.span import Span

__all__ = ["Actor", "ActorType", "actors_of"]

ActorType = Literal["state", "government", "organisation", "mission", "person", "group"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody that a page names."""

    id: str
    name: str
    """The fullest name that the page gives."""
    type: ActorType
    aliases: tuple[str, ...]
    mentions: tuple[Span, ...]
    role: str | None = None
    """As the page words it: "foreign minister", "head of the mission"."""
    state: str | None = None
    """The code of the State that it is, or speaks for."""


@dataclass(slots=True)
class _Draft:
    name: str
    type: ActorType
    aliases: dict[str, None]
    spans: list[tuple[int, int]]
    placed: int = 0
    role: str | None = None
    state: str | None = None


def actors_of(text: str, sentences: Sequence[Sentence], lex: Cues) -> tuple[Actor, ...]:
    """Return the actors of a page in the order of their first mention."""
    drafts: list[_Draft] = []
    for run in name_runs(sentences, lex):
        if not GOVERNMENT[lex.language].fullmatch(run.name):  # found on their own
            _enter(drafts, run, lex)
    drafts += _governments(text, sentences, drafts, lex)
    kept = [d for d in drafts if d.spans and not _is_place(d)]
    return tuple(
        Actor(
            id=f"a{number}",
            name=_fullest(draft, lex),
            type=draft.type,
            aliases=tuple(draft.aliases),
            mentions=tuple(
                Span(start=s, end=e, quote=text[s:e])
                for s, e in sorted(set(draft.spans))
            ),
            role=draft.role,
            state=draft.state,
        )
        for number, draft in enumerate(kept, start=1)
    )


def _fullest(draft: _Draft, lex: Cues) -> str:
    """Return the name of an actor; of a State the longest that is not its seat."""
    if draft.type != "state":
        return draft.name
    seats = seats_of(lex.language)
    return max(
        (a for a in draft.aliases if a not in seats), key=len, default=draft.name
    )


def _is_place(draft: _Draft) -> bool:
    """Tell whether a name is only that of a place: mostly "in" it, or a city."""
    if draft.type in {"state", "mission", "group", "government"} or draft.role:
        return False
    if len(draft.name.split()) > 2 or draft.name.isupper():
        return False
    return draft.placed >= len(draft.spans) / 2 or draft.name in CITIES


CITIES = frozenset({"New York", "Geneva", "Genève", "Twitter", "Facebook", "YouTube"})

#: "Mali's government", "the Malian authorities", "the country's military junta".
GOVERNMENT = {
    "en": re.compile(
        r"\b(?P<who>[A-Z][\w-]+(?: [A-Z][\w-]+)?|country)(?:['’]s)?\s+(?:[a-z]+ )?"
        r"(?P<what>government|authorities|junta)\b"
        r"|\b[Gg]overnment of (?:the )?(?P<of>[A-Z]\w+(?: [A-Z]\w+)?)"
    ),
    "fr": re.compile(
        r"\b(?P<what>[Gg]ouvernement|[Aa]utorités|[Jj]unte)(?: militaire)?s?\s+"
        r"(?:de transition )?"
        r"(?P<who>(?:du |de la |de l['’]|de |d['’])?[\w-]+)"
    ),
}


def _governments(
    text: str, sentences: Sequence[Sentence], drafts: Sequence[_Draft], lex: Cues
) -> list[_Draft]:
    """Return the governments that a page names, one for each State."""
    found: dict[str, _Draft] = {}
    for sentence in sentences:
        for match in GOVERNMENT[lex.language].finditer(
            text, sentence.start, sentence.end
        ):
            state = _state_meant(match, drafts, lex)
            if state is None:
                continue
            draft = found.setdefault(
                state.code,
                _Draft(
                    name=match.group(),
                    type="government",
                    aliases={},
                    spans=[],
                    state=state.code,
                ),
            )
            draft.aliases[match.group()] = None
            draft.spans.append(match.span())
    for draft in found.values():
        draft.name = max(draft.aliases, key=lambda a: ("ountry" not in a, len(a)))
    return list(found.values())


def _state_meant(
    match: re.Match[str], drafts: Sequence[_Draft], lex: Cues
) -> State | None:
    groups = match.groupdict()
    who = groups.get("of") or groups.get("who") or ""
    name = re.sub(r"^(?:du |de la |de l['’]|de |d['’])", "", who)
    states = states_of(lex.language)
    state = states.get(name) or adjectives_of(lex.language).get(name.lower())
    if state is not None or who != "country":
        return state
    before = [
        (max(s for s, _ in d.spans if s < match.start()), d)
        for d in drafts
        if d.type == "state" and any(s < match.start() for s, _ in d.spans)
    ]
    if not before:
        return None
    return states.get(max(before, key=lambda pair: pair[0])[1].name)


def _enter(drafts: list[_Draft], run: NameRun, lex: Cues) -> None:
    """Add a name to the actor that it names, or as a new one."""
    state = states_of(lex.language).get(run.name) or _speaks_for(run.name, lex)
    draft = _known(drafts, run, state)
    if draft is None:
        kind = _type_of(run, state, lex)
        draft = _Draft(
            name=(run.acronym or run.name) if kind == "mission" else run.name,
            type=kind,
            aliases={},
            spans=[],
            state=state.code if state else None,
        )
        drafts.append(draft)
    if run.name not in draft.aliases:
        draft.aliases[run.name] = None
    if run.acronym and draft.type != "state":
        draft.aliases[run.acronym] = None
    if len(run.name) > len(draft.name) and draft.type not in {"state", "mission"}:
        draft.name = run.name
    if run.role and (draft.role is None or len(run.role) > len(draft.role)):
        draft.role = run.role
        if draft.type not in {"state", "mission"}:
            draft.type = "person"
    if run.kind and draft.type in {"organisation", "person"}:
        draft.type = "group"
    draft.placed += run.placed
    draft.spans.append((run.start, run.end))


def _speaks_for(name: str, lex: Cues) -> State | None:
    """Return the State of a seat that is no town: the White House, the Kremlin."""
    state = seats_of(lex.language).get(name)
    return state if state is not None and name not in state.seats[:1] else None


def _known(drafts: list[_Draft], run: NameRun, state: State | None) -> _Draft | None:
    for draft in reversed(drafts):
        if run.name in draft.aliases or run.name == draft.name:
            return draft
        if run.acronym and run.acronym in draft.aliases and draft.type != "state":
            return draft
        if state is not None and draft.state == state.code and draft.type == "state":
            return draft
    if state is not None:
        return None
    for draft in reversed(drafts):
        if _same(draft, run.name):
            return draft
    return None


def _same(draft: _Draft, name: str) -> bool:
    """Tell whether a name is the surname, or the short form, of an actor."""
    full, short = draft.name.lower().split(), name.lower().split()
    if draft.type == "state" or not full or not short:
        return False
    if draft.type == "person":
        long, part = (full, short) if len(full) >= len(short) else (short, full)
        return part == long[-len(part) :] or (len(part) == 1 and part[0] in long[1:])
    if name.isupper() and name == _initials(draft.name):
        return True
    if draft.name.isupper() and draft.name == _initials(name):
        return True
    if draft.type not in {"organisation", "group"}:
        return False
    if len(short) == 1 or len(full) == 1:
        long, part = (full, short) if len(full) >= len(short) else (short, full)
        return part[0] == long[0] and len(part[0]) > 3 and not _is_general(part[0])
    return " ".join(short) in " ".join(full)


def _is_general(word: str) -> bool:
    """Tell whether many bodies begin with the word: it names none by itself."""
    return word in {
        "national",
        "united",
        "security",
        "international",
        "human",
        "general",
    }


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _is_mission(run: NameRun, words: list[str]) -> bool:
    """Tell whether it is the acronym of a mission, in capitals or not, or has one."""
    single = run.name.upper() if len(words) == 1 else ""
    found = [*missions_in(single), *missions_in(run.acronym or "")]
    return bool(set(found) - {"UNION", "UNIES", "UNITED", "UNIS", "UNITÉ"})


def _type_of(run: NameRun, state: State | None, lex: Cues) -> ActorType:
    if state is not None:
        return "state"
    words = run.name.split()
    if _is_mission(run, words):
        return "mission"
    kinds = (
        table("en", "names")["kinds"]
        if lex.language == "en"
        else table("fr", "names")["kinds"]
    )
    last = {word.lower().strip(".,'s") for word in words} | {w.lower() for w in words}
    if last & set(kinds["group"]):
        return "group"
    if last & set(kinds["organisation"]) or (len(words) == 1 and words[0].isupper()):
        return "organisation"
    if run.role or len(words) in {2, 3, 4}:
        return "person"
    return "organisation"
