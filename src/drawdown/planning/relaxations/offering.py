"""Offers: of each kind of relaxation, the smallest that was found to give a plan."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from drawdown.mission.mission import Mission
from drawdown.planning.relaxations.change import (
    Change,
    Ladder,
    Rung,
    applied,
    in_words,
)
from drawdown.planning.relaxations.trial import Judge, Outcome, Trial, try_here

LONGEST = 50.0
"""Seconds for one trial."""
SHORTEST = 2.0
"""Seconds below which no trial is begun."""
MILLION = 1e6


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A relaxation that works."""

    words: str
    """What to do, which cells change, and what plan was found."""
    changes: tuple[Change, ...]
    mission: Mission
    """The changed mission."""
    outcome: Outcome


class _Climb:
    """Where on a ladder the smallest rung is that works."""

    def __init__(self, ladder: Ladder) -> None:
        self.ladder = ladder
        self.low, self.high = -1, len(ladder.rungs)
        """The largest rung that failed, the smallest that worked."""
        self.best: Outcome | None = None
        self.running: int | None = None

    def next(self) -> int | None:
        """Return the rung to try next; None if the search is over."""
        if self.high - self.low <= 1:
            return None
        if self.best is None and self.low < 0:
            # The largest is the likeliest to work.
            return len(self.ladder.rungs) - 1
        return (self.low + self.high) // 2

    def told(self, rung: int, outcome: Outcome | None) -> None:
        """Take in what came of a rung."""
        if outcome is None:
            self.low = max(self.low, rung)
        else:
            self.high, self.best = rung, outcome


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
) -> list[Offer]:
    """Return the smallest relaxation of each kind that was found to work in the time.

    Parameters
    ----------
    ladders
        Kinds of relaxations; those with none that works yet are tried first.
    left
        Seconds that are left; None: no limit.
    here
        Try in this process, one after the other: there is no clock.

    """
    climbs = [_Climb(ladder) for ladder in ladders]
    try:
        if here:
            _one_by_one(mission, climbs, judge, seed, left, tell)
        else:
            _side_by_side(mission, climbs, judge, seed, workers, left, tell)
    except KeyboardInterrupt:
        tell("stopped")
    return list(_offered(mission, climbs))


def _upcoming(climbs: list[_Climb]) -> tuple[_Climb, int] | None:
    """Return what to try next: a kind of which none works yet, then the widest."""
    waiting = [
        (climb, rung)
        for climb in climbs
        if climb.running is None and (rung := climb.next()) is not None
    ]
    if not waiting:
        return None
    return min(
        waiting,
        key=lambda pair: (
            pair[0].best is not None,
            pair[0].low >= 0,
            pair[0].low - pair[0].high if pair[0].best is not None else 0,
        ),
    )


def _one_by_one(
    mission: Mission,
    climbs: list[_Climb],
    judge: Judge,
    seed: int,
    left: Callable[[], float | None],
    tell: Callable[[str], None],
) -> None:
    while (step := _upcoming(climbs)) is not None:
        climb, rung = step
        seconds = left()
        if seconds is not None and seconds < 0.2:
            return
        chosen = climb.ladder.rungs[rung]
        tell(f"trying: {chosen.words}")
        changed = applied(mission, chosen.changes)
        climb.told(rung, try_here(changed, judge, seed))


def _side_by_side(
    mission: Mission,
    climbs: list[_Climb],
    judge: Judge,
    seed: int,
    workers: int,
    left: Callable[[], float | None],
    tell: Callable[[str], None],
) -> None:
    running: list[tuple[_Climb, int, Trial]] = []
    try:
        while True:
            seconds = left()
            out_of_time = seconds is not None and seconds < 0.3
            for entry in list(running):
                climb, rung, trial = entry
                if trial.done():
                    climb.told(rung, trial.outcome())
                    climb.running = None
                    trial.close()
                    running.remove(entry)
            if out_of_time:
                return
            step = _upcoming(climbs)
            enough = seconds is None or seconds > SHORTEST
            if step is not None and enough and len(running) < workers:
                climb, rung = step
                chosen = climb.ladder.rungs[rung]
                tell(f"trying: {chosen.words}")
                limit = LONGEST if seconds is None else min(LONGEST, seconds)
                changed = applied(mission, chosen.changes)
                running.append((climb, rung, Trial(changed, judge, limit, seed)))
                climb.running = rung
                continue
            if not running:
                return
            time.sleep(0.05)
    finally:
        for _, _, trial in running:
            trial.close()


def _offered(mission: Mission, climbs: list[_Climb]) -> Iterator[Offer]:
    for climb in climbs:
        if climb.best is None:
            continue
        rung = climb.ladder.rungs[climb.high]
        yield Offer(
            words=_words(rung, climb),
            changes=rung.changes,
            mission=applied(mission, rung.changes),
            outcome=climb.best,
        )


def _words(rung: Rung, climb: _Climb) -> str:
    assert climb.best is not None
    late = climb.best.late
    plan = f"{climb.best.value / MILLION:,.1f} million USD"
    when = f"{late:,.0f} person-days late" if late else "nobody late"
    text = f"{rung.words}: {in_words(rung.changes)} — checked: a verified plan of "
    text += f"{plan}, {when}"
    if climb.low >= 0:
        less = climb.ladder.rungs[climb.low].words
        text += f" (tried without finding a plan: {less})"
    return text
