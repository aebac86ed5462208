"""The page: one file, well formed, the same every time, safe whatever a table says."""

import base64
import hashlib
import os
import re
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from functools import cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html
from tests.brief.plans import NAMES, briefing_of, empty_plan, mission_of, plan_of

from drawdown.brief.facts import gather
from drawdown.brief.page import page
from drawdown.language import Language

MOST = 300_000
"""Bytes of the page of MINUSMA."""


@cache
def text_of(name: str, code: str = "en") -> str:
    language = Language(code)
    b = gather(mission_of(name), plan_of(name), language=language)
    return page(b, language)


def tree(text: str) -> html.HtmlElement:
    return html.document_fromstring(
        text.encode(), parser=html.HTMLParser(encoding="utf-8")
    )


@pytest.mark.parametrize("code", ["en", "fr", "ar"])
def test_the_page_of_minusma_is_small(code: str) -> None:
    """So that it goes by any mail."""
    assert len(text_of("minusma", code).encode()) < MOST


@pytest.mark.parametrize("name", NAMES)
def test_ids_are_used_once_and_links_lead_somewhere(name: str) -> None:
    """Every date leads to its reason, every figure to its source."""
    found = tree(text_of(name))
    ids = Counter(found.xpath("//@id"))
    assert [one for one, count in ids.items() if count > 1] == []
    inside = [link[1:] for link in found.xpath("//a/@href") if link.startswith("#")]
    assert len(inside) > 30
    assert set(inside) <= set(ids)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_asked_of_the_network(name: str) -> None:
    """No address but those of sources, which a reader may follow."""
    found = tree(text_of(name))
    assert found.xpath("//@src | //link | //iframe | //object | //img") == []
    assert "@import" not in text_of(name)
    for use in found.xpath("//*[local-name()='use']/@href"):
        assert use.startswith("#")
    outside = [a for a in found.xpath("//a/@href") if not a.startswith("#")]
    listed = found.xpath("//section[@id='sources']//ol//a/@href")
    assert sorted(outside) == sorted(listed)


@pytest.mark.parametrize("name", NAMES)
def test_the_policy_names_what_stands_in_the_page(name: str) -> None:
    """Style and script run only as they are; nothing has a style of its own."""
    text = text_of(name)
    (policy,) = tree(text).xpath(
        "//meta[@http-equiv='Content-Security-Policy']/@content"
    )
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    script = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)[-1]
    for content in (style, script):
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert tree(text).xpath("//@style") == []
    assert [a for a in tree(text).xpath("//@*") if a.startswith("javascript:")] == []


@pytest.mark.parametrize("name", NAMES)
def test_headings_are_in_order_and_tables_have_captions_and_heads(name: str) -> None:
    """One main part, one title, no level left out."""
    found = tree(text_of(name))
    levels = [int(e.tag[1]) for e in found.iter("h1", "h2", "h3", "h4", "h5")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))
    assert len(found.xpath("//main")) == len(found.xpath("//header")) == 1
    for table in found.iter("table"):
        assert table.findall("caption")
        assert table.xpath(".//thead//th")
        assert not table.xpath(".//thead//td")
        for row in table.xpath(".//tbody/tr[td]"):
            # A heading alone before the cells is of its row, without saying so.
            assert [cell.tag for cell in row][:2] == ["th", "td"]
            assert len(row.findall("th")) == 1
    assert found.xpath("//a[contains(@class,'skip')]/@href") == ["#main"]


def test_the_same_facts_give_the_same_bytes(tmp_path: Path) -> None:
    """In another process, with other hashes."""
    code = (
        "from tests.brief.plans import briefing_of\n"
        "from drawdown.brief.page import page\n"
        "import sys; sys.stdout.buffer.write(page(briefing_of('tutorial')).encode())"
    )
    made = [
        subprocess.run(
            [sys.executable, "-c", code],
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path.cwd())},
        ).stdout
        for seed in ("1", "2")
    ]
    assert made[0] == made[1] == page(briefing_of("tutorial")).encode()


BAD = '<script>alert("x")</script>&\'{x}</style><!--'


