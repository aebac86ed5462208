"""Laws 13.1 to 13.3: what a movement needs of its legs."""

from collections.abc import Iterator

from drawdown.mission import Carrier, Leg
from drawdown.verifying.journeys import Journey
from drawdown.verifying.ledger import Balances, Ledger
from drawdown.verifying.replay import Replay
from drawdown.verifying.verdict import Violation


def legs_are_open(replay: Replay) -> Iterator[Violation]:
    """Ensures that every leg is open on all days on which it is travelled (§13.1)."""
    facts = replay.facts
    for journey in replay.journeys:
        for passage in journey.passages:
            leg, enters, through = passage.leg.leg_id, passage.enters, passage.through
            shut = facts.calendars.shut(leg, enters, through)
            if shut is not None:
                first, last, window = shut
                when = facts.date(max(first, enters))
                message = (
                    f"{journey.name} is on {leg} on {when}; it is closed from "
                    f"{window.start} to {window.end}"
                )
                message += f" ({window.reason})" if window.reason else ""
                days = min(last, through) - max(first, enters) + 1
                yield facts.breach(
                    "13.1", journey.name, message, day=enters, amount=float(days)
                )


def loads_fit_their_transport(replay: Replay) -> Iterator[Violation]:
    """Ensures that vehicles, persons and items fit the road or the fleet (§13.2)."""
    for journey in replay.journeys:
        claims = _on_road(journey) if journey.track.road else _on_fleet(replay, journey)
        for what, wanted, there in claims:
            if wanted > there:
                message = f"{journey.name} has {wanted} {what} {there}"
                name, day, amount = journey.name, journey.departs, wanted - there
                yield replay.facts.breach(
                    "13.2", name, message, day=day, amount=float(amount)
                )


Claim = tuple[str, int, int]
"""What is wanted, how much of it, and how much there is."""


def _on_road(journey: Journey) -> Iterator[Claim]:
    track, carried = journey.track, journey.carried_by
    yield "vehicles; its narrowest leg takes", journey.vehicles, track.most_vehicles
    yield "persons; its narrowest leg takes", journey.persons, track.most_persons
    yield "items for trucks; its trucks are", carried(Carrier.TRUCK), journey.trucks
    yield (
        "items for low-loaders; its low-loaders are",
        carried(Carrier.LOW_LOADER),
        journey.low_loaders,
    )


def _on_fleet(replay: Replay, journey: Journey) -> Iterator[Claim]:
    name = _only(journey.track.fleets)
    fleet = replay.facts.fleets.get(name) if name else None
    slots, seats = (fleet.slots, fleet.seats) if fleet else (0, 0)
    of = f"of {name}" if fleet else "(no one fleet serves the whole route)"
    yield f"items; the slots {of} are", journey.items, slots
    yield f"persons; the seats {of} are", journey.persons, seats
    yield "trucks; such a movement takes", journey.trucks, 0
    yield "low-loaders; such a movement takes", journey.low_loaders, 0


def _only(names: frozenset[str | None]) -> str | None:
    return next(iter(names)) if len(names) == 1 else None


Directed = dict[tuple[str, str], Leg]


def entries(replay: Replay) -> tuple[Balances, Directed]:
    """Return how many movements enter each leg in each direction on each day."""
    ledger, legs = Ledger(replay.facts.days), Directed()
    for journey in replay.journeys:
        for passage in journey.passages:
            leg = passage.leg
            onward = leg.to_id if passage.forward else leg.from_id
            legs[leg.leg_id, onward] = leg
            ledger.add(leg.leg_id, onward, passage.enters, 1)
    return ledger.changes(), legs


def legs_have_room(replay: Replay) -> Iterator[Violation]:
    """Ensures that no more movements enter a leg in a day than it takes (§13.3)."""
    facts = replay.facts
    text = "{} movements enter {} towards {}, which takes {} a day,"
    entering, legs = entries(replay)
    for (name, onward), leg in legs.items():
        count, most = entering.of(name, onward), leg.per_day
        yield from facts.breaches(
            "13.3", name, count - most, text, count, name, onward, most
        )
