"""Times of news: relative expressions counted from the page's own date."""

from datetime import date

import pytest
from tests.reading.news_pages import news

WEDNESDAY = date(2023, 7, 5)


def values(text, dct=WEDNESDAY):
    return [t.edtf for t in news(text, dct=dct, language="en").times]


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("yesterday", "2023-07-04"),
        ("on Monday", "2023-07-03"),
        ("on Wednesday", "2023-07-05"),
        ("last week", "2023-06-26/2023-07-02"),
        ("earlier this week", "2023-07-03/2023-07-09"),
        ("last month", "2023-06"),
        ("last year", "2022"),
        ("two years ago", "2021"),
        ("about three weeks ago", "2023-06-14~"),
        ("this weekend", "2023-07-01/2023-07-02"),
        ("in January", "2023-01"),
        ("last October", "2022-10"),
        ("on June 30", "2023-06-30"),
        ("in early October", "2022-10-01/2022-10-10"),
        ("in late 2021", "2021-10/2021-12"),
        ("since 2012", "2012/.."),
        ("recently", None),
        ("in the last few years", None),
        ("in the sixties", "1960/1969"),
    ],
)
def test_an_expression_has_its_value(said, value):
    """As precise as the phrase; nothing where nothing fixes it."""
    assert values(f"The troops left {said}.") == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The mandate expires on 20 December.", "2023-12-20"),
        ("The Council has until 30 July to decide.", "2023-07-30"),
        ("The troops will leave on Friday.", "2023-07-07"),
        ("A vote is to be held on September 3.", "2023-09-03"),
    ],
)
def test_what_lies_ahead_is_the_nearest_after(text, value):
    """Limits and plans look forward."""
    assert values(text) == [value]


def test_an_expression_may_hang_on_the_date_before_it():
    """Later, that day, and the year after are counted from the date named last."""
    text = "They left in 2011 and returned three years later."
    assert values(text) == ["2011", "2014"]
    text = "On Friday they met. They signed that day. They left the following day."
    assert values(text) == ["2023-06-30", "2023-06-30", "2023-07-01"]
    text = "On Friday he spoke, about one week after an attack."
    assert values(text) == ["2023-06-30", "2023-06-23~"]


def test_without_a_date_of_its_own_a_page_fixes_nothing_relative():
    """Nothing is invented; a year is taken from a full date of the page only."""
    assert values("The troops left on Monday.", dct=None) == [None]
    text = "All leave by December 31, 2023. The power lasts until September 30."
    assert values(text, dct=None) == ["2023-12-31", "2023-09-30"]


def test_a_start_by_an_event_is_found_beside_the_event():
    """ "Since the country changed sides in 2021" starts in 2021 and goes on."""
    text = "Patrols have been hindered since the country changed sides in 2021."
    assert values(text) == ["2021/..", "2021"]


def test_both_ends_of_a_range_are_listed_with_the_range():
    """A range is one event; its ends are found too."""
    page = news("It ran from 2004 to 2009.", dct=WEDNESDAY)
    assert [e.edtf for e in page.events] == ["2004/2009"]
    assert [t.edtf for t in page.times] == ["2004", "2004/2009", "2009"]


def test_durations_are_lengths():
    """Decade-long and 25 years have a length and no date."""
    page = news("The decade-long mission followed 25 years of war.", dct=WEDNESDAY)
    assert [d.edtf for d in page.durations] == ["P10Y", "P25Y"]
