"""Movements as they run: which leg is entered on which day (law 1.3)."""

import math
from dataclasses import dataclass, field
from functools import cached_property

from drawdown.mission import Carrier, Disposition, Leg, Lot, Unit
from drawdown.plan.plan import Movement
from drawdown.verifying.calendars import Calendars
from drawdown.verifying.tracks import Track

DECIMALS = 6


@dataclass(frozen=True, slots=True)
class Passage:
    """A leg that is travelled in one direction, on some days."""

    leg: Leg
    forward: bool
    enters: int
    through: int
    """The last day on the leg."""


@dataclass(frozen=True, slots=True)
class Party:
    """Persons of one unit on a movement."""

    unit: Unit
    persons: int
    guards: int


@dataclass(frozen=True, slots=True)
class Freight:
    """Items of one lot on a movement."""

    lot: Lot
    count: int
    disposition: Disposition | None


@dataclass(frozen=True)
class Journey:
    """One movement with what it carries, as far as the mission knows it."""

    movement: Movement
    track: Track
    departs: int
    arrives: int
    passages: tuple[Passage, ...]
    trucks: int = 0
    low_loaders: int = 0
    companies: dict[str, int] = field(default_factory=dict)
    parties: tuple[Party, ...] = ()
    freight: tuple[Freight, ...] = ()

    @property
    def name(self) -> str:
        """The id of the movement."""
        return self.movement.movement

    @cached_property
    def persons(self) -> int:
        """All persons."""
        return sum(party.persons for party in self.parties)

    @cached_property
    def items(self) -> int:
        """All items."""
        return sum(freight.count for freight in self.freight)

    def carried_by(self, carrier: Carrier) -> int:
        """Return the items that something carries, or that drive themselves."""
        return sum(f.count for f in self.freight if f.lot.carried_by is carrier)

    @cached_property
    def vehicles(self) -> int:
        """The vehicles on a road (law 13.2)."""
        return self.trucks + self.low_loaders + self.carried_by(Carrier.SELF)


def passages(
    track: Track, departs: int, calendars: Calendars
) -> tuple[tuple[Passage, ...], int]:
    """Return the passages of a departure, and the day on which it has arrived."""
    travelled, found = 0.0, []
    for leg, forward in track.legs:
        enters = departs + math.floor(travelled)
        days = leg.days + calendars.extra_days(leg.leg_id, enters)
        travelled = round(travelled + days, DECIMALS)
        through = max(enters, departs + math.ceil(travelled) - 1)
        found.append(Passage(leg, forward, enters, through))
    return tuple(found), departs + max(math.ceil(travelled), 1)
