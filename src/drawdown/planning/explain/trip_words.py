"""A movement in words."""

from drawdown.planning.explain.known import Known, Trip


def trip_in_words(known: Known, trip: Trip) -> str:
    """Return who and what goes when, by which route, and arrives when."""
    movement = trip.movement
    plural, trucks, low_loaders = (
        known.language.plural,
        movement.trucks,
        movement.low_loaders,
    )
    load = [
        plural("{n} person", "{n} people", trip.persons) if trip.persons else "",
        plural("{n} item", "{n} items", trip.items) if trip.items else "",
        plural("{n} truck", "{n} trucks", trucks) if trucks else "",
        plural("{n} low-loader", "{n} low-loaders", low_loaders) if low_loaders else "",
        *(
            plural("{n} company of {group}", "{n} companies of {group}", n, group=group)
            for group, n in sorted(movement.escorts.items())
            if n
        ),
    ]
    return known.language.text(
        "{movement} from {start} to {end} by {route}, {departs} to {arrives}, with "
        "{load}",
        movement=trip.name,
        start=trip.trail.start,
        end=trip.trail.end,
        route=trip.trail.name,
        departs=known.on(trip.departs),
        arrives=known.on(trip.arrives),
        load=", ".join(filter(None, load)) or known.language.text("nothing"),
    )
