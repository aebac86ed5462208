"""A movement in words."""

from drawdown.planning.explain.counted import counted
from drawdown.planning.explain.known import Known, Trip


def trip_in_words(known: Known, trip: Trip) -> str:
    """Return who and what goes when, by which route, and arrives when."""
    movement = trip.movement
    load = [
        (trip.persons, "person", "people"),
        (trip.items, "item", "items"),
        (movement.trucks, "truck", "trucks"),
        (movement.low_loaders, "low-loader", "low-loaders"),
        *(
            (number, f"company of {group}", f"companies of {group}")
            for group, number in sorted(movement.escorts.items())
        ),
    ]
    what = ", ".join(counted(*part) for part in load if part[0]) or "nothing"
    return (
        f"{trip.name} from {trip.trail.start} to {trip.trail.end} by "
        f"{trip.trail.name}, {known.on(trip.departs)} to {known.on(trip.arrives)}, "
        f"with {what}"
    )
