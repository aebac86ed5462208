"""A page of news as a whole: clauses, deadlines, events, amounts, actors, relations."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.news_pages import ANSWER, FRENCH, VOTE, news

DAY = date(2023, 7, 5)


def test_the_acts_of_a_resolution_come_with_actor_force_and_date():
    """A list shares the date at its end; a second verb is a second act."""
    acts = [
        (c.force, c.actor, [(d.type, d.iso, d.role) for d in c.dates])
        for c in news(VOTE).clauses
    ]
    end = [("by", "2023-12-31", "deadline")]
    assert acts == [
        ("decides", "MINUBOR", []),
        ("calls_upon", "MINUBOR", end),
        ("calls_upon", "MINUBOR", end),
        ("calls_upon", "MINUBOR", end),
        ("requests", "Secretary-General", [("by", "2023-08-15", "report_due")]),
        ("requests", "Borduria", []),
    ]


def test_a_power_and_its_end_are_an_authority_window():
    """ "Grants X the authority to … until" authorizes."""
    text = (
        "The Security Council resolution grants MINUBOR the authority to protect "
        "civilians within its immediate vicinity until September 30. Borduria is "
        "urged to cooperate during the mission’s withdrawal."
    )
    power, plea = news(text, dct=DAY).clauses
    assert (power.force, power.dates[0].role) == ("authorizes", "authority_end")
    assert power.conditions[0].quote == "within its immediate vicinity"
    assert (plea.force, plea.actor) == ("urges", "Borduria")
    assert (plea.dates[0].type, plea.dates[0].iso) == ("during", None)


@pytest.mark.parametrize(
    ("text", "force", "iso", "role"),
    [
        (
            "The Council has until 30 July to decide.",
            "states",
            "2023-07-30",
            "deadline",
        ),
        ("The mandate expires on 20 December.", "states", "2023-12-20", "mandate_end"),
        ("The force must leave Kidal by 1 August.", "states", "2023-08-01", "deadline"),
        (
            "Anna Roth wants peacekeepers to start leaving in December.",
            "wants",
            "2023-12",
            "start",
        ),
    ],
)
def test_limits_outside_decisions_are_deadlines(text, force, iso, role):
    """What must be or ends is stated; what one party wishes is wanted."""
    (clause,) = news(text, dct=DAY).deadlines
    assert clause.force == force
    assert (clause.dates[0].iso, clause.dates[0].role) == (iso, role)


def test_a_superseded_date_binds_nobody():
    """ "Instead of December 2024" is neither event nor limit."""
    text = (
        "Anna Roth said the withdrawal begins in December 2023 "
        "instead of December 2024."
    )
    page = news(text, dct=DAY)
    assert [e.edtf for e in page.events] == ["2023-12"]
    assert [d.iso for c in page.deadlines for d in c.dates] == ["2023-12"]


def test_amounts_know_whose_claim_they_are():
    """Value, currency, qualifier, period and the claim that states them."""
    text = "Kenya says Oslo has paid over $200 million to the rebels since late 2021."
    (amount,) = news(text, dct=DAY).amounts
    assert (amount.value, amount.currency) == (200_000_000, "USD")
    assert (amount.qualifier, amount.period) == ("over", "2021-10/2021-12")
    assert amount.status == "claimed by Kenya"


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("It cost €1.5 billion.", 1_500_000_000, "EUR"),
        ("It cost 422,000 euros.", 422_000, "EUR"),
        ("Cela coûte 200 millions de dollars.", 200_000_000, "USD"),
        ("It cost £3m.", 3_000_000, "GBP"),
    ],
)
def test_sums_of_money_are_read_in_either_language(text, value, currency):
    """Signs and names of currencies, scales and separators."""
    (amount,) = news(text, dct=DAY).amounts
    assert (amount.value, amount.currency) == (value, currency)


def test_promises_are_what_parties_say_they_will_do():
    """A claim that commits its source is a promise of that source."""
    (promise,) = news(VOTE).promises
    assert promise.party == "Anton Kral"
    assert "respect the calendar" in promise.act


def test_actors_have_types_roles_and_aliases():
    """A surname is an alias; an office is a role; towns are no actors."""
    actors = {a.name: a for a in news(VOTE).actors}
    assert actors["Anton Kral"].role == "Foreign Minister"
    assert actors["Anton Kral"].aliases == ("Anton Kral", "Kral")
    assert actors["MINUBOR"].type == "mission"


def test_a_denial_answers_the_charge():
    """The answer is linked to what it answers."""
    page = news(VOTE)
    charge = next(c for c in page.claims if c.stance == "accuse")
    answer = news(VOTE + "\n\n" + "Kenya denied it.").claims[-1]
    assert charge.source == "Anton Kral"
    assert answer.stance == "deny"


def test_relations_name_their_words():
    """Accusations are relations, with the claim that states them."""
    page = news("France accused the Red Front of murder.", dct=DAY)
    (relation,) = page.relations
    assert (relation.subject, relation.relation, relation.object) == (
        "France",
        "accuses",
        "Red Front",
    )
    assert relation.claim == "k1"


def spans(page):
    """Yield every span of a reading."""
    for group in (
        page.claims,
        page.events,
        page.durations,
        page.clauses,
        page.deadlines,
        page.promises,
        page.amounts,
        page.relations,
        page.times,
    ):
        for item in group:
            yield item
            for name in ("cue", "hedge", "condition", "date", "due"):
                if getattr(item, name, None) is not None:
                    yield getattr(item, name)
            yield from getattr(item, "dates", ())
            yield from getattr(item, "conditions", ())
    for actor in page.actors:
        yield from actor.mentions


def assert_exact(page):
    for span in spans(page):
        assert page.document.text[span.start : span.end] == span.quote


@pytest.mark.parametrize("text", [VOTE, ANSWER, FRENCH])
def test_every_span_equals_its_quote(text):
    """text[start:end] == quote, always."""
    assert_exact(news(text))


JUMBLE = (
    *("said", "“", "”", '"', ",", ".", ":", ";", "(", ")", "Kral", "Mali", "that"),
    *("accused", "he", "the", "and", "it", "on", "Friday", "2021", "denied", "by"),
    *("according", "to", "December", "31", "$5", "million", "«", "»", "l’", "selon"),
    *("a-t-il", "déclaré", "\n", "\n\n", "wants", "resolution", "calls", "for"),
    *("urged", "is", "U.S.", "’s", "—", "reportedly", "who", "since", "three"),
    *("years", "later", "(SDF)", "M.", "d’ici", "au", "until", "will", "expires"),
)
WORDS = st.sampled_from(JUMBLE)


@settings(max_examples=120, deadline=None)
@given(st.lists(WORDS, max_size=40), st.sampled_from(["en", "fr"]))
def test_no_jumble_of_words_breaks_the_reader(words, language):
    """Whatever the text, the reader ends and its spans are exact."""
    assert_exact(news(" ".join(words), dct=DAY, language=language))


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300))
def test_no_text_breaks_the_reader(text):
    """Nor does any other text."""
    assert_exact(news(text))
