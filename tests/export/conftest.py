"""Missions and plans to export: a whole one, a late one, one with nothing planned."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.missions.hand_plan import hand_plan
from tests.worlds import every_law

from drawdown.export.dossier import Dossier
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
def dossier() -> Dossier:
    """Return a mission in which every law matters, with a late plan that keeps all.

    FORT was really closed two days after the day that the plan says.
    """
    reported = ClosureActual(site_id="FORT", departed=date(2030, 1, 31))
    mission = replace(every_law.mission(), closures_actual=(reported,))
    return Dossier(mission, every_law.plan(), classification="UN & SECRET")


@pytest.fixture(scope="session")
def bare() -> Dossier:
    """Return the same mission with a plan in which nothing is planned."""
    plan = every_law.plan()
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
    return Dossier(every_law.mission(), nothing)


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
        return Dossier(changed, every_law.plan(), classification=text)

    return renamed
