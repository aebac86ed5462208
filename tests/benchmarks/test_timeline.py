"""What is kept of the course of a solver."""

import pytest
from tests.benchmarks.courses import loser, unbuilt, winner

from against.saved import save, saved
from against.timeline import Point, Timeline, gap


@pytest.fixture
def line():
    return Timeline(solver="HiGHS", case="tutorial", limit=60.0)


def test_values_only_fall_and_bounds_only_rise(line):
    line.add(Point(seconds=1.0, value=9.0, priced=9.0))
    line.add(Point(seconds=2.0, bound=3.0))
    line.add(Point(seconds=3.0, value=8.0, priced=8.0, bound=2.0))
    assert line.last == Point(seconds=3.0, value=8.0, priced=8.0, bound=3.0)


def test_what_says_nothing_new_is_left_out(line):
    line.add(Point(seconds=1.0, value=9.0, priced=9.0))
    line.add(Point(seconds=2.0, value=9.5, priced=9.5))
    assert [point.seconds for point in line.points] == [1.0]


def test_of_bounds_in_quick_succession_the_best_stays_and_every_value_does(line):
    line.add(Point(seconds=0.0, priced=9.0))
    for number in range(1, 1000):
        line.add(Point(seconds=number / 100, bound=float(number)))
    line.add(Point(seconds=9.995, value=8.0, priced=8.0))
    line.add(Point(seconds=9.996, value=7.0, priced=7.0))
    assert len(line.points) < 30
    assert line.at(9.99).bound == 999.0
    assert line.at(9.9951).value == 8.0
    assert line.last.value == 7.0
    assert all(line.at(t).bound >= 100 * (t - 1) - 2 for t in range(1, 10))


def test_a_solution_with_something_unended_is_no_plan(line):
    line.add(Point(seconds=1.0, priced=9e9, bound=1.0))
    assert line.first is None
    assert gap(line.last) is None
    line.add(Point(seconds=4.0, value=10.0, priced=10.0))
    assert line.first == 4.0
    assert gap(line.last) == 0.9


def test_before_the_first_point_there_is_nothing(line):
    line.add(Point(seconds=5.0, value=1.0, priced=1.0, bound=1.0))
    assert line.at(4.9) == Point(seconds=4.9)


def test_timelines_come_back_from_a_file_as_they_were(tmp_path):
    path = tmp_path / "series" / "some.json"
    lines = [winner(), loser(), unbuilt()]
    save(lines, path)
    assert saved(path) == lines
