from hypothesis import given
from hypothesis import strategies as st

from drawdown.brief.pictures.clip import clip_line, clip_ring

BOX = (0.0, 0.0, 10.0, 10.0)
NEAR = st.integers(-12, 22).map(float)
POINT = st.tuples(NEAR, NEAR)


def inside(point, shape) -> bool:
    """Even-odd rule, written here once more on purpose."""
    x, y = point
    ends = [*shape[1:], shape[0]]
    crossings = [
        x1 + (y - y1) / (y2 - y1) * (x2 - x1)
        for (x1, y1), (x2, y2) in zip(shape, ends, strict=True)
        if (y1 <= y) != (y2 <= y)
    ]
    return sum(found > x for found in crossings) % 2 == 1


@given(st.lists(POINT, min_size=3, max_size=9), st.integers(0, 9), st.integers(0, 9))
def test_what_is_inside_a_ring_and_the_box_stays_inside(ring, column, row):
    point = (column + 0.4871, row + 0.5137)  # on no edge of whole coordinates
    shape = clip_ring(tuple(ring), BOX)
    assert inside(point, shape or ((0.0, 0.0),)) == inside(point, ring)


@given(st.lists(POINT, min_size=3, max_size=9))
def test_a_clipped_ring_lies_in_the_box(ring):
    for x, y in clip_ring(tuple(ring), BOX):
        assert -1e-9 <= x <= 10 + 1e-9
        assert -1e-9 <= y <= 10 + 1e-9


def test_a_ring_within_the_box_is_kept_as_it_is():
    ring = ((1.0, 1.0), (9.0, 2.0), (5.0, 8.0))
    assert clip_ring(ring, BOX) == ring


def test_a_ring_outside_the_box_leaves_nothing():
    assert clip_ring(((20.0, 1.0), (30.0, 1.0), (25.0, 9.0)), BOX) == ()


def test_a_line_that_leaves_and_comes_back_is_two_parts():
    line = ((1.0, 1.0), (1.0, 20.0), (5.0, 20.0), (5.0, 1.0))
    assert list(clip_line(line, BOX)) == [
        ((1.0, 1.0), (1.0, 10.0)),
        ((5.0, 10.0), (5.0, 1.0)),
    ]


def test_a_line_within_the_box_is_one_part():
    line = ((1.0, 1.0), (2.0, 7.0), (9.0, 3.0))
    assert list(clip_line(line, BOX)) == [line]


def test_a_line_across_the_corner_outside_is_nothing():
    assert list(clip_line(((-5.0, 2.0), (2.0, -6.0)), BOX)) == []


@given(st.lists(POINT, min_size=2, max_size=8))
def test_parts_of_a_line_lie_in_the_box(line):
    for part in clip_line(tuple(line), BOX):
        assert len(part) >= 2
        for x, y in part:
            assert -1e-9 <= x <= 10 + 1e-9
            assert -1e-9 <= y <= 10 + 1e-9
