"""The project file, read back by mpxj, which most planning programs use."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from drawdown.export.dossier import Dossier
from drawdown.export.mspdi import mspdi
from drawdown.mission import Mission
from drawdown.plan import Plan

READER = Path(__file__).with_name("read_project.py")
REQUIRED = "DRAWDOWN_REQUIRE_JAVA"
"""Set where the tests must not pass without Java."""


def read_back(dossier: Dossier, folder: Path) -> dict[str, Any]:
    if shutil.which("java") is None and not os.environ.get(REQUIRED):
        pytest.skip(f"there is no Java, on which mpxj runs ({REQUIRED}=1 demands it)")
    path = folder / "project.xml"
    path.write_bytes(mspdi(dossier))
    done = subprocess.run(
        [sys.executable, READER, path], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


@pytest.fixture(scope="session")
def project(
    dossier: Dossier, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Any]:
    """Return what mpxj reads."""
    return read_back(dossier, tmp_path_factory.mktemp("project"))


@pytest.fixture(scope="session")
def tasks(project: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the tasks below each heading, by heading and name."""
    names: dict[str, str] = {one["outline"]: one["name"] for one in project["tasks"]}
    return {
        " / ".join(
            names[".".join(one["outline"].split(".")[: level + 1])]
            for level in range(one["outline"].count(".") + 1)
        ): one
        for one in project["tasks"]
    }


def test_every_step_is_there_with_its_days(
    tasks: dict[str, dict[str, Any]], mission: Mission, plan: Plan
) -> None:
    """From eight on the first to four on the last of its days."""
    fort = next(one for one in plan.closures if one.site == "FORT")
    names = {row.step_id: row.name for row in mission.steps}
    for step in fort.steps:
        name = names[step.step]
        found = tasks[f"Fort / {name}"]
        assert found["start"] == f"{step.start}T08:00"
        assert found["finish"] == f"{step.end}T16:00"
        assert found["duration"] == f"{(step.end - step.start).days + 1}.0d"


def test_steps_wait_for_those_before_them(tasks: dict[str, dict[str, Any]]) -> None:
    """FORT: notice, clearance, inspection; the closing waits for the last."""
    steps = {
        name.split(" / ")[-1]: one for name, one in tasks.items() if "Fort /" in name
    }
    assert steps["Clearance"]["after"] == [steps["Notice"]["id"]]
    assert steps["Inspection"]["after"] == [steps["Clearance"]["id"]]
    closing = steps["Fort closes, handed over"]
    assert closing["milestone"]
    assert steps["Inspection"]["id"] in closing["after"]


def test_no_task_begins_before_what_it_waits_for(project: dict[str, Any]) -> None:
    """In the baseline, which is the plan: the links are those of the plan."""
    ends = {one["id"]: one["baseline_finish"] for one in project["tasks"]}
    for one in project["tasks"]:
        for before in one["after"]:
            assert ends[before] <= one["baseline_finish"]
            if not one["milestone"]:
                assert ends[before] <= one["baseline_start"]


def test_the_real_closing_stands_beside_the_planned_one(
    tasks: dict[str, dict[str, Any]],
) -> None:
    """Baseline: the plan; actual: what was reported."""
    found = tasks["Fort / Fort closes, handed over"]
    assert found["actual_finish"] == "2030-01-31T16:00"
    assert found["baseline_finish"] < found["actual_finish"]
    post = tasks["Post / Post closes, and is left"]
    assert post["actual_finish"] is None
    assert post["finish"] == post["baseline_finish"]


def test_headings_span_what_is_below_them(project: dict[str, Any]) -> None:
    """As planning programs compute it."""
    for one in project["tasks"]:
        if one["summary"]:
            below = [
                other
                for other in project["tasks"]
                if other["outline"].startswith(f"{one['outline']}.")
            ]
            assert one["start"][:10] == min(other["start"] for other in below)[:10]
            assert one["finish"] == max(other["finish"] for other in below)


def test_every_day_of_the_week_is_worked(project: dict[str, Any]) -> None:
    """A drawdown knows no weekend."""
    assert project["weekend_works"]


def test_crews_are_resources_with_their_teams(
    project: dict[str, Any], mission: Mission
) -> None:
    """A unit of a resource is 100 per cent of one team."""
    assert project["resources"] == {
        crew.crew_id: 100.0 * crew.teams for crew in mission.crews
    }
    assert project["assignments"] > 0


def test_closings_have_their_deadline(tasks: dict[str, dict[str, Any]]) -> None:
    """That of the decision."""
    assert tasks["Fort / Fort closes, handed over"]["deadline"].startswith("2030-02-09")
    assert tasks["Post / Post closes, and is left"]["deadline"].startswith("2030-02-09")


def test_a_plan_with_nothing_in_it_is_a_project_too(
    bare: Dossier, tmp_path: Path
) -> None:
    """It has the dates of the decision."""
    found = read_back(bare, tmp_path)
    assert found["title"] == "Every law"
    assert any(one["name"] == "Dates of the decision" for one in found["tasks"])
