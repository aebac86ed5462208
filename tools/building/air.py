"""Air legs: one for each pair of places and fleet."""

from collections.abc import Mapping
from dataclasses import dataclass

from building.shared import assumed, kilometres
from drawdown.mission import Hazard, Leg, Mode

GROUND_HOURS = 0.25
"""Start, taxi and climb of each way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aircraft:
    """What a flight of one fleet costs."""

    speed: float
    """Kilometres an hour."""
    hour: float
    """USD a flight hour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flight:
    """A pair of places and the fleet that flies between them."""

    fleet: str
    start: str
    end: str
    per_day: int = 2
    one_way: bool = False
    price: float | None = None
    """USD a movement; absent: flight hours there and back."""
    seat: float = 0.0
    """USD a person beyond the price of the movement."""
    km: float | None = None

    @property
    def leg_id(self) -> str:
        """Return the name of its leg, and of its route."""
        return f"{self.start}-{self.end}-{self.fleet}"


def leg(
    flight: Flight,
    points: Mapping[str, tuple[float, float]],
    aircraft: Mapping[str, Aircraft],
    zone: str | None,
) -> Leg:
    """Return the leg of a flight; flown there and back in a day."""
    km = flight.km or kilometres(points[flight.start], points[flight.end])
    price = flight.price
    if price is None:
        kind = aircraft[flight.fleet]
        price = 2 * (km / kind.speed + GROUND_HOURS) * kind.hour
    return Leg(
        leg_id=flight.leg_id,
        from_id=flight.start,
        to_id=flight.end,
        name=f"flight {flight.start} to {flight.end}",
        mode=Mode.AIR,
        length_km=round(km) if km else None,
        days=1.0,
        one_way=flight.one_way,
        per_day=flight.per_day,
        secure=True,
        fleet_id=flight.fleet,
        cost_movement=float(round(price, -2)),
        cost_person=flight.seat,
        permit_zone=zone,
        evidence=assumed("great circle; which aircraft lands where: see README"),
        values={"cost_movement": assumed("flight hours there and back, or rotation")},
    )


def hazard(flight: Flight, landings: Mapping[str, float]) -> Hazard | None:
    """Return the expected attacks of a flight: those of its more exposed landing."""
    worst = max(landings.get(flight.start, 0.0), landings.get(flight.end, 0.0))
    if not worst:
        return None
    return Hazard(
        leg_id=flight.leg_id,
        attacks=worst,
        evidence=assumed("per landing, the more exposed of the two places"),
    )
