"""A first plan from a relaxation: closing days, a relaxation of all days, a dive.

Where a plan cannot be built site by site, the relaxation in buckets says when sites
should close. A relaxation of single days then shows which of them are too early, until
everything has an end in it; a dive makes its convoys whole, and then all amounts.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from drawdown.planning.closing_order import closing_order
from drawdown.planning.departures import Departure, Option, day_departure, day_options
from drawdown.planning.diving import dive
from drawdown.planning.everybody import AFTER, everybody, nobody_aboard
from drawdown.planning.model import Model
from drawdown.planning.problem import Problem
from drawdown.planning.reach import Reach, merged_reach
from drawdown.planning.refining import (
    USED,
    closing_means,
    departing,
    in_time,
    stages,
    used_departures,
)
from drawdown.planning.solution import PRICED, Solution, stuck_at
from drawdown.planning.solver import Limits, solve

LATER = 7
"""Days by which a site closes later that was found to close too early; twice as many
when it is found so again, and so on."""
MUCH_LATER = 14
"""The same where whole movements show that it does."""
TRIES, FEW_TRIES = 8, 4
DIVES = 4
"""Dives, each of which may show that sites close too early for whole movements."""
BESIDE = 1
"""Days beside each day on which an escorted way is used that are tried, too."""
SHARE, JUMP = 0.34, 2_000.0
"""How carefully a dive for a first plan goes; thousand USD a step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """Days that sites get beside what relaxations need: parts of convoys become
    whole.
    """

    margin: int
    """After the day on which a site should close."""
    spare: int = 10
    """After those have closed whose last people or items pass it."""


ROOM = Room(margin=10)


def lift(
    problem: Problem,
    reach: Reach,
    wanted: Mapping[str, int],
    days: Mapping[int, frozenset[int]],
    seconds: Callable[[], float | None],
    *,
    room: Room = ROOM,
    quick: bool = False,
) -> Solution | None:
    """Return a first plan; None if there was no time. Something may be stuck in it.

    Parameters
    ----------
    wanted
        The day on which each site should close.
    days
        The days on which each way may depart, beside the last days of sites.
    seconds
        What is left of the time, if there is a limit: an outer guard.
    room
        Days that sites get beside what relaxations need.
    quick
        Give up soon, and keep to the given days.

    """
    lifting = _Lifting(problem, reach, days, room, quick=quick)
    wish = {
        name: max(day, problem.ready_to_close[name]) + room.margin
        for name, day in wanted.items()
    }
    waited: dict[str, int] = defaultdict(int)
    waited_again: dict[str, int] = defaultdict(int)
    for dives in range(DIVES):
        guided = lifting.guided(wish, waited, seconds)
        if guided is None:
            return None
        early: set[str] = set()
        moved = lifting.whole(guided, seconds, early, last=dives == DIVES - 1)
        if moved is not None:
            latest = {
                name: min(day + AFTER, problem.places[name].latest)
                for name, day in moved.closings.items()
            }
            return everybody(problem, reach, moved, latest, seconds)
        if not early:
            return None
        wish = _later(guided.closings, early, waited_again, MUCH_LATER)
    return None


def _later(
    closings: Mapping[str, int],
    early: AbstractSet[str],
    waited: dict[str, int],
    days: int,
) -> dict[str, int]:
    """Return closing days of which those that were too early are later."""
    for name in early:
        waited[name] += 1
    return {
        name: day + (days * waited[name] if name in early else 0)
        for name, day in closings.items()
    }


