"""Three sites where every law of the plan matters, with a valid plan made by hand."""

from datetime import date, timedelta

from drawdown.mission import (
    Authority,
    Carrier,
    Community,
    Crew,
    Decision,
    Escort,
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
    Node,
    Owner,
    Permit,
    Planning,
    Route,
    Site,
    Step,
    Task,
    Threat,
    Timing,
    Unit,
    Window,
    WindowState,
)
from drawdown.mission.lots import Disposition
from drawdown.plan import (
    Closure,
    ClosureMode,
    Disposal,
    EscortRelease,
    Handover,
    Load,
    Movement,
    Objectives,
    People,
    Plan,
    PlannedStep,
    Proof,
    Release,
    Residual,
)

START = date(2030, 1, 1)


def on(day: int) -> date:
    """Return the date of a day."""
    return START + timedelta(days=day)


def mission() -> Mission:
    """Return FORT (handed over), POST (left) and HUB (liquidation)."""
    return Mission(
        header=Header(mission_id="EVERY-LAW", name="Every law", start=START),
        decision=Decision(deadline=on(39)),
        planning=Planning(overrun_days=10),
        authorities=authorities(),
        sites=sites(),
        steps=steps(),
        crews=(Crew(crew_id="INSPECT", teams=1), Crew(crew_id="JOINT", teams=1)),
        nodes=(Node(node_id="FORK", name="Fork"),),
        exits=exits(),
        units=units(),
        escorts=escorts(),
        lots=lots(),
        fleets=fleets(),
        legs=legs(),
        routes=routes(),
        windows=windows(),
        hazards=(
            Hazard(leg_id="FORT-FORK", attacks=0.1),
            Hazard(leg_id="FORT-FORK", start=on(10), attacks=0.05),
            Hazard(leg_id="HUB-PORT", attacks=0.02),
        ),
        permits=(
            Permit(permit_zone="NORTH", mode=Mode.ROAD, lead_days=3, refusal=0.8),
            Permit(permit_zone="SKY", mode=Mode.AIR, lead_days=2),
        ),
        tasks=tasks(),
        communities=communities(),
        threats=(
            Threat(community_id="VILLAGE", end=on(19), threat=0.1),
            Threat(community_id="VILLAGE", start=on(20), end=on(25), threat=0.2),
            Threat(community_id="VILLAGE", start=on(26), threat=0.1),
            Threat(community_id="TOWN", threat=0.01),
            Threat(community_id="FAR", threat=1.0),
            Threat(community_id="UNCOUNTED", threat=1.0),
        ),
    )


def authorities() -> tuple[Authority, ...]:
    """Return one authority that protects, to day 29, and one that does not."""
    return (
        Authority(
            authority_id="PROTECT",
            name="Protect",
            end=on(29),
            protects=True,
            radius_km=20.0,
        ),
        Authority(authority_id="OPERATE", name="Operate", radius_km=500.0),
    )


def sites() -> tuple[Site, ...]:
    """Return the three sites; limits of beds and yards are just kept."""
    return (
        Site(
            site_id="FORT",
            name="Fort",
            kind="outpost",
            latitude=1.0,
            longitude=0.0,
            running_cost=50.0,
            beds=60,
            yard=21,
            packing_per_day=1.0,
            disposal_per_day=2.0,
            guard_minimum=30,
            thin_out_days=2,
            thin_out_minimum=10,
            close_not_before=on(10),
            close_by=on(30),
            counterpart="Prefect",
            counterpart_from=on(5),
            counterpart_to=on(28),
        ),
        Site(
            site_id="POST",
            name="Post",
            kind="post",
            running_cost=10.0,
            packing_per_day=2.0,
            disposal_per_day=1.0,
            guard_minimum=10,
        ),
        Site(
            site_id="HUB",
            name="Hub",
            kind="hub",
            latitude=0.0,
            longitude=0.0,
            running_cost=100.0,
            beds=150,
            yard=16,
            packing_per_day=1.0,
            disposal_per_day=2.0,
            guard_minimum=12,
            liquidation=True,
            liquidation_guard=14,
        ),
    )


