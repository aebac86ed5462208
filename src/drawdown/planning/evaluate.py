"""What a solution is worth: the planner's own count of the five values."""

from dataclasses import dataclass

from drawdown.mission.lots import Carrier
from drawdown.mission.policy import Weights
from drawdown.plan.plan import Objectives
from drawdown.planning.model import (
    STUCK_COMPANY,
    STUCK_ITEM,
    STUCK_PERSON,
    STUCK_TRUCK,
    THOUSAND,
    UNGUARDED,
)
from drawdown.planning.problem import Problem
from drawdown.planning.solution import Solution

NEAR = 1e-6
"""Of a value that is kept: what may be lost in the arithmetic."""
EXCEEDING = 1e9
"""Thousand USD for a value above what is kept of it: no such solution is taken."""


@dataclass(slots=True, kw_only=True)
class Tally:
    """The five values while they are counted."""

    people_late: float = 0.0
    attacks: float = 0.0
    protection_gap: float = 0.0
    loss: float = 0.0
    money: float = 0.0


def objectives(problem: Problem, solution: Solution) -> Objectives:
    """Return the five values of a solution and their weighted sum (§24)."""
    tally = Tally()
    _count_moves(problem, solution, tally)
    _count_parcels(problem, solution, tally)
    for site in problem.mission.sites:
        closing = solution.closings.get(site.site_id, problem.days - 1)
        tally.money += site.running_cost * (closing + 1)
    tally.protection_gap = problem.protection.gap(solution.closings)
    return Objectives(
        people_late=tally.people_late,
        attacks=tally.attacks,
        protection_gap=tally.protection_gap,
        loss=tally.loss,
        money=tally.money,
        weighted=weighed(tally, problem.mission.weights),
    )


def weighed(values: Tally | Objectives, weights: Weights) -> float:
    """Return the sum of the five values by weights, in USD."""
    return (
        values.people_late * weights.people_late
        + values.attacks * weights.attacks
        + values.protection_gap * weights.protection_gap
        + values.loss * weights.loss
        + values.money * weights.money
    )


def _count_moves(problem: Problem, solution: Solution, tally: Tally) -> None:
    goods = problem.cargo.commodities
    classes = problem.people.classes
    for move in solution.moves.values():
        way = problem.ways[move.way]
        count = sum(move.count.values())
        vehicles = 0
        if way.stands:
            vehicles = sum(move.trucks.values()) + sum(
                items
                for k, items in move.cargo.items()
                if goods[k].carrier is Carrier.SELF
            )
        persons = sum(move.people.values())
        tally.attacks += count * float(way.attacks[move.day])
        tally.money += (
            count * way.cost_movement
            + vehicles * way.cost_vehicle
            + persons * way.cost_person
        )
        if problem.places[way.destination].is_exit:
            for q, number in move.people.items():
                tally.people_late += number * max(0, move.arrive - 1 - classes[q].due)


def _count_parcels(problem: Problem, solution: Solution, tally: Tally) -> None:
    for number, parcel in enumerate(problem.cargo.parcels):
        moved = solution.moved.get(number, 0)
        rest = parcel.count - moved - solution.stuck.get(("unended", number), 0)
        tally.loss += moved * (parcel.move_loss or 0.0)
        tally.loss += rest * (parcel.local_loss or 0.0)


def penalty(solution: Solution) -> float:
    """Return the price of what is stuck, in thousand USD; nearness to exits aside."""
    price = {
        "I": STUCK_ITEM,
        "P": STUCK_PERSON,
        "T": STUCK_TRUCK,
        "E": STUCK_COMPANY,
    }
    total = 0.0
    for key, count in solution.stuck.items():
        if key[0] == "unended":
            total += STUCK_ITEM * count
        elif key[0] == "unguarded":
            total += UNGUARDED * count
        else:
            total += price[str(key[1])] * count
    return total


def value(problem: Problem, solution: Solution) -> float:
    """Return the weighted value in thousand USD, with the price of what is stuck and of
    what exceeds a value that is kept.
    """
    found = objectives(problem, solution)
    over = [
        cap
        for cap in problem.caps
        if weighed(found, cap.weights) > cap.most * (1 + NEAR) + NEAR
    ]
    exceeding = EXCEEDING * len(over) if solution.complete else 0.0
    return found.weighted * THOUSAND + penalty(solution) + exceeding
