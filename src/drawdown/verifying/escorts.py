"""Laws 7.2, 13.4 and 13.5: companies that escort, from first day to last."""

from collections.abc import Iterator

import numpy as np

from drawdown.mission import Escort
from drawdown.verifying.journeys import Journey
from drawdown.verifying.ledger import Amounts
from drawdown.verifying.replay import Replay
from drawdown.verifying.verdict import Violation


def movements_have_their_escort(replay: Replay) -> Iterator[Violation]:
    """Ensures that a movement goes with the companies it needs (§13.4)."""
    for journey in replay.journeys:
        wrong = _wrong(replay, journey)
        if wrong:
            amount = abs(journey.track.escorts - sum(journey.companies.values())) or 1
            name, day, message = (
                journey.name,
                journey.departs,
                f"{journey.name} {wrong}",
            )
            yield replay.facts.breach(
                "13.4", name, message, day=day, amount=float(amount)
            )


def _wrong(replay: Replay, journey: Journey) -> str:
    needed, companies = journey.track.escorts, journey.companies
    if len(companies) > 1:
        return (
            f"goes with companies of {len(companies)} groups ({', '.join(companies)})"
        )
    count = sum(companies.values())
    if count != needed:
        return f"goes with {count} escort companies; its legs need {needed}"
    for group in companies:
        served = replay.facts.groups[group][0].legs
        unserved = [
            leg for leg in journey.track.escorted if served and leg not in served
        ]
        if unserved:
            return f"goes with {group}, which does not serve {', '.join(unserved)}"
    return ""


def companies_serve_their_days(replay: Replay) -> Iterator[Violation]:
    """Ensures that companies are released once, and by their last day (§13.5)."""
    facts = replay.facts
    for name, escort in facts.escorts.items():
        released = _released(replay, escort)
        over = int(released[-1]) - escort.companies
        if over > 0:
            message = (
                f"{released[-1]} companies of {name} are released of {escort.companies}"
            )
            yield facts.breach("13.5", name, message, amount=float(over))
        if escort.available_to is not None and facts.serves(escort):
            yield from _released_in_time(replay, escort, released)


def _released_in_time(
    replay: Replay, escort: Escort, released: Amounts
) -> Iterator[Violation]:
    assert escort.available_to is not None
    last = replay.facts.mission.day(escort.available_to)
    by = int(released[last]) if 0 <= last < len(released) else 0
    left = escort.companies - by
    if left > 0 and last < len(released):
        name = escort.escort_id
        message = (
            f"{left} of {escort.companies} companies of {name} are not released by "
            f"{escort.available_to}, their last day"
        )
        yield replay.facts.breach("13.5", name, message, day=last, amount=float(left))


def companies_begin_before_they_end(replay: Replay) -> Iterator[Violation]:
    """Ensures that no company is released before its first day (§13.5)."""
    facts = replay.facts
    for stand in replay.admitted.stands:
        escort, when = stand.escort, facts.date(stand.day)
        first = escort.available_from
        if first is not None and when < first and stand.companies:
            name, day = escort.escort_id, stand.day
            message = f"{name} is released on {when}; it serves from {first}"
            amount = float(stand.companies)
            yield facts.breach("13.5", name, message, day=day, amount=amount)


def _released(replay: Replay, escort: Escort) -> Amounts:
    """Return how many companies have ended their service, by each day."""
    released: Amounts = np.zeros(replay.facts.days, dtype=np.int64)
    for stand in replay.admitted.stands:
        if stand.escort.escort_id == escort.escort_id:
            released[stand.day :] += stand.companies
    return released


def companies_have_their_people(replay: Replay) -> Iterator[Violation]:
    """Ensures that a unit keeps the people of its serving companies (§7.2)."""
    facts = replay.facts
    text = "{} of {} are not out; its guards ({}) and companies ({}) need {}"
    persons: dict[str, Amounts] = {}
    for escort in facts.escorts.values():
        mine = _persons_serving(replay, escort)
        persons[escort.unit_id] = persons.get(escort.unit_id, 0) + mine
    for name, serving in persons.items():
        unit = facts.units.get(name)
        if unit is None:
            continue
        guards = unit.guard_capable - replay.guards_out.get(name, 0 * serving)
        there = unit.strength - replay.out_of(unit)
        needed = np.where(serving > 0, guards + serving, 0)
        yield from facts.breaches(
            "7.2", name, needed - there, text, there, name, guards, serving, needed
        )


def _persons_serving(replay: Replay, escort: Escort) -> Amounts:
    """Return the persons of the companies that serve on each day."""
    serving: Amounts = np.zeros(replay.facts.days, dtype=np.int64)
    if not escort.companies or not replay.facts.serves(escort):
        return serving
    first = escort.available_from
    begins = 0 if first is None else max(replay.facts.mission.day(first), 0)
    serving[begins:] = escort.companies
    # A company still serves on the day of its release.
    serving[1:] -= _released(replay, escort)[:-1]
    each = -(-escort.persons // escort.companies)
    return np.maximum(serving, 0) * each