def steps() -> tuple[Step, ...]:
    """Return steps for each kind of site; POST has no counterpart to sign."""
    return (
        step("notice", "outpost", Timing.OPENING, 2),
        step("clearance", "outpost", Timing.CLOSING, 2, after=("notice",)),
        Step(
            step_id="inspection",
            site_kind="outpost",
            name="Inspection",
            timing=Timing.CLOSING,
            after=("clearance",),
            days=1,
            crew="JOINT",
            needs_counterpart=True,
        ),
        step("word", "post", Timing.OPENING, 1),
        Step(
            step_id="signing",
            site_kind="post",
            name="Signing",
            timing=Timing.CLOSING,
            after=("word",),
            days=1,
            crew="JOINT",
            needs_counterpart=True,
        ),
        step("sweep", "post", Timing.CLOSING, 1, after=("word", "signing")),
        step("survey", "hub", Timing.OPENING, 1),
        step("farewell", "hub", Timing.CLOSING, 1, after=("survey",)),
    )


def step(
    name: str, kind: str, timing: Timing, days: int, after: tuple[str, ...] = ()
) -> Step:
    """Return a step of the inspectors."""
    return Step(
        step_id=name,
        site_kind=kind,
        name=name.title(),
        timing=timing,
        after=after,
        days=days,
        crew="INSPECT",
    )


def exits() -> tuple[Exit, ...]:
    """Return the way home for people, and the port for all."""
    return (
        Exit(
            exit_id="HOME",
            name="Home",
            kind=ExitKind.AIRPORT,
            items_per_day=1,
            persons_per_day=60,
            open_from=on(3),
        ),
        Exit(
            exit_id="PORT",
            name="Port",
            kind=ExitKind.PORT,
            items_per_day=9,
            persons_per_day=35,
            open_to=on(45),
        ),
    )


def units() -> tuple[Unit, ...]:
    """Return units with guards, with exits, with a date, local, remaining."""
    return (
        Unit(
            unit_id="FORT-INF",
            role="infantry",
            site_id="FORT",
            strength=50,
            guard_capable=35,
            exits=("PORT",),
        ),
        Unit(
            unit_id="FORT-ENG",
            role="engineers",
            site_id="FORT",
            strength=10,
            leaves_by=on(9),
            exits=("HOME",),
        ),
        Unit(unit_id="FORT-LOC", site_id="FORT", strength=5, local=True),
        Unit(
            unit_id="POST-INF",
            role="infantry",
            site_id="POST",
            strength=12,
            guard_capable=12,
        ),
        Unit(
            unit_id="HUB-INF",
            site_id="HUB",
            strength=40,
            guard_capable=25,
            remains=12,
        ),
        Unit(
            unit_id="HUB-STAFF", role="civilian", site_id="HUB", strength=15, remains=3
        ),
        Unit(unit_id="HUB-LOC", site_id="HUB", strength=8, local=True),
        Unit(unit_id="HUB-ESC", site_id="HUB", strength=60, guard_capable=10),
    )


def escorts() -> tuple[Escort, ...]:
    """Return two companies for the north, and one that only serves the port road."""
    return (
        Escort(
            escort_id="COYS",
            group="NORTHERN",
            unit_id="HUB-ESC",
            home_id="HUB",
            companies=2,
            persons=50,
            available_to=on(36),
            rest_days=1,
            legs=("FORT-FORK",),
        ),
        Escort(
            escort_id="RESERVE",
            group="SOUTHERN",
            unit_id="HUB-INF",
            home_id="HUB",
            companies=1,
            persons=15,
            available_from=on(1),
            legs=("HUB-PORT",),
        ),
    )


