"""HiGHS, called by arrays: one thread, limits in work and never in seconds alone."""

import ctypes
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import highspy
import numpy as np
from numpy.typing import NDArray

from drawdown.planning.assembly import Matrix

Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """When a solve ends."""

    gap: float = 1e-4
    nodes: int | None = None
    iterations: int | None = None
    seconds: float | None = None
    """An outer guard only: with it, results may depend on the machine."""
    solver: str = "choose"
    improving: int | None = None
    """End after so many improving solutions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a solve found."""

    values: Values | None
    value: float
    """Of the solution; infinite if there is none."""
    bound: float
    """No solution is less (for an LP: its optimum; minus infinite if unknown)."""
    optimal: bool
    infeasible: bool


def solve(
    matrix: Matrix,
    limits: Limits,
    *,
    relaxed: bool = False,
    start: Values | None = None,
    on_bound: Callable[[float], None] | None = None,
) -> Answer:
    """Solve a model and return what was found.

    Parameters
    ----------
    relaxed
        Leave out that columns are integer.
    start
        A solution to begin with; of continuous columns nothing need be known (NaN).
    on_bound
        Called with each better proven bound.

    """
    solver = loaded(matrix, limits, relaxed=relaxed)
    if start is not None and not relaxed:
        # Only the integer columns are told: HiGHS completes the others.
        given = np.flatnonzero(matrix.integer & ~np.isnan(start)).astype(np.int32)
        solver.setSolution(len(given), given, start[given])
    if on_bound is not None:
        _watch(solver, on_bound)
    solver.run()
    return _answer(solver, relaxed=relaxed or not matrix.integer.any())


@contextmanager
def _unprinted() -> Iterator[None]:
    """Keep what HiGHS prints of itself off standard output, which may be piped."""
    sys.stdout.flush()
    flush = ctypes.CDLL(None).fflush if os.name == "posix" else lambda _: 0
    try:
        kept = os.dup(1)
    except OSError:
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        flush(None)
        os.dup2(nowhere, 1)
        yield
        flush(None)
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(nowhere)


def quiet() -> highspy.Highs:
    """Return HiGHS that prints nothing, with one thread and no chance, and no model."""
    with _unprinted():
        solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("log_to_console", False)
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("parallel", "off")
    solver.setOptionValue("random_seed", 0)
    return solver


def loaded(
    matrix: Matrix, limits: Limits, *, relaxed: bool, named: bool = False
) -> highspy.Highs:
    """Return HiGHS with a model and limits, not yet run.

    ``named`` columns bear their numbers.
    """
    solver = quiet()
    solver.setOptionValue("mip_rel_gap", limits.gap)
    solver.setOptionValue("solver", limits.solver)
    if limits.nodes is not None:
        solver.setOptionValue("mip_max_nodes", limits.nodes)
    if limits.improving is not None:
        solver.setOptionValue("mip_max_improving_sols", limits.improving)
    if limits.iterations is not None:
        solver.setOptionValue("simplex_iteration_limit", limits.iterations)
    if limits.seconds is not None:
        solver.setOptionValue("time_limit", max(0.01, limits.seconds))
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = matrix.columns, matrix.rows
    model.col_cost_, model.col_lower_, model.col_upper_ = (
        matrix.cost,
        matrix.lower,
        matrix.upper,
    )
    model.row_lower_, model.row_upper_ = matrix.row_lower, matrix.row_upper
    model.offset_ = matrix.offset
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = matrix.starts
    model.a_matrix_.index_ = matrix.indices
    model.a_matrix_.value_ = matrix.values
    if named:
        model.col_names_ = [str(number) for number in range(matrix.columns)]
    if not relaxed and matrix.integer.any():
        kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
        model.integrality_ = [kinds[int(flag)] for flag in matrix.integer]
    solver.passModel(model)
    return solver


def _watch(solver: highspy.Highs, on_bound: Callable[[float], None]) -> None:
    best = -np.inf

    def report(event: highspy.HighsCallbackEvent) -> None:
        nonlocal best
        bound = event.data_out.mip_dual_bound
        if np.isfinite(bound) and bound > best:
            best = bound
            on_bound(bound)

    solver.cbMipLogging.subscribe(report)
    solver.cbMipImprovingSolution.subscribe(report)


def _answer(solver: highspy.Highs, *, relaxed: bool) -> Answer:
    status = solver.getModelStatus()
    info = solver.getInfo()
    optimal = status == highspy.HighsModelStatus.kOptimal
    infeasible = status in (
        highspy.HighsModelStatus.kInfeasible,
        highspy.HighsModelStatus.kUnboundedOrInfeasible,
    )
    feasible = (
        info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    )
    values = np.array(solver.getSolution().col_value) if feasible else None
    value = info.objective_function_value if feasible else np.inf
    bound = (value if optimal else -np.inf) if relaxed else info.mip_dual_bound
    return Answer(
        values=values,
        value=value,
        bound=bound,
        optimal=optimal,
        infeasible=infeasible,
    )
