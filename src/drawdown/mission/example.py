"""The example of the template: one row or two for each table, and all in order."""

from datetime import date

from drawdown.mission.actuals import ClosureActual, DepartureActual
from drawdown.mission.decision import Authority, Decision, Deliverable
from drawdown.mission.duties import Community, Task, Threat
from drawdown.mission.lots import Carrier, ItemKind, Lot, Owner
from drawdown.mission.mission import Header, Mission
from drawdown.mission.routes import Hazard, Leg, Mode, Permit, Route, Window
from drawdown.mission.sites import Crew, Exit, ExitKind, Node, Site, Step, Timing
from drawdown.mission.transport import Fleet, FleetKind
from drawdown.mission.units import Escort, Unit
from drawdown.quantities import Confidence, Evidence

ASSUMED = Evidence(source="example", confidence=Confidence.ASSUMED)


def example() -> Mission:
    """Return a small mission that has a row in every table and no problem."""
    return Mission(
        header=Header(
            mission_id="example",
            name="Name of the mission",
            host_state="Name of the State",
            start=date(2030, 1, 1),
        ),
        decision=Decision(
            symbol="S/RES/0000 (2029)",
            adopted=date(2029, 12, 20),
            cessation=date(2029, 12, 31),
            deadline=date(2030, 6, 30),
            liquidation_from=date(2030, 7, 1),
        ),
        authorities=_authorities(),
        deliverables=(
            Deliverable(
                deliverable_id="plan",
                name="Plan of the withdrawal, to the Council",
                party="Secretary-General",
                due=date(2030, 2, 15),
            ),
        ),
        sites=_sites(),
        steps=_steps(),
        crews=(Crew(crew_id="survey", name="Survey teams", teams=2),),
        nodes=(Node(node_id="FORK", name="The fork of the roads"),),
        exits=(
            Exit(exit_id="PORT", name="The port", kind=ExitKind.PORT, items_per_day=40),
        ),
        units=_units(),
        escorts=(
            Escort(
                escort_id="ESCORT-1",
                group="ESCORTS",
                unit_id="HQ-BATTALION",
                home_id="HQ",
                companies=1,
                persons=100,
                rest_days=1,
            ),
        ),
        lots=_lots(),
        fleets=(
            Fleet(fleet_id="TRUCKS", kind=FleetKind.TRUCK, home_id="HQ", count=20),
        ),
        legs=_legs(),
        routes=_routes(),
        windows=(
            Window(
                window_id="RAINS",
                leg_id="CAMP-FORK",
                start=date(2030, 3, 1),
                end=date(2030, 3, 20),
                reason="Rains",
            ),
        ),
        hazards=(Hazard(leg_id="CAMP-FORK", attacks=0.05),),
        permits=(
            Permit(permit_zone="NORTH", mode=Mode.ROAD, lead_days=3, refusal=0.1),
        ),
        tasks=_tasks(),
        communities=_communities(),
        threats=(Threat(community_id="TOWN", threat=0.2),),
        closures_actual=(
            ClosureActual(
                site_id="CAMP",
                planned_from=date(2030, 3, 1),
                planned_to=date(2030, 3, 31),
            ),
        ),
        departures_actual=(
            DepartureActual(on=date(2030, 1, 31), persons=60, uniformed=60),
        ),
    )


def _authorities() -> tuple[Authority, ...]:
    return (
        Authority(
            authority_id="protect",
            name="Respond to threats to civilians near the sites",
            end=date(2030, 3, 31),
            protects=True,
            radius_km=20.0,
        ),
    )


def _sites() -> tuple[Site, ...]:
    return (
        Site(
            site_id="CAMP",
            name="A camp",
            kind="camp",
            latitude=12.5,
            longitude=-7.0,
            running_cost=10_000.0,
            beds=400,
            yard=60,
            packing_per_day=4.0,
            disposal_per_day=2.0,
            guard_minimum=60,
            thin_out_days=3,
            thin_out_minimum=30,
            counterpart="Governor of the region",
            counterpart_from=date(2030, 1, 15),
            evidence=ASSUMED,
        ),
        Site(
            site_id="HQ",
            name="The headquarters",
            kind="headquarters",
            running_cost=50_000.0,
            packing_per_day=10.0,
            guard_minimum=80,
            liquidation=True,
            liquidation_guard=20,
            evidence=ASSUMED,
        ),
    )


