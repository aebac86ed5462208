import json
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from tests.brief.pictures.crossing import END, START, timeline

from drawdown.brief.pictures import ENGLISH, draw_slider, runs, script

STATES = st.lists(st.sampled_from(["open", "closing", "left", ""]), min_size=1)


@given(STATES)
def test_runs_hold_every_days_state(states):
    changes = runs(states)
    again = [
        next(state for first, state in reversed(changes) if first <= day)
        for day in range(len(states))
    ]
    assert again == states
    assert all(one[1] != other[1] for one, other in pairwise(changes))


def test_the_slider_is_a_native_control_of_all_days():
    page = html.fromstring(draw_slider(timeline(), ENGLISH))
    (control,) = page.xpath("//input[@type='range']")
    assert (control.get("min"), control.get("max")) == ("0", "30")
    assert control.get("aria-valuetext") == "1 March 2030"
    assert control.get("aria-label") == "Day"


def test_the_slider_is_hidden_until_its_script_runs():
    page = html.fromstring(draw_slider(timeline(), ENGLISH))
    assert "hidden" in page.attrib


def test_the_decisions_dates_can_be_jumped_to():
    page = html.fromstring(draw_slider(timeline(), ENGLISH))
    days = {
        b.get("data-day"): b.text_content() for b in page.xpath("//button[@data-day]")
    }
    assert days == {"14": "15 Mar authority ends", "30": "31 Mar deadline"}


def test_states_are_packed_into_the_page():
    page = html.fromstring(draw_slider(timeline(), ENGLISH))
    data = json.loads(page.xpath("//script")[0].text)
    assert data["sites"]["HILL"] == "0 open 12 left"
    assert data["legs"]["H-R"] == "0 closed 10 -"
    assert data["traffic"]["R-P"] == "0 0 5 2 6 0"
    assert data["start"] == START.isoformat()
    assert data["days"] == (END - START).days + 1


def test_an_identifier_cannot_end_the_script():
    text = draw_slider(timeline(sites={"</script><b>": runs(["open"])}), ENGLISH)
    assert text.count("</script>") == 1
    assert "<b>" not in text


def test_the_script_is_small_and_asks_for_nothing():
    text = script()
    assert len(text.encode()) <= 10_000
    for word in ("fetch(", "XMLHttpRequest", "import", "eval(", "innerHTML", "http"):
        assert word not in text
