"""The claims ledger and related documents."""

import json

from tests.reading.news_pages import ANSWER, FRENCH, VOTE

from drawdown.cli.ledger import ledger
from drawdown.cli.related import related
from drawdown.reading.ledger import ledger_of
from drawdown.reading.news.reading import read_news
from drawdown.reading.page import document_of
from drawdown.reading.reading import read
from drawdown.reading.related import related_documents

TEXTS = {"vote.txt": VOTE, "answer.txt": ANSWER, "fr.txt": FRENCH}
OTHER = """\
Harvest festival opens

1 May 2019

The harvest festival opened in Zubrowka on Sunday with music and dance.
"""


def pages(*names):
    return [read_news(document_of(TEXTS[n], name=n)) for n in names]


def subject_with(ledger, word):
    return next(s for s in ledger.subjects if any(word in e.quote for e in s.entries))


def test_claims_of_two_documents_meet_under_one_subject():
    """The charge of one page and the denial of the other stand together."""
    subject = subject_with(ledger_of(pages("vote.txt", "answer.txt")), "spying")
    documents = {e.document for e in subject.entries}
    assert documents == {"vote.txt", "answer.txt"}
    assert {"Anton Kral", "MINUBOR"} <= set(subject.sources)


def test_a_charge_shows_who_disputes_it_and_an_answer_what_it_answers():
    """Both sides are linked; neither is said to be right."""
    subject = subject_with(ledger_of(pages("vote.txt", "answer.txt")), "spying")
    charge = next(e for e in subject.entries if e.stance == "accuse")
    denial = next(
        e for e in subject.entries if e.document == "answer.txt" and e.stance == "deny"
    )
    assert denial.id in charge.disputed_by
    assert charge.id in denial.answers
    assert subject.is_disputed


def test_every_entry_keeps_its_document_its_quote_and_its_hedge():
    """An entry can be looked up in its page."""
    for subject in ledger_of(pages("vote.txt", "fr.txt")).subjects:
        for entry in subject.entries:
            assert TEXTS[entry.document][entry.start : entry.end] == entry.quote


def test_the_grounds_that_a_claim_names_are_listed():
    """Information, reports and footage that a claim itself points to."""
    text = (
        "Kenya said it had satellite images and a report showing the camp was bombed."
    )
    page = read_news(document_of(text, name="a.txt"))
    (subject,) = ledger_of([page]).subjects
    assert [s.quote for s in subject.entries[0].evidence] == ["images", "report"]


def test_an_empty_ledger_has_no_subjects():
    """Nothing claimed, nothing listed."""
    assert ledger_of([]).subjects == ()


def test_the_nearest_document_comes_first_with_its_reasons():
    """Shared actors, clauses, days and words count; strangers are left out or last."""
    target = read(document_of(VOTE, name="vote.txt"))
    others = [
        read(document_of(OTHER, name="festival.txt")),
        read(document_of(ANSWER, name="answer.txt")),
    ]
    found = related_documents(target, others)
    assert found[0].name == "answer.txt"
    kinds = {r.kind for r in found[0].reasons}
    assert {"actor", "wording"} <= kinds
    assert all(r.name != "festival.txt" or r.score < found[0].score / 3 for r in found)


def test_the_command_ranks_the_documents_beside_a_file(tmp_path, capsys):
    """``drawdown related FILE`` reads the folder of the file."""
    for name, text in {**TEXTS, "festival.txt": OTHER}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    related(tmp_path / "vote.txt", json_=True)
    found = json.loads(capsys.readouterr().out)
    assert found[0]["name"].endswith("answer.txt")
    related(tmp_path / "vote.txt", top=1)
    assert "answer.txt" in capsys.readouterr().out


def test_the_command_lists_the_claims_by_subject(tmp_path, capsys):
    """``drawdown ledger`` shows who disputes whom, and prints JSON."""
    for name in ("vote.txt", "answer.txt"):
        (tmp_path / name).write_text(TEXTS[name], encoding="utf-8")
    files = (tmp_path / "vote.txt", tmp_path / "answer.txt")
    ledger(*files)
    shown = capsys.readouterr().out
    assert "(disputed)" in shown
    assert "Anton Kral: accuse" in shown
    ledger(*files, json_=True)
    assert json.loads(capsys.readouterr().out)["subjects"]
