"""Law 8: beds, yards, and what exits take in a day."""

from collections.abc import Iterator

from drawdown.verifying.ledger import Ledger
from drawdown.verifying.people import is_open, opening
from drawdown.verifying.replay import Replay
from drawdown.verifying.verdict import Violation


def people_have_beds(replay: Replay) -> Iterator[Violation]:
    """Ensures that nobody but local people is at a site without a bed (§8.1)."""
    facts, text = replay.facts, "{} has {} people for {} beds"
    local = frozenset(name for name, unit in facts.units.items() if unit.local)
    for name, there in replay.persons.at_places(skip=local).items():
        site = facts.sites.get(name)
        if site is not None and site.beds is not None:
            excess = there - site.beds
            yield from facts.breaches("8.1", name, excess, text, name, there, site.beds)


def items_fit_the_yard(replay: Replay) -> Iterator[Violation]:
    """Ensures that no site holds more items than its yard takes (§8.2)."""
    facts, text = replay.facts, "{} has {} items for a yard of {}"
    for name, there in replay.items.at_places().items():
        site = facts.sites.get(name)
        if site is not None and site.yard is not None:
            excess = there - site.yard
            yield from facts.breaches("8.2", name, excess, text, name, there, site.yard)


def exits_take_what_arrives(replay: Replay) -> Iterator[Violation]:
    """Ensures that no more arrives at an exit in a day than it takes (§8.3)."""
    facts, text = replay.facts, "{} {} arrive at {}, which takes {} a day,"
    arriving = Ledger(facts.days)
    for journey in replay.journeys:
        if journey.track.end in facts.exits:
            end, day = journey.track.end, journey.arrives
            arriving.add("persons", end, day, journey.persons)
            arriving.add("items", end, day, journey.items)
    arrivals = arriving.changes()
    for name, place in facts.exits.items():
        for what, most in (
            ("persons", place.persons_per_day),
            ("items", place.items_per_day),
        ):
            if most is not None:
                there = arrivals.of(what, name)
                yield from facts.breaches(
                    "8.3", name, there - most, text, there, what, name, most
                )


def items_meet_open_exits(replay: Replay) -> Iterator[Violation]:
    """Ensures that items do not arrive at an exit that is not open (§8.3)."""
    facts = replay.facts
    for journey in replay.journeys:
        place, day = facts.exits.get(journey.track.end), journey.arrives
        when = facts.date(day)
        if place and journey.items and not is_open(place, when):
            name, items = journey.name, journey.items
            message = (
                f"{items} items arrive at {place.exit_id} on {when}; "
                f"it is {opening(place)}"
            )
            amount = float(items)
            yield facts.breach("8.3", name, message, day=day, amount=amount)
