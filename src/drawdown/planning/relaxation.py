"""What the bounding relaxation says: a bound, and what a first plan should aim at."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from drawdown.mission.transport import FleetKind
from drawdown.planning.assembly import Key
from drawdown.planning.construct import Targets
from drawdown.planning.departures import bucket_options, bucketed, buckets, every_option
from drawdown.planning.model import Model
from drawdown.planning.problem import Problem
from drawdown.planning.reach import Reach, find_reach, widened
from drawdown.planning.solver import Limits, Values, solve

MARGIN = 1e-6
"""Part of a bound that is given away to the tolerances of the solver."""
USED = 1e-4
MOVED = 1e-3
"""Movements below which a way is not used."""
FINE = 14
"""Days of a bucket in a relaxation that says on which days to depart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relaxed:
    """A solved relaxation."""

    bound: float
    """No plan weighs less, in thousand USD."""
    targets: Targets
    reach: Reach
    use: Mapping[tuple[int, int, int], float]
    """Movements by way and by first and last day of their bucket."""

    @property
    def used(self) -> set[int]:
        """Return the ways on which more than the tolerance of a solver moves."""
        return {way for way, count in self.targets.weight.items() if count > MOVED}

    def wanted(self, late: Mapping[str, int]) -> dict[str, int]:
        """Return the day on which each site should close: not before its day in
        ``late``, if it has one.
        """
        return {
            name: max(day, late.get(name, day))
            for name, day in self.targets.closings.items()
        }


SMALL = 4_000
"""Departures below which days are not put into buckets, and movements are counted in
whole numbers."""


TINY = 1_000
"""Departures below which the whole model of every day can be solved while the search
waits."""


def is_small(problem: Problem) -> bool:
    """Return whether a mission is small enough for a model of every day."""
    return _chances(problem) <= SMALL


def is_tiny(problem: Problem) -> bool:
    """Return whether a mission is small enough to wait for its whole model."""
    return _chances(problem) <= TINY


def _chances(problem: Problem) -> int:
    return sum(int(way.start.sum()) for way in problem.ways)


def bounding_model(problem: Problem, length: int, *, guiding: bool = False) -> Model:
    """Return the bounding model with buckets of so many days."""
    edges = buckets(problem, length)
    return Model(
        problem,
        bucketed(problem, edges),
        bucket_options(problem, edges) if guiding else every_option(problem),
        bound=True,
        whole_bound=length == 1,
        guiding=guiding,
    )


def relax(problem: Problem, length: int, *, guiding: bool = False) -> Relaxed | None:
    """Return the linear relaxation with buckets of so many days; None if it has no
    solution, so that no plan exists (unless ``guiding``: see the model).
    """
    model = bounding_model(problem, length, guiding=guiding)
    answer = solve(model.matrix(), Limits(solver="ipm"), relaxed=True)
    if answer.values is None:
        return None
    found = {
        key: float(value)
        for key, value in zip(model.assembly.keys, answer.values, strict=True)
        if value > USED
    }
    closings = {
        site: int(sum(o.first * answer.values[col] for o, col in options))
        for site, options in model.c.items()
    }
    return Relaxed(
        bound=answer.bound - MARGIN * abs(answer.bound),
        targets=Targets(
            closings=closings,
            moved=_moved(problem, found),
            weight=_weight(found),
            forward=_forward(problem, found),
        ),
        reach=widened(problem, find_reach(problem, every=False), found),
        use=_use(model, answer.values),
    )


def guide(problem: Problem, length: int) -> Relaxed | None:
    """Return the relaxation that says what a plan should aim at; None if no plan
    exists.
    """
    return relax(problem, length, guiding=True) or relax(problem, length)


def _use(model: Model, values: Values) -> dict[tuple[int, int, int], float]:
    use: dict[tuple[int, int, int], float] = defaultdict(float)
    for departure, columns in zip(model.departures, model.n, strict=True):
        count = float(sum(values[col] for col in columns.values()))
        use[departure.way, departure.first, departure.last] += count
    return dict(use)


def _moved(problem: Problem, found: Mapping[Key, float]) -> dict[int, int]:
    moved = {int(key[1]): round(v) for key, v in found.items() if key[0] == "D"}  # type: ignore[call-overload]
    for number, parcel in enumerate(problem.cargo.parcels):
        if parcel.local_loss is None:
            moved[number] = parcel.count
    return moved


def _weight(found: Mapping[Key, float]) -> dict[int, float]:
    weight: dict[int, float] = defaultdict(float)
    for key, value in found.items():
        if key[0] == "n":
            weight[int(key[1])] += value  # type: ignore[call-overload]
    return dict(weight)


def _forward(
    problem: Problem, found: Mapping[Key, float]
) -> dict[tuple[int, FleetKind], int]:
    """Return the trucks that hubs get from elsewhere at the peak, by the unescorted
    way on which most of them come empty.
    """
    forward: dict[tuple[int, FleetKind], int] = {}
    for kind in FleetKind:
        if not kind.stands:
            continue
        change: dict[str, dict[int, float]] = defaultdict(lambda: defaultdict(float))
        empty: dict[int, float] = defaultdict(float)
        for key, value in found.items():
            if key[0] == "m" and key[2] == kind.value:
                way = problem.ways[int(key[1])]  # type: ignore[call-overload]
                change[way.origin][int(key[3])] -= value  # type: ignore[call-overload]
                change[way.destination][int(key[3]) + 1] += value  # type: ignore[call-overload]
                empty[way.index] += value
            elif key[0] == "x":
                carrier = problem.cargo.commodities[int(key[2])].carrier  # type: ignore[call-overload]
                if carrier.value == kind.value:
                    empty[int(key[1])] -= value  # type: ignore[call-overload]
        for place, days in change.items():
            peak = float(np.cumsum([days[t] for t in sorted(days)]).max())
            ways = [
                way.index
                for way in problem.ways
                if way.destination == place
                and way.stands
                and not way.escorts
                and not problem.places[way.origin].is_exit
                and empty[way.index] > 1
            ]
            if peak >= 5 and ways and not problem.places[place].is_exit:
                forward[max(ways, key=lambda w: (empty[w], -w)), kind] = int(peak)
    return forward


def tighten(
    problem: Problem, length: int, limits: Limits, report: Callable[[float], None]
) -> None:
    """Solve the bounding model with whole closings, and report each better bound, in
    thousand USD.
    """
    model = bounding_model(problem, length)

    def tell(bound: float) -> None:
        report(bound - MARGIN * abs(bound))

    answer = solve(model.matrix(), limits, on_bound=tell)
    if np.isfinite(answer.bound):
        tell(answer.bound)
