"""A briefing is whole by itself: without network, without script, on paper."""

import pytest

MISSIONS = ["tutorial", "minusma", "unamid"]
VISIBLE = """[...document.querySelectorAll('main section')]
    .filter(found => found.checkVisibility() && found.offsetHeight > 20)
    .map(found => found.id || found.className)"""


@pytest.mark.parametrize("name", ["minusma", "unamid"])
def test_a_page_is_small_enough_to_be_sent(written, name):
    for code in ("en", "fr", "ar"):
        assert written(name, code).stat().st_size <= 290_000


@pytest.mark.parametrize("name", MISSIONS)
def test_every_section_is_there_without_a_script(look, name):
    with_script = look(name).page.evaluate(VISIBLE)
    without = look(name, java_script_enabled=False).page
    sections = without.locator("main section")
    assert sections.count() == len(with_script) > 5
    for number in range(sections.count()):
        box = sections.nth(number).bounding_box()
        assert box is not None
        assert box["height"] > 20
    assert without.locator(".slider").count() <= 1
    assert not without.locator(".slider").is_visible()


def test_the_states_of_the_decisions_days_are_there_without_a_script(look):
    page = look("minusma", java_script_enabled=False).page
    frames = page.locator(".map-frame")
    assert frames.count() >= 3
    for number in range(frames.count()):
        box = frames.nth(number).locator("svg").bounding_box()
        assert box["width"] > 200
        assert box["height"] > 100


@pytest.mark.parametrize("scripted", [True, False])
def test_every_step_can_be_shown_without_a_mouse(look, scripted):
    page = look("minusma", java_script_enabled=scripted).page
    step = page.locator("#gantt tr.more").first
    switch = page.locator("input.fold").first
    assert not step.is_visible()
    switch.focus()
    page.keyboard.press("Space")
    assert step.is_visible()


def test_paper_shows_every_step_and_no_controls(look):
    page = look("minusma", media="print", width=720).page
    assert page.locator("#gantt tr.more").first.is_visible()
    assert not page.locator(".slider").is_visible()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_paper_is_not_cut_at_the_side(look, paper):
    """Nothing in the pictures reaches beyond the width of a page."""
    wide = {"A4": 794, "Letter": 816}[paper] - 2 * 53
    page = look("minusma", media="print", width=wide).page
    beyond = page.evaluate(
        """[...document.querySelectorAll('main .picture, main .gantt, main .multiples')]
            .map(found => [found.id, found.getBoundingClientRect().right])
            .filter(([, right]) => right > innerWidth + 1)"""
    )
    assert beyond == []


def test_a_page_from_right_to_left_keeps_time_from_left_to_right(look):
    page = look("minusma", "ar").page
    assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
    name, lane = page.evaluate(
        """['#gantt tbody th', '#gantt tbody td:last-child'].map(found =>
            document.querySelector(found).getBoundingClientRect().left)"""
    )
    assert name > lane, "the names stand at the right"
    early, late = page.evaluate(
        """['Aguelhok', 'Mopti-Sevare'].map(name => {
            const row = [...document.querySelectorAll('#gantt tr.head')]
                .find(found => found.cells[0].textContent === name);
            return row.querySelector('use[href="#gantt-planned"]')
                .getBoundingClientRect().left; })"""
    )
    assert early < late
