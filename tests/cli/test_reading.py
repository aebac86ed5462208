"""``drawdown read``: tables for people, JSON for programs, errors on standard error."""

import json

import pytest
from tests.reading.decisions import ENGLISH

from drawdown.cli.app import app


@pytest.fixture
def decision(tmp_path):
    path = tmp_path / "decision.txt"
    path.write_text(ENGLISH, encoding="utf-8")
    return path


def run(*arguments):
    return app([str(a) for a in arguments], result_action="return_value")


def test_people_see_clauses_authority_and_commitments(decision, capsys):
    assert run("read", decision) == 0
    shown = capsys.readouterr().out
    for words in ("Resolution 9001", "2031-06-30", "Secretary-General", "UNMOR"):
        assert words in shown


def test_programs_get_one_object_a_line(decision, capsys):
    assert run("read", decision, decision, "--json") == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    for line in lines:
        out = json.loads(line)
        assert out["kind"] == "resolution"
        for date in out["dates"]:
            assert ENGLISH[date["start"] : date["end"]] == date["quote"]


def test_a_document_that_cannot_be_read_does_not_stop_the_others(
    decision, tmp_path, capsys
):
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    assert run("read", empty, decision, "--json") == 1
    shown = capsys.readouterr()
    assert "the file is empty" in shown.err
    assert json.loads(shown.out)["doc"] == str(decision)


def test_exports_are_written(decision, tmp_path, capsys):
    akn, ics = tmp_path / "a.xml", tmp_path / "a.ics"
    assert run("read", decision, "--akn", akn, "--ics", ics) == 0
    assert b"akomaNtoso" in akn.read_bytes()
    assert b"BEGIN:VCALENDAR" in ics.read_bytes()
    assert capsys.readouterr().out == ""


def test_findings_go_into_a_mission(decision, tmp_path, capsys):
    (tmp_path / "mission.toml").write_text("[decision]\ndeadline = 2031-08-31\n")
    assert run("read", decision, "--into", tmp_path) == 0
    assert (tmp_path / "commitments.csv").exists()
    assert "2031-08-31 → 2031-09-30" in capsys.readouterr().err


def test_check_warns_where_the_mission_and_the_decision_disagree(
    decision, tmp_path, capsys
):
    folder = tmp_path / "m"
    run("new", folder)
    run("read", decision, "--into", folder)
    text = (folder / "mission.toml").read_text(encoding="utf-8")
    (folder / "mission.toml").write_text(text.replace("2031-09-30", "2031-09-29"))
    capsys.readouterr()
    run("check", folder)
    shown = capsys.readouterr().out
    assert "decision.deadline is 2031-09-29, but decision.txt says 2031-09-30" in shown
