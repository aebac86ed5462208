"""The steps of closing, and the crews that all blocks share."""

from collections.abc import Iterator
from math import ceil

from drawdown.mission.generating.block import GENERATED
from drawdown.mission.sites import Crew, Step, Timing

# Days of inventory, clearance and inspection for each kind of site.
DAYS = {"hub": (3, 10, 2), "camp": (2, 6, 1), "outpost": (1, 4, 1)}
TEAMS_IN_A_BLOCK = {"survey": 4, "clearance": 4, "liaison": 3}
LIAISON = "liaison"


def steps() -> Iterator[Step]:
    """Yield the steps of every kind of site."""
    for kind, (inventory, clearance, inspection) in DAYS.items():
        yield _step(kind, "inventory", Timing.OPENING, inventory, "survey")
        yield _step(kind, "clearance", Timing.CLOSING, clearance, "clearance")
        yield _step(
            kind, "inspection", Timing.CLOSING, inspection, "survey", after="clearance"
        )
        yield _step(kind, "signing", Timing.CLOSING, 1, LIAISON, after="inspection")


def _step(
    kind: str, name: str, timing: Timing, days: int, crew: str, *, after: str = ""
) -> Step:
    return Step(
        step_id=f"{kind}-{name}",
        site_kind=kind,
        name=name.capitalize(),
        timing=timing,
        after=(f"{kind}-{after}",) if after else (),
        days=days,
        crew=crew,
        needs_counterpart=name == "signing",
        evidence=GENERATED,
    )


def crews(sites: int) -> Iterator[Crew]:
    """Yield the crews; their teams grow with the number of sites."""
    for crew, teams in TEAMS_IN_A_BLOCK.items():
        yield Crew(
            crew_id=crew,
            name=f"{crew.capitalize()} teams",
            teams=max(1, ceil(teams * sites / 13)),
            evidence=GENERATED,
        )
