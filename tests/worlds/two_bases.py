"""Two bases on one road: solvable by hand, no escort, no permit, nothing to spare."""

from datetime import date, timedelta

from drawdown.mission import (
    Carrier,
    Decision,
    Exit,
    ExitKind,
    Fleet,
    FleetKind,
    Hazard,
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
    Unit,
)
from drawdown.mission.lots import Disposition
from drawdown.plan import (
    Closure,
    ClosureMode,
    Load,
    Movement,
    Objectives,
    People,
    Plan,
    Proof,
)

START = date(2030, 3, 1)


def on(day: int) -> date:
    """Return the date of a day."""
    return START + timedelta(days=day)


def mission() -> Mission:
    """Return ALPHA and BRAVO, one road to PORT, four trucks at BRAVO."""
    return Mission(
        header=Header(mission_id="TWO-BASES", name="Two bases", start=START),
        decision=Decision(deadline=on(9)),
        planning=Planning(overrun_days=5),
        sites=(site("ALPHA", guard_minimum=5), site("BRAVO", guard_minimum=4)),
        exits=(Exit(exit_id="PORT", name="Port", kind=ExitKind.PORT),),
        units=(
            Unit(unit_id="A-INF", site_id="ALPHA", strength=20, guard_capable=12),
            Unit(unit_id="B-INF", site_id="BRAVO", strength=10, guard_capable=6),
        ),
        lots=(
            Lot(
                lot_id="A-CONT",
                site_id="ALPHA",
                class_id="container",
                owner=Owner.COE,
                kind=ItemKind.CONTAINER,
                carried_by=Carrier.TRUCK,
                count=4,
                value=100.0,
                repatriate=0.0,
                destroy=1.0,
            ),
        ),
        fleets=(
            Fleet(fleet_id="TRUCKS", kind=FleetKind.TRUCK, home_id="BRAVO", count=4),
        ),
        legs=(road("A-B", "ALPHA", "BRAVO"), road("B-P", "BRAVO", "PORT")),
        routes=(
            Route(
                route_id="A-B",
                from_id="ALPHA",
                to_id="BRAVO",
                legs=("A-B",),
                two_way=True,
            ),
            Route(route_id="B-P", from_id="BRAVO", to_id="PORT", legs=("B-P",)),
        ),
        hazards=(Hazard(leg_id="A-B", attacks=0.01),),
    )


def site(name: str, *, guard_minimum: int) -> Site:
    """Return a site that packs two items a day and costs 10 USD a day."""
    return Site(
        site_id=name,
        name=name.title(),
        kind="base",
        packing_per_day=2.0,
        guard_minimum=guard_minimum,
        running_cost=10.0,
    )


def road(name: str, start: str, end: str) -> Leg:
    """Return a road of one day for one convoy of 4 vehicles and 30 persons a day."""
    return Leg(
        leg_id=name,
        from_id=start,
        to_id=end,
        mode=Mode.ROAD,
        days=1.0,
        per_day=1,
        convoy_vehicles=4,
        convoy_persons=30,
        cost_movement=1.0,
    )


def plan() -> Plan:
    """Return the best plan: trucks up on day 0, ALPHA out on day 2, BRAVO on day 3.

    Attacks: two passages of A-B at 0.01. Money: ALPHA 3 days and BRAVO 4 days at 10,
    three legs at 1.
    """
    values = Objectives(
        people_late=0.0,
        attacks=0.02,
        protection_gap=0.0,
        loss=0.0,
        money=73.0,
        weighted=16_073.0,
    )
    return Plan(
        mission="TWO-BASES",
        objectives=values,
        proof=Proof(value=values.weighted, bound=values.weighted),
        closures=(
            Closure(site="ALPHA", closed=on(2), mode=ClosureMode.LEFT),
            Closure(site="BRAVO", closed=on(3), mode=ClosureMode.LEFT),
        ),
        movements=(
            Movement(
                movement="M1", route="A-B~", departs=on(0), arrives=on(1), trucks=4
            ),
            Movement(
                movement="M2",
                route="A-B",
                departs=on(2),
                arrives=on(3),
                trucks=4,
                people=(People(unit="A-INF", persons=20, guards=12),),
                loads=(Load(lot="A-CONT", count=4),),
            ),
            Movement(
                movement="M3",
                route="B-P",
                departs=on(3),
                arrives=on(4),
                trucks=4,
                people=(
                    People(unit="A-INF", persons=20, guards=12),
                    People(unit="B-INF", persons=10, guards=6),
                ),
                loads=(
                    Load(lot="A-CONT", count=4, disposition=Disposition.REPATRIATE),
                ),
            ),
        ),
    )
