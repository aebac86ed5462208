"""Items end on the spot on days that the law allows, or the span of days is refused."""

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from drawdown.planning.disposal_days import disposal_days

CELLS = st.lists(
    st.tuples(st.integers(0, 60), st.sampled_from([0, 5, 12]), st.integers(1, 30)),
    max_size=6,
    unique_by=lambda cell: cell[:2],
)


@given(CELLS, st.integers(20, 60), st.integers(1, 12))
def test_all_end_in_time_and_no_day_takes_too_much(cells, closing, rate) -> None:
    found = disposal_days(cells, closing, rate)
    if found is None:
        return
    ended: dict[int, int] = defaultdict(int)
    daily: dict[int, int] = defaultdict(int)
    for (needed, day), count in found.items():
        ended[needed] += count
        daily[day] += count
        assert not needed or day >= closing - needed
    wanted: dict[int, int] = defaultdict(int)
    for _, needed, count in cells:
        wanted[needed] += count
    assert ended == wanted
    assert all(count <= rate for count in daily.values())


def test_what_does_not_fit_is_refused() -> None:
    assert disposal_days([(50, 10, 30)], 55, 5) == {
        (10, day): 5 for day in range(45, 51)
    }
    assert disposal_days([(50, 10, 31)], 55, 5) is None


def test_a_later_closing_refuses_what_ended_too_early_for_it() -> None:
    cells = [(40, 10, 3)]
    assert disposal_days(cells, 50, 3) is not None
    assert disposal_days(cells, 51, 3) is None
