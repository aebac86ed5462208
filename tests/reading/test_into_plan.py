"""A document read into a copy of a mission, and the mission planned again."""

import importlib.util
import re
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from drawdown.mission import Mission, read_mission
from drawdown.mission.bundled import bundled
from drawdown.reading.into.write import write_into
from drawdown.reading.load import load_document
from drawdown.reading.reading import read
from drawdown.verifying import verify

PLANNER = importlib.util.find_spec("drawdown.planning.plan_mission")
ARTICLE_DEADLINE = date(2023, 12, 31)
ARTICLE_AUTHORITY = date(2023, 9, 30)
ARTICLE_REPORT = date(2023, 8, 15)

#: So many days earlier, the tutorial lies before the dates of the documents.
SHIFT = date(2030, 3, 1) - date(2023, 9, 21)


def document_path(name: str) -> Path:
    if name == "notice":
        return bundled("minusma") / "documents" / "decision.txt"
    shared = Path(__file__).parents[3] / "shared" / "documents"
    if not shared.is_dir():
        pytest.skip("the news page is not beside the checkout")
    return shared / "seed-article.txt"


@pytest.fixture(params=["notice", pytest.param("article", marks=pytest.mark.shared)])
def document(request) -> Path:
    return document_path(request.param)


@pytest.fixture
def tutorial(tmp_path) -> Path:
    """The tutorial in autumn 2023, with dates that no document gives."""
    folder = Path(shutil.copytree(bundled("tutorial"), tmp_path / "tutorial"))
    for file in folder.iterdir():
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r"2030-\d\d-\d\d", _earlier, text), encoding="utf-8")
    rewrite(folder, "liquidation_from = 2023-10-12", "liquidation_from = 2024-01-01")
    rewrite(folder, "end = 2023-09-30", "end = 2023-09-25")
    return folder


def _earlier(match: re.Match[str]) -> str:
    return (date.fromisoformat(match.group()) - SHIFT).isoformat()


def rewrite(folder: Path, old: str, new: str) -> None:
    path = folder / "mission.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def protection(mission: Mission) -> date:
    (power,) = [a for a in mission.authorities if a.protects]
    return power.end


def test_a_mission_with_other_dates_takes_those_of_the_document(document, tmp_path):
    """Deadline, end of the power to protect, the plan that is due."""
    folder = Path(shutil.copytree(bundled("minusma"), tmp_path / "copy"))
    rewrite(folder, "deadline = 2023-12-31", "deadline = 2023-11-30")
    rewrite(folder, "end = 2023-09-30", "end = 2023-08-31")
    rewrite(folder, "due = 2023-08-15", "due = 2023-09-30")
    changes = write_into(folder, [read(load_document(document))])
    assert {change.field for change in changes} == {
        "decision.deadline",
        "authority.end",
        "deliverable.due",
    }
    mission = read_mission(folder)
    assert mission.decision.deadline == ARTICLE_DEADLINE
    assert protection(mission) == ARTICLE_AUTHORITY
    assert [d.due for d in mission.deliverables] == [ARTICLE_REPORT]
    assert mission.decision.values["deadline"].source == document.name


@pytest.mark.skipif(PLANNER is None, reason="there is no planner yet")
def test_the_plan_made_again_keeps_the_dates_of_the_document(document, tutorial):
    """More days are there, and the plan uses and ends within the document's."""
    from drawdown.planning.plan_mission import Effort, plan_mission

    write_into(tutorial, [read(load_document(document))])
    mission = read_mission(tutorial)
    assert mission.decision.deadline == ARTICLE_DEADLINE
    assert protection(mission) == ARTICLE_AUTHORITY
    result = plan_mission(
        mission,
        Effort(seconds=None, work=1, workers=1),
        judge=lambda m, p: verify(m, p, stated=False),
    )
    assert result.status == "planned"
    assert result.plan is not None
    verdict = verify(mission, result.plan)
    assert verdict.holds
    ends = [c.closed for c in result.plan.closures if c.closed is not None]
    assert ends
    assert max(ends) <= ARTICLE_DEADLINE + timedelta(days=1)
