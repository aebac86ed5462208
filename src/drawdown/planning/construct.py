"""A first plan, built site by site.

Sites are emptied in an order given by targets, from the outposts inwards. Each first
sends what it can spare, as soon as trucks and escorts are free, in convoys that come
empty and go loaded; then it closes on the earliest day on which the rest and the last
people can leave. What is built keeps the law but for beds and yards, which the search
mends; what finds no way is stuck, at a price.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from drawdown.mission.lots import Carrier
from drawdown.mission.transport import FleetKind
from drawdown.planning.assembly import Key
from drawdown.planning.ledger import Ledger
from drawdown.planning.neighbourhood import nothing, valued
from drawdown.planning.problem import Place, Problem
from drawdown.planning.reach import carries, find_reach
from drawdown.planning.solution import Solution
from drawdown.planning.ways import Way

KIND_OF = {Carrier.TRUCK: FleetKind.TRUCK, Carrier.LOW_LOADER: FleetKind.LOW_LOADER}

WAITING = 999
"""Stands for the days needed of items that have left their place, or passed through."""

Own = tuple[int, int, float]
"""Commodity, days needed, effort."""


def build(
    problem: Problem,
    targets: "Targets",
    go_on: Callable[[], bool] = lambda: True,
    *,
    yielding: bool = False,
) -> Solution:
    """Return a first plan: the best of several manners of building one.

    Parameters
    ----------
    go_on
        Whether there is time for another manner.
    yielding
        Give up a plan in which too many people are stuck before it is built to its end,
        and return the one in which nothing moves.

    """
    best: Solution | None = None
    for manner in MANNERS:
        aim = _ending_in_time(problem, targets)
        built = _build(problem, aim, manner, go_on, yielding=yielding)
        if best is None or built.value < best.value:
            best = built
        if best.complete or _hopeless(best) or not go_on():
            break
    assert best is not None
    return best


def _hopeless(built: Solution) -> bool:
    """Return whether so many people are stuck that another manner is of no use."""
    return _persons(built.stuck) > HOPELESS


def _persons(stuck: Mapping[Key, int]) -> int:
    return sum(count for key, count in stuck.items() if key[:2] == ("stuck", "P"))


def _build(
    problem: Problem,
    targets: "Targets",
    manner: "Manner",
    go_on: Callable[[], bool],
    *,
    yielding: bool,
) -> Solution:
    """Return a plan; while items find no way out, fewer are sent."""
    best: Solution | None = None
    for _ in range(ROUNDS):
        work = Construction(problem, targets, manner)
        built = work.build(yielding=yielding)
        if best is None or built.value < best.value:
            best = built
        if _hopeless(built):
            break
        fewer = _fewer(problem, targets, built, work.excess)
        if fewer is None or not go_on():
            break
        targets = fewer
    assert best is not None
    return best


def _ending_in_time(problem: Problem, targets: "Targets") -> "Targets":
    """Return targets in which no more of what is needed to the last is to end on the
    spot than can in the days that are left for it.
    """
    moved = dict(targets.moved)
    for site in problem.mission.sites:
        mine = [
            n
            for n, parcel in enumerate(problem.cargo.parcels)
            if parcel.site == site.site_id and parcel.needed
        ]
        for needed in sorted({problem.cargo.parcels[n].needed for n in mine}):
            inside = [n for n in mine if problem.cargo.parcels[n].needed <= needed]
            left = sum(
                problem.cargo.parcels[n].count - moved.get(n, 0) for n in inside
            ) - int(0.8 * int(site.disposal_per_day) * (needed + 1))
            for n in sorted(inside, key=lambda n: -_gain(problem, n)):
                parcel = problem.cargo.parcels[n]
                if left > 0 and parcel.move_loss is not None:
                    part = min(left, parcel.count - moved.get(n, 0))
                    moved[n] = moved.get(n, 0) + part
                    left -= part
    return replace(targets, moved=moved)


def least_moved(problem: Problem, targets: "Targets") -> "Targets":
    """Return targets in which as much as can ends on the spot: sites close sooner, and
    what is worth moving finds its way when the plan is refined.
    """
    moved: dict[int, int] = {}
    for site in problem.mission.sites:
        closing = targets.closings.get(site.site_id, problem.days - 1)
        room = int(0.8 * int(site.disposal_per_day) * (closing + 1))
        inside = [
            number
            for number, parcel in enumerate(problem.cargo.parcels)
            if parcel.site == site.site_id
        ]
        for number in sorted(inside, key=lambda n: _gain(problem, n)):
            parcel = problem.cargo.parcels[number]
            if parcel.local_loss is None:
                moved[number] = parcel.count
                continue
            ends = parcel.count
            if parcel.move_loss is not None:
                ends = min(parcel.count, max(0, room))
            moved[number] = parcel.count - ends
            room -= ends
    return replace(targets, moved=moved)


def _gain(problem: Problem, number: int) -> float:
    """Return what is gained by moving an item of a parcel."""
    parcel = problem.cargo.parcels[number]
    return (parcel.local_loss or 0.0) - (parcel.move_loss or 0.0)


def _fewer(
    problem: Problem, targets: "Targets", built: Solution, excess: Mapping[int, int]
) -> "Targets | None":
    """Return targets that send fewer of the items that were stuck on the way, and more
    of those that could not end on the spot in time; None if there were none.

    Parameters
    ----------
    excess
        Items of each parcel that did not end on the spot in time.

    """
    moved = dict(targets.moved)
    parcels = problem.cargo.parcels
    for key, count in built.stuck.items():
        if key[0] == "unended":
            number = int(key[1])  # type: ignore[call-overload]
            more = excess.get(number, 0)
            if parcels[number].move_loss is not None:
                moved[number] = min(parcels[number].count, moved.get(number, 0) + more)
            if parcels[number].local_loss is not None:
                moved[number] = max(0, moved.get(number, 0) - (count - more))
    room = _room_to_end(problem, moved, built.closings)
    for key, count in built.stuck.items():
        if key[0] == "stuck" and key[1] == "I":
            left = count + count // 3 + 10
            for number in _feeding(problem, targets, str(key[2]), int(key[3])):  # type: ignore[call-overload]
                site = parcels[number].site
                part = min(left, moved.get(number, 0), room[site])
                if part > 0:
                    moved[number] -= part
                    room[site] -= part
                    left -= part
    if moved == targets.moved:
        return None
    return replace(targets, moved=moved)


def _room_to_end(
    problem: Problem, moved: Mapping[int, int], closings: Mapping[str, int]
) -> dict[str, int]:
    """Return how many more items can end on the spot at each site."""
    room = {
        site.site_id: int(site.disposal_per_day)
        * (closings.get(site.site_id, problem.days - 1) + 1)
        for site in problem.mission.sites
    }
    for number, parcel in enumerate(problem.cargo.parcels):
        room[parcel.site] -= parcel.count - moved.get(number, 0)
    return room


def _feeding(
    problem: Problem, targets: "Targets", place: str, commodity: int
) -> list[int]:
    """Return the parcels that reach a place and may end where they are, the cheapest
    first.
    """
    inside = {place}
    while True:
        more = {
            way.origin
            for way in problem.ways
            if way.destination in inside
            and targets.weight.get(way.index, 0.0) > 0.5
            and not problem.places[way.origin].is_exit
        } - inside
        if not more:
            break
        inside |= more
    found = [
        number
        for number, parcel in enumerate(problem.cargo.parcels)
        if parcel.site in inside
        and parcel.commodity == commodity
        and parcel.local_loss is not None
        and not parcel.needed
    ]
    return sorted(
        found,
        key=lambda n: (
            (problem.cargo.parcels[n].local_loss or 0.0)
            - (problem.cargo.parcels[n].move_loss or 0.0),
            n,
        ),
    )


ROUNDS = 9
HOPELESS = 200
"""People stuck in a plan after which no other manner of building one is tried."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a plan is built: there is no one best way for all missions."""

    last_weeks: int = 14
    """Days before the deadline by which escort companies end their service, so that
    their people can fly home in time."""
    forward_trucks: bool = True
    forward_companies: bool = True
    fill: float = 0.8
    """The part of a convoy that must be loaded while more is to come."""


