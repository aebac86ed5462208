"""A solution of the day model, before lots and units are named."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from drawdown.mission.transport import FleetKind
from drawdown.planning.assembly import Key
from drawdown.planning.problem import Problem

WHOLE = 1e-4
"""How far from a whole number a value may be that the solver calls whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """All movements of one way on one day."""

    way: int
    day: int
    arrive: int
    count: Mapping[str | None, int]
    """Movements by escort group."""
    cargo: Mapping[int, int] = field(default_factory=dict)
    """Items by commodity."""
    trucks: Mapping[FleetKind, int] = field(default_factory=dict)
    people: Mapping[int, int] = field(default_factory=dict)
    """Persons by class."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution:
    """Whole numbers for every decision of the day model."""

    closings: Mapping[str, int]
    moves: Mapping[tuple[int, int], Move]
    """By way and day."""
    moved: Mapping[int, int]
    """Items of each parcel that move."""
    leaving: Mapping[Key, int]
    """Items by site, commodity, days needed, effort and day on which they leave."""
    ending: Mapping[tuple[str, int, int], int]
    """Items by site, days needed and day by which they end on the spot."""
    released: Mapping[tuple[str, str, int], int]
    """Companies by row of escorts, place and last day of service."""
    stuck: Mapping[Key, int]
    """What has no end: empty in a plan."""
    value: float
    """Weighted, in thousand USD, with the price of what is stuck."""

    def moves_beside(self, free: Iterable[int]) -> list[Move]:
        """Return the movements on all ways but these."""
        chosen = set(free)
        return [move for move in self.moves.values() if move.way not in chosen]

    @property
    def complete(self) -> bool:
        """Return whether everything and everybody has an end."""
        return not self.stuck


def whole(value: float) -> int:
    """Return the whole number that a value of a whole column stands for."""
    number = round(value)
    if abs(value - number) > WHOLE:
        raise ValueError(f"{value} is not whole")
    return number


def gather(
    keys: list[Key],
    values: NDArray[np.float64],
) -> dict[str, dict[Key, int]]:
    """Return the whole values above 0, by kind of column."""
    found: dict[str, dict[Key, int]] = defaultdict(dict)
    for key, value in zip(keys, values, strict=True):
        if key[0] in _DECISIONS and value > WHOLE:
            number = math.ceil(value - WHOLE) if key[0] in PRICED else whole(value)
            if number:
                found[str(key[0])][key[1:]] = number
    return found


def stuck_at(problem: Problem, key: Key) -> str:
    """Return the place at which something is stuck, by its key."""
    if key[0] == "unended":
        return problem.cargo.parcels[int(key[1])].site  # type: ignore[call-overload,no-any-return]
    return str(key[1] if key[0] == "unguarded" else key[2])


PRICED = ("stuck", "unended", "unguarded")
"""What is short of a plan: columns that may be broken."""

_DECISIONS = {
    "n",
    "x",
    "m",
    "p",
    "c",
    "D",
    "d",
    "g",
    "r",
    "stuck",
    "unended",
    "unguarded",
}


def moves(
    problem: Problem, found: Mapping[str, Mapping[Key, int]]
) -> dict[tuple[int, int], Move]:
    """Return the movements that the values of columns say."""
    parts: dict[tuple[int, int], dict[str, dict[object, int]]] = {}
    for kind in ("n", "x", "m", "p"):
        for (way, key, day), number in found.get(kind, {}).items():  # type: ignore[misc]
            cell = parts.setdefault((way, day), {"n": {}, "x": {}, "m": {}, "p": {}})  # type: ignore[arg-type]
            cell[kind][FleetKind(key) if kind == "m" else key] = number
    return {
        (way, day): Move(
            way=way,
            day=day,
            arrive=day + int(problem.ways[way].transit[day]),
            count=cell["n"],  # type: ignore[arg-type]
            cargo=cell["x"],  # type: ignore[arg-type]
            trucks=cell["m"],  # type: ignore[arg-type]
            people=cell["p"],  # type: ignore[arg-type]
        )
        for (way, day), cell in sorted(parts.items())
        if cell["n"]
    }
