"""The things that could break a plan, found by fixed rules.

For each kind of danger the worst case is sought, and measured by the greater of two
shares: of the people and of the items that leave through an exit, those that hang on
it. The kinds are then ranked by this share; nobody's judgement goes in.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from drawdown.brief.facts.basis import Basis, basis, together
from drawdown.brief.facts.crossings import Crossing
from drawdown.brief.facts.escorts import EscortDays
from drawdown.brief.facts.material import Material
from drawdown.brief.facts.network import LegFacts
from drawdown.verifying.journeys import Journey

__all__ = ["TIGHT", "Danger", "DangerKind", "dangers"]

TIGHT = 14
"""Days before people would be late that count as the last ones."""


class DangerKind(StrEnum):
    """What could break a plan."""

    CROSSING = "crossing"
    """One country's exits carry it, and could be shut."""
    LEG = "leg"
    """Sites lose their last way out if one leg is shut."""
    ESCORTS = "escorts"
    """On many days every company of a group is on the way or at rest."""
    TIGHT = "tight"
    """People are out only in the last days before they would be late."""
    HAZARD = "hazard"
    """One leg bears the most expected attacks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Danger:
    """One thing that could break a plan."""

    kind: DangerKind
    subject: str
    """A country, leg or escort group; empty: those who leave last."""
    share_of_persons: float
    """Of all who leave through an exit, those who hang on it."""
    share_of_items: float
    first: date | None
    """The first day on which it matters."""
    last: date | None
    days: int
    """Days without a reserve (escorts), days that the last have left (tight)."""
    attacks: float
    """Expected attacks (hazard); otherwise 0."""
    sites: tuple[str, ...]
    """The sites that are concerned."""
    basis: Basis

    @property
    def share(self) -> float:
        """The greater of the two shares."""
        return max(self.share_of_persons, self.share_of_items)


def dangers(
    material: Material,
    crossings: tuple[Crossing, ...],
    escorts: tuple[EscortDays, ...],
    legs: tuple[LegFacts, ...],
) -> tuple[Danger, ...]:
    """Return the worst of each kind, the one on which most hangs first."""
    counted = _Counted(material)
    found = [
        *_crossing(counted, crossings),
        *_leg(counted, material, legs),
        *_escorts(counted, escorts),
        *_tight(counted, material),
        *_hazard(counted, legs),
    ]
    order = list(DangerKind)
    return tuple(sorted(found, key=lambda d: (-d.share, order.index(d.kind))))


class _Counted:
    """People and items that leave through an exit, and parts of them."""

    def __init__(self, material: Material) -> None:
        self.journeys = material.replay.journeys
        self.date = material.replay.facts.date
        exits = material.replay.facts.exits
        out = [j for j in self.journeys if j.track.end in exits]
        self.all = sum(j.persons for j in out), sum(j.items for j in out)
        """People and items that leave through an exit."""

    def _sums(self, journeys: list[Journey]) -> tuple[int, int]:
        """Return people and items that begin their way with these movements."""
        persons = sum(
            party.persons
            for j in journeys
            for party in j.parties
            if party.unit.site_id == j.track.start
        )
        items = sum(
            freight.count
            for j in journeys
            for freight in j.freight
            if freight.lot.site_id == j.track.start
        )
        return persons, items

    def along(self, leg: str) -> list[Journey]:
        """Return the movements that run along a leg."""
        return [
            j for j in self.journeys if any(p.leg.leg_id == leg for p in j.passages)
        ]

    def shares(self, persons: int, items: int) -> tuple[float, float]:
        """Return parts of all who and all that leave."""
        people, things = self.all
        return (persons / people if people else 0.0, items / things if things else 0.0)

    def of(self, journeys: list[Journey]) -> tuple[float, float]:
        """Return the shares that these movements carry, from wherever."""
        persons = sum(j.persons for j in journeys)
        items = sum(j.items for j in journeys)
        return self.shares(persons, items)

    def of_sites(self, sites: tuple[str, ...]) -> tuple[float, float]:
        """Return the shares that leave some sites as their own."""
        leaving = [j for j in self.journeys if j.track.start in sites]
        return self.shares(*self._sums(leaving))


def _crossing(counted: _Counted, crossings: tuple[Crossing, ...]) -> Iterator[Danger]:
    """Yield the country whose exits carry most."""
    shared = [(counted.shares(one.persons, one.items), one) for one in crossings]
    worst = max(shared, key=lambda pair: max(pair[0]), default=None)
    if worst is not None:
        (persons, items), one = worst
        yield Danger(
            kind=DangerKind.CROSSING,
            subject=one.country,
            share_of_persons=min(persons, 1.0),
            share_of_items=min(items, 1.0),
            first=one.first,
            last=one.last,
            days=0,
            attacks=0.0,
            sites=tuple(origin.site_id for origin in one.origins),
            basis=one.basis,
        )


def _leg(
    counted: _Counted, material: Material, legs: tuple[LegFacts, ...]
) -> Iterator[Danger]:
    """Yield the leg without which the most is cut off from every exit."""
    worst: tuple[float, LegFacts, tuple[str, ...]] | None = None
    for leg in legs:
        cut = _cut_off(material, leg.leg_id) if leg.uses else ()
        share = counted.of_sites(cut)[1] if cut else 0.0
        if cut and (worst is None or share > worst[0]):
            worst = share, leg, cut
    if worst is not None:
        _, leg, cut = worst
        using = counted.along(leg.leg_id)
        # By air people may still leave; only items are held to be cut off.
        yield Danger(
            kind=DangerKind.LEG,
            subject=leg.leg_id,
            share_of_persons=0.0,
            share_of_items=counted.of_sites(cut)[1],
            first=counted.date(min(j.departs for j in using)),
            last=counted.date(max(j.arrives for j in using)),
            days=0,
            attacks=leg.attacks,
            sites=cut,
            basis=leg.basis,
        )


def _cut_off(material: Material, leg: str) -> tuple[str, ...]:
    """Return the sites whose items reach no exit without a leg."""
    trails = [
        trail
        for trail in material.known.trails.values()
        if all(one.leg_id != leg for one, _ in trail.legs)
        and (not trail.road or all(one.convoy_vehicles for one, _ in trail.legs))
        and all(material.known.fleets[name].slots for name in trail.fleets)
    ]
    reached = {row.exit_id for row in material.mission.exits if row.items_per_day != 0}
    more = True
    while more:
        new = {t.start for t in trails if t.end in reached} - reached
        reached |= new
        more = bool(new)
    return tuple(name for name in material.known.sites if name not in reached)


def _escorts(counted: _Counted, escorts: tuple[EscortDays, ...]) -> Iterator[Danger]:
    """Yield the group that is longest without a free company, among those in use."""
    found = []
    for group in escorts:
        bare = [
            day
            for day, there, used in zip(
                group.days, group.available, group.used, strict=True
            )
            if there and used >= there
        ]
        moved = [j for j in counted.journeys if j.companies.get(group.group)]
        if bare and moved:
            persons, items = counted.of(moved)
            found.append((len(bare), group, bare, min(persons, 1.0), min(items, 1.0)))
    worst = max(found, key=lambda one: one[0], default=None)
    if worst is not None:
        days, group, bare, persons, items = worst
        yield Danger(
            kind=DangerKind.ESCORTS,
            subject=group.group,
            share_of_persons=persons,
            share_of_items=items,
            first=bare[0],
            last=bare[-1],
            days=days,
            attacks=0.0,
            sites=(),
            basis=group.basis,
        )


def _tight(counted: _Counted, material: Material) -> Iterator[Danger]:
    """Yield those who are out only in the last days before they would be late."""
    replay, persons, days, sites = material.replay, 0, [], []
    for unit in material.mission.units:
        due = material.known.due(unit)
        out = replay.out_of(unit)
        if unit.local or due < 0:
            continue
        before = int(out[due - TIGHT]) if due >= TIGHT else 0
        late = int(out[min(due, len(out) - 1)]) - before
        if late > 0:
            persons += late
            sites.append(unit.site_id)
            last = int((out >= out[min(due, len(out) - 1)]).argmax())
            days.append((due - last, last))
    if days:
        yield Danger(
            kind=DangerKind.TIGHT,
            subject="",
            share_of_persons=min(counted.shares(persons, 0)[0], 1.0),
            share_of_items=0.0,
            first=counted.date(max(material.mission.deadline - TIGHT + 1, 0)),
            last=counted.date(max(last for _, last in days)),
            days=min(slack for slack, _ in days),
            attacks=0.0,
            sites=tuple(dict.fromkeys(sites)),
            basis=together(
                basis(unit, "strength")
                for unit in material.mission.units
                if unit.site_id in sites
            ),
        )


def _hazard(counted: _Counted, legs: tuple[LegFacts, ...]) -> Iterator[Danger]:
    """Yield the leg with the most expected attacks."""
    leg = max(legs, key=lambda one: one.attacks, default=None)
    if leg is None or not leg.attacks:
        return
    using = counted.along(leg.leg_id)
    persons, items = counted.of(using)
    yield Danger(
        kind=DangerKind.HAZARD,
        subject=leg.leg_id,
        share_of_persons=min(persons, 1.0),
        share_of_items=min(items, 1.0),
        first=counted.date(min(j.departs for j in using)),
        last=counted.date(max(j.arrives for j in using)),
        days=0,
        attacks=leg.attacks,
        sites=(),
        basis=together([leg.hazard_basis]),
    )
