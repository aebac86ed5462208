"""The tables of RESULTS.md."""

from collections.abc import Sequence
from math import inf
from statistics import median

from against.race import PLANNER
from against.timeline import Point, Timeline, gap

NONE = "–"


def course_table(timelines: Sequence[Timeline], instants: Sequence[float]) -> str:
    """Return a row for each mission and solver: what it had when."""
    head = ["mission", "solver", "first plan"]
    head += [f"at {instant:g} s: value, bound, gap" for instant in instants]
    head += ["at the end", "ended", "memory", "verifier"]
    rows = [
        [
            mission(line),
            line.solver,
            _seconds(line.first),
            *(
                _cell(line.at(instant)) if instant < line.limit else "see the end"
                for instant in instants
            ),
            _cell(line.last),
            f"{line.ended}, {line.seconds:.0f} s",
            NONE if line.memory is None else f"{line.memory:.2f} GiB",
            line.judged or NONE,
        ]
        for line in timelines
    ]
    return _table(head, rows)


def models_table(timelines: Sequence[Timeline]) -> str:
    """Return the sizes of the models that peers were given."""
    rows = []
    for line in timelines:
        if line.solver == PLANNER:
            continue
        size = line.size
        counts = (
            [NONE] * 4
            if size is None
            else [
                f"{count:,}"
                for count in (size.rows, size.columns, size.whole, size.entries)
            ]
        )
        times = [_seconds(line.laid_out), _seconds(line.loaded)]
        rows.append([mission(line), line.solver, *counts, *times])
    head = ["mission", "solver", "rows", "columns", "whole", "entries"]
    return _table([*head, "laid out in", "loaded in"], rows)


def medians_table(timelines: Sequence[Timeline], instants: Sequence[float]) -> str:
    """Return, by scale and solver, medians over seeds; a seed without a plan counts as
    one with the longest time and the widest gap.
    """
    groups: dict[tuple[str, str], list[Timeline]] = {}
    for line in timelines:
        groups.setdefault((line.case, line.solver), []).append(line)
    rows = []
    for (case, solver), lines in groups.items():
        seeds = len(lines)
        if seeds < 2:
            continue
        firsts = [inf if line.first is None else line.first for line in lines]
        found = sum(first < inf for first in firsts)
        gaps = [
            [inf if (g := gap(line.at(instant))) is None else g for line in lines]
            for instant in instants
        ]
        last = [inf if (g := gap(line.last)) is None else g for line in lines]
        middle = median(firsts)
        rows.append(
            [
                case,
                solver,
                f"{found} of {seeds}",
                NONE if middle == inf else _seconds(middle),
                *(_share(median(some)) for some in [*gaps, last]),
            ]
        )
    head = ["mission", "solver", "seeds with a plan", "first plan, median"]
    head += [f"gap at {instant:g} s, median" for instant in instants]
    return _table([*head, "gap at the end, median"], rows) if rows else ""


def mission(line: Timeline) -> str:
    """Return what a mission is called."""
    return line.case if line.seed is None else f"{line.case}, seed {line.seed}"


def _cell(point: Point) -> str:
    value = "no plan" if point.value is None else _millions(point.value)
    if point.value is None and point.priced is not None:
        value = f"incomplete ({_millions(point.priced)})"
    bound = "no bound" if point.bound is None else _millions(point.bound)
    share = gap(point)
    return f"{value}, {bound}, {NONE if share is None else _share(share)}"


def _millions(amount: float) -> str:
    digits = 2 if abs(amount) >= 1e6 else 5
    return f"{amount / 1e6:,.{digits}f}".replace("-", "−")


def _share(share: float) -> str:
    return NONE if share == inf else f"{share:.1%}"


def _seconds(seconds: float | None) -> str:
    return NONE if seconds is None else f"{seconds:.1f} s"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
