"""Answers: which claim a denial or a defence responds to."""

import re
from collections.abc import Sequence
from dataclasses import replace

from drawdown.reading.news.actors import Actor
from drawdown.reading.news.claims import Claim
from drawdown.reading.news.states import seats_of

__all__ = ["answered"]

ANSWERS = frozenset({"deny", "defend"})
AS = re.compile(r"(?:as|comme)\b", re.IGNORECASE)
CHARGES = frozenset({"accuse", "criticize", "assert", "report", "warn"})


def answered(
    claims: Sequence[Claim], actors: Sequence[Actor], language: str
) -> tuple[Claim, ...]:
    """Return the claims, denials and defences linked to the charge they answer.

    The charge is the nearest one of another source that is about the one who
    answers, or about the same actors; after it only in the same sentence.
    """
    states: dict[str, str | None] = {
        seat: state.code for seat, state in seats_of(language).items()
    }
    states |= {
        name: a.state for a in actors if a.state for name in (a.name, *a.aliases)
    }
    return tuple(
        replace(claim, responds_to=_charge(claim, claims, states))
        if claim.stance in ANSWERS
        else claim
        for claim in claims
    )


def _charge(
    claim: Claim, claims: Sequence[Claim], states: dict[str, str | None]
) -> str | None:
    own = _parties([claim.source or ""], states) | _parties(claim.about, states)
    best: tuple[int, str] | None = None
    for other in claims:
        if other.stance not in CHARGES or other.source == claim.source:
            continue
        if 0 <= other.start - claim.end < 4 and AS.match(other.quote):
            return other.id  # "denies it, as experts allege"
        if other.headline or not own & _parties(other.about, states):
            continue
        if claim.stance == "defend" and not _share_words(claim, other):
            continue
        distance = claim.start - other.start
        if distance < 0:
            distance = -distance * 8
        if best is None or distance < best[0]:
            best = distance, other.id
    return best[1] if best is not None and best[0] < 2500 else None


def _share_words(first: Claim, second: Claim) -> bool:
    """Tell whether two claims have a word in common that is not a name."""
    pair = [
        {w for w in re.findall(r"[^\W\d_]{5,}", c.quote) if w[0].islower()}
        for c in (first, second)
    ]
    return bool(pair[0] & pair[1])


def _parties(names: Sequence[str], states: dict[str, str | None]) -> set[str]:
    """Return the names, and the States that they speak for."""
    out: set[str] = set()
    for joined in names:
        for name in joined.split("; "):
            if name:
                out.add(name)
            if code := states.get(name):
                out.add(code)
    return out
