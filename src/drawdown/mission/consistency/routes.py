"""Routes: their legs form a chain, and one movement can run along all of it."""

from collections.abc import Iterator, Mapping

from drawdown.mission.consistency.finding import Finding, check
from drawdown.mission.consistency.references import identifiers
from drawdown.mission.mission import Mission
from drawdown.mission.routes import Leg, Route
from drawdown.mission.tables import PLACES


def known_legs(mission: Mission) -> dict[str, Leg]:
    """Return the legs by identifier."""
    return {leg.leg_id: leg for leg in mission.legs}


@check("routes.legs", "routes.from_id", "routes.to_id", "legs.one_way")
def legs_of_a_route_form_a_chain(mission: Mission) -> Iterator[Finding]:
    """Find routes whose legs do not lead from their first to their last place.

    Routes over legs that are not there, or lead nowhere, are reported for that alone.
    """
    legs = known_legs(mission)
    places = {name for table in PLACES for name in identifiers(mission, table)}
    for number, route in enumerate(mission.routes):
        chain = [legs.get(name) for name in route.legs]
        if all(leg and {leg.from_id, leg.to_id} <= places for leg in chain):
            message = _break(route, legs)
            if message:
                yield _route(
                    number,
                    "legs",
                    message,
                    "name the legs in the order in which they are travelled",
                )


def _break(route: Route, legs: Mapping[str, Leg]) -> str:
    """Return where the chain of a route is broken; "" if it is whole."""
    here = route.from_id
    for name in route.legs:
        leg = legs[name]
        if here == leg.from_id:
            here = leg.to_id
        elif here == leg.to_id and not leg.one_way:
            here = leg.from_id
        elif here == leg.to_id:
            return f"{name} is one-way from {leg.from_id} to {leg.to_id}"
        else:
            return (
                f"{name} does not lead on from {here}: it joins {leg.from_id} and "
                + (leg.to_id)
            )
    return "" if here == route.to_id else f"the legs lead to {here}, not {route.to_id}"


@check("routes.legs", "routes.two_way", "legs.one_way")
def two_way_routes_have_two_way_legs(mission: Mission) -> Iterator[Finding]:
    """Find routes that cannot be travelled backwards as they say."""
    legs = known_legs(mission)
    for number, route in enumerate(mission.routes):
        for name in route.legs:
            if route.two_way and name in legs and legs[name].one_way:
                yield _route(
                    number,
                    "two_way",
                    f"the route is two-way, its leg {name} is one-way",
                    "say two_way no, and add the way back as a route if there is one",
                )


@check("routes.legs", "legs.fleet_id", "legs.mode")
def one_carrier_serves_a_route(mission: Mission) -> Iterator[Finding]:
    """Find routes on which a movement would have to change its carrier (law 13.2)."""
    legs = known_legs(mission)
    for number, route in enumerate(mission.routes):
        served = {
            legs[name].fleet_id or str(legs[name].mode): None
            for name in route.legs
            if name in legs
        }
        if len(served) > 1:
            yield _route(
                number,
                "legs",
                f"a movement would have to change from {' to '.join(served)} "
                "(law 13.2)",
                "end the route where the carrier changes, and begin another there",
            )


@check("routes.from_id", "routes.to_id")
def routes_lead_somewhere_else(mission: Mission) -> Iterator[Finding]:
    """Find routes that end where they start."""
    for number, route in enumerate(mission.routes):
        if route.from_id == route.to_id:
            yield _route(
                number,
                "to_id",
                f"the route leads from {route.from_id} to itself",
                "correct one of its ends",
            )


def _route(row: int, column: str, message: str, hint: str) -> Finding:
    return Finding(table="routes", row=row, column=column, message=message, hint=hint)


CHECKS = (
    legs_of_a_route_form_a_chain,
    two_way_routes_have_two_way_legs,
    one_carrier_serves_a_route,
    routes_lead_somewhere_else,
)
