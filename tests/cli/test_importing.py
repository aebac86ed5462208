"""``drawdown import`` of other programs' tables: what it prints, what it refuses."""

from pathlib import Path

import pytest
from tests.importing.tables import FRONTMAP

from drawdown.cli.importing import import_
from drawdown.cli.mission import check
from drawdown.errors import UsageError


def table(folder: Path, text: str = FRONTMAP) -> Path:
    path = folder / "front.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_geo_pko_table_becomes_a_folder_and_a_list_of_what_is_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The folder passes the check."""
    path, folder = table(tmp_path), tmp_path / "m"
    import_(geo_pko=(path,), mission="UNARNIA", on="2019-07-01", output=folder)
    said = capsys.readouterr().out
    assert "5 sites" in said
    assert "To do" in said
    assert "lots.csv" in said
    assert check(str(folder)) == 0


def test_what_a_table_has_is_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is written."""
    import_(geo_pko=(table(tmp_path),), list_=True)
    assert "UNARNIA: 2019, 2020" in capsys.readouterr().out
    assert [path.name for path in tmp_path.iterdir()] == ["front.csv"]


def test_requirements_go_into_a_mission(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And its folder passes the check."""
    path = table(tmp_path, "ULN,Origin,POE,PAX\nX1,RIVER,HOME,3\n")
    import_(tpfdd=path, into="tutorial", output=tmp_path / "m")
    assert "new: X1" in capsys.readouterr().out
    assert check(str(tmp_path / "m")) == 0


def test_requirements_start_a_mission(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As Geo-PKO does."""
    path = table(tmp_path, "ULN,Origin,POE,PAX\nX1,Camp,Airport,3\n")
    import_(tpfdd=path, mission="UNARNIA", on="2030-01-01", output=tmp_path / "m")
    assert "To do" in capsys.readouterr().out
    assert check(str(tmp_path / "m")) == 0


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({}, "no folder is named"),
        ({"folder": True}, "nothing is named"),
        ({"geo": True, "folder": True}, "--mission NAME is missing"),
        ({"geo": True, "folder": True, "mission": "U"}, "--on DATE is missing"),
        ({"geo": True, "folder": True, "mission": "U", "on": "May"}, "is no date"),
        ({"geo": True, "folder": True, "tpfdd": True}, "several things"),
    ],
)
def test_a_call_that_is_off_says_how(options, says, tmp_path: Path) -> None:
    """One sentence each; nothing is written."""
    path = table(tmp_path)
    with pytest.raises(UsageError, match=says):
        import_(
            geo_pko=(path,) if options.get("geo") else (),
            tpfdd=path if options.get("tpfdd") else None,
            mission=options.get("mission"),
            on=options.get("on"),
            output=tmp_path / "m" if options.get("folder") else None,
        )
    assert not (tmp_path / "m").exists()
