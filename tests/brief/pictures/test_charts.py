import re
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from drawdown.brief.pictures import (
    ENGLISH,
    BarsInput,
    BarsRow,
    LinesInput,
    Multiple,
    MultiplesInput,
    Point,
    Series,
    VerticalLine,
    draw_bars,
    draw_lines,
    draw_multiples,
)
from drawdown.brief.pictures.chart_axis import ticks
from drawdown.brief.pictures.lines import PLOT
from drawdown.brief.pictures.stacked_names import stacked

START, END = date(2030, 3, 1), date(2030, 3, 10)
SVG = "{http://www.w3.org/2000/svg}"


def lines(**parts) -> LinesInput:
    given = {
        "key": "c",
        "title": "Persons left",
        "description": "From 100 to 0.",
        "start": START,
        "end": END,
        "unit": "persons",
        "series": (
            Series(
                name="planned",
                points=(Point(on=START, value=100), Point(on=END, value=0)),
                steps=True,
                area=True,
            ),
            Series(
                name="reported",
                style="points",
                points=(Point(on=date(2030, 3, 5), value=50, label="50"),),
            ),
        ),
        "dates": (VerticalLine(on=date(2030, 3, 8), name="deadline"),),
    }
    return LinesInput(**{**given, **parts})


def drawn(given: LinesInput):
    return etree.fromstring(draw_lines(given, ENGLISH))


@given(st.floats(0.001, 1e9))
def test_ticks_reach_the_largest_value_in_few_round_steps(largest):
    found = ticks(largest)
    assert found[0] == 0
    assert found[-1] >= largest * 0.9999
    assert 2 <= len(found) <= 7
    steps = {round(b - a, 9) for a, b in pairwise(found)}
    assert max(steps) - min(steps) <= 1e-6 * max(steps)


@pytest.mark.parametrize("largest", [1, 2, 3, 5, 7, 9, 10])
def test_what_is_counted_has_no_halves_on_its_axis(largest):
    assert all(tick == int(tick) for tick in ticks(largest))


@pytest.mark.parametrize("largest", [0, -3, float("nan"), float("inf")])
def test_an_axis_without_amounts_is_still_an_axis(largest):
    assert ticks(largest) == [0, 1]


def test_a_stock_holds_until_it_changes():
    line = drawn(lines()).find(f".//{SVG}path[@class='line s-main']")
    data = line.get("d")
    assert data == "M50 0l900 0 0 250"


def test_a_reported_value_stands_at_its_day_and_amount():
    tree = drawn(lines())
    point = tree.find(f".//{SVG}circle")
    assert point.get("cx") == "45.00%"
    top = float(tree.find(f"{SVG}svg").get("y"))
    assert float(point.get("cy")) == top + PLOT / 2
    assert any(text.text == "50" for text in tree.iter(f"{SVG}text"))


def test_each_series_has_its_name_at_the_line_and_a_style_of_its_own():
    tree = drawn(lines())
    names = {
        text.text: text.get("class")
        for text in tree.iter(f"{SVG}text")
        if "series" in (text.get("class") or "")
    }
    assert names == {"planned": "series s-main", "reported": "series s-points"}


def test_a_chart_has_title_description_unit_and_named_days():
    tree = drawn(lines())
    assert tree.get("role") == "img"
    texts = [text.text for text in tree.iter(f"{SVG}text")]
    assert "persons" in texts
    assert "deadline" in texts
    assert tree.find(f"{SVG}title").text == "Persons left"
    assert tree.find(f"{SVG}desc").text == "From 100 to 0."


def test_a_chart_without_points_is_drawn():
    tree = drawn(lines(series=(Series(name="nothing", points=()),), dates=()))
    assert tree.get("role") == "img"


@given(
    st.lists(
        st.tuples(st.floats(0, 1), st.text("abc d", min_size=1, max_size=20)),
        max_size=8,
    )
)
def test_names_of_days_never_cover_each_other(names):
    width = 300
    boxes: dict[int, list[tuple[float, float]]] = {}
    found = stacked(names, width)
    assert len(found) == len(names)
    for name in found:
        long = max(len(line) for line in name.lines) * 7.2
        x = name.share * width
        box = (x - long, x) if name.to_the_left else (x, x + long)
        for number in range(name.row, name.row + len(name.lines)):
            for other in boxes.get(number, []):
                assert box[1] <= other[0] or box[0] >= other[1]
            boxes.setdefault(number, []).append(box)


@given(st.floats(0, 1), st.lists(st.text("abcdef", max_size=8), max_size=9))
def test_a_long_name_of_a_day_stays_within_the_picture(share, words):
    (name,) = stacked([(share, " ".join(words))], 300)
    long = max(len(line) for line in name.lines) * 7.2
    x = share * 300
    assert x - long >= -1 if name.to_the_left else x + long <= 301
    assert " ".join(name.lines).split() == " ".join(words).split()


BARS = BarsInput(
    key="v",
    title="Value",
    description="By disposition.",
    unit="USD",
    parts=("repatriate", "gift", "destroy"),
    rows=(
        BarsRow(name="COE", values=(60, 0, 40)),
        BarsRow(name="UNOE", values=(10, 15, 0), label="25 in all"),
    ),
)


def test_bars_are_as_long_as_their_amounts():
    page = html.fromstring(f"<div>{draw_bars(BARS, ENGLISH)}</div>")
    parts = page.xpath("//svg[@role='img']//rect[contains(@class, 'part')]")
    spans = [(part.get("x"), part.get("width")) for part in parts]
    assert spans == [("0%", "60%"), ("60%", "40%"), ("0%", "10%"), ("10%", "15%")]


def test_the_parts_of_bars_differ_by_filling():
    page = html.fromstring(f"<div>{draw_bars(BARS, ENGLISH)}</div>")
    keys = page.xpath("//ul//rect")
    fillings = [(key.get("class"), key.get("fill")) for key in keys]
    assert len(set(fillings)) == 3
    assert [span.text for span in page.xpath("//ul//span")] == list(BARS.parts)


def test_bars_say_their_sum_or_what_they_are_told():
    text = draw_bars(BARS, ENGLISH)
    assert ">100 USD<" in text
    assert ">25 in all<" in text


def multiples(*values) -> MultiplesInput:
    return MultiplesInput(
        key="gap",
        title="Protection gap",
        description="By week.",
        start=START,
        days_each=7,
        unit="person-days",
        multiples=tuple(
            Multiple(name=f"village {n}", values=v, label=f"{sum(v):.0f}")
            for n, v in enumerate(values)
        ),
        dates=(VerticalLine(on=START + timedelta(days=7), name="authority ends"),),
        legend="Height: the gap of a week",
    )


def test_small_multiples_share_one_scale_that_is_said():
    text = draw_multiples(multiples((0, 10), (40, 20)), ENGLISH)
    assert "↕ 40 person-days" in text
    assert "8 Mar: authority ends" in text
    shapes = re.findall(r'class="area" d="([^"]+)"', text)
    assert shapes == ["M0 44V44h1V33h1V44z", "M0 44V0h1V22h1V44z"]
    assert 'd="M1 0V44"' in text


def test_small_multiples_without_any_gap_are_flat():
    text = draw_multiples(multiples((0, 0)), ENGLISH)
    assert 'd="M0 44V44h1V44h1V44z"' in text
