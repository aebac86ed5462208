"""What the rest of a tiny mission costs at the least, from any state."""

from math import ceil, inf

from tests.planning.brute_moves import State
from tests.planning.brute_timetable import Timetable
from tests.planning.brute_world import HUB, NEVER, WEEK, World

from drawdown.mission import Carrier


class Bound:
    """A lower bound of the cost from a state on: each part by itself, at its best."""

    def __init__(self, world: World, table: Timetable) -> None:
        self.world = world
        self.table = table
        self.own = world.other.carried_by is Carrier.SELF
        self.seats = min(world.coast.convoy_persons, world.port.persons_per_day)
        self.by_coast = [self._by_coast(day) for day in range(world.days + 1)]
        self.by_track = [self._by_track(day) for day in range(world.days + 1)]
        self.by_air = [self._by_air(day) for day in range(world.days + 1)]

    def __call__(self, state: State) -> float:
        """Return the bound."""
        total = self._late(state) + self._to_port(state)
        return total + self._from_camp(state)

    def _late(self, state: State) -> float:
        """Lateness from today on, if everyone leaves as soon as can be."""
        today, phase, table = state.day, state.phase, self.table
        beyond = self.world.transit - 1 - max(self.world.deadline, today - 1)

        def late(departs: int) -> int:
            """Days on which a person is late who starts from the hub on a day."""
            return max(0, departs + beyond)

        from_camp, from_hub = today + 1 + (phase > 0), today + (phase > 1)
        away = state.camp.persons + state.to_camp.persons
        days = away * late(from_camp) + state.hub.persons * late(from_hub)
        days += state.to_hub.persons * late(today + 1)
        # One guard stays at each site until it may be thinned out.
        last_of_camp = table.camp - self.world.camp.thin_out_days + 1
        camp_guard = late(max(from_camp, last_of_camp)) - late(from_camp)
        hub_guard = 0
        if table.hub != NEVER:
            last_of_hub = table.hub - self.world.hub.thin_out_days
            latest = max(late(from_camp), late(from_hub), late(today + 1))
            hub_guard = late(last_of_hub) - latest
        days += max(camp_guard if away else 0, hub_guard, 0)
        return days * self.world.mission.weights.people_late

    def _to_port(self, state: State) -> float:
        """All that has to take the road to the port."""
        world, coast = self.world, self.world.coast
        parts = (state.camp, state.hub, state.to_camp, state.to_hub)
        stores = sum(part.stores for part in parts) - state.to_give
        other = sum(part.other for part in parts) - state.to_sell
        persons = sum(part.persons for part in parts)
        loaded = stores + (0 if self.own else other)
        # Where the hub closes, no truck can stay.
        trucks = sum(part.trucks for part in parts) if self.table.hub != NEVER else 0
        vehicles = max(loaded, trucks) + (other if self.own else 0)
        convoys = max(
            ceil(persons / self.seats),
            ceil((stores + other) / world.port.items_per_day),
            ceil(vehicles / coast.convoy_vehicles),
        )
        first = state.day + (state.phase > 1)
        cost = convoys * self.by_coast[first] if convoys else 0.0
        cost += vehicles * coast.cost_vehicle + persons * coast.cost_person
        loss = stores * world.carried(world.stores) + other * world.carried(world.other)
        return cost + loss * world.mission.weights.loss

    def _from_camp(self, state: State) -> float:
        """All that has to come down from the camp, and the trips up for it."""
        persons = state.camp.persons + state.to_camp.persons
        stores = state.camp.stores - state.to_give
        if not persons and not stores:
            return 0.0
        first = state.day + (state.phase > 0)
        world = self.world
        if world.flight is None:
            return self._by_road(state, persons, stores, first)
        # So many by air, and the rest by road.
        return min(
            (flights * self.by_air[first] if flights else 0.0)
            + self._by_road(
                state,
                persons - flights * world.fleet.seats,
                stores - flights * world.fleet.slots,
                first,
            )
            for flights in range(self._sorties(state, first) + 1)
        )

    def _sorties(self, state: State, first: int) -> int:
        """How many flights there can still be: one a day, so many a week."""
        days = self._days_from_camp(first)
        if not days:
            return 0
        week = self.world.fleet.sorties_per_week
        weeks = days[-1] // WEEK - state.day // WEEK
        return min(len(days), week - state.sorties + week * weeks)

    def _by_road(self, state: State, persons: int, stores: int, first: int) -> float:
        track, persons, stores = self.world.track, max(0, persons), max(0, stores)
        if not persons and not stores:
            return 0.0
        convoys = max(
            ceil(persons / track.convoy_persons), ceil(stores / track.convoy_vehicles)
        )
        trucks = max(0, stores - state.camp.trucks - state.to_camp.trucks)
        fetched = state.company == HUB
        up = convoys - 1 + fetched if track.escorts else 0
        up = max(up, ceil(trucks / track.convoy_vehicles))
        cost = (convoys + up) * self.by_track[first]
        vehicles = stores + trucks
        return cost + vehicles * track.cost_vehicle + persons * track.cost_person

    def _by_coast(self, day: int) -> float:
        last = min(self.world.last - self.world.transit, self.table.hub)
        days = range(day, last + 1)
        return min((self.world.passage(self.world.coast, d) for d in days), default=inf)

    def _days_from_camp(self, day: int) -> range:
        last = min(self.world.last - 1, self.table.camp, self.table.hub - 1)
        return range(day, last + 1)

    def _by_track(self, day: int) -> float:
        world = self.world
        days = [d for d in self._days_from_camp(day) if world.track_open[d]]
        return min((world.passage(world.track, d) for d in days), default=inf)

    def _by_air(self, day: int) -> float:
        if self.world.flight is None:
            return inf
        days = self._days_from_camp(day)
        costs = (self.world.passage(self.world.flight, d) for d in days)
        return min(costs, default=inf)
