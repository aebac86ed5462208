"""Who must or may act: the addressee of a directed verb, the subject of a decision."""

import re
from functools import cache

from drawdown.reading.acts import Act
from drawdown.reading.document import Document
from drawdown.reading.lexicon import table
from drawdown.reading.names import Names, missions_in

__all__ = ["actor_of"]


def actor_of(
    document: Document, act: Act, end: int, names: Names, before: str | None
) -> str:
    """Return who is to act by a clause that ends at ``end``.

    ``before`` is the actor of the clause before, whom a pronoun means. Where nobody
    else is named it is the Council itself.
    """
    rules = table(document.language, "acts")
    text = " ".join(document.plain[act.verb_end : end].split())
    council = str(rules["council"])
    if act.force == "expresses_intention":
        return council
    if act.directed:
        found = _directed(text, document.language, names, before)
    elif act.force in ("decides", "extends"):
        found = _decided(text, document.language, names, before)
    else:
        found = _named(text, document.language, names, before)
    return found or council


def _directed(
    text: str, language: str, names: Names, before: str | None
) -> str | None:
    """Return the object of the verb: "requests *the Secretary-General* to …"."""
    rest = _strip(text, language)
    if re.match(_rules(language)["that"], rest, re.IGNORECASE):
        return _subject(rest, language, names, before)
    name = _resolve(_until(rest, "stop", language), language, names, before)
    if name and _is_party(name, language):
        return name
    source = _pattern(language, "sources").search(rest)
    if source:
        said = _until(rest[source.end() :], "stop", language)
        name = _resolve(said, language, names, before)
        if name and _is_party(name, language):
            return name
    return _named(rest, language, names, before)


def _subject(text: str, language: str, names: Names, before: str | None) -> str | None:
    """Return the subject of a that-clause: "that *MINUSMA* shall …"."""
    rest = re.sub(_rules(language)["that"], "", text, count=1, flags=re.IGNORECASE)
    rest = _strip(rest, language)
    said = _until(rest, "subject_stop", language)
    if _pattern(language, "mission_things").search(said):
        found = missions_in(said) or ([names.mission] if names.mission else [])
        if found and not _is_party_only(said, language):
            return found[0]
    name = _resolve(said, language, names, before)
    if name and _is_party(name, language):
        return name
    return _named(rest, language, names, before)


def _decided(text: str, language: str, names: Names, before: str | None) -> str | None:
    """Return who acts by a decision: the subject, the mission, or the Council."""
    rules = _rules(language)
    rest = _strip(text, language)
    if re.match(rules["that"], rest, re.IGNORECASE):
        return _subject(rest, language, names, before)
    if re.match(rules["own_act"], rest, re.IGNORECASE):
        return None
    missions = missions_in(rest)
    if missions:
        return missions[0]
    if _pattern(language, "mission_nouns").search(rest) or _pattern(
        language, "mission_things"
    ).search(rest):
        return names.mission or _named(rest, language, names, before)
    return _named(rest, language, names, before)


def _named(text: str, language: str, names: Names, before: str | None) -> str | None:
    """Return the first party that a text names."""
    del before
    found = [
        (match.start(), match.group())
        for match in _pattern(language, "party").finditer(text)
    ]
    found += [(text.find(name), name) for name in missions_in(text)[:1]]
    if _pattern(language, "mission_nouns").search(text) and names.mission:
        match = _pattern(language, "mission_nouns").search(text)
        assert match is not None
        found.append((match.start(), names.mission))
    return _full(min(found)[1], language, names) if found else None


def _resolve(
    said: str, language: str, names: Names, before: str | None
) -> str | None:
    """Return the name that a phrase stands for, None if it is empty."""
    said = said.strip(" ,;:-")
    if not said:
        return None
    if _pattern(language, "pronouns").match(said):
        return before
    return _full(said, language, names)


def _full(said: str, language: str, names: Names) -> str:
    """Return a phrase with short forms replaced by what they stand for."""
    said = re.sub(r"Secretary\s?-?\s?General", "Secretary-General", said)
    if names.mission:
        said = _pattern(language, "mission_nouns").sub(names.mission, said)
    if names.government:
        said = _pattern(language, "government_nouns").sub(names.government, said)
    said = re.sub(_rules(language)["article"], "", said, flags=re.IGNORECASE)
    return " ".join(said.split()[:14])


def _is_party(name: str, language: str) -> bool:
    """Whether a phrase names somebody who can act."""
    return bool(_pattern(language, "people").search(name) or missions_in(name))


def _is_party_only(said: str, language: str) -> bool:
    """Whether a subject is a party itself, not a thing of the mission's."""
    words = _pattern(language, "mission_things").sub("", said)
    return _pattern(language, "people").search(words) is not None and not missions_in(
        said
    )


def _strip(text: str, language: str) -> str:
    """Return the text without what stands between the verb and its object."""
    opening = _pattern(language, "opening")
    aside = _pattern(language, "leading_aside")
    while True:
        match = opening.match(text) or aside.match(text)
        if match is None or not match.group().strip():
            return text.strip()
        text = text[match.end() :]


def _until(text: str, stop: str, language: str) -> str:
    match = _pattern(language, stop).search(text)
    return text[: match.start()] if match else text[:120]


@cache
def _pattern(language: str, name: str) -> re.Pattern[str]:
    flags = 0 if name in ("people", "party", "mission_nouns", "government_nouns") else re.I
    return re.compile(_rules(language)[name], flags)


def _rules(language: str) -> dict[str, str]:
    rules: dict[str, str] = table(language, "acts")["addressee"]
    return rules
