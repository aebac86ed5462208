"""Law 17.4: the teams that steps and handovers take."""

from collections.abc import Iterator

from drawdown.verifying.ledger import Ledger
from drawdown.verifying.replay import Replay
from drawdown.verifying.verdict import Violation


def crews_have_the_teams(replay: Replay) -> Iterator[Violation]:
    """Ensures that steps and handovers take no more teams than there are (§17.4)."""
    facts, text = replay.facts, "{} teams of {} are at work, of {},"
    work = Ledger(facts.days)
    for crew, teams, first, last in _work(replay):
        if first <= last:
            work.add(crew, "", first, teams)
            work.add(crew, "", max(last + 1, 0), -teams)
    busy = work.balances()
    for crew, _ in busy.index:
        row = facts.crews.get(crew)
        teams, taken = row.teams if row else 0, busy.of(crew, "")
        yield from facts.breaches("17.4", crew, taken - teams, text, taken, crew, teams)


def _work(replay: Replay) -> Iterator[tuple[str, int, int, int]]:
    """Yield crew, teams, first and last day of all that takes teams."""
    facts = replay.facts
    for name, closure in replay.admitted.closures.items():
        steps = facts.steps(facts.sites[name])
        for planned in closure.steps:
            step = steps.get(planned.step)
            if step is not None:
                day = facts.mission.day
                yield step.crew, step.teams, day(planned.start), day(planned.end)
    for given in replay.admitted.given.values():
        if given.task.crew is not None:
            yield given.task.crew, given.task.teams, given.start, given.end
