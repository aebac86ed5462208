"""Scores against hand-made labels, where the shared material is at hand."""

import importlib.util
import json
from datetime import date
from pathlib import Path

import pytest

from drawdown.reading.as_json import as_json
from drawdown.reading.page import document_of
from drawdown.reading.reading import read

SHARED = Path(__file__).parents[2].parent / "shared"
GOLD = SHARED / "gold"
NEWS = ("seed-article", "retold-", "wikinews-")

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(
        not GOLD.is_dir(), reason="the labels are not beside the checkout"
    ),
]


def scorer():
    spec = importlib.util.spec_from_file_location("score", GOLD / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def labelled():
    return sorted(p for p in GOLD.glob("*.json") if p.name.startswith(NEWS))


def output(gold):
    path = SHARED.parent / gold["doc"]
    text = path.read_bytes().decode("utf-8")
    return text, as_json(read(document_of(text, name=gold["doc"])))


def reports():
    score = scorer()
    for path in labelled():
        gold = json.loads(path.read_text(encoding="utf-8"))
        text, out = output(gold)
        yield path.stem, text, out, score.report(gold, out)


def test_the_seed_article_is_read_completely():
    """Clauses, dates, claims, events and the amount, nothing out of clutter."""
    _, _, out, report = next(r for r in reports() if r[0] == "seed-article")
    assert report["clauses"]["recall"] == report["clauses"]["force_right"] == 1
    assert report["dates"]["value_right"] == 1
    assert report["claims"]["source_right"] >= 12 / 13 - 0.001
    assert report["claims"]["stance_right"] >= 12 / 13 - 0.001
    assert report["claims"]["hedge_right"] >= 12 / 13 - 0.001
    assert report["events"]["value_right"] == 1
    assert report["amounts"]["value_right"] == 1
    assert report["from_boilerplate"] == 0
    assert out["vote"]["unanimous"]


def test_claims_reach_the_bar():
    """Recall, precision and right source over all labelled pages."""
    total = {"gold": 0, "hit": 0.0, "predicted": 0, "good": 0.0, "source": 0.0}
    for _, _, _, report in reports():
        claims = report["claims"]
        total["gold"] += claims["gold"]
        total["predicted"] += claims["predicted"]
        total["hit"] += claims["recall"] * claims["gold"]
        total["good"] += claims["precision"] * claims["predicted"]
        total["source"] += claims["source_right"] * claims["gold"]
    assert total["hit"] / total["gold"] >= 0.88
    assert total["good"] / total["predicted"] >= 0.85
    assert total["source"] / total["gold"] >= 0.80


def test_events_have_the_right_value():
    """Nine of ten dated events, at least."""
    gold = right = 0.0
    for _, _, _, report in reports():
        gold += report["events"]["gold"]
        right += report["events"]["value_right"] * report["events"]["gold"]
    assert right / gold >= 0.9


def gum():
    data = json.loads((GOLD / "gum-news.json").read_text(encoding="utf-8"))
    for entry in data["documents"]:
        document = document_of(entry["text"], language="en")
        if document.dct is None:
            day = date.fromisoformat(entry["dct"])
            document = document_of(entry["text"], language="en", dct=day)
        yield entry, read(document).news


def test_others_labels_of_dates_are_met():
    """Dates that others labelled are found, with the right value."""
    score = scorer()
    labels = found = valued = right = 0
    for entry, news in gum():
        spans = [
            {"start": s.start, "end": s.end, "edtf": s.edtf}
            for s in (*news.times, *news.durations)
        ]
        pairs = score.match(entry["dates"], spans)
        labels += len(entry["dates"])
        found += len(pairs)
        valued += sum("when" in d or "from" in d for d in entry["dates"])
        right += sum(same(gold, said["edtf"]) for gold, said in pairs)
    assert found / labels >= 0.93
    assert right / valued >= 0.85


def same(gold, edtf):
    said = (edtf or "").removesuffix("/..").rstrip("~")
    if "from" in gold:
        low, high = said.split("/")[0], said.split("/")[-1]
        return (
            bool(low) and gold["from"].startswith(low) and gold["to"].startswith(high)
        )
    return "when" in gold and said.split("T")[0] == gold["when"].split("T")[0]


def test_others_labels_of_attribution_are_met():
    """Segments that others labelled as attribution, matched with claims."""
    score = scorer()
    labels = hits = claims = 0
    for entry, news in gum():
        spans = [{"start": c.start, "end": c.end} for c in news.claims]
        hits += len(score.match(entry["attribution_segments"], spans))
        labels += len(entry["attribution_segments"])
        claims += len(spans)
    assert 2 * hits / (labels + claims) >= 0.70


def test_every_page_is_read_with_exact_quotes():
    """All pages of news beside the checkout, each span equal to its quote."""
    for path in sorted((SHARED / "documents").glob("news-*/*.txt")):
        text = path.read_bytes().decode("utf-8")
        out = as_json(read(document_of(text, name=path.name)))
        for key in ("claims", "events", "clauses", "amounts", "relations", "times"):
            for item in out[key]:
                assert text[item["start"] : item["end"]] == item["quote"]
