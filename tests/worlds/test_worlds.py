"""The worlds made by hand are missions that the mission's own checks accept."""

from pathlib import Path
from types import ModuleType

import pytest
from tests.worlds import every_law, river_landing, two_bases

from drawdown.mission import read_mission, write_mission


@pytest.mark.parametrize(
    "world", [two_bases, river_landing, every_law], ids=lambda world: world.__name__
)
def test_a_world_is_a_mission_without_problems(
    world: ModuleType, tmp_path: Path
) -> None:
    """It can be written and read, and is the same."""
    write_mission(world.mission(), tmp_path / "m")
    assert read_mission(tmp_path / "m") == world.mission()
