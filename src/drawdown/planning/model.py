"""The model: a mission, departures and closing options as a linear model.

One builder makes both readings. With departures on days it is exact, and each of its
integer solutions is a plan; with departures in buckets (``bound``) every row is implied
by the law, so that its optimum bounds every plan from below (docs/planning.md).
Amounts of money are in thousands of USD.
"""

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet

import numpy as np
from numpy.typing import NDArray

from drawdown.mission.lots import Carrier
from drawdown.mission.sites import Site
from drawdown.mission.transport import FleetKind
from drawdown.planning.assembly import Assembly, Matrix
from drawdown.planning.departures import Departure, Option
from drawdown.planning.people import PeopleClass
from drawdown.planning.problem import Problem, Service
from drawdown.planning.reach import Reach, find_reach, people_classes
from drawdown.planning.solution import Move, Solution
from drawdown.planning.team_work import Job, team_work
from drawdown.planning.ways import Way

THOUSAND = 1e-3
STUCK_TRUCK = 300.0
"""Thousand USD for a truck that is left at a closed site."""
STUCK_COMPANY = 1_000.0
"""Thousand USD for an escort company that is left at a closed site."""
UNFREED = 50_000.0
"""Thousand USD for an escort company that cannot end its service in time: its people
stay behind."""
STUCK_PERSON = 5_000.0
"""Thousand USD for a person who never gets out: dearer than any lateness."""
STUCK_ITEM = 3_000.0
"""Thousand USD for an item that ends nowhere."""
UNGUARDED = 2_000.0
"""Thousand USD a missing guard: dearer than keeping one."""

BEGINS = 8
"""First days of the spans in which teams of a crew are counted."""

HOMEWARD = 4
"""Days that people of an escort company are given to go home."""

CARRIED_BY = {FleetKind.TRUCK: Carrier.TRUCK, FleetKind.LOW_LOADER: Carrier.LOW_LOADER}

Terms = list[tuple[int, float]]
Flow = list[tuple[int, int, float]]
"""Label, column, amount."""


