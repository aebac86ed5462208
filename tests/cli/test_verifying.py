"""``drawdown verify``, ``diff`` and ``movements`` on files."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.worlds import every_law

from drawdown.cli.verifying import diff, export_movements, import_movements, verify
from drawdown.mission import write_mission
from drawdown.plan.files import read_plan, write_plan


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """Return a folder with a mission, a good plan and a worse one."""
    plan = every_law.plan()
    write_mission(every_law.mission(), tmp_path / "mission")
    write_plan(plan, tmp_path / "good.json")
    write_plan(replace(plan, disposals=plan.disposals[1:]), tmp_path / "bad.json")
    return tmp_path


def test_a_good_plan_is_told_so_with_its_values(files: Path, capsys) -> None:
    """Exit code 0, the five values and their units."""
    assert verify(files / "mission", files / "good.json") == 0
    out = capsys.readouterr().out
    assert out.startswith("no violation\n")
    assert "people late            22  person-days" in out
    assert "weighted        1,866,834  USD, by the weights of the mission" in out


def test_violations_are_grouped_by_law(files: Path, capsys) -> None:
    """Exit code 1, each section with its title and count."""
    assert verify(files / "mission", files / "bad.json") == 1
    out = capsys.readouterr().out
    assert "§9.3 Dispositions: 2" in out
    assert "1 of 3 items of STORES have not ended" in out


def test_a_program_reads_the_verdict_as_json(files: Path, capsys) -> None:
    """One object with the violations and the objectives."""
    assert verify(files / "mission", files / "bad.json", json_=True) == 1
    found = json.loads(capsys.readouterr().out)
    assert {"violations", "objectives"} <= set(found)
    assert found["objectives"]["people_late"] == 22
    assert found["violations"][0]["law"] == "9.3"
    assert found["violations"][0]["on"] == "2030-01-08"


def test_a_plan_can_be_restated(files: Path, capsys) -> None:
    """The values that follow from a plan take the place of those it stated."""
    new = files / "new.json"
    verify(files / "mission", files / "bad.json", restate=new)
    assert read_plan(new).objectives.loss == 606.0
    capsys.readouterr()
    verify(files / "mission", new)
    assert "§24.3" not in capsys.readouterr().out


def test_a_plan_of_older_tables_is_pointed_out(files: Path, capsys) -> None:
    """It is no violation, and stands on standard error."""
    old = replace(every_law.plan(), mission_digest="0" * 64)
    write_plan(old, files / "old.json")
    assert verify(files / "mission", files / "old.json") == 0
    assert "has changed since" in capsys.readouterr().err


def test_two_plans_are_compared(files: Path, capsys) -> None:
    """Exit code 1 if they differ, 0 if not."""
    assert diff(files / "good.json", files / "good.json") == 0
    assert diff(files / "good.json", files / "bad.json") == 1
    assert "STORES: gift 1 (no longer)" in capsys.readouterr().out
    diff(files / "good.json", files / "bad.json", json_=True)
    assert json.loads(capsys.readouterr().out)["same"] is False


def test_movements_go_out_and_come_back(files: Path) -> None:
    """An exported table imports to the same plan file."""
    table, new = files / "t.csv", files / "new.json"
    export_movements(files / "good.json", table, mission=files / "mission")
    import_movements(files / "good.json", table, output=new)
    assert new.read_bytes() == (files / "good.json").read_bytes()
