"""What stands where at the end of each day, as the plan has it (law 2.1)."""

from itertools import accumulate

from drawdown.mission import FleetKind
from drawdown.planning.explain.known import Known, Trip

Thing = tuple[str, str]
"""A kind (lot, unit, guard, vehicle, company) and an id."""


class Stock:
    """The plan played through."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self._days = known.last + 2
        self._changes: dict[tuple[Thing, str], list[int]] = {}
        self._rest = {row.group: row.rest_days for row in known.mission.escorts}
        self._begin()
        for trip in known.trips:
            self._move(trip)
        self._end()
        self._evening = {
            key: list(accumulate(changes)) for key, changes in self._changes.items()
        }
        self._sums = self._summed()

    def evening(self, thing: Thing, place: str, day: int) -> int:
        """Return how much of a thing is at a place at the end of a day."""
        row = self._evening.get((thing, place))
        return row[min(max(day, 0), self._days - 1)] if row else 0

    def least(self, thing: Thing, place: str, first: int, last: int) -> int:
        """Return the least of a thing at a place in the evenings of some days."""
        row = self._evening.get((thing, place))
        return min(row[max(first, 0) : last + 1], default=0) if row else 0

    def guards(self, place: str, day: int) -> int:
        """Return the guard-capable people at a place at the end of a day."""
        return self._sum("guard", place, day)

    def persons(self, place: str, day: int) -> int:
        """Return the people at a place who need a bed (law 8.1)."""
        return self._sum("unit", place, day)

    def items(self, place: str, day: int) -> int:
        """Return the items at a place at the end of a day."""
        return self._sum("lot", place, day)

    def _sum(self, kind: str, place: str, day: int) -> int:
        row = self._sums.get((kind, place))
        return row[min(max(day, 0), self._days - 1)] if row else 0

    def _summed(self) -> dict[tuple[str, str], list[int]]:
        """Return the sums over all things of a kind at a place; local people left out.

        They are asked for on very many days.
        """
        local = {u.unit_id for u in self.known.mission.units if u.local}
        sums: dict[tuple[str, str], list[int]] = {}
        for ((kind, name), place), row in self._evening.items():
            if kind != "unit" or name not in local:
                total = sums.setdefault((kind, place), [0] * self._days)
                sums[kind, place] = [a + b for a, b in zip(total, row, strict=True)]
        return sums

    def _add(self, thing: Thing, place: str, day: int, amount: int) -> None:
        row = self._changes.setdefault((thing, place), [0] * self._days)
        row[min(max(day, 0), self._days - 1)] += amount

    def _begin(self) -> None:
        mission = self.known.mission
        for unit in mission.units:
            self._add(("unit", unit.unit_id), unit.site_id, 0, unit.strength)
            self._add(("guard", unit.unit_id), unit.site_id, 0, unit.guard_capable)
        for lot in mission.lots:
            self._add(("lot", lot.lot_id), lot.site_id, 0, lot.count)
        for fleet in mission.fleets:
            if fleet.kind.stands:
                first = fleet.available_from or mission.header.start
                thing = ("vehicle", fleet.kind.value)
                self._add(thing, fleet.home_id, mission.day(first), fleet.count)
                if fleet.available_to is not None:
                    last = mission.day(fleet.available_to)
                    self._add(thing, fleet.home_id, last, -fleet.count)
        for escort in mission.escorts:
            first = escort.available_from or mission.header.start
            thing = ("company", escort.group)
            self._add(thing, escort.home_id, mission.day(first), escort.companies)

    def _move(self, trip: Trip) -> None:
        for thing, amount in carried(trip).items():
            rest = self._rest.get(thing[1], 0) if thing[0] == "company" else 0
            self._add(thing, trip.trail.start, trip.departs, -amount)
            self._add(thing, trip.trail.end, trip.arrives + rest, amount)

    def _end(self) -> None:
        day, plan = self.known.mission.day, self.known.plan
        for ended in plan.disposals:
            lot = self.known.lots.get(ended.lot)
            if lot is not None:
                self._add(("lot", lot.lot_id), lot.site_id, day(ended.on), -ended.count)
        for release in plan.releases:
            unit = self.known.units.get(release.unit)
            if unit is not None:
                thing = ("unit", unit.unit_id)
                self._add(thing, unit.site_id, day(release.on), -release.persons)
        for stand in plan.escort_releases:
            thing = ("company", stand.group)
            self._add(thing, stand.site, day(stand.on), -stand.companies)


def carried(trip: Trip) -> dict[Thing, int]:
    """Return all that a movement takes along."""
    found: dict[Thing, int] = {}
    movement = trip.movement
    for load in movement.loads:
        found["lot", load.lot] = found.get(("lot", load.lot), 0) + load.count
    for party in movement.people:
        for kind, count in (("unit", party.persons), ("guard", party.guards)):
            found[kind, party.unit] = found.get((kind, party.unit), 0) + count
    found["vehicle", FleetKind.TRUCK.value] = movement.trucks
    found["vehicle", FleetKind.LOW_LOADER.value] = movement.low_loaders
    for group, companies in movement.escorts.items():
        found["company", group] = companies
    return {thing: amount for thing, amount in found.items() if amount}
