"""What each region has of the exits, aircraft and trucks that regions share."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from drawdown.mission.sites import Exit
from drawdown.mission.transport import Fleet, FleetKind
from drawdown.planning.problem import Problem
from drawdown.planning.regions import Region


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """The fleets and exits that the plan of a region may use, with what is its own."""

    fleets: tuple[Fleet, ...]
    exits: tuple[Exit, ...]


def apportioned(total: int, needs: Sequence[float]) -> list[int]:
    """Return whole parts of a total by need (largest remainders); who needs something
    gets at least 1 as long as there is enough.
    """
    users = [number for number, need in enumerate(needs) if need > 0]
    least = 1 if total >= len(users) else 0
    parts = [0] * len(needs)
    rest = total - least * len(users)
    every = sum(needs[number] for number in users)
    for number in users:
        parts[number] = least + math.floor(rest * needs[number] / every)

    def lacking(number: int) -> float:
        return rest * needs[number] / every + least - parts[number]

    left = total - sum(parts) if users else 0
    for number in sorted(users, key=lambda n: (-lacking(n), n))[:left]:
        parts[number] += 1
    return parts


def shares(problem: Problem, regions: Sequence[Region]) -> tuple[Share, ...]:
    """Return the shares of all regions, by what they have to move: together they are no
    more than there is.
    """
    mission = problem.mission
    found: list[tuple[list[Fleet], list[Exit]]] = [([], []) for _ in regions]
    for fleet in mission.fleets:
        mine = _fleets(problem, fleet, regions)
        for (fleets, _), part in zip(found, mine, strict=True):
            if part is not None:
                fleets.append(part)
    for out in mission.exits:
        rates = _exits(problem, out, regions)
        for (_, exits), row in zip(found, rates, strict=True):
            exits.append(row)
    return tuple(
        Share(fleets=tuple(fleets), exits=tuple(exits)) for fleets, exits in found
    )


def _fleets(
    problem: Problem, fleet: Fleet, regions: Sequence[Region]
) -> list[Fleet | None]:
    if not fleet.kind.stands:
        return _sorties(problem, fleet, regions)
    if not problem.places[fleet.home_id].is_exit:
        return [fleet if fleet.home_id in r.sites else None for r in regions]
    parts = apportioned(
        fleet.count,
        [_items(problem, r) if fleet.home_id in r.exits else 0.0 for r in regions],
    )
    return [replace(fleet, count=part) if part else None for part in parts]


def _sorties(
    problem: Problem, fleet: Fleet, regions: Sequence[Region]
) -> list[Fleet | None]:
    carried = _persons if fleet.seats else _items
    using = [fleet.fleet_id in region.fleets for region in regions]
    parts = apportioned(
        fleet.sorties_per_week,
        [
            used * (1.0 + carried(problem, region))
            for region, used in zip(regions, using, strict=True)
        ],
    )
    return [
        replace(fleet, sorties_per_week=part) if used else None
        for used, part in zip(using, parts, strict=True)
    ]


def _exits(problem: Problem, out: Exit, regions: Sequence[Region]) -> list[Exit]:
    """Return the row of an exit as each region sees it."""

    def parts(rate: int | None, needs: list[float]) -> Sequence[int | None]:
        if rate is None:
            return [None] * len(regions)
        return apportioned(rate, needs)

    name = out.exit_id
    using = [name in r.exits for r in regions]
    items = parts(
        out.items_per_day,
        [
            used * (1.0 + _items(problem, r, name))
            for r, used in zip(regions, using, strict=True)
        ],
    )
    persons = parts(
        out.persons_per_day,
        [
            used * (1.0 + _persons(problem, r, name))
            for r, used in zip(regions, using, strict=True)
        ],
    )
    return [
        replace(out, items_per_day=i, persons_per_day=p)
        for i, p in zip(items, persons, strict=True)
    ]


def _items(problem: Problem, region: Region, name: str | None = None) -> float:
    """Return the items of a region that can move (through an exit)."""
    goods = problem.cargo.commodities
    return sum(
        float(parcel.count)
        for parcel in problem.cargo.parcels
        if parcel.site in region.sites
        and parcel.move_loss is not None
        and _through(goods[parcel.commodity].exits, name)
    )


def _persons(problem: Problem, region: Region, name: str | None = None) -> float:
    """Return the people of a region who leave (through an exit)."""
    people = problem.people
    return sum(
        float(part.persons)
        for kind, parts in zip(people.classes, people.parts, strict=True)
        if _through(kind.exits, name)
        for part in parts
        if part.site in region.sites
    )


def _through(exits: Sequence[str], name: str | None) -> bool:
    return name is None or not exits or name in exits


def everything(problem: Problem, region: Region) -> Share:
    """Return all of what is shared, for a bound: also the trucks of other regions, at
    each exit where they could meet trucks of this one.
    """
    mission = problem.mission
    own, others = [], dict.fromkeys(FleetKind, 0)
    for fleet in mission.fleets:
        shared = not fleet.kind.stands or problem.places[fleet.home_id].is_exit
        if shared or fleet.home_id in region.sites:
            own.append(fleet)
        else:
            others[fleet.kind] += fleet.count
    return Share(
        fleets=(*own, *_visiting(problem, region, others)), exits=mission.exits
    )


def _visiting(
    problem: Problem, region: Region, others: Mapping[FleetKind, int]
) -> list[Fleet]:
    """Return trucks of other regions from the first day on which one can be at an exit
    from which a way leads into the region.
    """
    inward = {
        way.origin
        for way in problem.ways
        if way.stands
        and way.start.any()
        and problem.places[way.origin].is_exit
        and way.destination in region.sites
    }
    found = []
    for out in sorted(inward):
        first = min(
            (
                int((np.flatnonzero(way.start) + way.transit[way.start]).min())
                for way in problem.ways
                if way.stands
                and way.start.any()
                and way.destination == out
                and way.origin not in region.sites
            ),
            default=None,
        )
        if first is None:
            continue
        found += [
            Fleet(
                fleet_id=f"visiting {kind.value} at {out}",
                kind=kind,
                home_id=out,
                count=count,
                available_from=problem.mission.date(first),
            )
            for kind, count in others.items()
            if count
        ]
    return found
