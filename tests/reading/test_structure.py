"""The structure of resolutions: numbers that count up, lists, annexes, furniture."""

import json
import textwrap
from datetime import date

import pytest
from tests.reading.decisions import ENGLISH, FRENCH

from drawdown.reading.page import document_of
from drawdown.reading.structure import structure_of

SCANNED = """United Nations
Security Council

S/RES/9002 (2031)
Distr.: General 4 April 2031

Resolution 9002 (2031)
Adopted by the Security Council at its 9998th meeting, on 4 April 2031
The Security Council,
Recalling its resolution 8001 (2029),
1. Requests the Government to ensure freedom of movement as well
31-40988 (E)
*3140988*

\fS/RES/9002 (2031)
as of its vehicles until 1 May 2031;
2. Decides to remain seized of the matter.
2 31-40988

\f
"""


def test_paragraphs_have_their_full_numbers():
    structure = structure_of(document_of(ENGLISH))
    numbers = [p.number for p in structure.operative]
    assert numbers == ["1", "2", "3", "4", "5", "5(a)", "5(b)", "6", "7"]
    assert next(p.quote for p in structure.paragraphs if p.type == "heading") == (
        "Liquidation"
    )


def test_a_resolution_states_its_symbol_date_and_meeting():
    structure = structure_of(document_of(ENGLISH))
    assert structure.symbol == "S/RES/9001 (2031)"
    assert structure.adopted == date(2031, 3, 3)
    assert structure.meeting == 9999
    assert structure.chapter_vii


def test_a_french_resolution_is_read_the_same_way():
    structure = structure_of(document_of(FRENCH))
    assert structure.adopted == date(2031, 3, 3)
    assert [p.number for p in structure.operative] == ["1", "2", "3", "4", "5"]


def test_an_annex_decides_nothing():
    structure = structure_of(document_of(ENGLISH))
    assert [p.annex for p in structure.paragraphs][-1]
    assert all(not p.annex for p in structure.operative)


def test_page_furniture_does_not_cut_a_sentence():
    document = document_of(SCANNED)
    first, second = structure_of(document).operative
    assert first.quote.endswith("until 1 May 2031;")
    assert "3140988" not in document.plain
    assert second.number == "2"


def test_what_a_text_does_not_state_is_absent():
    text = "The Security Council,\n\n1. Decides to wait;\n\n2. Decides to act."
    structure = structure_of(document_of(text))
    assert structure.symbol is structure.adopted is structure.meeting is None


def _scores(shared):
    """Precision and recall where the reference has paragraphs at all.

    It holds S/RES/425 (1978) and S/RES/2577 (2021) wholly for front matter, although
    both are full of numbered paragraphs; they cannot be judged by it.
    """
    hit = read = gold = 0
    for path in sorted((shared / "gold/resolution-structure").glob("*.json")):
        wanted = json.loads(path.read_text(encoding="utf-8"))
        want = {(p["start"], p["end"]) for p in wanted["paragraphs"] if p["level"] == 1}
        if not want:
            assert wanted["doc"] in ("S_RES_425_1978", "S_RES_2577_2021")
            continue
        source = shared / f"documents/resolutions/{wanted['doc']}.txt"
        structure = structure_of(document_of(source.read_bytes().decode()))
        got = {(p.start, p.end) for p in structure.paragraphs if p.level == 1}
        hit, read, gold = hit + len(want & got), read + len(got), gold + len(want)
    return hit / read, hit / gold


@pytest.mark.shared
def test_numbered_paragraphs_are_those_of_the_united_nations_data(shared):
    precision, recall = _scores(shared)
    assert precision >= 0.995
    assert recall >= 0.995


@pytest.mark.shared
def test_a_text_with_a_blank_line_after_every_line_is_read_by_its_sentences(shared):
    path = shared / "documents/resolutions/S_RES_2577_2021.txt"
    structure = structure_of(document_of(path.read_bytes().decode()))
    firsts = [p.number for p in structure.operative if p.level == 1]
    assert firsts == [str(number) for number in range(1, 24)]


@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_lines_broken_at_the_margin_change_nothing(gap):
    blocks = [textwrap.fill(block, 80) for block in ENGLISH.split("\n\n")]
    whole = structure_of(document_of(ENGLISH))
    broken = structure_of(document_of(gap.join(blocks)))
    assert [p.number for p in broken.operative] == [p.number for p in whole.operative]
