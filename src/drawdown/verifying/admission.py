"""What of a plan can be replayed at all: known names, days within, sound numbers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from drawdown.mission import Disposition, Escort, Lot, Task, Unit
from drawdown.plan.plan import Closure, Load, Movement, People, Plan
from drawdown.verifying.facts import Facts
from drawdown.verifying.journeys import Freight, Journey, Party, Passage, passages
from drawdown.verifying.tracks import Track
from drawdown.verifying.verdict import Violation

MOST = 10**9
"""No count in a plan is above; sums of such counts fit in 64 bits."""


@dataclass(frozen=True, slots=True)
class Ending:
    """Items of a lot that end on the spot."""

    lot: Lot
    disposition: Disposition
    count: int
    day: int


@dataclass(frozen=True, slots=True)
class Leaving:
    """Local people who are released."""

    unit: Unit
    persons: int
    day: int


@dataclass(frozen=True, slots=True)
class Stand:
    """Companies that end their service."""

    escort: Escort
    companies: int
    site: str
    day: int


@dataclass(frozen=True, slots=True)
class Given:
    """A task that is handed over."""

    task: Task
    start: int
    end: int


@dataclass
class Admitted:
    """The parts of a plan that can be replayed, and what is wrong with the rest."""

    journeys: list[Journey] = field(default_factory=list)
    endings: list[Ending] = field(default_factory=list)
    leavings: list[Leaving] = field(default_factory=list)
    stands: list[Stand] = field(default_factory=list)
    given: dict[str, Given] = field(default_factory=dict)
    closures: dict[str, Closure] = field(default_factory=dict)
    violations: list[Violation] = field(default_factory=list)


def admit(facts: Facts, plan: Plan) -> Admitted:
    """Sort a plan into what can be replayed and violations of laws 1.1 and 2."""
    return _Clerk(facts, plan).admit()


class _Clerk:
    """Reads a plan entry by entry, and notes what it cannot accept."""

    def __init__(self, facts: Facts, plan: Plan) -> None:
        self.facts = facts
        self.plan = plan
        self.admitted = Admitted()
        self.trips: dict[tuple[str, int], tuple[tuple[Passage, ...], int]] = {}

    def admit(self) -> Admitted:
        """Read all parts of the plan."""
        self.check_mission()
        self.read_closures()
        self.read_movements()
        self.read_disposals()
        self.read_releases()
        self.read_escort_releases()
        self.read_handovers()
        return self.admitted

    def note(self, law: str, where: str, message: str, day: int | None = None) -> None:
        """Note a violation."""
        self.admitted.violations.append(self.facts.breach(law, where, message, day=day))

    def check_mission(self) -> None:
        """Ensures that the plan is one of this mission (§2.3)."""
        meant, given = self.facts.mission.header.mission_id, self.plan.mission
        if given != meant:
            self.note("2.3", given, f"the plan is of mission {given}, not of {meant}")

    def within(self, where: str, what: str, when: date) -> bool:
        """Ensures that a date lies within the plan (§1.1)."""
        day = self.facts.mission.day(when)
        if 0 <= day <= self.facts.last:
            return True
        first, last = self.facts.date(0), self.facts.date(self.facts.last)
        message = f"{where} {what} on {when}, outside the plan ({first} to {last})"
        self.note("1.1", where, message, day)
        return False

    def sound(self, where: str, what: str, count: int) -> bool:
        """Ensures that a count is a whole number from 0 to a billion (§2.3)."""
        if isinstance(count, int) and 0 <= count <= MOST:
            return True
        self.note("2.3", where, f"{where}: {count} is no number of {what}")
        return False

    def known(self, where: str, what: str, name: str, names: Iterable[str]) -> bool:
        """Ensures that the mission has what the plan names (§2.3)."""
        if name in names:
            return True
        self.note("2.3", where, f"{where}: the mission has no {what} {name!r}")
        return False

    def once(self, what: str, names: Iterable[str]) -> None:
        """Ensures that what a plan may name once is not there twice (§2.3)."""
        seen: set[str] = set()
        for name in names:
            if name in seen:
                self.note("2.3", name, f"{what} {name} is in the plan more than once")
            seen.add(name)

    def read_closures(self) -> None:
        """Read the closures of the sites that the mission has."""
        facts = self.facts
        self.once("the closure of", (c.site for c in self.plan.closures))
        for closure in self.plan.closures:
            name = closure.site
            if not self.known(name, "site", name, facts.sites):
                continue
            self.once(f"at {name}, step", (s.step for s in closure.steps))
            for step in closure.steps:
                self.within(f"{name}/{step.step}", "begins", step.start)
                self.within(f"{name}/{step.step}", "ends", step.end)
            if closure.closed is not None:
                self.within(name, "closes", closure.closed)
            self.admitted.closures.setdefault(name, closure)

    def read_movements(self) -> None:
        """Read the movements that run on a route of the mission within its days."""
        self.once("movement", (m.movement for m in self.plan.movements))
        for movement in self.plan.movements:
            track = self.track(movement)
            if track and self.within(movement.movement, "departs", movement.departs):
                self.admitted.journeys.append(self.journey(movement, track))

    def track(self, movement: Movement) -> Track | None:
        """Ensures that a movement has a route from a place to a place (§2.2)."""
        track = self.facts.tracks.get(movement.route)
        if track is not None:
            return track
        if movement.route.removesuffix("~") in self.facts.routes:
            message = f"route {movement.route} does not lead from a place to a place"
            self.note("2.2", movement.movement, message)
        else:
            self.known(movement.movement, "route", movement.route, ())
        return None

    def journey(self, movement: Movement, track: Track) -> Journey:
        """Read what a movement carries, and when it arrives."""
        name, departs = movement.movement, self.facts.mission.day(movement.departs)
        run, arrives = self.trip(track, departs)
        self.check_arrival(movement, arrives)
        sound = self.sound
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
            self.note("1.3", name, message, arrives)
        if arrives > self.facts.last:
            last = self.facts.date(self.facts.last)
            message = f"{name} is still on the way on the last day of the plan, {last}"
            self.note("1.1", name, message, arrives)

    def companies(self, movement: Movement) -> Iterator[tuple[str, int]]:
        """Yield the companies of a movement, by group."""
        name = movement.movement
        for group, count in movement.escorts.items():
            if (
                self.known(name, "escort group", group, self.facts.groups)
                and self.sound(name, "companies", count)
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
                self.known(name, "unit", people.unit, self.facts.units)
                and self.sound(name, "persons", people.persons)
                and self.sound(name, "guards", people.guards)
                and self.may_travel(name, people, track, departs)
            ):
                unit = self.facts.units[people.unit]
                yield Party(unit, people.persons, people.guards)

    def may_travel(self, name: str, people: People, track: Track, day: int) -> bool:
        """Ensures that nobody travels who is out (§2.1) or local (§4.1)."""
        if track.start in self.facts.exits and people.persons:
            message = f"{name} takes people of {people.unit} from exit {track.start}"
            self.note("2.1", name, message, day)
            return False
        if self.facts.units[people.unit].local and people.persons:
            message = f"{people.persons} local people of {people.unit} are on {name}"
            self.note("4.1", name, message, day)
            return False
        return True

    def freight(
        self, movement: Movement, track: Track, departs: int
    ) -> Iterator[Freight]:
        """Yield the items of a movement that can be on it."""
        name = movement.movement
        for load in movement.loads:
            if (
                self.known(name, "lot", load.lot, self.facts.lots)
                and self.sound(name, "items", load.count)
                and self.may_load(name, load, track, departs)
            ):
                yield Freight(self.facts.lots[load.lot], load.count, load.disposition)

    def may_load(self, name: str, load: Load, track: Track, day: int) -> bool:
        """Ensures that nothing is taken back from an exit (§2.1)."""
        if track.start in self.facts.exits and load.count:
            message = f"{name} takes items of {load.lot} from exit {track.start}"
            self.note("2.1", name, message, day)
            return False
        return True

    def read_disposals(self) -> None:
        """Read what ends on the spot."""
        facts = self.facts
        for disposal in self.plan.disposals:
            name = disposal.lot
            if (
                self.known("disposals", "lot", name, facts.lots)
                and self.sound(name, "items", disposal.count)
                and self.within(name, "is disposed of", disposal.on)
            ):
                lot, day = facts.lots[name], facts.mission.day(disposal.on)
                ending = Ending(lot, disposal.disposition, disposal.count, day)
                self.admitted.endings.append(ending)

    def read_releases(self) -> None:
        """Read which local people are released."""
        facts = self.facts
        for release in self.plan.releases:
            name = release.unit
            if (
                self.known("releases", "unit", name, facts.units)
                and self.sound(name, "persons", release.persons)
                and self.within(name, "is released", release.on)
                and self.is_local(name, release.persons, facts.mission.day(release.on))
            ):
                unit, day = facts.units[name], facts.mission.day(release.on)
                self.admitted.leavings.append(Leaving(unit, release.persons, day))

    def is_local(self, unit: str, persons: int, day: int) -> bool:
        """Ensures that only local people are released where they are (§4.1)."""
        if self.facts.units[unit].local:
            return True
        message = f"{persons} people of {unit} are released, and are not local"
        self.note("4.1", unit, message, day)
        return False

    def read_escort_releases(self) -> None:
        """Read where companies end their service."""
        facts = self.facts
        places = facts.sites.keys() | facts.exits.keys()
        for release in self.plan.escort_releases:
            name = release.escort
            if (
                self.known("escort releases", "escort", name, facts.escorts)
                and self.known(name, "place", release.site, places)
                and self.sound(name, "companies", release.companies)
                and self.within(name, "is released", release.on)
            ):
                escort, day = facts.escorts[name], facts.mission.day(release.on)
                self.check_group(escort, release.group, day)
                stand = Stand(escort, release.companies, release.site, day)
                self.admitted.stands.append(stand)

    def check_group(self, escort: Escort, group: str, day: int) -> None:
        """Ensures that a company is released under its own group (§13.5)."""
        name = escort.escort_id
        if group != escort.group:
            message = f"{name} is of the group {escort.group}, not of {group}"
            self.note("13.5", name, message, day)

    def read_handovers(self) -> None:
        """Read which tasks are handed over."""
        facts = self.facts
        self.once("the handover of", (h.task for h in self.plan.handovers))
        for handover in self.plan.handovers:
            name = handover.task
            if (
                self.known("handovers", "task", name, facts.tasks)
                and self.within(name, "begins its handover", handover.start)
                and self.within(name, "ends its handover", handover.end)
            ):
                start, end = map(facts.mission.day, (handover.start, handover.end))
                given = Given(facts.tasks[name], start, end)
                self.admitted.given.setdefault(name, given)
