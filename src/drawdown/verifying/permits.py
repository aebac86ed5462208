"""Law 14: permits are asked for in time, and some are refused."""

from collections.abc import Iterator

import numpy as np

from drawdown.mission import Leg
from drawdown.verifying.calendars import Clearance
from drawdown.verifying.fleets import WEEK, weekly
from drawdown.verifying.journeys import Journey
from drawdown.verifying.ledger import Amounts
from drawdown.verifying.legs import entries
from drawdown.verifying.replay import Replay
from drawdown.verifying.runs import TOLERANCE
from drawdown.verifying.verdict import Violation


def permits_are_asked_in_time(replay: Replay) -> Iterator[Violation]:
    """Ensures that each permit is asked for its lead time before (§14.1)."""
    facts = replay.facts
    for journey in replay.journeys:
        asked, lead = journey.movement.permit_asked, _lead(replay, journey)
        name, day = journey.name, journey.departs
        latest = facts.date(day - max(lead, 0))
        if asked is None:
            if lead >= 0:
                message = f"{name} asks for no permit; it must by {latest}"
                yield facts.breach("14.1", name, message, day=day)
        elif asked > latest:
            message = f"{name} asks on {asked} for a permit; it must by {latest}"
            amount = float((asked - latest).days)
            yield facts.breach("14.1", name, message, day=day, amount=amount)
        if asked is not None and asked < facts.date(0):
            message = f"{name} asks for a permit on {asked}, before the plan begins"
            amount = float((facts.date(0) - asked).days)
            yield facts.breach("14.1", name, message, day=day, amount=amount)


def _lead(replay: Replay, journey: Journey) -> int:
    """Return the longest lead time of the legs on the day of departure; -1: none."""
    longest = -1
    for leg, _ in journey.track.legs:
        clearance = replay.facts.calendars.clearance(leg)
        if clearance is not None:
            longest = max(longest, int(clearance.lead[journey.departs]))
    return longest


def refusals_are_allowed_for(replay: Replay) -> Iterator[Violation]:
    """Ensures that no more movements enter a leg than can be granted (§14.2)."""
    facts = replay.facts
    entering, legs = entries(replay)
    for (name, onward), leg in legs.items():
        clearance = facts.calendars.clearance(leg)
        if clearance is None:
            continue
        weeks = weekly(entering.of(name, onward))
        granted = _granted(replay, leg, clearance)
        for week in np.flatnonzero(weeks > granted).tolist():
            day, count, most = week * WEEK, int(weeks[week]), int(granted[week])
            message = (
                f"{count} movements enter {name} towards {onward} in the week from "
                f"{facts.date(day)}; {most} can be expected to be granted"
            )
            amount = float(count - most)
            yield facts.breach("14.2", name, message, day=day, amount=amount)


def _granted(replay: Replay, leg: Leg, clearance: Clearance) -> Amounts:
    """Return the movements of each week that can be expected to be granted."""
    open_days = replay.facts.calendars.open_days(leg.leg_id)
    daily = leg.per_day * (1 - clearance.refusal) * open_days
    whole = np.pad(daily, (0, -len(daily) % WEEK)).reshape(-1, WEEK).sum(axis=1)
    granted: Amounts = np.floor(whole + TOLERANCE).astype(np.int64)
    return granted