def lots() -> tuple[Lot, ...]:
    """Return lots of every carrier and disposition."""
    coe, unoe = Owner.COE, Owner.UNOE
    container, vehicle = ItemKind.CONTAINER, ItemKind.VEHICLE
    truck = Carrier.TRUCK
    return (
        Lot(
            lot_id="CAMP",
            site_id="FORT",
            class_id="camp",
            owner=coe,
            kind=container,
            carried_by=truck,
            count=6,
            value=100.0,
            needed_days=5,
            repatriate=0.0,
            destroy=1.0,
        ),
        Lot(
            lot_id="APC",
            site_id="FORT",
            class_id="apc",
            owner=coe,
            kind=vehicle,
            carried_by=Carrier.SELF,
            count=3,
            value=1000.0,
            effort=0.5,
            repatriate=0.0,
            transfer=0.1,
            exits=("PORT",),
        ),
        Lot(
            lot_id="TANK",
            site_id="FORT",
            class_id="tank",
            owner=coe,
            kind=vehicle,
            carried_by=Carrier.LOW_LOADER,
            count=2,
            value=2000.0,
            effort=2.0,
            repatriate=0.0,
            destroy=1.0,
        ),
        Lot(
            lot_id="AMMO",
            site_id="FORT",
            class_id="ammunition",
            owner=coe,
            kind=container,
            carried_by=truck,
            count=2,
            value=500.0,
            sensitive=True,
            repatriate=0.0,
            destroy=1.0,
        ),
        Lot(
            lot_id="CABIN",
            site_id="FORT",
            class_id="cabin",
            owner=unoe,
            kind=container,
            carried_by=truck,
            count=8,
            value=50.0,
            repatriate=0.1,
            gift=0.5,
            sell=0.4,
            destroy=1.0,
        ),
        Lot(
            lot_id="STORES",
            site_id="POST",
            class_id="stores",
            owner=unoe,
            kind=container,
            carried_by=truck,
            count=3,
            value=20.0,
            repatriate=0.0,
            gift=0.5,
        ),
        Lot(
            lot_id="GEAR",
            site_id="HUB",
            class_id="gear",
            owner=unoe,
            kind=container,
            carried_by=truck,
            count=5,
            value=10.0,
            needed_days=4,
            repatriate=0.0,
            sell=0.3,
        ),
    )


def fleets() -> tuple[Fleet, ...]:
    """Return trucks that must come home, low-loaders that may stay, and a jet."""
    return (
        Fleet(
            fleet_id="TRUCKS",
            kind=FleetKind.TRUCK,
            home_id="HUB",
            count=6,
            available_to=on(44),
        ),
        Fleet(
            fleet_id="LOADERS",
            kind=FleetKind.LOW_LOADER,
            home_id="FORT",
            count=2,
            available_from=on(2),
        ),
        Fleet(
            fleet_id="JET",
            kind=FleetKind.AIRCRAFT,
            home_id="HUB",
            available_from=on(3),
            available_to=on(44),
            sorties_per_week=2,
            seats=60,
            slots=1,
        ),
    )


def legs() -> tuple[Leg, ...]:
    """Return a road under escort and permit, plain roads, and a flight."""
    return (
        Leg(
            leg_id="FORT-FORK",
            from_id="FORT",
            to_id="FORK",
            mode=Mode.ROAD,
            days=0.6,
            per_day=2,
            convoy_vehicles=12,
            convoy_persons=60,
            escorts=1,
            permit_zone="NORTH",
            cost_movement=10.0,
            cost_vehicle=1.0,
            cost_person=0.5,
        ),
        Leg(
            leg_id="FORK-HUB",
            from_id="FORK",
            to_id="HUB",
            mode=Mode.ROAD,
            days=0.7,
            per_day=3,
            convoy_vehicles=15,
            convoy_persons=80,
            secure=True,
            cost_movement=5.0,
            cost_vehicle=1.0,
        ),
        Leg(
            leg_id="POST-HUB",
            from_id="POST",
            to_id="HUB",
            mode=Mode.ROAD,
            days=1.0,
            per_day=1,
            convoy_vehicles=5,
            convoy_persons=30,
            cost_movement=2.0,
        ),
        Leg(
            leg_id="HUB-PORT",
            from_id="HUB",
            to_id="PORT",
            mode=Mode.ROAD,
            days=2.0,
            per_day=2,
            convoy_vehicles=10,
            convoy_persons=40,
            secure=True,
            cost_movement=20.0,
            cost_vehicle=2.0,
            cost_person=1.0,
        ),
        Leg(
            leg_id="HUB-HOME",
            from_id="HUB",
            to_id="HOME",
            mode=Mode.AIR,
            days=0.3,
            one_way=True,
            per_day=2,
            secure=True,
            fleet_id="JET",
            permit_zone="SKY",
            cost_movement=1000.0,
            cost_person=2.0,
        ),
    )


