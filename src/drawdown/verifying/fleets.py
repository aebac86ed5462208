"""Law 13.7: aircraft and vessels make so many departures in a week."""

from collections.abc import Iterator

import numpy as np

from drawdown.mission import Fleet
from drawdown.verifying.ledger import Amounts
from drawdown.verifying.replay import Replay
from drawdown.verifying.verdict import Violation

WEEK = 7


def weekly(days: Amounts) -> Amounts:
    """Return the sums of the weeks, counted from day 0 (law 1.4)."""
    whole = np.pad(days, (0, -len(days) % WEEK))
    sums: Amounts = whole.reshape(-1, WEEK).sum(axis=1)
    return sums


def fleets_have_their_sorties(replay: Replay) -> Iterator[Violation]:
    """Ensures that no fleet departs more often in a week than it can (§13.7)."""
    facts = replay.facts
    departures: dict[str, Amounts] = {}
    for journey in replay.journeys:
        for name in journey.track.fleets:
            if name is not None:
                nothing: Amounts = np.zeros(facts.days, dtype=np.int64)
                departures.setdefault(name, nothing)[journey.departs] += 1
    for name, days in departures.items():
        fleet = facts.fleets.get(name)
        if fleet is not None and not fleet.kind.stands:
            yield from _too_often(replay, fleet, weekly(days))


def _too_often(replay: Replay, fleet: Fleet, weeks: Amounts) -> Iterator[Violation]:
    most, name = fleet.sorties_per_week, fleet.fleet_id
    for week in np.flatnonzero(weeks > most).tolist():
        day, count = week * WEEK, int(weeks[week])
        message = (
            f"{name} departs {count} times in the week from "
            f"{replay.facts.date(day)}; it can {most} times"
        )
        amount = float(count - most)
        yield replay.facts.breach("13.7", name, message, day=day, amount=amount)


def fleets_depart_in_service(replay: Replay) -> Iterator[Violation]:
    """Ensures that no fleet departs outside its days of service (§13.7)."""
    facts = replay.facts
    for journey in replay.journeys:
        for name in journey.track.fleets:
            fleet = facts.fleets.get(name) if name else None
            if fleet is None or fleet.kind.stands:
                continue
            when = facts.date(journey.departs)
            first, last = fleet.available_from, fleet.available_to
            if (first and when < first) or (last and when > last):
                message = (
                    f"{journey.name} departs on {when}; {name} serves"
                    + (f" from {first}" if first else "")
                    + (f" to {last}" if last else "")
                )
                day = journey.departs
                yield facts.breach("13.7", journey.name, message, day=day)
