"""One landing, one barge a week: the deadline cannot be met, lateness by hand."""

from datetime import date, timedelta

from drawdown.mission import (
    Authority,
    Carrier,
    Community,
    Decision,
    Exit,
    ExitKind,
    Fleet,
    FleetKind,
    Header,
    ItemKind,
    Leg,
    Lot,
    Mission,
    Mode,
    Owner,
    Planning,
    Route,
    Site,
    Threat,
    Unit,
)
from drawdown.mission.lots import Disposition
from drawdown.plan import (
    Closure,
    ClosureMode,
    Disposal,
    Load,
    Movement,
    Objectives,
    People,
    Plan,
    Proof,
)

START = date(2030, 5, 1)


def on(day: int) -> date:
    """Return the date of a day."""
    return START + timedelta(days=day)


def mission() -> Mission:
    """Return BANK with 24 people, and a barge of 10 seats that goes once a week."""
    return Mission(
        header=Header(mission_id="RIVER-LANDING", name="Landing", start=START),
        decision=Decision(deadline=on(6)),
        planning=Planning(overrun_days=14),
        authorities=(
            Authority(
                authority_id="PROTECT",
                name="Protect",
                protects=True,
                radius_km=10.0,
                end=on(4),
            ),
        ),
        sites=(
            Site(
                site_id="BANK",
                name="Bank",
                kind="landing",
                latitude=10.0,
                longitude=2.0,
                packing_per_day=1.0,
                disposal_per_day=1.0,
                guard_minimum=4,
                running_cost=7.0,
            ),
        ),
        exits=(Exit(exit_id="QUAY", name="Quay", kind=ExitKind.PORT),),
        units=(Unit(unit_id="INF", site_id="BANK", strength=24, guard_capable=10),),
        lots=(
            Lot(
                lot_id="CRATES",
                site_id="BANK",
                class_id="crate",
                owner=Owner.UNOE,
                kind=ItemKind.CONTAINER,
                carried_by=Carrier.TRUCK,
                count=3,
                value=40.0,
                transfer=0.25,
                destroy=1.0,
            ),
        ),
        fleets=(
            Fleet(
                fleet_id="BARGE",
                kind=FleetKind.VESSEL,
                home_id="BANK",
                sorties_per_week=1,
                seats=10,
                slots=2,
            ),
        ),
        legs=(
            Leg(
                leg_id="RIVER",
                from_id="BANK",
                to_id="QUAY",
                mode=Mode.RIVER,
                days=2.5,
                per_day=1,
                fleet_id="BARGE",
                cost_movement=30.0,
                cost_person=1.0,
            ),
        ),
        routes=(
            Route(route_id="RIVER", from_id="BANK", to_id="QUAY", legs=("RIVER",)),
        ),
        communities=(
            Community(
                community_id="TOWN",
                name="Town",
                latitude=10.0,
                longitude=2.05,
                population=200,
            ),
        ),
        threats=(Threat(community_id="TOWN", threat=0.5),),
    )


def plan() -> Plan:
    """Return the best plan: voyages on days 0, 7 and 14, each 3 days long.

    Late: 14 people on days 7 to 9, 4 on days 10 to 16: 42 + 28. Loss: one crate
    destroyed (40), two transferred (20). Money: 15 days at 7, three voyages at 30,
    24 persons at 1. The authority lapses after day 4: 100 people on days 5 and 6.
    """
    values = Objectives(
        people_late=70.0,
        attacks=0.0,
        protection_gap=0.0,
        loss=60.0,
        money=219.0,
        weighted=70 * 50_000.0 + 60.0 + 219.0,
    )
    return Plan(
        mission="RIVER-LANDING",
        objectives=values,
        proof=Proof(value=values.weighted),
        closures=(Closure(site="BANK", closed=on(14), mode=ClosureMode.LEFT),),
        movements=(
            voyage(0, persons=10, guards=0),
            voyage(7, persons=10, guards=6, crates=2),
            voyage(14, persons=4, guards=4),
        ),
        disposals=(
            Disposal(lot="CRATES", disposition=Disposition.DESTROY, count=1, on=on(2)),
        ),
    )


def voyage(day: int, *, persons: int, guards: int, crates: int = 0) -> Movement:
    """Return one voyage of the barge."""
    crate = Load(lot="CRATES", count=crates, disposition=Disposition.TRANSFER)
    return Movement(
        movement=f"V{day}",
        route="RIVER",
        departs=on(day),
        arrives=on(day + 3),
        people=(People(unit="INF", persons=persons, guards=guards),),
        loads=(crate,) if crates else (),
    )
