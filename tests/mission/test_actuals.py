"""What really happened: read and written like any table, and no plan depends on it."""

from dataclasses import replace
from datetime import date

import pytest

from drawdown.mission import (
    ClosureActual,
    DepartureActual,
    bundled,
    digest,
    problems_of,
    read_mission,
)
from drawdown.mission.example import example


def test_actuals_do_not_change_what_a_plan_was_made_from() -> None:
    """A plan stays the plan of its tables when reports of what happened come in."""
    before = example()
    closed = ClosureActual(site_id="CAMP", departed=date(2030, 4, 1))
    left = DepartureActual(on=date(2030, 4, 1), persons=100)
    after = replace(before, closures_actual=(closed,), departures_actual=(left,))
    assert digest(after) == digest(before)
    assert digest(replace(before, threats=())) != digest(before)


def test_departures_without_any_number_are_refused() -> None:
    """Absent is not nobody."""
    with pytest.raises(ValueError, match="no number is given"):
        DepartureActual(on=date(2030, 1, 1))


def test_counts_that_fall_or_do_not_add_up_are_warned_of() -> None:
    """Counts are of all who have left since day 0."""
    rows = (
        DepartureActual(on=date(2030, 1, 31), persons=60, uniformed=50, civilian=10),
        DepartureActual(on=date(2030, 2, 28), persons=50),
        DepartureActual(on=date(2030, 3, 31), persons=90, uniformed=70, civilian=30),
    )
    found = problems_of(replace(example(), departures_actual=rows))
    assert [(p.where, p.row, p.column, p.level) for p in found] == [
        ("departures_actual.csv", 3, "persons", "warning"),
        ("departures_actual.csv", 4, "persons", "warning"),
    ]


def test_the_reported_departures_of_minusma_are_there_with_their_sources() -> None:
    """The figures of the issue, each from a page."""
    rows = {row.on: row for row in read_mission(bundled("minusma")).departures_actual}
    assert rows[date(2023, 8, 28)].uniformed == 1096
    reported = {
        date(2023, 9, 27): 3367,
        date(2023, 10, 24): 5802,
        date(2023, 11, 18): 8817,
        date(2023, 12, 1): 10040,
    }
    assert {on: rows[on].persons for on in reported} == reported
    assert all(row.evidence.source.startswith("https://") for row in rows.values())
