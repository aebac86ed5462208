"""Folders: a mission that is written comes back as it was."""

from pathlib import Path

from tests.mission.small import small_mission

from drawdown.mission import digest, read_mission, write_mission


def test_a_mission_comes_back_from_its_folder_as_it_was(tmp_path: Path) -> None:
    """Every table, every value and all evidence survive."""
    write_mission(small_mission(), tmp_path / "m")
    assert read_mission(tmp_path / "m") == small_mission()


def test_equal_missions_give_the_same_bytes_and_digest(tmp_path: Path) -> None:
    """Writing what was read changes nothing."""
    write_mission(small_mission(), tmp_path / "a")
    again = read_mission(tmp_path / "a")
    write_mission(again, tmp_path / "b")
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()
    assert digest(again) == digest(small_mission())
