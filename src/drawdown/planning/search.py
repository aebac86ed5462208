"""The search: from a first plan to better ones, one neighbourhood after another."""

import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from drawdown.planning.lifting import Room, lift
from drawdown.planning.neighbourhood import Freedom, improve
from drawdown.planning.problem import Place, Problem
from drawdown.planning.reach import Reach, find_reach
from drawdown.planning.refining import Still, in_time, refine
from drawdown.planning.relaxation import FINE, guide
from drawdown.planning.retargeting import retarget
from drawdown.planning.solution import Solution, stuck_at
from drawdown.planning.solver import Limits
from drawdown.planning.spread import days_of_use, in_due_time, spread_days

SMALL = 2_500
"""Departures below which all days of all ways are freed at once."""
NODES = 80
OFTEN = 12
"""After so many steps, people and cargo are refined again."""
MENDINGS = 3
LATER = (-5, 15)
FAR, STRIDE = (20, 90), 10
"""Days after its closing day of which every so many is tried, where no day soon after
it helps: a season may have to end."""
SOONER = (-40, 2)
"""Days around its closing day on which a site may close instead."""


EVERYWHERE = "all sites"
LONG = 75.0
"""Seconds that a step which frees all sites should have."""
ALL_DAYS = 60.0
"""Seconds that a step to a plan from a relaxation of all days should have."""
CLOSE = Room(margin=5)
"""That sites get in such a plan."""
FEW = 60
"""Items and people stuck in a plan from a relaxation that are worth mending where there
is a whole plan already."""
FLIGHTS = 1_500
"""Flights, and other departures without escorts, that people may choose from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One neighbourhood, and what it is called."""

    name: str
    freedom: Freedom
    still: Still | None = None
    """What stays while the step refines; None: the step is solved as it is."""
    whole_closings: bool = False
    """Whether the relaxation that guides the step closes sites on whole days."""
    lifted: bool = False
    """Whether the step is a plan of its own, from a relaxation of all days."""
    everywhere: int | None = None
    """The number of a step that frees all sites together."""