MANNERS = (
    Manner(),
    Manner(last_weeks=21),
    Manner(last_weeks=28),
    Manner(forward_companies=False),
    Manner(forward_trucks=False),
    Manner(last_weeks=21, forward_trucks=False, forward_companies=False),
    Manner(fill=0.5),
    Manner(fill=0.5, forward_companies=False),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Targets:
    """What a first plan aims at, from a relaxation."""

    closings: Mapping[str, int]
    moved: Mapping[int, int]
    """Items of each parcel that move."""
    weight: Mapping[int, float]
    """How much each way is used."""
    forward: Mapping[tuple[int, FleetKind], int]
    """Trucks that drive a way once, empty, to stand where they are needed."""


class Construction:
    """The building of one plan."""

    def __init__(
        self, problem: Problem, targets: Targets, manner: Manner = MANNERS[0]
    ) -> None:
        self.manner = manner
        self.problem = problem
        self.targets = targets
        self.sites = {site.site_id: site for site in problem.mission.sites}
        self.end_service = self._end_service()
        self.ledger = Ledger(problem, self.end_service)
        self.moved = dict(targets.moved)
        self.own: dict[str, dict[Own, int]] = defaultdict(dict)
        self.local: dict[str, dict[int, int]] = defaultdict(dict)
        self._split()
        self.leaving: dict[Key, int] = {}
        self.ending: dict[tuple[str, int, int], int] = {}
        self.stuck: dict[Key, int] = {}
        self.closings: dict[str, int] = {}
        self.use = {
            group: sum(group in way.groups for way in problem.ways)
            for group in problem.rest
        }
        self.bases: set[str] = set()
        self.excess: dict[int, int] = {}
        self.sensible = find_reach(problem, every=False).ways
        self.done: set[str] = set()
        """Sites that have sent what they had: nothing more may come."""
        self.freed: list[tuple[str, str, int, int]] = []
        """Companies that end at a closing site: group, place, day, how many."""
        self.supply: dict[str, dict[int, dict[int, int]]] = defaultdict(
            lambda: defaultdict(lambda: defaultdict(int))
        )
        """Items that arrive, by place, day and commodity."""
        self.crowd: dict[str, dict[int, np.ndarray]] = defaultdict(dict)
        """People by place and class: how many are there at the end of each day."""
        for q in range(len(problem.people.classes)):
            for place, persons in problem.people.at(q).items():
                self._people(place, q)[:] += persons
        self.distance = self._distances()
        self.ways_from: dict[str, list[Way]] = defaultdict(list)
        self.between: dict[tuple[str, str], list[Way]] = defaultdict(list)
        for way in problem.ways:
            self.ways_from[way.origin].append(way)
            self.between[way.origin, way.destination].append(way)

    # ----------------------------------------------------------------- set-up

    def _end_service(self) -> dict[str, int]:
        """Return the last day of service of each row of escorts: in time for its people
        to leave before they are late.
        """
        due = {
            kind.escort: kind.due
            for kind in self.problem.people.classes
            if kind.escort is not None
        }
        found = {}
        for service in self.problem.services:
            latest = due.get(service.escort, self.problem.deadline)
            early = self.manner.last_weeks if latest == self.problem.deadline else 22
            end = max(service.begin, latest - early)
            found[service.escort] = min(
                end, service.last if service.last is not None else end
            )
        return found

    def _split(self) -> None:
        for number, parcel in enumerate(self.problem.cargo.parcels):
            count = self.moved.get(number, 0)
            if count:
                key = (parcel.commodity, parcel.needed, parcel.effort)
                at = self.own[parcel.site]
                at[key] = at.get(key, 0) + count
            rest = parcel.count - count
            if rest:
                here = self.local[parcel.site]
                here[parcel.needed] = here.get(parcel.needed, 0) + rest

    def _distances(self) -> dict[str, float]:
        """Return the days to the nearest exit, for items and people together."""
        far = {
            name: (0.0 if p.is_exit else np.inf)
            for name, p in self.problem.places.items()
        }
        for _ in far:
            for way in self.problem.ways:
                if way.start.any():
                    far[way.origin] = min(
                        far[way.origin],
                        float(np.median(way.transit[way.start])) + far[way.destination],
                    )
        return far

    def _people(self, place: str, q: int) -> np.ndarray:
        if q not in self.crowd[place]:
            self.crowd[place][q] = np.zeros(self.problem.days + 1, dtype=np.int64)
        return self.crowd[place][q]

    # ------------------------------------------------------------------ build

    def build(self, *, yielding: bool) -> Solution:
        """Return the plan that is built."""
        order = self._order()
        self.bases = {p.name for p in order if p.liquidation or self._depth(p)}
        self._rush()
        if self.manner.forward_trucks:
            self._forward_trucks()
        if self.manner.forward_companies:
            for place in order:
                self._forward_companies(place)
        hubs = [p for p in reversed(order) if p.liquidation or self._depth(p)]
        for place in order:
            # Hubs make room before others come.
            for hub in hubs:
                if hub.name not in self.closings:
                    self._fly(hub)
            self.done.add(place.name)
            self._send(place)
            self._fly(place)
            if place.liquidation:
                self._stay(place)
            else:
                self._close(place)
            if yielding and _persons(self.stuck) > HOPELESS:
                return nothing(self.problem)
        return self._solution()

    def _order(self) -> list[Place]:
        """Return the sites, each after those that send to it; of equals, those first
        that close first.
        """
        problem = self.problem
        sources: dict[str, set[str]] = {p.name: set() for p in problem.sites}
        for way in problem.ways:
            if (
                way.destination in sources
                and way.origin in sources
                and way.index in self.sensible
            ):
                sources[way.destination].add(way.origin)
        order: list[Place] = []
        left = {p.name: p for p in problem.sites}
        while left:
            free = [n for n in left if not sources[n] & set(left)]
            name = min(
                free or left,
                key=lambda n: (
                    # Of hubs that send to each other, those go first that send least
                    # onward by the relaxation.
                    0 if free else self._sent_to(n, left),
                    self.targets.closings.get(n, problem.days),
                    -self.distance[n],
                    n,
                ),
            )
            order.append(left.pop(name))
        return order

    def _sent_to(self, name: str, others: Mapping[str, object]) -> float:
        """Return how much other sites send to one, by the relaxation."""
        return sum(
            self.targets.weight.get(way.index, 0.0)
            for way in self.problem.ways
            if way.destination == name
            and way.origin in others
            and way.index in self.sensible
        )

    def _depth(self, place: Place) -> int:
        """Return 0 for outposts, 1 for hubs that close, 2 for liquidation sites."""
        if place.liquidation:
            return 2
        sources = {
            way.origin
            for way in self.problem.ways
            if way.destination == place.name
            and self.targets.weight.get(way.index, 0.0) > 0.5
            and self._inward(way)
            and way.stands
        }
        return 1 if sources else 0

    def _inward(self, way: Way) -> bool:
        return self.distance[way.destination] < self.distance[way.origin]

    def _onward(self, place: str) -> list[Way]:
        """Return the ways that lead outwards from a place, the most used first."""
        found = [
            way
            for way in self.ways_from[place]
            if way.start.any()
            and (
                self._inward(way)
                or (way.index in self.sensible and self._through(way.destination))
                or self.targets.weight.get(way.index, 0.0) > 0.5
            )
            and self._still_open(way.destination)
        ]
        return sorted(
            found,
            key=lambda w: (
                # Not from one outpost to the next, if a hub can be reached.
                not self._is_base(w.destination),
                -round(self.targets.weight.get(w.index, 0.0), 3),
                self.distance[w.destination],
                w.index,
            ),
        )

    def _is_base(self, place: str) -> bool:
        return self.problem.places[place].is_exit or place in self.bases

    def _through(self, place: str) -> bool:
        """Return whether a place is an exit or a hub by the relaxation."""
        if self.problem.places[place].is_exit or self.problem.places[place].liquidation:
            return True
        return self._sent_to(place, self.sites) > 3

    def _still_open(self, place: str) -> bool:
        return place not in self.done

    def _back(self, way: Way) -> Way | None:
        tracks = tuple((leg, not ahead) for leg, ahead in reversed(way.tracks))
        return next(
            (
                w
                for w in self.between[way.destination, way.origin]
                if w.tracks == tracks
            ),
            None,
        )

    def _rush(self) -> None:
        """Fly those home first who are late soonest, from where they are."""
        classes = self.problem.people.classes
        early = [
            q for q, kind in enumerate(classes) if kind.due < self.problem.deadline
        ]
        for q in sorted(early, key=lambda q: (classes[q].due, q)):
            for place in sorted(self.problem.people.at(q)):
                ways = [
                    w
                    for w in self.ways_from[place]
                    if w.persons and self.problem.places[w.destination].is_exit
                ]
                for day in range(classes[q].due):
                    for way in ways:
                        if way.escorts or not self._may(way, q, day):
                            continue
                        self._rush_by(way, q, day)

    def _rush_by(self, way: Way, q: int, day: int) -> None:
        while self.ledger.room(way, day):
            room = min(way.persons, self.ledger.exit_room(way, day, "persons"))
            count = min(room, self._spare(way.origin, q, day, None))
            if count <= 0:
                return
            self._leave_people(way, q, day, count)
            self.ledger.book(way, day, people={q: count})

    def _forward_trucks(self) -> None:
        """Drive trucks to the hubs where the relaxation uses them."""
        for (number, kind), count in sorted(
            self.targets.forward.items(),
            key=lambda item: (item[0][0], item[0][1].value),
        ):
            way = self.problem.ways[number]
            left, day = count, 0
            while left > 0 and day < self.problem.deadline:
                here = self.ledger.least_trucks(
                    kind, way.origin, day, self.problem.days
                )
                part = min(left, here, way.vehicles)
                group = None
                if way.escorts:
                    break
                if part <= 0 or not self.ledger.room(way, day):
                    day += 1
                    continue
                self.ledger.book(way, day, group=group, trucks={kind: part})
                left -= part

    def _forward_companies(self, place: Place) -> None:
        """Send companies of a site that closes to where convoys start; one stays where
        hardly any convoy comes, and goes with the last people.
        """
        if place.liquidation:
            return
        coming = sum(
            self.targets.weight.get(way.index, 0.0)
            for way in self.problem.ways
            if way.destination == place.name and way.escorts
        )
        keep = 1 if coming < 1.5 else 0
        for way in self._onward(place.name):
            for group in way.groups if way.escorts else ():
                while (
                    self.ledger.least_companies(group, place.name, 0, self.problem.days)
                    >= way.escorts + keep
                ):
                    day = self._first_day(way, 0, 28)
                    if day is None or self.ledger.group_end[group] < day + 14:
                        break
                    self.ledger.book(way, day, group=group)

    def _first_day(self, way: Way, first: int, end: int) -> int | None:
        return next((d for d in range(first, end) if self.ledger.room(way, d)), None)

    # ------------------------------------------------------------------- send

    def _send(self, place: Place) -> None:
        """Send items that are not needed to the last, as they come or are packed."""
        problem = self.problem
        site = self.sites[place.name]
        free = {
            key: count
            for key, count in self.own[place.name].items()
            if not key[1] or place.liquidation
        }
        begin = problem.packing_from[place.name]
        packed = 0.0
        ready: dict[int, int] = defaultdict(int)
        supply = self.supply[place.name]
        last = max(supply, default=0)
        for day in range(problem.days):
            for k, count in supply.get(day, {}).items():
                ready[k] += count
            allowance = site.packing_per_day * max(0, day - begin)
            for key in sorted(free, key=lambda key: (key[1], key[2])):
                if key[1] and place.liquidation and day < problem.deadline - key[1]:
                    continue
                if not free[key]:
                    continue
                count = free[key]
                if key[2] > 0:
                    count = min(count, int((allowance - packed + 1e-9) // key[2]))
                if count > 0:
                    packed += count * key[2]
                    free[key] -= count
                    ready[key[0]] += count
                    self._leave(place.name, key, day, count)
            more = any(free.values()) or day < last
            for _ in range(40):
                if not self._dispatch(place.name, day, ready, more=more):
                    break
        for k, count in ready.items():
            if count and place.liquidation:
                self.stuck["stuck", "I", place.name, k] = count
            elif count:
                self.own[place.name][k, WAITING, 0.0] = count

    def _leave(self, site: str, key: Own, day: int, count: int) -> None:
        if key[1] == WAITING:
            self.own[site][key] -= count
            return
        cell = (site, *key, day)
        self.leaving[cell] = self.leaving.get(cell, 0) + count
        self.own[site][key] -= count

    def _dispatch(
        self, place: str, day: int, ready: dict[int, int], *, more: bool
    ) -> bool:
        """Send one movement with what is ready; return whether one was sent."""
        waiting = sum(ready.values())
        if not waiting:
            return False
        ways = self._onward(place)
        used = [w for w in ways if self.targets.weight.get(w.index, 0.0) > 0.5]
        carried = [w for w in used if w.slots or w.vehicles]
        if place not in self.bases:
            carried = []
        for way in carried or ways:
            if not self.ledger.room(way, day):
                continue
            load = self._loadable(way, day, ready)
            total = sum(load.values())
            size = min(
                way.vehicles if way.stands else way.slots, self._rate(way.destination)
            )
            if not total or (more and total < self.manner.fill * size):
                continue
            if self._book_trip(way, day, load):
                for k, count in load.items():
                    ready[k] -= count
                return True
        return False

    def _rate(self, place: str) -> int:
        """Return how many items can pass an exit in a day."""
        if not self.problem.places[place].is_exit:
            return 10**9
        out = next(e for e in self.problem.mission.exits if e.exit_id == place)
        return 10**9 if out.items_per_day is None else out.items_per_day

    def _loadable(self, way: Way, day: int, ready: dict[int, int]) -> dict[int, int]:
        goods = self.problem.cargo.commodities
        room = min(
            way.vehicles if way.stands else way.slots,
            self.ledger.exit_room(way, day, "items"),
        )
        exits = self.problem.places[way.destination].is_exit
        load: dict[int, int] = {}
        for k in sorted(ready, key=lambda k: goods[k].carrier is not Carrier.SELF):
            kind = goods[k]
            if not ready[k] or not carries(way, kind) or room <= 0:
                continue
            if exits and kind.exits and way.destination not in kind.exits:
                continue
            count = min(ready[k], room)
            if way.stands and kind.carrier in KIND_OF:
                origin = self._truck_base(way, day)
                have = origin.get(KIND_OF[kind.carrier], 0)
                used = sum(
                    c for j, c in load.items() if goods[j].carrier is kind.carrier
                )
                count = min(count, have - used)
            if count > 0:
                load[k] = count
                room -= count
        return load

    def _truck_base(self, way: Way, day: int) -> dict[FleetKind, int]:
        """Return how many trucks can be had for a movement, from here or from there."""
        found = {}
        for kind in FleetKind:
            if not kind.stands:
                continue
            here = self.ledger.least_trucks(
                kind, way.origin, day, self._return(way, day)
            )
            there = 0
            back = self._back(way)
            if back is not None and not self.problem.places[way.destination].is_exit:
                first = self._come(back, day)
                if first is not None:
                    there = self.ledger.least_trucks(
                        kind, way.destination, first, day + int(way.transit[day])
                    )
            found[kind] = max(here, there)
        return found

    def _return(self, way: Way, day: int) -> int:
        back = self._back(way)
        if back is None:
            return self.problem.days
        rest = self._rest(way)
        first = day + int(way.transit[day]) + rest
        start = self._first_day(back, first, min(self.problem.days, first + 14))
        return self.problem.days if start is None else start + int(back.transit[start])

    def _rest(self, way: Way) -> int:
        return (
            max((self.problem.rest[g] for g in way.groups), default=0)
            if way.escorts
            else 0
        )

    def _come(self, back: Way, day: int) -> int | None:
        """Return the last day on which empty trucks can start to load on a day."""
        rest = self._rest(back)
        for start in range(day - 1, max(-1, day - 21), -1):
            if (
                self.ledger.room(back, start)
                and start + int(back.transit[start]) + rest <= day
            ):
                return start
        return None

    def _book_trip(
        self,
        way: Way,
        day: int,
        load: dict[int, int],
        people: dict[int, int] | None = None,
        *,
        final: bool = False,
    ) -> bool:
        """Book a movement with the empty movement that it needs before or after it."""
        if not way.stands:
            arrive = self.ledger.book(way, day, cargo=load, people=people)
            self._arrive(way, arrive, load)
            return True
        goods = self.problem.cargo.commodities
        trucks: dict[FleetKind, int] = {}
        for k, count in load.items():
            if goods[k].carrier in KIND_OF:
                kind = KIND_OF[goods[k].carrier]
                trucks[kind] = trucks.get(kind, 0) + count
        kinds: tuple[Callable[..., bool], ...]
        if final:
            kinds = (self._one_way, self._come_and_go)
        elif way.origin in self.bases:
            kinds = (self._round_trip, self._come_and_go, self._one_way)
        else:
            kinds = (self._come_and_go,)
        for kind in kinds:
            for group in self._groups(way):
                if kind(way, day, group, trucks):
                    self.ledger.book(
                        way, day, group=group, cargo=load, trucks=trucks, people=people
                    )
                    self._arrive(way, day + int(way.transit[day]), load)
                    return True
        return False

    def _round_trip(
        self, way: Way, day: int, group: str | None, trucks: dict[FleetKind, int]
    ) -> bool:
        """Book the way back of a movement that starts from where trucks stand."""
        back = self._back(way)
        if back is None:
            return False
        rest = self.problem.rest[group] if group else 0
        first = day + int(way.transit[day]) + rest
        start = self._first_day(back, first, min(self.problem.days, first + 14))
        if start is None:
            return False
        stop = start + int(back.transit[start]) + rest
        if not self._have(way.origin, trucks, group, way.escorts, day, stop, stop):
            return False
        if trucks or group:
            # The trucks are there only once the way out is booked.
            self.ledger.book(back, start, group=group, trucks=trucks)
        return True

    def _come_and_go(
        self, way: Way, day: int, group: str | None, trucks: dict[FleetKind, int]
    ) -> bool:
        """Book the empty way to where a movement starts."""
        back = self._back(way)
        come = None if back is None else self._come(back, day)
        if back is None or come is None:
            return False
        rest = self.problem.rest[group] if group else 0
        stop = day + int(way.transit[day]) + rest
        if not self._have(
            way.destination, trucks, group, way.escorts, come, stop, stop
        ):
            return False
        self.ledger.book(back, come, group=group, trucks=trucks)
        return True

    def _one_way(
        self, way: Way, day: int, group: str | None, trucks: dict[FleetKind, int]
    ) -> bool:
        """Return whether what stands at the origin to the end can go for good."""
        rest = self.problem.rest[group] if group else 0
        return self._have(
            way.origin,
            trucks,
            group,
            way.escorts,
            day,
            self.problem.days,
            day + int(way.transit[day]) + rest,
        )

    def _groups(self, way: Way) -> tuple[str | None, ...]:
        """Return the groups that may escort, those of least use elsewhere first."""
        if not way.escorts:
            return (None,)
        return tuple(sorted(way.groups, key=lambda g: (self.use[g], g)))

    def _have(
        self,
        place: str,
        trucks: dict[FleetKind, int],
        group: str | None,
        escorts: int,
        first: int,
        end: int,
        rested: int,
    ) -> bool:
        for kind, count in trucks.items():
            if self.ledger.least_trucks(kind, place, first, end) < count:
                return False
        return (
            group is None
            or not escorts
            or (
                rested <= self.ledger.group_end[group]
                and self.ledger.least_companies(group, place, first, end) >= escorts
            )
        )

    def _arrive(self, way: Way, day: int, load: Mapping[int, int]) -> None:
        if not self.problem.places[way.destination].is_exit:
            for k, count in load.items():
                self.supply[way.destination][day][k] += count

    # ----------------------------------------------------------------- people

    def _spare(self, place: str, q: int, day: int, closing: int | None) -> int:
        """Return how many people of a class can leave a place on a day."""
        kind = self.problem.people.classes[q]
        stock = self._people(place, q)
        here = int(stock[day:].min())
        for hold in self.problem.holds:
            if hold.site == place and hold.people_class == q and day <= hold.until:
                here = max(0, here - 1)
        if not kind.guard:
            return here
        site = self.sites[place]
        if closing is not None and not site.liquidation and day >= closing:
            return here
        if site.liquidation and day > self.problem.deadline:
            return here
        minimum = site.guard_minimum
        if closing is not None and day >= closing - site.thin_out_days:
            minimum = site.thin_out_minimum
        guards = sum(
            int(stock[day:].min())
            for other, stock in self.crowd[place].items()
            if self.problem.people.classes[other].guard
        )
        keep = max(0, minimum - self.problem.people.standing.get(place, 0))
        return max(0, min(here, guards - keep))

    def _may(self, way: Way, q: int, day: int) -> bool:
        kind = self.problem.people.classes[q]
        if not self.problem.places[way.destination].is_exit:
            return True
        if kind.exits and way.destination not in kind.exits:
            return False
        return kind.escort is None or day > self.end_service.get(kind.escort, -1)

    def _aboard(
        self, way: Way, day: int, closing: int | None, room: int
    ) -> dict[int, int]:
        room = min(
            room, self.ledger.exit_room(way, day, "persons"), self._beds(way, day)
        )
        classes = self.problem.people.classes
        found: dict[int, int] = {}
        for q in sorted(
            self.crowd[way.origin], key=lambda q: (classes[q].due, classes[q].guard, q)
        ):
            if room <= 0 or not self._may(way, q, day):
                continue
            count = min(room, self._spare(way.origin, q, day, closing))
            if count > 0:
                found[q] = count
                room -= count
                self._leave_people(way, q, day, count)
        return found

    def _beds(self, way: Way, day: int) -> int:
        """Return how many beds stay free where a departure arrives."""
        if self.problem.places[way.destination].is_exit:
            return 10**9
        beds = self.sites[way.destination].beds
        if beds is None:
            return 10**9
        arrive = day + int(way.transit[day])
        total = sum(
            (stock[arrive:] for stock in self.crowd[way.destination].values()),
            np.zeros(self.problem.days + 1 - arrive, dtype=np.int64),
        )
        remaining = self.problem.people.remaining.get(way.destination, 0)
        return max(0, beds - remaining - int(total.max()))

    def _leave_people(self, way: Way, q: int, day: int, count: int) -> None:
        self._people(way.origin, q)[day:] -= count
        if not self.problem.places[way.destination].is_exit:
            arrive = day + int(way.transit[day])
            self._people(way.destination, q)[arrive:] += count

    def _fly(self, place: Place) -> None:
        """Send people who can be spared by air and on convoys with room."""
        name = place.name
        ways = [way for way in self._onward(name) if way.persons]
        for day in range(self.problem.days):
            if not any(self._spare(name, q, day, None) for q in self.crowd[name]):
                continue
            for way in ways:
                booked = self.ledger.booked.get((way.index, day))
                if booked and booked["n"]:
                    count = sum(booked["n"].values())
                    room = way.persons * count - sum(booked["p"].values())
                    people = self._aboard(way, day, None, room)
                    if people:
                        self.ledger.book(way, day, count=0, people=people)
                if way.escorts:
                    continue
                for _ in range(self.ledger.room(way, day)):
                    waiting = sum(
                        self._spare(name, q, day, None)
                        for q in self.crowd[name]
                        if self._may(way, q, day)
                    )
                    if waiting < 0.7 * way.persons and not (
                        waiting and self._hurry(name, day)
                    ):
                        break
                    people = self._aboard(way, day, None, way.persons)
                    if not people:
                        break
                    self.ledger.book(way, day, people=people)

    def _hurry(self, place: str, day: int) -> bool:
        """Return whether somebody here is about to be late."""
        if not self.problem.places[place].liquidation:
            return False
        classes = self.problem.people.classes
        return any(
            stock[day] and day >= classes[q].due - 6
            for q, stock in self.crowd[place].items()
        )

    # ---------------------------------------------------------------- closing

    def _close(self, place: Place) -> None:
        """Close a site on the earliest day on which the rest can leave."""
        name = place.name
        arrivals = list(self.supply[name])
        arrivals += [
            int(np.flatnonzero(np.diff(s))[-1]) + 1
            for s in self.crowd[name].values()
            if np.any(np.diff(s) > 0)
        ]
        booked = [
            day
            for (w, day) in self.ledger.booked
            if self.problem.ways[w].origin == name
        ]
        come = [
            day + int(self.problem.ways[w].transit[day])
            for (w, day) in self.ledger.booked
            if self.problem.ways[w].destination == name
        ]
        rate = int(self.sites[name].disposal_per_day)
        items = sum(self.local[name].values())
        first = max(
            self.problem.ready_to_close[name],
            *(h.until + 1 for h in self.problem.holds if h.site == name),
            -(-items // rate) - 1 if rate else 0,
            self.problem.packing_from[name] + 1,
            self.targets.closings.get(name, 0),
            *(arrivals or [0]),
            *(booked or [0]),
            *(come or [0]),
        )
        for closing in range(first, place.latest + 1):
            if self._try_close(name, closing):
                self._shut(name, closing)
                return
        self._shut(name, place.latest)
        for q, stock in self.crowd[name].items():
            left = int(stock[-1])
            if left:
                self.stuck["stuck", "P", name, q] = left
        for key, count in list(self.own[name].items()):
            if count and key[1] == WAITING:
                cell = ("stuck", "I", name, key[0])
                self.stuck[cell] = self.stuck.get(cell, 0) + count
            elif count:
                self._unend(name, key, count)

    def _shut(self, name: str, closing: int) -> None:
        self.closings[name] = closing
        self._end_locally(name, closing)
        for (group, place), stock in self.ledger.companies.items():
            end = self.ledger.group_end[group]
            if place == name and closing < end:
                count = int(stock[closing : end + 1].min())
                if count > 0:
                    self.freed.append((group, name, closing, count))
                    stock[closing:] -= count

    def _unend(self, name: str, key: Own, count: int) -> None:
        for number, parcel in enumerate(self.problem.cargo.parcels):
            if (
                parcel.site == name
                and (parcel.commodity, parcel.needed, parcel.effort) == key
            ):
                part = min(count, self.moved.get(number, 0))
                if part:
                    self.moved[number] -= part
                    self.stuck["unended", number] = part
                    count -= part
        self.own[name][key] = 0

    def _try_close(self, name: str, closing: int) -> bool:
        """Book the last movements of a site for a closing day, or nothing at all."""
        ways = [w for w in self._onward(name) if w.start.any()]
        saved = self._save()
        if not self._last_items(name, ways, closing):
            self._restore(saved)
            return False
        for day in range(closing - 10, closing + 1):
            for way in ways:
                booked = self.ledger.booked.get((way.index, day))
                if not way.persons or not booked or not booked["n"]:
                    continue
                count = sum(booked["n"].values())
                room = way.persons * count - sum(booked["p"].values())
                aboard = self._aboard(way, day, closing, room)
                if aboard:
                    self.ledger.book(way, day, count=0, people=aboard)
        thin = self.sites[name].thin_out_days
        for day in range(max(0, closing - thin), closing + 1):
            for way in ways:
                if way.escorts or not way.persons:
                    continue
                for _ in range(self.ledger.room(way, day)):
                    aboard = self._aboard(way, day, closing, way.persons)
                    if not aboard:
                        break
                    self.ledger.book(way, day, people=aboard)
        for way in ways:
            if not way.persons or not way.escorts:
                continue
            while any(int(s[closing]) for s in self.crowd[name].values()):
                if not self.ledger.room(way, closing) or not self._book_trip(
                    way, closing, {}, final=True
                ):
                    break
                aboard = self._aboard(way, closing, closing, way.persons)
                self.ledger.book(way, closing, count=0, people=aboard)
        if any(int(s[closing]) for s in self.crowd[name].values()):
            self._restore(saved)
            return False
        if (
            not self._empty_trucks(name, ways, closing)
            or not self._packs(name)
            or not self._companies_rested(name, closing)
        ):
            self._restore(saved)
            return False
        return True

    def _companies_rested(self, name: str, closing: int) -> bool:
        """Return whether no company that comes to a site rests there beyond its closing
        day.
        """
        for (group, place), stock in self.ledger.companies.items():
            end = min(self.ledger.group_end[group], self.problem.days - 1)
            if place == name and closing < end:
                later = stock[closing : end + 1]
                if int(later.max()) > int(later[0]):
                    return False
        return True

    def _empty_trucks(self, name: str, ways: list[Way], closing: int) -> bool:
        """Drive the trucks that stand at a closing site away, as soon as they have no
        more to do there.
        """
        for kind in KIND_OF.values():
            for day in range(max(0, closing - 60), closing + 1):
                left = self.ledger.least_trucks(kind, name, day, self.problem.days)
                while left > 0 and self._drive_away(ways, day, kind, left):
                    left = self.ledger.least_trucks(kind, name, day, self.problem.days)
            if self.ledger.least_trucks(kind, name, closing, self.problem.days) > 0:
                return False
        return True

    def _drive_away(
        self, ways: list[Way], day: int, kind: FleetKind, left: int
    ) -> bool:
        for way in ways:
            if (
                not way.stands
                or not way.vehicles
                or self.problem.places[way.destination].is_exit
            ):
                continue
            booked = self.ledger.booked.get((way.index, day))
            room = 0
            if booked and booked["n"]:
                count = sum(booked["n"].values())
                room = way.vehicles * count - self._vehicles(booked)
            if room <= 0:
                if not self.ledger.room(way, day):
                    continue
                if not self._book_trip(way, day, {}, final=True):
                    continue
                room = way.vehicles
            self.ledger.book(way, day, count=0, trucks={kind: min(room, left)})
            return True
        return False

    def _vehicles(self, booked: dict[str, dict[object, int]]) -> int:
        goods = self.problem.cargo.commodities
        return sum(booked["m"].values()) + sum(
            count
            for k, count in booked["x"].items()
            if goods[k].carrier is Carrier.SELF  # type: ignore[index]
        )

    def _last_items(self, name: str, ways: list[Way], closing: int) -> bool:
        """Book the movements that take the last items, as late as they may go."""
        left = {key: count for key, count in self.own[name].items() if count}
        for day in range(closing, max(-1, closing - 14), -1):
            for way in ways:
                while any(left.values()) and self.ledger.room(way, day):
                    load = self._last_load(way, day, closing - day, left)
                    if not self._book_last(way, day, load):
                        load = {
                            key: count
                            for key, count in load.items()
                            if self.problem.cargo.commodities[key[0]].carrier
                            is Carrier.SELF
                        }
                        if not self._book_last(way, day, load):
                            break
                    for key, count in load.items():
                        left[key] -= count
                        self._leave(name, key, day, count)
        return not any(left.values())

    def _book_last(self, way: Way, day: int, load: dict[Own, int]) -> bool:
        items: dict[int, int] = defaultdict(int)
        for key, count in load.items():
            items[key[0]] += count
        return bool(load) and self._book_trip(way, day, dict(items), final=True)

    def _last_load(
        self, way: Way, day: int, before: int, left: dict[Own, int]
    ) -> dict[Own, int]:
        """Return what a movement can take so many days before the closing day."""
        goods = self.problem.cargo.commodities
        room = way.vehicles if way.stands else way.slots
        room = min(room, self.ledger.exit_room(way, day, "items"))
        have = self._truck_base(way, day) if way.stands else {}
        out = self.problem.places[way.destination].is_exit
        load: dict[Own, int] = {}
        for key in sorted(
            left, key=lambda key: (key[1], goods[key[0]].carrier is not Carrier.SELF)
        ):
            kind = goods[key[0]]
            if not left[key] or key[1] < before or not carries(way, kind):
                continue
            if out and kind.exits and way.destination not in kind.exits:
                continue
            count = min(left[key], room)
            if way.stands and kind.carrier in KIND_OF:
                count = min(count, have.get(KIND_OF[kind.carrier], 0))
                have[KIND_OF[kind.carrier]] = have.get(KIND_OF[kind.carrier], 0) - count
            if count > 0:
                load[key] = count
                room -= count
        return load

    def _packs(self, name: str) -> bool:
        site = self.sites[name]
        begin = self.problem.packing_from[name]
        effort: dict[int, float] = defaultdict(float)
        for key, count in self.leaving.items():
            if key[0] == name:
                effort[int(key[-1])] += float(key[3]) * count  # type: ignore[call-overload,arg-type]
        total = 0.0
        for day in sorted(effort):
            total += effort[day]
            if day <= begin or total > site.packing_per_day * (day - begin) + 1e-9:
                return False
        return True

    def _save(self):  # type: ignore[no-untyped-def]
        ledger = self.ledger
        return (
            {k: v.copy() for k, v in ledger.trucks.items()},
            {k: v.copy() for k, v in ledger.companies.items()},
            dict(ledger.entered),
            dict(ledger.week),
            dict(ledger.sorties),
            dict(ledger.came),
            {k: {n: dict(c) for n, c in v.items()} for k, v in ledger.booked.items()},
            {p: {d: dict(c) for d, c in v.items()} for p, v in self.supply.items()},
            {p: {q: s.copy() for q, s in v.items()} for p, v in self.crowd.items()},
            dict(self.leaving),
            {p: dict(v) for p, v in self.own.items()},
        )

    def _restore(self, saved) -> None:  # type: ignore[no-untyped-def]
        ledger = self.ledger
        ledger.trucks, ledger.companies = saved[0], saved[1]
        ledger.entered = defaultdict(int, saved[2])
        ledger.week = defaultdict(int, saved[3])
        ledger.sorties = defaultdict(int, saved[4])
        ledger.came = defaultdict(int, saved[5])
        ledger.booked = saved[6]
        self.supply = defaultdict(lambda: defaultdict(lambda: defaultdict(int)))
        for p, v in saved[7].items():
            for d, c in v.items():
                self.supply[p][d] = defaultdict(int, c)
        self.crowd = defaultdict(dict, saved[8])
        self.leaving = saved[9]
        self.own = defaultdict(dict, saved[10])

    def _stay(self, place: Place) -> None:
        """Send the last people of a liquidation site after the deadline, if any."""
        name = place.name
        for q, stock in self.crowd[name].items():
            left = int(stock[self.problem.days - 1])
            if left:
                self.stuck["stuck", "P", name, q] = left
        self._end_locally(name, self.problem.days - 1)

    def _end_locally(self, name: str, closing: int) -> None:
        """End on the spot what does not move, as late as it must."""
        rate = int(self.sites[name].disposal_per_day)
        room = np.full(closing + 1, rate, dtype=np.int64)
        base = self.problem.deadline if self.sites[name].liquidation else closing
        for needed in sorted(self.local[name]):
            count = self.local[name][needed]
            first = max(0, base - needed) if needed else 0
            for day in range(closing, first - 1, -1):
                part = int(min(room[day], count))
                if part:
                    room[day] -= part
                    count -= part
                    cell = (name, needed, day)
                    self.ending[cell] = self.ending.get(cell, 0) + part
            if count:
                self._unlocal(name, needed, count)

    def _unlocal(self, name: str, needed: int, count: int) -> None:
        for number, parcel in enumerate(self.problem.cargo.parcels):
            if parcel.site == name and parcel.needed == needed and count:
                part = min(count, parcel.count - self.moved.get(number, 0))
                if part:
                    key = ("unended", number)
                    self.stuck[key] = self.stuck.get(key, 0) + part
                    self.excess[number] = self.excess.get(number, 0) + part
                    count -= part

    # ----------------------------------------------------------------- result

    def _solution(self) -> Solution:
        released = self._released()
        return valued(
            self.problem,
            Solution(
                closings=self.closings,
                moves=self.ledger.moves(),
                moved={n: c for n, c in self.moved.items() if c},
                leaving=self.leaving,
                ending=self.ending,
                released=released,
                stuck=self.stuck,
                value=0.0,
            ),
        )

    def _released(self) -> dict[tuple[str, str, int], int]:
        """Return where and when companies end their service."""
        left = {s.escort: s.companies for s in self.problem.services}
        released: dict[tuple[str, str, int], int] = {}
        ends = self.ledger.group_end
        for service in self.problem.services:
            if self.end_service[service.escort] < ends[service.group]:
                day = self.end_service[service.escort]
                released[service.escort, service.home, day] = left.pop(service.escort)
        spots = list(self.freed)
        for (group, place), stock in sorted(self.ledger.companies.items()):
            spots.append((group, place, ends[group], int(stock[ends[group]])))
        for group, place, day, count in spots:
            for near in (True, False):
                for service in self.problem.services:
                    have = left.get(service.escort, 0)
                    if service.group != group or not have or not count:
                        continue
                    if near and service.home != place:
                        continue
                    part = min(have, count)
                    cell = (service.escort, place, day)
                    released[cell] = released.get(cell, 0) + part
                    left[service.escort] -= part
                    count -= part
        return released
