"""Commands for mission files: what they print, and how they leave."""

import json
from pathlib import Path

import pytest

from drawdown.cli.exporting import export
from drawdown.cli.importing import import_
from drawdown.cli.mission import check, new, schema
from drawdown.errors import MissionError, UsageError
from drawdown.mission import bundled_names, read_mission
from drawdown.mission.example import example


def test_a_mission_in_order_has_no_problems(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Check leaves with 0."""
    new(tmp_path / "m")
    capsys.readouterr()
    assert check(str(tmp_path / "m")) == 0
    assert capsys.readouterr().out == "no problems\n"


def test_problems_are_printed_with_their_place_and_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Check leaves with 1, and 0 if there are warnings only."""
    new(tmp_path / "m")
    crews = tmp_path / "m" / "crews.csv"
    crews.write_text("crew_id,teams\nsurvey,-1\n", encoding="utf-8")
    capsys.readouterr()
    assert check(str(tmp_path / "m")) == 1
    assert "crews.csv, row 2, column teams: -1 is below 0" in capsys.readouterr().out
    crews.write_text("crew_id,teams\nsurvey,0\n", encoding="utf-8")
    assert check(str(tmp_path / "m")) == 0
    assert "no errors, 4 warnings" in capsys.readouterr().out


def test_check_prints_one_json_object(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """For machines: each problem with all its parts."""
    new(tmp_path / "m")
    (tmp_path / "m" / "site.csv").write_text("a\n1\n", encoding="utf-8")
    capsys.readouterr()
    assert check(str(tmp_path / "m"), json=True) == 1
    report = json.loads(capsys.readouterr().out)
    assert report["errors"] == 1
    assert report["problems"] == [
        {
            "where": "site.csv",
            "row": None,
            "column": None,
            "message": "there is no table of this name",
            "hint": "did you mean sites?",
            "level": "error",
        }
    ]


def test_bundled_missions_are_known_by_name(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """And a name that is none comes with the nearest."""
    assert check("minusma") == 0
    with pytest.raises(UsageError, match="did you mean minusma"):
        check("minusmo")
    assert "minusma" in bundled_names()


def test_export_and_import_lead_back_to_the_mission(tmp_path: Path) -> None:
    """And nothing that is there is written over unless that is asked for."""
    new(tmp_path / "a")
    export(str(tmp_path / "a"), tmp_path / "m.xlsx")
    import_(tmp_path / "m.xlsx", tmp_path / "b")
    assert read_mission(tmp_path / "b") == example()
    for again in (
        lambda: new(tmp_path / "a"),
        lambda: export(str(tmp_path / "a"), tmp_path / "m.xlsx"),
        lambda: import_(tmp_path / "m.xlsx", tmp_path / "b"),
    ):
        with pytest.raises(UsageError, match="something already"):
            again()
    export(str(tmp_path / "a"), tmp_path / "m.xlsx", replace=True)
    import_(tmp_path / "m.xlsx", tmp_path / "b", replace=True)


def test_a_template_can_be_a_workbook(tmp_path: Path) -> None:
    """For those who live in a spreadsheet."""
    new(tmp_path / "m.xlsx")
    assert read_mission(tmp_path / "m.xlsx") == example()


def test_a_mission_with_errors_is_not_exported(tmp_path: Path) -> None:
    """The errors are reported instead."""
    new(tmp_path / "m")
    (tmp_path / "m" / "sites.csv").unlink()
    with pytest.raises(MissionError):
        export(str(tmp_path / "m"), tmp_path / "m.xlsx")
    assert not (tmp_path / "m.xlsx").exists()


@pytest.mark.parametrize("table", [None, "sites", "plan"])
def test_schemas_are_printed_as_json(
    table: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of the mission, of a table, of plan files."""
    schema(table)
    assert json.loads(capsys.readouterr().out)["type"] == "object"
