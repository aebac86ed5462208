"""Offers: of each kind of relaxation, the smallest that was found to give a plan."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from drawdown.mission.mission import Mission
from drawdown.plan.plan import Plan
from drawdown.planning.relaxations.change import Change, Ladder, applied, in_words
from drawdown.planning.relaxations.climb import Climb
from drawdown.planning.relaxations.trial import Judge, Trial, try_here

WANTED = 2
"""Offers to look for before smaller ones are."""
SHORTEST = 2.0
"""Seconds below which no trial is begun."""
RESERVE = 0.3
"""Seconds below which the time is over."""
MILLION = 1e6


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A relaxation that works."""

    words: str
    """What to do, which cells change, and what plan was found."""
    changes: tuple[Change, ...]
    mission: Mission
    """The changed mission."""
    plan: Plan
    """A verified plan of the changed mission."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """What to try next."""

    climb: Climb
    rung: int
    thorough: bool = False

    def changed(self, mission: Mission) -> Mission:
        return applied(mission, self.climb.ladder.rungs[self.rung].changes)


def offers(
    mission: Mission,
    ladders: list[Ladder],
    judge: Judge,
    *,
    seed: int,
    workers: int,
    left: Callable[[], float | None],
    tell: Callable[[str], None],
    here: bool,
    narrow: bool = True,
) -> list[Offer]:
    """Return the smallest relaxation of each kind that was found to work in the time.

    Trials end after some work, never by a clock of their own: on a slow machine there
    are fewer of them, and none is cut off while there is time.

    Parameters
    ----------
    ladders
        Kinds of relaxations, the likeliest to work first.
    left
        Seconds that are left; None: no limit.
    tell
        Called with what is tried, and with what works.
    here
        Try in this process, one after the other: there is no clock.
    narrow
        Go on when two work, and look for smaller ones and for other kinds.

    """
    work = _Offering(mission, ladders, judge, left, tell, narrow=narrow)
    try:
        if here:
            work.one_by_one(seed)
        else:
            work.side_by_side(seed, workers)
    except KeyboardInterrupt:
        tell("stopped")
    return work.offers()


class _Offering:
    """The trials for one mission."""

    def __init__(
        self,
        mission: Mission,
        ladders: list[Ladder],
        judge: Judge,
        left: Callable[[], float | None],
        tell: Callable[[str], None],
        *,
        narrow: bool,
    ) -> None:
        self.mission = mission
        self.judge = judge
        self.left = left
        self.tell = tell
        self.narrow = narrow
        self.climbs = [Climb(ladder) for ladder in ladders]

    def one_by_one(self, seed: int) -> None:
        """Try in this process until nothing is left to try."""
        while not (self._over() or self._enough()):
            step = self._upcoming()
            if step is None:
                return
            self._begin(step)
            changed = step.changed(self.mission)
            plan = try_here(changed, self.judge, seed, thorough=step.thorough)
            self._end(step, plan)

    def side_by_side(self, seed: int, workers: int) -> None:
        """Try in other processes until the time is over, or nothing is left to try."""
        running: list[tuple[_Step, Trial]] = []
        try:
            while True:
                over = self._over() or self._enough()
                for step, trial in list(running):
                    if trial.done():
                        running.remove((step, trial))
                        outcome = trial.outcome()
                        trial.close()
                        self._end(step, outcome)
                if over:
                    return
                upcoming = None
                if len(running) < workers and not self._over(SHORTEST):
                    upcoming = self._upcoming()
                if upcoming is not None:
                    changed = upcoming.changed(self.mission)
                    self._begin(upcoming)
                    trial = Trial(changed, self.judge, seed, thorough=upcoming.thorough)
                    running.append((upcoming, trial))
                    continue
                if not running:
                    return
                time.sleep(0.05)
        finally:
            for _, trial in running:
                trial.close()

    def offers(self) -> list[Offer]:
        """Return what works, without what asks for all of another and gives no more."""
        found = list(self._offered())
        return [
            offer
            for offer in found
            if not any(
                set(other.changes) < set(offer.changes)
                and other.plan.objectives.weighted <= offer.plan.objectives.weighted
                for other in found
            )
        ]

    # ------------------------------------------------------------------- course

    def _over(self, reserve: float = RESERVE) -> bool:
        left = self.left()
        return left is not None and left < reserve

    def _enough(self) -> bool:
        return not self.narrow and len(self.offers()) >= WANTED

    def _begin(self, step: _Step) -> None:
        self.tell(f"trying: {step.climb.ladder.rungs[step.rung].words}")
        step.climb.begun(thorough=step.thorough)

    def _end(self, step: _Step, plan: Plan | None) -> None:
        """Take in what came of a trial, for every kind of relaxation."""
        step.climb.running = False
        if plan is None:
            step.climb.failed(step.rung)
            return
        step.climb.found(step.rung, plan)
        self._works(step.climb)
        for climb in [step.climb, *self.climbs]:
            if self._over():
                return
            known = climb.best
            if known is None or climb is step.climb:
                climb.reuse(self.mission, plan, self.judge, lambda: not self._over())
            if known is None and climb.best is not None:
                self._works(climb)

    def _works(self, climb: Climb) -> None:
        self.tell(f"this works: {climb.rung.words}")

    def _upcoming(self) -> _Step | None:
        """Return what to try next.

        While fewer than two offers work, kinds of which none works yet take turns with
        their likeliest rungs. Then come smaller rungs, the widest doubt first. Thorough
        trials take longest and come when there is nothing else.
        """
        free = [climb for climb in self.climbs if not climb.running]
        first = [_Step(climb=c, rung=r) for c in free if (r := c.first()) is not None]
        first.sort(key=lambda step: (step.climb.best is not None, step.climb.trials))
        smaller = [
            _Step(climb=c, rung=r) for c in free if (r := c.smaller()) is not None
        ]
        smaller.sort(key=lambda step: step.climb.low - step.climb.high)
        thorough = [
            _Step(climb=c, rung=r, thorough=True)
            for c in free
            if (r := c.thorough()) is not None
        ]
        if len(self.offers()) < WANTED:
            order = [*first, *thorough, *smaller]
        else:
            new = [s for s in first if s.climb.best is None and not s.climb.trials]
            order = [*new, *smaller, *first, *thorough]
        return order[0] if order else None

    def _offered(self) -> Iterator[Offer]:
        for climb in self.climbs:
            if climb.best is not None:
                yield Offer(
                    words=_words(climb, climb.best),
                    changes=climb.rung.changes,
                    mission=applied(self.mission, climb.rung.changes),
                    plan=climb.best,
                )


def _words(climb: Climb, plan: Plan) -> str:
    late = plan.objectives.people_late
    value = f"{plan.objectives.weighted / MILLION:,.1f} million USD"
    when = "nobody late"
    if late:
        last = max(m.departs for m in plan.movements if m.people)
        when = f"{late:,.0f} person-days late, the last people leave on {last}"
    text = f"{climb.rung.words}: {in_words(climb.rung.changes)} — checked: a verified "
    text += f"plan of {value}, {when}"
    if climb.planned is None:
        text += " (found by planning with another relaxation)"
    elif climb.planned > climb.high:
        more = climb.ladder.rungs[climb.planned].words
        text += f" (found by planning with more: {more})"
    if climb.low >= 0:
        less = climb.ladder.rungs[climb.low].words
        text += f" (tried without finding a plan: {less})"
    return text
