"""When a draft is adopted: the rule of the Charter of the United Nations, Article 27.

A decision on a matter of substance needs nine affirmative votes of fifteen and no
negative vote of a permanent member; an abstention of a permanent member is no veto.
Before 1966 the Council had eleven members and needed seven votes.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

__all__ = ["PERMANENT", "Outcome", "Tally", "faults", "meaning", "outcome_of"]

PERMANENT = frozenset(
    {"China", "France", "Russian Federation", "United Kingdom", "United States"}
)
_OTHER_NAMES = {
    "Russia": "Russian Federation",
    "Union of Soviet Socialist Republics": "Russian Federation",
    "Soviet Union": "Russian Federation",
    "USSR": "Russian Federation",
    "Fédération de Russie": "Russian Federation",
    "Russie": "Russian Federation",
    "United States of America": "United States",
    "US": "United States",
    "USA": "United States",
    "États-Unis": "United States",
    "Great Britain": "United Kingdom",
    "UK": "United Kingdom",
    "Royaume-Uni": "United Kingdom",
    "Chine": "China",
    "People's Republic of China": "China",
}
_ENLARGED = date(1966, 1, 1)


class Outcome(StrEnum):
    """What becomes of a draft."""

    ADOPTED = "adopted"
    VETO = "not adopted: veto"
    SHORTFALL = "not adopted: too few votes in favour"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """A vote on a draft. Members may be absent or not take part.

    Raises
    ------
    ValueError
        If the numbers cannot be: below 0, more votes than members, or more members
        named against than votes against.

    """

    yes: int
    no: int = 0
    abstain: int = 0
    against: tuple[str, ...] = ()
    """The members that voted against, as far as they are known."""
    procedural: bool = False
    on: date | None = None
    """The day of the vote; today's rule if it is not known."""

    def __post_init__(self) -> None:
        if min(self.yes, self.no, self.abstain) < 0:
            raise ValueError("a tally has no negative numbers")
        cast = self.yes + self.no + self.abstain
        if cast > self.members:
            raise ValueError(f"{cast} votes are cast by {self.members} members")
        if len(self.against) > self.no:
            raise ValueError(
                f"{len(self.against)} members are named against, {self.no} voted so"
            )

    @property
    def members(self) -> int:
        """The members of the Council on that day."""
        return 11 if self.on and self.on < _ENLARGED else 15

    @property
    def needed(self) -> int:
        """The affirmative votes that a decision needs."""
        return 7 if self.members == 11 else 9

    @property
    def vetoes(self) -> tuple[str, ...]:
        """The permanent members that voted against."""
        return tuple(m for m in self.against if _OTHER_NAMES.get(m, m) in PERMANENT)


def outcome_of(tally: Tally) -> Outcome:
    """Return what a tally means for the draft.

    A negative vote of a permanent member on a draft that has too few votes anyway
    is a shortfall, not a veto.
    """
    if tally.yes < tally.needed:
        return Outcome.SHORTFALL
    if tally.vetoes and not tally.procedural:
        return Outcome.VETO
    return Outcome.ADOPTED


def faults(tally: Tally, *, adopted: bool) -> tuple[str, ...]:
    """Return why a stated outcome does not fit a tally; empty if it does."""
    outcome = outcome_of(tally)
    if adopted and outcome is not Outcome.ADOPTED:
        return (f"stated as adopted, but {meaning(tally)}",)
    unnamed = tally.no - len(tally.against)
    if not adopted and outcome is Outcome.ADOPTED and (tally.procedural or not unnamed):
        return (f"stated as not adopted, but {meaning(tally)}",)
    return ()


def meaning(tally: Tally) -> str:
    """Return what a tally means, in a sentence that names the rule."""
    outcome = outcome_of(tally)
    if outcome is Outcome.SHORTFALL:
        return f"{tally.yes} votes in favour are fewer than the {tally.needed} needed"
    if outcome is Outcome.VETO:
        return (
            f"{tally.yes} votes in favour suffice, but {' and '.join(tally.vetoes)} "
            "voted against and a permanent member's vote against is a veto"
        )
    if tally.no > len(tally.against) and not tally.procedural:
        return (
            f"{tally.yes} votes in favour suffice, unless a permanent member is among "
            f"the {tally.no} against"
        )
    return f"{tally.yes} votes in favour suffice and no permanent member is against"
