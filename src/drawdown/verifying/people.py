"""Laws 4, 6.3 and 7.1: who remains, which exits people use, that all leave."""

from collections.abc import Iterator
from datetime import date

import numpy as np

from drawdown.mission import Exit
from drawdown.verifying.replay import Replay
from drawdown.verifying.verdict import Violation


def those_who_remain_stay(replay: Replay) -> Iterator[Violation]:
    """Ensures that those who remain never leave their site (§4.2)."""
    text = "{} of {} are at {}, where {} must remain,"
    for name, unit in replay.facts.units.items():
        needed, site = replay.remaining(unit), unit.site_id
        there = np.maximum(replay.persons.of(name, site), 0)
        lacking = needed - there
        yield from replay.facts.breaches(
            "4.2", name, lacking, text, there, name, site, needed
        )


def guards_remain_first(replay: Replay) -> Iterator[Violation]:
    """Ensures that of those who remain as many as can be are guards (§6.3)."""
    text = "{} guards of {} are at {}, where {} must remain,"
    for name, unit in replay.facts.units.items():
        needed, site = min(replay.remaining(unit), unit.guard_capable), unit.site_id
        there = np.maximum(replay.guards.of(name, site), 0)
        lacking = needed - there
        yield from replay.facts.breaches(
            "6.3", name, lacking, text, there, name, site, needed
        )


def people_use_their_exits(replay: Replay) -> Iterator[Violation]:
    """Ensures that units go home only through the exits they name (§4.3)."""
    facts = replay.facts
    for journey in replay.journeys:
        place, name, day = journey.track.end, journey.name, journey.arrives
        for party in journey.parties if place in facts.exits else ():
            unit, persons = party.unit, party.persons
            if persons and unit.exits and place not in unit.exits:
                message = (
                    f"{persons} persons of {unit.unit_id} arrive at {place}; "
                    f"they may use {', '.join(unit.exits)}"
                )
                amount = float(persons)
                yield facts.breach("4.3", name, message, day=day, amount=amount)


def people_meet_open_exits(replay: Replay) -> Iterator[Violation]:
    """Ensures that people do not arrive at an exit that is not open (§4.3)."""
    facts = replay.facts
    for journey in replay.journeys:
        place, day = facts.exits.get(journey.track.end), journey.arrives
        when = facts.date(day)
        if place and journey.persons and not is_open(place, when):
            name, persons = journey.name, journey.persons
            message = (
                f"{persons} persons arrive at {place.exit_id} on {when}; "
                f"it is {opening(place)}"
            )
            amount = float(persons)
            yield facts.breach("4.3", name, message, day=day, amount=amount)


def is_open(place: Exit, when: date) -> bool:
    """Return whether an exit is open on a day."""
    begun = place.open_from is None or place.open_from <= when
    return begun and (place.open_to is None or when <= place.open_to)


def opening(place: Exit) -> str:
    """Say when an exit is open."""
    first = f" from {place.open_from}" if place.open_from else ""
    return f"open{first}{f' to {place.open_to}' if place.open_to else ''}"


def everyone_leaves(replay: Replay) -> Iterator[Violation]:
    """Ensures that at the end everyone is out or remains (§7.1)."""
    facts = replay.facts
    for unit in facts.units.values():
        out, remaining = int(replay.out_of(unit)[-1]), replay.remaining(unit)
        left = unit.strength - out - remaining
        if left > 0:
            message = (
                f"{left} of {unit.strength} people of {unit.unit_id} are not out on "
                f"the last day of the plan ({out} are, {remaining} may remain)"
            )
            name, day = unit.unit_id, facts.last
            yield facts.breach("7.1", name, message, day=day, amount=float(left))
