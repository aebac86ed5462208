"""Pages about other missions, in our own words: what a first reading of them missed."""

import pytest

from drawdown.reading.page import document_of
from drawdown.reading.reading import read


def page(text, **given):
    return read(document_of(text, **given))


def claims(text, language="en"):
    news = page(text, language=language).news
    return [(c.source, c.stance) for c in news.claims]


def dates(reading):
    return [(d.type, d.role, d.iso) for d in reading.dates]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Displaced people in Kalma camp fear that attacks will increase.",
            [("Displaced people in Kalma camp", "warn")],
        ),
        (
            "Troops will be cut, an official who asked not to be named said.",
            [("official", "assert")],
        ),
        (
            "Troops will be cut, an official who knows the plan told Reuters.",
            [("official", "assert")],
        ),
        ("Ann Lee said she was not sure whether it would.", [("Ann Lee", "question")]),
        (
            "Rights advocates accused officers of beating detainees.",
            [("Rights advocates", "accuse")],
        ),
        ("The interior ministry brushed aside his doubts.", "deny"),
        ("Portugal declined to say whether it would follow.", "no_comment"),
        ("China and Pakistan regretted the decision.", "criticize"),
        ("One trader, Ann Lee, said she might have to close.", "assert"),
    ],
)
def test_claims_in_english(text, expected):
    found = claims(text)
    if isinstance(expected, str):
        assert [stance for _, stance in found] == [expected]
    else:
        assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L’ONU a longtemps nié toute responsabilité.", ("ONU", "deny")),
        (
            "La France, qui avait rédigé le texte, a au contraire défendu la prudence.",
            ("France", "defend"),
        ),
        (
            "Des sources humanitaires font état de trois villages incendiés.",
            ("sources humanitaires", "assert"),
        ),
        (
            "« Si les soldats partent, nous partirons aussi », a dit un commerçant.",
            ("commerçant", "commit"),
        ),
        (
            "La MINUMOR part. La mission doit rendre ses camps. "
            "Elle n’a pas souhaité commenter.",
            ("MINUMOR", "no_comment"),
        ),
    ],
)
def test_claims_in_french(text, expected):
    assert claims(text, "fr")[-1] == expected


def test_what_is_promised_in_french_is_not_doubted():
    text = "Le ministre a promis que la police serait prête avant la fin de l’année."
    (claim,) = page(text, language="fr").news.claims
    assert claim.hedge is None


def test_a_date_after_the_place_is_that_of_the_page():
    text = (
        "DILI, 11 December 2012 — The government will take over all policing before "
        "the year is out, the prime minister announced on Monday, as troops leave. "
        "A team is to remain until the end of March."
    )
    reading = page(text)
    assert reading.document.dct.isoformat() == "2012-12-11"
    assert dates(reading) == [("until", "deadline", "2013-03-31")]


def test_a_date_below_a_standfirst_is_that_of_the_page():
    text = (
        "The force leaves\n\nA notice of the decision and its dates.\n\n3 March 2031\n"
    )
    assert page(f"{text}\nAll is said.").document.dct.isoformat() == "2031-03-03"


def test_lengths_and_recurrences_bind_in_news():
    reading = page(
        "The Security Council voted on 3 May 2024 to extend the mandate for six months "
        "and asked the Secretary-General to report within 60 days. UNMOR must report "
        "to it every 90 days."
    )
    assert dates(reading) == [
        ("for", "duration", "P6M"),
        ("within", "report_due", "2024-07-02"),
        ("every", "recurrence", "R/P90D"),
    ]


def test_an_aside_does_not_hide_who_decides():
    reading = page(
        "Resolution 9001, drafted by Norland and adopted unanimously, asks UNMOR to "
        "stop its work at the end of 2031 and to complete the withdrawal by 30 June "
        "2032."
    )
    assert [(c.force, c.actor) for c in reading.clauses] == [
        ("requests", "UNMOR"),
        ("requests", "UNMOR"),
    ]


def test_a_limit_that_was_missed_lies_in_the_past():
    reading = page(
        "Kinshasa - 5 July 2024\n\nAnn Lee said that UNMOR had promised to leave its "
        "base by 30 June but had failed to do so."
    )
    assert [e.edtf for e in reading.news.events] == ["2024-06-30"]


@pytest.mark.parametrize(
    ("text", "language", "named"),
    [
        (
            "The Security Council renewed the mandate. Fourteen members voted in "
            "favour and the United States abstained.",
            "en",
            "United States",
        ),
        (
            "Le Conseil de sécurité a prolongé le mandat. Quatorze membres ont voté "
            "pour ; les États-Unis se sont abstenus.",
            "fr",
            "États-Unis",
        ),
    ],
)
def test_a_vote_with_an_abstention_is_not_unanimous(text, language, named):
    vote = page(text, language=language).vote
    assert vote.in_favour == 14
    assert vote.unanimous is False
    assert vote.members_abstaining == (named,)


RESOLUTION = """Resolution 9559 (2030)

Adopted by the Security Council at its 8914th meeting, on 22 December 2030

The Security Council,

Recalling all its previous resolutions on Westland,

1. Decides to terminate the mandate of UNWEST on 31 December 2030;

2. Requests the Secretary-General to provide updates in three and six months;

3. Urges the Government of Westland to protect all sites for a period of at least twelve months, and to grant access to the panel until it completes its work;

4. Invites the African Union to convene a committee every quarter;

5. Further requests that the Executive Director present a budget by 1 May 2031;

6. Decides that the arms embargo shall expire on 15 March 2031.
"""  # noqa: E501


def test_limits_of_another_resolution():
    reading = page(RESOLUTION)
    assert dates(reading) == [
        ("on", "mandate_end", "2030-12-31"),
        ("within", "report_due", "2031-03-22"),
        ("within", "report_due", "2031-06-22"),
        ("for", "duration", "P12M"),
        ("until", "end", None),
        ("every", "recurrence", "R/P3M"),
        ("by", "deadline", "2031-05-01"),
        ("on", "end", "2031-03-15"),
    ]
    actors = [clause.actor for clause in reading.clauses]
    assert actors.count("Government of Westland") == 2
    assert "Executive Director" in actors


@pytest.mark.parametrize(
    "title", ["Mission ends 31 December 2031", "Mission Ends 31 December 2031"]
)
def test_a_title_with_a_date_is_no_date_line(title):
    assert page(f"{title}\n\nThe minister said so.").document.dct is None
