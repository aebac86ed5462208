"""Kinds of damage to a good plan, each with the section of the law that it breaks.

A damage looks for a place in the plan where it can be done and returns the damaged
plan, or None where the mission offers no such place.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from drawdown.mission import Mission
from drawdown.plan import Movement, Plan
from drawdown.verifying.facts import Facts
from drawdown.verifying.journeys import passages
from drawdown.verifying.tracks import Track

Harm = Callable[["Case"], Plan | None]

MANY = 100_000


@dataclass(frozen=True)
class Case:
    """A mission and a good plan of it."""

    mission: Mission
    plan: Plan
    facts: Facts = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "facts", Facts(self.mission))

    def tracks(self) -> Iterator[tuple[Movement, Track]]:
        """Yield the movements with the routes they run on."""
        for movement in self.plan.movements:
            yield movement, self.facts.tracks[movement.route]

    def closed(self, site: str) -> date | None:
        """Return the closing day that the plan gives a site."""
        return next((c.closed for c in self.plan.closures if c.site == site), None)

    def swap(self, name: str, old: object, new: object) -> Plan:
        """Return the plan with one entry of one of its tables changed."""
        entries = getattr(self.plan, name)
        changed = tuple(new if entry is old else entry for entry in entries)
        return replace(self.plan, **{name: changed})

    def drop(self, name: str, old: object) -> Plan:
        """Return the plan without one entry."""
        entries = getattr(self.plan, name)
        kept = tuple(entry for entry in entries if entry is not old)
        return replace(self.plan, **{name: kept})

    def add(self, name: str, *new: object) -> Plan:
        """Return the plan with more entries."""
        return replace(self.plan, **{name: (*getattr(self.plan, name), *new)})

    def move(self, old: Movement, **changes: object) -> Plan:
        """Return the plan with one movement changed."""
        return self.swap("movements", old, replace(old, **changes))

    def shift(self, old: Movement, days: int) -> Plan:
        """Return the plan with one movement on another day, all else consistent."""
        return self.swap("movements", old, shifted(self, old, days))


def shifted(case: Case, old: Movement, days: int) -> Movement:
    """Return a movement some days later, with the arrival that its legs give."""
    departs = old.departs + timedelta(days=days)
    track = case.facts.tracks[old.route]
    day = case.mission.day(departs)
    _, arrives = passages(track, day, case.facts.calendars)
    asked = old.permit_asked
    asked = max(asked + timedelta(days=days), case.mission.date(0)) if asked else None
    return replace(
        old, departs=departs, arrives=case.mission.date(arrives), permit_asked=asked
    )


@dataclass(frozen=True)
class Damage:
    """One kind of damage."""

    law: str
    name: str
    harm: Harm

    def __str__(self) -> str:
        return f"{self.law} {self.name}"


DAMAGES: list[Damage] = []


def breaks(law: str) -> Callable[[Harm], Harm]:
    """Register a kind of damage under the law that it breaks."""

    def register(harm: Harm) -> Harm:
        DAMAGES.append(Damage(law, harm.__name__, harm))
        return harm

    return register
