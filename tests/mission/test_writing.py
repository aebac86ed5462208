"""Writing: whole files, the same bytes, and nothing that would be read as another."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.mission.small import small_mission

from drawdown.errors import MissionError
from drawdown.mission import Mission, digest, export_workbook, read_mission
from drawdown.mission import write_mission as write
from drawdown.quantities import Confidence, Evidence
from drawdown.whole_file import write_whole


def named(name: str) -> Mission:
    """Return the small mission with another name for its crew."""
    mission = small_mission()
    return replace(mission, crews=(replace(mission.crews[0], name=name),))


@pytest.mark.parametrize("name", [" a", "a\r\nb", "a\x00", "x" * 40_000])
def test_texts_that_would_be_read_as_others_are_refused(
    tmp_path: Path, name: str
) -> None:
    """With table, row and column, before anything is written."""
    for target in (tmp_path / "m", tmp_path / "m.xlsx"):
        with pytest.raises(MissionError) as caught:
            (write if target.suffix == "" else export_workbook)(named(name), target)
        (problem,) = caught.value.problems
        assert (problem.where, problem.row, problem.column) == ("crews.csv", 2, "name")
        assert not target.exists()


def test_writing_over_a_mission_leaves_nothing_of_it(tmp_path: Path) -> None:
    """Tables that are empty now are written empty."""
    write(small_mission(), tmp_path)
    write(replace(small_mission(), windows=(), tasks=()), tmp_path)
    assert read_mission(tmp_path).windows == ()


def test_the_digest_changes_with_values_and_not_with_evidence() -> None:
    """A note changes no plan."""
    mission = small_mission()
    (crew,) = mission.crews
    noted = replace(
        crew,
        evidence=Evidence(source="x"),
        values={"teams": Evidence(confidence=Confidence.ASSUMED)},
    )
    assert digest(replace(mission, crews=(noted,))) == digest(mission)
    assert digest(replace(mission, crews=(replace(crew, teams=3),))) != digest(mission)
    assert digest(replace(mission, crews=())) != digest(mission)


def test_a_file_keeps_its_permissions_and_leaves_no_other(tmp_path: Path) -> None:
    """A plan that was for the group stays for the group."""
    path = tmp_path / "f"
    write_whole(path, b"old")
    path.chmod(0o640)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert [one.name for one in tmp_path.iterdir()] == ["f"]


def test_a_file_that_cannot_take_its_name_leaves_no_other(tmp_path: Path) -> None:
    """The old content stays, the temporary file goes."""
    (tmp_path / "f").mkdir()
    with pytest.raises(OSError, match="f"):
        write_whole(tmp_path / "f", b"new")
    assert [one.name for one in tmp_path.iterdir()] == ["f"]
