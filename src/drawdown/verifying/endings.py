"""Laws 9 and 11: how items end, where, and how fast."""

from collections.abc import Iterator

import numpy as np

from drawdown.mission import Disposition, Lot
from drawdown.verifying.journeys import Freight, Journey
from drawdown.verifying.replay import Replay
from drawdown.verifying.verdict import Violation

FORBIDDEN_IF_SENSITIVE = (Disposition.GIFT, Disposition.SELL)


def freight_ends_at_exits(replay: Replay) -> Iterator[Violation]:
    """Ensures that what arrives at an exit ends there as its lot allows (§9.1)."""
    facts = replay.facts
    for journey in replay.journeys:
        to_exit = journey.track.end in facts.exits
        for freight in journey.freight:
            wrong = _wrong_at_exit(journey, freight) if to_exit else _wrong(freight)
            if freight.count and wrong:
                message = f"{freight.count} items of {freight.lot.lot_id} {wrong}"
                day, amount = journey.arrives, float(freight.count)
                yield facts.breach("9.1", journey.name, message, day=day, amount=amount)


def _wrong(freight: Freight) -> str:
    """Say what is wrong with freight that goes to a site."""
    if freight.disposition is None:
        return ""
    return f"cannot end by {freight.disposition}: the movement ends at a site"


def _wrong_at_exit(journey: Journey, freight: Freight) -> str:
    """Say what is wrong with freight that goes to an exit."""
    lot, by, place = freight.lot, freight.disposition, journey.track.end
    if by is None:
        return f"arrive at exit {place} without a disposition"
    if not by.moves:
        return f"arrive at exit {place}, but end by {by} only on the spot"
    if by not in lot.losses:
        return f"end by {by}; the lot allows {_allowed(lot)}"
    if lot.exits and place not in lot.exits:
        return f"arrive at exit {place}; the lot may use {', '.join(lot.exits)}"
    return ""


def disposals_are_allowed(replay: Replay) -> Iterator[Violation]:
    """Ensures that items end on the spot as their lot allows (§9.1, §11.1)."""
    facts = replay.facts
    for ending in replay.admitted.endings:
        lot, by = ending.lot, ending.disposition
        law, wrong = "9.1", ""
        if by.moves:
            wrong = f"end by {by} without arriving at an exit"
        elif lot.sensitive and by in FORBIDDEN_IF_SENSITIVE:
            law, wrong = "11.1", f"are sensitive and end by {by}"
        elif by not in lot.losses:
            wrong = f"end by {by}; the lot allows {_allowed(lot)}"
        if ending.count and wrong:
            message = f"{ending.count} items of {lot.lot_id} {wrong}"
            name, day, amount = lot.lot_id, ending.day, float(ending.count)
            yield facts.breach(law, name, message, day=day, amount=amount)


def _allowed(lot: Lot) -> str:
    return ", ".join(lot.losses)


def disposal_has_its_pace(replay: Replay) -> Iterator[Violation]:
    """Ensures that no site ends more items in a day than it can (§9.2)."""
    facts, text = replay.facts, "{:.0f} items end at {}, which can end {:g} a day,"
    ended: dict[str, np.ndarray[tuple[int], np.dtype[np.float64]]] = {}
    for ending in replay.admitted.endings:
        row = ended.setdefault(ending.lot.site_id, np.zeros(facts.days))
        row[ending.day] += ending.count
    for name, row in ended.items():
        pace = facts.sites[name].disposal_per_day if name in facts.sites else 0.0
        yield from facts.breaches("9.2", name, row - pace, text, row, name, pace)


def sensitive_items_are_guarded(replay: Replay) -> Iterator[Violation]:
    """Ensures that sensitive items travel only on secure or escorted legs (§11.1)."""
    for journey in replay.journeys:
        exposed = journey.track.exposed
        for freight in journey.freight if exposed else ():
            if freight.lot.sensitive and freight.count:
                message = (
                    f"{freight.count} sensitive items of {freight.lot.lot_id} travel "
                    f"on {', '.join(exposed)}, neither secure nor under escort"
                )
                name, day, amount = journey.name, journey.departs, float(freight.count)
                yield replay.facts.breach("11.1", name, message, day=day, amount=amount)
