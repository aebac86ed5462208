"""Sentences, dates and numbers as each language writes them."""

from datetime import date

import pytest

from drawdown.errors import UsageError
from drawdown.language import TERMINAL, TONGUES, Language

FRENCH = Language("fr")
ENGLISH = Language("en")
LAST_OF_OCTOBER = date(2023, 10, 31)


def test_dates_are_words_in_the_language() -> None:
    """Day, weekday and month."""
    assert ENGLISH.date(LAST_OF_OCTOBER) == "31 October 2023"
    assert FRENCH.date(LAST_OF_OCTOBER) == "31 octobre 2023"
    assert FRENCH.long_date(LAST_OF_OCTOBER) == "mardi 31 octobre 2023"
    assert FRENCH.short_date(date(2023, 8, 15)) == "15 août"
    assert FRENCH.month(LAST_OF_OCTOBER) == "octobre 2023"


def test_the_first_of_a_month_is_an_ordinal_in_french() -> None:
    """And only the first."""
    assert FRENCH.date(date(2023, 10, 1)) == "1er octobre 2023"
    assert FRENCH.long_date(date(2023, 10, 1)) == "dimanche 1er octobre 2023"
    assert FRENCH.date(date(2023, 10, 11)) == "11 octobre 2023"
    assert ENGLISH.date(date(2023, 10, 1)) == "1 October 2023"


def test_the_command_line_writes_dates_as_the_tables_do() -> None:
    """In every language."""
    assert TERMINAL.date(LAST_OF_OCTOBER) == "2023-10-31"
    assert Language("fr", iso_dates=True).date(LAST_OF_OCTOBER) == "2023-10-31"


def test_numbers_have_the_marks_of_the_language() -> None:
    """Narrow no-break spaces and a comma in French."""
    assert ENGLISH.number(1234567.25) == "1,234,567.25"
    assert FRENCH.number(1234567.25) == "1\u202f234\u202f567,25"
    assert FRENCH.number(0.5, 2) == "0,50"
    assert ENGLISH.number(7000, signed=True) == "+7,000"
    assert ENGLISH.number(-7000, signed=True) == "-7,000"
    assert ENGLISH.number(0, signed=True) == "0"


def test_a_number_that_rounds_to_nothing_has_no_sign() -> None:
    """No -0."""
    assert ENGLISH.number(-0.001, 1) == "0.0"
    assert ENGLISH.percent(-0.001) == "0%"


def test_shares_and_money() -> None:
    """With the spaces of the language."""
    assert ENGLISH.percent(0.4567) == "46%"
    assert FRENCH.percent(0.4567, 1) == "45,7\u00a0%"
    assert ENGLISH.money(25000) == "25,000 USD"
    assert FRENCH.money(-25000) == "-25\u202f000\u00a0USD"


def test_lists_are_joined_by_a_word() -> None:
    """And, or."""
    assert ENGLISH.list(["Kidal", "Gao", "Menaka"]) == "Kidal, Gao and Menaka"
    assert FRENCH.list(["Kidal", "Gao"], last="or") == "Kidal ou Gao"
    assert FRENCH.list([]) == ""


def test_values_are_written_in_the_language() -> None:
    """Numbers and dates; text stays, braces in it too."""
    said = FRENCH.text("{a}, {b}, {c}", a=1500, b=date(2023, 7, 14), c="{x}")
    assert said == "1\u202f500, 14 juillet 2023, {x}"


def test_a_part_of_a_day_has_the_number_of_its_language() -> None:
    """0.5 days, 1.5 days; but 0,5 jour, 1,5 jour and 2,5 jours."""
    days = ("{n} day", "{n} days")
    said = [ENGLISH.plural(*days, n) for n in (0, 0.5, 1, 1.5, 2)]
    assert said == ["0 days", "0.5 days", "1 day", "1.5 days", "2 days"]
    said = [FRENCH.plural(*days, n) for n in (0, 0.5, 1, 1.5, 2, 2.5)]
    assert [word.endswith("jours") for word in said] == [False] * 4 + [True] * 2


def test_arabic_is_laid_out_from_the_right_with_english_text() -> None:
    """A stand-in: its dates are those of the text."""
    arabic = Language("ar")
    assert arabic.direction == "rtl"
    assert arabic.date(LAST_OF_OCTOBER) == ENGLISH.date(LAST_OF_OCTOBER)
    assert arabic.plural("{n} day", "{n} days", 3) == "3 days"
    assert ENGLISH.direction == "ltr"


def test_an_unknown_language_is_answered_with_the_known_ones() -> None:
    """All of them."""
    with pytest.raises(UsageError) as caught:
        Language("xx")
    assert "xx" in str(caught.value)
    for code in TONGUES:
        assert f"{code} (" in str(caught.value)
