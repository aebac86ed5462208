"""Missions with a plan of each, for briefings."""

import gzip
from functools import cache
from pathlib import Path

from tests.missions.hand_plan import hand_plan
from tests.worlds import every_law

from drawdown.brief.facts import Briefing, gather
from drawdown.mission import Mission, bundled, read_mission
from drawdown.plan import Objectives, Plan, Proof, parse_plan
from drawdown.verifying import verify
from drawdown.verifying.values import restated

DATA = Path(__file__).parent / "data"
NAMES = ("tutorial", "minusma", "every_law")


@cache
def mission_of(name: str) -> Mission:
    return every_law.mission() if name == "every_law" else read_mission(bundled(name))


@cache
def plan_of(name: str) -> Plan:
    if name == "every_law":
        return every_law.plan()
    if name == "tutorial":
        return hand_plan(mission_of(name))
    packed = (DATA / f"{name}-plan.json.gz").read_bytes()
    return parse_plan(gzip.decompress(packed).decode())


def empty_plan(mission: Mission) -> Plan:
    """Nothing happens: nobody leaves, nothing closes."""
    values = dict.fromkeys(Objectives.__dataclass_fields__, 0.0)
    plan = Plan(
        mission=mission.header.mission_id,
        objectives=Objectives(**values),
        proof=Proof(value=0.0),
    )
    return restated(plan, verify(mission, plan, stated=False).objectives)


@cache
def briefing_of(name: str) -> Briefing:
    return gather(mission_of(name), plan_of(name))
