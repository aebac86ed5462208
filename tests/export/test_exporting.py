"""``drawdown export`` on the command line."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from tests.export.conftest import Files

from drawdown.cli.app import main
from drawdown.cli.exporting import export
from drawdown.errors import PlanFileError, UsageError
from drawdown.export.format import Format
from drawdown.plan import Movement, Plan, read_plan, write_plan


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_same_input_gives_the_same_bytes_of_every_export(
    files: Files, tmp_path: Path
) -> None:
    """In two processes that order sets differently, in two places, on two clocks."""
    mission, plan = files
    made = []
    for number, seed in enumerate(("1", "2")):
        folder = tmp_path / f"run-{number}"
        subprocess.run(
            [
                *(sys.executable, "-c", "from drawdown.cli import main; main()"),
                *("export", mission, plan, "--to", "all", "-o", folder),
                *("--classification", "INTERNAL"),
            ],
            env={"PYTHONHASHSEED": seed, "TZ": f"UTC{number}", "PATH": "/usr/bin:/bin"},
            cwd=tmp_path,
            check=True,
            capture_output=True,
        )
        made.append(contents(folder))
    assert made[0] == made[1]
    tops = {name.split("/")[0] for name in made[0]}
    assert tops == {which.file_name for which in Format}


def test_the_ending_of_a_file_says_the_format(
    files: Files, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And its name is printed."""
    mission, plan = files
    export(str(mission), plan, output=tmp_path / "dates.ics")
    assert (tmp_path / "dates.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert capsys.readouterr().out == f"{tmp_path / 'dates.ics'}\n"


def test_several_formats_go_into_a_folder(files: Files, tmp_path: Path) -> None:
    """Each under its own name."""
    mission, plan = files
    export(str(mission), plan, to=[Format.ICS, Format.GEOJSON], output=tmp_path / "out")
    assert set(contents(tmp_path / "out")) == {"dates.ics", "map.geojson"}


def test_without_a_plan_the_mission_itself_is_a_workbook(
    files: Files, tmp_path: Path
) -> None:
    """As a file to write, or by -o."""
    export(str(files[0]), tmp_path / "one.xlsx")
    export(str(files[0]), output=tmp_path / "two.xlsx")
    one, two = (tmp_path / "one.xlsx"), (tmp_path / "two.xlsx")
    assert one.read_bytes() == two.read_bytes()


def test_nothing_is_written_over_unless_it_is_asked_for(
    files: Files, tmp_path: Path
) -> None:
    """Files and folders alike."""
    mission, plan = files
    path = tmp_path / "dates.ics"
    path.write_text("mine")
    with pytest.raises(UsageError, match="something already"):
        export(str(mission), plan, output=path)
    assert path.read_text() == "mine"
    export(str(mission), plan, output=path, replace=True)
    assert path.read_bytes().startswith(b"BEGIN:VCALENDAR")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"to": [Format.ICS]}, "no file is given"),
        ({"output": Path("x.odt")}, "says no format"),
        ({"output": Path("nowhere/x.ics")}, "no such folder"),
        ({"output": Path("x.ics"), "lang": "tlh"}, "no language"),
        ({"output": Path("x.ics"), "classification": "a\nb"}, "one line"),
        ({"output": Path(), "to": [Format.ICS]}, "this is a folder"),
        ({"output": Path(__file__), "to": [Format.CSV]}, "this is a file"),
        ({"output": Path(__file__), "to": ["all"]}, "this is a file"),
    ],
)
def test_a_call_that_is_off_says_how_to_mend_it(
    files: Files, arguments: dict[str, object], message: str
) -> None:
    """Before anything is read or written."""
    mission, plan = files
    with pytest.raises(UsageError, match=message):
        export(str(mission), plan, **arguments)  # type: ignore[arg-type]


def test_without_a_plan_other_formats_ask_for_one(files: Files, tmp_path: Path) -> None:
    """The hint has the whole call."""
    with pytest.raises(UsageError, match="no plan is given"):
        export(str(files[0]), to=[Format.ICS], output=tmp_path / "x.ics")


def test_a_plan_of_another_mission_is_refused(
    files: Files, tmp_path: Path, tutorial_plan: Plan
) -> None:
    """The message names both; nothing is written."""
    write_plan(replace(tutorial_plan, mission="other"), tmp_path / "other.json")
    with pytest.raises(UsageError, match="a plan of other, not of tutorial"):
        export(str(files[0]), tmp_path / "other.json", output=tmp_path / "x.ics")
    assert not (tmp_path / "x.ics").exists()


def test_a_plan_that_names_unknown_things_is_refused_with_all_of_them(
    files: Files, tmp_path: Path, tutorial_plan: Plan
) -> None:
    """All at once, each with its place."""
    start = tutorial_plan.movements[0].departs
    unknown = Movement(movement="M", route="NOWHERE", departs=start, arrives=start)
    plan = replace(
        tutorial_plan,
        movements=(*tutorial_plan.movements, unknown),
        disposals=(replace(tutorial_plan.disposals[0], lot="NOTHING"),),
    )
    write_plan(plan, tmp_path / "odd.json")
    with pytest.raises(PlanFileError) as caught:
        export(str(files[0]), tmp_path / "odd.json", output=tmp_path / "x.ics")
    messages = [problem.message for problem in caught.value.problems]
    assert any("NOWHERE" in message for message in messages)
    assert any("NOTHING" in message for message in messages)


def test_a_corrupt_plan_gives_the_usual_error(files: Files, tmp_path: Path) -> None:
    """As everywhere a plan is read."""
    (tmp_path / "bad.json").write_text(json.dumps({"format": "drawdown-plan/1"}))
    with pytest.raises(PlanFileError, match="problems"):
        export(str(files[0]), tmp_path / "bad.json", output=tmp_path / "x.ics")


def test_if_one_format_cannot_be_made_none_is_written(
    files: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder is not half full."""
    from drawdown.export import mspdi

    def broken(_: object) -> bytes:
        raise PlanFileError("cannot be")

    monkeypatch.setattr(mspdi, "mspdi", broken)
    mission, plan = files
    with pytest.raises(PlanFileError):
        export(
            str(mission), plan, to=[Format.ICS, Format.MSPDI], output=tmp_path / "out"
        )
    assert not (tmp_path / "out").exists()


def test_changed_tables_are_told_on_standard_error(
    files: Files, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And the files are written all the same."""
    mission, plan = files
    write_plan(replace(read_plan(plan), mission_digest="0" * 64), plan)
    export(str(mission), plan, output=tmp_path / "x.geojson")
    assert "has changed since" in capsys.readouterr().err
    assert (tmp_path / "x.geojson").exists()


def test_what_the_disk_does_not_take_is_told(
    files: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No traceback; the file that was there stays."""
    from drawdown.export import write

    def full(path: Path, _: bytes) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(write, "write_whole", full)
    mission, plan = files
    with pytest.raises(UsageError, match="No space left on device"):
        export(str(mission), plan, output=tmp_path / "x.ics")


def test_an_unknown_format_on_the_command_line_names_those_there_are(
    files: Files,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """With the exit code of a wrong call."""
    call = ["drawdown", "export", *map(str, files), "--to", "foo", "-o", "x"]
    monkeypatch.setattr(sys, "argv", call)
    with pytest.raises(SystemExit) as ended:
        main()
    said = capsys.readouterr().err
    assert ended.value.code == 2
    assert "foo" in said
    assert "transfer-plan-md, all" in said
