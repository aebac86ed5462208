"""Workbooks: a mission survives them, and so does the folder that it came from."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from tests.mission.small import small_mission
from tests.mission.strategies import missions

from drawdown.mission import Mission, export_workbook, read_mission
from drawdown.mission.csv_folder import folder_files, read_folder
from drawdown.mission.draft import Draft
from drawdown.mission.reading import build
from drawdown.mission.workbook_reader import read_workbook
from drawdown.mission.workbook_writer import workbook_bytes
from drawdown.mission.writing import sheets_of


def through_folder(mission: Mission, folder: Path) -> Draft:
    """Return what is read from the folder of a mission."""
    folder.mkdir(exist_ok=True)
    for name, data in folder_files(sheets_of(mission)).items():
        (folder / name).write_bytes(data)
    return build(*read_folder(folder))


def through_workbook(mission: Mission, path: Path) -> Draft:
    """Return what is read from the workbook of a mission."""
    path.write_bytes(workbook_bytes(sheets_of(mission)))
    return build(*read_workbook(path))


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.function_scoped_fixture,
    ],
)
@given(mission=missions())
def test_folder_and_workbook_give_back_every_value(
    tmp_path: Path, mission: Mission
) -> None:
    """Folder → workbook → folder is the same mission and the same bytes."""
    one = through_folder(mission, tmp_path / "one")
    assert not one.problems
    assert one.mission == mission
    two = through_workbook(one.mission, tmp_path / "m.xlsx")
    assert not two.problems
    assert two.mission == mission
    assert folder_files(sheets_of(two.mission)) == folder_files(sheets_of(mission))


def test_a_workbook_reads_as_the_mission_that_it_was_made_of(tmp_path: Path) -> None:
    """Export and read, with all checks."""
    export_workbook(small_mission(), tmp_path / "m.xlsx")
    assert read_mission(tmp_path / "m.xlsx") == small_mission()


def test_equal_missions_give_the_same_workbook() -> None:
    """No time of day is in it."""
    first = workbook_bytes(sheets_of(small_mission()))
    assert first == workbook_bytes(sheets_of(small_mission()))
