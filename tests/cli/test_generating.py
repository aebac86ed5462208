"""``drawdown generate`` writes a mission, and never over something else."""

from pathlib import Path

import pytest

from drawdown.cli.generating import generate
from drawdown.errors import UsageError
from drawdown.mission import read_mission
from drawdown.mission.generate import generate as generated


def test_it_writes_the_mission_of_the_seed(tmp_path, capsys):
    generate(tmp_path / "made", scale=0.3, seed=5)
    assert read_mission(tmp_path / "made") == generated(0.3, 5)
    assert "4 sites" in capsys.readouterr().out


def test_it_does_not_write_over_what_is_there(tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(UsageError, match="not empty"):
        generate(tmp_path)
    generate(tmp_path, scale=0.15, replace=True)
    assert (tmp_path / "notes.txt").read_text() == "mine"


@pytest.mark.parametrize("scale", [0, -1, 1000, float("nan")])
def test_it_refuses_a_scale_that_means_nothing(tmp_path, scale):
    with pytest.raises(UsageError, match="scale"):
        generate(tmp_path / "made", scale=scale)


def test_the_page_shows_what_it_prints(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    generate(Path("made"), scale=1, seed=3)
    page = Path(__file__).parents[2] / "docs" / "generated-missions.md"
    assert capsys.readouterr().out in page.read_text(encoding="utf-8")
