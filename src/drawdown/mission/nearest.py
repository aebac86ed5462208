"""Suggestions: the known name that is nearest to one that is not known."""

from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that is most like this one, or None if none is.

    Of names that are equally like it, one with the same letters in another order, or
    with the same first letter, is taken.
    """
    folded = {other.casefold(): other for other in sorted(known)}
    asked = name.casefold()
    matches = get_close_matches(asked, folded, n=5, cutoff=0.6)
    best = max(matches, key=lambda other: _likeness(asked, other), default=None)
    return None if best is None else folded[best]


def _likeness(name: str, other: str) -> tuple[float, bool, bool]:
    """Return how like two names are, in an order that can be compared."""
    ratio = round(SequenceMatcher(None, other, name).ratio(), 2)
    return ratio, sorted(name) == sorted(other), name[:1] == other[:1]


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return the question whether the nearest known name is meant; "" without one."""
    match = nearest(name[:200], known)
    return f"did you mean {match}?" if match else ""
