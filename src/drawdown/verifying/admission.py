"""What of a plan can be replayed at all; the rest breaks laws 1.1 and 2."""

from drawdown.mission import Escort
from drawdown.plan.plan import Plan
from drawdown.verifying.admitted import Admitted, Ending, Given, Leaving, Stand
from drawdown.verifying.clerk import Clerk
from drawdown.verifying.facts import Facts
from drawdown.verifying.movement_admission import MovementReader


def admit(facts: Facts, plan: Plan) -> Admitted:
    """Sort a plan into what can be replayed and what cannot."""
    clerk = Clerk(facts)
    reader = _PlanReader(clerk, plan)
    reader.check_mission()
    reader.read_closures()
    MovementReader(clerk).read(plan.movements)
    reader.read_disposals()
    reader.read_releases()
    reader.read_escort_releases()
    reader.read_handovers()
    return clerk.admitted


class _PlanReader:
    """Reads all but the movements of a plan."""

    def __init__(self, clerk: Clerk, plan: Plan) -> None:
        self.clerk = clerk
        self.facts = clerk.facts
        self.plan = plan

    def check_mission(self) -> None:
        """Ensures that the plan is one of this mission (§2.3)."""
        meant, given = self.facts.mission.header.mission_id, self.plan.mission
        if given != meant:
            self.clerk.note(
                "2.3", given, f"the plan is of mission {given}, not of {meant}"
            )

    def read_closures(self) -> None:
        """Read the closures of the sites that the mission has."""
        facts = self.facts
        self.clerk.once("the closure of", (c.site for c in self.plan.closures))
        for closure in self.plan.closures:
            name = closure.site
            if not self.clerk.known(name, "site", name, facts.sites):
                continue
            self.clerk.once(f"at {name}, step", (s.step for s in closure.steps))
            for step in closure.steps:
                self.clerk.within(f"{name}/{step.step}", "begins", step.start)
                self.clerk.within(f"{name}/{step.step}", "ends", step.end)
            if closure.closed is not None:
                self.clerk.within(name, "closes", closure.closed)
            self.clerk.admitted.closures.setdefault(name, closure)

    def read_disposals(self) -> None:
        """Read what ends on the spot."""
        facts = self.facts
        for disposal in self.plan.disposals:
            name = disposal.lot
            if (
                self.clerk.known("disposals", "lot", name, facts.lots)
                and self.clerk.sound(name, "items", disposal.count)
                and self.clerk.within(name, "is disposed of", disposal.on)
            ):
                lot, day = facts.lots[name], facts.mission.day(disposal.on)
                ending = Ending(lot, disposal.disposition, disposal.count, day)
                self.clerk.admitted.endings.append(ending)

    def read_releases(self) -> None:
        """Read which local people are released."""
        facts = self.facts
        for release in self.plan.releases:
            name = release.unit
            if (
                self.clerk.known("releases", "unit", name, facts.units)
                and self.clerk.sound(name, "persons", release.persons)
                and self.clerk.within(name, "is released", release.on)
                and self.is_local(name, release.persons, facts.mission.day(release.on))
            ):
                unit, day = facts.units[name], facts.mission.day(release.on)
                self.clerk.admitted.leavings.append(Leaving(unit, release.persons, day))

    def is_local(self, unit: str, persons: int, day: int) -> bool:
        """Ensures that only local people are released where they are (§4.1)."""
        if self.facts.units[unit].local:
            return True
        message = f"{persons} people of {unit} are released, and are not local"
        self.clerk.note("4.1", unit, message, day)
        return False

    def read_escort_releases(self) -> None:
        """Read where companies end their service."""
        facts = self.facts
        places = facts.sites.keys() | facts.exits.keys()
        for release in self.plan.escort_releases:
            name = release.escort
            if (
                self.clerk.known("escort releases", "escort", name, facts.escorts)
                and self.clerk.known(name, "place", release.site, places)
                and self.clerk.sound(name, "companies", release.companies)
                and self.clerk.within(name, "is released", release.on)
            ):
                escort, day = facts.escorts[name], facts.mission.day(release.on)
                self.check_group(escort, release.group, day)
                stand = Stand(escort, release.companies, release.site, day)
                self.clerk.admitted.stands.append(stand)

    def check_group(self, escort: Escort, group: str, day: int) -> None:
        """Ensures that a company is released under its own group (§13.5)."""
        name = escort.escort_id
        if group != escort.group:
            message = f"{name} is of the group {escort.group}, not of {group}"
            self.clerk.note("13.5", name, message, day)

    def read_handovers(self) -> None:
        """Read which tasks are handed over."""
        facts = self.facts
        self.clerk.once("the handover of", (h.task for h in self.plan.handovers))
        for handover in self.plan.handovers:
            name = handover.task
            if (
                self.clerk.known("handovers", "task", name, facts.tasks)
                and self.clerk.within(name, "begins its handover", handover.start)
                and self.clerk.within(name, "ends its handover", handover.end)
            ):
                start, end = map(facts.mission.day, (handover.start, handover.end))
                given = Given(facts.tasks[name], start, end)
                self.clerk.admitted.given.setdefault(name, given)