def routes() -> tuple[Route, ...]:
    """Return the routes; one runs from FORT to the port without a stop."""
    north, south = ("FORT-FORK", "FORK-HUB"), ("HUB-PORT",)
    return (
        route("FORT-HUB", "FORT", "HUB", north, two_way=True),
        route("FORT-PORT", "FORT", "PORT", north + south),
        route("POST-HUB", "POST", "HUB", ("POST-HUB",), two_way=True),
        route("HUB-PORT", "HUB", "PORT", south, two_way=True),
        route("HUB-HOME", "HUB", "HOME", ("HUB-HOME",)),
    )


def route(
    name: str, start: str, end: str, along: tuple[str, ...], *, two_way: bool = False
) -> Route:
    """Return one route."""
    return Route(route_id=name, from_id=start, to_id=end, legs=along, two_way=two_way)


def windows() -> tuple[Window, ...]:
    """Return two closures, and slow days."""
    return (
        Window(
            window_id="FLOOD",
            leg_id="POST-HUB",
            start=on(8),
            end=on(10),
            reason="flood",
        ),
        Window(
            window_id="MUD",
            leg_id="POST-HUB",
            start=on(3),
            end=on(5),
            state=WindowState.SLOW,
            extra_days=0.5,
        ),
        Window(window_id="FIGHT", leg_id="FORT-FORK", start=on(15), end=on(16)),
    )


def tasks() -> tuple[Task, ...]:
    """Return tasks that are handed over, and two that are residual."""
    return (
        Task(
            task_id="WATER",
            name="Water",
            site_id="FORT",
            recipient="Prefecture",
            ready=on(5),
            handover_days=3,
            latest=on(15),
            role="engineers",
            crew="JOINT",
            teams=1,
            must=True,
        ),
        Task(
            task_id="PATROL",
            name="Patrol",
            site_id="FORT",
            recipient="Gendarmerie",
            ready=on(10),
            handover_days=2,
            role="infantry",
            protects=True,
            effect=0.4,
        ),
        Task(
            task_id="DATA",
            name="Data",
            recipient="Ministry",
            ready=on(20),
            role="civilian",
        ),
        Task(task_id="RADIO", name="Radio"),
        Task(
            task_id="CLINIC",
            name="Clinic",
            site_id="FORT",
            recipient="Doctors",
            latest=on(18),
        ),
    )


def communities() -> tuple[Community, ...]:
    """Return one near FORT, one near HUB, one near nothing, one of unknown size."""
    return (
        community("VILLAGE", 1.1, 1000),
        community("TOWN", 0.05, 500),
        community("FAR", 5.0, 900),
        community("UNCOUNTED", 1.05, None),
    )


def community(name: str, latitude: float, population: int | None) -> Community:
    """Return a community on the meridian of the sites."""
    return Community(
        community_id=name,
        name=name.title(),
        latitude=latitude,
        longitude=0.0,
        population=population,
    )


