"""What is still in the mission and who is out, by day; what was reported."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from drawdown.brief.facts.basis import Basis, basis, together
from drawdown.brief.facts.material import Material
from drawdown.mission import ItemKind, Unit

__all__ = ["CIVILIAN", "Departed", "Stocks", "is_civilian", "stocks"]

CIVILIAN = "civilian"
"""The role of units that are not troops or police."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Departed:
    """How many had really left by a day, as somebody reported it."""

    on: date
    persons: int | None
    uniformed: int | None
    civilian: int | None
    approximate: bool
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Stocks:
    """Amounts at the end of each day of the plan."""

    days: tuple[date, ...]
    persons_left: tuple[int, ...]
    """Everyone who is neither out nor released."""
    uniformed_left: tuple[int, ...]
    """Troops and police of them."""
    containers_left: tuple[int, ...]
    """Neither out nor given, sold, destroyed."""
    vehicles_left: tuple[int, ...]
    persons_out: tuple[int, ...]
    """Everyone who has arrived at an exit or was released."""
    travellers_out: tuple[int, ...]
    """Of them those who travel: staff recruited locally are released at their site."""
    uniformed_out: tuple[int, ...]
    civilians_out: tuple[int, ...]
    """Of them civilians; staff released where they live included."""
    remaining: int
    """Persons who may remain after the deadline (law 4.2)."""
    persons: int
    """On day 0."""
    travellers: int
    """On day 0 those who must travel out: not those who remain or live there."""
    uniformed: int
    reported: tuple[Departed, ...]
    basis: Basis


def stocks(material: Material) -> Stocks:
    """Return what is left and who is out, at the end of each day."""
    mission, replay = material.mission, material.replay
    everyone = _out(material, lambda _: True)
    travelling = _out(material, lambda unit: not unit.local)
    uniformed = _out(material, lambda unit: not is_civilian(unit))
    persons = sum(unit.strength for unit in mission.units)
    troops = sum(unit.strength for unit in mission.units if not is_civilian(unit))
    return Stocks(
        days=material.days,
        persons_left=_whole(persons - everyone),
        uniformed_left=_whole(troops - uniformed),
        containers_left=_items_left(material, ItemKind.CONTAINER),
        vehicles_left=_items_left(material, ItemKind.VEHICLE),
        persons_out=_whole(everyone),
        travellers_out=_whole(travelling),
        uniformed_out=_whole(uniformed),
        civilians_out=_whole(everyone - uniformed),
        remaining=sum(replay.remaining(unit) for unit in mission.units),
        persons=persons,
        travellers=sum(
            unit.strength - replay.remaining(unit)
            for unit in mission.units
            if not unit.local
        ),
        uniformed=troops,
        reported=tuple(
            Departed(
                on=row.on,
                persons=row.persons,
                uniformed=row.uniformed,
                civilian=row.civilian,
                approximate=row.approximate,
                basis=basis(row),
            )
            for row in sorted(mission.departures_actual, key=lambda row: row.on)
        ),
        basis=together(
            [
                *(basis(unit, "strength") for unit in mission.units),
                *(basis(lot, "count") for lot in mission.lots),
            ]
        ),
    )


def is_civilian(unit: Unit) -> bool:
    """Return whether a unit is neither troops nor police."""
    return unit.local or unit.role == CIVILIAN


def _out(material: Material, counts: Callable[[Unit], bool]) -> NDArray[np.int64]:
    """Return how many people of some units are out at the end of each day."""
    out: NDArray[np.int64] = np.zeros(material.mission.horizon, dtype=np.int64)
    for unit in material.mission.units:
        if counts(unit):
            out += material.replay.out_of(unit)
    return out


def _items_left(material: Material, kind: ItemKind) -> tuple[int, ...]:
    """Return the items of one kind that have not ended, at the end of each day."""
    replay, lots = material.replay, material.replay.facts.lots
    left: NDArray[np.int64] = np.zeros(material.mission.horizon, dtype=np.int64)
    left += sum(lot.count for lot in lots.values() if lot.kind is kind)
    for journey in replay.journeys:
        if journey.track.end in replay.facts.exits:
            for freight in journey.freight:
                if freight.lot.kind is kind:
                    left[journey.arrives :] -= freight.count
    for ending in replay.admitted.endings:
        if ending.lot.kind is kind:
            left[max(ending.day, 0) :] -= ending.count
    return _whole(left)


def _whole(values: NDArray[np.int64]) -> tuple[int, ...]:
    return tuple(values.tolist())
