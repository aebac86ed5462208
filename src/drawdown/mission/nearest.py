"""Suggestions: the known name that is nearest to one that is not known."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that is most like this one, or None if none is."""
    folded = {other.casefold(): other for other in sorted(known)}
    matches = get_close_matches(name.casefold(), folded, n=1, cutoff=0.6)
    return folded[matches[0]] if matches else None


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return the question whether the nearest known name is meant; "" without one."""
    match = nearest(name[:200], known)
    return f"did you mean {match}?" if match else ""
