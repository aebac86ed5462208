"""The adoption rule of the Charter, and votes as texts tell them."""

import csv
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drawdown.reading.adoption import PERMANENT, Outcome, Tally, faults, outcome_of
from drawdown.reading.page import document_of
from drawdown.reading.vote import vote_of


def test_nine_votes_adopt():
    assert outcome_of(Tally(yes=9, no=6)) is Outcome.ADOPTED
    assert outcome_of(Tally(yes=8)) is Outcome.SHORTFALL


def test_an_abstention_of_a_permanent_member_is_no_veto():
    assert outcome_of(Tally(yes=10, abstain=5)) is Outcome.ADOPTED


@given(member=st.sampled_from(sorted(PERMANENT)), yes=st.integers(0, 14))
def test_a_permanent_member_against_is_a_veto_if_the_votes_suffice(member, yes):
    outcome = outcome_of(Tally(yes=yes, no=1, against=(member,)))
    assert outcome is (Outcome.VETO if yes >= 9 else Outcome.SHORTFALL)


def test_there_is_no_veto_on_procedure():
    tally = Tally(yes=9, no=1, against=("China",), procedural=True)
    assert outcome_of(tally) is Outcome.ADOPTED


def test_before_1966_seven_of_eleven_adopted():
    assert outcome_of(Tally(yes=7, no=1, on=date(1964, 3, 4))) is Outcome.ADOPTED


def test_a_stated_outcome_that_does_not_fit_is_a_fault():
    assert faults(Tally(yes=8, no=7), adopted=True)
    assert faults(Tally(yes=15), adopted=False)
    assert not faults(Tally(yes=15), adopted=True)


@pytest.mark.parametrize(
    "wrong",
    [{"yes": -1}, {"yes": 10, "no": 6}, {"yes": 9, "no": 0, "against": ("China",)}],
)
def test_a_tally_that_cannot_be_is_refused(wrong):
    with pytest.raises(ValueError):
        Tally(**wrong)


@pytest.mark.shared
def test_known_votes_have_the_outcome_that_they_had(shared):
    path = shared / "data/unsc_votes/votes.csv"
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            against = tuple(name for name in row["against"].split(";") if name)
            tally = Tally(
                yes=int(row["yes"]),
                no=int(row["no"]),
                abstain=int(row["abstain"]),
                against=against,
            )
            stated = row["outcome"]
            wanted = Outcome.ADOPTED if stated == "adopted" else Outcome.SHORTFALL
            wanted = Outcome.VETO if "veto" in stated else wanted
            assert outcome_of(tally) is wanted, row


def test_a_unanimous_vote_is_counted_by_the_members_and_says_so():
    vote = vote_of(
        document_of(
            "The Security Council has unanimously voted to close it. The Council, "
            "composed of 15 member states, adopted a French-drafted resolution."
        )
    )
    assert vote is not None
    assert (vote.outcome, vote.unanimous, vote.members) == ("adopted", True, 15)
    assert (vote.in_favour, vote.in_favour_derived) == (15, True)
    assert vote.drafter == "France"


def test_counts_and_names_of_a_vote_are_read():
    vote = vote_of(
        document_of(
            "The Security Council adopted the text by 12 votes to none, with 3 "
            "abstentions (China, Gabon, Russian Federation)."
        )
    )
    assert vote is not None
    assert (vote.in_favour, vote.against, vote.abstaining) == (12, 0, 3)
    assert len(vote.members_abstaining) == 3
    assert vote.drafter is None


def test_a_veto_is_not_adopted():
    vote = vote_of(document_of("Russia vetoed it in the Security Council on Monday."))
    assert vote is not None
    assert vote.outcome == "not adopted"


def test_other_votes_are_none_of_the_council():
    assert vote_of(document_of("The parliament voted on a resolution.")) is None
