"""The best plan of the tutorial mission, as ``docs/tutorial.md`` finds it by hand."""

from datetime import date

from drawdown.mission import Disposition, Mission
from drawdown.plan import (
    Closure,
    ClosureMode,
    Disposal,
    EscortRelease,
    Handover,
    Load,
    Movement,
    Objectives,
    People,
    Plan,
    PlannedStep,
    Proof,
)

VALUES = Objectives(
    people_late=0,
    attacks=0.01,
    protection_gap=700,
    loss=20_400,
    money=95_550,
    weighted=126_750,
)


def march(day: int) -> date:
    return date(2030, 3, day)


def hand_plan(mission: Mission) -> Plan:
    return Plan(
        mission=mission.header.mission_id,
        made_by="by hand",
        objectives=VALUES,
        proof=Proof(value=VALUES.weighted),
        closures=_closures(),
        movements=_movements(),
        disposals=tuple(
            Disposal(lot="CABINS", disposition=Disposition.SELL, count=2, on=march(day))
            for day in (1, 2, 3)
        ),
        escort_releases=(
            EscortRelease(
                group="ESCORTS",
                escort="ESCORT-1",
                companies=1,
                site="HQ",
                on=march(16),
            ),
        ),
        handovers=(Handover(task="PATROLS", start=march(2), end=march(3)),),
    )


def _closures() -> tuple[Closure, ...]:
    return (
        Closure(site="HQ", steps=(_step("stocktaking", 1, 1),)),
        Closure(
            site="RIVER",
            closed=march(4),
            mode=ClosureMode.HANDED_OVER,
            steps=(
                _step("inventory", 1, 1),
                _step("clearance", 2, 3),
                _step("signing", 4, 4),
            ),
        ),
        Closure(
            site="HILL",
            closed=march(15),
            mode=ClosureMode.LEFT,
            steps=(_step("inventory", 1, 1), _step("clearance", 14, 15)),
        ),
    )


def _step(step: str, start: int, end: int) -> PlannedStep:
    return PlannedStep(step=step, start=march(start), end=march(end))


def _movements() -> tuple[Movement, ...]:
    to_transfer = Load(lot="GENERATORS", count=4, disposition=Disposition.TRANSFER)
    return (
        Movement(
            movement="M1",
            route="RIVER-HQ~",
            departs=march(2),
            arrives=march(3),
            permit_asked=march(1),
            trucks=4,
        ),
        Movement(
            movement="M2",
            route="RIVER-HQ",
            departs=march(4),
            arrives=march(5),
            permit_asked=march(3),
            trucks=4,
            people=(People(unit="RIVERCOY", persons=20, guards=10),),
            loads=(Load(lot="GENERATORS", count=4),),
        ),
        Movement(
            movement="M3",
            route="HQ-PORT",
            departs=march(5),
            arrives=march(7),
            trucks=4,
            loads=(to_transfer,),
        ),
        Movement(
            movement="M4",
            route="HILL-HQ",
            departs=march(15),
            arrives=march(16),
            escorts={"ESCORTS": 1},
            people=(
                People(unit="HILLCOY", persons=15, guards=8),
                People(unit="ESCORT", persons=10),
            ),
        ),
        Movement(
            movement="M5",
            route="HQ-HOME",
            departs=march(16),
            arrives=march(17),
            people=(
                People(unit="STAFF", persons=20),
                People(unit="RIVERCOY", persons=20, guards=10),
                People(unit="HILLCOY", persons=15, guards=8),
                People(unit="ESCORT", persons=10),
            ),
        ),
    )