def _too_early(problem: Problem, model: Model, values: NDArray[np.float64]) -> set[str]:
    """Return the sites at which something is stuck."""
    return {
        stuck_at(problem, key)
        for key, value in zip(model.assembly.keys, values, strict=True)
        if key[0] in PRICED and value > USED
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class _Guided:
    """A solved relaxation of single days with given closing days."""

    closings: dict[str, int]
    model: Model
    values: NDArray[np.float64]
    value: float


class _Lifting:
    def __init__(
        self,
        problem: Problem,
        reach: Reach,
        days: Mapping[int, frozenset[int]],
        room: Room,
        *,
        quick: bool,
    ) -> None:
        self.problem = problem
        self.room = room
        self.quick = quick
        self.reach = reach
        self.merged = merged_reach(problem, reach)
        self.days = days

    def guided(
        self,
        wish: Mapping[str, int],
        waited: dict[str, int],
        seconds: Callable[[], float | None],
    ) -> _Guided | None:
        """Return a relaxation in which everything has an end, if closing days not long
        after those that are wished allow it.

        Parameters
        ----------
        waited
            How often each site was found to close too early.

        """
        best: _Guided | None = None
        early: set[str] = set()
        closings: dict[str, int] = {}
        for _ in range(FEW_TRIES if self.quick else TRIES):
            before = closings
            closings = closing_order(self.problem, wish, self.room.spare)
            if closings == before:
                # What is too early can close no later.
                break
            found = self._solved(closings, self._departures(closings))
            if not in_time(seconds):
                return None
            early = set(closings)
            if found is not None:
                if best is None or found.value < best.value:
                    best = found
                early &= _too_early(self.problem, found.model, found.values)
            if not early:
                break
            wish = _later(closings, early, waited, LATER)
        if best is None or (self.quick and early):
            return None
        if self.quick:
            return best
        closer = self._solved(best.closings, self._closer(best))
        return closer if in_time(seconds) else None

    def _solved(
        self, closings: dict[str, int], departures: list[Departure]
    ) -> _Guided | None:
        model = Model(
            self.problem,
            departures,
            self._options(closings),
            reach=self.merged,
            whole=False,
            merged=True,
        )
        answer = solve(model.matrix(), Limits(solver="ipm"), relaxed=True)
        if answer.values is None:
            return None
        return _Guided(
            closings=closings, model=model, values=answer.values, value=answer.value
        )

    def _closer(self, guide: _Guided) -> list[Departure]:
        """Return the departures that a relaxation uses, and of escorted ways those on
        the days beside these.
        """
        closings = guide.closings
        used = used_departures(guide.model, guide.values)
        found = {
            (d.way, d.label): d for d in guide.model.departures if self._kept(d, used)
        }
        for number, day in used:
            way = self.problem.ways[number]
            for beside in range(day - BESIDE, day + BESIDE + 1) if way.escorts else ():
                departure = day_departure(way, beside)
                if departure is not None and self._open(departure, closings):
                    found.setdefault((number, beside), departure)
        return [found[key] for key in sorted(found)]

    def _options(self, closings: Mapping[str, int]) -> dict[str, list[Option]]:
        return day_options(
            self.problem, {site: {day} for site, day in closings.items()}
        )

    def _departures(self, closings: Mapping[str, int]) -> list[Departure]:
        found = []
        for number, days in self.days.items():
            way = self.problem.ways[number]
            chosen = set(days)
            if way.origin in closings:
                last = closings[way.origin]
                chosen |= set(range(last - 4, last + 1))
            for day in sorted(chosen):
                departure = day_departure(way, day)
                if departure is not None and self._open(departure, closings):
                    found.append(departure)
        return found

    def _open(self, departure: Departure, closings: Mapping[str, int]) -> bool:
        """Return whether both ends of a departure are open when it needs them."""
        way = self.problem.ways[departure.way]
        last = closings.get(way.origin, self.problem.days - 1)
        until = closings.get(way.destination, self.problem.days * 2)
        return departure.label <= last and departure.arrive <= until

    def whole(
        self,
        guide: _Guided,
        seconds: Callable[[], float | None],
        early: set[str],
        *,
        last: bool,
    ) -> Solution | None:
        """Return whole numbers on the days that the relaxation uses; nobody is on the
        movements yet.

        Parameters
        ----------
        early
            Gets the sites that close too early for whole movements, and there is no
            solution then.
        last
            Go on then, with something stuck.

        """
        used = used_departures(guide.model, guide.values)
        kept = [d for d in guide.model.departures if self._kept(d, used)]
        model = Model(
            self.problem,
            kept,
            self._options(guide.closings),
            reach=self.merged,
            merged=True,
            ending=True,
        )
        matrix = model.matrix()

        def found_early(values: NDArray[np.float64]) -> bool:
            early.update(_too_early(self.problem, model, values) & set(guide.closings))
            return bool(early) and not last

        dived = dive(
            matrix,
            stages(model, self.problem, closing_means(guide.model, guide.values)),
            rest=matrix.integer,
            order=departing(model),
            share=SHARE,
            jump=JUMP,
            go_on=lambda: in_time(seconds),
            expected=guide.value,
            end_dear=found_early,
        )
        if dived is None:
            return None
        return nobody_aboard(self.problem, model, dived.values)

    def _kept(self, departure: Departure, used: AbstractSet[tuple[int, int]]) -> bool:
        """Return whether a relaxation uses a departure, or people may go home on it:
        those of escort companies leave later than the relaxation says.
        """
        way = self.problem.ways[departure.way]
        home = way.persons and not way.stands
        return (departure.way, departure.label) in used or bool(
            home and self.problem.places[way.destination].is_exit
        )
