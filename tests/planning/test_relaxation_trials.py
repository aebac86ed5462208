"""In which order relaxations are tried: all kinds soon, and long trials last."""

import pytest

from drawdown.cli.planning import judge
from drawdown.mission import Mission, bundled, read_mission
from drawdown.plan import Plan
from drawdown.planning.plan_mission import Effort, plan_mission
from drawdown.planning.relaxations import Offer, offering, offers
from drawdown.planning.relaxations.change import Change, Ladder, Rung


@pytest.fixture(scope="module")
def mission() -> Mission:
    return read_mission(bundled("tutorial"))


@pytest.fixture(scope="module")
def plan(mission) -> Plan:
    effort = Effort(seconds=None, work=0, workers=1, first_only=True)
    found = plan_mission(mission, effort, judge=judge).plan
    assert found is not None
    return found


def ladder(name: str, column: str, count: int = 4) -> Ladder:
    """Return rungs that differ in the number of a cell."""
    return Ladder(
        name=name,
        rungs=tuple(
            Rung(
                words=f"{name} {number}",
                changes=(
                    Change(
                        table="sites",
                        row="HQ",
                        column=column,
                        before=0,
                        after=1000 + number,
                    ),
                ),
            )
            for number in range(count)
        ),
    )


def tried(
    mission: Mission, ladders: list[Ladder], works, monkeypatch
) -> tuple[list[str], list[Offer]]:
    """Return what was tried, long trials marked, and what is offered.

    Planning is replaced by ``works``: from the changed mission to a plan, or None.
    """
    trials: list[str] = []

    def instead(changed, _judge, _seed, *, thorough):
        if thorough:
            trials[-1] += " thoroughly"
        return works(changed)

    def tell(words: str) -> None:
        if words.startswith("trying: "):
            trials.append(words.removeprefix("trying: "))

    monkeypatch.setattr(offering, "try_here", instead)
    found = offers(
        mission,
        ladders,
        judge,
        seed=0,
        workers=1,
        left=lambda: None,
        tell=tell,
        here=True,
    )
    return trials, found


def test_kinds_take_turns_and_long_trials_come_last(mission, monkeypatch):
    """When nothing works, each kind is tried four times, then once thoroughly."""
    both = [ladder("yard", "yard"), ladder("beds", "beds")]
    trials, found = tried(mission, both, lambda _: None, monkeypatch)
    assert found == []
    assert trials[:4] == ["yard 3", "beds 3", "yard 1", "beds 1"]
    assert trials[8:] == ["yard 3 thoroughly", "beds 3 thoroughly"]
    assert len(set(trials[:8])) == 8


def test_a_plan_of_one_kind_is_held_against_all_rungs_of_the_others(
    mission, plan, monkeypatch
):
    """One trial may be enough for two offers, each the smallest that the plan keeps."""
    both = [ladder("yard", "yard"), ladder("beds", "beds")]
    trials, found = tried(mission, both, lambda _: plan, monkeypatch)
    assert trials[0] == "yard 3"
    assert [offer.words.split(":")[0] for offer in found] == ["yard 0", "beds 0"]
    assert "(found by planning with more: yard 3)" in found[0].words
    for offer in found:
        assert judge(offer.mission, offer.plan).violations == ()


def test_no_smaller_rung_is_tried_before_two_kinds_work(mission, plan, monkeypatch):
    """One offer is not enough: the other kind is tried to its end first."""

    def works(changed: Mission) -> Plan | None:
        (site,) = (s for s in changed.sites if s.site_id == "HQ")
        return plan if site.yard == 1003 else None

    small = ladder("small yard", "yard")
    none = Ladder(
        name="none",
        rungs=tuple(
            Rung(
                words=f"none {number}",
                changes=(Change(table="sites", row="HQ", column="yard", after=number),),
            )
            for number in range(2)
        ),
    )
    trials, found = tried(mission, [small, none], works, monkeypatch)
    assert trials[:3] == ["small yard 3", "none 1", "none 0"]
    assert trials[3] == "none 1 thoroughly"
    assert [offer.words.split(":")[0] for offer in found] == ["small yard 0"]
