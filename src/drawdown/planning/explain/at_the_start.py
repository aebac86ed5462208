"""What a movement needs where it starts: things, packing, guard (laws 2, 6, 10, 17)."""

from collections.abc import Iterator

from drawdown.language import Language, marked
from drawdown.mission import FleetKind, Lot, Site
from drawdown.plan import Load
from drawdown.planning.explain.hindrance import Hindrance
from drawdown.planning.explain.known import Known, Trip
from drawdown.planning.explain.stock import Stock, Thing, carried


def at_the_start(
    known: Known, stock: Stock, trip: Trip, day: int, closing: int
) -> Iterator[Hindrance]:
    """Yield what would be missing where a movement starts, on an earlier day."""
    yield from _things(known, stock, trip, day)
    site = known.sites.get(trip.trail.start)
    if site is not None:
        yield from _packing(known, trip, site, day)
        yield from _needed(known, trip, site, day, closing)
        yield from _guard(known, stock, trip, site, day, closing)


def _things(known: Known, stock: Stock, trip: Trip, day: int) -> Iterator[Hindrance]:
    """Ensures that what leaves is there (§2.1)."""
    place = trip.trail.start
    for thing, amount in carried(trip).items():
        there = stock.least(thing, place, day, trip.departs - 1)
        if there < amount:
            short = amount - max(there, 0)
            text = known.language.text(
                "{short} of {amount} {things} are not yet free at {place} on {day}",
                short=short,
                amount=amount,
                things=_words(known.language, thing),
                place=place,
                day=known.on(day),
            )
            law = "13.4" if thing[0] == "company" else "2.1"
            yield Hindrance(law=law, text=text, lasts=True)


THINGS = {
    "company": marked("escort companies of {name}"),
    "guard": marked("guards of {name}"),
    "lot": marked("items of {name}"),
    "unit": marked("people of {name}"),
    FleetKind.TRUCK.value: marked("trucks"),
    FleetKind.LOW_LOADER.value: marked("low-loaders"),
}


def _words(language: Language, thing: Thing) -> str:
    kind, name = thing
    return language.text(THINGS.get(kind) or THINGS[name], name=name)


def own_effort(known: Known, trip: Trip) -> float:
    """Return the packing effort of the items that a movement takes from their site."""
    return sum(load.count * lot.effort for load, lot in _own(known, trip))


def _own(known: Known, trip: Trip) -> Iterator[tuple[Load, Lot]]:
    for load in trip.movement.loads:
        lot = known.lots.get(load.lot)
        if lot is not None and lot.site_id == trip.trail.start:
            yield load, lot


def _packing(known: Known, trip: Trip, site: Site, day: int) -> Iterator[Hindrance]:
    """Ensures that the items are packed (§10.1)."""
    effort = own_effort(known, trip)
    if not effort:
        return
    opened = known.opened(site.site_id)
    before = sum(
        own_effort(known, other)
        for other in known.leaving(site.site_id)
        if other.departs <= day and other is not trip
    )
    packed = site.packing_per_day * max(day - opened, 0)
    if before + effort > packed + 1e-9:
        text = known.language.text(
            "packing has done {packed} of {effort} by {day}, at {rate} a day",
            packed=known.language.number(packed, 0),
            effort=known.language.number(before + effort, 0),
            day=known.on(day),
            rate=site.packing_per_day,
        )
        yield Hindrance(law="10.1", text=text, lasts=True)


def _needed(
    known: Known, trip: Trip, site: Site, day: int, closing: int
) -> Iterator[Hindrance]:
    """Ensures that what the site needs stays (§10.2)."""
    end = known.mission.deadline if site.liquidation else closing
    for _, lot in _own(known, trip):
        if lot.needed_days and day < end - lot.needed_days:
            text = known.language.text(
                "{lot} is needed at {site} until {day}",
                lot=lot.lot_id,
                site=site.site_id,
                day=known.on(end - lot.needed_days),
            )
            yield Hindrance(law="10.2", text=text, lasts=True)


def _guard(
    known: Known, stock: Stock, trip: Trip, site: Site, day: int, closing: int
) -> Iterator[Hindrance]:
    """Ensures that the guard stays to the evening before the closing day (§6.1)."""
    guards = sum(party.guards for party in trip.movement.people)
    for evening in range(day, min(trip.departs, closing) if guards else day):
        needed = guard_needed(known, site, evening, closing)
        there = stock.guards(site.site_id, evening) - guards
        if there < needed:
            text = known.language.text(
                "{site} would have {there} guards on {day}, and needs {needed}",
                site=site.site_id,
                there=there,
                day=known.on(evening),
                needed=needed,
            )
            yield Hindrance(law="6.1", text=text)
            return


def guard_needed(known: Known, site: Site, day: int, closing: int) -> int:
    """Return the guards that a site needs at the end of a day (§6.1)."""
    if site.liquidation:
        return site.guard_minimum if day <= known.mission.deadline else 0
    if day >= closing:
        return 0
    thin = day >= closing - site.thin_out_days and closing <= known.last
    return site.thin_out_minimum if thin else site.guard_minimum
