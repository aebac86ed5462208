"""The whole day model in whole numbers."""

import numpy as np
import pytest

from drawdown.planning.assembly import Assembly

pytestmark = pytest.mark.usefixtures("bench_group")


def solved(assembly):
    from ortools.sat.python import cp_model

    from against.cp_sat import in_whole_numbers

    solver = cp_model.CpSolver()
    status = solver.solve(in_whole_numbers(assembly.matrix()))
    return solver.status_name(status), list(solver.response_proto.solution)


def test_broken_entries_and_sides_are_made_whole_without_loss():
    assembly = Assembly()
    x = assembly.column(("x",), cost=-1.0, upper=10.0)
    y = assembly.column(("y",), cost=-1.0, upper=10.0)
    # 0.5 x + y / 3 ≤ 2.4: of x + y most is (0, 7).
    assembly.row([(x, 0.5), (y, 1 / 3)], upper=2.4)
    assert solved(assembly) == ("OPTIMAL", [0, 7])


def test_an_open_side_stays_open():
    assembly = Assembly()
    x = assembly.column(("x",), cost=1.0, upper=1e6)
    assembly.row([(x, 2.0)], lower=2e6 - 1.5)
    assert solved(assembly) == ("OPTIMAL", [1_000_000])


def test_costs_are_rounded_down_so_that_a_bound_stays_one():
    from against.cp_sat import in_whole_numbers

    assembly = Assembly()
    for number in range(2):
        assembly.column(("x", number), cost=0.0019 - 0.0030 * number, upper=3.0)
    assembly.offset = 0.0012
    proto = in_whole_numbers(assembly.matrix()).proto
    assert list(proto.objective.coeffs) == [1, -2]
    assert proto.objective.offset == 1


def test_an_entry_that_is_no_simple_fraction_is_refused():
    assembly = Assembly()
    x = assembly.column(("x",), upper=10.0)
    assembly.row([(x, float(np.pi))], upper=1.0)
    with pytest.raises(ValueError, match=r"row 0: 3\.14"):
        solved(assembly)
