"""Units of contributing countries, civilians, and those who remain."""

from collections.abc import Mapping

from building.shared import Cells, assumed, day, derived, evidence, spread
from drawdown.mission import Unit

ROLES = {"signals/guard": "guard", "convoy escort": "convoy_escort"}
"""Roles of the tables in one word; of the others the first word is taken."""


def role(text: str) -> str:
    """Return a role in one word, as a task asks for it."""
    return ROLES.get(text) or text.split("/")[0].strip()


def unit(
    row: Cells,
    *,
    strength: str,
    escort_persons: int,
    remains: int,
    exits: tuple[str, ...],
    note: str = "",
) -> Unit:
    """Return one unit; its escorts do not count among its guards (law 7.2)."""
    persons = int(row[strength])
    guards = min(int(row["guard_capable_strength"]), persons - escort_persons)
    reduced = guards < int(row["guard_capable_strength"])
    known = row["strength_basis"] == "reported"
    values = {
        "strength": evidence(
            "reported" if known else "assumed",
            row["source"] if known else "",
            row["strength_basis"],
        ),
        "guard_capable": assumed(
            f"{row['guard_capable_strength']} less the escorts" if reduced else ""
        ),
        "exits": assumed(),
    }
    if row["fixed_leaving"]:
        values["leaves_by"] = evidence(
            row["fixed_leaving_confidence"], "", row["fixed_leaving_note"]
        )
    if remains:
        values["remains"] = assumed("see README: who remains")
    return Unit(
        unit_id=row["contingent_id"],
        country=row["country"],
        name=row["unit"],
        role=role(row["role"]),
        site_id=row["site_id"],
        strength=persons,
        guard_capable=guards,
        leaves_by=day(row["fixed_leaving"]),
        remains=remains,
        exits=exits,
        evidence=evidence(row["confidence"], row["source"], note or row["role"]),
        values=values,
    )


def civilians(
    sites: list[Cells],
    column: str,
    *,
    total_national: int,
    remain: Mapping[str, tuple[int, int]],
    exits: tuple[str, ...],
    note: str,
) -> list[Unit]:
    """Return the international and the national civilians of each site.

    ``remain`` gives, by site, the international and the national liquidation team.
    """
    everyone = [int(site[column]) for site in sites]
    national = spread(total_national, everyone)
    found = []
    for site, total, local in zip(sites, everyone, national, strict=True):
        team = remain.get(site["site_id"], (0, 0))
        if total - local:
            found.append(_civilians(site, total - local, team[0], False, exits, note))
        if local:
            found.append(_civilians(site, local, team[1], True, (), note))
    return found


def _civilians(
    site: Cells,
    persons: int,
    remains: int,
    local: bool,
    exits: tuple[str, ...],
    note: str,
) -> Unit:
    kind = "national" if local else "international"
    values = {"exits": assumed()} if exits else {}
    if remains:
        values["remains"] = assumed("liquidation team; its size was not found")
    return Unit(
        unit_id=f"CIV-{site['site_id']}-{'N' if local else 'I'}",
        name=f"{kind} civilian staff",
        role="civilian",
        site_id=site["site_id"],
        strength=persons,
        remains=remains,
        local=local,
        exits=exits,
        evidence=assumed(f"split over the sites assumed; {note}"),
        values=values | {"local": derived(note)},
    )
