import re

from lxml import html
from tests.brief.pictures.crossing import gantt_input, march

from drawdown.brief.pictures import (
    ENGLISH,
    GanttBar,
    GanttGroup,
    GanttRow,
    draw_gantt,
)


def tree(**parts):
    return html.fromstring(draw_gantt(gantt_input(**parts), ENGLISH))


def row(name: str, **parts):
    return next(
        found
        for found in tree(**parts).iter("tr")
        if found.find("th") is not None and found.find("th").text == name
    )


def cells(found):
    return [cell.text_content().strip() for cell in found.findall("td")[:3]]


def rectangles(found, kind: str):
    classes = {"step": {"bar"}}.get(kind, {"bar", f"b-{kind}"})
    return [
        rect
        for rect in found.xpath(".//rect")
        if set((rect.get("class") or "").split()) - {"crit"} == classes
    ]


def test_every_row_says_its_days_in_words():
    assert cells(row("Hill")) == ["1 Mar", "12 Mar", "critical left"]
    assert cells(row("inventory")) == ["2 Mar", "4 Mar", ""]
    assert cells(row("the track")) == ["1 Feb", "10 Mar", "rains"]
    assert cells(row("Seasons")) == ["", "", ""]


def test_every_bar_has_a_row_of_its_days():
    bars = [
        found
        for found in tree().iter("tr")
        if any("bar" in (r.get("class") or "") for r in found.iter("rect"))
    ]
    assert len(bars) == 4
    for found in bars:
        assert all(cells(found)[:2])


def test_a_bar_begins_and_ends_with_its_days():
    (bar,) = rectangles(row("inventory"), "step")
    days = 31
    assert float(bar.get("x")[:-1]) == round(1 / days * 100, 2)
    assert float(bar.get("width")[:-1]) == round(3 / days * 100, 2)


def test_a_bar_that_begins_before_the_chart_is_cut():
    (bar,) = rectangles(row("the track"), "closed")
    assert bar.get("x") == "0%"
    assert float(bar.get("width")[:-1]) == round(10 / 31 * 100, 2)


def test_a_bar_outside_the_days_is_not_drawn_but_said():
    day = march(31).replace(month=5)
    late = GanttRow(name="late", bars=(GanttBar(start=day, end=day),))
    found = row("late", groups=(GanttGroup(heading=late),))
    assert cells(found)[:2] == ["31 May", "31 May"]
    assert rectangles(found, "step") == []


def test_the_critical_path_is_hatched_and_said():
    found = row("last convoy")
    (bar,) = rectangles(found, "step")
    assert "crit" in bar.get("class")
    assert bar.get("fill") == "url(#g-hatch)"
    assert "critical" in cells(found)[2]
    assert "critical" not in cells(row("inventory"))[2]


def test_dates_lead_to_their_reason():
    links = [a.get("href") for a in row("Hill").iter("a")]
    assert links == ["#why-HILL"] * 2
    assert not list(row("inventory").iter("a"))


def test_baseline_and_actual_are_shown_beside_the_plan():
    found = row("Hill")
    assert len(rectangles(found, "baseline")) == 1
    marks = [use.get("href") for use in found.iter("use")]
    assert {"#g-planned", "#g-actual"} <= set(marks)


def test_steps_are_folded_under_their_site_and_a_switch_shows_them():
    page = tree()
    assert row("inventory").get("class") == "more"
    assert row("the track").get("class") is None
    (switch,) = page.xpath("//input[@type='checkbox']")
    assert page.xpath(f"//label[@for='{switch.get('id')}']")[0].text


def test_without_folded_rows_there_is_no_switch():
    groups = (GanttGroup(heading=GanttRow(name="only")),)
    assert not tree(groups=groups).xpath("//input")


def test_the_decisions_dates_are_named_and_drawn_through_all_rows():
    text = draw_gantt(gantt_input(), ENGLISH)
    assert "15 Mar authority ends" in text
    grid = re.search(r'<symbol[^>]*id="g-grid".*?</symbol>', text, re.DOTALL)[0]
    assert grid.count('class="date"') == 2


def test_the_region_that_scrolls_can_be_reached_and_has_a_name():
    (region,) = tree().xpath("//div[@role='region']")
    assert region.get("tabindex") == "0"
    assert region.get("aria-label") == "Gantt chart"


def test_drawings_are_hidden_from_those_who_hear_the_table():
    for drawing in tree().xpath("//svg[not(ancestor::svg)]"):
        assert drawing.get("aria-hidden") == "true"


def test_a_heading_shows_the_bars_of_its_folded_rows_too():
    plain, critical = row("Hill").xpath(".//path")
    assert plain.get("d") == "M1 6h3v7H1z"
    assert critical.get("d") == "M8 5h4v9H8z"
    assert row("Seasons").xpath(".//path") == []


def test_names_are_text():
    bad = GanttRow(name="<b>x</b>", note='"><i>')
    text = draw_gantt(gantt_input(groups=(GanttGroup(heading=bad),)), ENGLISH)
    assert "<b>x" not in text
    assert "<i>" not in text
