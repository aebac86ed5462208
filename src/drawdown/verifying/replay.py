"""The plan played day by day: what is where in the evening, who is out."""

import numpy as np

from drawdown.mission import FleetKind, Lot, Site, Unit
from drawdown.plan.plan import Plan
from drawdown.verifying.admission import admit
from drawdown.verifying.admitted import Admitted, Ending
from drawdown.verifying.facts import Facts
from drawdown.verifying.journeys import Journey
from drawdown.verifying.ledger import Amounts, Balances, Ledger

RELEASED = ""
"""Where local people are after their release; no place has this id."""

KINDS = (FleetKind.TRUCK, FleetKind.LOW_LOADER)


class Replay:
    """One plan in one mission."""

    def __init__(self, facts: Facts, plan: Plan) -> None:
        self.facts = facts
        self.plan = plan
        self.admitted: Admitted = admit(facts, plan)
        self.journeys = self.admitted.journeys
        self._endings: dict[str, list[Ending]] = {}
        for ending in self.admitted.endings:
            self._endings.setdefault(ending.lot.lot_id, []).append(ending)
        self.closing = {name: self._closing(site) for name, site in facts.sites.items()}
        self._persons, self._guards = Ledger(facts.days), Ledger(facts.days)
        self._items, self._leaving = Ledger(facts.days), Ledger(facts.days)
        self._vehicles, self._companies = Ledger(facts.days), Ledger(facts.days)
        self._play()

    def _play(self) -> None:
        self._stock()
        self._stand_transport()
        for journey in self.journeys:
            self._move(journey)
        self._end_on_the_spot()
        self.persons: Balances = self._persons.balances()
        self.guards: Balances = self._guards.balances()
        self.items: Balances = self._items.balances()
        self.vehicles: Balances = self._vehicles.balances()
        self.companies: Balances = self._companies.balances()
        self.leaving: Balances = self._leaving.changes()
        """Persons who depart or are released, by unit, place and day."""
        outside = (*self.facts.exits, RELEASED)
        self.out = self.persons.of_things(outside)
        self.guards_out = self.guards.of_things(outside)

    def _closing(self, site: Site) -> int:
        """Return the closing day; a site without one is open beyond the plan."""
        closure = self.admitted.closures.get(site.site_id)
        if site.liquidation or closure is None or closure.closed is None:
            return self.facts.days
        return min(max(self.facts.mission.day(closure.closed), 0), self.facts.days)

    def _stock(self) -> None:
        for unit in self.facts.units.values():
            self._persons.add(unit.unit_id, unit.site_id, 0, unit.strength)
            self._guards.add(unit.unit_id, unit.site_id, 0, unit.guard_capable)
        for lot in self.facts.lots.values():
            self._items.add(lot.lot_id, lot.site_id, 0, lot.count)

    def _stand_transport(self) -> None:
        day = self.facts.mission.day
        for fleet in self.facts.fleets.values():
            if fleet.kind.stands:
                first = 0 if fleet.available_from is None else day(fleet.available_from)
                self._vehicles.add(fleet.kind, fleet.home_id, first, fleet.count)
                if fleet.available_to is not None:
                    last = day(fleet.available_to)
                    self._vehicles.add(fleet.kind, fleet.home_id, last, -fleet.count)
        for escort in filter(self.facts.serves, self.facts.escorts.values()):
            first = 0 if escort.available_from is None else day(escort.available_from)
            self._companies.add(escort.group, escort.home_id, first, escort.companies)

    def _move(self, journey: Journey) -> None:
        start, end = journey.track.start, journey.track.end
        departs, arrives = journey.departs, journey.arrives
        for party in journey.parties:
            name = party.unit.unit_id
            self._leaving.add(name, start, departs, party.persons)
            _carry(self._persons, name, start, end, departs, arrives, party.persons)
            _carry(self._guards, name, start, end, departs, arrives, party.guards)
        for freight in journey.freight:
            name, count = freight.lot.lot_id, freight.count
            _carry(self._items, name, start, end, departs, arrives, count)
        counts = (journey.trucks, journey.low_loaders)
        for kind, count in zip(KINDS, counts, strict=True):
            if count:
                _carry(self._vehicles, kind, start, end, departs, arrives, count)
        for group, count in journey.companies.items():
            rested = arrives + max(e.rest_days for e in self.facts.groups[group])
            _carry(self._companies, group, start, end, departs, rested, count)

    def _end_on_the_spot(self) -> None:
        for ending in self.admitted.endings:
            lot = ending.lot
            self._items.add(lot.lot_id, lot.site_id, ending.day, -ending.count)
        for leaving in self.admitted.leavings:
            name, site = leaving.unit.unit_id, leaving.unit.site_id
            self._persons.add(name, site, leaving.day, -leaving.persons)
            self._persons.add(name, RELEASED, leaving.day, leaving.persons)
            self._leaving.add(name, site, leaving.day, leaving.persons)
        for stand in self.admitted.stands:
            group, count = stand.escort.group, stand.companies
            self._companies.add(group, stand.site, stand.day, -count)

    def endings_of(self, lot: Lot) -> list[Ending]:
        """Return how items of a lot end on the spot."""
        return self._endings.get(lot.lot_id, [])

    def remaining(self, unit: Unit) -> int:
        """Return how many of a unit may remain after the deadline (law 4.2)."""
        site = self.facts.sites.get(unit.site_id)
        return unit.remains if site is not None and site.liquidation else 0

    def out_of(self, unit: Unit) -> Amounts:
        """Return how many of a unit are out at the end of each day."""
        nobody: Amounts = np.zeros(self.facts.days, dtype=np.int64)
        return self.out.get(unit.unit_id, nobody)

    def late(self, unit: Unit) -> Amounts:
        """Return how many of a unit are late on each day (law 5)."""
        late = np.maximum(unit.strength - self.out_of(unit) - self.remaining(unit), 0)
        due = self.facts.deadline
        if unit.leaves_by is not None:
            due = min(due, self.facts.mission.day(unit.leaves_by))
        late[: max(due + 1, 0)] = 0
        return late


def _carry(
    ledger: Ledger, what: str, start: str, end: str, departs: int, arrives: int, n: int
) -> None:
    """Enter that an amount leaves one place and comes to another."""
    ledger.add(what, start, departs, -n)
    ledger.add(what, end, arrives, n)
