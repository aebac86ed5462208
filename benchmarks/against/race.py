"""One solver on one mission, in a process of its own: time and memory are watched."""

import gc
import multiprocessing
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from multiprocessing.connection import Connection

from against.processes import end, gib
from against.timeline import Timeline
from drawdown.mission import Mission

PLANNER = "drawdown"
CP_SAT = "CP-SAT"
HIGHS = "HiGHS"
SOLVERS = (PLANNER, CP_SAT, HIGHS)

EVERY = 0.2
"""Seconds between two readings of the memory."""
LEAVING = 2.0
"""Seconds that a process has for leaving by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The same for all solvers."""

    threads: int = 2
    memory: float = 16.0
    """GiB beyond which a solver is ended."""
    laying_out: float = 900.0
    """Seconds that laying out the whole day model may take, and loading it, before the
    clock starts, and judging a plan, after it has stopped."""
    grace: float = 60.0
    """Seconds after its time after which a solver that has not returned is ended."""
    every_choice: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A mission, and how long each solver has for it."""

    name: str
    seed: int | None
    """Absent if the mission was not generated."""
    mission: Mission
    limit: float


class Stage(Enum):
    """What a process is at."""

    LAYING_OUT = "laying out the model"
    LOADING = "loading the model"
    SOLVING = "solving"
    JUDGING = "with the plan that it found, naming and judging it"


NEXT = {
    "laid_out": Stage.LOADING,
    "loaded": Stage.SOLVING,
    "seconds": Stage.JUDGING,
}
"""What follows a message."""


def race(solver: str, case: Case, rules: Rules) -> Timeline:
    """Return the course of a solver, which runs alone.

    The planner's clock starts with the mission, a peer's when it has the whole day
    model in its own form: neither laying it out nor loading it counts against it.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(solver, case, rules, theirs))
    process.start()
    theirs.close()
    timeline = Timeline(solver=solver, case=case.name, seed=case.seed, limit=case.limit)
    assert process.pid is not None
    try:
        _watch(ours, process.pid, timeline, rules)
        process.join(LEAVING)
    finally:
        if process.is_alive():
            end(process.pid)
        process.join()
    timeline.ended = timeline.ended or f"the process died ({process.exitcode})"
    return timeline


def _watch(ours: Connection, pid: int, timeline: Timeline, rules: Rules) -> None:
    """Take messages until the solver has ended, or must."""
    planner = timeline.solver == PLANNER
    stage = Stage.SOLVING if planner else Stage.LAYING_OUT
    allowed = {
        Stage.LAYING_OUT: rules.laying_out,
        Stage.LOADING: rules.laying_out,
        Stage.SOLVING: timeline.limit + rules.grace,
        Stage.JUDGING: rules.laying_out,
    }
    began = read = time.monotonic()
    while not timeline.ended:
        if ours.poll(EVERY):
            try:
                kind, what = ours.recv()
            except EOFError:
                return
            if kind == "point":
                timeline.add(what)
            else:
                setattr(timeline, kind, what)
            if kind in NEXT:
                stage, began = NEXT[kind], time.monotonic()
        now = time.monotonic()
        if stage is Stage.SOLVING:
            timeline.seconds = now - began
        if now - read >= EVERY:
            read, held = now, gib(pid) or 0.0
            if stage in (Stage.LOADING, Stage.SOLVING):
                timeline.memory = max(timeline.memory or 0.0, held) or None
            if held > rules.memory:
                timeline.ended = f"ended at {rules.memory:g} GiB, {stage.value}"
        if now - began > allowed[stage]:
            timeline.ended = timeline.ended or f"ended: too long {stage.value}"


class _Teller:
    """Sends messages; solvers call from more than one thread."""

    def __init__(self, out: Connection) -> None:
        self._out = out
        self._lock = threading.Lock()

    def __call__(self, kind: str, what: object) -> None:
        with self._lock:
            self._out.send((kind, what))


def _run(solver: str, case: Case, rules: Rules, out: Connection) -> None:
    say = _Teller(out)
    try:
        ended = (_plan if solver == PLANNER else _peer)(solver, case, rules, say)
    except MemoryError:
        ended = "no memory was left"
    except Exception as error:  # noqa: BLE001  The table says what failed.
        ended = f"failed: {type(error).__name__}: {error}"
    say("ended", ended)


def _plan(_: str, case: Case, rules: Rules, say: Callable[[str, object], None]) -> str:
    from against.judged import verdict
    from against.planner import plan

    began = time.monotonic()
    result = plan(
        case.mission, case.limit, rules.threads, lambda point: say("point", point)
    )
    say("seconds", time.monotonic() - began)
    if result.plan is None:
        return "no plan found"
    say("judged", verdict(case.mission, result.plan))
    return result.status


def _peer(
    solver: str, case: Case, rules: Rules, say: Callable[[str, object], None]
) -> str:
    from against.day_model import day_model
    from against.given import Given
    from against.judged import judged

    if solver == CP_SAT:
        from against.cp_sat import solve
    else:
        from against.highs import solve

    began = time.monotonic()
    model = day_model(case.mission, every_choice=rules.every_choice)
    gc.collect()
    say("size", model.size)
    say("laid_out", time.monotonic() - began)
    outcome = solve(
        Given(
            model=model,
            limit=case.limit,
            threads=rules.threads,
            tell=lambda point: say("point", point),
            loaded=lambda seconds: say("loaded", seconds),
        )
    )
    say("seconds", outcome.seconds)
    if outcome.plan is not None:
        verdict = judged(case.mission, outcome.plan, every_choice=rules.every_choice)
        say("judged", verdict)
    return outcome.ended
