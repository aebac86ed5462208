"""Sites, units and lots from which no way leads to an exit."""

from collections.abc import Iterator

from drawdown.mission.consistency.finding import Finding, check
from drawdown.mission.consistency.ways import Ways, anything, lot_ways, people
from drawdown.mission.mission import Mission

ROUTES = ("routes.from_id", "routes.to_id", "routes.two_way", "exits")
CARRIED = (
    *ROUTES,
    "routes.legs",
    "legs.mode",
    "legs.convoy_persons",
    "legs.convoy_vehicles",
    "legs.secure",
    "legs.escorts",
    "legs.fleet_id",
    "fleets.kind",
    "fleets.count",
    "fleets.seats",
    "fleets.slots",
)


@check(*ROUTES)
def every_site_has_a_way_out(mission: Mission) -> Iterator[Finding]:
    """Find sites from which no chain of routes leads to an exit."""
    ways = Ways(mission, anything)
    for number, site in enumerate(mission.sites):
        if site.site_id and not ways.exits(site.site_id):
            yield Finding(
                table="sites",
                row=number,
                column="site_id",
                message=f"no route leads from {site.site_id} to an exit, not over "
                "other sites either",
                hint="add a route to routes.csv",
            )


@check(
    *CARRIED,
    "units.site_id",
    "units.exits",
    "units.strength",
    "units.remains",
    "units.local",
)
def every_unit_has_a_way_out(mission: Mission) -> Iterator[Finding]:
    """Find units whose people can reach no exit that they may use (law 4.3)."""
    ways, any_way = Ways(mission, people(mission)), Ways(mission, anything)
    for number, unit in enumerate(mission.units):
        reached = ways.exits(unit.site_id)
        usable = reached & set(unit.exits) if unit.exits else reached
        leaves = unit.strength > unit.remains and not unit.local
        # Without any way out, the site is reported and not each of its units.
        if leaves and not usable and any_way.exits(unit.site_id):
            yield Finding(
                table="units",
                row=number,
                column="exits" if reached else "site_id",
                message=f"no route carries the people of {unit.unit_id} from "
                f"{unit.site_id} to an exit that they may use",
                hint=f"they can reach {', '.join(sorted(reached))}"
                if reached
                else "look at convoy_persons of legs and seats of fleets",
            )


@check(
    *CARRIED,
    "lots.site_id",
    "lots.carried_by",
    "lots.sensitive",
    "lots.exits",
    "lots.count",
    "lots.repatriate",
    "lots.transfer",
    "lots.gift",
    "lots.sell",
    "lots.destroy",
)
def every_lot_can_end(mission: Mission) -> Iterator[Finding]:
    """Find lots that can neither leave nor end on the spot (laws 9 and 11)."""
    exits_of, any_way = lot_ways(mission), Ways(mission, anything)
    for number, lot in enumerate(mission.lots):
        on_the_spot = any(not disposition.moves for disposition in lot.losses)
        if on_the_spot or not lot.count or exits_of(lot):
            continue
        if any_way.exits(lot.site_id):
            safe = ", all of it secure or escorted (law 11.1)" if lot.sensitive else ""
            yield Finding(
                table="lots",
                row=number,
                column="destroy" if lot.sensitive else "site_id",
                message=f"no route carries the items of {lot.lot_id} from "
                f"{lot.site_id} to an exit that they may use{safe}, and they may not "
                "end on the spot",
                hint="give the loss share of destroy"
                if lot.sensitive
                else "look at convoy_vehicles of legs, and at slots of fleets",
            )


CHECKS = (every_site_has_a_way_out, every_unit_has_a_way_out, every_lot_can_end)
