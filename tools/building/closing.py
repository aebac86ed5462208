"""Closing steps and crews, from closing_steps.csv."""

from collections.abc import Mapping

from building.shared import Cells, assumed, of_row
from drawdown.mission import Crew, Step, Timing

OPENING = ("notice", "inventory")
MODELLED = {
    "packing": "packing is the rate of each site and lot (law 10), no step",
    "sensitive_out": "sensitive lots leave by movements under escort (law 11), no step",
}
"""Rows of the table that the model expresses otherwise."""


def steps(rows: list[Cells], kinds: Mapping[str, str]) -> tuple[Step, ...]:
    """Return the steps of each kind of site.

    ``kinds`` says for each kind of the mission which kind of the table it follows.
    """
    return tuple(
        _step(row, kind)
        for kind, like in kinds.items()
        for row in rows
        if row["site_kind"] == like and row["step"] not in MODELLED
    )


def crews(rows: list[Cells]) -> tuple[Crew, ...]:
    """Return the teams of each kind that the steps use."""
    used = {r["crew_kind"]: r for r in rows if r["step"] not in MODELLED}
    return tuple(
        Crew(
            crew_id=crew,
            name=f"{crew} teams",
            teams=int(row["crews_in_mission"]),
            evidence=assumed("number of teams assumed"),
        )
        for crew, row in used.items()
    )


def _step(row: Cells, kind: str) -> Step:
    name = row["step"]
    after = [s for s in row["after_steps"].split(";") if s and s not in MODELLED]
    if name == "last_convoy":  # also where inspection and handover are left out
        after = ["environment_certificate", *after]
    return Step(
        step_id=name,
        site_kind=kind,
        name=row["name"],
        timing=Timing.OPENING if name in OPENING else Timing.CLOSING,
        after=tuple(after),
        days=int(row["days"]),
        crew=row["crew_kind"],
        teams=int(row["crews_needed"]),
        needs_counterpart=row["needs_counterpart"] == "yes",
        evidence=of_row(row),
    )
