"""What a movement needs on its way: open legs, room, permits, a fleet (laws 13, 14)."""

import math
from collections import Counter
from collections.abc import Iterator

from drawdown.planning.explain.hindrance import Hindrance
from drawdown.planning.explain.known import Known, Trip
from drawdown.planning.explain.phrases import days
from drawdown.planning.explain.trails import Passage, Run, Trail

WEEK = 7


class Traffic:
    """How many movements enter each leg and take each fleet, as planned."""

    def __init__(self, known: Known) -> None:
        self.entries: Counter[tuple[str, str, int]] = Counter()
        self.weeks: Counter[tuple[str, str, int]] = Counter()
        self.sorties: Counter[tuple[str, int]] = Counter()
        for trip in known.trips:
            for passage in trip.run.passages:
                self.entries[entry(passage)] += 1
                self.weeks[week(passage)] += 1
            for fleet in trip.trail.fleets:
                self.sorties[fleet, trip.departs // WEEK] += 1


def entry(passage: Passage) -> tuple[str, str, int]:
    """Return leg, direction and day."""
    return passage.leg.leg_id, passage.onward, passage.enters


def week(passage: Passage) -> tuple[str, str, int]:
    """Return leg, direction and week."""
    return passage.leg.leg_id, passage.onward, passage.enters // WEEK


def on_the_way(
    known: Known, traffic: Traffic, trip: Trip, day: int
) -> Iterator[Hindrance]:
    """Yield what would be in the way of a movement on another day."""
    run = trip.trail.run(day, known.calendar)
    yield from shut_legs(known, run)
    yield from lead_days(known, trip.trail, day)
    yield from _fleet(known, traffic, trip, day)
    for passage in run.passages:
        yield from _room(known, traffic, trip, passage)


def shut_legs(known: Known, run: Run) -> Iterator[Hindrance]:
    """Yield the legs that are closed while they would be travelled (§13.1)."""
    for passage in run.passages:
        leg = passage.leg.leg_id
        window = known.calendar.shut(leg, passage.enters, passage.through)
        if window is not None:
            text = known.language.text(
                "{leg} is closed from {start} to {end}",
                leg=leg,
                start=window.start,
                end=window.end,
            )
            why = f", {window.reason}" if window.reason else ""
            yield Hindrance(law="13.1", text=f"{text}{why}")


def lead_days(known: Known, trail: Trail, day: int) -> Iterator[Hindrance]:
    """Yield the permits that could not be asked for in time (§14.1)."""
    for leg, _ in trail.legs:
        for permit in known.calendar.permits(leg, day):
            if permit.lead_days > day:
                text = known.language.text(
                    "the permit of zone {zone} takes {days} from day 0 on",
                    zone=permit.permit_zone,
                    days=days(known.language, permit.lead_days),
                )
                yield Hindrance(law="14.1", text=text, lasts=True)


def _fleet(known: Known, traffic: Traffic, trip: Trip, day: int) -> Iterator[Hindrance]:
    """Yield where the fleet makes no more sorties (§13.7)."""
    for name in trip.trail.fleets:
        fleet = known.fleets[name]
        if not in_service(known, trip.trail, day):
            text = known.language.text("{fleet} does not serve on that day", fleet=name)
            yield Hindrance(law="13.7", text=text)
        same = trip.departs // WEEK == day // WEEK
        flown = traffic.sorties[name, day // WEEK] - same
        if not fleet.kind.stands and flown >= fleet.sorties_per_week:
            text = known.language.plural(
                "{fleet} makes all its {n} sortie of the week from {day}",
                "{fleet} makes all its {n} sorties of the week from {day}",
                flown,
                fleet=name,
                day=known.on(day // WEEK * WEEK),
            )
            yield Hindrance(law="13.7", text=text)


def in_service(known: Known, trail: Trail, day: int) -> bool:
    """Return whether the fleets of a route serve on a day (§13.7)."""
    on = known.mission.date(day)
    fleets = [known.fleets[name] for name in trail.fleets]
    return all(
        (f.available_from is None or f.available_from <= on)
        and (f.available_to is None or on <= f.available_to)
        for f in fleets
    )


def _room(
    known: Known, traffic: Traffic, trip: Trip, passage: Passage
) -> Iterator[Hindrance]:
    """Yield where a leg takes no more movements on a day or in a week (§13, §14)."""
    leg, mine = passage.leg, trip.run.passages
    others = traffic.entries[entry(passage)]
    others -= sum(entry(own) == entry(passage) for own in mine)
    if others >= leg.per_day:
        text = known.language.plural(
            "{leg} has its {n} movement on that day",
            "{leg} has its {n} movements on that day",
            leg.per_day,
            leg=leg.leg_id,
        )
        yield Hindrance(law="13.3", text=text)
    most = weekly_room(known, passage)
    others = traffic.weeks[week(passage)]
    others -= sum(week(own) == week(passage) for own in mine)
    if most is not None and others >= most:
        text = known.language.plural(
            "{leg} has its {n} movement of the week from {day}, refusals allowed for",
            "{leg} has its {n} movements of the week from {day}, refusals allowed for",
            most,
            leg=leg.leg_id,
            day=known.on(passage.enters // WEEK * WEEK),
        )
        yield Hindrance(law="14.2", text=text)


def weekly_room(known: Known, passage: Passage) -> int | None:
    """Return how many movements enter a leg in a week; absent: no permits (§14.2)."""
    leg, total = passage.leg, 0.0
    if not known.calendar.permits(leg, passage.enters):
        return None
    first = passage.enters // WEEK * WEEK
    for day in range(first, min(first + WEEK, known.last + 1)):
        if known.calendar.shut(leg.leg_id, day, day) is None:
            permits = known.calendar.permits(leg, day)
            refused = max((permit.refusal for permit in permits), default=0.0)
            total += leg.per_day * (1 - refused)
    return math.floor(total + 1e-9)
