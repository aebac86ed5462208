"""The catalogues hold all sentences of the code, translated and well-formed."""

import gettext
import re
from string import Formatter

import pytest
from tools.catalogues import extracted, place, read, translated, without_translation

from drawdown.language.catalogue import FOLDER

CODES = translated()
RENEW = "run `make catalogues` and translate what is listed"


def strings(message) -> tuple[str, ...]:
    found = message.string
    return (found,) if isinstance(found, str) else tuple(found)


def sources(message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("code", CODES)
def test_every_sentence_of_the_code_is_in_the_catalogue(code) -> None:
    """And none that the code has no longer."""
    of_code = {message.id for message in extracted() if message.id}
    known = {message.id for message in read(code) if message.id}
    assert known == of_code, RENEW


@pytest.mark.parametrize("code", CODES)
def test_every_sentence_is_translated(code) -> None:
    """None is empty, none is only guessed."""
    assert [message.id for message in without_translation(read(code))] == [], RENEW


@pytest.mark.parametrize("code", CODES)
def test_placeholders_agree(code) -> None:
    """A translation fills in what the sentence does; a number may be a word."""
    for message in read(code):
        if message.id:
            wanted = placeholders(sources(message)[-1])
            for text in filter(None, strings(message)):
                missing = wanted ^ placeholders(text)
                assert missing <= ({"n"} if message.pluralizable else set()), text


@pytest.mark.parametrize("code", CODES)
def test_the_compiled_catalogue_is_that_of_the_text(code) -> None:
    """What is shown is what translators wrote."""
    compiled = gettext.translation("drawdown", FOLDER, languages=[code])
    expected: dict[object, str] = {}
    for message in read(code):
        if isinstance(message.id, str):
            expected[message.id] = message.string
        else:
            for form, text in enumerate(message.string):
                expected[message.id[0], form] = text
    shown = {key: text for key, text in compiled._catalog.items() if key != ""}
    written = {key: text for key, text in expected.items() if key != "" and text}
    assert shown == written, RENEW


def test_no_catalogue_is_there_that_cannot_be_asked_for() -> None:
    """And none is missing."""
    assert {folder.name for folder in FOLDER.iterdir()} == set(CODES)
    assert all(place(code).is_file() for code in CODES)


ORDINARY_SPACE = re.compile(r"(?<=[^ ]) [:;!?»%]|« ")


def test_french_has_no_ordinary_space_beside_its_signs() -> None:
    """A line must not break there."""
    said = [text for message in read("fr") if message.id for text in strings(message)]
    assert [text for text in said if ORDINARY_SPACE.search(text)] == []
