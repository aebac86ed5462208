"""The three documents of the MINUSMA mission show reading without any other file."""

import re
import shutil
from pathlib import Path

import pytest
from tests.missions.sums import MISSIONS

from drawdown.cli.documents import mission_by_documents, show_documents
from drawdown.mission import export_workbook, read_mission
from drawdown.reading.into.mission_dates import disagreements
from drawdown.reading.into.write import write_into
from drawdown.reading.ledger import ledger_of
from drawdown.reading.load import load_document
from drawdown.reading.reading import Reading, read
from drawdown.reading.related import related_documents

FOLDER = MISSIONS / "minusma"
NAMES = ("army-statement.txt", "decision.txt", "mission-statement.txt")


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    return [read(load_document(FOLDER / "documents" / name)) for name in NAMES]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "copy"))


@pytest.mark.parametrize("name", NAMES)
def test_each_says_that_it_was_written_here_and_names_its_pages(name: str) -> None:
    """Nobody takes it for a document of the United Nations."""
    text = (FOLDER / "documents" / name).read_text(encoding="utf-8")
    assert "Written for this mission folder" in text
    assert "It is no document of the" in text
    assert len(re.findall(r"^https://\S+$", text, re.MULTILINE)) >= 2
    assert name in (FOLDER / "README.md").read_text(encoding="utf-8")


def test_the_notice_gives_the_dates_of_the_mission(readings: list[Reading]) -> None:
    """By their roles, with the vote and the power that lapses."""
    decision = readings[1]
    assert [(limit.role, limit.iso) for limit in decision.dates] == [
        ("mandate_end", "2023-06-30"),
        ("start", "2023-07-01"),
        ("deadline", "2023-12-31"),
        ("start", "2024-01-01"),
        ("report_due", "2023-08-15"),
        ("authority_end", "2023-09-30"),
        ("authority_end", "2023-12-31"),
    ]
    assert decision.vote is not None
    assert decision.vote.unanimous
    assert {window.actor for window in decision.windows} == {"MINUSMA"}


def test_the_ledger_has_one_contradiction(readings: list[Reading]) -> None:
    """Of the mission and the army, about the departure from Aguelhok."""
    ledger = ledger_of([r.news for r in readings if r.news])
    (disputed,) = [s for s in ledger.subjects if s.is_disputed]
    assert {e.source for e in disputed.entries if e.disputed_by} == {
        "MINUSMA",
        "general staff of the Malian army",
    }


def test_the_statements_are_related_to_each_other(readings: list[Reading]) -> None:
    """More than to the notice, and by their wording."""
    first, *_ = related_documents(readings[0], readings[1:])
    assert first.name.endswith("mission-statement.txt")
    assert any(reason.kind == "wording" for reason in first.reasons)


def test_read_into_a_copy_changes_no_date_and_leaves_no_doubt(
    readings: list[Reading], copy: Path
) -> None:
    """The notice and mission.toml agree; the findings stand beside the tables."""
    assert write_into(copy, readings) == []
    assert disagreements(copy) == ()
    assert read_mission(copy) == read_mission(FOLDER)
    assert "Aguelhok" in (copy / "claims.csv").read_text(encoding="utf-8")


def test_a_later_date_in_the_notice_is_the_date_of_the_plan(copy: Path) -> None:
    """The demonstration plans by the documents, not by what was typed in before."""
    notice = copy / "documents" / "decision.txt"
    said = notice.read_text(encoding="utf-8")
    notice.write_text(said.replace("by 31 December 2023", "by 30 November 2023"))
    before = (copy / "mission.toml").read_bytes()
    mission = mission_by_documents(copy)
    assert mission.decision.deadline.isoformat() == "2023-11-30"
    assert (copy / "mission.toml").read_bytes() == before


def test_the_demonstration_shows_dates_with_quotes_and_both_sides() -> None:
    """What `drawdown demo` prints before it plans."""
    told = show_documents(FOLDER)
    assert "2023-12-31  everyone is out" in told
    assert "“by 31 December 2023” (decision.txt)" in told
    assert "MINUSMA said that its departure" in told
    assert "had not kept to the calendar" in told
    assert show_documents(MISSIONS / "tutorial") == ""


def test_a_workbook_of_the_mission_needs_no_documents(tmp_path: Path) -> None:
    """They are no table: export and import give the same mission."""
    mission = read_mission(FOLDER)
    export_workbook(mission, tmp_path / "minusma.xlsx")
    assert read_mission(tmp_path / "minusma.xlsx") == mission
