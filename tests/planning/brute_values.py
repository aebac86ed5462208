"""The least of one value in any plan of a tiny mission, by trying all."""

from dataclasses import replace

from tests.planning.brute_force import Best, best_plan

from drawdown.mission import Mission, Weights
from drawdown.verifying import verify


def best_by(mission: Mission, **weights: float) -> Best | None:
    """Return a best plan by these weights; a value without one weighs nothing.

    The search counts money and loss as they are, so the tables are priced instead.
    """
    loss, money = weights.pop("loss", 0.0), weights.pop("money", 0.0)
    nothing = {"people_late": 0.0, "attacks": 0.0, "protection_gap": 0.0}
    priced = replace(
        mission,
        weights=Weights(**{**nothing, **weights}, loss=1.0, money=1.0),
        sites=tuple(
            replace(site, running_cost=money * site.running_cost)
            for site in mission.sites
        ),
        lots=tuple(replace(lot, value=loss * lot.value) for lot in mission.lots),
        legs=tuple(
            replace(
                leg,
                cost_movement=money * leg.cost_movement,
                cost_vehicle=money * leg.cost_vehicle,
                cost_person=money * leg.cost_person,
            )
            for leg in mission.legs
        ),
    )
    return best_plan(priced)


def strictly_best(mission: Mission, names: tuple[str, ...]) -> dict[str, float]:
    """Return the values of the plans that are best in strict order of these names.

    One value after the other is made least, with those before it at a weight under
    which none of them gives way; that none does is looked at.
    """
    found: dict[str, float] = {}
    for name in names:
        heavy = 10.0
        while True:
            weights = {
                earlier: heavy ** (len(found) - place) * SCALE[earlier]
                for place, earlier in enumerate(found)
            }
            best = best_by(mission, **weights, **{name: SCALE[name]})
            values = verify(mission, best.plan, stated=False).objectives
            if all(
                getattr(values, earlier) <= least + 1e-6 * (1 + least)
                for earlier, least in found.items()
            ):
                break
            heavy *= 10
        found[name] = getattr(values, name)
    return found


SCALE = {
    "people_late": 5e4,
    "attacks": 8e5,
    "protection_gap": 4.0,
    "loss": 1.0,
    "money": 1.0,
}
"""What makes one unit of each value weigh about alike."""
