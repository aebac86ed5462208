"""Who must or may act: the addressee of a directed verb, the subject of a decision."""

import re
from collections.abc import Iterable
from functools import cache

from drawdown.reading.acts import Act
from drawdown.reading.document import Document
from drawdown.reading.lexicon import table
from drawdown.reading.names import Names, missions_in
from drawdown.reading.normal import blank
from drawdown.reading.span import Span

__all__ = ["actor_of", "item_actor"]


def item_actor(document: Document, start: int, end: int, names: Names) -> str | None:
    """Return the subject of a list item that is a sentence of its own."""
    text = " ".join(document.plain[start:end].split())
    return _subject(text, document.language, names, None)


def actor_of(
    document: Document,
    act: Act,
    end: int,
    names: Names,
    before: str | None,
    asides: Iterable[Span] = (),
) -> str:
    """Return who is to act by a clause that ends at ``end``.

    ``asides`` are the limits and conditions of the clause, which name nobody who is
    to act; ``before`` is the actor of the clause before, whom a pronoun means. Where
    nobody else is named it is the Council itself.
    """
    rules = table(document.language, "acts")
    hidden = [(max(a.start, act.verb_end), a.end) for a in asides]
    plain = blank(
        document.plain[:end], [(low, high) for low, high in hidden if low < high <= end]
    )
    text = " ".join(plain[act.verb_end :].split())
    council = str(rules["council"])
    if act.force == "expresses_intention":
        return council
    if act.directed:
        found = _directed(text, document.language, names, before)
        found = found or _unnamed(text, act, document.language, names)
    elif act.force in ("decides", "extends"):
        found = _decided(text, document.language, names, before)
    else:
        found = _named(text, document.language, names, before)
    return found or council


def _directed(text: str, language: str, names: Names, before: str | None) -> str | None:
    """Return the object of the verb: "requests *the Secretary-General* to …"."""
    rest = _strip(text, language)
    if re.match(_rules(language)["that"], rest, re.IGNORECASE):
        return _subject(rest, language, names, before)
    said = _until(rest, "stop", language)
    is_thing = _pattern(language, "things").match(said) is not None
    name = _resolve(said, language, names, before)
    if name and not is_thing and _is_party(name, language):
        return name
    for source in _pattern(language, "sources").finditer(rest):
        said = _until(rest[source.end() :], "stop", language)
        name = _resolve(said, language, names, before)
        if name and _is_party(name, language):
            return name
    return _named(rest, language, names, before)


def _unnamed(text: str, act: Act, language: str, names: Names) -> str | None:
    """Return who acts where the verb has no addressee: "requests an update"."""
    if act.force == "requests":
        return str(table(language, "acts")["secretary_general"])
    is_thing = _pattern(language, "things").match(_strip(text, language))
    return names.mission if act.force == "authorizes" and is_thing else None


def _subject(text: str, language: str, names: Names, before: str | None) -> str | None:
    """Return the subject of a that-clause: "that *MINUSMA* shall …"."""
    rest = re.sub(_rules(language)["that"], "", text, count=1, flags=re.IGNORECASE)
    rest = _pattern(language, "purpose_aside").sub("", rest)
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
    if re.match(rules["provision"], rest, re.IGNORECASE):
        return str(table(language, "acts")["secretary_general"])
    granted = _pattern(language, "granted_to").search(rest)
    if granted:
        said = _until(rest[granted.end() :], "stop", language)
        return _resolve(said, language, names, before)
    body = _pattern(language, "bodies").search(rest)
    if body:
        return str(body["body"])
    missions = missions_in(rest)
    if missions:
        return missions[0]
    if names.mission and names.mission in rest:
        return names.mission
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


def _resolve(said: str, language: str, names: Names, before: str | None) -> str | None:
    """Return the name that a phrase stands for, None if it is empty."""
    said = said.strip(" ,;:-")
    if not said:
        return None
    if _pattern(language, "pronouns").match(said):
        return before
    return _full(said, language, names)


def _full(said: str, language: str, names: Names) -> str:
    """Return a phrase with short forms replaced by what they stand for."""
    said = re.sub(r"(?:,|\s+(?:and|et|or|ou))\s*$", "", said)
    said = re.sub(r"Secretary\s?-?\s?General", "Secretary-General", said)
    if names.mission:
        said = _pattern(language, "mission_nouns").sub(names.mission, said)
    if names.government:
        said = _pattern(language, "government_nouns").sub(names.government, said)
    if re.fullmatch(rf"(?:the\s+|le\s+)?(?:{_rules(language)['whole']})", said):
        return str(table(language, "acts")["council"])
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
        match = aside.match(text) or opening.match(text)
        if match is None or not match.group().strip():
            return text.strip()
        text = text[match.end() :]


def _until(text: str, stop: str, language: str) -> str:
    match = _pattern(language, stop).search(text)
    return text[: match.start()] if match else text[:120]


@cache
def _pattern(language: str, name: str) -> re.Pattern[str]:
    flags = (
        0
        if name
        in ("people", "party", "granted_to", "mission_nouns", "government_nouns")
        else re.IGNORECASE
    )
    return re.compile(_rules(language)[name], flags)


def _rules(language: str) -> dict[str, str]:
    rules: dict[str, str] = table(language, "acts")["addressee"]
    return rules
