"""Escort companies: how many serve, and how many are on the way or at rest."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from drawdown.brief.facts.basis import Basis, basis, together
from drawdown.brief.facts.material import Material
from drawdown.mission import Escort
from drawdown.verifying.ledger import Amounts

__all__ = ["EscortDays", "escort_days"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EscortDays:
    """The companies of one group at the end of each day."""

    group: str
    days: tuple[date, ...]
    available: tuple[int, ...]
    """Companies that serve and are not released."""
    moving: tuple[int, ...]
    """Of them with a movement."""
    resting: tuple[int, ...]
    """Of them at rest after a movement; they cannot go."""
    basis: Basis

    @property
    def used(self) -> tuple[int, ...]:
        """Companies that are not free, day by day."""
        return tuple(m + r for m, r in zip(self.moving, self.resting, strict=True))


def escort_days(material: Material) -> tuple[EscortDays, ...]:
    """Return the companies of each group, day by day."""
    return tuple(
        EscortDays(
            group=group,
            days=material.days,
            available=_whole(_available(material, escorts)),
            moving=_whole(_busy(material, group, resting=False)),
            resting=_whole(_busy(material, group, resting=True)),
            basis=together(basis(escort, "companies") for escort in escorts),
        )
        for group, escorts in material.replay.facts.groups.items()
    )


def _available(material: Material, escorts: tuple[Escort, ...]) -> Amounts:
    facts = material.replay.facts
    there: Amounts = np.zeros(facts.days, dtype=np.int64)
    for escort in filter(facts.serves, escorts):
        first = escort.available_from
        begins = 0 if first is None else max(facts.mission.day(first), 0)
        there[begins:] += escort.companies
        for day, companies in _releases(material, escort):
            there[max(day, 0) :] -= companies
    return np.maximum(there, 0)


def _releases(material: Material, escort: Escort) -> Iterator[tuple[int, int]]:
    for stand in material.replay.admitted.stands:
        if stand.escort.escort_id == escort.escort_id:
            yield stand.day, stand.companies


def _busy(material: Material, group: str, *, resting: bool) -> Amounts:
    facts = material.replay.facts
    rest = max(escort.rest_days for escort in facts.groups[group])
    busy: Amounts = np.zeros(facts.days, dtype=np.int64)
    for journey in material.replay.journeys:
        companies = journey.companies.get(group, 0)
        if companies:
            first, last = journey.departs, journey.arrives
            if resting:
                first, last = journey.arrives, journey.arrives + rest
            busy[max(first, 0) : max(last, 0)] += companies
    return busy


def _whole(values: Amounts) -> tuple[int, ...]:
    return tuple(values.tolist())
