"""The plan: what happens on which day, down to lots and units."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated

from pydantic import StringConstraints

from drawdown.mission.lots import Disposition
from drawdown.quantities import Count, Identifier

NONE: Mapping[str, int] = MappingProxyType({})


RouteName = Annotated[
    str, StringConstraints(pattern=re.compile(r"^[A-Za-z0-9][A-Za-z0-9_.-]*~?$"))
]
"""The id of a route; with ``~`` behind it, a two-way route backwards."""


class ClosureMode(StrEnum):
    """How a site ends (law 17)."""

    HANDED_OVER = "handed_over"
    LEFT = "left"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedStep:
    """The days of one step at one site; both ends are worked."""

    step: Identifier
    start: date
    end: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure:
    """What is planned for one site."""

    site: Identifier
    closed: date | None = None
    """The day on whose evening nobody is left; absent: open beyond the plan."""
    mode: ClosureMode | None = None
    """Absent while the site stays open."""
    steps: tuple[PlannedStep, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Persons of one unit in a movement, and how many of them are guard-capable."""

    unit: Identifier
    persons: Count
    guards: Count = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """Items of one lot in a movement."""

    lot: Identifier
    count: Count
    disposition: Disposition | None = None
    """How the items end, if the movement takes them through an exit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """One convoy, flight or voyage."""

    movement: Identifier
    route: RouteName
    departs: date
    arrives: date
    """The first day on which it counts at its destination (law 1)."""
    permit_asked: date | None = None
    """Absent if no leg needs a permit."""
    escorts: Mapping[Identifier, Count] = field(default_factory=lambda: NONE)
    """Companies by escort group."""
    trucks: Count = 0
    """Trucks, loaded and empty."""
    low_loaders: Count = 0
    """Low-loaders, loaded and empty."""
    people: tuple[People, ...] = ()
    loads: tuple[Load, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Disposal:
    """Items of one lot that end on the spot (given, sold, destroyed) on one day."""

    lot: Identifier
    disposition: Disposition
    count: Count
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """Locally recruited people of one unit who are released on one day."""

    unit: Identifier
    persons: Count
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class EscortRelease:
    """Companies that end their service, where they stand."""

    group: Identifier
    escort: Identifier
    companies: Count
    site: Identifier
    on: date
    """The last day of service."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """A task that is handed over; both ends are worked."""

    task: Identifier
    start: date
    end: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Residual:
    """A task that nobody takes, from the day of its gap on (law 20)."""

    task: Identifier
    gap: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Objectives:
    """The five values, in the order of their importance, and their weighted sum."""

    people_late: float
    """Person-days after the deadline."""
    attacks: float
    """Expected attacks."""
    protection_gap: float
    """Threatened person-days that closures leave unprotected."""
    loss: float
    """USD."""
    money: float
    """USD."""
    weighted: float
    """USD, by the weights of the mission."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What each value is at least in every plan of the mission, whatever becomes of the
    others; absent: not known.
    """

    people_late: float | None = None
    """Person-days after the deadline."""
    attacks: float | None = None
    """Expected attacks."""
    protection_gap: float | None = None
    """Threatened person-days that closures leave unprotected."""
    loss: float | None = None
    """USD."""
    money: float | None = None
    """USD."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One value of a plan that serves the five strictly in their order."""

    name: str
    """As in the objectives."""
    best: float
    """The least that was found when the value had its turn."""
    bound: float | None = None
    """No plan that keeps the values before it as they are kept has less; absent: not
    known."""
    concession: float | None = None
    """The share by which the values after it may exceed it; absent: none had its turn.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Incumbent:
    """A better plan that was found on the way."""

    work: Count
    """Steps of work done until then; the same on every machine."""
    value: float
    bound: float | None = None
    stage: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """How good the plan is proven to be."""

    value: float
    bound: float | None = None
    """No plan of this mission weighs less; absent: nothing is proven yet."""
    bounds: Bounds | None = None
    """Of each value by itself; absent: none is known."""
    bound_by: str = ""
    """What the bound was solved with."""
    levels: tuple[Level, ...] = ()
    """The values that had their turn, where they are served strictly in their order;
    empty: they are weighed together."""

    @property
    def gap(self) -> float | None:
        """Return (value - bound) / value (law 25)."""
        if self.bound is None:
            return None
        return 0.0 if self.value == 0 else (self.value - self.bound) / self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One plan of one mission."""

    mission: Identifier
    mission_digest: str = ""
    """Of the tables that the plan was made from."""
    made_by: str = ""
    """Program and version, or the person who edited it."""
    seed: int = 0
    objectives: Objectives
    proof: Proof
    incumbents: tuple[Incumbent, ...] = ()
    closures: tuple[Closure, ...] = ()
    movements: tuple[Movement, ...] = ()
    disposals: tuple[Disposal, ...] = ()
    releases: tuple[Release, ...] = ()
    escort_releases: tuple[EscortRelease, ...] = ()
    handovers: tuple[Handover, ...] = ()
    residuals: tuple[Residual, ...] = ()


PLAN_FORMAT = "drawdown-plan/1"
"""Stands as ``format`` in every plan file; another number means other laws."""