VALUES = Objectives(
    people_late=22.0,
    attacks=0.94,
    protection_gap=840.0,
    loss=616.0,
    money=10_858.0,
    weighted=22 * 50_000.0 + 0.94 * 800_000.0 + 4 * 840.0 + 616.0 + 10_858.0,
)
"""By hand.

Late: 10 engineers on the way on day 10, the day after the last they may be there; 12
staff on the way on day 40, the day after the deadline. Attacks: FORT-FORK on days 3, 7
(0.1 each), 13, 17, 19, 21 (0.15 each); HUB-PORT seven times 0.02. Gap: VILLAGE after
FORT on days 21 to 25 (200 × 0.6) and 26 to 29 (100 × 0.6). Loss: CAMP 100, APC 300,
CABIN 50 + 40 + 100 + 10, STORES 10, GEAR 6. Money: sites 22 × 50, 8 × 10, 50 × 100;
movements 4,678.
"""


def plan() -> Plan:
    """Return a valid plan: POST closes on day 7, FORT on day 21."""
    return Plan(
        mission="EVERY-LAW",
        objectives=VALUES,
        proof=Proof(value=VALUES.weighted, bound=1_000_000.0),
        closures=closures(),
        movements=(*northern_movements(), *southern_movements()),
        disposals=(
            disposal("STORES", Disposition.GIFT, 1, 3),
            disposal("CABIN", Disposition.GIFT, 2, 8),
            disposal("CABIN", Disposition.SELL, 2, 9),
            disposal("CABIN", Disposition.DESTROY, 2, 10),
            disposal("CAMP", Disposition.DESTROY, 1, 16),
            disposal("GEAR", Disposition.SELL, 2, 36),
        ),
        releases=(
            Release(unit="FORT-LOC", persons=5, on=on(21)),
            Release(unit="HUB-LOC", persons=8, on=on(39)),
        ),
        escort_releases=(
            stand_down("NORTHERN", "COYS", "PORT", 26),
            stand_down("SOUTHERN", "RESERVE", "HUB", 30),
            stand_down("NORTHERN", "COYS", "HUB", 33),
        ),
        handovers=(
            Handover(task="WATER", start=on(5), end=on(7)),
            Handover(task="PATROL", start=on(12), end=on(13)),
            Handover(task="DATA", start=on(20), end=on(20)),
        ),
        residuals=(
            Residual(task="RADIO", gap=on(40), reason="no recipient"),
            Residual(task="CLINIC", gap=on(19), reason="the recipient is not ready"),
        ),
    )


def closures() -> tuple[Closure, ...]:
    """Return the closing days and steps; the inspectors do one thing at a time."""
    return (
        Closure(
            site="FORT",
            closed=on(21),
            mode=ClosureMode.HANDED_OVER,
            steps=(
                done("notice", 0, 1),
                done("clearance", 17, 18),
                done("inspection", 20, 20),
            ),
        ),
        Closure(
            site="POST",
            closed=on(7),
            mode=ClosureMode.LEFT,
            steps=(done("word", 2, 2), done("sweep", 6, 6)),
        ),
        Closure(site="HUB", steps=(done("survey", 3, 3),)),
    )


