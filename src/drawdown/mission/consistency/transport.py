"""Fleets: they have what their kind needs."""

from collections.abc import Iterator

from drawdown.mission.consistency.finding import Finding, check
from drawdown.mission.mission import Mission


@check("fleets.kind", "fleets.count", "fleets.sorties_per_week")
def fleets_have_vehicles_or_sorties(mission: Mission) -> Iterator[Finding]:
    """Find fleets that can carry nothing, and numbers that their kind does not use."""
    for number, fleet in enumerate(mission.fleets):
        column = "count" if fleet.kind.stands else "sorties_per_week"
        if not getattr(fleet, column):
            yield Finding(
                table="fleets",
                row=number,
                column=column,
                message=f"a fleet of kind {fleet.kind} without {column} carries "
                "nothing",
                hint=f"give {column}",
                level="warning",
            )


CHECKS = (fleets_have_vehicles_or_sorties,)
