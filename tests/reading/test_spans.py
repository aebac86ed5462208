"""Every span of every output quotes the text, whatever the text is."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.decisions import ENGLISH, FRENCH
from tests.reading.fuzzer import SEEDS, TOKENS, check, fuzz, spans_of

from drawdown.reading.as_json import as_json
from drawdown.reading.page import document_of
from drawdown.reading.reading import read

PIECES = st.sampled_from([*TOKENS, *SEEDS, ENGLISH[200:700], FRENCH[150:600]])


@given(pieces=st.lists(PIECES | st.text(max_size=30), max_size=40))
@settings(max_examples=150, deadline=None)
def test_no_text_breaks_a_reader_or_slips_a_span(pieces):
    check(read(document_of("".join(pieces))))


def test_a_reading_finds_spans_at_all():
    assert len(list(spans_of(read(document_of(ENGLISH))))) > 50


def test_json_has_the_keys_that_other_programs_know():
    out = as_json(read(document_of(ENGLISH, name="a.txt")))
    wanted = "doc kind segments structure vote clauses dates claims commitments events"
    assert set(f"{wanted} amounts actors relations".split()) <= set(out)


@pytest.mark.shared
def test_all_resolutions_are_read_fast_and_every_span_quotes_its_text(shared):
    paths = sorted((shared / "documents/resolutions").glob("*.txt"))
    texts = [path.read_bytes().decode() for path in paths]
    start = time.process_time()
    readings = [read(document_of(text)) for text in texts]
    taken = time.process_time() - start
    for reading in readings:
        check(reading)
        assert reading.document.kind == "resolution"
    assert taken < 15, f"{len(paths)} documents took {taken:.1f} s of processor time"


@pytest.mark.shared
def test_all_news_is_read_and_every_span_quotes_its_text(shared):
    paths = [*(shared / "documents").glob("news-*/*.txt")]
    for path in [*paths, shared / "documents/seed-article.txt"]:
        check(read(document_of(path.read_text(encoding="utf-8"))))


@pytest.mark.long
def test_the_fuzzer_finds_nothing():
    assert fuzz(60, seed=20_260_101) > 100
