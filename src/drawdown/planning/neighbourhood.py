"""Neighbourhoods: a part of a solution is freed, and solved anew."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from drawdown.planning.assembly import Key
from drawdown.planning.capping import capped, repriced
from drawdown.planning.departures import (
    Departure,
    Option,
    day_departure,
)
from drawdown.planning.evaluate import value
from drawdown.planning.model import Model
from drawdown.planning.problem import Problem
from drawdown.planning.reach import Reach
from drawdown.planning.solution import PRICED, Move, Solution, gather, moves, stuck_at
from drawdown.planning.solver import Limits, solve


@dataclass(frozen=True, slots=True, kw_only=True)
class Freedom:
    """What a neighbourhood frees: days of ways, and closing days of sites."""

    days: Mapping[int, frozenset[int]]
    """Days on which each free way may depart."""
    closings: Mapping[str, frozenset[int]]
    """Days on which each free site may close."""


def improve(
    problem: Problem,
    reach: Reach,
    solution: Solution,
    freedom: Freedom,
    limits: Limits,
    *,
    haste: float = 0.0,
) -> Solution:
    """Return the best solution that is found in a neighbourhood, or the same one."""
    departures = departures_of(problem, solution, freedom)
    options = options_of(problem, solution, freedom)

    def build(problem: Problem) -> Model:
        return Model(
            problem,
            departures,
            repriced(problem, options),
            reach=reach,
            given=solution,
            haste=haste,
        )

    model = build(problem)
    start = start_of(model, solution)
    matrix = capped(problem, model, build, solution, start)
    answer = solve(matrix, limits, start=start)
    if answer.values is None:
        return solution
    return combined(problem, model, solution, answer.values)


def departures_of(
    problem: Problem, solution: Solution, freedom: Freedom
) -> list[Departure]:
    """Return the departures of a neighbourhood, those of the solution among them."""
    used: dict[int, set[int]] = {}
    for way, day in solution.moves:
        used.setdefault(way, set()).add(day)
    found = []
    for number, days in sorted(freedom.days.items()):
        way = problem.ways[number]
        for day in sorted(days | used.get(number, set())):
            departure = day_departure(way, day)
            if departure is not None:
                found.append(departure)
    return found


def options_of(
    problem: Problem, solution: Solution, freedom: Freedom
) -> dict[str, list[Option]]:
    """Return the closing options of a neighbourhood, with that of the solution."""
    found = {}
    for place in problem.closing:
        days = {solution.closings[place.name], *freedom.closings.get(place.name, ())}
        found[place.name] = [
            Option(first=day, last=day, cost=float(place.closing_cost[day]))
            for day in sorted(days)
            if problem.ready_to_close[place.name] <= day <= place.latest
            or day == solution.closings[place.name]
        ]
    return found


def start_of(model: Model, solution: Solution) -> np.ndarray:
    """Return the values of a solution in the columns of a model."""
    known = _known(solution)
    values = np.full(len(model.assembly.keys), np.nan)
    for number, key in enumerate(model.assembly.keys):
        if key[0] == "c":
            values[number] = float(solution.closings[str(key[1])] == key[2])
        elif key[0] in _WHOLE:
            values[number] = float(known.get(key, 0))
    return values


_WHOLE = {"n", "x", "m", "p", "D", "d", "g", "r"}


def _known(solution: Solution) -> dict[Key, int]:
    known: dict[Key, int] = {}
    for (way, day), move in solution.moves.items():
        for group, count in move.count.items():
            known["n", way, group, day] = count
        for k, count in move.cargo.items():
            known["x", way, k, day] = count
        for kind, count in move.trucks.items():
            known["m", way, kind.value, day] = count
        for q, count in move.people.items():
            known["p", way, q, day] = count
    known.update({("D", number): count for number, count in solution.moved.items()})
    known.update({("d", *key): count for key, count in solution.leaving.items()})
    known.update({("g", *key): count for key, count in solution.ending.items()})
    known.update({("r", *key): count for key, count in solution.released.items()})
    return known


def combined(
    problem: Problem, model: Model, solution: Solution, values: np.ndarray
) -> Solution:
    """Return a solution in which the free part has the values of a model."""
    found = gather(model.assembly.keys, values)
    closings = dict(solution.closings)
    for site, day in found["c"]:
        closings[str(site)] = int(day)
    free, touched = model.free, model.touched
    merged = {key: move for key, move in solution.moves.items() if key[0] not in free}
    merged.update(_carrying(model, solution, moves(problem, found)))
    parcels = problem.cargo.parcels
    settled = model.still_cargo
    stuck = {
        key: count
        for key, count in solution.stuck.items()
        if stuck_at(problem, key) not in touched or _still(key, model)
    }
    for kind in PRICED:
        for key, count in found.get(kind, {}).items():
            stuck[(kind, *key)] = count
    new = Solution(
        closings=closings,
        moves=dict(sorted(merged.items())),
        moved={
            **_kept(
                solution.moved, lambda n: settled or parcels[n].site not in touched
            ),
            **{key[0]: count for key, count in found["D"].items()},
        },
        leaving={
            **_kept(solution.leaving, lambda key: settled or key[0] not in touched),
            **found["d"],
        },
        ending={
            **_kept(solution.ending, lambda key: settled or key[0] not in touched),
            **found["g"],
        },
        released={
            **_kept(solution.released, lambda key: key[1] not in touched),
            **found["r"],
        },
        stuck=stuck,
        value=0.0,
    )
    return valued(problem, new)


def _carrying(
    model: Model, solution: Solution, chosen: Mapping[tuple[int, int], Move]
) -> dict[tuple[int, int], Move]:
    """Return movements with the people or the cargo that stays on them."""
    if not (model.still_people or model.still_cargo):
        return dict(chosen)
    found = {}
    for key, move in chosen.items():
        before = solution.moves.get(key)
        if before is not None and model.still_people:
            move = replace(move, people=before.people)
        if before is not None and model.still_cargo:
            move = replace(move, cargo=before.cargo, trucks=before.trucks)
        found[key] = move
    return found


def _still(key: Key, model: Model) -> bool:
    """Return whether something stuck is no matter of a model."""
    if key[0] == "unguarded" or (key[0] == "stuck" and key[1] == "P"):
        return model.still_people
    if key[0] == "unended" or (key[0] == "stuck" and key[1] in ("I", "T")):
        return model.still_cargo
    return False


def valued(problem: Problem, solution: Solution) -> Solution:
    """Return a solution with its value."""
    return replace(solution, value=value(problem, solution))


def _kept(part, keep):  # type: ignore[no-untyped-def]
    return {key: count for key, count in part.items() if keep(key)}


def nothing(problem: Problem) -> Solution:
    """Return the solution in which nothing moves: all is stuck where it is."""
    stuck: dict[Key, int] = {}
    for number, parcel in enumerate(problem.cargo.parcels):
        stuck["unended", number] = parcel.count
    for q in range(len(problem.people.classes)):
        for site, persons in problem.people.at(q).items():
            stuck["stuck", "P", site, q] = persons
    closing = {place.name for place in problem.closing}
    for standing in problem.standing:
        if standing.place in closing:
            key = ("stuck", "T", standing.place, standing.kind.value)
            stuck[key] = stuck.get(key, 0) + standing.change
    released = {}
    for service in problem.services:
        if service.last is not None:
            released[service.escort, service.home, service.last] = service.companies
        elif service.home in closing:
            released[service.escort, service.home, problem.days - 1] = service.companies
    return valued(
        problem,
        Solution(
            closings={place.name: place.latest for place in problem.closing},
            moves={},
            moved={},
            leaving={},
            ending={},
            released=released,
            stuck={key: count for key, count in stuck.items() if count},
            value=0.0,
        ),
    )


def span_of(days: Iterable[int], problem: Problem) -> frozenset[int]:
    """Return those days that lie within the plan."""
    return frozenset(day for day in days if 0 <= day < problem.days)
