"""What a movement needs where it ends: an open exit, beds, a yard (laws 4.3, 8)."""

from collections.abc import Iterator

from drawdown.language import marked
from drawdown.mission import Exit, Site
from drawdown.planning.explain.hindrance import Hindrance
from drawdown.planning.explain.known import Known, Trip
from drawdown.planning.explain.stock import Stock


def at_the_end(known: Known, stock: Stock, trip: Trip, day: int) -> Iterator[Hindrance]:
    """Yield what would be missing where a movement ends, if it left on another day."""
    arrives = trip.trail.run(day, known.calendar).arrives
    end = trip.trail.end
    if end in known.exits:
        yield from _exit(known, trip, known.exits[end], arrives)
    elif end in known.sites:
        yield from _site(known, stock, trip, known.sites[end], arrives)


def _exit(known: Known, trip: Trip, exit_: Exit, arrives: int) -> Iterator[Hindrance]:
    name, on = exit_.exit_id, known.on(arrives)
    if not is_open(known, exit_, arrives):
        text = known.language.text("{exit} is not open on {day}", exit=name, day=on)
        yield Hindrance(law="4.3", text=text)
    others = [t for t in known.coming(name) if t.arrives == arrives and t is not trip]
    persons = trip.persons + sum(other.persons for other in others)
    items = trip.items + sum(other.items for other in others)
    for said, there, most in (
        (PEOPLE_A_DAY, persons, exit_.persons_per_day),
        (ITEMS_A_DAY, items, exit_.items_per_day),
    ):
        if most is not None and there > most:
            text = known.language.text(said, exit=name, most=most, day=on, there=there)
            yield Hindrance(law="8.3", text=text)


PEOPLE_A_DAY = marked("{exit} takes {most} people a day; on {day} {there} would come")
ITEMS_A_DAY = marked("{exit} takes {most} items a day; on {day} {there} would come")


def is_open(known: Known, exit_: Exit, day: int) -> bool:
    """Return whether an exit is open on a day."""
    on = known.mission.date(day)
    return (exit_.open_from is None or exit_.open_from <= on) and (
        exit_.open_to is None or on <= exit_.open_to
    )


def _site(
    known: Known, stock: Stock, trip: Trip, site: Site, arrives: int
) -> Iterator[Hindrance]:
    """Ensures that there are beds and places in the yard (§8.1, §8.2)."""
    name = site.site_id
    for evening in range(arrives, trip.arrives):
        people = stock.persons(name, evening) + trip.persons if trip.persons else 0
        items = stock.items(name, evening) + trip.items if trip.items else 0
        for law, said, there, most in (
            ("8.1", BEDS, people, site.beds),
            ("8.2", YARD, items, site.yard),
        ):
            if most is not None and there > most:
                on = known.on(evening)
                text = known.language.text(
                    said, site=name, most=most, day=on, there=there
                )
                yield Hindrance(law=law, text=text)
                return


BEDS = marked("{site} has {most} beds; on {day} {there} would be taken")
YARD = marked("{site} has {most} places in the yard; on {day} {there} would be taken")
