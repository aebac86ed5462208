"""A tiny mission laid out for the exhaustive search, with what it takes for granted."""

from dataclasses import dataclass, field
from functools import cached_property
from math import ceil, floor

from drawdown.mission import Leg, Lot, Mission, Mode, Site

CAMP, HUB, PORT = "CAMP", "HUB", "PORT"
STORES, OTHER = "STORES", "OTHER"
NEVER = 99
WEEK = 7


@dataclass(frozen=True)
class World:
    """One tiny mission: two sites in a row before a port, one company, some trucks.

    People are told apart by what the law makes of them: guards, others of the
    infantry, and the person of the escort company.
    """

    mission: Mission
    days: int = field(init=False)
    deadline: int = field(init=False)

    def __post_init__(self):
        object.__setattr__(self, "days", self.mission.horizon)
        object.__setattr__(self, "deadline", self.mission.deadline)
        assert {site.site_id for site in self.mission.sites} == {CAMP, HUB}
        assert {place.exit_id for place in self.mission.exits} == {PORT}
        assert {lot.lot_id for lot in self.mission.lots} == {STORES, OTHER}
        assert self.track.days == 1
        assert not self.coast.escorts
        assert self.coast.permit_zone is None
        assert not self.track.secure or not self.track.escorts
        assert self.stores.effort == self.other.effort == 1
        assert self.other.count == 1
        assert not self.other.needed_days
        assert self.hub.beds >= sum(unit.strength for unit in self.mission.units)
        assert not any(unit.leaves_by or unit.exits for unit in self.mission.units)

    @property
    def last(self) -> int:
        """The last day of the plan."""
        return self.days - 1

    def site(self, name: str) -> Site:
        return next(s for s in self.mission.sites if s.site_id == name)

    def leg(self, name: str) -> Leg | None:
        return next((leg for leg in self.mission.legs if leg.leg_id == name), None)

    def lot(self, name: str) -> Lot:
        return next(lot for lot in self.mission.lots if lot.lot_id == name)

    @cached_property
    def camp(self) -> Site:
        return self.site(CAMP)

    @cached_property
    def hub(self) -> Site:
        return self.site(HUB)

    @cached_property
    def track(self) -> Leg:
        return self.leg("TRACK")

    @cached_property
    def coast(self) -> Leg:
        return self.leg("COAST")

    @cached_property
    def flight(self) -> Leg | None:
        return self.leg("FLIGHT")

    @cached_property
    def fleet(self):
        name = self.flight and self.flight.fleet_id
        return next((f for f in self.mission.fleets if f.fleet_id == name), None)

    @cached_property
    def stores(self) -> Lot:
        return self.lot(STORES)

    @cached_property
    def other(self) -> Lot:
        return self.lot(OTHER)

    @cached_property
    def port(self):
        return self.mission.exits[0]

    @cached_property
    def trucks(self) -> int:
        return sum(f.count for f in self.mission.fleets if f.kind.stands)

    @cached_property
    def rest(self) -> int:
        return self.mission.escorts[0].rest_days

    @cached_property
    def keeper(self) -> int:
        """How many remain at the hub; they take a bed and guard it."""
        return sum(unit.remains for unit in self.mission.units)

    @cached_property
    def transit(self) -> int:
        """Days of the road to the port (law 1.3)."""
        return max(1, ceil(self.coast.days))

    @cached_property
    def track_open(self) -> list[bool]:
        shut = set()
        for window in self.mission.windows:
            assert window.leg_id == "TRACK"
            start, end = self.mission.day(window.start), self.mission.day(window.end)
            shut |= set(range(start, end + 1))
        return [day not in shut for day in range(self.days)]

    def passage(self, leg: Leg, day: int) -> float:
        """Cost and weighted hazard of one movement that enters a leg on a day."""
        attacks = sum(
            row.attacks
            for row in self.mission.hazards
            if row.leg_id == leg.leg_id and self.within(row, day)
        )
        return leg.cost_movement + self.mission.weights.attacks * attacks

    def within(self, row, day: int) -> bool:
        """Whether a dated row holds on a day (law 1.5)."""
        when = self.mission.date(day)
        return (row.start is None or row.start <= when) and (
            row.end is None or when <= row.end
        )

    @cached_property
    def lead(self) -> int:
        return max((permit.lead_days for permit in self.mission.permits), default=0)

    @cached_property
    def granted(self) -> list[int]:
        """Movements that may enter the track in each week and direction (law 14.2)."""
        (permit,) = self.mission.permits
        assert permit.mode is Mode.ROAD
        whole = [0.0] * (self.days // WEEK + 1)
        for day, is_open in enumerate(self.track_open):
            whole[day // WEEK] += (1 - permit.refusal) if is_open else 0
        return [floor(amount + 1e-9) for amount in whole]

    def counts(self, day: int) -> bool:
        """Whether so few movements are granted that they have to be counted."""
        week = day // WEEK
        open_days = sum(self.track_open[week * WEEK : (week + 1) * WEEK])
        return self.granted[week] < open_days

    def dropped(self, lot: Lot) -> float:
        """The least loss of one item that ends on the spot; infinite: none may."""
        shares = [share for how, share in lot.losses.items() if not how.moves]
        return min(shares) * lot.value if shares else float("inf")

    def carried(self, lot: Lot) -> float:
        """The least loss of one item that goes through the port."""
        shares = [share for how, share in lot.losses.items() if how.moves]
        return min(shares) * lot.value
