"""What can be moved on one day of a tiny mission: states and the steps between them."""

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from tests.planning.brute_timetable import Timetable
from tests.planning.brute_world import CAMP, HUB, NEVER, WEEK, World

from drawdown.mission import Carrier


class Stock(NamedTuple):
    """What is at a place, or on the way to it: people by kind, items, trucks."""

    guards: int = 0
    others: int = 0
    escorts: int = 0
    stores: int = 0
    other: int = 0
    trucks: int = 0

    @property
    def persons(self) -> int:
        return self.guards + self.others + self.escorts

    @property
    def items(self) -> int:
        return self.stores + self.other

    def plus(self, more: "Stock") -> "Stock":
        return Stock(*(a + b for a, b in zip(self, more, strict=True)))

    def minus(self, less: "Stock") -> "Stock":
        return Stock(*(a - b for a, b in zip(self, less, strict=True)))


NOTHING = Stock()


class State(NamedTuple):
    """Where everything is; what is not here has ended or is out."""

    day: int
    phase: int
    """0: between the sites, 1: to and from the port, 2: disposal and evening."""
    camp: Stock
    hub: Stock
    to_camp: Stock
    to_hub: Stock
    port: int
    """Trucks at the port."""
    to_port: int
    """Trucks that will be at the port tomorrow, and after a day more."""
    to_port_later: int
    from_port_later: int
    company: str
    """Where the company is or will be."""
    ready: int
    """The day from which it can go again."""
    serves_to: int
    """The last day on which it may serve: its person is out on the day after."""
    departed: int
    """Stores that have left the camp."""
    to_give: int
    """Stores that will still end at the camp."""
    to_sell: int
    """Items of the other lot that will still end at the hub."""
    down: int
    up: int
    """Movements on the track in this week, by direction."""
    sorties: int


class Move(NamedTuple):
    """One movement."""

    route: str
    cargo: Stock
    company: bool


class Drop(NamedTuple):
    """One item that ends on the spot."""

    lot: str


Step = tuple[float, tuple, State]


def start(world: World, table: Timetable) -> State:
    """Return the state on the morning of day 0."""
    kinds = {CAMP: [0, 0, 0], HUB: [0, 0, 0]}
    for unit in world.mission.units:
        kind = 2 if unit.role == "escort" else 1
        assert unit.guard_capable == 0 or kind == 1
        kinds[unit.site_id][0] += unit.guard_capable - unit.remains
        kinds[unit.site_id][kind] += unit.strength - unit.guard_capable
    camp = Stock(*kinds[CAMP], stores=world.stores.count)
    hub = Stock(*kinds[HUB], other=1, trucks=world.trucks)
    return State(0, 0, camp, hub, NOTHING, NOTHING, 0, 0, 0, 0,
                 world.mission.escorts[0].home_id, 0, NEVER, 0,
                 table.given, table.sold, 0, 0, 0)  # fmt: skip


