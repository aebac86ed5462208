"""The scores on the gold labels stay where they are, by the scorer that is shared."""

import importlib.util
import json

import pytest

from drawdown.reading.as_json import as_json
from drawdown.reading.load import load_document
from drawdown.reading.reading import read

pytestmark = pytest.mark.shared

RESOLUTIONS = (
    "1997_2011",
    "2476_2019",
    "2690_2023",
    "2717_2023",
    "2732_2024",
    "2748_2024",
)


@pytest.fixture(scope="module")
def report(shared):
    spec = importlib.util.spec_from_file_location("score", shared / "gold/score.py")
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)

    def scored(name):
        gold = json.loads((shared / f"gold/{name}.json").read_text(encoding="utf-8"))
        document = load_document(shared.parent / gold["doc"])
        return score.report(gold, as_json(read(document)))

    return scored


@pytest.mark.parametrize("number", RESOLUTIONS)
def test_resolutions_reach_the_bar(report, number):
    scores = report(f"S_RES_{number}")
    assert scores["dates"]["f1"] >= 0.97
    assert scores["dates"]["value_right"] >= 0.97
    assert scores["clauses"]["recall"] >= 0.95
    assert scores["clauses"]["force_right"] >= 0.92
    assert scores["clauses"]["actor_right"] >= 0.80  # one in six; 0.92 over all


def test_the_news_page_has_its_clauses_dates_and_nothing_out_of_clutter(report):
    scores = report("seed-article")
    assert scores["clauses"]["recall"] == 1.0
    assert scores["dates"]["value_right"] == 1.0
    assert scores["from_boilerplate"] == 0
