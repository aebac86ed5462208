"""The draft of the plan for the transfer of tasks."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import docx
import pytest
from docx.enum.text import WD_COLOR_INDEX

from drawdown.export.document_quotes import document_quotes
from drawdown.export.dossier import Dossier
from drawdown.export.dossier import dossier as made
from drawdown.export.quotes import DUE, Quote
from drawdown.export.transfer_plan import transfer_plan_docx, transfer_plan_markdown
from drawdown.mission import Deliverable, Mission, bundled
from drawdown.plan import Plan

CLAUSE = "Requests a plan for the transfer of tasks by 15 January"
ASKED = Deliverable(
    deliverable_id="PLAN",
    name="Plan for the transfer of tasks",
    party="Secretary-General",
    due=date(2030, 1, 15),
)


@pytest.fixture(scope="session")
def asking(mission: Mission) -> Mission:
    """Return the mission with the plan among what is due."""
    return replace(mission, deliverables=(ASKED,))


@pytest.fixture(scope="session")
def asked(asking: Mission, plan: Plan) -> Dossier:
    """Return a mission whose decision asks for the plan, in one clause."""
    quotes = (
        Quote(
            field=DUE,
            on=date(2030, 1, 15),
            words=CLAUSE,
            document="resolution.txt",
            paragraph="3",
        ),
        Quote(field=DUE, on=date(2030, 1, 16), words="another", document="other.txt"),
    )
    return made(asking, plan, quotes=quotes, classification="UN & SECRET")


def text_of(dossier: Dossier) -> str:
    return transfer_plan_markdown(dossier).decode()


def test_the_clause_is_quoted_with_its_place(asked: Dossier) -> None:
    """And the clause of another date is not."""
    text = text_of(asked)
    assert f"> “{CLAUSE}”" in text
    assert "resolution.txt, paragraph 3 (found by the program, not reviewed)" in text
    assert "Asked of: Secretary-General" in text
    assert "another" not in text


def test_a_mission_without_such_a_clause_gets_a_blank(dossier: Dossier) -> None:
    """Nothing is made up."""
    assert (
        "**[to be decided: who asks for this plan, by when, in which clause]**"
        in text_of(dossier)
    )


def test_the_bundled_minusma_quotes_its_decision() -> None:
    """The clause comes out of the documents in the folder, as they are read."""
    found = [
        quote
        for quote in document_quotes(bundled("minusma"))
        if quote.field == DUE and quote.on == date(2023, 8, 15)
    ]
    assert found[0].document == "decision.txt"
    assert "plan for the transfer of the mission's tasks" in found[0].words


def test_every_task_is_there_with_what_the_plan_does_with_it(
    asked: Dossier, asking: Mission, plan: Plan
) -> None:
    """Handed over with its days, or a gap with its day and a blank."""
    text = text_of(asked)
    for task in asking.tasks:
        assert f"#### {task.task_id}, " in text
    say = asked.language
    for given in plan.handovers:
        days = f"{say.date(given.start)} to {say.date(given.end)}"
        assert f"Handover in the plan: {days}" in text
    for left in plan.residuals:
        assert f"Gap: from {say.date(left.gap)} nobody does it" in text


def test_a_task_without_recipient_asks_who_takes_it(
    asked: Dossier, asking: Mission
) -> None:
    """The blank says what is to be decided."""
    nobody = [task for task in asking.tasks if not task.recipient]
    assert nobody
    blank = "Recipient: **[to be decided: who takes this task over, or that it ends]**"
    assert text_of(asked).count(blank) == len(nobody)


def test_readiness_is_held_against_the_day_on_which_the_mission_leaves(
    asking: Mission, plan: Plan
) -> None:
    """Before and after, in days."""
    nothing = replace(plan, handovers=(), residuals=())
    tasks = tuple(
        replace(task, recipient="District", ready=date(2030, 2, 19), site_id=None)
        for task in asking.tasks[:1]
    )
    late = made(replace(asking, tasks=tasks), nothing)
    assert (
        "Ready: 19 February 2030, 10 days after the mission leaves (9 February 2030)."
        in text_of(late)
    )
    tasks = (replace(tasks[0], ready=date(2030, 2, 8)),)
    early = made(replace(asking, tasks=tasks), nothing)
    assert "Ready: 8 February 2030, one day before the mission leaves" in text_of(early)


def test_texts_of_the_tables_are_no_markdown(
    with_name: Callable[[str], Dossier],
) -> None:
    """Signs are escaped, so that they are shown as they are."""
    text = text_of(with_name("# *a* <b> [c](d) | e"))
    assert "\\# \\*a\\* \\<b\\> \\[c\\](d) \\| e" in text
    for line in text.splitlines():
        if line.startswith("|"):
            assert line.replace("\\|", "").count("|") == 7


def test_the_word_document_says_the_same(asked: Dossier) -> None:
    """Every paragraph of the one is in the other; blanks are highlighted."""
    document = docx.Document(io.BytesIO(transfer_plan_docx(asked)))
    written = "\n".join(paragraph.text for paragraph in document.paragraphs)
    plain = text_of(asked).replace("**", "").replace("\\", "")
    for paragraph in document.paragraphs:
        for line in paragraph.text.split("\n"):
            assert line in plain
    assert CLAUSE in written
    blanks = [
        run.text
        for paragraph in document.paragraphs
        for run in paragraph.runs
        if run.font.highlight_color == WD_COLOR_INDEX.YELLOW
    ]
    assert blanks
    assert all(text.startswith("[to be decided: ") for text in blanks)
    assert len(blanks) == text_of(asked).count("**[to be decided: ")


def test_classification_and_page_number_stand_on_every_page(asked: Dossier) -> None:
    """In the header and in the footer."""
    section = docx.Document(io.BytesIO(transfer_plan_docx(asked))).sections[0]
    assert section.header.paragraphs[0].text == "UN & SECRET"
    assert "PAGE" in section.footer._element.xml
    assert "NUMPAGES" in section.footer._element.xml


def test_a_plan_with_nothing_in_it_asks_of_every_task(
    bare: Dossier, mission: Mission
) -> None:
    """Who does it from the day of its gap on."""
    blank = "[to be decided: who does it from that day on, or that it ends, and why]"
    assert text_of(bare).count(blank) == len(mission.tasks)
