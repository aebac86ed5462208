"""How early the movements and the guard let a site close (laws 6 and 13)."""

from collections.abc import Iterator

from drawdown.mission import Site
from drawdown.planning.explain.at_the_start import guard_needed
from drawdown.planning.explain.counted import counted
from drawdown.planning.explain.explanation import WEEK, Rule
from drawdown.planning.explain.hindrances import Earlier, Plans
from drawdown.planning.explain.trip_words import trip_in_words


def move_rules(plans: Plans, site: Site, closing: int) -> Iterator[Rule]:
    """Yield how early movements from and to a site, and its guard, let it close."""
    yield from _departures(plans, site, closing)
    yield from _arrivals(plans, site, closing)
    yield from _guard(plans, site, closing)


def _departures(plans: Plans, site: Site, closing: int) -> Iterator[Rule]:
    """Say of the last movements which one could least leave earlier."""
    leaving = plans.known.leaving(site.site_id)
    last = [trip for trip in leaving if trip.departs > closing - WEEK] or leaving[-1:]
    if not last:
        return
    found = [plans.earliest(trip, with_closing=True) for trip in last]
    worst = max(found, key=lambda earlier: (earlier.day, earlier.trip.departs))
    yield Rule(
        law="13",
        text=_departure_words(plans, worst),
        slack=closing - worst.day,
        change=_wanted(plans, worst, closing - WEEK),
    )


def _departure_words(plans: Plans, earlier: Earlier) -> str:
    trip, known = earlier.trip, plans.known
    said = f"{trip_in_words(known, trip)}; "
    if earlier.day < trip.departs:
        said += f"it could leave from {known.on(earlier.day)} on"
    else:
        said += "it could not leave a day earlier"
    return said + _reasons([str(one) for one in earlier.hindrances[:3]])


def _reasons(reasons: list[str]) -> str:
    return f": {'; '.join(reasons)}" if reasons else ""


def _wanted(plans: Plans, earlier: Earlier, target: int) -> str:
    """Say what would have to be otherwise for a movement to leave by a day."""
    trip = earlier.trip
    found = plans.hindrances(trip, target, target)
    if not found:
        return f"{trip.name} would have to leave by {plans.known.on(max(target, 0))}"
    return f"{trip.name}: " + "; ".join(str(one) for one in found[:4])


def _arrivals(plans: Plans, site: Site, closing: int) -> Iterator[Rule]:
    """Say when the last movement comes; none may after the closing day."""
    known = plans.known
    coming = known.coming(site.site_id)
    if not coming:
        return
    last = max(coming, key=lambda trip: trip.arrives)
    earlier = plans.earliest(last, with_closing=False)
    days = last.departs - earlier.day
    could = f"it could come {counted(days, 'day')} earlier"
    if not days:
        could = "it could not come earlier"
    could += _reasons([str(one) for one in earlier.hindrances[:3]])
    yield Rule(
        law="2.2",
        text=f"the last to come is {trip_in_words(known, last)}; {could}",
        slack=closing - last.arrives + days,
        change=f"{last.name} would have to come earlier; {could}",
    )


def _guard(plans: Plans, site: Site, closing: int) -> Iterator[Rule]:
    """Say what guard is kept, and how much of it is more than needed."""
    known = plans.known
    if not site.guard_minimum:
        return
    last = min(closing - 1, known.mission.deadline)
    spare = {
        day: plans.stock.guards(site.site_id, day)
        - guard_needed(known, site, day, closing)
        for day in range(max(last - WEEK, 0), last + 1)
    }
    day = min(spare, key=lambda one: spare[one], default=None)
    kept = f"{site.guard_minimum} guards stay to the end"
    if site.thin_out_days and not site.liquidation:
        days = counted(site.thin_out_days, "day")
        kept += f", {site.thin_out_minimum} on the last {days}"
    if day is not None:
        kept += f"; the fewest to spare in the last week are {spare[day]}, on "
        kept += known.on(day)
    yield Rule(law="6.1", text=kept)
