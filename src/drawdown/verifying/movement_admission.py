"""Movements that can be replayed: how they run, and what of their load is known."""

from collections.abc import Iterator, Sequence

from drawdown.plan.plan import Load, Movement, People
from drawdown.verifying.clerk import Clerk
from drawdown.verifying.journeys import Freight, Journey, Party, Passage, passages
from drawdown.verifying.tracks import Track


class MovementReader:
    """Reads the movements of a plan."""

    def __init__(self, clerk: Clerk) -> None:
        self.clerk = clerk
        self.facts = clerk.facts
        self.trips: dict[tuple[str, int], tuple[tuple[Passage, ...], int]] = {}

    def read(self, movements: Sequence[Movement]) -> None:
        """Read the movements that run on a route of the mission within its days."""
        self.clerk.once("movement", (m.movement for m in movements))
        for movement in movements:
            track = self.track(movement)
            if track and self.clerk.within(
                movement.movement, "departs", movement.departs
            ):
                self.clerk.admitted.journeys.append(self.journey(movement, track))

    def track(self, movement: Movement) -> Track | None:
        """Ensures that a movement has a route from a place to a place (§2.2)."""
        track = self.facts.tracks.get(movement.route)
        if track is not None:
            return track
        if movement.route.removesuffix("~") in self.facts.routes:
            message = f"route {movement.route} does not lead from a place to a place"
            self.clerk.note("2.2", movement.movement, message)
        else:
            self.clerk.known(movement.movement, "route", movement.route, ())
        return None

    def journey(self, movement: Movement, track: Track) -> Journey:
        """Read what a movement carries, and when it arrives."""
        name, departs = (
            movement.movement,
            self.facts.mission.day(movement.departs),
        )
        run, arrives = self.trip(track, departs)
        self.check_arrival(movement, arrives)
        sound = self.clerk.sound
        return Journey(
            movement=movement,
            track=track,
            departs=departs,
            arrives=arrives,
            passages=run,
            trucks=movement.trucks if sound(name, "trucks", movement.trucks) else 0,
            low_loaders=movement.low_loaders
            if sound(name, "low-loaders", movement.low_loaders)
            else 0,
            companies=dict(self.companies(movement)),
            parties=tuple(self.parties(movement, track, departs)),
            freight=tuple(self.freight(movement, track, departs)),
        )

    def trip(self, track: Track, departs: int) -> tuple[tuple[Passage, ...], int]:
        """Return when a route is travelled, computed once for each day."""
        key = (track.route_id, departs)
        if key not in self.trips:
            self.trips[key] = passages(track, departs, self.facts.calendars)
        return self.trips[key]

    def check_arrival(self, movement: Movement, arrives: int) -> None:
        """Ensures that a movement arrives when its legs say (§1.3), within (§1.1)."""
        name, on = movement.movement, self.facts.date(arrives)
        if movement.arrives != on:
            message = f"{name} arrives on {on} by its legs, not on {movement.arrives}"
            self.clerk.note("1.3", name, message, arrives)
        if arrives > self.facts.last:
            last = self.facts.date(self.facts.last)
            message = f"{name} is still on the way on the last day of the plan, {last}"
            self.clerk.note("1.1", name, message, arrives)

    def companies(self, movement: Movement) -> Iterator[tuple[str, int]]:
        """Yield the companies of a movement, by group."""
        name = movement.movement
        for group, count in movement.escorts.items():
            if (
                self.clerk.known(name, "escort group", group, self.facts.groups)
                and self.clerk.sound(name, "companies", count)
                and count
            ):
                yield group, count

    def parties(
        self, movement: Movement, track: Track, departs: int
    ) -> Iterator[Party]:
        """Yield the people of a movement who can be on it."""
        name = movement.movement
        for people in movement.people:
            if (
                self.clerk.known(name, "unit", people.unit, self.facts.units)
                and self.clerk.sound(name, "persons", people.persons)
                and self.clerk.sound(name, "guards", people.guards)
                and self.may_travel(name, people, track, departs)
            ):
                unit = self.facts.units[people.unit]
                yield Party(unit, people.persons, people.guards)

    def may_travel(self, name: str, people: People, track: Track, day: int) -> bool:
        """Ensures that nobody travels who is out (§2.1) or local (§4.1)."""
        if track.start in self.facts.exits and people.persons:
            message = f"{name} takes people of {people.unit} from exit {track.start}"
            self.clerk.note("2.1", name, message, day)
            return False
        if self.facts.units[people.unit].local and people.persons:
            message = f"{people.persons} local people of {people.unit} are on {name}"
            self.clerk.note("4.1", name, message, day)
            return False
        return True

    def freight(
        self, movement: Movement, track: Track, departs: int
    ) -> Iterator[Freight]:
        """Yield the items of a movement that can be on it."""
        name = movement.movement
        for load in movement.loads:
            if (
                self.clerk.known(name, "lot", load.lot, self.facts.lots)
                and self.clerk.sound(name, "items", load.count)
                and self.may_load(name, load, track, departs)
            ):
                yield Freight(self.facts.lots[load.lot], load.count, load.disposition)

    def may_load(self, name: str, load: Load, track: Track, day: int) -> bool:
        """Ensures that nothing is taken back from an exit (§2.1)."""
        if track.start in self.facts.exits and load.count:
            message = f"{name} takes items of {load.lot} from exit {track.start}"
            self.clerk.note("2.1", name, message, day)
            return False
        return True
