"""Tasks, communities and threats of a generated mission."""

import math
from collections.abc import Iterator

from drawdown.mission.duties import Community, Task, Threat
from drawdown.mission.generating.block import DEADLINE, GENERATED, Block, day, rounded
from drawdown.mission.generating.closing import LIAISON
from drawdown.mission.generating.people import support_role
from drawdown.mission.generating.places import position
from drawdown.mission.generating.template import Place

PATROLS = ("Patrols", "infantry", "National gendarmerie", "host State")
KINDS = (
    PATROLS,
    ("Early warning", "civilian", "Regional organisation", "organisation"),
    ("Support to the town", "", "Humanitarian agency", "agency"),
)
NOBODY = 13
"""Every so many tasks nobody is found who takes it."""
THREAT_PERIOD = 31
COMMUNITIES = {"hub": 4, "camp": 3, "outpost": 2}


def tasks(block: Block) -> Iterator[Task]:
    """Yield the tasks of each site."""
    number = 0
    for place in block.places:
        support = support_role(block, place)
        for kind in range(place.tasks):
            number += 1
            yield _task(block, place, kind, support, taken=number % NOBODY != 0)


def _task(block: Block, place: Place, kind: int, support: str, *, taken: bool) -> Task:
    chance = block.chance(f"task {place.code} {kind}")
    name, role, recipient, recipient_kind = KINDS[kind]
    early = kind == 1 and place.kind == "hub"
    ready = chance.randint(10, 45) if early else chance.randint(20, 120)
    late = min(DEADLINE - 5, ready + chance.randint(45, 90))
    protects = kind < 2
    return Task(
        task_id=f"{block.name(place.code)}-TASK{kind + 1}",
        name=f"{name} of {place.name}",
        site_id=block.name(place.code),
        recipient=recipient if taken else "",
        recipient_kind=recipient_kind if taken else "",
        ready=day(ready) if taken else None,
        handover_days=chance.randint(2, 8),
        latest=day(late) if kind == 2 else None,
        role=role or support,
        crew=LIAISON,
        teams=1,
        must=early and taken,
        protects=protects,
        effect=round(chance.uniform(0.2, 0.6), 2) if protects else 0.0,
        evidence=GENERATED,
    )


def mission_task(start_ready: int = 60) -> Task:
    """Return the one task of the whole mission."""
    return Task(
        task_id="MISSION-TASK",
        name="Reporting on human rights",
        recipient="Regional office",
        recipient_kind="organisation",
        ready=day(start_ready),
        handover_days=5,
        role="civilian",
        crew=LIAISON,
        teams=1,
        protects=True,
        effect=0.1,
        evidence=GENERATED,
    )


def communities(block: Block) -> Iterator[Community]:
    """Yield the towns and villages around each site, some beyond its reach."""
    for place in block.places:
        chance = block.chance(f"communities {place.code}")
        for number in range(1, COMMUNITIES[place.kind] + 1):
            distance, bearing = chance.uniform(2, 45), chance.uniform(0, 2 * math.pi)
            north = place.latitude + distance * math.cos(bearing) / 111
            east = place.longitude + distance * math.sin(bearing) / 107
            latitude, longitude = position(block, north, east)
            yield Community(
                community_id=f"{block.name(place.code)}-C{number}",
                name=f"{place.name} quarter {number}",
                latitude=latitude,
                longitude=longitude,
                population=rounded(chance.lognormvariate(9.6, 0.7), 100),
                evidence=GENERATED,
            )


def threats(block: Block) -> Iterator[Threat]:
    """Yield the share of each community under threat; it drifts by the month."""
    for community in communities(block):
        chance = block.chance(f"threat {community.community_id}")
        level = chance.uniform(0.01, 0.09)
        periods = range(0, DEADLINE, THREAT_PERIOD)
        for start in periods:
            last = start == periods[-1]
            yield Threat(
                community_id=community.community_id,
                start=day(start),
                end=None if last else day(start + THREAT_PERIOD - 1),
                threat=round(min(0.3, level), 3),
                evidence=GENERATED,
            )
            level *= chance.uniform(0.8, 1.35)
