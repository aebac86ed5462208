"""Why a movement could not leave on an earlier day, all else as planned."""

from collections.abc import Iterator
from dataclasses import dataclass

from drawdown.planning.explain.at_the_end import at_the_end
from drawdown.planning.explain.at_the_start import at_the_start
from drawdown.planning.explain.hindrance import Hindrance
from drawdown.planning.explain.known import Known, Trip
from drawdown.planning.explain.on_the_way import Traffic, on_the_way
from drawdown.planning.explain.stock import Stock

FURTHEST = 60
"""Days back that are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """How much earlier a movement could leave, all else as planned."""

    trip: Trip
    day: int
    """The first day on which it could."""
    hindrances: tuple[Hindrance, ...]
    """What keeps it from leaving on the day before that."""


class Plans:
    """A plan with all that is needed to ask what could have been otherwise."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.stock = Stock(known)
        self.traffic = Traffic(known)

    def hindrances(self, trip: Trip, day: int, closing: int) -> tuple[Hindrance, ...]:
        """Return what keeps a movement from leaving on an earlier day.

        Parameters
        ----------
        trip
            A movement of the plan.
        day
            A day before its departure.
        closing
            The closing day of its first place, as it would be then.

        """
        return tuple(self._hindrances(trip, day, closing))

    def _hindrances(self, trip: Trip, day: int, closing: int) -> Iterator[Hindrance]:
        if day < 0:
            text = self.known.language.text("the plan begins on day 0")
            yield Hindrance(law="1.1", text=text)
            return
        yield from at_the_start(self.known, self.stock, trip, day, closing)
        yield from on_the_way(self.known, self.traffic, trip, day)
        yield from at_the_end(self.known, self.stock, trip, day)

    def earliest(self, trip: Trip, *, with_closing: bool) -> Earlier:
        """Return how much earlier a movement could leave.

        The days go back one by one; a shut road that opens again further back counts
        as a way, a lack at the start does not end by itself and is not looked behind.

        Parameters
        ----------
        trip
            A movement of the plan.
        with_closing
            Whether its first place would close as many days earlier.

        """
        start = trip.trail.start
        closing = self.known.closing(start) if start in self.known.sites else None
        best: int = trip.departs
        why: tuple[Hindrance, ...] = ()
        for day in range(trip.departs - 1, max(trip.departs - FURTHEST, -1) - 1, -1):
            end = self.known.last + 1 if closing is None else closing
            shift = trip.departs - day if with_closing else 0
            found = self.hindrances(trip, day, end - shift)
            if not found:
                best, why = day, ()
            elif not why:
                why = found
            if any(one.lasts for one in found):
                break
        return Earlier(trip=trip, day=best, hindrances=why)
