"""Law 24: the five values and their weighted sum, and whether the plan states them."""

import math
from collections.abc import Iterator
from dataclasses import replace

from drawdown.mission import Mission, Mode
from drawdown.plan.plan import Objectives, Plan
from drawdown.verifying.journeys import Journey
from drawdown.verifying.replay import Replay
from drawdown.verifying.verdict import Violation

NAMES = ("people_late", "attacks", "protection_gap", "loss", "money")


def objectives(replay: Replay, protection_gap: float) -> Objectives:
    """Return the values of a plan (law 24)."""
    values = {
        "people_late": people_late(replay),
        "attacks": attacks(replay),
        "protection_gap": protection_gap,
        "loss": loss(replay),
        "money": money(replay),
    }
    return Objectives(**values, weighted=weighted(replay.facts.mission, values))


def weighted(mission: Mission, values: dict[str, float]) -> float:
    """Return the sum of the values by the weights of the mission (law 24.2)."""
    weights = mission.weights
    return math.fsum(values[name] * getattr(weights, name) for name in NAMES)


def people_late(replay: Replay) -> float:
    """Return the person-days of lateness (law 5)."""
    units = replay.facts.units.values()
    return float(sum(int(replay.late(unit).sum()) for unit in units))


def attacks(replay: Replay) -> float:
    """Return the expected attacks of all movements (law 15)."""
    on = replay.facts.calendars.attacks_on
    return math.fsum(
        on(passage.leg.leg_id, passage.enters)
        for journey in replay.journeys
        for passage in journey.passages
    )


def loss(replay: Replay) -> float:
    """Return the value that is lost over all items that end (law 24.1)."""
    lost = []
    for journey in replay.journeys:
        if journey.track.end in replay.facts.exits:
            for freight in journey.freight:
                lot, by = freight.lot, freight.disposition
                share = lot.losses.get(by, 0.0) if by is not None else 0.0
                lost.append(freight.count * (lot.value or 0.0) * share)
    for ending in replay.admitted.endings:
        lot = ending.lot
        share = lot.losses.get(ending.disposition, 0.0)
        lost.append(ending.count * (lot.value or 0.0) * share)
    return math.fsum(lost)


def money(replay: Replay) -> float:
    """Return the costs of all movements and of running the sites (law 24.1)."""
    spent = [cost(journey) for journey in replay.journeys]
    for name, site in replay.facts.sites.items():
        days = min(replay.closing[name] + 1, replay.facts.days)
        spent.append(site.running_cost * days)
    return math.fsum(spent)


def cost(journey: Journey) -> float:
    """Return the cost of one movement, summed over its legs."""
    total = 0.0
    for leg, _ in journey.track.legs:
        vehicles = journey.vehicles if leg.mode is Mode.ROAD else 0
        total += leg.cost_movement + leg.cost_vehicle * vehicles
        total += leg.cost_person * journey.persons
    return total


def values_are_stated(replay: Replay, found: Objectives) -> Iterator[Violation]:
    """Ensures that the plan states the values that follow from it (§24.3)."""
    stated = replay.plan.objectives
    for name in (*NAMES, "weighted"):
        said, is_so = getattr(stated, name), getattr(found, name)
        if not _same(said, is_so):
            message = f"the plan states {name} {said:,.3f}; it is {is_so:,.3f}"
            off = abs(said - is_so)
            amount = off if math.isfinite(off) else abs(is_so)
            yield replay.facts.breach("24.3", name, message, amount=amount)
    if not _same(replay.plan.proof.value, found.weighted):
        value = replay.plan.proof.value
        message = (
            f"the proof is of a value of {value:,.3f}; it is {found.weighted:,.3f}"
        )
        yield replay.facts.breach("24.3", "proof", message)


def bound_holds(replay: Replay, found: Objectives) -> Iterator[Violation]:
    """Ensures that a plan that keeps all laws is not better than its bound (§25.1)."""
    bound, value = replay.plan.proof.bound, found.weighted
    if bound is not None and bound > value and not _same(bound, value):
        message = f"the plan weighs {value:,.3f}, less than the bound {bound:,.3f}"
        amount = bound - value
        yield replay.facts.breach("25.1", "proof", message, amount=amount)
    for name in NAMES if replay.plan.proof.bounds else ():
        least, is_so = getattr(replay.plan.proof.bounds, name), getattr(found, name)
        if least is not None and least > is_so and not _same(least, is_so):
            message = f"{name} is {is_so:,.3f}, less than its bound {least:,.3f}"
            yield replay.facts.breach("25.1", name, message, amount=least - is_so)


def _same(one: float, other: float) -> bool:
    """Return whether two figures agree to the last unit that a file keeps."""
    return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-3)


def restated(plan: Plan, found: Objectives) -> Plan:
    """Return a plan that states the values that follow from it."""
    proof = replace(plan.proof, value=found.weighted)
    return replace(plan, objectives=found, proof=proof)
