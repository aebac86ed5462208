"""One block of a generated mission: which places it has, and its own chance."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

from drawdown.mission.generating.template import HOME, PLACES, PORTS, ROADS, Place, Road
from drawdown.quantities import Confidence, Evidence

START = date(2030, 7, 1)
DEADLINE = 183
GENERATED = Evidence(source="generated", confidence=Confidence.ASSUMED)

_SHARED = {HOME, *(port.code for port in PORTS)}


def day(number: int) -> date:
    """Return the date of a numbered day."""
    return START + timedelta(days=number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A copy of the template, or of the first places of it."""

    index: int
    seed: int
    size: int
    """How many of the places of the template it has."""
    thin: bool = False
    """Few lots, few items: for missions of a few sites."""

    @property
    def places(self) -> tuple[Place, ...]:
        """Return the places of this block."""
        return PLACES[: self.size]

    @property
    def roads(self) -> tuple[Road, ...]:
        """Return the roads that lead somewhere in this block."""
        absent = {place.code for place in PLACES[self.size :]}
        absent |= {"ANF"} if "KIR" in absent else set()
        absent |= {"LAB", "ONI"} if "GAS" in absent else set()
        return tuple(road for road in ROADS if not absent & set(road.ends))

    @property
    def codes(self) -> set[str]:
        """Return the codes of all places, junctions and ports of this block."""
        return {end for road in self.roads for end in road.ends}

    def name(self, code: str) -> str:
        """Return the identifier of a place in this block; ports are shared."""
        return code if self.index == 0 or code in _SHARED else f"{code}{self.index + 1}"

    def chance(self, topic: str) -> random.Random:
        """Return a generator of its own for each topic, so that topics stay apart."""
        return random.Random(f"{self.seed}/{self.index}/{topic}")


def blocks_of(scale: float, seed: int) -> tuple[Block, ...]:
    """Cut a mission of some scale into whole blocks and the rest."""
    sites = max(2, round(len(PLACES) * scale))
    whole, rest = divmod(sites, len(PLACES))
    # A block of one site has nowhere to go: the capital needs its neighbour.
    sizes = [len(PLACES)] * whole + ([max(2, rest)] if rest else [])
    thin = sites < len(PLACES) // 2
    return tuple(
        Block(index=index, seed=seed, size=size, thin=thin)
        for index, size in enumerate(sizes)
    )


def varied(chance: random.Random, value: float, spread: float = 0.15) -> float:
    """Return the value, some share more or less."""
    return value * chance.uniform(1 - spread, 1 + spread)


def rounded(value: float, step: int = 1) -> int:
    """Return the nearest multiple of a step, at least one step."""
    return max(step, step * round(value / step))
