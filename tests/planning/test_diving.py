"""A dive ends in whole numbers that keep every row of its model."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drawdown.planning.assembly import Assembly, Matrix
from drawdown.planning.diving import Choice, dive
from drawdown.planning.presolving import presolve


def _transport(
    supply: list[int], demand: list[int], costs: list[list[int]], load: int
) -> tuple[Matrix, np.ndarray]:
    """Return a model of convoys that carry items from sites to exits, with a price for
    what is left, and which of its columns are convoys.
    """
    assembly = Assembly()
    left = [assembly.column(("left", i), cost=100.0, integer=True) for i in supply]
    convoys, out, into = [], [[] for _ in supply], [[] for _ in demand]
    for i, row in enumerate(costs):
        for j, cost in enumerate(row):
            count = assembly.column(
                ("n", i, j), cost=float(cost), upper=5.0, integer=True
            )
            items = assembly.column(("x", i, j), cost=0.25, integer=True)
            assembly.row([(items, 1.0), (count, -float(load))], upper=0.0)
            convoys.append(count)
            out[i].append((items, 1.0))
            into[j].append((items, 1.0))
    for i, items in enumerate(supply):
        row = [*out[i], (left[i], 1.0)]
        assembly.row(row, lower=float(items), upper=float(items))
    for j, items in enumerate(demand):
        assembly.row(into[j], upper=float(items))
    stage = np.zeros(len(assembly.keys), dtype=np.bool_)
    stage[convoys] = True
    return assembly.matrix(), stage


def _excess(matrix: Matrix, values: np.ndarray) -> float:
    """Return by how much a solution breaks the worst of the rows and bounds."""
    activity = np.zeros(matrix.rows)
    row = np.repeat(np.arange(matrix.rows), np.diff(matrix.starts))
    np.add.at(activity, row, matrix.values * values[matrix.indices])
    return float(
        max(
            (matrix.row_lower - activity).max(),
            (activity - matrix.row_upper).max(),
            (matrix.lower - values).max(),
            (values - matrix.upper).max(),
        )
    )


@st.composite
def transports(draw):
    """Draw a transport model."""
    sites, exits = draw(st.integers(1, 4)), draw(st.integers(1, 3))
    numbers = st.integers(0, 30)
    supply = draw(st.lists(numbers, min_size=sites, max_size=sites))
    demand = draw(st.lists(numbers, min_size=exits, max_size=exits))
    costs = draw(
        st.lists(
            st.lists(st.integers(1, 60), min_size=exits, max_size=exits),
            min_size=sites,
            max_size=sites,
        )
    )
    return _transport(supply, demand, costs, draw(st.integers(1, 7)))


@settings(deadline=None, max_examples=60)
@given(transports(), st.booleans())
def test_a_dive_keeps_every_row_in_whole_numbers(drawn, raising) -> None:
    matrix, stage = drawn
    dived = dive(matrix, [stage], rest=matrix.integer, raising=raising, jump=50.0)
    assert dived is not None
    assert np.array_equal(dived.values, np.round(dived.values))
    assert _excess(matrix, dived.values) < 1e-6
    assert dived.value == pytest.approx(matrix.cost @ dived.values + matrix.offset)


@settings(deadline=None, max_examples=60)
@given(transports())
def test_what_is_left_after_presolving_leads_back_to_the_model(drawn) -> None:
    matrix, _ = drawn
    presolved = presolve(matrix)
    assert presolved is not None
    presolved.solver.run()
    values = np.array(presolved.solver.getSolution().col_value)
    assert _excess(matrix, presolved.restored(values)) < 1e-5


def test_a_model_without_a_solution_has_nothing_to_dive_into() -> None:
    assembly = Assembly()
    column = assembly.column(("n",), upper=1.0, integer=True)
    assembly.row([(column, 1.0)], lower=2.0)
    matrix = assembly.matrix()
    assert presolve(matrix) is None
    assert dive(matrix, [matrix.integer], rest=matrix.integer) is None


@settings(deadline=None, max_examples=40)
@given(st.lists(st.integers(0, 20), min_size=2, max_size=6), st.integers(0, 6))
def test_a_choice_takes_exactly_one_column(costs, load) -> None:
    """Whatever presolving takes out of a choice, one of its columns is 1."""
    assembly = Assembly()
    days = [
        assembly.column(("c", day), cost=float(cost), upper=1.0, integer=True)
        for day, cost in enumerate(costs)
    ]
    assembly.row([(day, 1.0) for day in days], lower=1.0, upper=1.0)
    convoys = assembly.column(("n",), cost=3.0, upper=9.0, integer=True)
    terms = [(convoys, 2.0)] + [(day, float(i)) for i, day in enumerate(days)]
    assembly.row(terms, lower=float(load))
    matrix = assembly.matrix()
    stages = [
        Choice(columns=np.array(days, dtype=np.int32)),
        np.arange(matrix.columns) == convoys,
    ]
    dived = dive(matrix, stages, rest=matrix.integer)
    assert dived is not None
    assert dived.values[days].sum() == 1
    assert _excess(matrix, dived.values) < 1e-6


def _ring() -> Matrix:
    """Return a model of which each whole solution costs 4,000 more than the
    relaxation: of five convoys in a ring, one of each two neighbours must go.
    """
    assembly = Assembly()
    ring = [
        assembly.column(("n", i), cost=8_000.0, upper=1.0, integer=True)
        for i in range(5)
    ]
    for i in range(5):
        assembly.row([(ring[i], 1.0), (ring[i - 1], 1.0)], lower=1.0)
    return assembly.matrix()


def test_a_dive_is_told_where_no_manner_is_cheap_and_may_go_on() -> None:
    matrix = _ring()
    told: list[float] = []

    def end(values: np.ndarray) -> bool:
        told.append(float(values.sum()))
        return len(told) > 1

    every = matrix.integer
    first = dive(matrix, [every], rest=every, jump=500.0, end_dear=end)
    assert first is not None
    assert first.value == pytest.approx(24_000.0)
    assert dive(matrix, [every], rest=every, jump=500.0, end_dear=end) is None
    assert len(told) == 2


def test_a_dive_is_told_where_the_relaxation_costs_more_than_expected() -> None:
    matrix = _ring()
    told: list[float] = []

    def end(values: np.ndarray) -> bool:
        told.append(float(matrix.cost @ values))
        return True

    every = matrix.integer
    ended = dive(matrix, [every], rest=every, expected=9e3, end_dear=end)
    assert ended is None
    assert told == [pytest.approx(20_000.0)]
