"""Findings in a mission folder: marked unreviewed, and a reviewer's word stays."""

import csv
import tomllib

import pytest
from tests.reading.decisions import ENGLISH

from drawdown.errors import DocumentError, UsageError
from drawdown.reading.into.mission_dates import disagreements
from drawdown.reading.into.write import write_into
from drawdown.reading.page import document_of
from drawdown.reading.reading import read

MISSION = """# a comment that stays
[mission]
mission_id = "unmor"

[decision]
deadline = 2031-08-31  # as first announced
cessation = 2031-03-03

[[authority]]
authority_id = "vicinity"
name = "protect civilians"
protects = true
end = 2031-06-15
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "mission.toml").write_text(MISSION, encoding="utf-8")
    return tmp_path


def reading(text=ENGLISH):
    return read(document_of(text, name="/somewhere/decision.txt"))


def rows(folder, name):
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def rewrite(folder, name, old, new):
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_findings_are_written_with_their_quotes_and_unreviewed(folder):
    write_into(folder, [reading()])
    for name in ("commitments", "timeline"):
        found = rows(folder, name)
        assert found
        assert {row["status"] for row in found} == {"unreviewed"}
        for row in found:
            assert ENGLISH[int(row["start"]) : int(row["end"])] == row["quote"]
            assert row["document"] == "decision.txt"


def test_the_decisions_dates_feed_the_mission(folder):
    changes = write_into(folder, [reading()])
    mission = tomllib.loads((folder / "mission.toml").read_text(encoding="utf-8"))
    assert mission["decision"]["deadline"].isoformat() == "2031-09-30"
    assert mission["authority"][0]["end"].isoformat() == "2031-06-30"
    assert "a comment that stays" in (folder / "mission.toml").read_text()
    assert {change.field for change in changes} == {
        "decision.deadline",
        "authority.end",
    }
    assert disagreements(folder) == ()


def test_reading_twice_changes_nothing(folder):
    write_into(folder, [reading()])
    before = {p.name: p.read_bytes() for p in folder.iterdir()}
    assert write_into(folder, [reading()]) == []
    assert {p.name: p.read_bytes() for p in folder.iterdir()} == before


def test_a_reviewers_corrections_survive_the_next_reading(folder):
    write_into(folder, [reading()])
    first = rows(folder, "commitments")[0]
    rewrite(
        folder,
        "commitments.csv",
        f"{first['id']},unreviewed",
        f"{first['id']},corrected",
    )
    rewrite(
        folder, "commitments.csv", "Government of Morland,host_state", "Council,council"
    )
    kept = next(r for r in rows(folder, "commitments") if r["id"] == first["id"])
    write_into(folder, [reading()])
    again = rows(folder, "commitments")
    assert next(r for r in again if r["id"] == first["id"]) == kept
    assert not any(row["party"] == "Council" for row in again)
    assert len(again) == len({row["id"] for row in again})


def test_a_corrected_date_is_the_one_that_feeds_the_mission(folder):
    write_into(folder, [reading()])
    text = (folder / "decision.toml").read_text(encoding="utf-8")
    block = next(b for b in text.split("[[date]]") if "decision.deadline" in b)
    mended = block.replace("unreviewed", "corrected").replace(
        'value = "2031-09-30"', 'value = "2031-10-31"'
    )
    (folder / "decision.toml").write_text(text.replace(block, mended), encoding="utf-8")
    write_into(folder, [reading()])
    mission = tomllib.loads((folder / "mission.toml").read_text(encoding="utf-8"))
    assert mission["decision"]["deadline"].isoformat() == "2031-10-31"


def test_what_a_person_changed_in_mission_toml_stands_and_is_reported(folder):
    write_into(folder, [reading()])
    rewrite(folder, "mission.toml", "deadline = 2031-09-30", "deadline = 2031-09-01")
    (change,) = write_into(folder, [reading()])
    assert change.kept
    (problem,) = disagreements(folder)
    assert problem.level == "warning"
    assert "2031-09-30" in problem.message


def test_rows_of_other_documents_stay(folder):
    write_into(folder, [reading()])
    write_into(
        folder, [read(document_of("The minister said it may end.", name="b.txt"))]
    )
    assert {row["document"] for row in rows(folder, "commitments")} == {"decision.txt"}


def test_a_folder_without_a_mission_is_an_error(tmp_path):
    with pytest.raises(DocumentError, match=r"no mission\.toml"):
        write_into(tmp_path, [reading()])
    with pytest.raises(UsageError):
        write_into(tmp_path / "none", [reading()])


def test_a_date_that_is_none_is_a_clear_error(folder):
    write_into(folder, [reading()])
    rewrite(folder, "decision.toml", 'value = "2031-09-30"', 'value = "soon"')
    with pytest.raises(DocumentError, match="soon is no date"):
        write_into(folder, [reading()])


def test_a_reviewer_may_write_a_date_without_quotes(folder):
    write_into(folder, [reading()])
    rewrite(folder, "decision.toml", 'value = "2031-09-30"', "value = 2031-09-30")
    assert write_into(folder, [reading()]) == []
