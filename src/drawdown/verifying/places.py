"""Laws 2 and 9.3: nothing leaves where it is not; closed sites are empty."""

from collections.abc import Iterator

import numpy as np

from drawdown.verifying.ledger import Amounts, Balances
from drawdown.verifying.replay import Replay
from drawdown.verifying.verdict import Violation


def nothing_leaves_where_it_is_not(replay: Replay) -> Iterator[Violation]:
    """Ensures that no more leaves a place than is there (§2.1)."""
    text = "{} more {} of {} have left {} than were there"
    for unit, balances in (
        ("persons", replay.persons),
        ("items", replay.items),
        ("companies", replay.companies),
    ):
        for name, where, there in balances.lacking():
            yield from replay.facts.breaches(
                "2.1", name, -there, text, -there, unit, name, where
            )


def vehicles_leave_where_they_stand(replay: Replay) -> Iterator[Violation]:
    """Ensures that trucks leave only where they stand (§2.1, §13.6)."""
    text = "{} more {} have left {} than stood there"
    for kind, where, there in replay.vehicles.lacking():
        first = int(np.argmax(there < 0))
        at_end = there[first] + _withdrawn(replay, kind, where)[first] >= 0
        law = "13.6" if at_end else "2.1"
        name = f"{kind.replace('_', '-')}s"
        yield from replay.facts.breaches(law, where, -there, text, -there, name, where)


def _withdrawn(replay: Replay, kind: str, where: str) -> Amounts:
    """Return the trucks that ended their service at a place, by each day."""
    facts = replay.facts
    gone: Amounts = np.zeros(facts.days, dtype=np.int64)
    for fleet in facts.fleets.values():
        here = fleet.kind == kind and fleet.home_id == where
        if here and fleet.available_to is not None:
            gone[max(facts.mission.day(fleet.available_to), 0) :] += fleet.count
    return gone


def movements_use_open_sites(replay: Replay) -> Iterator[Violation]:
    """Ensures that no movement departs from, or arrives at, a closed site (§2.2)."""
    facts = replay.facts
    for journey in replay.journeys:
        track, name = journey.track, journey.name
        for act, site, day in (
            ("departs from", track.start, journey.departs),
            ("arrives at", track.end, journey.arrives),
        ):
            closing = replay.closing.get(site, day)
            if day > closing:
                closed, late = facts.date(closing), float(day - closing)
                message = (
                    f"{name} {act} {site} on {facts.date(day)}; it closes {closed}"
                )
                yield facts.breach("2.2", name, message, day=day, amount=late)


def closed_sites_are_empty(replay: Replay) -> Iterator[Violation]:
    """Ensures that nothing and nobody is at a site once it has closed (§9.3)."""
    for what, balances in (
        ("persons", replay.persons),
        ("items", replay.items),
        ("companies", replay.companies),
        ("trucks and low-loaders", replay.vehicles),
    ):
        yield from _left_behind(replay, what, balances)


def _left_behind(replay: Replay, what: str, balances: Balances) -> Iterator[Violation]:
    facts = replay.facts
    for site, there in balances.at_places().items():
        closing = replay.closing.get(site, facts.days)
        left = there.copy()
        left[:closing] = 0
        text, closed = "{} {} are at {}, which closes {},", facts.date(closing)
        yield from facts.breaches("9.3", site, left, text, there, what, site, closed)


def every_item_ends(replay: Replay) -> Iterator[Violation]:
    """Ensures that at the end no item is anywhere but at an exit (§9.3)."""
    facts = replay.facts
    ended = replay.items.of_things(facts.exits)
    for lot in facts.lots.values():
        at_exits = int(ended[lot.lot_id][-1]) if lot.lot_id in ended else 0
        spent = sum(e.count for e in replay.endings_of(lot))
        left = lot.count - at_exits - spent
        if left > 0:
            message = f"{left} of {lot.count} items of {lot.lot_id} have not ended"
            name, day = lot.lot_id, facts.last
            yield facts.breach("9.3", name, message, day=day, amount=float(left))