class Moves:
    """The steps from each state, under one timetable."""

    def __init__(self, world: World, table: Timetable) -> None:
        self.world = world
        self.table = table
        task = world.mission.tasks[0]
        days = range(table.handover[0], table.handover[1] + 1) if table.handover else ()
        self.role_days = set(days) if task.role else set()
        self.self_driving = world.other.carried_by is Carrier.SELF
        needed = world.stores.needed_days
        self.stores_from = table.camp - needed if needed else 0
        self.convoys: dict[Stock, list[Stock]] = {}
        self.shipments: dict[Stock, list[Stock]] = {}

    def steps(self, state: State) -> Iterator[Step]:
        """Yield cost, actions and next state of every choice of one phase."""
        yield from (self._between, self._coast, self._evening)[state.phase](state)

    # Phase 0: the track and the flight.

    def _between(self, state: State) -> Iterator[Step]:
        if state.day in self.role_days and not state.camp[0] + state.camp[1]:
            return
        for cost, moves, after in self._track(state):
            yield cost, moves, after._replace(phase=1)
            for more, flight, last in self._fly(after):
                yield cost + more, (*moves, flight), last._replace(phase=1)

    def _track(self, state: State) -> Iterator[Step]:
        yield 0.0, (), state
        downs = list(self._down(state))
        yield from downs
        yield from self._up(state)
        if not self.world.track.escorts:  # a company cannot go both ways on a day
            for cost, moves, after in downs:
                for more, others, last in self._up(after):
                    yield cost + more, (*moves, *others), last

    def _may_use_track(self, state: State, done: int, place: str) -> bool:
        world, day = self.world, state.day
        # It must have come to rest before its person is out (law 7.2).
        in_service = day + 1 + world.rest < state.serves_to
        company = state.company == place and state.ready <= day and in_service
        return (
            day < world.last
            and day >= world.lead
            and world.track_open[day]
            and done < world.granted[day // WEEK]
            and day <= self.table.camp
            and day <= self.table.hub
            and (company or not world.track.escorts)
        )

    def _down(self, state: State) -> Iterator[Step]:
        if not self._may_use_track(state, state.down, CAMP):
            return
        if state.day + 1 > self.table.hub:
            return
        for cargo in self._convoys(state.camp):
            if not self._packed(state, cargo.stores):
                continue
            yield self._travelled(state, "TRACK-route", cargo)

    def _up(self, state: State) -> Iterator[Step]:
        if not self._may_use_track(state, state.up, HUB):
            return
        if state.day + 1 > self.table.camp:
            return
        # Stores and the person of the company never go up: without the trips up and
        # down again every law still holds, and the plan is no dearer. Nor does a truck
        # that would come back empty.
        loads = state.camp.stores - state.to_give
        loads -= state.camp.trucks + state.to_camp.trucks
        other = 0 if state.to_sell else state.hub.other
        trucks = max(0, min(state.hub.trucks, loads + 2 * other + state.camp.other))
        there = state.hub._replace(stores=0, escorts=0, other=other, trucks=trucks)
        for cargo in self._convoys(there):
            yield self._travelled(state, "TRACK-route~", cargo)

    def _convoys(self, there: Stock) -> list[Stock]:
        """Return what a convoy on the track can take from a place."""
        if there not in self.convoys:
            fit = [cargo for cargo in choices(there) if self._fits_track(cargo)]
            self.convoys[there] = fit
        return self.convoys[there]

    def _fits_track(self, cargo: Stock) -> bool:
        track = self.world.track
        own = cargo.other if self.self_driving else 0
        return (
            cargo.items - own <= cargo.trucks
            and cargo.trucks + own <= track.convoy_vehicles
            and cargo.persons <= track.convoy_persons
            and (any(cargo) or track.escorts > 0)
        )

    def _travelled(self, state: State, route: str, cargo: Stock) -> Step:
        world, track = self.world, self.world.track
        onward = not route.endswith("~")
        vehicles = cargo.trucks + (cargo.other if self.self_driving else 0)
        cost = world.passage(track, state.day)
        cost += vehicles * track.cost_vehicle + cargo.persons * track.cost_person
        change = (
            {
                "camp": state.camp.minus(cargo),
                "to_hub": state.to_hub.plus(cargo),
                "departed": state.departed + cargo.stores,
                "down": state.down + world.counts(state.day),
            }
            if onward
            else {
                "hub": state.hub.minus(cargo),
                "to_camp": state.to_camp.plus(cargo),
                "up": state.up + world.counts(state.day),
            }
        )
        if track.escorts:
            change["company"] = HUB if onward else CAMP
            change["ready"] = state.day + 1 + world.rest
        move = Move(route, cargo, bool(track.escorts))
        return cost, (move,), state._replace(**change)

    def _packed(self, state: State, stores: int) -> bool:
        """Whether so many stores may leave the camp today (law 10)."""
        if not stores:
            return True
        if state.camp.stores - stores < state.to_give:
            return False
        done = self.world.camp.packing_per_day * (state.day - self.table.opened)
        return (
            state.day >= self.stores_from
            and state.day > self.table.opened
            and state.departed + stores <= done
        )

    def _fly(self, state: State) -> Iterator[tuple[float, Move, State]]:
        world, flight, day = self.world, self.world.flight, state.day
        if flight is None or state.sorties >= world.fleet.sorties_per_week:
            return
        if day > self.table.camp or day + 1 > min(self.table.hub, world.last):
            return
        for cargo in choices(state.camp._replace(trucks=0)):
            fits = cargo.persons <= world.fleet.seats and (
                cargo.items <= world.fleet.slots
            )
            if any(cargo) and fits and self._packed(state, cargo.stores):
                cost = world.passage(flight, day) + cargo.persons * flight.cost_person
                after = state._replace(
                    camp=state.camp.minus(cargo),
                    to_hub=state.to_hub.plus(cargo),
                    departed=state.departed + cargo.stores,
                    sorties=state.sorties + 1,
                )
                yield cost, Move("FLIGHT-route", cargo, False), after

    # Phase 1: the road to the port.

    def _coast(self, state: State) -> Iterator[Step]:
        for cost, moves, after in self._to_port(state):
            yield cost, moves, after._replace(phase=2)
            for more, back, last in self._from_port(after):
                yield cost + more, (*moves, back), last._replace(phase=2)

    def _to_port(self, state: State) -> Iterator[Step]:
        yield 0.0, (), state
        arrives = state.day + self.world.transit
        if arrives > self.world.last or state.day > self.table.hub:
            return
        for cargo in self._shipments(state.hub):
            if self._released(state, cargo) and not cargo.other * state.to_sell:
                yield self._shipped(state, cargo)

    def _shipments(self, there: Stock) -> list[Stock]:
        """Return what a convoy to the port can take from the hub."""
        if there not in self.shipments:
            fit = [c for c in choices(there) if any(c) and self._fits_coast(c)]
            self.shipments[there] = fit
        return self.shipments[there]

    def _fits_coast(self, cargo: Stock) -> bool:
        coast, port = self.world.coast, self.world.port
        own = cargo.other if self.self_driving else 0
        return (
            cargo.items - own <= cargo.trucks
            # Nothing comes back from the port: no truck leaves empty, if it may stay.
            and (self.table.hub != NEVER or cargo.trucks == cargo.items - own)
            and cargo.trucks + own <= coast.convoy_vehicles
            and cargo.persons <= min(coast.convoy_persons, port.persons_per_day)
            and cargo.items <= port.items_per_day
        )

    def _released(self, state: State, cargo: Stock) -> bool:
        """Whether the company can stand still before its person is out (law 7.2)."""
        return not cargo.escorts or state.ready < state.day + self.world.transit

    def _shipped(self, state: State, cargo: Stock) -> Step:
        world, coast = self.world, self.world.coast
        own = cargo.other if self.self_driving else 0
        cost = world.passage(coast, state.day)
        cost += (cargo.trucks + own) * coast.cost_vehicle
        cost += cargo.persons * coast.cost_person
        cost += cargo.stores * world.carried(world.stores)
        cost += cargo.other * world.carried(world.other)
        days = range(state.day, state.day + world.transit)
        late = sum(day > world.deadline for day in days) * cargo.persons
        soon = world.transit == 1
        after = state._replace(
            hub=state.hub.minus(cargo),
            to_port=state.to_port + (cargo.trucks if soon else 0),
            to_port_later=0 if soon else cargo.trucks,
            serves_to=(state.day + world.transit if cargo.escorts else state.serves_to),
        )
        cost += late * world.mission.weights.people_late
        return cost, (Move("COAST-route", cargo, False),), after

    def _from_port(self, state: State) -> Iterator[tuple[float, Move, State]]:
        world, coast = self.world, self.world.coast
        if state.day + world.transit > min(world.last, self.table.hub):
            return
        for trucks in range(1, min(state.port, coast.convoy_vehicles) + 1):
            cost = world.passage(coast, state.day) + trucks * coast.cost_vehicle
            cargo = Stock(trucks=trucks)
            soon = world.transit == 1
            after = state._replace(
                port=state.port - trucks,
                to_hub=state.to_hub.plus(cargo) if soon else state.to_hub,
                from_port_later=0 if soon else trucks,
            )
            yield cost, Move("COAST-route~", cargo, False), after

    # Phase 2: what ends on the spot; the evening, and the next morning.

    def _evening(self, state: State) -> Iterator[Step]:
        drops, evening = self._dropped(state)
        if self._holds(evening):
            yield self._late(evening), drops, self._morning(evening)

    def _dropped(self, state: State) -> tuple[tuple[Drop, ...], State]:
        """What is to end on the spot ends as soon as it may: later gains nothing."""
        world, camp, hub = self.world, state.camp, state.hub
        assert world.camp.disposal_per_day == world.hub.disposal_per_day == 1
        in_time = self.stores_from <= state.day <= self.table.camp
        give = min(1, state.to_give, camp.stores) if in_time else 0
        sell = min(1, state.to_sell, hub.other) if state.day <= self.table.hub else 0
        drops = (Drop("STORES"),) * give + (Drop("OTHER"),) * sell
        return drops, state._replace(
            camp=camp._replace(stores=camp.stores - give),
            hub=hub._replace(other=hub.other - sell),
            to_give=state.to_give - give,
            to_sell=state.to_sell - sell,
        )

    def _holds(self, state: State) -> bool:
        world, table, day = self.world, self.table, state.day
        keeper = world.keeper
        return (
            self._site_holds(world.camp, state.camp, table.camp, CAMP, 0, state)
            and self._site_holds(world.hub, state.hub, table.hub, HUB, keeper, state)
            and (day < world.last or self._all_done(state))
        )

    def _site_holds(self, site, there, closing, name, keeper, state) -> bool:
        day = state.day
        if day >= closing:
            company = state.company == name and state.ready > closing
            return not any(there) and not company
        guards = there.guards + keeper
        thin = day >= closing - site.thin_out_days and closing != NEVER
        least = site.thin_out_minimum if thin else site.guard_minimum
        if site.liquidation and day > self.world.deadline:
            least = 0
        return (
            guards >= least
            and there.persons + keeper <= site.beds
            and there.items <= site.yard
        )

    def _all_done(self, state: State) -> bool:
        people_and_items = (s[:5] for s in (state.camp, state.hub, state.to_hub))
        return not any(any(amounts) for amounts in people_and_items)

    def _late(self, state: State) -> float:
        """The weighted lateness of today, but of those on the way to the port."""
        places = (state.camp, state.hub, state.to_camp, state.to_hub)
        late = sum(place.persons for place in places)
        weight = self.world.mission.weights.people_late
        return late * weight if state.day > self.world.deadline else 0.0

    def _morning(self, state: State) -> State:
        day = state.day + 1
        same_week = day % WEEK != 0
        packed = self.world.camp.packing_per_day * (day - self.table.opened)
        all_packed = packed >= self.world.stores.count
        return state._replace(
            day=day,
            # What no longer matters is forgotten, so that like states meet.
            ready=0 if state.ready <= day else state.ready,
            departed=0 if all_packed else state.departed,
            phase=0,
            camp=state.camp.plus(state.to_camp),
            hub=state.hub.plus(state.to_hub),
            to_camp=NOTHING,
            to_hub=Stock(trucks=state.from_port_later),
            port=state.port + state.to_port,
            to_port=state.to_port_later,
            to_port_later=0,
            from_port_later=0,
            down=state.down * same_week,
            up=state.up * same_week,
            sorties=state.sorties * same_week,
        )


def choices(there: Stock) -> Iterator[Stock]:
    """Yield every part of what is at a place."""
    yield from (Stock(*part) for part in product(*(range(n + 1) for n in there)))
