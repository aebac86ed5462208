"""Legs: they lead somewhere, and somebody can carry a movement along them."""

from collections.abc import Iterator

from drawdown.mission.consistency.finding import Finding, check
from drawdown.mission.mission import Mission
from drawdown.mission.routes import Leg, Mode
from drawdown.mission.transport import FleetKind

CARRIERS = {
    Mode.AIR: FleetKind.AIRCRAFT,
    Mode.RIVER: FleetKind.VESSEL,
    Mode.SEA: FleetKind.VESSEL,
}


@check("legs.from_id", "legs.to_id")
def legs_lead_somewhere_else(mission: Mission) -> Iterator[Finding]:
    """Find legs that end where they start."""
    for number, leg in enumerate(mission.legs):
        if leg.from_id == leg.to_id:
            yield _leg(
                number, "to_id", f"{leg.leg_id} leads from {leg.from_id} to itself", ""
            )


@check("legs.mode", "legs.fleet_id", "fleets.kind")
def legs_have_the_fleet_of_their_mode(mission: Mission) -> Iterator[Finding]:
    """Find legs by air, river or sea without a fleet, or with one that cannot go."""
    kinds = {fleet.fleet_id: fleet.kind for fleet in mission.fleets}
    for number, leg in enumerate(mission.legs):
        wrong = _wrong_fleet(leg, kinds.get(leg.fleet_id or ""))
        if wrong:
            yield _leg(number, "fleet_id", *wrong)


def _wrong_fleet(leg: Leg, kind: FleetKind | None) -> tuple[str, str] | None:
    """Return what is wrong with the fleet of a leg, and how to mend it."""
    if leg.mode is Mode.ROAD:
        if leg.fleet_id is None:
            return None
        return (
            f"{leg.leg_id} is a road, and a fleet is named to carry its movements",
            "empty the cell: trucks serve all roads",
        )
    if leg.fleet_id is None:
        return (
            f"no fleet carries movements on {leg.leg_id}, which goes by {leg.mode}",
            f"name a fleet of kind {CARRIERS[leg.mode]}",
        )
    if kind is not None and kind is not CARRIERS[leg.mode]:
        return (
            f"{leg.leg_id} goes by {leg.mode}, and {leg.fleet_id} is a fleet of kind "
            f"{kind}",
            f"name a fleet of kind {CARRIERS[leg.mode]}",
        )
    return None


@check("legs.mode", "legs.per_day", "legs.convoy_vehicles", "legs.convoy_persons")
def legs_let_something_pass(mission: Mission) -> Iterator[Finding]:
    """Find legs that no movement, or only an empty one, can enter."""
    for number, leg in enumerate(mission.legs):
        if not leg.per_day:
            yield _idle(number, "per_day", f"no movement can enter {leg.leg_id}")
        elif leg.mode is Mode.ROAD and not (leg.convoy_vehicles or leg.convoy_persons):
            yield _idle(
                number,
                "convoy_vehicles",
                f"a movement on {leg.leg_id} has no vehicles and no people",
            )


@check("legs.escorts", "escorts.companies", "escorts.group", "escorts.legs")
def some_group_can_escort(mission: Mission) -> Iterator[Finding]:
    """Find legs that need more companies than any group has (law 13.4)."""
    for number, leg in enumerate(mission.legs):
        if not leg.escorts:
            continue
        groups: dict[str, int] = {}
        for escort in mission.escorts:
            if not escort.legs or leg.leg_id in escort.legs:
                group = escort.group
                groups[group] = groups.get(group, 0) + escort.companies
        most = max(groups.values(), default=0)
        if most < leg.escorts:
            yield _idle(
                number,
                "escorts",
                f"{leg.leg_id} needs {leg.escorts} companies; a group that serves it "
                f"has {most} at most (law 13.4)",
            )


def _leg(row: int, column: str, message: str, hint: str) -> Finding:
    return Finding(table="legs", row=row, column=column, message=message, hint=hint)


def _idle(row: int, column: str, message: str) -> Finding:
    return Finding(
        table="legs",
        row=row,
        column=column,
        message=message,
        hint="correct the number, if the leg is to be used",
        level="warning",
    )


CHECKS = (
    legs_lead_somewhere_else,
    legs_have_the_fleet_of_their_mode,
    legs_let_something_pass,
    some_group_can_escort,
)
