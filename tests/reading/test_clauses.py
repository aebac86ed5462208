"""Clauses: force, actor, limits, conditions; what binds and what does not."""

import pytest
from tests.reading.decisions import ENGLISH, FRENCH

from drawdown.reading.page import document_of
from drawdown.reading.reading import read


@pytest.fixture(scope="module")
def reading():
    return read(document_of(ENGLISH))


def brief(reading):
    return [
        (c.para, c.force, c.actor, [(d.type, d.iso, d.role) for d in c.dates])
        for c in reading.clauses
        if c.dates
    ]


def test_every_clause_has_its_actor_force_and_limits(reading):
    assert brief(reading) == [
        ("1", "decides", "UNMOR", [("as_of", "2031-03-03", "effective")]),
        ("2", "requests", "UNMOR", [("on", "2031-04-01", "start")]),
        ("2", "requests", "UNMOR", [("by", "2031-09-30", "deadline")]),
        (
            "2",
            "requests",
            "Secretary-General",
            [
                ("within", "2031-06-01", "report_due"),
                ("every", "R/P2M", "recurrence"),
            ],
        ),
        ("3", "authorizes", "UNMOR", [("until", "2031-06-30", "authority_end")]),
        (
            "4",
            "calls_upon",
            "Government of Morland",
            [("during", None, "duration")],
        ),
        ("4", "urges", "all parties", [("until", None, "end")]),
        ("5(a)", "requests", "UNMOR", [("by", "2031-05-31", "deadline")]),
        ("5(b)", "requests", "Secretary-General", [("by", "2031-05-31", "report_due")]),
        ("6", "expresses_intention", "Security Council", [("in", "2031-10", "review")]),
    ]


def test_a_date_of_the_past_binds_nobody(reading):
    quotes = [limit.quote for limit in reading.dates]
    assert not any("2029" in quote or "February" in quote for quote in quotes)


def test_conditions_are_quoted(reading):
    (clause,) = (c for c in reading.clauses if c.force == "authorizes")
    assert "within its capabilities" in [c.quote for c in clause.conditions]


def test_an_authority_window_lapses(reading):
    (window,) = reading.windows
    assert window.ends is not None
    assert window.ends.isoformat() == "2031-06-30"
    assert window.actor == "UNMOR"


def test_commitments_have_parties_of_a_kind(reading):
    kinds = {c.party: c.kind for c in reading.commitments}
    assert kinds["Secretary-General"] == "secretary_general"
    assert kinds["UNMOR"] == "mission"
    assert kinds["Government of Morland"] == "host_state"
    assert kinds["Security Council"] == "council"


def test_references_say_what_is_done_with_earlier_resolutions(reading):
    found = {(r.symbol, r.relation, r.para) for r in reading.references}
    assert ("S/RES/8000 (2029)", "recalls", None) in found
    assert ("S/RES/8000 (2029)", "terminates", "1") in found


def test_a_french_resolution_has_the_same_kinds_of_clauses():
    assert brief(read(document_of(FRENCH))) == [
        ("1", "decides", "MINUMOR", [("until", "2031-12-31", "mandate_end")]),
        (
            "2",
            "requests",
            "Secrétaire général",
            [("by", "2031-06-30", "report_due"), ("every", "R/P3M", "recurrence")],
        ),
        ("3", "authorizes", "MINUMOR", [("until", "2031-09-30", "authority_end")]),
        ("4", "calls_upon", "Gouvernement du Morland", [("during", None, "duration")]),
        ("4", "urges", "toutes les parties", [("before", "2031-05-01", "deadline")]),
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Decides to extend the mandate of UNMOR for a final 19-month period", "P19M"),
        ("Requests the Secretary-General to report in 30 days", "2031-04-02"),
        ("Requests the Secretary-General to report on a quarterly basis", "R/P3M"),
        (
            "Requests the Secretary-General to report every six months, three times",
            "R3/P6M",
        ),
        ("Decides to extend, to 15 July 2032, the mandate of UNMOR", "2032-07-15"),
        ("Decides that the office shall open 1 May 2031", None),
        ("Decides that liquidation shall commence 1 May 2031", "2031-05-01"),
        ("Urges them to hold elections in 2031 and beyond", "2031/.."),
        ("Takes note of the letter of 5 May", None),
        ("Recalls the fighting in Nordport in early April", None),
    ],
)
def test_limits_of_many_kinds(words, expected):
    text = ENGLISH.split("1. Decides")[0] + f"1. {words};\n\n2. Decides to wait."
    values = [limit.iso for limit in read(document_of(text)).dates]
    assert values == ([expected] if expected else [])
