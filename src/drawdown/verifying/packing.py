"""Law 10: packing before leaving, and what a site needs until it closes."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from drawdown.mission import Lot, Site, Timing
from drawdown.verifying.replay import Replay
from drawdown.verifying.verdict import Violation

Rows = dict[str, NDArray[np.float64]]


def items_are_packed(replay: Replay) -> Iterator[Violation]:
    """Ensures that a site's own items leave no faster than it packs (§10.1)."""
    facts = replay.facts
    text = "packing of {:g} has left {}, which has packed {:g}, by the evening"
    items, effort = _departures(replay)
    for name, row in effort.items():
        site = facts.sites[name]
        opened = opening_ends(replay, site)
        done = np.maximum(np.arange(facts.days) - opened, 0) * site.packing_per_day
        left = row.cumsum()
        # Packing that ran ahead once stays ahead; only days of departure are named.
        excess = np.where(row > 0, left - done, 0.0)
        yield from facts.breaches("10.1", name, excess, text, left, name, done)
        yield from _too_early(replay, name, items[name], opened)


def _too_early(
    replay: Replay, name: str, items: NDArray[np.float64], opened: int
) -> Iterator[Violation]:
    """Ensures that nothing departs before the opening steps are done (§10.1)."""
    early = items.copy()
    early[opened + 1 :] = 0
    text = "{:.0f} items leave {}, whose opening steps end {},"
    end = replay.facts.date(opened)
    yield from replay.facts.breaches("10.1", name, early, text, items, name, end)


def _departures(replay: Replay) -> tuple[Rows, Rows]:
    """Return the own items that leave each site on each day, and their effort."""
    items: Rows = {}
    effort: Rows = {}
    for journey in replay.journeys:
        start, day = journey.track.start, journey.departs
        for freight in journey.freight:
            if freight.lot.site_id == start and start in replay.facts.sites:
                nothing = np.zeros(replay.facts.days)
                items.setdefault(start, nothing)[day] += freight.count
                work = freight.count * freight.lot.effort
                effort.setdefault(start, np.zeros_like(nothing))[day] += work
    return items, effort


def opening_ends(replay: Replay, site: Site) -> int:
    """Return the last day of the opening steps of a site; -1 if it has none."""
    closure = replay.admitted.closures.get(site.site_id)
    steps = replay.facts.steps(site)
    opening = {name for name, step in steps.items() if step.timing is Timing.OPENING}
    ends = [
        replay.facts.mission.day(step.end)
        for step in (closure.steps if closure else ())
        if step.step in opening
    ]
    return max([-1, *(min(end, replay.facts.last) for end in ends)])


def needed_items_stay(replay: Replay) -> Iterator[Violation]:
    """Ensures that what a site needs stays until shortly before it closes (§10.2)."""
    facts = replay.facts
    for lot, day, count, where in _own_departures(replay):
        closing = replay.closing.get(lot.site_id, facts.days)
        site = facts.sites.get(lot.site_id)
        if site is not None and site.liquidation:
            closing = facts.deadline
        early = closing - lot.needed_days - day
        if lot.needed_days and count and early > 0:
            earliest = facts.date(closing - lot.needed_days)
            message = (
                f"{count} items of {lot.lot_id} leave {lot.site_id} or end on "
                f"{facts.date(day)}; they are needed there to {earliest}"
            )
            yield facts.breach("10.2", where, message, day=day, amount=float(early))


def _own_departures(replay: Replay) -> Iterator[tuple[Lot, int, int, str]]:
    for journey in replay.journeys:
        for freight in journey.freight:
            if freight.lot.site_id == journey.track.start:
                yield freight.lot, journey.departs, freight.count, journey.name
    for ending in replay.admitted.endings:
        yield ending.lot, ending.day, ending.count, ending.lot.lot_id
