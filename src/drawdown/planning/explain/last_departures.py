"""The last days on which something can still leave and reach an exit (law 19)."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from drawdown.mission import Carrier, Lot, Mode, Unit
from drawdown.planning.explain.at_the_end import is_open
from drawdown.planning.explain.known import Known
from drawdown.planning.explain.on_the_way import in_service, lead_days, shut_legs
from drawdown.planning.explain.trails import Run, Trail

Takes = Callable[[Trail], bool]
"""Whether a route takes what is asked about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LastDeparture:
    """The last departure from a place that leads out in time."""

    trail: Trail
    day: int
    arrives: int
    """At the end of this route; the exit may be further."""


class WayOut:
    """Where and until when something can leave so as to be at an exit by a day.

    Legs are open or closed, exits and fleets serve, sites on the way close as planned;
    whether there is room in trucks, escorts and beds is not asked.

    Parameters
    ----------
    known
        The mission and the plan.
    takes
        Which routes take it.
    exits
        The exits that may be used.
    by
        The last day on which it may arrive at one.

    """

    def __init__(
        self, known: Known, takes: Takes, exits: Collection[str], by: int
    ) -> None:
        self.known = known
        self.by = min(by, known.last)
        self._exits = exits
        self._last: dict[str, LastDeparture] = {}
        trails = [trail for trail in known.trails.values() if takes(trail)]
        for day in range(self.by, -1, -1):
            for trail in trails:
                self._try(trail, day)

    def last(self, place: str) -> LastDeparture | None:
        """Return the last departure from a place; absent: there is no way out."""
        return self._last.get(place)

    def _try(self, trail: Trail, day: int) -> None:
        """Note a departure, if it is the last of its place that leads out."""
        known = self.known
        if trail.start in self._last or not _may_leave(known, trail, day):
            return
        run = trail.run(day, known.calendar)
        if self._leads_out(trail.end, run) and not any(shut_legs(known, run)):
            found = LastDeparture(trail=trail, day=day, arrives=run.arrives)
            self._last[trail.start] = found

    def _leads_out(self, end: str, run: Run) -> bool:
        """Return whether who arrives can be out by then."""
        if run.arrives > self.by:
            return False
        if end in self._exits:
            return is_open(self.known, self.known.exits[end], run.arrives)
        onward = self._last.get(end)
        return onward is not None and run.arrives <= onward.day


def _may_leave(known: Known, trail: Trail, day: int) -> bool:
    """Return whether a movement may leave: site open, fleet and escorts in service."""
    if trail.start in known.sites and day > known.closing(trail.start):
        return False
    if trail.escorts and not _escorted(known, trail, day):
        return False
    return in_service(known, trail, day) and not any(lead_days(known, trail, day))


def _escorted(known: Known, trail: Trail, day: int) -> bool:
    """Return whether any group that serves the legs has not left for good (§13.5)."""
    on = known.mission.date(day)
    needing = {leg.leg_id for leg, _ in trail.legs if leg.escorts}
    return any(
        (not escort.legs or needing <= set(escort.legs))
        and (escort.available_to is None or on <= escort.available_to)
        for escort in known.mission.escorts
    )


def way_of_lot(known: Known, lot: Lot, without: Collection[str] = ()) -> WayOut:
    """Return the ways out of the items of a lot, by the end of the plan.

    Parameters
    ----------
    known
        The mission and the plan.
    lot
        Whose items.
    without
        Exits that are not to be used.

    """
    exits = tuple(
        row.exit_id
        for row in known.mission.exits
        if row.items_per_day != 0 and (not lot.exits or row.exit_id in lot.exits)
        if row.exit_id not in without
    )

    def takes(trail: Trail) -> bool:
        return _takes_lot(known, trail, lot)

    moves = any(by.moves for by in lot.losses)
    return _way(known, ("items", moves, lot.sensitive), takes, exits, known.last)


def _way(
    known: Known,
    what: tuple[object, ...],
    takes: Takes,
    exits: tuple[str, ...],
    by: int,
) -> WayOut:
    """Return the ways out; they are found once for all that they are the same for."""
    key = (*what, exits, by)
    if key not in known.answers:
        known.answers[key] = WayOut(known, takes, exits, by)
    found: WayOut = known.answers[key]
    return found


def _takes_lot(known: Known, trail: Trail, lot: Lot) -> bool:
    if not any(by.moves for by in lot.losses):
        return False
    exposed = any(not leg.secure and not leg.escorts for leg, _ in trail.legs)
    if lot.sensitive and exposed:
        return False
    if trail.road:
        return all(leg.convoy_vehicles > 0 for leg, _ in trail.legs)
    return all(known.fleets[name].slots > 0 for name in trail.fleets)


def way_of_people(
    known: Known, unit: Unit | None, by: int, without: Collection[str] = ()
) -> WayOut:
    """Return the ways out of people, of one unit or of any, by a day."""
    named = unit.exits if unit is not None else ()
    exits = tuple(
        row.exit_id
        for row in known.mission.exits
        if row.persons_per_day != 0 and (not named or row.exit_id in named)
        if row.exit_id not in without
    )

    def takes(trail: Trail) -> bool:
        return _takes_people(known, trail)

    return _way(known, ("people",), takes, exits, by)


def _takes_people(known: Known, trail: Trail) -> bool:
    if trail.road:
        return all(leg.convoy_persons > 0 for leg, _ in trail.legs)
    return all(known.fleets[name].seats > 0 for name in trail.fleets)


def last_arrival(known: Known, start: str, end: str, by: int) -> LastDeparture | None:
    """Return the last departure of trucks from a place that is at another by a day."""
    roads = [
        trail
        for trail in known.trails.values()
        if (trail.start, trail.end) == (start, end)
        and trail.road
        and all(leg.mode is Mode.ROAD and leg.convoy_vehicles for leg, _ in trail.legs)
    ]
    for day in range(by, -1, -1):
        for trail in roads:
            run = trail.run(day, known.calendar)
            shut = any(shut_legs(known, run))
            if run.arrives <= by and not shut and _may_leave(known, trail, day):
                return LastDeparture(trail=trail, day=day, arrives=run.arrives)
    return None


NEEDS_VEHICLE = (Carrier.TRUCK, Carrier.LOW_LOADER)
"""How items travel that need a vehicle which must come first."""
