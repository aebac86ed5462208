"""When each part of a unit leaves, by what, and why then."""

from collections.abc import Iterator

from drawdown.mission import Unit
from drawdown.planning.explain.counted import counted
from drawdown.planning.explain.explanation import Explanation, Rule
from drawdown.planning.explain.hindrances import Plans
from drawdown.planning.explain.known import Known, Trip
from drawdown.planning.explain.last_departures import way_of_people
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
        last_days=(
            "no way leads it out in time (§5)"
            if out is None
            else f"from {unit.site_id} it can leave on {known.on(out.day)} at the "
            f"latest, by {out.trail.name}, and be out in time (§5)",
        ),
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
    of = f"{unit.name} ({unit.country})" if unit.country else unit.name
    who = f"{unit.strength:,} people of {of or unit.unit_id} at {unit.site_id}"
    if unit.local:
        released = [r for r in known.plan.releases if r.unit == unit.unit_id]
        days = sorted({str(release.on) for release in released})
        return f"{who}, recruited locally: released on {', '.join(days) or 'no day'}"
    home = [trip for trip in trips if trip.trail.end in known.exits]
    out = sum(_persons(trip, unit) for trip in home)
    said = f"{who}: {out:,} go home"
    if home:
        said += f", the last on {known.on(max(trip.arrives for trip in home))}"
    return said + (f"; {unit.remains:,} remain" if unit.remains else "")


def _rules(plans: Plans, unit: Unit, trips: list[Trip]) -> Iterator[Rule]:
    yield from _in_time(plans.known, unit, trips)
    yield from _last_to_leave(plans, unit, trips)
    yield from _companies(plans.known, unit)
    if unit.exits:
        text = f"it goes home only through {', '.join(unit.exits)}"
        yield Rule(law="4.3", text=text)


def _in_time(known: Known, unit: Unit, trips: list[Trip]) -> Iterator[Rule]:
    """Say how many days are left between the last arrival and lateness (§5)."""
    home = [trip.arrives for trip in trips if trip.trail.end in known.exits]
    if not home:
        return
    left = known.due(unit) + 1 - max(home)
    what = "leaves_by" if unit.leaves_by else "the deadline"
    days = counted(abs(left), "day")
    said = f"{days} to spare" if left >= 0 else f"{days} late"
    law = "5.2" if unit.leaves_by else "5.1"
    text = f"the last is out on {known.on(max(home))}: {said} by {what}"
    yield Rule(law=law, text=f"{text} ({known.on(known.due(unit))})")


def _last_to_leave(plans: Plans, unit: Unit, trips: list[Trip]) -> Iterator[Rule]:
    """Say what holds the part that leaves its site last."""
    known = plans.known
    own = [trip for trip in trips if trip.trail.start == unit.site_id]
    if not own:
        return
    last = plans.earliest(own[-1], with_closing=False)
    reasons = "; ".join(str(one) for one in last.hindrances[:4])
    yield Rule(
        law="13",
        text=(
            f"the last part leaves {unit.site_id} with {own[-1].name} on "
            f"{known.on(own[-1].departs)}; all else as planned it could leave from "
            f"{known.on(last.day)} on" + (f": {reasons}" if reasons else "")
        ),
        slack=own[-1].departs - last.day,
        change=reasons,
    )


def _companies(known: Known, unit: Unit) -> Iterator[Rule]:
    """Say how long escort companies of the unit serve (§7.2)."""
    for escort in known.mission.escorts:
        if escort.unit_id != unit.unit_id:
            continue
        days = [
            s.on for s in known.plan.escort_releases if s.escort == escort.escort_id
        ]
        until = f"to {max(days)}" if days else "to the end of the plan"
        yield Rule(
            law="7.2",
            text=(
                f"{escort.companies} of its companies escort {until}; their "
                f"{escort.persons} persons stay with them"
            ),
        )


def _notes(known: Known, unit: Unit, trips: list[Trip]) -> Iterator[str]:
    for trip in trips:
        yield f"{_persons(trip, unit):,} of it with {trip_in_words(known, trip)}"
