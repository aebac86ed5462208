"""Synthetic missions of any size, for tests and benchmarks."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from drawdown.mission.generating import (
    closing,
    duties,
    frame,
    network,
    people,
    places,
    seasons,
    things,
    transport,
)
from drawdown.mission.generating.block import Block, blocks_of
from drawdown.mission.generating.tiny import tiny
from drawdown.mission.mission import Mission

__all__ = ["generate", "tiny"]

T = TypeVar("T")


def generate(scale: float = 1, seed: int = 0) -> Mission:
    """Return a synthetic mission: 13 sites at scale 1, 130 at scale 10.

    The same scale and seed give the same mission. Blocks of 13 sites share their
    crews, ports and flights home, and nothing else.

    Parameters
    ----------
    scale
        The size; the smallest missions (0.15) have two sites.
    seed
        Varies sizes, seasons, hazards and all else that can vary.

    """
    blocks = blocks_of(scale, seed)

    def each(rows: Callable[[Block], Iterable[T]]) -> tuple[T, ...]:
        return tuple(row for block in blocks for row in rows(block))

    return Mission(
        header=frame.header(scale, seed),
        decision=frame.decision(),
        authorities=frame.authorities(),
        deliverables=frame.deliverables(),
        weights=frame.weights(),
        planning=frame.planning(),
        sites=each(places.sites),
        steps=tuple(closing.steps()),
        crews=tuple(closing.crews(sum(block.size for block in blocks))),
        nodes=each(places.nodes),
        exits=tuple(places.exits(blocks)),
        units=each(people.units),
        escorts=each(people.escorts),
        lots=each(things.lots),
        fleets=(*each(transport.fleets), transport.home_flights(blocks)),
        legs=each(network.legs),
        routes=each(network.routes),
        windows=each(seasons.windows),
        hazards=each(seasons.hazards),
        permits=each(seasons.permits),
        tasks=(*each(duties.tasks), duties.mission_task()),
        communities=each(duties.communities),
        threats=each(duties.threats),
    )
