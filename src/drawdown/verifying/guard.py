"""Law 6: the guard of each site, and who counts as guard."""

from collections.abc import Iterator

import numpy as np

from drawdown.mission import Site
from drawdown.verifying.ledger import Amounts
from drawdown.verifying.replay import Replay
from drawdown.verifying.verdict import Violation


def sites_keep_their_guard(replay: Replay) -> Iterator[Violation]:
    """Ensures that each open site has its guard every evening (§6.1)."""
    guards, text = replay.guards.at_places(), "{} has {} guards for a minimum of {}"
    for name, site in replay.facts.sites.items():
        needed = _needed(replay, site)
        there = np.maximum(guards.get(name, replay.guards.nothing), 0)
        lacking = needed - there
        yield from replay.facts.breaches(
            "6.1", name, lacking, text, name, there, needed
        )


def _needed(replay: Replay, site: Site) -> Amounts:
    """Return the guards that a site needs at the end of each day."""
    needed: Amounts = np.zeros(replay.facts.days, dtype=np.int64)
    if site.liquidation:
        needed[: replay.facts.deadline + 1] = site.guard_minimum
        return needed
    closing = replay.closing[site.site_id]
    needed[:closing] = site.guard_minimum
    if closing < replay.facts.days:
        needed[max(closing - site.thin_out_days, 0) : closing] = site.thin_out_minimum
    return needed


def guards_are_persons(replay: Replay) -> Iterator[Violation]:
    """Ensures that a movement has no more guards of a unit than persons (§6.2)."""
    for journey in replay.journeys:
        for party in journey.parties:
            if party.guards > party.persons:
                name, unit = journey.name, party.unit.unit_id
                message = (
                    f"{party.guards} guards among {party.persons} persons of {unit}"
                )
                day, amount = journey.departs, float(party.guards - party.persons)
                yield replay.facts.breach("6.2", name, message, day=day, amount=amount)


def guards_are_counted(replay: Replay) -> Iterator[Violation]:
    """Ensures that guards and others leave only where there are such (§6.2)."""
    text = "{} more {} of {} have left {} than were there"
    for (unit, where), row in replay.guards.index.items():
        guards = replay.guards.rows[row]
        others = replay.persons.of(unit, where) - guards
        for kind, there in (("guards", guards), ("who do not guard", others)):
            yield from replay.facts.breaches(
                "6.2", unit, -there, text, -there, kind, unit, where
            )


def liquidation_sites_are_guarded(replay: Replay) -> Iterator[Violation]:
    """Ensures that enough people remain at each liquidation site (§6.3)."""
    facts, text = replay.facts, "{} people remain at {}, where {} must,"
    for name, site in facts.sites.items():
        needed = site.liquidation_guard if site.liquidation else 0
        remain: Amounts = np.zeros(facts.days, dtype=np.int64)
        for unit in facts.units.values() if needed else ():
            if unit.site_id == name:
                there = replay.persons.of(unit.unit_id, name)
                remain += np.clip(there, 0, unit.remains)
        lacking = needed - remain
        lacking[: min(facts.deadline + 1, facts.last)] = 0
        yield from facts.breaches("6.3", name, lacking, text, remain, name, needed)
