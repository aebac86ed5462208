"""The judge catches every kind of damage done to a good plan, by its law."""

from types import ModuleType

import pytest
from tests.verifying.catching import DAMAGES, Case, Damage, done, uncaught
from tests.worlds import every_law, river_landing, two_bases

from drawdown.verifying import RULES, verify
from drawdown.verifying.facts import Facts
from drawdown.verifying.replay import Replay

ENOUGH = 40


@pytest.fixture(scope="module")
def good() -> Case:
    """Return the world in which every law matters."""
    return Case(every_law.mission(), every_law.plan())


@pytest.mark.parametrize("damage", DAMAGES, ids=str)
def test_each_kind_of_damage_is_caught_by_its_law(good: Case, damage: Damage) -> None:
    """The law that the damage breaks is among those that the judge names."""
    damaged = damage.harm(good)
    assert damaged is not None, "the world must offer a place for each damage"
    violations = verify(good.mission, damaged).violations
    assert damage.law in {violation.law for violation in violations}


@pytest.mark.parametrize("world", [two_bases, river_landing])
def test_damage_to_small_plans_is_caught_too(world: ModuleType) -> None:
    """Wherever a plan offers a place for a damage, its law is named."""
    assert uncaught(world.mission(), world.plan()) == []


def test_every_rule_catches_some_damage(good: Case) -> None:
    """No rule of the judge is idle."""
    idle = set(RULES)
    for _, damaged in done(good):
        replay = Replay(Facts(good.mission), damaged)
        idle -= {rule for rule in idle if any(rule(replay))}
    assert {rule.__name__ for rule in idle} == set()


def test_there_are_enough_kinds_of_damage() -> None:
    """At least forty, and each has a name of its own."""
    assert len({damage.name for damage in DAMAGES}) == len(DAMAGES) >= ENOUGH
