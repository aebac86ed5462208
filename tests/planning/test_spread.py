"""Days of departure that follow the use of a relaxation."""

import math

import pytest

from drawdown.mission.generate import generate
from drawdown.planning.problem import compile_problem
from drawdown.planning.relaxation import relax
from drawdown.planning.spread import days_of_use


@pytest.fixture(scope="module", params=[0, 3])
def problem(request):
    """Return a generated mission of two sites, laid out."""
    return compile_problem(generate(0.15, request.param))


def test_a_way_has_the_days_that_its_use_needs_and_departs_on_no_other(problem):
    use = relax(problem, 14).use
    assert any(count > 0 for count in use.values())
    every = {way.index for way in problem.ways}
    chosen = days_of_use(problem, every, use)
    assert set(chosen) == every
    for (number, first, last), count in use.items():
        way = problem.ways[number]
        days = {day for day in chosen[number] if first <= day <= last}
        can = int(way.start[first : last + 1].sum())
        assert all(way.start[day] for day in days)
        assert len(days) >= min(can, 1 + math.ceil(2 * count / way.per_day))


def test_days_beside_a_bucket_in_use_are_more_than_those_far_from_it(problem):
    use = relax(problem, 14).use
    spans = sorted({(first, last) for _, first, last in use})
    way = next(w for w in problem.ways if w.start.all() or w.start[:100].sum() > 80)
    only = {(w, *span): 0.0 for w in [way.index] for span in spans}
    only[way.index, *spans[3]] = 4.0 * way.per_day
    (days,) = days_of_use(problem, {way.index}, only).values()
    count = [sum(first <= day <= last for day in days) for first, last in spans]
    assert count[3] > count[2] > count[6]
    assert count[4] > count[6]


def test_escorted_ways_may_depart_on_all_days_of_a_bucket_in_use(problem):
    use = relax(problem, 14).use
    every = {way.index for way in problem.ways}
    some = days_of_use(problem, every, use)
    more = days_of_use(problem, every, use, escorted=True)
    assert any(more[number] > some[number] for number in every)
    for (number, first, last), count in use.items():
        way = problem.ways[number]
        if not way.escorts:
            assert more[number] == some[number]
        elif count > 1e-3:
            days = {day for day in range(first, last + 1) if way.start[day]}
            assert days <= more[number]
