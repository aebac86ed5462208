"""The chain that determines the last days: what waits for what, going backwards."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from drawdown.brief.facts.material import Material
from drawdown.mission import Site
from drawdown.plan import Closure, PlannedStep
from drawdown.planning.explain.known import Trip

__all__ = ["Chain", "Link", "LinkKind", "chains"]

LONGEST = 14
"""Links of a chain that are followed."""

LOOSE = 7
"""Days of slack above which a link does not hold the next: its day was chosen."""


class LinkKind(StrEnum):
    """What a link of a chain is."""

    CLOSING = "closing"
    """A site closes; nothing of it is left in the evening."""
    STEP = "step"
    """A step at a site."""
    MOVEMENT = "movement"
    """A movement leaves."""
    START = "start"
    """The plan begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One thing that had to wait for the next link of the chain."""

    kind: LinkKind
    what: str
    """The id of a movement, or the name of a step; empty for closings."""
    site: str
    """Where it happens, or where the movement starts."""
    to: str
    """Where a movement ends."""
    first: date
    last: date
    slack: int
    """Days by which it could have been earlier, with all else as planned."""
    law: str
    """The section of the law that makes it wait for the next; empty: the last link."""
    step_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """What determines one of the last days, the last link first."""

    links: tuple[Link, ...]

    def steps(self) -> frozenset[tuple[str, str]]:
        """Return site and step of all steps of the chain."""
        return frozenset((l.site, l.step_id) for l in self.links if l.step_id)


def chains(material: Material) -> tuple[Chain, ...]:
    """Return the chain of the site that closes last, and of the last who leave.

    From each event the chain goes to what it had to wait for: a closing to its last
    step or movement, whichever leaves it less slack; a step to the step before it, or
    to the one that held its teams; a movement to the one that brought its companies or
    trucks, or to the steps before packing, by the law that keeps it from leaving a day
    earlier. It ends where nothing holds any more but the first day of the plan.
    """
    finder = _Finder(material)
    found = []
    closing = [s for s in material.mission.sites if _closes(material, s)]
    if closing:
        last = max(closing, key=lambda s: material.known.closing(s.site_id))
        found.append(Chain(links=tuple(finder.from_site(last))))
    out = [t for t in material.known.trips if t.trail.end in material.known.exits]
    carrying = [t for t in out if t.persons or t.items]
    if carrying:
        trip = max(carrying, key=lambda t: (t.arrives, t.name))
        found.append(Chain(links=tuple(finder.from_trip(trip))))
    return tuple(chain for chain in found if chain.links)


def _closes(material: Material, site: Site) -> bool:
    return material.known.closing(site.site_id) <= material.known.last


Event = tuple[LinkKind, str, Trip | PlannedStep | None]
"""Kind, site, and the movement or the step."""

Before = tuple[str, int, Event | None]
"""The law that makes an event wait, its days of slack, and the event waited for."""


class _Finder:
    """Goes backwards from event to event."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._known = material.known

    def from_site(self, site: Site) -> Iterator[Link]:
        """Yield the links from the closing of a site on."""
        return self._follow((LinkKind.CLOSING, site.site_id, None))

    def from_trip(self, trip: Trip) -> Iterator[Link]:
        """Yield the links from a movement on."""
        return self._follow((LinkKind.MOVEMENT, trip.trail.start, trip))

    def _follow(self, event: Event | None) -> Iterator[Link]:
        for _ in range(LONGEST):
            if event is None:
                return
            law, slack, before = self._before(event)
            holds = before is not None and slack <= LOOSE
            yield self._link(event, law if holds else "", slack)
            event = before if holds else None

    def _before(self, event: Event) -> Before:
        """Return the law that makes an event wait, its slack, and for which event."""
        kind, site, what = event
        if isinstance(what, Trip):
            return self._before_trip(what)
        if isinstance(what, PlannedStep):
            return self._before_step(site, what)
        return self._before_closing(site) if kind is LinkKind.CLOSING else ("", 0, None)

    def _before_closing(self, site: str) -> Before:
        """Go to the last step or the last departure, the one with less slack."""
        closing = self._known.closing(site)
        leaving = [t for t in self._known.leaving(site) if t.departs <= closing]
        steps = self._steps(site)
        found: list[tuple[int, str, Event]] = []
        if steps:
            step = max(steps, key=lambda one: one.end)
            slack = closing - self._known.mission.day(step.end)
            found.append((slack, "17.2", (LinkKind.STEP, site, step)))
        if leaving:
            trip = leaving[-1]
            slack = closing - trip.departs
            found.append((slack, "2.2", (LinkKind.MOVEMENT, site, trip)))
        if not found:
            return "", 0, None
        slack, law, event = min(found, key=lambda one: one[0])
        return law, slack, event

    def _steps(self, site: str) -> tuple[PlannedStep, ...]:
        rows = self._known.steps(self._known.sites[site])
        closure = self._known.closures.get(site, Closure(site=site))
        return tuple(step for step in closure.steps if step.step in rows)

    def _before_step(self, site: str, step: PlannedStep) -> Before:
        """Go to the step before, or to the step elsewhere that held the teams."""
        row = self._known.steps(self._known.sites[site])[step.step]
        mine = [one for one in self._steps(site) if one.step in row.after]
        before = max(mine, key=lambda one: one.end, default=None)
        day = self._known.mission.day
        wait = day(step.start) if before is None else (step.start - before.end).days - 1
        if wait > 0:
            held = self._held_teams(site, step, row.crew)
            if held is not None:
                return "17.4", (step.start - held[2].end).days - 1, held
        if before is None:
            return "", max(wait, 0), None
        return "17.2", max(wait, 0), (LinkKind.STEP, site, before)

    def _held_teams(
        self, site: str, step: PlannedStep, crew: str
    ) -> tuple[LinkKind, str, PlannedStep] | None:
        """Return the step elsewhere that ended last before this one, by one crew."""
        found = [
            (LinkKind.STEP, other, one)
            for other in self._known.sites
            if other != site
            for one in self._steps(other)
            if self._known.steps(self._known.sites[other])[one.step].crew == crew
            and 0 <= (step.start - one.end).days - 1 <= 1
        ]
        return max(found, key=lambda one: one[2].end, default=None)

    def _before_trip(self, trip: Trip) -> Before:
        """Go to what the law names that keeps a movement from leaving earlier."""
        earlier = self._material.plans.earliest(trip, with_closing=False)
        slack = trip.departs - earlier.day
        for hindrance in earlier.hindrances:
            event = self._cause(trip, hindrance.law)
            if event is not None:
                return hindrance.law, slack, event
        return "", slack, None

    def _cause(self, trip: Trip, law: str) -> Event | None:
        start = trip.trail.start
        if law == "10.1":
            opening = [s for s in self._steps(start) if self._opens(start, s)]
            last = max(opening, key=lambda one: one.end, default=None)
            return None if last is None else (LinkKind.STEP, start, last)
        brings = BROUGHT.get(law)
        if brings is None:
            return None
        coming = [
            other
            for other in self._known.coming(start)
            if other.arrives <= trip.departs and brings(trip, other)
        ]
        found = max(coming, key=lambda t: (t.arrives, t.name), default=None)
        return None if found is None else (LinkKind.MOVEMENT, found.trail.start, found)

    def _opens(self, site: str, step: PlannedStep) -> bool:
        row = self._known.steps(self._known.sites[site])[step.step]
        return row.timing.value == "opening"

    def _link(self, event: Event, law: str, slack: int) -> Link:
        kind, site, what = event
        on = self._known.mission.date
        if isinstance(what, Trip):
            return Link(
                kind=kind,
                what=what.name,
                site=site,
                to=what.trail.end,
                first=on(what.departs),
                last=on(what.arrives),
                slack=slack,
                law=law,
            )
        if isinstance(what, PlannedStep):
            row = self._known.steps(self._known.sites[site])[what.step]
            return Link(
                kind=kind,
                what=row.name,
                site=site,
                to="",
                first=what.start,
                last=what.end,
                slack=slack,
                law=law,
                step_id=what.step,
            )
        day = on(self._known.closing(site))
        return Link(
            kind=kind,
            what="",
            site=site,
            to="",
            first=day,
            last=day,
            slack=slack,
            law=law,
        )


def _companies(trip: Trip, other: Trip) -> bool:
    """Whether another movement brought companies of a group that this one takes."""
    return bool(set(trip.movement.escorts) & set(other.movement.escorts))


def _things(trip: Trip, other: Trip) -> bool:
    """Whether another movement brought vehicles, items or people for this one."""
    lots = {load.lot for load in trip.movement.loads}
    units = {party.unit for party in trip.movement.people}
    return bool(
        (trip.movement.trucks and other.movement.trucks)
        or (trip.movement.low_loaders and other.movement.low_loaders)
        or any(load.lot in lots for load in other.movement.loads)
        or any(party.unit in units for party in other.movement.people)
    )


BROUGHT = {"13.4": _companies, "2.1": _things}
"""What another movement must have brought, by the law that lacks it."""