class Model:
    """A linear model of a mission.

    Parameters
    ----------
    problem
        The mission, laid out.
    departures
        The chances of movements.
    options
        The closing options of each site that closes.
    reach
        Which ways commodities and people may take; by default every way in a bound and
        sensible ways in a plan.
    given
        A plan of which only the ways of ``departures`` are free; movements on all
        other ways, and what they carry, stay as they are.
    bound
        Build the bounding reading.
    haste
        Thousand USD for a day by which a person leaves later: none in a plan's value,
        but a first plan that makes room early is found sooner.
    guiding
        In the bounding reading, let no company end where a site closes: what then moves
        shows better where convoys are needed, but it bounds nothing.
    shun
        Times its weight that lateness costs: 1 in a bound.
    free
        With ``given``: the free ways, by default those of ``departures``.
    still_people
        With ``given``: people stay on the movements that they are on, and only the
        movements, cargo and trucks of the free ways are chosen.
    still_cargo
        With ``given``: cargo and trucks stay on the movements that they are on, and
        end as they do; only the movements and the people of the free ways are chosen.
    merged
        Do not tell the people of escort companies from others, as a bound does.
    ending
        Let every company end its service in time for its people to go home.
    whole_bound
        Count movements in whole numbers in the bounding reading too.
    slack
        Allow, at a price above everything, people and items without an end and
        missing guards, so that there is always a solution.

    """

    def __init__(
        self,
        problem: Problem,
        departures: Sequence[Departure],
        options: Mapping[str, Sequence[Option]],
        *,
        reach: Reach | None = None,
        given: Solution | None = None,
        bound: bool = False,
        slack: bool = True,
        whole: bool = True,
        haste: float = 0.0,
        whole_bound: bool = False,
        guiding: bool = False,
        shun: float = 1.0,
        still_people: bool = False,
        still_cargo: bool = False,
        free: AbstractSet[int] | None = None,
        merged: bool = False,
        ending: bool = False,
    ) -> None:
        self.problem = problem
        self.shun = shun
        self.still_people = still_people
        self.still_cargo = still_cargo
        self.ending = ending
        self.departures = list(departures)
        self.given = given
        self.edges = sorted({d.label for d in departures})
        """In a bound, the last day of each bucket."""
        self.free = {d.way for d in departures} if free is None else set(free)
        self.kept_moves = [] if given is None else given.moves_beside(self.free)
        self.options = options
        self.bound = bound
        self.haste = haste
        self.slack = slack and not bound
        self.whole = whole and not bound
        self.guiding = guiding
        self.counted = not bound or whole_bound
        self.assembly = Assembly()
        self.assembly.offset = problem.constant * THOUSAND
        self.weights = problem.mission.weights
        self.merged = bound or merged
        self.classes, self.homes = people_classes(problem, merged=self.merged)
        self.reach = reach or find_reach(problem, every=bound)
        self.kinds = [
            kind for kind in CARRIED_BY if any(s.kind is kind for s in problem.standing)
        ]
        self._fixed_out: dict[str, list[Move]] = defaultdict(list)
        self._fixed_into: dict[str, list[Move]] = defaultdict(list)
        for move in self.kept_moves:
            self._fixed_out[problem.ways[move.way].origin].append(move)
            self._fixed_into[problem.ways[move.way].destination].append(move)
        self.touched = self._touched()
        self.labels = self._labels()
        self._out: dict[str, list[int]] = defaultdict(list)
        self._into: dict[str, list[int]] = defaultdict(list)
        for number, d in enumerate(self.departures):
            way = problem.ways[d.way]
            self._out[way.origin].append(number)
            self._into[way.destination].append(number)
        self.sites = {site.site_id: site for site in problem.mission.sites}
        self._cargo_labels: dict[str, list[set[int]]] = {}
        self.d: dict[tuple[str, int], Flow] = defaultdict(list)
        self.kept: dict[str, list[list[int]]] = defaultdict(list)
        self.cargo_at: dict[str, list[tuple[list[int], Terms, Flow]]] = defaultdict(
            list
        )
        self.trucks_at: dict[str, list[tuple[list[int], Terms]]] = defaultdict(list)
        self.people_at: dict[str, list[tuple[int, list[int], Terms, Flow]]] = (
            defaultdict(list)
        )
        self._closings()
        self._movements()
        self._lift()
        if still_cargo:
            self._loads()
        else:
            self._parcels()
            self._cargo_stocks()
            self._truck_stocks()
        self._company_stocks()
        if still_people:
            self._seats()
        else:
            self._people_stocks()
        self._sites()
        self._tracks()
        self._fleets()
        self._exits()
        if bound:
            self._energy()

    def matrix(self) -> Matrix:
        """Return the model in arrays."""
        return self.assembly.matrix()

    # ------------------------------------------------------------------ set-up

    def _touched(self) -> set[str]:
        """Return the places that free ways begin or end at."""
        if self.given is None:
            return set(self.problem.places)
        return {
            place
            for number in self.free
            for place in (
                self.problem.ways[number].origin,
                self.problem.ways[number].destination,
            )
        }

    def _labels(self) -> dict[str, list[int]]:
        labels: dict[str, set[int]] = {name: set() for name in self.problem.places}
        for name, moves in self._fixed_out.items():
            labels[name].update(move.day for move in moves)
        if self.given is not None:
            # A solution may let items go, or companies, on days of earlier departures.
            for key in self.given.leaving:
                labels[str(key[0])].add(int(key[-1]))  # type: ignore[call-overload]
            for site, _, label in self.given.ending:
                labels[site].add(label)
            for _, place, label in self.given.released:
                labels[place].add(label)
        for d in self.departures:
            labels[self.problem.ways[d.way].origin].add(d.label)
        if self.bound:
            every = sorted({d.label for d in self.departures})
            return {name: [] if not labels[name] else every for name in labels}
        for standing in self.problem.standing:
            if standing.change < 0:
                labels[standing.place].add(standing.day)
        for service in self.problem.services:
            if service.last is not None:
                for way in self.problem.ways:
                    if service.group in way.groups:
                        for place in (way.origin, way.destination):
                            labels[place].add(service.last)
        for parcel in self.problem.cargo.parcels:
            # Something must be able to end there even where nothing departs.
            labels[parcel.site].add(self.problem.days - 1)
            if parcel.needed and not self.still_cargo:
                # What may end from some day on must not use the days before.
                last = [o.first for o in self.options.get(parcel.site, ())]
                for day in last or [self.problem.deadline]:
                    if day > parcel.needed:
                        labels[parcel.site].add(day - parcel.needed - 1)
        return {name: sorted(days) for name, days in labels.items()}

    # ---------------------------------------------------------------- closings

    def _closings(self) -> None:
        """Ensures that each site that closes has one closing day (§17.1).

        In a plan no option lies before the end of a site's steps, so that they find
        teams (§17.4).
        """
        self.assembly.family("closing")
        self.c: dict[str, list[tuple[Option, int]]] = {}
        self._open: dict[str, list[int]] = {}
        for place in self.problem.closing:
            chosen = [
                (
                    option,
                    self.assembly.column(
                        ("c", place.name, option.first),
                        cost=option.cost * THOUSAND,
                        upper=1.0,
                        integer=True,
                    ),
                )
                for option in self.options.get(place.name, ())
            ]
            self.c[place.name] = chosen
            # Column i says that one of the options from i on is chosen.
            opened = [
                self.assembly.column(("o", place.name, number), upper=1.0)
                for number in range(len(chosen))
            ]
            self._open[place.name] = opened
            for number, (_, col) in enumerate(chosen):
                terms = [(opened[number], 1.0), (col, -1.0)]
                if number + 1 < len(chosen):
                    terms.append((opened[number + 1], -1.0))
                self.assembly.row(terms, lower=0.0, upper=0.0)
            if opened:
                self.assembly.row([(opened[0], 1.0)], lower=1.0, upper=1.0)
        if self.bound:
            self._after_neighbours()

    def _after_neighbours(self) -> None:
        """Ensures that a site whose last guards can only go to sites that close stays
        open no longer than one of these; the law implies it, and a relaxation does not.
        """
        self.assembly.family("order")
        for name, chosen in self.c.items():
            if not self.sites[name].thin_out_minimum:
                continue
            onward: dict[str, int] = {}
            for way in self.problem.ways:
                if way.origin == name and way.persons and way.start.any():
                    least = int(way.transit[way.start].min())
                    onward[way.destination] = min(
                        least, onward.get(way.destination, least)
                    )
            if not onward or any(place not in self.c for place in onward):
                continue
            for option, _ in chosen:
                before = self.open_after(name, option.first - 1) or []
                row = [(col, -1.0) for col, _ in before]
                for place, transit in onward.items():
                    row += self._open_through(place, option.first + transit) or []
                self.assembly.row(_summed(row), lower=0.0)

    def open_after(self, place: str, day: int) -> Terms | None:
        """Return whether a place is open at the end of a day; None: always."""
        if place not in self.c:
            return None
        number = sum(1 for option, _ in self.c[place] if option.first <= day)
        return self._from(place, number)

    def _open_through(self, place: str, last: int) -> Terms | None:
        if place not in self.c:
            return None
        number = sum(1 for option, _ in self.c[place] if option.last < last)
        return self._from(place, number)

    def _from(self, place: str, number: int) -> Terms:
        opened = self._open[place]
        return [(opened[number], 1.0)] if number < len(opened) else []

    # --------------------------------------------------------------- movements

    def _movements(self) -> None:
        problem = self.problem
        goods = problem.cargo.commodities
        reach = self.reach
        on_cargo: dict[int, list[int]] = defaultdict(list)
        for k, allowed in enumerate(reach.cargo):
            for way in allowed:
                on_cargo[way].append(k)
        on_people: dict[int, list[int]] = defaultdict(list)
        for q, allowed in enumerate(reach.people):
            for way in allowed:
                on_people[way].append(q)
        self.n: list[dict[str | None, int]] = []
        self.x: list[dict[int, int]] = []
        self.m: list[dict[FleetKind, int]] = []
        self.p: list[dict[int, int]] = []
        for d in self.departures:
            way = problem.ways[d.way]
            self.n.append(self._counts(d))
            nothing = not self.n[-1]
            cargo: dict[int, int] = {}
            self_cost = way.cost_vehicle * self.weights.money * THOUSAND
            for k in () if nothing or self.still_cargo else on_cargo[d.way]:
                drives = way.stands and goods[k].carrier is Carrier.SELF
                cargo[k] = self.assembly.column(
                    ("x", d.way, k, d.label),
                    cost=self_cost if drives else 0.0,
                    integer=self.whole,
                )
            self.x.append(cargo)
            trucks: dict[FleetKind, int] = {}
            if way.stands and way.vehicles and not nothing and not self.still_cargo:
                for kind in self.kinds:
                    trucks[kind] = self.assembly.column(
                        ("m", d.way, kind.value, d.label),
                        cost=self_cost,
                        integer=self.whole,
                    )
            self.m.append(trucks)
            persons: dict[int, int] = {}
            for q in () if nothing or self.still_people else on_people[d.way]:
                late = 0.0
                if problem.places[way.destination].is_exit:
                    late = max(0, d.late - 1 - self.classes[q].due)
                persons[q] = self.assembly.column(
                    ("p", d.way, q, d.label),
                    cost=THOUSAND
                    * (
                        way.cost_person * self.weights.money
                        + late * self.weights.people_late * self.shun
                    )
                    + self.haste * d.label,
                    integer=self.whole,
                )
            self.p.append(persons)

    def _counts(self, d: Departure) -> dict[str | None, int]:
        way = self.problem.ways[d.way]
        cost = THOUSAND * (
            way.cost_movement * self.weights.money + d.attacks * self.weights.attacks
        )
        given = None if d.fixed is None else dict(d.fixed)
        counts: dict[str | None, int] = {}
        for group in self._groups(way):
            count = None if given is None else given.get(group, 0)
            if count == 0:
                continue
            counts[group] = self.assembly.column(
                ("n", d.way, group, d.label),
                cost=cost,
                lower=0.0 if count is None else count,
                upper=d.most if count is None else count,
                integer=self.counted,
            )
        return counts

    def _groups(self, way: Way) -> tuple[str | None, ...]:
        """Return the escort groups to choose from."""
        return way.groups if way.escorts else (None,)

    def _lift(self) -> None:
        """Ensures that a movement carries what it can (§13.2), and departs only while
        its origin is open (§2.2).
        """
        self.assembly.family("lift")
        goods = self.problem.cargo.commodities
        for number, d in enumerate(self.departures):
            way = self.problem.ways[d.way]
            count = list(self.n[number].values())
            if not count:
                continue
            cargo, trucks = self.x[number], self.m[number]
            if way.stands:
                drives = [
                    c for k, c in cargo.items() if goods[k].carrier is Carrier.SELF
                ]
                if drives or trucks:
                    self.assembly.row(
                        [(c, 1.0) for c in (*drives, *trucks.values())]
                        + [(c, -float(way.vehicles)) for c in count],
                        upper=0.0,
                    )
                for carrier in (Carrier.TRUCK, Carrier.LOW_LOADER):
                    loaded = [
                        c for k, c in cargo.items() if goods[k].carrier is carrier
                    ]
                    if loaded:
                        seats = [
                            c
                            for kind, c in trucks.items()
                            if CARRIED_BY[kind] is carrier
                        ]
                        self.assembly.row(
                            [(c, 1.0) for c in loaded] + [(c, -1.0) for c in seats],
                            upper=0.0,
                        )
            elif cargo:
                self.assembly.row(
                    [(c, 1.0) for c in cargo.values()]
                    + [(c, -float(way.slots)) for c in count],
                    upper=0.0,
                )
            if self.p[number]:
                self.assembly.row(
                    [(c, 1.0) for c in self.p[number].values()]
                    + [(c, -float(way.persons)) for c in count],
                    upper=0.0,
                )
            if way.origin in self.c:
                # Seen hopefully, a site may close later in the bucket.
                through = d.first if self.bound else d.last
                terms = self._open_through(way.origin, through) or []
                self.assembly.row(
                    [(c, 1.0) for c in count] + [(c, -float(d.most)) for c, _ in terms],
                    upper=0.0,
                )

    # ------------------------------------------------------------------ stocks

    def _stock(
        self,
        key: tuple[object, ...],
        labels: Sequence[int],
        into: Flow,
        out: Flow,
        events: list[tuple[int, float]],
    ) -> tuple[list[int], Terms, float]:
        """Add a stock at the labels of a place; return its columns, and what is there
        after the last label as terms and a constant.
        """
        slots_in: list[Terms] = [[] for _ in range(len(labels) + 1)]
        slots_out: list[Terms] = [[] for _ in labels]
        add = [0.0] * (len(labels) + 1)
        place = {label: number for number, label in enumerate(labels)}
        for label, col, amount in into:
            slots_in[self._slot(labels, label)].append((col, amount))
        for label, col, amount in out:
            slots_out[place[label]].append((col, amount))
        for day, amount in events:
            add[self._slot(labels, day)] += amount
        columns: list[int] = []
        for number, label in enumerate(labels):
            col = self.assembly.column((*key, label))
            terms = [(col, 1.0)]
            if columns:
                terms.append((columns[-1], -1.0))
            terms += [(c, -a) for c, a in slots_in[number]]
            terms += slots_out[number]
            self.assembly.row(terms, lower=add[number], upper=add[number])
            columns.append(col)
        rest = list(slots_in[-1])
        if columns:
            rest.append((columns[-1], 1.0))
        return columns, rest, add[-1]

    @staticmethod
    def _slot(labels: Sequence[int], label: int) -> int:
        """Return the first label that is not before; the end if there is none."""
        return bisect_right(labels, label - 1)

    def _through(
        self,
        place: str,
        columns: list[dict[int, int]] | list[dict[FleetKind, int]],
        key: object,
    ) -> tuple[Flow, Flow]:
        """Return arrivals and departures of one resource at a place."""
        into = [
            (self.departures[i].arrive, columns[i][key], 1.0)  # type: ignore[index]
            for i in self._into[place]
            if key in columns[i]
        ]
        out = [
            (self.departures[i].label, columns[i][key], 1.0)  # type: ignore[index]
            for i in self._out[place]
            if key in columns[i]
        ]
        return into, out

    def _empty_at_end(
        self, terms: Terms, constant: float, price: float, key: tuple[object, ...]
    ) -> None:
        """Ensures that nothing is left after the last label, or pays for it."""
        if not terms and not constant:
            return
        row = list(terms)
        if self.slack:
            row.append((self.assembly.column(("stuck", *key), cost=price), -1.0))
        self.assembly.row(row, lower=-constant, upper=-constant)

    # ------------------------------------------------------------------- cargo

    def _price(self, place: str, price: float) -> float:
        """Return the price of what is stuck at a place: less, the nearer to an exit."""
        if place in self.c:
            return price * (0.8 if self._is_hub(place) else 1.0)
        return price * 0.6

    def _is_hub(self, place: str) -> bool:
        return len({w.origin for w in self.problem.ways if w.destination == place}) > 2

    def _parcels(self) -> None:
        """Ensures that every item ends once (§9.1), packed in time (§10.1), not while
        it is needed (§10.2), and on the spot only as fast as the site can (§9.2).

        How many items of a parcel move is one number; when items leave is told only by
        commodity, days needed and effort, since within these any order is as good.
        """
        self.assembly.family("parcels")
        by_site: dict[str, list[int]] = defaultdict(list)
        for number, parcel in enumerate(self.problem.cargo.parcels):
            by_site[parcel.site].append(number)
        for site in self.problem.mission.sites:
            if by_site[site.site_id] and site.site_id in self.touched:
                self._site_parcels(site, by_site[site.site_id])

    def _site_parcels(self, site: Site, numbers: list[int]) -> None:
        name = site.site_id
        labels = self.labels[name]
        moved = {number: self._moved(number) for number in numbers}
        efforts: dict[tuple[int, int, float], list[int]] = defaultdict(list)
        for number in numbers:
            parcel = self.problem.cargo.parcels[number]
            if moved[number] is not None:
                needed = 0 if self.bound else parcel.needed
                efforts[parcel.commodity, needed, parcel.effort].append(number)
        begin = (
            self.problem.packing_bound if self.bound else self.problem.packing_from
        )[name]
        packed: Flow = []
        leaving: dict[int, Flow] = defaultdict(list)
        for (commodity, needed, effort), members in efforts.items():
            flow: Flow = [
                (
                    label,
                    self.assembly.column(
                        ("d", name, commodity, needed, effort, label),
                        integer=self.whole,
                    ),
                    1.0,
                )
                for label in labels
                if label > begin and label in self._cargo_out(name)[commodity]
            ]
            self.assembly.row(
                [(moved[number], 1.0) for number in members]  # type: ignore[misc]
                + [(col, -1.0) for _, col, _ in flow],
                lower=0.0,
                upper=0.0,
            )
            self.d[name, commodity] += flow
            leaving[needed] += flow
            packed += [(label, col, effort) for label, col, _ in flow]
        self._packing_rate(site, begin, packed)
        if self.bound:
            self._total_disposal(site, numbers, moved)
        else:
            self._disposal(site, labels, numbers, moved, leaving)

    def _moved(self, number: int) -> int | None:
        """Add the number of items of a parcel that move; None if it may not move."""
        parcel = self.problem.cargo.parcels[number]
        moves = parcel.move_loss is not None and bool(
            self._cargo_out(parcel.site)[parcel.commodity]
        )
        local = parcel.local_loss is not None
        if not moves:
            if local:
                self.assembly.offset += (
                    parcel.count
                    * (parcel.local_loss or 0.0)
                    * self.weights.loss
                    * THOUSAND
                )
            return None
        move_loss, local_loss = parcel.move_loss or 0.0, parcel.local_loss or 0.0
        scale = self.weights.loss * THOUSAND
        if local:
            self.assembly.offset += parcel.count * local_loss * scale
        return self.assembly.column(
            ("D", number),
            cost=(move_loss - (local_loss if local else 0.0)) * scale,
            lower=0.0 if local or self.slack else float(parcel.count),
            upper=float(parcel.count),
            integer=self.whole,
        )

    def _total_disposal(
        self, site: Site, numbers: list[int], moved: dict[int, int | None]
    ) -> None:
        """Ensures, in a bound, that what does not move can end on the spot before the
        closing day.
        """
        rate = float(math.floor(site.disposal_per_day))
        count, terms = 0, []
        for number in numbers:
            count += self.problem.cargo.parcels[number].count
            col = moved[number]
            if col is not None:
                terms.append((col, 1.0))
        if site.site_id in self.c:
            terms += [
                (col, rate * (option.last + 1)) for option, col in self.c[site.site_id]
            ]
            room = 0.0
        else:
            room = rate * self.problem.days
        self.assembly.row(terms, lower=count - room)

    def _disposal(
        self,
        site: Site,
        labels: list[int],
        numbers: list[int],
        moved: dict[int, int | None],
        leaving: dict[int, Flow],
    ) -> None:
        members: dict[int, list[int]] = defaultdict(list)
        for number in numbers:
            members[self.problem.cargo.parcels[number].needed].append(number)
        daily: list[Terms] = [[] for _ in labels]
        for needed, inside in sorted(members.items()):
            out = list(leaving[needed])
            ends: list[int] = []
            local = [n for n in inside if self._local(n)]
            for position, label in enumerate(labels if local else ()):
                col = self.assembly.column(
                    ("g", site.site_id, needed, label), integer=self.whole
                )
                ends.append(col)
                daily[position].append((col, 1.0))
                out.append((label, col, 1.0))
            self._ended(inside, moved, ends)
            self._keep(site.site_id, labels, needed, inside, out)
        rate = math.floor(site.disposal_per_day)
        for position, terms in enumerate(daily):
            if terms:
                since = labels[position - 1] if position else -1
                self.assembly.row(terms, upper=float(rate * (labels[position] - since)))

    def _local(self, number: int) -> bool:
        parcel = self.problem.cargo.parcels[number]
        site = self.sites[parcel.site]
        return parcel.local_loss is not None and site.disposal_per_day >= 1

    def _ended(
        self, inside: list[int], moved: dict[int, int | None], ends: list[int]
    ) -> None:
        """Ensures that what is not moved ends on the spot, where that is allowed."""
        count, terms = 0, [(col, 1.0) for col in ends]
        for number in inside:
            parcel = self.problem.cargo.parcels[number]
            slack = self.slack and self.assembly.column(
                ("unended", number), cost=STUCK_ITEM
            )
            col = moved[number]
            if not self._local(number):
                # It moves as a whole.
                row = [(col, 1.0)] if col is not None else []
                row += [(slack, 1.0)] if slack else []
                self.assembly.row(row, lower=float(parcel.count))
                continue
            count += parcel.count
            terms += [(col, 1.0)] if col is not None else []
            terms += [(slack, 1.0)] if slack else []
        if count:
            self.assembly.row(terms, lower=float(count), upper=float(count))

    def _cargo_out(self, site: str) -> list[set[int]]:
        """Return, by commodity, the labels at which something can leave a site."""
        if site not in self._cargo_labels:
            found: list[set[int]] = [set() for _ in self.problem.cargo.commodities]
            for i in self._out[site]:
                for k in self.x[i]:
                    found[k].add(self.departures[i].label)
            for move in self._fixed_out[site]:
                for k, count in move.cargo.items():
                    if count:
                        found[k].add(move.day)
            for key in () if self.given is None else self.given.leaving:
                if key[0] == site:
                    found[int(key[1])].add(int(key[-1]))  # type: ignore[call-overload]
            self._cargo_labels[site] = found
        return self._cargo_labels[site]

    def _packing_rate(self, site: Site, begin: int, effort: Flow) -> None:
        if not effort:
            return
        used = sorted({label for label, _, _ in effort})
        columns, _, _ = self._stock(("packed", site.site_id), used, effort, [], [])
        for label, col in zip(used, columns, strict=True):
            self.assembly.limit(col, upper=site.packing_per_day * (label - begin))

    def _keep(
        self, name: str, labels: list[int], needed: int, inside: list[int], out: Flow
    ) -> None:
        items = float(sum(self.problem.cargo.parcels[n].count for n in inside))
        columns, _, _ = self._stock(
            ("kept", name, needed), labels, [], _merged(out), [(0, items)]
        )
        self.kept[name].append(columns)
        slack = (
            [(self.assembly.index["unended", n], -1.0) for n in inside]
            if self.slack
            else []
        )
        for position, label in enumerate(labels):
            col = columns[position]
            if name not in self.c:
                if needed and label + needed < self.problem.deadline:
                    self.assembly.limit(col, lower=items)
                continue
            if needed:
                still = self.open_after(name, label + needed) or []
                self.assembly.row(
                    [(col, 1.0)] + [(c, -items) for c, _ in still], lower=0.0
                )
            # What is to end on the spot ends by the last label before closing.
            until = labels[position + 1] - 1 if position + 1 < len(labels) else label
            terms = self.open_after(name, until) or []
            self.assembly.row(
                [(col, 1.0)] + [(c, -items) for c, _ in terms] + slack, upper=0.0
            )

    def _cargo_stocks(self) -> None:
        """Ensures that no more items leave a place than are there (§2.1)."""
        self.assembly.family("cargo")
        for k in range(len(self.problem.cargo.commodities)):
            for place in self.problem.places.values():
                if place.is_exit or place.name not in self.touched:
                    continue
                into, out = self._through(place.name, self.x, k)
                given = self._given_through(
                    place.name, lambda m, k=k: m.cargo.get(k, 0)
                )
                if not into and not out and not given:
                    continue
                labels = self.labels[place.name]
                columns, rest, constant = self._stock(
                    ("I", place.name, k),
                    labels,
                    into + self.d[place.name, k],
                    out,
                    given,
                )
                self.cargo_at[place.name].append((columns, rest, into))
                self._empty_at_end(
                    rest,
                    constant,
                    self._price(place.name, STUCK_ITEM),
                    ("I", place.name, k),
                )

    def _truck_stocks(self) -> None:
        """Ensures that trucks are where they start (§2.1, §13.6)."""
        self.assembly.family("trucks")
        for kind in self.kinds:
            for place in self.problem.places.values():
                if place.name not in self.touched:
                    continue
                into, out = self._through(place.name, self.m, kind)
                given = self._given_through(
                    place.name, lambda m, kind=kind: m.trucks.get(kind, 0)
                )
                changes = [
                    s
                    for s in self.problem.standing
                    if s.kind is kind and s.place == place.name
                ]
                if not into and not out and not changes and not given:
                    continue
                labels = self.labels[place.name]
                events = [
                    (s.day if s.change > 0 else s.day + 1, float(s.change))
                    for s in changes
                ]
                columns, rest, constant = self._stock(
                    ("T", place.name, kind.value), labels, into, out, events + given
                )
                self.trucks_at[place.name].append((columns, rest))
                if not self.bound:
                    for s in changes:
                        if s.change < 0:
                            col = columns[labels.index(s.day)]
                            self.assembly.limit(col, lower=-float(s.change))
                if place.name in self.c:
                    self._empty_at_end(
                        rest, constant, STUCK_TRUCK, ("T", place.name, kind.value)
                    )
                elif rest:
                    self.assembly.row(rest, lower=-constant)

    def _company_stocks(self) -> None:
        """Ensures that escort companies are where a convoy starts, rest after it, and
        end their service where they stand (§13.4, §13.5).
        """
        self.assembly.family("escorts")
        problem = self.problem
        self.companies_at: dict[str, list[tuple[list[int], Terms]]] = defaultdict(list)
        self.released: dict[str, Flow] = defaultdict(list)
        self.freed_before: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for group, services in self._services().items():
            served = {
                place
                for way in problem.ways
                if group in self._groups(way)
                for place in (way.origin, way.destination)
            } | {s.home for s in services}
            release: dict[str, Flow] = defaultdict(list)
            for service in services:
                self._release(service, served, release)
            for place in sorted(served & self.touched):
                into, out = [], []
                for i in self._into[place]:
                    if group in self.n[i]:
                        d = self.departures[i]
                        rested = self._rested(d, problem.rest[group])
                        need = float(problem.ways[d.way].escorts)
                        into.append((rested, self.n[i][group], need))
                for i in self._out[place]:
                    if group in self.n[i]:
                        d = self.departures[i]
                        out.append(
                            (
                                d.label,
                                self.n[i][group],
                                float(problem.ways[d.way].escorts),
                            )
                        )
                events = [
                    (s.begin, float(s.companies)) for s in services if s.home == place
                ]
                events += self._given_companies(place, group)
                if not into and not out and not events and not release[place]:
                    continue
                columns, rest, constant = self._stock(
                    ("E", place, group),
                    self.labels[place],
                    into,
                    out + _merged(release[place]),
                    events,
                )
                self.companies_at[place].append((columns, rest))
                if place in self.c:
                    self._empty_at_end(
                        rest, constant, STUCK_COMPANY, ("E", place, group)
                    )
                elif rest:
                    self.assembly.row(rest, lower=-constant)

    def _rested(self, d: Departure, rest: int) -> int:
        """Return the label from which the companies of a movement can go again: in a
        bound the bucket of the first such day.
        """
        if not self.bound:
            return d.arrive + rest
        return next((edge for edge in self.edges if edge >= d.late + rest), d.arrive)

    def _services(self) -> dict[str, list[Service]]:
        """Return the rows of escorts by group."""
        found: dict[str, list[Service]] = defaultdict(list)
        for service in self.problem.services:
            found[service.group].append(service)
        return dict(found)

    def _release_labels(self, service: Service, place: str) -> list[int]:
        """Return when companies may end their service at a place.

        In a bound, a company with a last day may go by the bucket of that day; in a
        plan, others end at a place from which people go home, every other week.
        """
        labels = [label for label in self.labels[place] if label >= service.begin]
        chosen = self._chance_labels(service, place, labels)
        by = self._ends_by(service)
        if by is not None:
            in_time = [label for label in labels if label <= by]
            chosen = sorted(
                {*(label for label in chosen if label <= by), *in_time[-3:]}
            )
        for escort, where, label in () if self.given is None else self.given.released:
            if escort == service.escort and where == place:
                chosen = sorted({*chosen, label})
        return chosen

    def _chance_labels(
        self, service: Service, place: str, labels: list[int]
    ) -> list[int]:
        if service.last is not None:
            if self.bound:
                after = [label for label in labels if label >= service.last]
                return [label for label in labels if label <= service.last] + after[:1]
            return [label for label in labels if label <= service.last][-3:]
        if self.bound:
            # A company may end anywhere; it has to only where a site closes.
            return labels if place in self.c and not self.guiding else []
        if not (place == service.home or self._goes_home(place)):
            return []
        in_time = [label for label in labels if label <= self._due(service) - HOMEWARD]
        return sorted({*labels[:: max(1, len(labels) // 16)], *in_time[-3:]})

    def _ends_by(self, service: Service) -> int | None:
        """Return the day by which a company has to end its service so that its people
        are not late; None if that does not matter.
        """
        if not self.ending or service.last is not None:
            return None
        return max(0, self._due(service) - HOMEWARD)

    def _due(self, service: Service) -> int:
        """Return the last day on which the people of a company are not late."""
        return min(
            (
                kind.due
                for kind in self.problem.people.classes
                if kind.escort == service.escort
            ),
            default=self.problem.deadline,
        )

    def _goes_home(self, place: str) -> bool:
        return any(
            self.p[i]
            and self.problem.places[self.problem.ways[d.way].destination].is_exit
            for i in self._out[place]
            for d in (self.departures[i],)
        )

    def _release(
        self, service: Service, served: set[str], release: dict[str, Flow]
    ) -> None:
        terms: Terms = []
        fixed = 0
        if self.given is not None:
            for (escort, place, day), count in self.given.released.items():
                if escort == service.escort and place not in self.touched:
                    fixed += count
                    self.freed_before[escort].append((day, count))
        for place in sorted(served & self.touched):
            for label in self._release_labels(service, place):
                key = ("r", service.escort, place, label)
                least = 0
                if self.still_people:
                    assert self.given is not None
                    least = self.given.released.get((service.escort, place, label), 0)
                col = self.assembly.column(
                    key,
                    lower=float(least),
                    upper=float(least if self.still_people else service.companies),
                    integer=not self.bound,
                )
                release[place].append((label, col, 1.0))
                self.released[service.escort].append((label, col, 1.0))
                terms.append((col, 1.0))
        if terms:
            ends = service.last is not None or self._ends_by(service) is not None
            if self.slack and service.last is None and ends:
                # A dive may leave a company where it cannot end in time.
                key = ("unfreed", service.escort)
                terms.append((self.assembly.column(key, cost=UNFREED), 1.0))
            self.assembly.row(
                terms,
                lower=float(service.companies - fixed) if ends else 0.0,
                upper=float(service.companies - fixed),
            )

    def _given_companies(self, place: str, group: str) -> list[tuple[int, float]]:
        """Return the companies of movements that stay as they are."""
        events = []
        for move in self._fixed_out[place]:
            need = self.problem.ways[move.way].escorts * move.count.get(group, 0)
            if need:
                events.append((move.day, -float(need)))
        for move in self._fixed_into[place]:
            need = self.problem.ways[move.way].escorts * move.count.get(group, 0)
            if need:
                rested = move.arrive + self.problem.rest[group]
                events.append((rested, float(need)))
        return events

    def _given_through(
        self, place: str, amount: Callable[[Move], int]
    ) -> list[tuple[int, float]]:
        """Return what movements that stay as they are bring to a place, and take."""
        events = [
            (move.arrive, float(amount(move)))
            for move in self._fixed_into[place]
            if amount(move)
        ]
        events += [
            (move.day, -float(amount(move)))
            for move in self._fixed_out[place]
            if amount(move)
        ]
        return events

    # ------------------------------------------------------------------ people

    def _people_stocks(self) -> None:
        """Ensures that no more people leave a place than are there (§2.1), and that all
        get out (§7.1); people of escort companies only after these are released (§7.2).
        """
        self.assembly.family("people")
        problem = self.problem
        for q, kind in enumerate(self.classes):
            for place in problem.places.values():
                if place.is_exit or place.name not in self.touched:
                    continue
                into, out = self._through(place.name, self.p, q)
                given = self._given_through(
                    place.name, lambda m, q=q: m.people.get(q, 0)
                )
                start = self.homes[q].get(place.name, 0)
                if not into and not out and not start and not given:
                    continue
                columns, rest, constant = self._stock(
                    ("P", place.name, q),
                    self.labels[place.name],
                    into,
                    out,
                    [(0, float(start)), *given],
                )
                self.people_at[place.name].append((q, columns, rest, into))
                for label, col in zip(self.labels[place.name], columns, strict=True):
                    held = self._held(place.name, kind, label)
                    if held:
                        self.assembly.limit(col, lower=float(held))
                self._empty_at_end(
                    rest,
                    constant,
                    self._price(place.name, STUCK_PERSON),
                    ("P", place.name, q),
                )
            if kind.escort is not None:
                self._after_release(q, kind)

    def _held(self, place: str, kind: PeopleClass, label: int) -> int:
        """Return the persons of a class who stay at a place at a label, for tasks."""
        if self.bound:
            return 0
        staying = {
            hold.people_class
            for hold in self.problem.holds
            if hold.site == place and label <= hold.until
        }
        kinds = [self.problem.people.classes[q] for q in staying]
        return sum(kind in (other, other.plain) for other in kinds)

    def _seats(self) -> None:
        """Ensures that the movements that people are on depart (§13.2)."""
        assert self.given is not None
        self.assembly.family("seats")
        for number, d in enumerate(self.departures):
            move = self.given.moves.get((d.way, d.label))
            persons = 0 if move is None else sum(move.people.values())
            if persons:
                need = -(-persons // self.problem.ways[d.way].persons)
                self.assembly.row(
                    [(c, 1.0) for c in self.n[number].values()], lower=float(need)
                )

    def _loads(self) -> None:
        """Ensures that the movements that cargo and trucks are on depart (§13.2)."""
        assert self.given is not None
        self.assembly.family("loads")
        goods = self.problem.cargo.commodities
        for number, d in enumerate(self.departures):
            move = self.given.moves.get((d.way, d.label))
            if move is None:
                continue
            way = self.problem.ways[d.way]
            if way.stands:
                room = way.vehicles
                used = sum(move.trucks.values()) + sum(
                    items
                    for k, items in move.cargo.items()
                    if goods[k].carrier is Carrier.SELF
                )
            else:
                room, used = way.slots, sum(move.cargo.values())
            if used:
                self.assembly.row(
                    [(c, 1.0) for c in self.n[number].values()],
                    lower=float(-(-used // room)),
                )

    def _after_release(self, q: int, kind: PeopleClass) -> None:
        service = next(
            (s for s in self.problem.services if s.escort == kind.escort), None
        )
        if service is None:
            return
        persons = sum(self.homes[q].values())
        share = persons / service.companies
        leaving: dict[int, Terms] = defaultdict(list)
        for i, d in enumerate(self.departures):
            way = self.problem.ways[d.way]
            if q in self.p[i] and self.problem.places[way.destination].is_exit:
                leaving[d.label].append((self.p[i][q], 1.0))
        before: list[tuple[int, float]] = []
        for move in self.kept_moves:
            way = self.problem.ways[move.way]
            if move.people.get(q) and self.problem.places[way.destination].is_exit:
                before.append((move.day, float(move.people[q])))
        if not leaving and not before:
            return
        labels = sorted({*leaving, *(day for day, _ in before)})
        out = [(label, c, a) for label in labels for c, a in leaving[label]]
        columns, _, _ = self._stock(("gone", q), labels, out, [], before)
        freed = self.released[service.escort]
        events = [
            (day, float(count)) for day, count in self.freed_before[service.escort]
        ]
        total, _, _ = self._stock(("freed", q), labels, freed, [], events)
        for gone, free in zip(columns, total, strict=True):
            self.assembly.row([(gone, 1.0), (free, -share)], upper=0.0)

    # ------------------------------------------------------------------- sites

    def _sites(self) -> None:
        """Ensures guard (§6), beds and yards (§8), and that closed sites are empty
        (§9.3).
        """
        self.assembly.family("sites")
        rows = {site.site_id: site for site in self.problem.mission.sites}
        for place in self.problem.sites:
            if place.name not in self.touched:
                continue
            site = rows[place.name]
            if not self.still_people:
                self._guard(site)
            if place.name in self.c:
                self._empty_when_closed(place.name)
                if not self.still_people:
                    self._last_movement(site)
            if not self.bound:
                if not self.still_people:
                    self._beds(site)
                if not self.still_cargo:
                    self._yard(site)

    def _guard(self, site: Site) -> None:
        if not site.guard_minimum:
            return
        name = site.site_id
        standing = float(self.problem.people.standing.get(name, 0))
        for position, label in enumerate(self.labels[name]):
            guards = [
                (columns[position], 1.0)
                for q, columns, _, _ in self.people_at[name]
                if self.classes[q].guard
            ]
            need: Terms = []
            constant = 0.0
            if name in self.c:
                full = self.open_after(name, label + site.thin_out_days) or []
                thin = self.open_after(name, label) or []
                more = float(site.guard_minimum - site.thin_out_minimum)
                need = _summed(
                    [(c, -more) for c, _ in full]
                    + [(c, -float(site.thin_out_minimum)) for c, _ in thin]
                )
            elif label <= self.problem.deadline:
                constant = float(site.guard_minimum)
            if not need and constant <= standing:
                continue
            if self.slack:
                need.append(
                    (
                        self.assembly.column(
                            ("unguarded", name, label), cost=UNGUARDED
                        ),
                        1.0,
                    )
                )
            self.assembly.row(guards + need, lower=constant - standing)

    def _last_movement(self, site: Site) -> None:
        """Ensures that a whole movement takes the last guards away on the closing day:
        whole plans do, and a relaxation would send a part of one.
        """
        name = site.site_id
        standing = self.problem.people.standing.get(name, 0)
        if site.thin_out_minimum <= standing:
            return
        taken = {m.day for m in self._fixed_out[name] if sum(m.people.values())}
        chosen: dict[tuple[int, ...], list[tuple[Option, int]]] = defaultdict(list)
        for option, col in self.c[name]:
            if any(option.first <= day <= option.last for day in taken):
                continue
            then = tuple(
                i
                for i in self._out[name]
                if self.p[i]
                and self.departures[i].first <= option.last
                and self.departures[i].last >= option.first
            )
            chosen[then].append((option, col))
        for then, options in chosen.items():
            row = [(col, 1.0) for i in then for col in self.n[i].values()]
            if row and self.slack:
                key = ("unled", name, options[0][0].first)
                cost = 10 * UNGUARDED
                row.append((self.assembly.column(key, cost=cost, upper=1.0), 1.0))
            if row:
                self.assembly.row([*row, *((c, -1.0) for _, c in options)], lower=0.0)

    def _empty_when_closed(self, name: str) -> None:
        self._rows_when_closed(
            name,
            [columns for columns, _, _ in self.cargo_at[name]],
            self._most_items(name),
            [("I", name, k) for k in range(len(self.problem.cargo.commodities))],
        )
        self._rows_when_closed(
            name,
            [columns for columns, _ in self.trucks_at[name]],
            self._most_trucks(),
            [("T", name, kind.value) for kind in self.kinds],
        )
        self._rows_when_closed(
            name,
            [columns for columns, _ in self.companies_at[name]],
            self._most_companies(),
            [("E", name, group) for group in self._services()],
        )
        # People one class at a time: closing is what people decide.
        for q, columns, _, into in self.people_at[name]:
            most = float(self.homes[q].get(name, 0))
            if into or self._fixed_into[name]:
                most = float(sum(self.homes[q].values()))
            self._rows_when_closed(name, [columns], most, [("P", name, q)])

    def _rows_when_closed(
        self,
        name: str,
        stocks: list[list[int]],
        most: float,
        stuck: Sequence[tuple[object, ...]] = (),
    ) -> None:
        if not stocks:
            return
        index = self.assembly.index
        slack = [
            (index["stuck", *key], -1.0) for key in stuck if ("stuck", *key) in index
        ]
        for position, label in enumerate(self.labels[name]):
            terms = self.open_after(name, label) or []
            self.assembly.row(
                [(columns[position], 1.0) for columns in stocks]
                + [(c, -most) for c, _ in terms]
                + slack,
                upper=0.0,
            )

    def _most_items(self, name: str) -> float:
        site = next(s for s in self.problem.mission.sites if s.site_id == name)
        own = sum(p.count for p in self.problem.cargo.parcels if p.site == name)
        every = sum(p.count for p in self.problem.cargo.parcels)
        inward = any(self.x[i] for i in self._into[name])
        if not inward:
            return float(own)
        return float(min(every, site.yard if site.yard is not None else every))

    def _most_trucks(self) -> float:
        return float(sum(s.change for s in self.problem.standing if s.change > 0))

    def _most_companies(self) -> float:
        return float(sum(s.companies for s in self.problem.services))

    def _beds(self, site: Site) -> None:
        name = site.site_id
        remaining = self.problem.people.remaining.get(name, 0)
        start = remaining + sum(at.get(name, 0) for at in self.homes)
        stocks = [(columns, into) for _, columns, _, into in self.people_at[name]]
        if site.beds is None or not (
            any(into for _, into in stocks) or self._fixed_into[name]
        ):
            return
        given = [
            (move.arrive, float(sum(move.people.values())))
            for move in self._fixed_into[name]
        ]
        self._peaks(
            name,
            stocks,
            self.p,
            float(site.beds - remaining),
            float(start - remaining),
            given,
        )

    def _yard(self, site: Site) -> None:
        name = site.site_id
        stocks = [(columns, into) for columns, _, into in self.cargo_at[name]]
        if site.yard is None or not (
            any(into for _, into in stocks) or self._fixed_into[name]
        ):
            return
        own: list[tuple[list[int], Flow]] = [
            (columns, []) for columns in self.kept[name]
        ]
        start = sum(p.count for p in self.problem.cargo.parcels if p.site == name)
        given = [
            (move.arrive, float(sum(move.cargo.values())))
            for move in self._fixed_into[name]
        ]
        self._peaks(name, stocks + own, self.x, float(site.yard), float(start), given)

    def _peaks(
        self,
        name: str,
        stocks: list[tuple[list[int], Flow]],
        flows: list[dict[int, int]],
        limit: float,
        start: float,
        given: list[tuple[int, float]],
    ) -> None:
        """Ensures that stocks stay within a limit just before each label: what was left
        at the label before, what departs on later days of its span, and arrivals.
        """
        labels = self.labels[name]
        slots: list[Terms] = [[] for _ in range(len(labels) + 1)]
        days = set(labels)
        for _, into in stocks:
            for label, col, amount in into:
                # What arrives on a label is in its stock already.
                if label not in days:
                    slots[self._slot(labels, label)].append((col, amount))
        add = [0.0] * (len(labels) + 1)
        for day, amount in given:
            if day not in days:
                add[self._slot(labels, day)] += amount
        spread: dict[int, Terms] = defaultdict(list)
        for i in self._out[name]:
            d = self.departures[i]
            if d.last > d.label:
                spread[d.label] += [(c, 1.0) for c in flows[i].values()]
        for position in range(len(labels) + 1):
            terms = dict(slots[position])
            constant = add[position] + (start if position == 0 else 0.0)
            if position:
                for columns, _ in stocks:
                    terms[columns[position - 1]] = 1.0
                for col, amount in spread[labels[position - 1]]:
                    terms[col] = terms.get(col, 0.0) + amount
            if terms:
                self.assembly.row(list(terms.items()), upper=limit - constant)

    # -------------------------------------------------------------- capacities

    def _tracks(self) -> None:
        """Ensures what legs take in a day (§13.3) and what permits allow in a week
        (§14.2).
        """
        self.assembly.family("legs")
        days: dict[tuple[object, ...], dict[int, float]] = defaultdict(dict)
        weeks: dict[tuple[object, int], dict[int, float]] = defaultdict(dict)
        for i, d in enumerate(self.departures):
            way = self.problem.ways[d.way]
            for number, track in enumerate(way.tracks):
                entries = self._entries(d, way.entry[number])
                if entries is None:
                    continue
                low, high = entries
                for col in self.n[i].values():
                    days[track, low, high][col] = 1.0
                    for week in range(low // 7, high // 7 + 1):
                        if not self.bound or low // 7 == high // 7:
                            weeks[track, week][col] = 1.0
        used: dict[tuple[object, int], int] = defaultdict(int)
        for move in self.kept_moves:
            way = self.problem.ways[move.way]
            for number, track in enumerate(way.tracks):
                used[track, int(way.entry[number][move.day])] += sum(
                    move.count.values()
                )
        for (track, low, high), terms in days.items():  # type: ignore[misc]
            calendar = self.problem.tracks[track[0]]  # type: ignore[index]
            room = calendar.leg.per_day * int((~calendar.closed[low : high + 1]).sum())
            taken = sum(used.get((track, day), 0) for day in range(low, high + 1))
            self._capacity(terms, room - taken)
        for (track, week), terms in weeks.items():
            budget = self.problem.tracks[track[0]].week_budget(week)  # type: ignore[index]
            if budget is not None:
                taken = sum(
                    used.get((track, day), 0) for day in range(7 * week, 7 * week + 7)
                )
                self._capacity(terms, budget - taken)

    def _entries(self, d: Departure, entry) -> tuple[int, int] | None:  # type: ignore[no-untyped-def]
        """Return the days on which a leg is entered; in a bound only where they are
        within the bucket of departure for sure.
        """
        start = self.problem.ways[d.way].start
        days = [t for t in range(d.first, d.last + 1) if start[t]]
        low, high = int(entry[days[0]]), int(entry[days[-1]])
        if self.bound:
            if any(int(entry[t]) > d.last for t in days):
                return None
            return d.first, d.last
        if d.last > d.first:
            shift = low - days[0]
            return d.first + shift, max(high, d.last + shift)
        return low, high

    def _capacity(self, terms: dict[int, float], room: int) -> None:
        if len(terms) == 1:
            (col,) = terms
            if self.assembly.limits(col)[0] <= room:
                self.assembly.limit(col, upper=float(room))
            return
        if sum(self.assembly.limits(c)[1] for c in terms) > room:
            self.assembly.row(list(terms.items()), upper=float(room))

    def _fleets(self) -> None:
        """Ensures that fleets make no more sorties in a week than they can (§13.7)."""
        self.assembly.family("sorties")
        weekly = {f.fleet_id: f.sorties_per_week for f in self.problem.mission.fleets}
        used: dict[tuple[str, int], dict[int, float]] = defaultdict(dict)
        wide: dict[tuple[str, int, int], dict[int, float]] = defaultdict(dict)
        for i, d in enumerate(self.departures):
            fleet = self.problem.ways[d.way].fleet
            if fleet is None:
                continue
            low, high = d.first // 7, d.last // 7
            for col in self.n[i].values():
                if low == high:
                    used[fleet, low][col] = 1.0
                elif self.bound:
                    wide[fleet, low, high][col] = 1.0
                else:
                    used[fleet, low][col] = 1.0
                    used[fleet, high][col] = 1.0
        flown: dict[tuple[str, int], int] = defaultdict(int)
        for move in self.kept_moves:
            fleet = self.problem.ways[move.way].fleet
            if fleet is not None:
                flown[fleet, move.day // 7] += sum(move.count.values())
        for (fleet, week), terms in used.items():
            self._capacity(terms, weekly[fleet] - flown[fleet, week])
        for (fleet, low, high), terms in wide.items():
            self._capacity(terms, weekly[fleet] * (high - low + 1))

    def _exits(self) -> None:
        """Ensures what an exit takes in a day (§8.3)."""
        self.assembly.family("exits")
        for out in self.problem.mission.exits:
            for columns, rate in (
                (self.x, out.items_per_day),
                (self.p, out.persons_per_day),
            ):
                if rate is None:
                    continue
                if self.bound:
                    self._exit_windows(out.exit_id, columns, rate)
                else:
                    self._exit_days(out.exit_id, columns, rate)

    def _exit_days(self, name: str, columns: list[dict[int, int]], rate: int) -> None:
        arrivals: dict[tuple[int, int], Terms] = defaultdict(list)
        for i in self._into[name]:
            d = self.departures[i]
            key = (
                (d.arrive, 1)
                if d.first == d.last
                else (-d.label - 1, d.last - d.first + 1)
            )
            arrivals[key] += [(c, 1.0) for c in columns[i].values()]
        came: dict[int, int] = defaultdict(int)
        for move in self._fixed_into[name]:
            carried = move.cargo if columns is self.x else move.people
            came[move.arrive] += sum(carried.values())
        for (day, length), terms in arrivals.items():
            if terms:
                room = rate * length - (came[day] if length == 1 else 0)
                self.assembly.row(terms, upper=float(room))

    def _exit_windows(
        self, name: str, columns: list[dict[int, int]], rate: int
    ) -> None:
        """Ensures that what departs within a window of buckets can arrive in the days
        from its earliest to its latest arrival.
        """
        by_label: dict[int, list[int]] = defaultdict(list)
        for i in self._into[name]:
            by_label[self.departures[i].label].append(i)
        labels = sorted(by_label)
        for width in (1, 2, 4, 8, 16, len(labels)):
            for begin in range(0, max(1, len(labels) - width + 1), max(1, width // 2)):
                inside = [
                    i
                    for label in labels[begin : begin + width]
                    for i in by_label[label]
                ]
                terms = [(c, 1.0) for i in inside for c in columns[i].values()]
                if not terms:
                    continue
                first, last = self._arrivals(inside)
                self.assembly.row(terms, upper=float(rate * (last - first + 1)))

    def _arrivals(self, numbers: list[int]) -> tuple[int, int]:
        first, last = 10**9, 0
        for i in numbers:
            d = self.departures[i]
            way = self.problem.ways[d.way]
            days = np.flatnonzero(way.start[d.first : d.last + 1]) + d.first
            there = days + way.transit[days]
            first, last = min(first, int(there.min())), max(last, int(there.max()))
        return first, last

    # ------------------------------------------------------------------- teams

    def _energy(self) -> None:
        """Ensures, in a bound, that teams, companies and trucks have the days that the
        work takes: over all days before a closing, and over windows of buckets.
        """
        self.assembly.family("energy")
        self._team_energy()
        self._company_energy()
        self._truck_energy()

    def _team_energy(self) -> None:
        """Ensures, in a bound, that the steps of all sites that close find teams.

        Of a step that must end by some day, so many days lie between two others,
        however it is shifted (energetic reasoning, Baptiste, Le Pape & Nuijten 2001);
        all steps together have no more than there are teams.
        """
        every = team_work(self.problem)
        for crew in self.problem.mission.crews:
            work = every.get(crew.crew_id)
            if work is None:
                continue
            heads = Counter(job.head for jobs in work.values() for job in jobs)
            begins = {head for head, _ in heads.most_common(BEGINS)}
            for begin in sorted({min(heads), *begins}):
                self._team_days(crew.teams, work, begin)

    def _team_days(
        self, teams: int, work: Mapping[str, Sequence[Job]], begin: int
    ) -> None:
        """Add the rows of a crew for days from ``begin`` to each later one."""
        ends = np.arange(begin + 1, self.problem.days + 1)
        rows: list[Terms] = [[] for _ in ends]
        most = np.zeros(len(ends))
        for name, jobs in work.items():
            closings = np.array([option.last for option, _ in self.c[name]])
            taken = np.zeros((len(ends), len(closings)))
            for job in jobs:
                taken += job.within(begin, ends[:, None], closings[None, :])
            most += taken.max(axis=1, initial=0.0)
            # In the columns that say that a site is still open.
            change = np.diff(taken, axis=1, prepend=0.0)
            for row, at in np.argwhere(change):
                rows[row].append((self._open[name][at], float(change[row, at])))
        for end, terms, needed in zip(ends, rows, most, strict=True):
            room = float(teams * (end - begin))
            if needed > room:
                self.assembly.row(terms, upper=room)

    def _windows(self, labels: list[int]) -> list[tuple[int, int]]:
        count = len(labels)
        found = set()
        for width in (4, 12):
            for begin in range(0, max(1, count - width + 1), max(1, width // 2)):
                found.add((begin, min(count, begin + width)))
        found.add((0, count))
        return sorted(found)

    def _company_energy(self) -> None:
        problem = self.problem
        for group, services in self._services().items():
            there = np.zeros(problem.days + 60)
            for s in services:
                end = len(there) if s.last is None else s.last + 1
                there[s.begin : end] += s.companies
            work = {
                i: (
                    self.n[i][group],
                    float(problem.ways[d.way].escorts),
                    problem.rest[group],
                )
                for i, d in enumerate(self.departures)
                if group in self.n[i]
            }
            if work:
                self._busy(there, work)

    def _truck_energy(self) -> None:
        problem = self.problem
        for kind in self.kinds:
            there = np.zeros(problem.days + 60)
            for s in problem.standing:
                if s.kind is kind:
                    there[s.day if s.change > 0 else s.day + 1 :] += s.change
            work = {
                i: (self.m[i][kind], 1.0, 0)
                for i in range(len(self.departures))
                if kind in self.m[i]
            }
            self._busy(there, work)

    def _busy(
        self, there: NDArray[np.float64], work: dict[int, tuple[int, float, int]]
    ) -> None:
        """Ensures that what departs in a window of buckets is on the way no more days
        than there are in the days that it can reach.

        Parameters
        ----------
        there
            How many there are, by day.
        work
            By departure: column, how many each takes, and days of rest after arrival.

        """
        by_label: dict[int, Terms] = defaultdict(list)
        reach: dict[int, int] = defaultdict(int)
        for i, (col, each, rest) in work.items():
            d = self.departures[i]
            way = self.problem.ways[d.way]
            days = np.flatnonzero(way.start[d.first : d.last + 1]) + d.first
            transit = way.transit[days]
            by_label[d.label].append((col, each * float(transit.min() + rest)))
            reach[d.label] = max(reach[d.label], int((days + transit).max()) + rest)
        labels = sorted(by_label)
        for begin, end in self._windows(labels):
            inside = labels[begin:end]
            terms = [term for label in inside for term in by_label[label]]
            first = (
                min(self.departures[0].first, labels[0])
                if begin == 0
                else labels[begin - 1] + 1
            )
            last = max(reach[label] for label in inside)
            self.assembly.row(terms, upper=float(there[first:last].sum()))


def _summed(terms: Terms) -> Terms:
    """Return terms in which no column repeats."""
    total: dict[int, float] = defaultdict(float)
    for col, amount in terms:
        total[col] += amount
    return [(col, amount) for col, amount in total.items() if amount]


def _merged(flow: Flow) -> Flow:
    """Return a flow in which no label repeats a column."""
    total: dict[tuple[int, int], float] = defaultdict(float)
    for label, col, amount in flow:
        total[label, col] += amount
    return [(label, col, amount) for (label, col), amount in total.items()]


__all__ = ["Model"]
