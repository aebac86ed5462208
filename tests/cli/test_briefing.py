"""``drawdown brief`` on files."""

from pathlib import Path

import pytest
from tests.brief.plans import plan_of
from tests.worlds import every_law

from drawdown.brief.redaction import Level
from drawdown.cli.briefing import brief
from drawdown.errors import UsageError
from drawdown.mission import write_mission
from drawdown.plan.files import write_plan


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """Return a folder with a mission and a plan."""
    write_mission(every_law.mission(), tmp_path / "mission")
    write_plan(every_law.plan(), tmp_path / "plan.json")
    return tmp_path


def test_the_page_is_written_where_it_is_asked_for(files: Path, capsys) -> None:
    """And its place is printed."""
    page = files / "page.html"
    assert brief(str(files / "mission"), files / "plan.json", output=page) == 0
    assert capsys.readouterr().out == f"{page}\n"
    assert page.read_text("utf-8").startswith("<!doctype html>")


def test_the_same_call_writes_the_same_bytes(files: Path) -> None:
    """With every option."""
    for name in ("one.html", "two.html"):
        brief(
            str(files / "mission"),
            files / "plan.json",
            output=files / name,
            compare=files / "plan.json",
            lang="fr",
            classification="INTERNE",
            redact=Level.PARTNER,
        )
    assert (files / "one.html").read_bytes() == (files / "two.html").read_bytes()
    assert "INTERNE" in (files / "one.html").read_text("utf-8")


def test_the_page_is_redacted_once(tmp_path: Path) -> None:
    """Areas stand for communities, and have names."""
    write_plan(plan_of("minusma"), tmp_path / "plan.json")
    page = tmp_path / "page.html"
    brief("minusma", tmp_path / "plan.json", output=page, redact=Level.PARTNER)
    text = page.read_text("utf-8")
    assert "area around 18.25, 1.25" in text
    assert "all groups" in text


def test_without_output_the_page_has_the_name_of_the_mission(
    files: Path, monkeypatch
) -> None:
    """In the folder where one is."""
    monkeypatch.chdir(files)
    brief("mission", Path("plan.json"))
    assert (files / "mission-brief.html").is_file()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"lang": "xx"}, "no language"),
        ({"classification": "two\nlines"}, "one line"),
        ({"classification": "x" * 200}, "one line"),
        ({"output": Path("nowhere/at/all.html")}, "no such folder"),
        ({"compare": Path("missing.json")}, "no such plan file"),
        ({"boundaries": Path("missing.json")}, "missing.json"),
    ],
)
def test_what_is_off_is_said_before_anything_is_written(
    files: Path, options: dict, message: str
) -> None:
    """And no file is left."""
    before = sorted(files.iterdir())
    with pytest.raises(Exception, match=message) as caught:
        brief(
            str(files / "mission"),
            files / "plan.json",
            **({"output": files / "page.html"} | options),
        )
    assert type(caught.value).__module__ == "drawdown.errors"
    assert sorted(files.iterdir()) == before


def test_a_plan_of_another_mission_is_refused(files: Path) -> None:
    """With what to do."""
    with pytest.raises(UsageError, match="not of tutorial"):
        brief("tutorial", files / "plan.json", output=files / "page.html")
