"""Why the items of a lot end as they do, and until when they can still be moved."""

from collections.abc import Iterator

from drawdown.language import Language, marked
from drawdown.mission import Disposition, Lot
from drawdown.plan.names import named
from drawdown.planning.explain.explanation import Explanation, Rule
from drawdown.planning.explain.hindrances import Plans
from drawdown.planning.explain.known import Known, Trip
from drawdown.planning.explain.last_departures import (
    NEEDS_VEHICLE,
    LastDeparture,
    last_arrival,
    way_of_lot,
)
from drawdown.planning.explain.phrases import because, days, joined
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
        language=known.language,
    )


def _headline(known: Known, lot: Lot) -> str:
    language = known.language
    ways = ", ".join(
        language.text("{n} {disposition}", n=count, disposition=named(language, by))
        for by, count in _endings(known, lot).items()
        if count
    )
    return language.text(
        "{n} items ({what}) at {site}: {ways}",
        n=lot.count,
        what=lot.name or named(language, lot.class_id),
        site=lot.site_id,
        ways=ways or language.text("none ends"),
    )


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
    language, text = known.language, known.language.text
    if lot.needed_days:
        before = days(language, lot.needed_days)
        said = text("the site needs it until {days} before it closes", days=before)
        yield Rule(law="10.2", text=said)
    if lot.sensitive:
        said = text(
            "it is sensitive: only on secure legs or under escort; never given, sold"
        )
        yield Rule(law="11.1", text=said)
    if trips:
        first = plans.earliest(trips[-1], with_closing=False)
        reasons = [str(one) for one in first.hindrances[:4]]
        said = text(
            "the last of it leaves with {movement} on {day}; all else as planned it "
            "could leave from {earlier} on",
            movement=trips[-1].name,
            day=known.on(trips[-1].departs),
            earlier=known.on(first.day),
        )
        yield Rule(
            law="13",
            text=because(language, said, reasons),
            slack=trips[-1].departs - first.day,
            change=joined(language, reasons),
        )


def _notes(known: Known, lot: Lot) -> Iterator[str]:
    """Yield what each allowed way loses, the movements, and the days on the spot."""
    language = known.language
    yield _losses(language, lot)
    trips = _trips(known, lot)
    for trip in trips[:SHOWN]:
        count = sum(l.count for l in trip.movement.loads if l.lot == lot.lot_id)
        with_ = trip_in_words(known, trip)
        yield language.text("{n} with {movement}", n=count, movement=with_)
    if len(trips) > SHOWN:
        yield language.plural(
            "… and with {n} more movement",
            "… and with {n} more movements",
            len(trips) - SHOWN,
        )
    yield from _on_the_spot(known, lot)


def _on_the_spot(known: Known, lot: Lot) -> Iterator[str]:
    """Yield how many items end where they are, in which way and when."""
    ended = [one for one in known.plan.disposals if one.lot == lot.lot_id]
    for by in Disposition:
        on = [one.on for one in ended if one.disposition is by]
        if on:
            yield known.language.text(
                "{n} by {disposition} on the spot, {first} to {last}",
                n=sum(one.count for one in ended if one.disposition is by),
                disposition=named(known.language, by),
                first=min(on),
                last=max(on),
            )


def _losses(language: Language, lot: Lot) -> str:
    """Say what is lost of an item by each allowed disposition, the least first."""
    if lot.value is None:
        return language.text(
            "its value is not known; allowed are {ways} (§9.1)",
            ways=", ".join(named(language, by) for by in lot.losses),
        )
    value = lot.value
    ways = sorted(lot.losses.items(), key=lambda pair: pair[1])
    shown = ", ".join(
        f"{named(language, by)} {language.number(share * value, 0)}"
        for by, share in ways
    )
    return language.text(
        "USD lost of an item worth {value}: {ways} (§9.1, §24.1)",
        value=language.number(value, 0),
        ways=shown,
    )


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
    text, left = known.language.text, _what_is_left(known.language, lot)
    if out is None:
        yield text(
            "no way leads to an exit that may take it: {left} (§19.3)", left=left
        )
        return
    yield text(
        "the last day on which it can leave is {day}, by {route}; after that {left} "
        "(§19.3)",
        day=known.on(out.day),
        route=out.trail.name,
        left=left,
    )
    if sent is not None:
        yield text(
            "trucks that are to fetch it then leave {place} on {day} at the latest, by "
            "{route} (§19.1)",
            place=sent.trail.start,
            day=known.on(sent.day),
            route=sent.trail.name,
        )


def _what_is_left(language: Language, lot: Lot) -> str:
    local = [named(language, by) for by in LOCAL if by in lot.losses]
    destroyed = Disposition.DESTROY in lot.losses
    if local:
        with_destruction = marked(
            "only {ways}, while the site is open and can, or destruction"
        )
        without = marked("only {ways} is left, while the site is open")
        return language.text(
            with_destruction if destroyed else without,
            ways=language.list(local, last="or"),
        )
    if destroyed:
        return language.text("only destruction is left")
    return language.text(
        "nothing is left: it may not be destroyed, so it must leave by then"
    )
