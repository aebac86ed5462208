"""The lots: how their items end, what is lost, when they leave."""

from dataclasses import dataclass
from datetime import date

from drawdown.brief.facts.basis import Basis, basis
from drawdown.brief.facts.material import Material
from drawdown.mission import Disposition, ItemKind, Lot, Owner

__all__ = ["Ended", "LotFacts", "lot_facts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """Items of a lot that end in one way."""

    disposition: Disposition
    count: int
    value: float | None
    """USD before; absent: unknown."""
    lost: float | None
    """USD of it that is lost."""
    first: date
    """The first day on which items end so."""
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class LotFacts:
    """One lot in a plan."""

    lot_id: str
    site_id: str
    class_id: str
    name: str
    owner: Owner
    kind: ItemKind
    count: int
    value: float | None
    """USD an item; absent: unknown."""
    sensitive: bool
    needed_days: int
    leaves_first: date | None
    """The first day on which items leave the site; absent: none does."""
    leaves_last: date | None
    leaving: int
    """Items that leave the site by a movement."""
    ended: tuple[Ended, ...]
    """In the order of the dispositions."""
    basis: Basis
    """Of count, value and loss shares."""

    def by(self, disposition: Disposition) -> int:
        """Return how many items end in one way."""
        return sum(one.count for one in self.ended if one.disposition is disposition)


def lot_facts(material: Material) -> tuple[LotFacts, ...]:
    """Return all lots in the order of the mission's table."""
    endings, leaving = _endings(material), _leaving(material)
    return tuple(
        _lot(lot, endings.get(lot.lot_id, []), leaving.get(lot.lot_id, []))
        for lot in material.mission.lots
    )


Ending = tuple[Disposition, int, date]


def _endings(material: Material) -> dict[str, list[Ending]]:
    """Return disposition, count and day of the items of each lot that end."""
    replay, found = material.replay, dict[str, list[Ending]]()
    for journey in replay.journeys:
        if journey.track.end in replay.facts.exits:
            day = replay.facts.date(journey.arrives)
            for freight in journey.freight:
                if freight.disposition is not None:
                    entry = freight.disposition, freight.count, day
                    found.setdefault(freight.lot.lot_id, []).append(entry)
    for ending in replay.admitted.endings:
        one = ending.disposition, ending.count, replay.facts.date(ending.day)
        found.setdefault(ending.lot.lot_id, []).append(one)
    return found


def _leaving(material: Material) -> dict[str, list[tuple[int, date]]]:
    """Return count and day of the items of each lot that leave their own site."""
    replay, found = material.replay, dict[str, list[tuple[int, date]]]()
    for journey in replay.journeys:
        for freight in journey.freight:
            if freight.lot.site_id == journey.track.start:
                entry = freight.count, replay.facts.date(journey.departs)
                found.setdefault(freight.lot.lot_id, []).append(entry)
    return found


def _lot(lot: Lot, endings: list[Ending], leaving: list[tuple[int, date]]) -> LotFacts:
    days = [day for _, day in leaving]
    return LotFacts(
        lot_id=lot.lot_id,
        site_id=lot.site_id,
        class_id=lot.class_id,
        name=lot.name,
        owner=lot.owner,
        kind=lot.kind,
        count=lot.count,
        value=lot.value,
        sensitive=lot.sensitive,
        needed_days=lot.needed_days,
        leaves_first=min(days, default=None),
        leaves_last=max(days, default=None),
        leaving=sum(count for count, _ in leaving),
        ended=tuple(
            _ended(lot, by, [one for one in endings if one[0] is by])
            for by in Disposition
            if any(one[0] is by for one in endings)
        ),
        basis=basis(lot, "count", "value", *(by.value for by in lot.losses)),
    )


def _ended(lot: Lot, by: Disposition, endings: list[Ending]) -> Ended:
    count = sum(one[1] for one in endings)
    share = lot.losses.get(by, 0.0)
    days = [one[2] for one in endings]
    return Ended(
        disposition=by,
        count=count,
        value=None if lot.value is None else count * lot.value,
        lost=None if lot.value is None else count * lot.value * share,
        first=min(days),
        last=max(days),
    )
