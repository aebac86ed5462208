"""How early the movements and the guard let a site close (laws 6 and 13)."""

from collections.abc import Iterator

from drawdown.mission import Site
from drawdown.planning.explain.at_the_start import guard_needed
from drawdown.planning.explain.explanation import WEEK, Rule
from drawdown.planning.explain.hindrances import Earlier, Plans
from drawdown.planning.explain.known import Known
from drawdown.planning.explain.phrases import because, days, joined
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
    language = known.language
    if earlier.day < trip.departs:
        could = language.text("it could leave from {day} on", day=known.on(earlier.day))
    else:
        could = language.text("it could not leave a day earlier")
    said = joined(language, (trip_in_words(known, trip), could))
    return because(language, said, map(str, earlier.hindrances[:3]))


def _wanted(plans: Plans, earlier: Earlier, target: int) -> str:
    """Say what would have to be otherwise for a movement to leave by a day."""
    trip, language = earlier.trip, plans.known.language
    found = plans.hindrances(trip, target, target)
    if not found:
        return language.text(
            "{movement} would have to leave by {day}",
            movement=trip.name,
            day=plans.known.on(max(target, 0)),
        )
    return because(language, trip.name, map(str, found[:4]))


def _arrivals(plans: Plans, site: Site, closing: int) -> Iterator[Rule]:
    """Say when the last movement comes; none may after the closing day."""
    known = plans.known
    coming = known.coming(site.site_id)
    if not coming:
        return
    last = max(coming, key=lambda trip: trip.arrives)
    earlier = plans.earliest(last, with_closing=False)
    sooner, language = last.departs - earlier.day, known.language
    could = language.text("it could not come earlier")
    if sooner:
        could = language.text(
            "it could come {days} earlier", days=days(language, sooner)
        )
    could = because(language, could, map(str, earlier.hindrances[:3]))
    comes = language.text(
        "the last to come is {movement}", movement=trip_in_words(known, last)
    )
    wanted = language.text("{movement} would have to come earlier", movement=last.name)
    yield Rule(
        law="2.2",
        text=joined(language, (comes, could)),
        slack=closing - last.arrives + sooner,
        change=joined(language, (wanted, could)),
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
    language = known.language
    kept = [_kept(known, site)]
    if day is not None:
        kept.append(
            language.text(
                "the fewest to spare in the last week are {number}, on {day}",
                number=spare[day],
                day=known.on(day),
            )
        )
    yield Rule(law="6.1", text=joined(language, kept))


def _kept(known: Known, site: Site) -> str:
    """Say how many guards stay to the end."""
    language = known.language
    if not site.thin_out_days or site.liquidation:
        return language.text(
            "{number} guards stay to the end", number=site.guard_minimum
        )
    return language.text(
        "{number} guards stay to the end, {fewer} on the last {days}",
        number=site.guard_minimum,
        fewer=site.thin_out_minimum,
        days=days(language, site.thin_out_days),
    )
