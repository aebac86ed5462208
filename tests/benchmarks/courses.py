"""Timelines made by hand: a race that one solver wins and another never begins."""

from against.timeline import ModelSize, Point, Timeline

SIZE = ModelSize(rows=1_500, columns=2_000, entries=8_700, whole=1_300)


def winner(seed=0):
    return Timeline(
        solver="drawdown",
        case="scale 3",
        seed=seed,
        limit=300.0,
        points=[
            Point(seconds=7.25, value=2e6, priced=2e6),
            Point(seconds=30.0, value=2e6, priced=2e6, bound=1e6),
            Point(seconds=70.5, value=1.25e6, priced=1.25e6, bound=1e6),
        ],
        memory=0.5,
        seconds=299.0,
        ended="planned",
        judged="accepted",
    )


def loser(seed=0):
    return Timeline(
        solver="CP-SAT",
        case="scale 3",
        seed=seed,
        limit=300.0,
        points=[Point(seconds=80.0, priced=4e9, bound=0.5e6)],
        laid_out=6.5,
        loaded=20.0,
        size=SIZE,
        memory=3.0,
        seconds=300.0,
        ended="feasible",
    )


def unbuilt():
    return Timeline(
        solver="HiGHS",
        case="scale 3",
        seed=0,
        limit=300.0,
        seconds=0.0,
        ended="ended at 16 GiB, laying out the model",
    )
