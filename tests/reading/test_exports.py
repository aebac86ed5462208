"""Exports: Akoma Ntoso, a calendar, and JSON as its schema says."""

import json
from pathlib import Path

import jsonschema
import pytest
from lxml import etree
from tests.reading.decisions import ENGLISH

from drawdown.errors import UsageError
from drawdown.reading.as_json import as_json
from drawdown.reading.export.akoma_ntoso import NAMESPACE, akoma_ntoso
from drawdown.reading.export.icalendar import icalendar
from drawdown.reading.page import document_of
from drawdown.reading.reading import read

SCHEMA = Path(__file__).parents[2] / "docs/reading.schema.json"
NEWS = "Mission to leave\n\nThe ministry said on Friday that it may end by 30 June."


@pytest.fixture(scope="module")
def reading():
    return read(document_of(ENGLISH, name="decision.txt"))


def test_akoma_ntoso_keeps_every_numbered_paragraph_and_marks_its_dates(reading):
    root = etree.fromstring(akoma_ntoso(reading))
    names = {"a": NAMESPACE}
    numbers = root.xpath("//a:mainBody/a:paragraph/a:num/text()", namespaces=names)
    assert numbers == [f"{n}." for n in range(1, 8)]
    points = root.xpath("//a:point/a:num/text()", namespaces=names)
    assert points == ["(a)", "(b)"]
    dates = root.xpath("//a:date/@date", namespaces=names)
    assert "2031-06-30" in dates
    assert root.xpath("//a:hcontainer[@name='annex']", namespaces=names)


def test_akoma_ntoso_loses_no_word(reading):
    root = etree.fromstring(akoma_ntoso(reading))
    said = "".join(root.itertext()).split()
    for word in ("footprint", "seized", "liquidation", "Morland"):
        assert said.count(word) >= ENGLISH.split().count(word)


def test_news_has_no_structure_to_export():
    with pytest.raises(UsageError):
        akoma_ntoso(read(document_of(NEWS)))


def test_the_calendar_has_one_day_for_each_limit_and_short_lines(reading):
    text = icalendar([reading]).decode()
    assert text.count("BEGIN:VEVENT") == text.count("END:VEVENT") > 5
    assert "DTSTART;VALUE=DATE:20310630" in text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert icalendar([reading]).decode() == text


@pytest.mark.parametrize("text", [ENGLISH, NEWS])
def test_json_is_as_its_schema_says(text):
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    out = json.loads(json.dumps(as_json(read(document_of(text, name="a.txt")))))
    jsonschema.Draft202012Validator(schema).validate(out)


@pytest.mark.shared
def test_json_of_real_documents_is_as_the_schema_says(shared):
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    for name in ("seed-article", "resolutions/S_RES_2690_2023"):
        path = shared / f"documents/{name}.txt"
        reading = read(document_of(path.read_bytes().decode(), name=path.name))
        validator.validate(json.loads(json.dumps(as_json(reading))))