def northern_movements() -> tuple[Movement, ...]:
    """Return what goes to and from POST and FORT."""
    coy = {"NORTHERN": 1}
    by_repatriation = Disposition.REPATRIATE
    return (
        Movement(
            movement="M01", route="POST-HUB~", departs=on(4), arrives=on(6), trucks=2
        ),
        Movement(
            movement="M02",
            route="POST-HUB",
            departs=on(7),
            arrives=on(8),
            trucks=2,
            people=(People(unit="POST-INF", persons=12, guards=12),),
            loads=(Load(lot="STORES", count=2),),
        ),
        Movement(
            movement="M03",
            route="FORT-HUB~",
            departs=on(3),
            arrives=on(5),
            permit_asked=on(0),
            escorts=coy,
            trucks=4,
        ),
        Movement(
            movement="M04",
            route="FORT-HUB",
            departs=on(7),
            arrives=on(9),
            permit_asked=on(4),
            escorts=coy,
            trucks=4,
            people=(People(unit="FORT-ENG", persons=10),),
            loads=(
                Load(lot="CABIN", count=2),
                Load(lot="AMMO", count=2),
                Load(lot="APC", count=3),
            ),
        ),
        Movement(
            movement="M05",
            route="HUB-HOME",
            departs=on(10),
            arrives=on(11),
            permit_asked=on(8),
            people=(
                People(unit="FORT-ENG", persons=10),
                People(unit="POST-INF", persons=12, guards=12),
            ),
        ),
        Movement(
            movement="M06",
            route="FORT-HUB~",
            departs=on(13),
            arrives=on(15),
            permit_asked=on(10),
            escorts=coy,
            trucks=4,
        ),
        Movement(
            movement="M08",
            route="FORT-HUB~",
            departs=on(17),
            arrives=on(19),
            permit_asked=on(14),
            escorts=coy,
            trucks=2,
        ),
        Movement(
            movement="M07",
            route="FORT-HUB",
            departs=on(19),
            arrives=on(21),
            permit_asked=on(16),
            escorts=coy,
            low_loaders=2,
            people=(People(unit="FORT-INF", persons=35, guards=20),),
            loads=(Load(lot="TANK", count=2),),
        ),
        Movement(
            movement="M09",
            route="FORT-PORT",
            departs=on(21),
            arrives=on(25),
            permit_asked=on(18),
            escorts=coy,
            trucks=6,
            people=(People(unit="FORT-INF", persons=15, guards=15),),
            loads=(Load(lot="CAMP", count=5, disposition=by_repatriation),),
        ),
    )


def southern_movements() -> tuple[Movement, ...]:
    """Return what goes from HUB to the exits, and the empty trucks that come back."""
    home = Disposition.REPATRIATE
    return (
        Movement(
            movement="M12", route="HUB-PORT~", departs=on(26), arrives=on(28), trucks=6
        ),
        Movement(
            movement="M13",
            route="HUB-PORT",
            departs=on(29),
            arrives=on(31),
            trucks=6,
            loads=(
                Load(lot="STORES", count=2, disposition=home),
                Load(lot="CABIN", count=2, disposition=home),
                Load(lot="AMMO", count=2, disposition=home),
                Load(lot="APC", count=3, disposition=Disposition.TRANSFER),
            ),
        ),
        Movement(
            movement="M14",
            route="HUB-PORT",
            departs=on(30),
            arrives=on(32),
            low_loaders=2,
            people=(People(unit="FORT-INF", persons=35, guards=20),),
            loads=(Load(lot="TANK", count=2, disposition=home),),
        ),
        Movement(
            movement="M15", route="HUB-PORT~", departs=on(31), arrives=on(33), trucks=6
        ),
        flight("M17", 34, People(unit="HUB-ESC", persons=60, guards=10)),
        Movement(
            movement="M16",
            route="HUB-PORT",
            departs=on(36),
            arrives=on(38),
            trucks=3,
            loads=(Load(lot="GEAR", count=3, disposition=home),),
        ),
        flight("M20", 37, People(unit="HUB-INF", persons=28, guards=13)),
        Movement(
            movement="M18", route="HUB-PORT~", departs=on(39), arrives=on(41), trucks=3
        ),
        flight("M19", 40, People(unit="HUB-STAFF", persons=12)),
    )


def flight(name: str, day: int, people: People) -> Movement:
    """Return a flight home, asked for two days before."""
    return Movement(
        movement=name,
        route="HUB-HOME",
        departs=on(day),
        arrives=on(day + 1),
        permit_asked=on(day - 2),
        people=(people,),
    )


def done(name: str, first: int, last: int) -> PlannedStep:
    """Return a step with its days."""
    return PlannedStep(step=name, start=on(first), end=on(last))


def disposal(lot: str, by: Disposition, count: int, day: int) -> Disposal:
    """Return items that end on the spot."""
    return Disposal(lot=lot, disposition=by, count=count, on=on(day))


def stand_down(group: str, escort: str, site: str, day: int) -> EscortRelease:
    """Return one company that ends its service."""
    return EscortRelease(group=group, escort=escort, companies=1, site=site, on=on(day))