def test_whatever_a_table_says_stays_text() -> None:
    """Names of everything, sources, the maker of the plan, the classification."""
    mission, plan = mission_of("minusma"), plan_of("minusma")
    evil = replace(
        mission,
        header=replace(mission.header, name=BAD, host_state=BAD),
        sites=tuple(replace(s, name=BAD, counterpart=BAD) for s in mission.sites),
        exits=tuple(replace(e, name=BAD) for e in mission.exits),
        nodes=tuple(replace(n, name=BAD) for n in mission.nodes),
        units=tuple(replace(u, name=BAD, country=BAD) for u in mission.units),
        lots=tuple(replace(x, name=BAD, class_id="x") for x in mission.lots),
        legs=tuple(
            replace(x, name=BAD, evidence=replace(x.evidence, source=BAD, note=BAD))
            for x in mission.legs
        ),
        windows=tuple(replace(w, reason=BAD) for w in mission.windows),
        tasks=tuple(replace(t, name=BAD) for t in mission.tasks),
        steps=tuple(replace(s, name=BAD) for s in mission.steps),
        communities=tuple(replace(c, name=BAD) for c in mission.communities),
    )
    b = gather(evil, replace(plan, made_by=BAD), compare=(BAD, plan))
    text = page(b, classification=BAD)
    found = tree(text)
    assert len(found.xpath("//script[not(@type)]")) == 1
    assert "alert" not in found.xpath("//script[not(@type)]")[0].text
    assert len(found.xpath("//style")) == 1
    assert "<" not in found.xpath("//style")[0].text
    assert "alert(" in found.text_content()
    assert found.xpath("//comment()") == []
    assert [e for e in found.iter() if str(e.tag).startswith("on")] == []


def test_addresses_that_are_no_web_pages_are_not_linked() -> None:
    """A source that would run something is text."""
    mission = mission_of("tutorial")
    legs = tuple(
        replace(x, evidence=replace(x.evidence, source="javascript:alert(1)"))
        for x in mission.legs
    )
    b = gather(replace(mission, legs=legs), plan_of("tutorial"))
    found = tree(page(b))
    assert not [a for a in found.xpath("//a/@href") if "javascript" in a]
    assert "javascript:alert(1)" in found.text_content()


def test_the_classification_stands_on_the_page_and_on_printed_ones() -> None:
    """Above and below, and in the margin of each page, with page numbers."""
    text = page(briefing_of("tutorial"), classification="Unité (A) – confidentiel")
    found = tree(text)
    lines = [e.text_content() for e in found.find_class("class")]
    assert lines == ["Unité (A) – confidentiel"] * 2
    style = found.xpath("//style")[0].text
    assert (
        '@top-center{content:"Unité\\20 \\28 A\\29 \\20 \\2013 \\20 confidentiel"'
        in style
    )
    assert "counter(page)" in style


def test_the_questions_of_newcomers_have_their_answers() -> None:
    """Kidal: when and why, trucks; tasks that nobody takes; Niger."""
    found = tree(text_of("minusma"))
    (row,) = found.xpath("//section[@id='closing']//tr[th/a[@href='#site-KID']]")
    b = briefing_of("minusma")
    kidal = next(site for site in b.sites if site.site_id == "KID")
    said = row.text_content()
    language = Language("en")
    assert language.short_date(kidal.closes) in said
    assert language.short_date(kidal.transport_stands_by) in said
    assert "last movements cannot leave earlier" in said
    tasks = found.get_element_by_id("tasks").text_content()
    for task in b.tasks:
        if task.gap is not None:
            assert task.name in tasks
    niger = found.get_element_by_id("shut-NE").getparent().text_content()
    assert "If the border to Niger shuts" in niger
    links = found.xpath("//nav[contains(@class,'ask')]//a/@href")
    assert {"#closing", "#tasks", "#shutting", "#shut-NE", "#breaks"} <= set(links)


def test_the_s_curve_has_plan_deadline_and_reports() -> None:
    """Each reported number is written at its point, and stands in the table."""
    found = tree(text_of("minusma"))
    section = found.get_element_by_id("curves")
    drawn = " ".join(
        e.text_content() for e in section.xpath(".//*[local-name()='svg']")[:1]
    )
    table = section.xpath(".//table")[0].text_content()
    for number in ("1,096", "3,367", "5,802", "8,817", "10,040"):
        assert number in drawn
        assert number in table
    assert "deadline" in drawn


def test_pages_without_roads_communities_or_tasks_are_whole() -> None:
    """A mission that has nearly nothing."""
    mission = replace(
        mission_of("tutorial"),
        communities=(),
        threats=(),
        tasks=(),
        escorts=(),
        lots=(),
        authorities=(),
    )
    text = page(gather(mission, empty_plan(mission)))
    found = tree(text)
    assert found.get_element_by_id("closing") is not None
    assert "Escorts used" not in text
    assert "No authority to protect civilians is in force" in text


def test_french_and_right_to_left() -> None:
    """The language and direction stand at the root; words, dates and numbers follow."""
    french, arabic = tree(text_of("minusma", "fr")), tree(text_of("minusma", "ar"))
    assert french.get("lang") == "fr"
    assert french.get("dir") == "ltr"
    assert "31 décembre 2023" in french.text_content()
    # The stand-in is English in the layout of Arabic, and says which it is.
    assert (arabic.get("lang"), arabic.get("dir")) == ("en", "rtl")
    css = files("drawdown.brief.page").joinpath("page.css").read_text("utf-8")
    assert not re.search(r"\b(left|right)\b", css)
