"""The whole day model, given to HiGHS as a mixed-integer programme."""

import time

import numpy as np

from against.given import USD, Given, Outcome
from against.timeline import Point
from drawdown.planning.solver import Limits, loaded

NEAR = 1e-4
"""What the planner, too, takes for 0 in a whole column."""


def solve(given: Given) -> Outcome:
    """Solve within the time; tell of solutions and of bounds."""
    start = time.monotonic()
    solver = loaded(given.model.matrix, Limits(gap=0.0), relaxed=False)
    began = time.monotonic()
    given.loaded(began - start)
    solver.setOptionValue("threads", given.threads)
    solver.setOptionValue("parallel", "choose")
    solver.setOptionValue("time_limit", given.limit)
    best: list[np.ndarray] = []

    def improved(event) -> None:
        values = np.array(event.data_out.mip_solution)
        value = event.data_out.objective_function_value * USD
        seconds = time.monotonic() - began
        if (values[given.model.unended] > NEAR).any():
            given.tell(Point(seconds=seconds, priced=value))
            return
        best[:] = [values]
        given.tell(Point(seconds=seconds, priced=value, value=value))

    def logged(event) -> None:
        _tell_bound(given, began, event.data_out.mip_dual_bound)

    solver.cbMipImprovingSolution.subscribe(improved)
    solver.cbMipLogging.subscribe(logged)
    solver.run()
    seconds = time.monotonic() - began
    _tell_bound(given, began, solver.getInfo().mip_dual_bound)
    ended = solver.modelStatusToString(solver.getModelStatus()).lower()
    return Outcome(ended=ended, seconds=seconds, plan=best[0] if best else None)


def _tell_bound(given: Given, began: float, bound: float) -> None:
    if np.isfinite(bound):
        given.tell(Point(seconds=time.monotonic() - began, bound=bound * USD))
