"""What the verifier says of a plan, and of a solution of the whole day model."""

import numpy as np

from against.day_model import laid_out
from drawdown.mission import Mission, digest
from drawdown.plan import Plan
from drawdown.planning.assemble import assemble
from drawdown.planning.naming import UnscheduledError
from drawdown.planning.neighbourhood import combined, nothing
from drawdown.planning.problem import compile_problem
from drawdown.verifying import verify


def judged(mission: Mission, values: np.ndarray, *, every_choice: bool) -> str:
    """Return the verdict, in a word or with the first violation."""
    problem = compile_problem(mission)
    model = laid_out(problem, every_choice=every_choice)
    try:
        solution = combined(problem, model, nothing(problem), values)
        plan = assemble(
            problem,
            solution,
            digest=digest(mission),
            made_by="a peer",
            seed=0,
            bound=None,
            bound_by="",
            incumbents=(),
        )
    except UnscheduledError:
        return "handovers or steps could not be dated"
    except ValueError as error:
        return f"no plan: {error}"
    return verdict(mission, plan)


def verdict(mission: Mission, plan: Plan) -> str:
    """Return the verdict on a plan, in a word or with the first violation."""
    violations = verify(mission, plan).violations
    if violations:
        first = violations[0]
        return f"{len(violations)} violations, first §{first.law} {first.message}"
    return ACCEPTED


ACCEPTED = "accepted"