class Search:
    """Improves a solution step by step; the steps depend on the seed alone."""

    def __init__(
        self,
        problem: Problem,
        reach: Reach,
        solution: Solution,
        seed: int,
        used: AbstractSet[int] = frozenset(),
        wanted: Mapping[str, int] | None = None,
        late: Mapping[str, int] | None = None,
    ) -> None:
        self.problem = problem
        self.used = used
        self.late = late
        """Days before which sites need not close in a plan from all days, as far as
        they are known, until one was tried."""
        self.wanted = wanted
        """The day on which each site should close."""
        self.sensible = reach
        """The reach without the ways that only the solution uses."""
        self.reach = _with(reach, solution)
        self.best = solution
        self.work = 0
        self.chance = random.Random(seed)
        self._last_gain: dict[str, int] = {}
        self.tried = 0
        """Steps that freed all sites together."""
        self.overtaken: Callable[[], bool] = lambda: False
        """Whether a better plan waits to be adopted: a plan from all days is then
        given up."""

    def run(
        self,
        go_on: Callable[[], bool],
        seconds: Callable[[], float | None],
        on_better: Callable[[Solution, str], None],
    ) -> None:
        """Take steps while ``go_on`` says so; tell of each better solution.

        Parameters
        ----------
        seconds
            What is left of the time, if there is a limit: an outer guard.

        """
        self._follow(self._steps(seconds), go_on, seconds, on_better)

    def adopt(self, solution: Solution) -> None:
        """Go on from a better plan from all days that was found elsewhere."""
        self.late = None
        self.best = solution
        self.reach = _with(self.reach, solution)

    def _follow(
        self,
        steps: Iterable[Step],
        go_on: Callable[[], bool],
        seconds: Callable[[], float | None],
        on_better: Callable[[Solution, str], None],
    ) -> None:
        for step in steps:
            if not go_on():
                return
            self.work += 1
            found = self._taken(step, seconds)
            better = found.value < self.best.value - 1e-6
            self._last_gain[step.name] = (
                0 if better else self._last_gain.get(step.name, 0) + 1
            )
            if better:
                self.best = found
                on_better(found, step.name)

    def _taken(self, step: Step, seconds: Callable[[], float | None]) -> Solution:
        left = seconds()
        if step.lifted:
            return self.all_days(
                lambda: 0.0 if self.overtaken() else seconds(), CLOSE, sideways=False
            )
        if step.everywhere is not None and self.wanted is not None:
            return retarget(
                self.problem,
                self.reach,
                self.best,
                self.wanted,
                set(self.used),
                seconds,
                first=step.everywhere % 2 == 0,
                shift=step.everywhere,
            )
        if step.still is not None:
            return refine(
                self.problem,
                self.reach,
                self.best,
                step.freedom,
                step.still,
                seconds,
                whole_closings=step.whole_closings,
            )
        limits = Limits(
            gap=1e-4,
            nodes=NODES,
            seconds=None if left is None else max(0.5, min(left, 20.0)),
        )
        return improve(self.problem, self.reach, self.best, step.freedom, limits)

    def _steps(self, seconds: Callable[[], float | None]) -> Iterator[Step]:
        problem = self.problem
        size = sum(int(way.start.sum()) for way in problem.ways)
        if size <= SMALL:
            yield self._everything()
        while True:
            yield from self._mending()
            steps = self._round()
            if not steps:
                return
            for number, step in enumerate(steps):
                if number % OFTEN == 0:
                    yield self._people()
                    yield self._cargo()
                    if size > SMALL:
                        yield from self._lifting(seconds)
                    left = seconds()
                    if left is None or left > LONG:
                        yield from self._everywhere()
                yield step

    def _lifting(self, seconds: Callable[[], float | None]) -> Iterator[Step]:
        """Return steps to a plan from a relaxation of all days, once, and to what
        refines it most.
        """
        if self.late is None or self.problem.caps:
            return
        left = seconds()
        if self.best.complete and (left is None or left > ALL_DAYS):
            before = self.best.value
            yield Step(
                name="all days", freedom=Freedom(days={}, closings={}), lifted=True
            )
            self.late = None
            if self.best.value < before:
                yield self._cargo()
                yield self._people()

    def all_days(
        self, seconds: Callable[[], float | None], room: Room, *, sideways: bool
    ) -> Solution:
        """Return a plan from a relaxation of all days if it is better than the best.

        Parameters
        ----------
        seconds
            What is left of the time, if there is a limit: an outer guard.
        room
            Days that sites get beside what relaxations need.
        sideways
            Let things go to places that are as near to an exit, too. Plans that are
            built site by site lose themselves on such ways.

        """
        assert self.late is not None
        problem = self.problem
        relaxed = guide(problem, FINE)
        if relaxed is None or not in_time(seconds):
            return self.best
        reach = relaxed.reach
        if sideways:
            reach |= find_reach(problem, every=False, sideways=True)
        ways = relaxed.used | reach.ways
        days = days_of_use(problem, ways, relaxed.use, escorted=True)
        wanted = relaxed.wanted(self.late)
        found = lift(problem, reach, wanted, days, seconds, room=room)
        if found is not None and 0 < sum(found.stuck.values()) <= FEW:
            mending = Search(problem, reach, found, seed=0)
            mending._follow(
                mending._mending(),
                lambda: in_time(seconds),
                seconds,
                lambda *_: None,
            )
            found = mending.best
        if found is None or not found.complete or found.value >= self.best.value:
            return self.best
        return found

    def _mending(self) -> Iterator[Step]:
        """Return steps for sites with something stuck, until none is or none helps."""
        for _ in range(MENDINGS):
            stuck = sorted(self._stuck_sites())
            before = self.best.value
            if any(key[:2] == ("stuck", "P") for key in self.best.stuck):
                # Whoever a whole movement left behind may find a seat on another.
                yield self._people()
            for name in stuck:
                if name in self._stuck_sites() and name in self.problem.places:
                    yield self._closing(self.problem.places[name], LATER)
                if name in self._stuck_sites() and name in self.problem.places:
                    yield self._closing_far(self.problem.places[name])
            for name in stuck:
                if name in self._stuck_sites() and name in self.problem.places:
                    yield self._around(self.problem.places[name])
            if not stuck or self.best.value >= before - 1e-6:
                return

    def _everywhere(self) -> Iterator[Step]:
        """Return a step that frees all sites together, while such steps help."""
        if self.wanted is None or self.problem.caps or not self.best.complete:
            return
        if self._last_gain.get(EVERYWHERE, 0) < 3:
            self.tried += 1
            yield Step(
                name=EVERYWHERE,
                freedom=Freedom(days={}, closings={}),
                everywhere=self.tried - 1,
            )

    def _round(self) -> list[Step]:
        """Return one round of steps in an order of chance."""
        problem = self.problem
        steps = [self._closing(place, SOONER) for place in problem.closing]
        pairs = self._pairs({p.name for p in problem.sites})
        out = [pair for pair in pairs if any(problem.places[p].is_exit for p in pair)]
        steps += [self._pair(pair) for pair in pairs if pair not in out]
        self.chance.shuffle(steps)
        # Ways home take little time, and are short of days in all other steps.
        steps = [self._pair(pair) for pair in out] + steps
        return [s for s in steps if self._last_gain.get(s.name, 0) < 2] or steps

    def _cargo(self) -> Step:
        """Free convoys and what they carry on all days; people stay."""
        ways = set(self.used).union(*self.reach.cargo)
        ways |= {m.way for m in self.best.moves.values() if m.cargo or m.trucks}
        ways = {
            number
            for number in ways
            if self.problem.ways[number].stands or self.problem.ways[number].slots
        }
        return Step(
            name="cargo",
            freedom=Freedom(
                days=spread_days(self.problem, ways, shift=self.work), closings={}
            ),
            still=Still.PEOPLE,
        )

    def _people(self) -> Step:
        """Free flights and the people on them, on the convoys that there are; sites
        close as soon as their last things have left.
        """
        problem = self.problem
        plan = self.best
        ways = set().union(*self.reach.people)
        ways |= {m.way for m in plan.moves.values() if m.people}
        free = spread_days(
            self.problem,
            {n for n in ways if not self.problem.ways[n].escorts},
            most=FLIGHTS,
            shift=self.work,
        )
        settled = _settled(self.problem, plan)
        return Step(
            name="people",
            freedom=Freedom(
                days={
                    n: free[n] | in_due_time(problem, n) if n in free else frozenset()
                    for n in ways
                },
                closings={
                    place.name: frozenset(
                        range(
                            max(
                                settled.get(place.name, 0),
                                self.problem.ready_to_close[place.name],
                            ),
                            plan.closings[place.name],
                        )
                    )
                    for place in self.problem.closing
                },
            ),
            still=Still.CARGO,
        )

    def _closing(self, place: Place, span: tuple[int, int]) -> Step:
        """Free the ways that begin or end at a site around its closing day, and the
        day.
        """
        problem = self.problem
        closing = self.best.closings.get(place.name, problem.deadline)
        low = max(0, closing + min(0, span[0]) - 30)
        high = min(problem.days, closing + span[1] + 1)
        days = {
            way.index: frozenset(range(low, high))
            for way in problem.ways
            if place.name in (way.origin, way.destination) and way.start[low:high].any()
        }
        return Step(
            name=f"closing {place.name}",
            freedom=Freedom(days=days, closings=self._closing_days(place, span)),
            still=Still.NOTHING,
        )

    def _closing_far(self, place: Place) -> Step:
        """Free a site from before its closing day to another one long after it."""
        step = self._closing(place, FAR)
        closings = self._closing_days(place, FAR, STRIDE)
        return replace(
            step,
            name=f"closing {place.name} far later",
            freedom=replace(step.freedom, closings=closings),
            whole_closings=True,
        )

    def _stuck_sites(self) -> set[str]:
        return {stuck_at(self.problem, key) for key in self.best.stuck}

    def _everything(self) -> Step:
        problem = self.problem
        days = frozenset(range(problem.days))
        return Step(
            name="all",
            freedom=Freedom(
                days={way.index: days for way in problem.ways},
                closings={place.name: days for place in problem.closing},
            ),
        )

    def _around(self, place: Place) -> Step:
        """Free, around the closing day of a site, all ways on which the companies that
        come there serve, and the day.
        """
        problem = self.problem
        here = [w for w in problem.ways if place.name in (w.origin, w.destination)]
        groups = {group for way in here if way.escorts for group in way.groups}
        closing = self.best.closings.get(place.name, problem.deadline)
        low, high = max(0, closing - 30), min(problem.days, closing + LATER[1] + 10)
        ways = {way.index for way in here} | {
            way.index
            for way in problem.ways
            if way.escorts and groups & set(way.groups)
        }
        return Step(
            name=f"around {place.name}",
            freedom=Freedom(
                days={
                    number: frozenset(range(low, high))
                    for number in sorted(ways)
                    if problem.ways[number].start[low:high].any()
                },
                closings=self._closing_days(place, LATER),
            ),
            still=Still.NOTHING,
        )

    def _closing_days(
        self, place: Place, span: tuple[int, int], stride: int = 1
    ) -> dict[str, frozenset[int]]:
        """Return the days on which a site may close instead."""
        closing = self.best.closings.get(place.name)
        if closing is None:
            return {}
        first = max(closing + span[0], self.problem.ready_to_close[place.name])
        last = min(closing + span[1], place.latest)
        return {place.name: frozenset(range(first, last + 1, stride))}

    def _pairs(self, places: set[str]) -> list[tuple[str, str]]:
        return sorted(
            {
                (min(w.origin, w.destination), max(w.origin, w.destination))
                for w in self.problem.ways
                if w.origin in places or w.destination in places
            }
        )

    def _pair(self, pair: tuple[str, str]) -> Step:
        """Free all ways between two places."""
        ways = [w for w in self.problem.ways if {w.origin, w.destination} == set(pair)]
        return Step(
            name=f"{pair[0]} and {pair[1]}",
            freedom=Freedom(
                days={w.index: frozenset(range(self.problem.days)) for w in ways},
                closings={},
            ),
            still=Still.NOTHING,
        )


def _with(reach: Reach, solution: Solution) -> Reach:
    """Return a reach with all the ways that a solution uses."""
    cargo = [set(ways) for ways in reach.cargo]
    people = [set(ways) for ways in reach.people]
    for move in solution.moves.values():
        for k in move.cargo:
            cargo[k].add(move.way)
        for q in move.people:
            people[q].add(move.way)
    return Reach(cargo=cargo, people=people)


def _settled(problem: Problem, solution: Solution) -> dict[str, int]:
    """Return the last day on which cargo or trucks are at each place."""
    last: dict[str, int] = defaultdict(int)
    for move in solution.moves.values():
        if move.cargo or move.trucks:
            way = problem.ways[move.way]
            last[way.origin] = max(last[way.origin], move.day)
            last[way.destination] = max(last[way.destination], move.arrive)
    for site, _, day in solution.ending:
        last[site] = max(last[site], day)
    return last
