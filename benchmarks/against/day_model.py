"""The whole day model of a mission, for solvers to be given as it is."""

from dataclasses import dataclass, replace

import numpy as np

from against.timeline import ModelSize
from drawdown.mission import Mission
from drawdown.planning.assembly import Key, Matrix
from drawdown.planning.departures import day_departure, day_options
from drawdown.planning.model import Model
from drawdown.planning.problem import Problem, Service, compile_problem
from drawdown.planning.reach import Reach, cargo_ways, people_ways

UNENDED = ("stuck", "unended", "unguarded")
"""Columns, at a price above everything, for what has no end in a solution."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayModel:
    """Every departure of every way on every day, and every closing day.

    Each of its whole solutions without anything unended is a plan, and each plan with
    the days of steps that the planner lays out beforehand is one of its solutions.
    Amounts are in thousand USD.
    """

    matrix: Matrix
    unended: np.ndarray
    """The columns that are 0 in a plan."""

    @property
    def size(self) -> ModelSize:
        """Return how large it is."""
        return ModelSize(
            rows=self.matrix.rows,
            columns=self.matrix.columns,
            entries=len(self.matrix.values),
            whole=int(self.matrix.integer.sum()),
        )


def day_model(mission: Mission, *, every_choice: bool) -> DayModel:
    """Return the whole day model, each column with a finite limit.

    Parameters
    ----------
    every_choice
        Let cargo and people take every way that leads out, and companies end their
        service on every day; otherwise only on sensible ways and on some days, with
        which the planner begins. That model is smaller, but its optimum bounds no plan
        beside these.

    """
    problem = compile_problem(mission)
    model = laid_out(problem, every_choice=every_choice)
    matrix, keys = model.matrix(), model.assembly.keys
    most = _most(problem)
    limits = [
        upper if np.isfinite(upper) else most[_counted(key)]
        for key, upper in zip(keys, matrix.upper, strict=True)
    ]
    unended = [number for number, key in enumerate(keys) if key[0] in UNENDED]
    return DayModel(
        matrix=replace(matrix, upper=np.array(limits)),
        unended=np.array(unended, dtype=np.int64),
    )


def laid_out(problem: Problem, *, every_choice: bool) -> Model:
    """Return the model of every day."""
    every = range(problem.days)
    departures = [
        departure
        for way in problem.ways
        for day in every
        if (departure := day_departure(way, day)) is not None
    ]
    days = {
        place.name: set(range(problem.ready_to_close[place.name], problem.days))
        for place in problem.closing
    }
    kind, reach = (
        (_EveryRelease, _every_way(problem)) if every_choice else (Model, None)
    )
    return kind(
        problem, departures, day_options(problem, days), reach=reach, whole=True
    )


class _EveryRelease(Model):
    """The model of every day, in which companies may end their service on any day and
    anywhere; the planner alone makes do with some days.
    """

    def _chance_labels(
        self,
        service: Service,
        place: str,  # noqa: ARG002  Anywhere.
        labels: list[int],
    ) -> list[int]:
        return [n for n in labels if service.last is None or n <= service.last]


def _every_way(problem: Problem) -> Reach:
    people = problem.people
    return Reach(
        cargo=[cargo_ways(problem, k, every=True) for k in problem.cargo.commodities],
        people=[
            people_ways(problem, kind, people.at(q), every=True)
            for q, kind in enumerate(people.classes)
        ],
    )


def _most(problem: Problem) -> dict[str, float]:
    """Return how many there are at most of what columns without a limit count."""
    classes = range(len(problem.people.classes))
    persons = sum(sum(problem.people.at(q).values()) for q in classes)
    return {
        "items": float(sum(parcel.count for parcel in problem.cargo.parcels)),
        "persons": float(persons + sum(problem.people.remaining.values())),
        "trucks": float(sum(s.change for s in problem.standing if s.change > 0)),
        "companies": float(sum(s.companies for s in problem.services)),
    }


def _counted(key: Key) -> str:
    """Return what a column counts."""
    name = str(key[1] if key[0] == "stuck" else key[0])
    for kind, names in COUNTED.items():
        if name in names:
            return kind
    raise ValueError(f"nobody said how many {name} there can be")


COUNTED = {
    "items": ("x", "d", "g", "D", "I", "kept", "unended"),
    "persons": ("p", "P", "gone", "unguarded"),
    "trucks": ("m", "T"),
    "companies": ("E", "freed", "r"),
}
