"""Missions and plans to export: a whole one, a late one, one with nothing planned."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.missions.hand_plan import hand_plan
from tests.worlds import every_law

from drawdown.export.dossier import Dossier
from drawdown.export.dossier import dossier as made
from drawdown.mission import Mission, bundled, read_mission, write_mission
from drawdown.mission.actuals import ClosureActual
from drawdown.plan import Plan, write_plan

Files = tuple[Path, Path]
"""The folder of a mission and the file of a plan of it."""


@pytest.fixture(scope="session")
def tutorial() -> Mission:
    """Return the tutorial: three sites in three weeks."""
    return read_mission(bundled("tutorial"))


@pytest.fixture(scope="session")
def tutorial_plan(tutorial: Mission) -> Plan:
    """Return its best plan, made by hand."""
    return hand_plan(tutorial)


@pytest.fixture(scope="session")
def mission() -> Mission:
    """Return a mission in which every law matters.

    FORT was really closed two days after the day that the plan says.
    """
    reported = ClosureActual(site_id="FORT", departed=date(2030, 1, 31))
    return replace(every_law.mission(), closures_actual=(reported,))


@pytest.fixture(scope="session")
def plan() -> Plan:
    """Return a late plan of it that keeps all laws."""
    return every_law.plan()


@pytest.fixture(scope="session")
def dossier(mission: Mission, plan: Plan) -> Dossier:
    """Return both, ready to be written."""
    return made(mission, plan, classification="UN & SECRET")


@pytest.fixture(scope="session")
def bare(mission: Mission, plan: Plan) -> Dossier:
    """Return the same mission with a plan in which nothing is planned."""
    nothing = replace(
        plan,
        closures=(),
        movements=(),
        disposals=(),
        releases=(),
        escort_releases=(),
        handovers=(),
        residuals=(),
    )
    return made(mission, nothing)


@pytest.fixture
def files(tmp_path: Path, tutorial: Mission, tutorial_plan: Plan) -> Files:
    """Return the tutorial and its plan on the disk."""
    write_mission(tutorial, tmp_path / "mission")
    write_plan(tutorial_plan, tmp_path / "plan.json")
    return tmp_path / "mission", tmp_path / "plan.json"


@pytest.fixture(scope="session")
def with_name() -> Callable[[str], Dossier]:
    """Return a function that gives the mission with other texts in its tables."""

    def renamed(text: str) -> Dossier:
        mission = every_law.mission()
        changed = replace(
            mission,
            header=replace(mission.header, name=text),
            sites=tuple(replace(row, name=text) for row in mission.sites),
            lots=tuple(replace(row, name=text) for row in mission.lots),
            tasks=tuple(
                replace(row, name=text, recipient=row.recipient and text)
                for row in mission.tasks
            ),
            communities=tuple(replace(row, name=text) for row in mission.communities),
        )
        return made(changed, every_law.plan(), classification=text)

    return renamed
