"""What hangs on the exits in each country, and what remains if they are shut."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from drawdown.brief.facts.basis import Basis, basis, together
from drawdown.brief.facts.countries import territory
from drawdown.brief.facts.material import Material
from drawdown.mission import Exit, Lot, Unit
from drawdown.planning.explain.last_departures import way_of_lot, way_of_people
from drawdown.verifying.journeys import Journey

__all__ = ["Crossing", "Origin", "Still", "crossings"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Still:
    """What has not yet come there on the morning of a day."""

    on: date
    persons: int
    items: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What comes from one site, and until when it could leave another way."""

    site_id: str
    persons: int
    items: int
    other_exits: tuple[str, ...]
    """Exits that these items may use, and that can be reached."""
    items_until: date | None
    """The last day on which they can leave the site for another exit, with all else as
    planned; absent: there is no other way, or there are no items."""
    items_without: int
    """Items that may use no other exit, or reach none."""
    persons_until: date | None
    persons_without: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossing:
    """The exits in one country that is not the host State."""

    country: str
    """Its code (ISO 3166 alpha-2), or its name if no code is known."""
    exits: tuple[str, ...]
    routes: tuple[str, ...]
    """Routes of the plan that end there."""
    movements: int
    persons: int
    items: int
    share_of_persons: float
    """Of all who leave by a movement."""
    share_of_items: float
    first: date | None
    """The first departure towards it; absent: the plan does not use it."""
    last: date | None
    """The last arrival."""
    still: tuple[Still, ...]
    """On the first day of the plan and of each month after it."""
    origins: tuple[Origin, ...]
    """By site, the most items first."""
    other_items_per_day: int | None
    """What the other exits take in a day; absent: one has no known limit."""
    basis: Basis

    @property
    def items_without(self) -> int:
        """Items that have no other way out."""
        return sum(origin.items_without for origin in self.origins)

    @property
    def persons_without(self) -> int:
        """Persons who have no other way out."""
        return sum(origin.persons_without for origin in self.origins)


def crossings(material: Material) -> tuple[Crossing, ...]:
    """Return the countries through which the plan leaves, the most used first."""
    groups: dict[str, list[Exit]] = {}
    home = territory(material.mission.header.host_state)
    for row in material.mission.exits:
        if row.country and territory(row.country) != home:
            groups.setdefault(territory(row.country), []).append(row)
    found = [_crossing(material, name, rows) for name, rows in groups.items()]
    used = [one for one in found if one.movements]
    return tuple(sorted(used, key=lambda one: (-one.items - one.persons, one.country)))


def _crossing(material: Material, country: str, rows: list[Exit]) -> Crossing:
    names = [row.exit_id for row in rows]
    mission, replay = material.mission, material.replay
    out = [j for j in replay.journeys if j.track.end in replay.facts.exits]
    through = [j for j in out if j.track.end in names]
    persons, items = _sums(through)
    all_persons, all_items = _sums(out)
    on = replay.facts.date
    limits = [r.items_per_day for r in mission.exits if r.exit_id not in names]
    return Crossing(
        country=country,
        exits=tuple(names),
        routes=tuple(dict.fromkeys(j.track.route_id for j in through)),
        movements=len(through),
        persons=persons,
        items=items,
        share_of_persons=persons / all_persons if all_persons else 0.0,
        share_of_items=items / all_items if all_items else 0.0,
        first=on(min(j.departs for j in through)) if through else None,
        last=on(max(j.arrives for j in through)) if through else None,
        still=tuple(_still(material, through)),
        origins=tuple(_origins(material, through, names)),
        other_items_per_day=(
            None
            if any(limit is None for limit in limits)
            else sum(limit or 0 for limit in limits)
        ),
        basis=together(basis(row) for row in rows),
    )


def _sums(journeys: list[Journey]) -> tuple[int, int]:
    return sum(j.persons for j in journeys), sum(j.items for j in journeys)


def _still(material: Material, through: list[Journey]) -> Iterator[Still]:
    """Yield what is still to come on day 0 and on the first of each month."""
    for number, day in enumerate(material.days):
        if number == 0 or day.day == 1:
            persons, items = _sums([j for j in through if j.arrives >= number])
            if persons or items:
                yield Still(on=day, persons=persons, items=items)


Amounts = dict[str, int]


def _origins(
    material: Material, through: list[Journey], shut: list[str]
) -> Iterator[Origin]:
    """Yield what comes from each site, and what else could become of it."""
    lots: dict[str, Amounts] = {}
    units: dict[str, Amounts] = {}
    for journey in through:
        for freight in journey.freight:
            of = lots.setdefault(freight.lot.site_id, {})
            of[freight.lot.lot_id] = of.get(freight.lot.lot_id, 0) + freight.count
        for party in journey.parties:
            of = units.setdefault(party.unit.site_id, {})
            of[party.unit.unit_id] = of.get(party.unit.unit_id, 0) + party.persons
    ways = _Ways(material, shut)
    found = [
        _origin(material, ways, site, lots, units)
        for site in material.known.sites
        if site in lots or site in units
    ]
    yield from sorted(found, key=lambda one: -one.items)


def _origin(
    material: Material,
    ways: "_Ways",
    site: str,
    lots: dict[str, Amounts],
    units: dict[str, Amounts],
) -> Origin:
    items, persons = lots.get(site, {}), units.get(site, {})
    last_items = {n: ways.of_lot(material.known.lots[n]) for n in items}
    last_people = {n: ways.of_unit(material.known.units[n]) for n in persons}
    exits = [e for n in items for e in ways.exits(material.known.lots[n].exits)]
    date_of = material.mission.date
    item_days = [day for day in last_items.values() if day is not None]
    people_days = [day for day in last_people.values() if day is not None]
    return Origin(
        site_id=site,
        persons=sum(persons.values()),
        items=sum(items.values()),
        other_exits=tuple(dict.fromkeys(exits)) if item_days else (),
        items_until=date_of(min(item_days)) if item_days else None,
        items_without=sum(n for name, n in items.items() if last_items[name] is None),
        persons_until=date_of(min(people_days)) if people_days else None,
        persons_without=sum(
            n for name, n in persons.items() if last_people[name] is None
        ),
    )


class _Ways:
    """The ways out past some exits."""

    def __init__(self, material: Material, shut: list[str]) -> None:
        self._material = material
        self._shut = shut

    def exits(self, named: tuple[str, ...]) -> list[str]:
        """Return the exits that remain for items that may use some, or all."""
        return [
            row.exit_id
            for row in self._material.mission.exits
            if row.exit_id not in self._shut
            and (not named or row.exit_id in named)
            and row.items_per_day != 0
        ]

    def of_lot(self, lot: Lot) -> int | None:
        """Return the last day on which items can leave their site another way."""
        way = way_of_lot(self._material.known, lot, self._shut)
        found = way.last(lot.site_id)
        return None if found is None else found.day

    def of_unit(self, unit: Unit) -> int | None:
        """Return the last day on which people can leave another way and be in time."""
        by = self._material.mission.deadline + 1
        way = way_of_people(self._material.known, unit, by, self._shut)
        found = way.last(unit.site_id)
        return None if found is None else found.day
