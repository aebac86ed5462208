"""The vote as a document tells it: counts, who was against, who abstained, the drafter.

Only what the text states is given; a count that follows from "unanimously" and the
number of members is marked as derived.
"""

import re
from dataclasses import dataclass
from functools import cache

from drawdown.reading.adoption import Tally, faults
from drawdown.reading.document import Document
from drawdown.reading.lexicon import table
from drawdown.reading.news.states import State, adjectives_of, states_of
from drawdown.reading.span import Span

__all__ = ["Vote", "vote_of"]

_COUNCIL = re.compile(r"Security Council|Conseil de sécurité")
_ADOPTED_LINE = re.compile(
    r"^[ \f]*(?:.{0,40}\bAdopted\b|Adoptée?\b|One member|Un membre).*(?:\n.+)?",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """A vote of the Security Council; what the text does not state is None."""

    body: str
    outcome: str | None
    """adopted or not adopted."""
    unanimous: bool | None
    members: int | None
    in_favour: int | None
    in_favour_derived: bool = False
    against: int | None = None
    abstaining: int | None = None
    members_against: tuple[str, ...] = ()
    members_abstaining: tuple[str, ...] = ()
    drafter: str | None = None
    faults: tuple[str, ...] = ()
    """Where the stated outcome does not fit the rule of the Charter."""
    evidence: tuple[Span, ...] = ()


def vote_of(document: Document) -> Vote | None:
    """Return the vote that a document tells of; None if it tells of none."""
    if not _COUNCIL.search(document.plain):
        return None
    places = _telling(document)
    names = _rules(document.language)["find"]
    found = {name: _first(document, name, places) for name in names}
    voted = ("unanimous", "counts", "adopted", "vetoed", "failed")
    if not any(found[name] for name in voted):
        return None
    counts = _counts(found["counts"], document.language)
    unanimous = found["unanimous"] is not None
    members = _number(found["members"], document.language)
    derived = unanimous and "yes" not in counts and members is not None
    against = _named(document, found["against"]) or _named(document, found["vetoed"])
    abstaining = _named(document, found["abstaining"])
    vote = Vote(
        body="UN Security Council",
        outcome=_outcome(found),
        unanimous=unanimous or _all_for(counts, against or abstaining),
        members=members,
        in_favour=members if derived else counts.get("yes"),
        in_favour_derived=derived,
        against=counts.get("no"),
        abstaining=counts.get("abstain"),
        members_against=against,
        members_abstaining=abstaining,
        drafter=_drafter(document, found),
        evidence=_evidence(document, found),
    )
    return _checked(vote)


def _checked(vote: Vote) -> Vote:
    """Return the vote with what does not fit the Charter's rule."""
    if vote.in_favour is None or vote.outcome is None:
        return vote
    try:
        tally = Tally(
            yes=vote.in_favour,
            no=max(vote.against or 0, len(vote.members_against)),
            abstain=vote.abstaining or 0,
            against=vote.members_against,
        )
        problems = faults(tally, adopted=vote.outcome == "adopted")
    except ValueError as error:
        problems = (str(error),)
    values = {name: getattr(vote, name) for name in Vote.__dataclass_fields__}
    return Vote(**{**values, "faults": problems})


def _all_for(counts: dict[str, int], others: tuple[str, ...]) -> bool | None:
    """Tell whether all were in favour; None if no count says so."""
    if not counts:
        return None
    return not (counts.get("no") or counts.get("abstain") or others)


def _outcome(found: dict[str, re.Match[str] | None]) -> str | None:
    if found["vetoed"] or found["failed"]:
        return "not adopted"
    if found["adopted"] or found["unanimous"] or found["counts"]:
        return "adopted"
    return None


def _telling(document: Document) -> list[tuple[int, int]]:
    """Return where the vote may be told; in a resolution, the "Adopted …" lines."""
    if document.kind != "resolution":
        return [(0, len(document.plain))]
    return [match.span() for match in _ADOPTED_LINE.finditer(document.plain)]


def _first(
    document: Document, name: str, places: list[tuple[int, int]]
) -> re.Match[str] | None:
    pattern = _pattern(document.language, name)
    found = (pattern.search(document.plain, low, high) for low, high in places)
    return next((match for match in found if match), None)


def _number(match: re.Match[str] | None, language: str) -> int | None:
    if match is None:
        return None
    said = next(filter(None, match.groupdict().values()), None)
    return _value(said, language)


def _value(word: str | None, language: str) -> int | None:
    if word is None:
        return None
    said = word.strip().lower()
    if said.isdigit():
        return int(said)
    none = _rules(language)["none"]
    if said in none:
        return 0
    number: int | None = table(language, "dates")["numbers"].get(said)
    return number


def _counts(match: re.Match[str] | None, language: str) -> dict[str, int]:
    if match is None:
        return {}
    groups = match.groupdict()
    values = {
        name: _value(groups.get(name) or groups.get(f"{name}2"), language)
        for name in ("yes", "no", "abstain")
    }
    return {name: value for name, value in values.items() if value is not None}


def _named(document: Document, match: re.Match[str] | None) -> tuple[str, ...]:
    """Return the members that a list in the text names."""
    groups = match.groupdict() if match else {}
    listed = groups.get("who") or groups.get("listed") or groups.get("who2")
    if listed is None:
        return ()
    said = re.split(r",|;|\band\b|\bet\b", listed)
    names = [
        re.sub(r"^\s*(?:[Tt]he|[Ll]a|[Ll]es|[Ll]e|[Ll]')\s*", "", name).strip()
        for name in said
    ]
    known = states_of(document.language)
    return tuple(known[n].name if n in known else n for n in names if n[:1].isupper())


def _drafter(document: Document, found: dict[str, re.Match[str] | None]) -> str | None:
    match = found["drafter"]
    if match is None:
        return None
    who = match["adjective"] or match["state"]
    state: State | None = adjectives_of(document.language).get(who.lower())
    state = state or states_of(document.language).get(who)
    return state.name if state else None


def _evidence(
    document: Document, found: dict[str, re.Match[str] | None]
) -> tuple[Span, ...]:
    spans = {m.span() for m in found.values() if m is not None}
    return tuple(document.span(low, high) for low, high in sorted(spans))


def _rules(language: str) -> dict[str, dict[str, str]]:
    rules: dict[str, dict[str, str]] = table(language, "vote")
    return rules


@cache
def _pattern(language: str, name: str) -> re.Pattern[str]:
    numbers = "|".join(table(language, "dates")["numbers"])
    source = _rules(language)["find"][name].replace("NUMBER", rf"\d{{1,2}}|{numbers}")
    return re.compile(source)
