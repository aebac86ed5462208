"""A problem by other weights: all but the costs stays as it is laid out."""

from collections.abc import Mapping
from dataclasses import replace

from drawdown.mission.mission import Mission
from drawdown.mission.policy import Weights
from drawdown.planning.problem import Cap, Problem, compile_problem

VALUES = ("people_late", "attacks", "protection_gap", "loss", "money")
"""In the order of their importance (§24)."""
UNIT = Weights()
"""What one unit of a value costs in a model of its own: it keeps the numbers of the
solver alike."""


def alone(mission: Mission, name: str) -> Mission:
    """Return a mission in which one value weighs, and no other."""
    return replace(mission, weights=only(name))


def only(name: str) -> Weights:
    """Return the weight of one value, and of no other."""
    nothing = dict.fromkeys(VALUES, 0.0)
    return Weights(**{**nothing, name: getattr(UNIT, name)})


def caps_of(most: Mapping[str, float]) -> tuple[Cap, ...]:
    """Return caps of values, each in its own unit."""
    return tuple(
        Cap(weights=only(name), most=value * getattr(UNIT, name))
        for name, value in most.items()
    )


def reweighed(
    problem: Problem, weights: Weights, caps: tuple[Cap, ...] = ()
) -> Problem:
    """Return a problem with other weights and caps; ways, days of steps and all that
    solutions are counted by stay.
    """
    mission = replace(problem.mission, weights=weights)
    laid = compile_problem(mission)
    places = {
        name: replace(place, closing_cost=laid.places[name].closing_cost)
        for name, place in problem.places.items()
    }
    return replace(
        problem,
        mission=mission,
        places=places,
        constant=laid.constant,
        caps=caps,
    )
