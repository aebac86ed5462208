"""The planner, and CP-SAT and HiGHS given the whole day model, in one run.

``python benchmarks/planning.py`` lets each solver run alone, one after another, on
generated and bundled missions, and prints the tables of RESULTS.md. Values and bounds
over time are saved (``--save``) and drawn (``--picture``); ``--draw`` makes tables and
picture again from saved files, without measuring.

With the defaults it takes about 90 minutes. It measures nothing well while other work
is on the machine.
"""

import argparse
import itertools
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from against.race import SOLVERS, Case, Rules, race
from against.saved import save, saved
from against.tables import course_table, medians_table, mission, models_table
from against.timeline import Timeline
from drawdown.mission import bundled, read_mission
from drawdown.mission.generate import generate

OUT = Path(__file__).resolve().parents[1] / "out"
INSTANTS = (10.0, 60.0, 300.0, 600.0)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, or read what was measured; print the tables and draw the picture."""
    options = _options().parse_args(arguments)
    if options.draw:
        timelines = [line for path in options.draw for line in saved(path)]
    else:
        timelines = _measured(options)
    if timelines and options.picture:
        from against.picture import draw

        draw(timelines, options.picture)
    print(report(timelines))


def report(timelines: Sequence[Timeline]) -> str:
    """Return the tables."""
    longest = max((line.limit for line in timelines), default=0.0)
    instants = [instant for instant in INSTANTS if instant < longest]
    tables = [
        course_table(timelines, instants),
        medians_table(timelines, instants),
        models_table(timelines),
    ]
    return "\n\n".join(table for table in tables if table)


def _measured(options: argparse.Namespace) -> list[Timeline]:
    rules = Rules(
        threads=options.threads,
        memory=options.memory,
        laying_out=options.laying_out,
        every_choice=options.choices == "every",
    )
    timelines: list[Timeline] = []
    for case in _cases(options):
        for solver in options.solvers:
            line = race(solver, case, rules)
            timelines.append(line)
            save(timelines, options.save)
            print(f"{mission(line)}, {solver}: {line.ended}", file=sys.stderr)
    return timelines


def _cases(options: argparse.Namespace) -> Iterator[Case]:
    limits = itertools.chain(options.seconds, itertools.repeat(options.seconds[-1]))
    for scale, limit in zip(options.scales, limits, strict=False):
        for seed in options.seeds:
            yield Case(
                name=f"scale {scale:g}",
                seed=seed,
                mission=generate(scale, seed),
                limit=limit,
            )
    for name in options.missions:
        yield Case(
            name=name,
            seed=None,
            mission=read_mission(bundled(name)),
            limit=options.mission_seconds,
        )


def _options() -> argparse.ArgumentParser:
    assert __doc__ is not None
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter
    )
    add = parser.add_argument
    add("--scales", type=float, nargs="*", default=[1.0, 3.0, 10.0])
    add(
        "--seconds",
        type=float,
        nargs="+",
        default=[300.0, 300.0, 600.0],
        help="for each solver, by scale; the last holds for all further scales",
    )
    add("--seeds", type=int, nargs="+", default=[0], help="of generated missions")
    add("--missions", nargs="*", default=["minusma", "unamid"], help="bundled ones")
    add("--mission-seconds", type=float, default=300.0, help="for bundled missions")
    add("--solvers", nargs="+", choices=SOLVERS, default=list(SOLVERS))
    add("--threads", type=int, default=2, help="of each solver")
    add("--memory", type=float, default=16.0, help="GiB at which a solver is ended")
    add(
        "--laying-out",
        type=float,
        default=900.0,
        help="seconds for laying out a model, before the clock starts",
    )
    add(
        "--choices",
        choices=("planner", "every"),
        default="planner",
        help="that peers have: those with which the planner begins, or also every "
        "detour and every day on which companies may end their service; without these "
        "the model is half as large, but its bounds hold for no plan that uses them",
    )
    add("--save", type=Path, default=OUT / "planning.json", help="the timelines")
    add("--picture", type=Path, default=OUT / "planning.svg", help="an SVG")
    add("--draw", type=Path, nargs="+", help="files saved before: measure nothing")
    return parser


if __name__ == "__main__":
    main()
