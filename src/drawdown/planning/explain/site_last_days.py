"""By when transport must stand forward, and the last safe day (law 19)."""

from collections.abc import Iterator
from dataclasses import dataclass

from drawdown.mission import Lot, Site
from drawdown.planning.explain.known import Known, Trip
from drawdown.planning.explain.last_departures import (
    NEEDS_VEHICLE,
    LastDeparture,
    last_arrival,
    way_of_lot,
    way_of_people,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Forward:
    """Transport that must come for what is still to be moved."""

    needed_by: int
    """The last day on which it can stand at the site and still take all away."""
    items: int
    """Items of the site that wait for it."""
    brought_by: Trip | None
    """The movement of the plan that brings it last; absent: it stands there."""
    last: LastDeparture | None
    """The last departure of trucks towards the site, from where that one starts."""


def forward(known: Known, site: Site) -> Forward | None:
    """Return by when transport must stand at a site; absent: nothing waits for it.

    It is asked of the loads that the plan still takes away after its last trucks have
    come: by the closing day as planned, and over legs that are open to an exit.
    """
    waiting = [
        (trip, lot, load.count)
        for trip in known.leaving(site.site_id)
        if trip.trail.road
        for load in trip.movement.loads
        if (lot := known.lots[load.lot]).site_id == site.site_id
        and lot.carried_by in NEEDS_VEHICLE
    ]
    if not waiting:
        return None
    brought = _last_trucks(known, site, waiting[-1][0])
    remaining = [
        (trip, lot, count)
        for trip, lot, count in waiting
        if brought is None or trip.departs >= brought.arrives
    ] or waiting[-1:]
    needed = min(
        _last_way(known, lot, site, trip.departs) for trip, lot, _ in remaining
    )
    last = None
    if brought is not None:
        last = last_arrival(known, brought.trail.start, site.site_id, needed)
    return Forward(
        needed_by=needed,
        items=sum(count for _, _, count in remaining),
        brought_by=brought,
        last=last,
    )


def _last_trucks(known: Known, site: Site, trip: Trip) -> Trip | None:
    """Return the last movement that brings vehicles before a movement leaves."""
    bringing = [
        other
        for other in known.coming(site.site_id)
        if other.arrives <= trip.departs
        and other.movement.trucks + other.movement.low_loaders > 0
    ]
    return max(bringing, key=lambda other: other.arrives, default=None)


def _last_way(known: Known, lot: Lot, site: Site, planned: int) -> int:
    """Return the last day on which items of a lot can leave a site by road or else."""
    found = way_of_lot(known, lot).last(site.site_id)
    return planned if found is None else max(planned, found.day)


def last_safe_day(known: Known, site: Site) -> LastDeparture | None:
    """Return the last departure of people that lets them be out by the deadline.

    Who waits longer for what remains is late; so people leave without it.
    """
    by = known.mission.deadline + 1
    return way_of_people(known, None, by).last(site.site_id)


def last_day_sentences(
    known: Known, site: Site, forth: Forward | None, safe: LastDeparture | None
) -> Iterator[str]:
    """Yield both days in words."""
    yield _forward_sentence(known, site, forth)
    text = known.language.text
    if safe is None:
        yield text("no way leads people out of here by the deadline (§19.2)")
    else:
        yield text(
            "the last safe day is {day}: by {route} on that day people are out by the "
            "deadline, {deadline}; after it they leave without what remains, or are "
            "late (§19.2)",
            day=known.on(safe.day),
            route=safe.trail.name,
            deadline=known.mission.decision.deadline,
        )


def _forward_sentence(known: Known, site: Site, forth: Forward | None) -> str:
    text = known.language.text
    if forth is None:
        return text("nothing leaves here that needs trucks to stand forward (§19.1)")
    needed = text(
        "trucks for the last {count} items must stand at {site} by {day}",
        count=forth.items,
        site=site.site_id,
        day=known.on(forth.needed_by),
    )
    if forth.brought_by is None:
        return text("{needed}; they stand there from the start (§19.1)", needed=needed)
    trip, last = forth.brought_by, forth.last
    planned = text(
        "planned is {movement} on {day}", movement=trip.name, day=known.on(trip.departs)
    )
    if last is None:
        return text("{needed}; {planned} (§19.1)", needed=needed, planned=planned)
    return text(
        "{needed}: they leave {place} on {day} at the latest, by {route}; {planned} "
        "(§19.1)",
        needed=needed,
        place=last.trail.start,
        day=known.on(last.day),
        route=last.trail.name,
        planned=planned,
    )
