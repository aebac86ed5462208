"""Missions so small that every plan of them can be tried."""

import random

from drawdown.mission.decision import Authority, Decision
from drawdown.mission.generating import tiny_duties, tiny_roads, tiny_sites
from drawdown.mission.generating.block import GENERATED, START, day
from drawdown.mission.mission import Header, Mission
from drawdown.mission.policy import Planning


def tiny(seed: int = 0) -> Mission:
    """Return a mission of two sites and one exit, with a handful of people and items.

    Its best plan can be found by trying all of them, in seconds.
    """
    chance = random.Random(f"tiny {seed}")
    stays = chance.random() < 0.25
    legs = tiny_roads.legs(chance)
    return Mission(
        header=Header(
            mission_id=f"tiny-{seed}",
            name=f"Tiny mission {seed}",
            start=START,
            evidence=GENERATED,
        ),
        decision=Decision(deadline=day(chance.randint(5, 7)), evidence=GENERATED),
        authorities=(_authority(chance),),
        planning=Planning(overrun_days=chance.randint(2, 3), evidence=GENERATED),
        sites=tiny_sites.sites(chance, stays=stays),
        steps=tiny_sites.steps(chance),
        crews=tiny_sites.crews(),
        exits=tiny_sites.exits(chance),
        units=tiny_sites.units(chance, stays=stays),
        escorts=tiny_sites.escorts(chance),
        lots=tiny_sites.lots(chance),
        fleets=tiny_roads.fleets(legs, chance),
        legs=legs,
        routes=tiny_roads.routes(legs),
        windows=tiny_roads.windows(chance),
        hazards=tiny_roads.hazards(chance),
        permits=tiny_roads.permits(chance),
        tasks=tiny_duties.tasks(chance),
        communities=tiny_duties.communities(chance),
        threats=tiny_duties.threats(chance),
    )


def _authority(chance: random.Random) -> Authority:
    return Authority(
        authority_id="protect",
        name="Respond to threats to civilians near the sites",
        end=day(chance.randint(2, 5)),
        protects=True,
        radius_km=20,
        evidence=GENERATED,
    )
