"""What changed between two plans, in words and as data."""

import json
from dataclasses import replace
from datetime import timedelta

from tests.worlds import every_law

from drawdown.plan import Movement, Objectives, Plan
from drawdown.plan.changes import PARTS
from drawdown.plan.diff import diff
from drawdown.plan.diff_words import diff_in_words

PLAN = every_law.plan()
DAY = timedelta(days=1)


def with_movement(index: int, **changes: object) -> Plan:
    """Return the plan with one movement changed."""
    movements = list(PLAN.movements)
    movements[index] = replace(movements[index], **changes)
    return replace(PLAN, movements=tuple(movements))


def test_a_plan_is_the_same_as_itself() -> None:
    """No change, and words that say so."""
    found = diff(PLAN, every_law.plan())
    assert found.same
    assert diff_in_words(found) == "the two plans are the same"


def test_a_site_that_closes_later_says_by_how_many_days() -> None:
    """Closing day, mode and steps of a site are compared."""
    first, *others = PLAN.closures
    assert first.closed is not None
    late = replace(first, closed=first.closed + 2 * DAY)
    found = diff(PLAN, replace(PLAN, closures=(late, *others)))
    assert diff_in_words(found) == (
        "Sites: 1 change\n  FORT: closes 2030-01-22 → 2030-01-24 (2 days later)"
    )


def test_movements_of_another_name_are_the_same() -> None:
    """Names of movements are no part of what happens."""
    renamed = tuple(
        replace(movement, movement=f"X{number}")
        for number, movement in enumerate(PLAN.movements)
    )
    assert diff(PLAN, replace(PLAN, movements=renamed)).same


def test_a_movement_on_another_day_is_no_new_movement() -> None:
    """It is found again by what it carries, whatever its name."""
    old = PLAN.movements[3]
    moved = with_movement(
        3,
        movement="NEW",
        departs=old.departs + DAY,
        arrives=old.arrives + DAY,
    )
    changes = diff(PLAN, moved).of("movements")
    assert [(c.name, c.what) for c in changes] == [
        ("M04", "departs"),
        ("M04", "arrives"),
    ]


def test_a_movement_with_fewer_trucks_says_so() -> None:
    """Contents of a movement of the same name are compared one by one."""
    words = diff_in_words(diff(PLAN, with_movement(3, trucks=2, escorts={})))
    assert "M04: trucks 4 → 2 (-2)" in words
    assert "M04: companies of NORTHERN 1 (no longer)" in words


def test_movements_that_come_and_go_are_summed_up() -> None:
    """A new one is new, one that is gone is no longer."""
    extra = Movement(
        movement="M99",
        route="HUB-PORT",
        departs=every_law.on(3),
        arrives=every_law.on(5),
    )
    changed = replace(PLAN, movements=(*PLAN.movements[1:], extra))
    words = diff_in_words(diff(PLAN, changed))
    assert "M99: movement HUB-PORT on 2030-01-04" in words
    assert "(new)" in words
    assert "M01: movement POST-HUB~" in words
    assert "(no longer)" in words


def test_dispositions_are_compared_by_lot() -> None:
    """How many items end in which way, and on which days."""
    changed = replace(PLAN, disposals=PLAN.disposals[1:])
    found = {(c.name, c.what): (c.before, c.after) for c in diff(PLAN, changed).changes}
    assert found["STORES", "gift"] == (1, None)


def test_handovers_and_releases_are_compared() -> None:
    """A task that is no longer handed over, people who are not released."""
    changed = replace(PLAN, handovers=PLAN.handovers[1:], releases=())
    found = diff(PLAN, changed)
    assert [c.name for c in found.of("handovers")] == ["WATER"]
    assert {c.name for c in found.of("releases")} == {"FORT-LOC", "HUB-LOC"}


def test_figures_are_compared() -> None:
    """Values say by how much they differ."""
    values: Objectives = replace(PLAN.objectives, people_late=12.0)
    words = diff_in_words(diff(PLAN, replace(PLAN, objectives=values)))
    assert words == "Figures: 1 change\n  people_late: value 22 → 12 (-10)"


def test_the_difference_is_json() -> None:
    """Each part has its list, also where nothing changed."""
    found = json.loads(json.dumps(diff(PLAN, with_movement(3, trucks=2)).as_json()))
    assert list(found) == ["same", *PARTS]
    assert found["movements"] == [
        {"name": "M04", "what": "trucks", "before": 4, "after": 2}
    ]
