"""Lots: the containers and vehicles of each site, shared out over the classes."""

import math

from building.shared import Cells, assumed, by, evidence, spread
from drawdown.mission import Carrier, ItemKind, Lot, Owner

UNITS_PER_CREW_DAY = 12
"""Packing effort is counted in twelfths of a crew-day, in whole numbers."""

NEEDED_TO_THE_END = frozenset(
    {
        "coe_weapons_ammo",
        "coe_comms",
        "coe_medical",
        "coe_camp",
        "coe_power_water",
        "veh_armoured",
    }
)
"""Classes of which the rear party needs its share until shortly before closure."""

EVIDENCE = "which dispositions are allowed is reported; share, value and rates assumed"

DISPOSITIONS = ("repatriate", "transfer", "gift", "sell", "destroy")


def effort(row: Cells) -> int:
    """Return the packing effort of one item of a class."""
    return max(1, round(UNITS_PER_CREW_DAY / float(row["handling_per_crew_day"])))


def shares(classes: list[Cells], total_of: str) -> list[Cells]:
    """Return the classes that share out one total (containers_coe …)."""
    return [row for row in classes if row["split_of"] == total_of]


def counts(classes: list[Cells], site: Cells) -> dict[str, int]:
    """Return the items of each class at a site; they sum to the totals of the site."""
    found: dict[str, int] = {}
    for total in ("containers_coe", "containers_unoe", "vehicles"):
        of_total = shares(classes, total)
        parts = spread(int(site[total]), [float(row["share"]) for row in of_total])
        found |= {
            row["class_id"]: n for row, n in zip(of_total, parts, strict=True) if n
        }
    return found


def lots(
    classes: list[Cells],
    site: Cells,
    *,
    last_share: float,
    can_receive: bool,
    consent_known: bool,
) -> list[Lot]:
    """Return the lots of one site.

    ``last_share`` of the classes that the rear party needs stays until shortly before
    the closing day. Where nobody of the State can receive, nothing is given or sold.
    Contingents' armour is destroyed only with the consent of the owner.
    """
    found = []
    for row in classes:
        count = counts(classes, site).get(row["class_id"], 0)
        last = 0
        if row["class_id"] in NEEDED_TO_THE_END:
            last = math.ceil(count * last_share)
        for part, items in (("", count - last), ("last", last)):
            if items:
                found.append(_lot(row, site, items, part, can_receive, consent_known))
    return found


def _lot(
    row: Cells, site: Cells, items: int, part: str, receive: bool, consent: bool
) -> Lot:
    class_id, site_id = row["class_id"], site["site_id"]
    notes = [EVIDENCE]
    losses = {d: row[f"loss_{d}"] for d in DISPOSITIONS}
    if not receive and (losses["gift"] or losses["sell"]):
        losses |= {"gift": "", "sell": ""}
        notes.append("no gift, no sale: nobody of the State is there to receive")
    if class_id == "veh_armoured" and not consent:
        losses["destroy"] = ""
        notes.append("not destroyed: the owner's consent was not known on the day")
    if part:
        notes.append("the part that the rear party needs to the end")
    vehicle = row["unit"] == "vehicle"
    return Lot(
        lot_id=f"{site_id}-{class_id}{'-last' if part else ''}",
        site_id=site_id,
        class_id=class_id,
        name=row["name"],
        owner=Owner(row["owner"]),
        kind=ItemKind.VEHICLE if vehicle else ItemKind.CONTAINER,
        carried_by=_carrier(class_id) if vehicle else Carrier.TRUCK,
        count=items,
        value=float(row["unit_value_usd"]),
        effort=float(effort(row)),
        needed_days=int(row["needed_until_days_before_closure"]) if part else 0,
        sensitive=row["sensitive"] == "yes",
        **{d: float(loss) if loss else None for d, loss in losses.items()},
        evidence=evidence(row["confidence"], row["source"], "; ".join(notes)),
        values={
            "count": assumed("assumed total of the site times an assumed share"),
            "value": assumed(),
        }
        | {d: assumed() for d, loss in losses.items() if loss},
    )


def _carrier(class_id: str) -> Carrier:
    return Carrier.LOW_LOADER if class_id == "veh_plant" else Carrier.SELF


def packing_per_day(classes: list[Cells], site: Cells, days: int) -> int:
    """Return the effort a day that packs a site in so many days, rounded up."""
    rows = by(classes, "class_id")
    total = sum(n * effort(rows[c]) for c, n in counts(classes, site).items())
    return math.ceil(total / days)
