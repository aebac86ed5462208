"""Date expressions: every form, in both languages, and what is none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drawdown.reading.dates import find_dates, nearest_after, nearest_before
from drawdown.reading.document import bare_document

ENGLISH = "January February March April May June July August September October"
FRENCH = "janvier février mars avril mai juin juillet août septembre octobre"
MONTHS = {
    "en": [*ENGLISH.split(), "November", "December"],
    "fr": [*FRENCH.split(), "novembre", "décembre"],
}


def values(text: str, language: str = "en") -> list[str | None]:
    found = find_dates(bare_document(text, language=language))
    return [mention.edtf for mention in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("by 31\u00a0December 2023", ["2023-12-31"]),
        ("June 30th 2024; 2nd August 2023; 1st September, 2023", 3),
        ("as of June 30 2023", ["2023-06-30"]),
        ("Friday, July 21, 2017", ["2017-07-21"]),
        ("by the end of April 2024", ["2024-04-30"]),
        ("before the end of 2023", ["2023-12-31"]),
        ("since late 2021", ["2021-10/2021-12"]),
        ("in early October 2019", ["2019-10-01/2019-10-10"]),
        ("in late February 2024", ["2024-02-21/2024-02-29"]),
        ("two coups, in 2020 and 2021", ["2020", "2021"]),
        ("on 5, 6 and 7 May 2024", ["2024-05-05", "2024-05-06", "2024-05-07"]),
        ("10 to 12 October 2019", ["2019-10-10/2019-10-12"]),
        ("in February, May and August 2024", ["2024-02", "2024-05", "2024-08"]),
        ("2012-2015", ["2012/2015"]),
        ("the 1990s", ["1990/1999"]),
        ("2023-12-31", ["2023-12-31"]),
        ("until September 30", [None]),
        ("no later than15 October 2023", ["2023-10-15"]),
    ],
)
def test_english_dates_have_the_value_that_they_state(text, expected):
    found = values(text)
    assert len(found) == expected if isinstance(expected, int) else found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("le 1er janvier 2024", ["2024-01-01"]),
        ("d’ici à la fin d’avril 2024", ["2024-04-30"]),
        ("avant la fin de l’année 2023", ["2023-12-31"]),
        ("du 5 au 7 mai 2024", ["2024-05-05/2024-05-07"]),
        ("en décembre", [None]),
    ],
)
def test_french_dates_have_the_value_that_they_state(text, expected):
    assert values(text, "fr") == expected


@pytest.mark.parametrize(
    "text",
    [
        "resolution 2024 (2012) and resolutions 1996 (2011) and 2057 (2012)",
        "document S/2023/463",
        "He may go. May they rest.",
        "2000 troops and 2013 personnel",
        "$2023",
        "a cabinet (2007)",
        "31 February",
    ],
)
def test_what_is_no_date_is_not_taken_for_one(text):
    assert values(text) == []


@given(
    day=st.dates(date(1946, 1, 1), date(2069, 12, 31)),
    form=st.sampled_from(
        ["{d} {m} {y}", "{m} {d}, {y}", "{d} {m}, {y}", "{m} {d} {y}"]
    ),
)
def test_every_day_is_read_in_every_order(day, form):
    text = form.format(d=day.day, m=MONTHS["en"][day.month - 1], y=day.year)
    assert values(f"It ends on {text}.") == [day.isoformat()]


@given(day=st.dates(date(1946, 1, 1), date(2069, 12, 31)))
def test_every_day_is_read_in_french(day):
    number = "1er" if day.day == 1 else str(day.day)
    text = f"{number} {MONTHS['fr'][day.month - 1]} {day.year}"
    assert values(f"jusqu’au {text}.", "fr") == [day.isoformat()]


@given(
    day=st.dates(date(2000, 1, 1), date(2050, 12, 31)),
    anchor=st.dates(date(2000, 1, 1), date(2050, 12, 31)),
)
def test_a_day_without_a_year_is_the_nearest_on_its_side(day, anchor):
    text = f"{day.day} {MONTHS['en'][day.month - 1]}"
    (mention,) = find_dates(bare_document(text))
    after = nearest_after(mention, anchor).first.bounds[0]
    before = nearest_before(mention, anchor).first.bounds[1]
    assert before <= anchor <= after
    assert (
        (after.month, after.day) == (before.month, before.day) == (day.month, day.day)
    )
