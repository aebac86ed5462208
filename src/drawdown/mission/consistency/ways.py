"""Ways out: which exits people and items can reach from a site, by any dates."""

from collections.abc import Callable, Iterable

from drawdown.mission.consistency.routes import known_legs
from drawdown.mission.lots import Carrier, Lot
from drawdown.mission.mission import Mission
from drawdown.mission.routes import Leg, Mode, Route
from drawdown.mission.transport import Fleet, FleetKind

Carries = Callable[[list[Leg]], bool]
"""Whether a route over these legs carries what is asked about."""


class Ways:
    """The exits that can be reached from each site along routes of some sort."""

    def __init__(self, mission: Mission, carries: Carries) -> None:
        legs = known_legs(mission)
        self._next: dict[str, set[str]] = {}
        for route in mission.routes:
            names = route.legs or ()
            chain = [legs[name] for name in names if name in legs]
            # A route without legs, or over an unknown one, is wrong already; what it
            # was meant to serve is not reported too.
            if not names or len(chain) < len(names) or carries(chain):
                self._join(route)
        self._exits = {one.exit_id for one in mission.exits}

    def _join(self, route: Route) -> None:
        self._next.setdefault(route.from_id, set()).add(route.to_id)
        if route.two_way:
            self._next.setdefault(route.to_id, set()).add(route.from_id)

    def exits(self, site: str) -> set[str]:
        """Return the exits that can be reached from a site."""
        reached, todo = {site}, [site]
        while todo:
            for place in self._next.get(todo.pop(), ()):
                if place not in reached:
                    reached.add(place)
                    todo.append(place)
        return reached & self._exits


def anything(_: list[Leg]) -> bool:
    """Return True: every route carries something."""
    return True


def people(mission: Mission) -> Carries:
    """Return whether a route carries people."""
    seats = {fleet.fleet_id: fleet.seats for fleet in mission.fleets}

    def carries(legs: list[Leg]) -> bool:
        return all(
            leg.convoy_persons > 0
            if leg.mode is Mode.ROAD
            else seats.get(leg.fleet_id or "", 1) > 0
            for leg in legs
        )

    return carries


def items(mission: Mission, carrier: Carrier, *, sensitive: bool) -> Carries:
    """Return whether a route carries items of some sort (laws 11.1 and 13.2)."""
    slots = {fleet.fleet_id: fleet.slots for fleet in mission.fleets}
    driven = carrier is Carrier.SELF or _has_vehicles(mission.fleets, carrier)

    def carries(legs: list[Leg]) -> bool:
        safe = all(leg.secure or leg.escorts > 0 for leg in legs)
        room = all(
            driven and leg.convoy_vehicles > 0
            if leg.mode is Mode.ROAD
            else slots.get(leg.fleet_id or "", 1) > 0
            for leg in legs
        )
        return room and (safe or not sensitive)

    return carries


def _has_vehicles(fleets: Iterable[Fleet], carrier: Carrier) -> bool:
    """Return whether there is a vehicle of the kind that carries an item."""
    kind = FleetKind(carrier.value)
    return any(fleet.kind is kind and fleet.count > 0 for fleet in fleets)


def lot_ways(mission: Mission) -> Callable[[Lot], set[str]]:
    """Return what gives the exits that the items of a lot can reach and may use."""
    known: dict[tuple[Carrier, bool], Ways] = {}

    def exits(lot: Lot) -> set[str]:
        sort = (lot.carried_by, lot.sensitive)
        if sort not in known:
            carries = items(mission, lot.carried_by, sensitive=lot.sensitive)
            known[sort] = Ways(mission, carries)
        reached = known[sort].exits(lot.site_id)
        return reached & set(lot.exits) if lot.exits else reached

    return exits
