"""Claims and times of French pages."""

from datetime import date

import pytest
from tests.reading.news_pages import FRENCH, news


@pytest.mark.parametrize(
    ("text", "source", "stance"),
    [
        ("Anton Kral a affirmé que la force est partie.", "Anton Kral", "assert"),
        ("« C’est fini pour nous », a déclaré Anton Kral.", "Anton Kral", "assert"),
        ("La France a accusé le Mali de mensonge.", "France", "accuse"),
        ("Le Mali a rejeté ces accusations.", "Mali", "deny"),
        ("Des experts craignent des violences.", "experts", "warn"),
        ("Le Mali s’est engagé à partir.", "Mali", "commit"),
        ("Le Mali a pris acte de la décision.", "Mali", "acknowledge"),
        ("D’après Reuters, la force est partie.", "Reuters", "report"),
        ("La force a été critiquée par le Mali.", "Mali", "criticize"),
        ("Le Mali demande un report.", "Mali", "request"),
        ("Le Mali exige le départ des troupes.", "Mali", "demand"),
    ],
)
def test_a_french_sentence_gives_its_claim(text, source, stance):
    """The French lexicon follows the rules of the English one."""
    found = news(text, language="fr").claims
    assert [(c.source, c.stance) for c in found] == [(source, stance)]


def test_a_french_page_is_read_as_a_whole():
    """Inversion, pronouns and offices are resolved; the language is found out."""
    page = news(FRENCH)
    assert page.document.language == "fr"
    by_cue = {c.cue.quote.lower(): c for c in page.claims}
    assert by_cue["affirmé"].source == "Anton Kral"
    assert by_cue["selon"].source == "Mara Lindt"
    assert by_cue["dément"].source == "France"
    assert page.promises[0].party == "Anton Kral"


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("hier", "2023-07-04"),
        ("la semaine dernière", "2023-06-26/2023-07-02"),
        ("le mois dernier", "2023-06"),
        ("l’an dernier", "2022"),
        ("vendredi", "2023-06-30"),
        ("il y a trois ans", "2020"),
        ("cette année", "2023"),
        ("en août", "2022-08"),
    ],
)
def test_french_relative_dates_count_from_the_page(said, value):
    """A day or month without a year is the nearest on or before the page's date."""
    page = news(f"La force est partie {said}.", dct=date(2023, 7, 5), language="fr")
    assert [e.edtf for e in page.events] == [value]


def test_a_french_limit_is_the_nearest_after():
    """ "D'ici au 20 décembre" lies ahead."""
    text = "Le Conseil de sécurité doit se prononcer d'ici au 20 décembre."
    (clause,) = news(text, dct=date(2023, 9, 21), language="fr").deadlines
    assert clause.dates[0].iso == "2023-12-20"
    assert clause.dates[0].type == "by"
