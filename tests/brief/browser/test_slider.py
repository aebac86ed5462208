"""The slider moves the map and the time chart together, by every means of input."""

from datetime import date, timedelta

import pytest

STATES = """[...document.querySelectorAll('#map [data-site]')].map(found =>
    [found.dataset.site, found.getAttribute('href').slice(5)])"""
CURSOR = """parseFloat(getComputedStyle(
    document.querySelector('#gantt')).getPropertyValue('--day'))"""
DAYS = """+document.querySelector('.slider input').max + 1"""


@pytest.fixture
def page(look):
    """MINUSMA with the slider in focus."""
    page = look("minusma").page
    page.locator(".slider input").focus()
    return page


def state(page, site: str) -> str:
    return dict(page.evaluate(STATES))[site]


def day(page) -> int:
    return int(page.locator(".slider input").input_value())


def press(page, key: str, times: int = 1) -> None:
    for _ in range(times):
        page.keyboard.press(key)


def closing(plan_of, site: str) -> int:
    """Days from the first day to the closing day of a site."""
    plan = plan_of("minusma")
    closed = next(c.closed for c in plan.closures if c.site == site)
    return (closed - date(2023, 7, 1)).days


def test_arrow_keys_move_the_map_day_by_day(page, plan_of):
    """Aguelhok is left on the evening of its closing day (law 17.1)."""
    last = closing(plan_of, "AGU") - 1
    assert state(page, "AGU") == "open"
    press(page, "ArrowRight", last)
    assert day(page) == last
    assert state(page, "AGU") == "closing"
    press(page, "ArrowRight")
    assert state(page, "AGU") == "left"
    press(page, "ArrowLeft")
    assert state(page, "AGU") == "closing"


def test_the_time_chart_follows(page):
    before = page.evaluate(CURSOR)
    press(page, "ArrowRight", 20)
    assert before == 0
    assert page.evaluate(CURSOR) == pytest.approx(20 / page.evaluate(DAYS) * 100)


def test_the_line_of_the_day_is_where_the_closing_is(page, plan_of):
    """On the closing day of Kidal the line runs through its mark, to a pixel or two."""
    press(page, "ArrowRight", closing(plan_of, "KID"))
    share = page.evaluate(CURSOR) / 100 + 0.5 / page.evaluate(DAYS)
    mark, left, width = page.evaluate(
        """(() => { const row = [...document.querySelectorAll('#gantt tr.head')]
            .find(found => found.cells[0].textContent === 'Kidal');
          const lane = row.querySelector('svg').getBoundingClientRect();
          const mark = row.querySelector('use[href="#gantt-planned"]')
            .getBoundingClientRect();
          return [mark.left + mark.width / 2, lane.left, lane.width]; })()"""
    )
    assert left + share * width == pytest.approx(mark, abs=2)


def test_page_keys_move_a_week_and_end_keys_to_the_ends(page):
    press(page, "PageUp", 3)
    assert day(page) == 21
    press(page, "PageDown")
    assert day(page) == 14
    press(page, "End")
    assert day(page) == page.evaluate(DAYS) - 1
    press(page, "Home")
    assert day(page) == 0


@pytest.mark.parametrize(
    ("code", "words"), [("en", "11 July 2023"), ("fr", "11 juillet 2023")]
)
def test_the_day_is_said_in_the_readers_language(look, code, words):
    page = look("minusma", code).page
    page.locator(".slider input").focus()
    press(page, "ArrowRight", 10)
    assert page.locator(".slider input").get_attribute("aria-valuetext") == words
    assert page.locator(".slider .day").text_content() == words


def test_the_slider_shows_what_the_small_maps_show(page):
    """On each of the decision's days, and on the first."""
    buttons = page.locator(".slider [data-day]")
    frames = page.locator(".map-frame")
    assert buttons.count() + 1 == frames.count()
    for number in range(frames.count()):
        if number:
            buttons.nth(number - 1).click()
        small = frames.nth(number).evaluate(
            """found => [...found.querySelectorAll('use')]
                .map(use => use.getAttribute('href').slice(5))
                .filter(name => ['open', 'closing', 'handed_over', 'left',
                                 'liquidation', 'in', 'out'].includes(name)).sort()"""
        )
        large = page.evaluate(
            """[...document.querySelectorAll('#map [data-site], #map [data-community]')]
                .map(use => use.getAttribute('href').slice(5)).sort()"""
        )
        assert large == small


def test_a_leg_is_crossed_out_while_it_is_closed(page):
    """Douentza to Timbuktu, 1 August to 15 September."""
    leg = '#map [data-leg="R06"]'
    shut = []
    for _ in range(80):
        shut.append("closed" in (page.locator(leg).get_attribute("class") or ""))
        press(page, "ArrowRight")
    closed = [date(2023, 7, 1) + timedelta(n) for n, found in enumerate(shut) if found]
    assert closed[0] == date(2023, 8, 1)
    assert closed[-1] == date(2023, 9, 15)
    assert len(closed) == 46


def test_the_legend_counts_the_sites_of_each_state(page):
    press(page, "End")
    counted = page.evaluate(
        """Object.fromEntries([...document.querySelectorAll('[data-count]')].map(
            found => [found.dataset.count, +found.textContent]))"""
    )
    states = [name for _, name in page.evaluate(STATES)]
    for name in ("open", "closing", "handed_over", "left", "liquidation"):
        assert counted[name] == states.count(name)
    assert counted["left"] == 3


def test_the_mouse_drags_it(page):
    box = page.locator(".slider input").bounding_box()
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + 8, y)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2, y, steps=4)
    page.mouse.up()
    assert day(page) == pytest.approx(page.evaluate(DAYS) / 2, abs=3)
    assert page.evaluate(CURSOR) == pytest.approx(50, abs=2)


def test_a_finger_moves_it(look):
    page = look("minusma", width=375, has_touch=True, is_mobile=True).page
    control = page.locator(".slider input")
    box = control.bounding_box()
    control.tap(position={"x": box["width"] * 0.75, "y": box["height"] / 2})
    assert day(page) == pytest.approx(page.evaluate(DAYS) * 0.75, abs=9)
    assert page.evaluate(CURSOR) > 60


def wait_until_after(page, wanted: int) -> None:
    """Wait until the slider has passed a day, ten seconds at most."""
    for _ in range(100):
        if day(page) > wanted:
            return
        page.wait_for_timeout(100)
    pytest.fail(f"the slider stands at day {day(page)}")


def test_it_plays_and_pauses(page):
    play = page.locator(".slider .play")
    play.click()
    wait_until_after(page, 2)
    said = play.text_content()
    play.click()
    here = day(page)
    page.wait_for_timeout(400)
    assert day(page) == here
    assert play.text_content() != said


def test_who_wants_little_motion_gets_a_week_at_a_time(look):
    page = look("minusma", reduced_motion="reduce").page
    page.locator(".slider .play").click()
    wait_until_after(page, 0)
    page.locator(".slider .play").click()
    assert day(page) % 7 == 0
