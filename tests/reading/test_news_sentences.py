"""Sentences and quotations of news."""

import pytest

from drawdown.reading.news.sentences import sentences_of


def split(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences_of(text, [(0, len(text))])]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("He left. She stayed.", 2),
        ("Mr. Kral met Gen. Lindt on Jan. 5 in the U.S. embassy.", 1),
        ("He lives in the U.S. She lives in Mali.", 2),
        ("It began at 7:45 p.m. Nobody was hurt.", 2),
        ('"We go. We all go. Nobody stays," he said.', 1),
        ('He said: "We go. We all go." She stayed.', 2),
        ("«\u00a0Nous partons. Tous.\u00a0», a-t-il dit. Elle reste.", 2),
    ],
)
def test_a_text_falls_into_its_sentences(text, count):
    """Abbreviations do not end a sentence; a quotation never falls into two."""
    assert len(split(text)) == count


def test_a_quotation_may_run_over_lines_that_follow_directly():
    """Marks that close on a later line keep the lines between together."""
    text = '"We go.\nWe all go", said Kral.\nShe stayed.'
    assert split(text) == ['"We go.\nWe all go", said Kral.', "She stayed."]


def test_no_line_of_a_long_quotation_is_read_twice():
    """A quotation of three lines and its speaker are one sentence."""
    text = '"We go.\nWe all go.\nNobody stays", said Kral.\nShe stayed.'
    assert len(split(text)) == 2


def test_an_unbalanced_mark_ends_with_its_paragraph():
    """An opening mark without a partner does not swallow the page."""
    assert len(split('"We go, he said.\n\nShe stayed. He left.')) == 3


def test_lines_that_a_page_wrapped_are_joined():
    """A line that goes on in small letters belongs to the line before it."""
    text = "The Security Council decided on Friday that all\nthe troops leave."
    assert len(split(text)) == 1
