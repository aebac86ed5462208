"""Road and river legs, seasons, hazards and permits, from the shared tables."""

from datetime import date

from building.shared import Cells, assumed, evidence, of_row
from drawdown.mission import Hazard, Leg, Mode, Permit, Window, WindowState

RAIN_SLOWS = {"paved_degraded": 0.2, "laterite": 0.4, "track": 0.5, "sand": 1.0}
"""Days added in the rains, as a share of the days of the leg (assumed)."""

ESCORTED_MOVEMENT_DAY = 2_000.0
FREE_MOVEMENT_DAY = 300.0
"""USD a day: fuel and recovery of the escort; of a guide vehicle."""
PERSON_DAY = 15.0
"""USD a day: water and rations on the way."""


def road(
    row: Cells,
    *,
    zone: str | None,
    truck_day: float,
    escorts: int,
    secure: bool = False,
    note: str = "",
) -> Leg:
    """Return a road leg."""
    days = float(row["convoy_days_calm"])
    movement_day = ESCORTED_MOVEMENT_DAY if escorts else FREE_MOVEMENT_DAY
    price = assumed(f"{truck_day:g} USD a truck-day, the way out only")
    return Leg(
        leg_id=row["road_id"],
        from_id=row["from_id"],
        to_id=row["to_id"],
        name=row["name"],
        mode=Mode.ROAD,
        length_km=float(row["km"]),
        days=days,
        per_day=int(row["max_convoys_per_day"]),
        convoy_vehicles=int(row["max_vehicles_per_convoy"]),
        convoy_persons=int(row["max_persons_per_convoy"]),
        escorts=escorts,
        secure=secure,
        cost_movement=movement_day * days,
        cost_vehicle=truck_day * days,
        cost_person=PERSON_DAY * days if int(row["max_persons_per_convoy"]) else 0.0,
        permit_zone=zone,
        evidence=of_row(row, note),
        values={
            "days": assumed("days of a calm convoy"),
            "per_day": assumed(),
            "convoy_vehicles": assumed(row["planning_note"]),
            "convoy_persons": assumed(row["planning_note"]),
            "escorts": assumed(),
            "secure": assumed(),
            "cost_movement": assumed(f"{movement_day:g} USD a day"),
            "cost_vehicle": price,
            "cost_person": assumed(f"{PERSON_DAY:g} USD a day: water and rations"),
        },
    )


def rains(row: Cells, year: int, first: date, closed: list[Window]) -> list[Window]:
    """Return the slow season of a leg as one window from the first day of the plan.

    Where a window closes the leg in this season, the slow days lie around it.
    """
    share = RAIN_SLOWS.get(row["surface_class"], 0.0)
    if not row["rainy_months"] or not share:
        return []
    opens, ends = (int(month) for month in row["rainy_months"].split("-"))
    start = max(first, date(year, opens, 1))
    end = date(year, ends, 15 if ends == 10 else 30)
    extra = max(0.5, round(2 * share * float(row["convoy_days_calm"])) / 2)
    spans = [(start, end)]
    for gap in closed:
        spans = [
            part
            for a, b in spans
            for part in ((a, _before(gap.start)), (_after(gap.end), b))
            if part[0] <= part[1]
        ]
    return [
        Window(
            window_id=f"RAIN-{row['road_id']}{'' if not n else f'-{n + 1}'}",
            leg_id=row["road_id"],
            start=a,
            end=b,
            state=WindowState.SLOW,
            extra_days=extra,
            reason="rains",
            evidence=assumed(
                f"season {row['rainy_months']} of most years; {share:g} of the calm "
                f"days on {row['surface_class']} added"
            ),
        )
        for n, (a, b) in enumerate(spans)
    ]


def _before(when: date) -> date:
    return date.fromordinal(when.toordinal() - 1)


def _after(when: date) -> date:
    return date.fromordinal(when.toordinal() + 1)


def hazard(row: Cells) -> Hazard:
    """Return the rate of a leg, held for all days of the plan."""
    return Hazard(
        leg_id=row["leg_id"],
        attacks=float(row["attacks_per_passage"]),
        evidence=of_row(row, "rate of the first month, held for the whole plan"),
    )


def permit(row: Cells, zone: str) -> Permit:
    """Return the clearance of a region and mode, held for all days of the plan."""
    return Permit(
        permit_zone=zone,
        mode=Mode.AIR if row["mode"] == "flight" else Mode.ROAD,
        lead_days=int(row["lead_days"]),
        refusal=float(row["refusal_share"]),
        evidence=evidence(
            row["confidence"],
            row["source"],
            f"{row['note']}; rate of the first month, held for the whole plan",
        ),
    )
