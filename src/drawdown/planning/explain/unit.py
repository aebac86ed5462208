"""When each part of a unit leaves, by what, and why then."""

from collections.abc import Iterator

from drawdown.language import marked
from drawdown.mission import Unit
from drawdown.planning.explain.explanation import Explanation, Rule
from drawdown.planning.explain.hindrances import Plans
from drawdown.planning.explain.known import Known, Trip
from drawdown.planning.explain.last_departures import LastDeparture, way_of_people
from drawdown.planning.explain.phrases import because, days, joined
from drawdown.planning.explain.trip_words import trip_in_words


def explain_unit(plans: Plans, unit: Unit) -> Explanation:
    """Return when the parts of a unit leave, and what holds them."""
    known = plans.known
    trips = _trips(known, unit)
    out = way_of_people(known, unit, known.due(unit) + 1).last(unit.site_id)
    return Explanation(
        kind="unit",
        name=unit.unit_id,
        headline=_headline(known, unit, trips),
        day=max(
            (t.departs for t in trips if t.trail.start == unit.site_id), default=None
        ),
        rules=tuple(_rules(plans, unit, trips)),
        notes=tuple(_notes(known, unit, trips)),
        dates={
            "last_day_in_time": None if out is None else known.mission.date(out.day)
        },
        last_days=(_last_day(known, unit, out),),
        language=known.language,
    )


def _last_day(known: Known, unit: Unit, out: LastDeparture | None) -> str:
    if out is None:
        return known.language.text("no way leads it out in time (§5)")
    return known.language.text(
        "from {site} it can leave on {day} at the latest, by {route}, and be out in "
        "time (§5)",
        site=unit.site_id,
        day=known.on(out.day),
        route=out.trail.name,
    )


def _trips(known: Known, unit: Unit) -> list[Trip]:
    """Return the movements with people of a unit, in their order."""
    return [
        trip
        for trip in known.trips
        if any(party.unit == unit.unit_id for party in trip.movement.people)
    ]


def _persons(trip: Trip, unit: Unit) -> int:
    people = trip.movement.people
    return sum(party.persons for party in people if party.unit == unit.unit_id)


def _headline(known: Known, unit: Unit, trips: list[Trip]) -> str:
    text = known.language.text
    of = f"{unit.name} ({unit.country})" if unit.country else unit.name
    who = text(
        "{n} people of {unit} at {site}",
        n=unit.strength,
        unit=of or unit.unit_id,
        site=unit.site_id,
    )
    if unit.local:
        released = {r.on for r in known.plan.releases if r.unit == unit.unit_id}
        on = ", ".join(known.language.date(day) for day in sorted(released))
        return text(
            "{people}, recruited locally: released on {days}",
            people=who,
            days=on or text("no day"),
        )
    home = [trip for trip in trips if trip.trail.end in known.exits]
    going = text(
        marked("{people}: {n} go home, the last on {day}")
        if home
        else marked("{people}: {n} go home"),
        people=who,
        n=sum(_persons(trip, unit) for trip in home),
        day=known.on(max((trip.arrives for trip in home), default=0)),
    )
    remain = [text("{n} remain", n=unit.remains)] if unit.remains else []
    return joined(known.language, (going, *remain))


def _rules(plans: Plans, unit: Unit, trips: list[Trip]) -> Iterator[Rule]:
    yield from _in_time(plans.known, unit, trips)
    yield from _last_to_leave(plans, unit, trips)
    yield from _companies(plans.known, unit)
    if unit.exits:
        exits = ", ".join(unit.exits)
        text = plans.known.language.text(
            "it goes home only through {exits}", exits=exits
        )
        yield Rule(law="4.3", text=text)


def _in_time(known: Known, unit: Unit, trips: list[Trip]) -> Iterator[Rule]:
    """Say how many days are left between the last arrival and lateness (§5)."""
    home = [trip.arrives for trip in trips if trip.trail.end in known.exits]
    if not home:
        return
    left = known.due(unit) + 1 - max(home)
    text = known.language.text(
        _SPARED[left >= 0, unit.leaves_by is not None],
        day=known.on(max(home)),
        days=days(known.language, abs(left)),
        due=known.on(known.due(unit)),
    )
    yield Rule(law="5.2" if unit.leaves_by else "5.1", text=text)


_SPARED = {
    (True, True): marked(
        "the last is out on {day}: {days} to spare by leaves_by ({due})"
    ),
    (True, False): marked(
        "the last is out on {day}: {days} to spare by the deadline ({due})"
    ),
    (False, True): marked("the last is out on {day}: {days} late by leaves_by ({due})"),
    (False, False): marked(
        "the last is out on {day}: {days} late by the deadline ({due})"
    ),
}
"""By whether the last is in time, and whether the unit has a day of its own."""


def _last_to_leave(plans: Plans, unit: Unit, trips: list[Trip]) -> Iterator[Rule]:
    """Say what holds the part that leaves its site last."""
    known = plans.known
    own = [trip for trip in trips if trip.trail.start == unit.site_id]
    if not own:
        return
    last = plans.earliest(own[-1], with_closing=False)
    reasons = [str(one) for one in last.hindrances[:4]]
    said = known.language.text(
        "the last part leaves {site} with {movement} on {day}; all else as planned it "
        "could leave from {earlier} on",
        site=unit.site_id,
        movement=own[-1].name,
        day=known.on(own[-1].departs),
        earlier=known.on(last.day),
    )
    yield Rule(
        law="13",
        text=because(known.language, said, reasons),
        slack=own[-1].departs - last.day,
        change=joined(known.language, reasons),
    )


def _companies(known: Known, unit: Unit) -> Iterator[Rule]:
    """Say how long escort companies of the unit serve (§7.2)."""
    for escort in known.mission.escorts:
        if escort.unit_id != unit.unit_id:
            continue
        ends = [
            s.on for s in known.plan.escort_releases if s.escort == escort.escort_id
        ]
        to_a_day = marked(
            "{n} of its companies escort to {day}; their {persons} persons stay with "
            "them"
        )
        to_the_end = marked(
            "{n} of its companies escort to the end of the plan; their {persons} "
            "persons stay with them"
        )
        text = known.language.text(
            to_a_day if ends else to_the_end,
            n=escort.companies,
            day=max(ends, default=""),
            persons=escort.persons,
        )
        yield Rule(law="7.2", text=text)


def _notes(known: Known, unit: Unit, trips: list[Trip]) -> Iterator[str]:
    for trip in trips:
        yield known.language.text(
            "{n} of it with {movement}",
            n=_persons(trip, unit),
            movement=trip_in_words(known, trip),
        )
