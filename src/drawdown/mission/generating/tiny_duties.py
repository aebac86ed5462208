"""The task and the community of a tiny mission."""

import random

from drawdown.mission.duties import Community, Task, Threat
from drawdown.mission.generating.block import GENERATED, day
from drawdown.mission.generating.tiny_roads import CAMP
from drawdown.mission.generating.tiny_sites import CREW


def tasks(chance: random.Random) -> tuple[Task, ...]:
    """Return the one task of the camp."""
    return (
        Task(
            task_id="PATROLS",
            name="Patrols",
            site_id=CAMP,
            recipient="Gendarmerie",
            ready=day(chance.randint(0, 3)),
            handover_days=chance.randint(1, 2),
            role=chance.choice(("", "infantry")),
            crew=CREW,
            teams=1,
            must=chance.random() < 0.2,
            protects=True,
            effect=chance.choice((0.25, 0.5)),
            evidence=GENERATED,
        ),
    )


def communities(chance: random.Random) -> tuple[Community, ...]:
    """Return the one town, near the camp."""
    return (
        Community(
            community_id="TOWN",
            name="Town",
            latitude=16.05,
            longitude=0.0,
            population=chance.randint(2, 20) * 100,
            evidence=GENERATED,
        ),
    )


def threats(chance: random.Random) -> tuple[Threat, ...]:
    """Return a threat that changes once."""
    change = chance.randint(1, 4)
    return tuple(
        Threat(
            community_id="TOWN",
            start=None if start is None else day(start),
            end=None if end is None else day(end),
            threat=round(chance.uniform(0.05, 0.5), 2),
            evidence=GENERATED,
        )
        for start, end in ((None, change - 1), (change, None))
    )
