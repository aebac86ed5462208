"""A press release that prints a resolution in full: its clauses, and its own claims."""

import pytest
from tests.reading.decisions import ENGLISH
from tests.reading.fuzzer import check

from drawdown.reading.page import document_of
from drawdown.reading.reading import read

LAW = ENGLISH[ENGLISH.index("The Security Council,") : ENGLISH.index("\n\nAnnex")]
QUOTED = "\n\n".join("“" + paragraph for paragraph in LAW.split("\n\n"))
PAGE = f"""SC/99999
3 March 2031

Security Council ends mission in Morland

The Security Council today unanimously adopted resolution 9001 (2031).

The delegate of Morland accused the mission of bias.

The full text of resolution 9001 (2031) reads as follows:

{QUOTED}”

The minister said that it would go.

For information media. Not an official record.
"""


@pytest.fixture(scope="module")
def reading():
    return read(document_of(PAGE))


def test_its_clauses_are_those_of_the_resolution(reading):
    alone = read(document_of(ENGLISH))
    assert reading.document.kind == "press"
    assert [(c.para, c.force, c.actor) for c in reading.clauses if c.dates] == [
        (c.para, c.force, c.actor) for c in alone.clauses if c.dates
    ]


def test_its_claims_are_those_around_the_resolution(reading):
    first, second = reading.news.claims
    assert first.stance == "accuse"
    assert "minister" in (second.source or "")


def test_its_vote_and_date_are_its_own(reading):
    assert reading.vote.unanimous
    assert reading.document.dct.isoformat() == "2031-03-03"


def test_its_spans_quote_it(reading):
    check(reading)
