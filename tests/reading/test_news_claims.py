"""Claims: whose word it is, with which stance, how sure."""

import pytest
from tests.reading.news_pages import VOTE, news


def claims(text):
    return news(text).claims


def only(text):
    found = claims(text)
    assert len(found) == 1, [c.quote for c in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "source", "stance"),
    [
        ("Anton Kral said the force left.", "Anton Kral", "assert"),
        ("The mission has failed, Anton Kral said.", "Anton Kral", "criticize"),
        ("“It is over,” said Anton Kral.", "Anton Kral", "assert"),
        ("France accused Borduria of lying.", "France", "accuse"),
        ("Mali rejected the charge as false.", "Mali", "deny"),
        ("Paris and Moscow deny it.", "Paris; Moscow", "deny"),
        ("Experts fear that violence will rise.", "Experts", "warn"),
        ("The rebels were condemned by France.", "France", "criticize"),
        (
            "The attack was claimed by the Red Front.",
            "Red Front",
            "claim_responsibility",
        ),
        ("The Red Front claimed responsibility.", "Red Front", "claim_responsibility"),
        ("Kenya urged all sides to talk.", "Kenya", "request"),
        ("Kenya called on Mali to talk.", "Kenya", "request"),
        ("Kenya wants the troops to leave.", "Kenya", "demand"),
        ("Kenya said the troops must leave.", "Kenya", "demand"),
        ("Kenya vowed to send more troops.", "Kenya", "commit"),
        ("Kenya said it would send more troops.", "Kenya", "commit"),
        ("Kenya expressed its willingness to help.", "Kenya", "commit"),
        ("Kenya voiced doubts about the plan.", "Kenya", "question"),
        ("Kenya welcomed the decision.", "Kenya", "praise"),
        ("Kenya defended its decision.", "Kenya", "defend"),
        ("Kenya has taken note of the decision.", "Kenya", "acknowledge"),
        ("Kenya declined to comment.", "Kenya", "no_comment"),
        ("According to Reuters, the force left.", "Reuters", "report"),
        ("The force left, according to the army.", "army", "assert"),
        ("Concerns have been raised about the plan.", None, "warn"),
        ("The force is accused of spying.", None, "accuse"),
        ("The plan has faced criticism.", None, "criticize"),
        ("There are reportedly 500 troops.", None, "report"),
    ],
)
def test_a_sentence_gives_its_claim(text, source, stance):
    """The cue decides, or after a neutral cue the content."""
    claim = only(text)
    assert (claim.source, claim.stance) == (source, stance)


@pytest.mark.parametrize(
    "text",
    [
        "The force left Kidal in October.",
        "The United States joined the coalition.",
        "The alleged attack damaged two vehicles.",
        "Three reports were published last year.",
        "Parliament voted on the plan.",
        "The troops requested in March arrived.",
    ],
)
def test_what_nobody_says_is_no_claim(text):
    """Acts, nouns and participles that look like cues give nothing."""
    assert claims(text) == ()


def test_a_second_cue_is_a_second_claim_of_the_same_source():
    """Verbs joined by "and", and participles, inherit their subject."""
    text = "Anna Roth defended the plan, stressing its merits, and warned of delays."
    assert [(c.source, c.stance) for c in claims(text)] == [
        ("Anna Roth", "defend"),
        ("Anna Roth", "assert"),
        ("Anna Roth", "warn"),
    ]


def test_what_a_medium_passes_on_keeps_its_channel():
    """The inner claim names the medium as its channel."""
    found = claims("NPR reported that Anna Roth recommended a pause.")
    inner = next(c for c in found if c.source == "Anna Roth")
    assert (inner.stance, inner.via) == ("request", "NPR")


def test_what_a_speaker_tells_of_others_is_the_speakers_claim():
    """A report in a report belongs to the one who speaks."""
    assert (
        only("Anna Roth told reporters that many see it as useless.").source
        == "Anna Roth"
    )


def test_hedges_are_found_and_the_cue_is_none():
    """The words that make a claim less sure come with it."""
    text = "Mali claimed to have information suggesting that Oslo paid."
    claim = only(text)
    assert claim.hedge is not None
    assert claim.hedge.quote == "information suggesting"
    assert only("Mali has alleged that Oslo paid.").hedge is None


def test_a_statement_that_was_not_made_is_negated():
    """ "Has not said" is marked, not turned into a claim."""
    assert only("Mali has not said why it left.").negated


def test_a_misspelt_cue_still_counts():
    """One letter too many does not hide an accusation."""
    assert only("Mali asccuses Oslo of lying.").stance == "accuse"


def test_pronouns_offices_and_governments_are_resolved():
    """He, she, "the mission's chief" and "his government" have names."""
    found = news(VOTE).claims
    by_cue = {c.cue.quote: c for c in found}
    assert by_cue["said"].source == "Anton Kral"
    assert by_cue["said"].source_pronoun == "he"
    assert by_cue["warned"].source == "Mara Lindt"
    assert by_cue["denied"].source == "Mara Lindt"
    assert by_cue["warned"].hedge.quote == "could"


def test_the_acts_of_a_decision_are_no_claims():
    """What a resolution asks is a clause."""
    cues = [c.cue.quote for c in news(VOTE).claims]
    assert "requests" not in cues
    assert "calls" not in cues


def test_a_quotation_alone_belongs_to_the_speaker_before():
    """Its cue stands outside."""
    text = "“We go,” said Anton Kral. “Nobody should think that we will ever return.”"
    first, second = claims(text)
    assert second.source == first.source == "Anton Kral"
    assert second.cue_outside
