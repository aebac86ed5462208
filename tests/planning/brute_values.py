"""The least of one value in any plan of a tiny mission, by trying all."""

from dataclasses import replace

from tests.planning.brute_force import Best, best_plan

from drawdown.mission import Mission, Weights


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
