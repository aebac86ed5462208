"""A plan in the columns of a bounding model: sums over the days of each bucket."""

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, replace

import numpy as np

from drawdown.mission import Mission
from drawdown.plan import Plan
from drawdown.planning.problem import compile_problem
from drawdown.planning.relaxation import bounding_model
from drawdown.planning.solver import Limits, solve

CHOSEN = {"n", "x", "m", "p", "c", "D"}
"""Columns that a plan says; those of stocks and flows within a site follow."""


@dataclass(frozen=True)
class Projected:
    """What became of a plan in a bounding model."""

    missing: tuple
    """Columns that the plan asks for and the model does not have."""
    holds: bool
    """Whether every row holds."""
    value: float
    """In USD."""


def project(mission: Mission, plan: Plan, length: int) -> Projected:
    """Return what becomes of a plan in the model with buckets of so many days.

    What a plan decides is set; a linear programme looks for the rest.
    """
    problem = compile_problem(mission)
    model = bounding_model(problem, length)
    said = _Said(problem, model, plan).columns()
    index = model.assembly.index
    missing = tuple(sorted((k for k in said if k not in index), key=str))
    matrix = model.matrix()
    lower, upper = matrix.lower.copy(), matrix.upper.copy()
    for key, column in index.items():
        if key[0] in CHOSEN:
            lower[column] = upper[column] = said.get(key, 0.0)
    outside = (lower < matrix.lower - 1e-6) | (upper > matrix.upper + 1e-6)
    answer = solve(replace(matrix, lower=lower, upper=upper), Limits(), relaxed=True)
    return Projected(
        missing=missing,
        holds=answer.optimal and not outside.any(),
        value=answer.value * 1e3,
    )


class _Said:
    """What a plan says, by the keys of the columns of a bounding model."""

    def __init__(self, problem, model, plan: Plan) -> None:
        self.problem, self.model, self.plan = problem, model, plan
        self.mission = problem.mission
        self.ways = self._ways()
        self.labels = sorted({d.label for d in model.departures})
        self.lots = {lot.lot_id: lot for lot in self.mission.lots}
        self.units = {unit.unit_id: unit for unit in self.mission.units}
        self.total: dict[tuple, float] = defaultdict(float)

    def columns(self) -> dict[tuple, float]:
        """Return the values of the columns."""
        for closure in self.plan.closures:
            if closure.closed is not None:
                self._closure(closure.site, self.mission.day(closure.closed))
        moved: dict[str, int] = defaultdict(int)
        for movement in self.plan.movements:
            self._movement(movement)
            for load in movement.loads:
                if load.disposition is not None:
                    moved[load.lot] += load.count
        for number, parcel in enumerate(self.problem.cargo.parcels):
            count = sum(moved[lot] for lot in parcel.lots)
            if count:
                self.total["D", number] = count
        return dict(self.total)

    def _ways(self) -> dict[str, int]:
        return {way.route_id: way.index for way in self.problem.ways}

    def _closure(self, site: str, day: int) -> None:
        for option, _ in self.model.c[site]:
            if option.first <= day <= option.last:
                self.total["c", site, option.first] = 1.0
                return
        self.total["c", site, day] = 1.0

    def _movement(self, movement) -> None:
        number = self.ways[movement.route]
        way = self.problem.ways[number]
        day = self.mission.day(movement.departs)
        label = self.labels[bisect_left(self.labels, day)]
        group = next(iter(movement.escorts), None) if way.escorts else None
        self.total["n", number, group, label] += 1
        for load in movement.loads:
            k = self._commodity(self.lots[load.lot])
            self.total["x", number, k, label] += load.count
        for kind, count in (
            ("truck", movement.trucks),
            ("low_loader", movement.low_loaders),
        ):
            if count:
                self.total["m", number, kind, label] += count
        for people in movement.people:
            others = people.persons - people.guards
            for guard, count in ((True, people.guards), (False, others)):
                if count:
                    q = self._class(self.units[people.unit], guard=guard)
                    self.total["p", number, q, label] += count

    def _commodity(self, lot) -> int:
        return next(
            k
            for k, kind in enumerate(self.problem.cargo.commodities)
            if (kind.carrier, kind.sensitive, kind.exits)
            == (lot.carried_by, lot.sensitive, lot.exits)
        )

    def _class(self, unit, *, guard: bool) -> int:
        due = self.mission.deadline
        if unit.leaves_by is not None:
            due = min(due, self.mission.day(unit.leaves_by))
        return next(
            q
            for q, kind in enumerate(self.model.classes)
            if (kind.guard, kind.due, kind.exits) == (guard, due, unit.exits)
        )


def near(value: float) -> float:
    """Return what a solver may be off by."""
    return 1e-6 * float(np.abs(value)) + 1.0
