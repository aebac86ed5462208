"""Why the items of a lot end as they do, and until when they can still be moved."""

from collections.abc import Iterator

from drawdown.mission import Disposition, Lot
from drawdown.planning.explain.counted import counted
from drawdown.planning.explain.explanation import Explanation, Rule
from drawdown.planning.explain.hindrances import Plans
from drawdown.planning.explain.known import Known, Trip
from drawdown.planning.explain.last_departures import (
    NEEDS_VEHICLE,
    LastDeparture,
    last_arrival,
    way_of_lot,
)
from drawdown.planning.explain.trip_words import trip_in_words

SHOWN = 12
"""Movements that are told one by one."""

LOCAL = (Disposition.GIFT, Disposition.SELL)


def explain_lot(plans: Plans, lot: Lot) -> Explanation:
    """Return how and when the items of a lot end, and why."""
    known = plans.known
    out = way_of_lot(known, lot).last(lot.site_id)
    sent = _sent_by(known, lot, out)
    last = None if out is None else known.mission.date(out.day)
    return Explanation(
        kind="lot",
        name=lot.lot_id,
        headline=_headline(known, lot),
        day=max((trip.departs for trip in _trips(known, lot)), default=None),
        rules=tuple(_rules(plans, lot)),
        notes=tuple(_notes(known, lot)),
        dates={
            "only_destruction_after": last,
            "transport_leaves_by": None
            if sent is None
            else known.mission.date(sent.day),
        },
        last_days=tuple(_last_days(known, lot, out, sent)),
    )


def _headline(known: Known, lot: Lot) -> str:
    ended = _endings(known, lot)
    ways = ", ".join(f"{count:,} {by.value}" for by, count in ended.items() if count)
    what = lot.name or lot.class_id
    return f"{lot.count:,} items ({what}) at {lot.site_id}: {ways or 'none ends'}"


def _endings(known: Known, lot: Lot) -> dict[Disposition, int]:
    counts = dict.fromkeys(Disposition, 0)
    for movement in known.plan.movements:
        for load in movement.loads:
            if load.lot == lot.lot_id and load.disposition is not None:
                counts[load.disposition] += load.count
    for ended in known.plan.disposals:
        if ended.lot == lot.lot_id:
            counts[ended.disposition] += ended.count
    return counts


def _trips(known: Known, lot: Lot) -> list[Trip]:
    """Return the movements that take items of a lot from its site."""
    return [
        trip
        for trip in known.leaving(lot.site_id)
        if any(load.lot == lot.lot_id for load in trip.movement.loads)
    ]


def _rules(plans: Plans, lot: Lot) -> Iterator[Rule]:
    """Yield what holds the items: packing, need, the movement that takes them."""
    known, trips = plans.known, _trips(plans.known, lot)
    if lot.needed_days:
        days = counted(lot.needed_days, "day")
        text = f"the site needs it until {days} before it closes"
        yield Rule(law="10.2", text=text)
    if lot.sensitive:
        text = "it is sensitive: only on secure legs or under escort; never given, sold"
        yield Rule(law="11.1", text=text)
    if trips:
        first = plans.earliest(trips[-1], with_closing=False)
        reasons = "; ".join(str(one) for one in first.hindrances[:4])
        yield Rule(
            law="13",
            text=(
                f"the last of it leaves with {trips[-1].name} on "
                f"{known.on(trips[-1].departs)}; all else as planned it could leave "
                f"from {known.on(first.day)} on" + (f": {reasons}" if reasons else "")
            ),
            slack=trips[-1].departs - first.day,
            change=reasons,
        )


def _notes(known: Known, lot: Lot) -> Iterator[str]:
    """Yield what each allowed way loses, the movements, and the days on the spot."""
    yield _losses(lot)
    trips = _trips(known, lot)
    for trip in trips[:SHOWN]:
        count = sum(l.count for l in trip.movement.loads if l.lot == lot.lot_id)
        yield f"{count:,} with {trip_in_words(known, trip)}"
    if len(trips) > SHOWN:
        yield f"… and with {counted(len(trips) - SHOWN, 'more movement')}"
    ended = [one for one in known.plan.disposals if one.lot == lot.lot_id]
    for by in Disposition:
        days = [one.on for one in ended if one.disposition is by]
        if days:
            count = sum(one.count for one in ended if one.disposition is by)
            yield f"{count:,} by {by.value} on the spot, {min(days)} to {max(days)}"


def _losses(lot: Lot) -> str:
    """Say what is lost of an item by each allowed disposition, the least first."""
    if lot.value is None:
        return f"its value is not known; allowed are {', '.join(lot.losses)} (§9.1)"
    value = lot.value
    ways = sorted(lot.losses.items(), key=lambda pair: pair[1])
    shown = ", ".join(f"{by.value} {share * value:,.0f}" for by, share in ways)
    return f"USD lost of an item worth {value:,.0f}: {shown} (§9.1, §24.1)"


def _sent_by(known: Known, lot: Lot, out: LastDeparture | None) -> LastDeparture | None:
    """Return the last departure of trucks towards the site that can take it away."""
    if out is None or lot.carried_by not in NEEDS_VEHICLE or not out.trail.road:
        return None
    homes = dict.fromkeys(
        trip.trail.start
        for trip in known.coming(lot.site_id)
        if trip.movement.trucks + trip.movement.low_loaders
    )
    found = [last_arrival(known, home, lot.site_id, out.day) for home in homes]
    return max((one for one in found if one), key=lambda one: one.day, default=None)


def _last_days(
    known: Known, lot: Lot, out: LastDeparture | None, sent: LastDeparture | None
) -> Iterator[str]:
    """Say after which day only destruction is left (§19.3)."""
    left = _what_is_left(lot)
    if out is None:
        yield f"no way leads to an exit that may take it: {left} (§19.3)"
        return
    yield (
        f"the last day on which it can leave is {known.on(out.day)}, by "
        f"{out.trail.name}; after that {left} (§19.3)"
    )
    if sent is not None:
        yield (
            f"trucks that are to fetch it then leave {sent.trail.start} on "
            f"{known.on(sent.day)} at the latest, by {sent.trail.name} (§19.1)"
        )


def _what_is_left(lot: Lot) -> str:
    local = [by.value for by in LOCAL if by in lot.losses]
    if local:
        return (
            f"only {' or '.join(local)}, while the site is open and can, or destruction"
            if Disposition.DESTROY in lot.losses
            else f"only {' or '.join(local)} is left, while the site is open"
        )
    if Disposition.DESTROY in lot.losses:
        return "only destruction is left"
    return "nothing is left: it may not be destroyed, so it must leave by then"