def _steps() -> tuple[Step, ...]:
    return (
        Step(
            step_id="inventory",
            site_kind="camp",
            name="Inventory",
            timing=Timing.OPENING,
            days=3,
            crew="survey",
        ),
        Step(
            step_id="clearance",
            site_kind="camp",
            name="Environmental clearance",
            timing=Timing.CLOSING,
            days=4,
            crew="survey",
        ),
        Step(
            step_id="handover",
            site_kind="camp",
            name="Inspection and handover",
            timing=Timing.CLOSING,
            after=("clearance",),
            days=1,
            crew="survey",
            needs_counterpart=True,
        ),
        Step(
            step_id="stocktaking",
            site_kind="headquarters",
            name="Stocktaking",
            timing=Timing.OPENING,
            days=5,
            crew="survey",
        ),
    )


def _units() -> tuple[Unit, ...]:
    return (
        Unit(
            unit_id="CAMP-BATTALION",
            country="A country",
            role="infantry",
            site_id="CAMP",
            strength=300,
            guard_capable=200,
            evidence=ASSUMED,
        ),
        Unit(
            unit_id="HQ-BATTALION",
            country="A country",
            role="infantry",
            site_id="HQ",
            strength=400,
            guard_capable=250,
            remains=40,
            evidence=ASSUMED,
        ),
    )


def _lots() -> tuple[Lot, ...]:
    return (
        Lot(
            lot_id="CAMP-TENTS",
            site_id="CAMP",
            class_id="camp",
            name="Tents and camp equipment",
            owner=Owner.UNOE,
            kind=ItemKind.CONTAINER,
            carried_by=Carrier.TRUCK,
            count=20,
            value=15_000.0,
            needed_days=7,
            transfer=0.1,
            gift=0.8,
            evidence=ASSUMED,
        ),
        Lot(
            lot_id="CAMP-WEAPONS",
            site_id="CAMP",
            class_id="ammunition",
            name="Ammunition",
            owner=Owner.COE,
            kind=ItemKind.CONTAINER,
            carried_by=Carrier.TRUCK,
            count=2,
            sensitive=True,
            repatriate=0.0,
            destroy=1.0,
            evidence=ASSUMED,
        ),
    )


def _legs() -> tuple[Leg, ...]:
    return (
        Leg(
            leg_id="CAMP-FORK",
            from_id="CAMP",
            to_id="FORK",
            mode=Mode.ROAD,
            length_km=150.0,
            days=0.5,
            per_day=1,
            convoy_vehicles=30,
            convoy_persons=150,
            escorts=1,
            cost_movement=1_000.0,
            permit_zone="NORTH",
        ),
        _main_road("FORK-HQ", "FORK", "HQ", 0.5),
        _main_road("HQ-PORT", "HQ", "PORT", 3.0),
    )


def _main_road(name: str, start: str, end: str, days: float) -> Leg:
    return Leg(
        leg_id=name,
        from_id=start,
        to_id=end,
        mode=Mode.ROAD,
        days=days,
        per_day=2,
        convoy_vehicles=40,
        convoy_persons=200,
        secure=True,
        cost_movement=1_000.0,
        cost_vehicle=300.0,
    )


def _routes() -> tuple[Route, ...]:
    return (
        Route(
            route_id="CAMP-HQ",
            from_id="CAMP",
            to_id="HQ",
            legs=("CAMP-FORK", "FORK-HQ"),
            two_way=True,
        ),
        Route(
            route_id="HQ-PORT",
            from_id="HQ",
            to_id="PORT",
            legs=("HQ-PORT",),
            two_way=True,
        ),
    )


def _tasks() -> tuple[Task, ...]:
    return (
        Task(
            task_id="PATROLS",
            name="Patrols around the market",
            site_id="CAMP",
            recipient="National police",
            recipient_kind="host State",
            ready=date(2030, 2, 1),
            handover_days=5,
            role="infantry",
            protects=True,
            effect=0.5,
        ),
    )


def _communities() -> tuple[Community, ...]:
    return (
        Community(
            community_id="TOWN",
            name="A town",
            latitude=12.55,
            longitude=-7.05,
            population=10_000,
        ),
    )
