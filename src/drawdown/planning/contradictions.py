"""Requirements that contradict each other, by arithmetic alone: no plan has them all.

Each check is a bound that holds for every plan (steps as soon as teams that are never
short allow, packing and disposal at their full rates, ways at their best), so what it
finds is proven, in milliseconds. What it does not find may still be impossible.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

import numpy as np

from drawdown.mission.duties import Task
from drawdown.planning.cargo import Parcel
from drawdown.planning.problem import Problem
from drawdown.planning.ways import Way


class Cause(Enum):
    """What stands against a plan."""

    TASK = "a task that must be handed over cannot be in time"
    CLOSING = "a site cannot close by the day on which it must"
    YARD = "more items stand at a site than its yard takes"
    CARGO = "items that may only be moved cannot be"
    PEOPLE = "people cannot leave"
    TEAMS = "teams cannot close the sites in time"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Requirements that no plan can meet together."""

    cause: Cause
    sentence: str
    fatal: bool
    """There is no plan at all; otherwise people are late in every plan."""
    name: str
    """The site, task or crew."""
    least: int = 0
    """TASK, CLOSING, TEAMS: the first day that would do; YARD: the least yard."""


def contradictions(problem: Problem) -> list[Contradiction]:
    """Return what is contradictory by arithmetic; nothing proves nothing."""
    return [
        *_tasks(problem),
        *_closings(problem),
        *_yards(problem),
        *_cargo(problem),
        *_people(problem),
        *_teams(problem),
    ]


def fatal(problem: Problem) -> list[Contradiction]:
    """Return what proves that there is no plan."""
    return [found for found in contradictions(problem) if found.fatal]


def _tasks(problem: Problem) -> Iterator[Contradiction]:
    """Yield tasks that must be handed over and cannot be (§20.1, §20.2)."""
    mission = problem.mission
    for task in mission.tasks:
        if not task.must:
            continue
        if task.ready is None or not task.recipient:
            missing = "recipient" if not task.recipient else "day on which it is ready"
            yield Contradiction(
                cause=Cause.TASK,
                sentence=f"task {task.task_id} must be handed over, but has no "
                f"{missing}",
                fatal=True,
                name=task.task_id,
            )
            continue
        yield from _task(problem, task, max(0, mission.day(task.ready)))


def _task(problem: Problem, task: Task, first: int) -> Iterator[Contradiction]:
    mission = problem.mission
    days = max(1, task.handover_days)
    end = first + days - 1
    last, what = mission.deadline, "the withdrawal deadline"
    if task.latest is not None and mission.day(task.latest) < last:
        last, what = mission.day(task.latest), "its latest day"
    if end > last:
        yield Contradiction(
            cause=Cause.TASK,
            sentence=f"task {task.task_id} must be handed over: its recipient is ready "
            f"on {mission.date(first)} and the handover takes {days} days, to "
            f"{mission.date(end)}, {end - last} days after {what} on "
            f"{mission.date(last)}",
            fatal=True,
            name=task.task_id,
            least=end,
        )


def _closings(problem: Problem) -> Iterator[Contradiction]:
    """Yield sites that cannot close in time by their steps and dates (§17.1)."""
    date = problem.mission.date
    for place in problem.closing:
        if place.earliest > place.latest:
            why = f"by its steps and dates {place.name} cannot close before "
            last = date(place.latest)
            yield Contradiction(
                cause=Cause.CLOSING,
                sentence=f"{why}{date(place.earliest)}, and must close by {last}, "
                f"{place.earliest - place.latest} days before",
                fatal=True,
                name=place.name,
                least=place.earliest,
            )
        elif place.earliest > problem.deadline and _guarded(problem, place.name):
            yield Contradiction(
                cause=Cause.CLOSING,
                sentence=f"by its steps and dates {place.name} cannot close before "
                f"{date(place.earliest)}, {place.earliest - problem.deadline} days "
                f"after the deadline on {date(problem.deadline)}; its guard stays "
                "until then",
                fatal=False,
                name=place.name,
                least=place.earliest,
            )


def _guarded(problem: Problem, name: str) -> bool:
    site = next(s for s in problem.mission.sites if s.site_id == name)
    return bool(
        site.guard_minimum and (site.thin_out_minimum or not site.thin_out_days)
    )


def _yards(problem: Problem) -> Iterator[Contradiction]:
    """Yield yards that are too small on day 0, whatever is done (§8.2)."""
    for site in problem.mission.sites:
        if site.yard is None:
            continue
        mine = [p for p in problem.cargo.parcels if p.site == site.site_id]
        there = sum(p.count for p in mine)
        gone = min(
            int(site.disposal_per_day),
            sum(p.count for p in mine if p.local_loss is not None),
        )
        packed = 0
        if problem.packing_bound[site.site_id] < 0 and mine:
            effort = min(p.effort for p in mine)
            packed = int(site.packing_per_day / effort) if effort else there
        left = there - gone - packed
        if left > site.yard:
            begin = problem.mission.date(problem.packing_bound[site.site_id] + 1)
            sentence = (
                f"the yard of {site.site_id} takes {site.yard} items, and {there} "
                f"stand there on {problem.mission.header.start}; at most {gone} a day "
                "can end on the spot"
            )
            if not packed:
                sentence += f" and none is packed before {begin} (opening steps)"
            yield Contradiction(
                cause=Cause.YARD,
                sentence=f"{sentence}: it is {left - site.yard} items too small",
                fatal=True,
                name=site.site_id,
                least=left,
            )


def last_departure(problem: Problem, way: Way) -> int:
    """Return the last day on which a way can be taken; −1 if on none."""
    days = np.flatnonzero(way.start)
    if not len(days):
        return -1
    last = int(days[-1])
    if way.escorts:
        ends = [
            last if s.last is None else s.last
            for s in problem.services
            if s.group in way.groups
        ]
        last = min(last, max(ends, default=-1))
    return last


def _why_last(problem: Problem, ways: Iterable[Way], last: int) -> str:
    """Return what makes a day the last on which these ways can be taken."""
    ends = {
        s.last
        for way in ways
        if way.escorts
        for s in problem.services
        if s.group in way.groups
    }
    if last < 0:
        return "no way out is ever open"
    day = problem.mission.date(last)
    if last in ends:
        return f"the last escort company that serves there ends on {day}"
    return f"the last way out closes on {day}"


def _cargo(problem: Problem) -> Iterator[Contradiction]:
    """Yield sites at which things that may only be moved cannot all leave (§10.1)."""
    for site in problem.mission.sites:
        name = site.site_id
        bound = [
            p
            for p in problem.cargo.parcels
            if p.site == name and (p.local_loss is None or site.disposal_per_day < 1)
        ]
        if not bound:
            continue
        ways = [w for w in problem.ways if w.origin == name and (w.vehicles or w.slots)]
        last = max((last_departure(problem, w) for w in ways), default=-1)
        last = min(last, problem.places[name].latest)
        needed = _needed_too_long(problem, bound, last)
        if needed and last >= 0:
            items, first = needed
            yield Contradiction(
                cause=Cause.CARGO,
                sentence=f"{items} items at {name} may only be moved and are needed "
                f"there to the end, so that none leaves before "
                f"{problem.mission.date(first)}, and "
                f"{_why_last(problem, ways, last)}",
                fatal=True,
                name=name,
                least=first,
            )
            continue
        begin = problem.packing_bound[name]
        days = max(0, last - begin)
        items = sum(p.count for p in bound)
        room = site.packing_per_day * days
        work = sum(p.count * p.effort for p in bound)
        if work <= room + 1e-6 and (days or not items):
            continue
        effort = work / items if items else 1.0
        fit = int(room / effort) if effort else 0
        yield Contradiction(
            cause=Cause.CARGO,
            sentence=f"{items} items at {name} may only be moved, and "
            f"{_why_last(problem, ways, last)}; packing begins on "
            f"{problem.mission.date(begin + 1)} (opening steps), at "
            f"{site.packing_per_day:g} a day, so at most {min(fit, items)} get out and "
            f"{items - min(fit, items)} do not",
            fatal=True,
            name=name,
            least=begin + int(-(-work // max(site.packing_per_day, 1e-9))),
        )


def _needed_too_long(
    problem: Problem, parcels: list[Parcel], last: int
) -> tuple[int, int] | None:
    """Return how many items may leave no earlier than after a day (§10.2), and when
    the first of them may; None if there are none.
    """
    count, soonest = 0, problem.days
    for parcel in parcels:
        place = problem.places[parcel.site]
        end = problem.deadline if place.liquidation else place.earliest
        if parcel.needed and end - parcel.needed > last:
            count += parcel.count
            soonest = min(soonest, end - parcel.needed)
    return (count, soonest) if count else None


def _people(problem: Problem) -> Iterator[Contradiction]:
    """Yield sites that people cannot leave, or whose last guards cannot (§6, §7)."""
    persons: dict[str, int] = defaultdict(int)
    for number in range(len(problem.people.classes)):
        for name, count in problem.people.at(number).items():
            persons[name] += count
    for site in problem.mission.sites:
        name = site.site_id
        if not persons[name]:
            continue
        place = problem.places[name]
        ways = [w for w in problem.ways if w.origin == name and w.persons]
        last = max((last_departure(problem, w) for w in ways), default=-1)
        why = _why_last(problem, ways, last)
        if last < 0:
            yield Contradiction(
                cause=Cause.PEOPLE,
                sentence=f"{persons[name]} people are at {name}, and {why}",
                fatal=True,
                name=name,
            )
        elif (
            not place.liquidation and place.earliest > last and _guarded(problem, name)
        ):
            least = site.thin_out_minimum or site.guard_minimum
            yield Contradiction(
                cause=Cause.PEOPLE,
                sentence=f"{least} guards stay at {name} until it closes, which its "
                f"steps and dates allow on {problem.mission.date(place.earliest)} at "
                f"the earliest, and {why}",
                fatal=True,
                name=name,
                least=place.earliest,
            )
    yield from _due(problem)


def _due(problem: Problem) -> Iterator[Contradiction]:
    """Yield units that must have left before anybody can (§7.3)."""
    firsts: dict[str, int] = {}
    for way in problem.ways:
        days = np.flatnonzero(way.start)
        if way.persons and len(days):
            arrive = int(days[0]) + int(way.transit[days[0]])
            firsts[way.origin] = min(arrive, firsts.get(way.origin, arrive))
    for unit in problem.mission.units:
        if unit.leaves_by is None or unit.local or unit.strength <= unit.remains:
            continue
        first = firsts.get(unit.site_id)
        due = problem.mission.day(unit.leaves_by)
        # Who arrives on the day after the last is not late (§7.3).
        if first is not None and first - 1 > due:
            late = (unit.strength - unit.remains) * (first - 1 - due)
            yield Contradiction(
                cause=Cause.PEOPLE,
                sentence=f"{unit.strength - unit.remains} people of {unit.unit_id} "
                f"leave by {unit.leaves_by}, and the first way out of {unit.site_id} "
                f"arrives on {problem.mission.date(first)}: at least {late} "
                "person-days late",
                fatal=False,
                name=unit.unit_id,
                least=first - 1,
            )


def _teams(problem: Problem) -> Iterator[Contradiction]:
    """Yield crews that cannot close the guarded sites in time (§17.4).

    Of the sites whose closing steps begin on day t or later, all work of one crew fits
    between t and the last day but the days of the steps that must follow.
    """
    for crew in problem.mission.crews:
        work: list[tuple[int, int, int]] = []
        for place in problem.closing:
            if not _guarded(problem, place.name):
                continue
            steps = problem.closing_chain[place.name]
            mine = [s for s in steps.steps if s.crew == crew.crew_id]
            if mine:
                work.append(
                    (
                        problem.packing_bound[place.name] + 1,
                        sum(s.days * s.teams for s in mine),
                        min(steps.tail[s.step_id] for s in mine),
                    )
                )
        worst: tuple[int, int, int, int] | None = None
        for begin, _, _ in work:
            inside = [w for w in work if w[0] >= begin]
            total, tail = sum(w[1] for w in inside), min(w[2] for w in inside)
            if not crew.teams:
                continue
            least = begin + -(-total // crew.teams) - 1 + tail
            if worst is None or least > worst[0]:
                worst = least, begin, total, tail
        if worst is None or worst[0] <= problem.deadline:
            continue
        least, begin, total, tail = worst
        room = max(0, (problem.deadline - tail - begin + 1) * crew.teams)
        date = problem.mission.date
        yield Contradiction(
            cause=Cause.TEAMS,
            sentence=f"closing the sites takes {total} days of {crew.crew_id} teams, "
            f"and {crew.teams} teams have {room} between {date(begin)} (opening steps) "
            f"and {date(max(0, problem.deadline - tail))}: the last site cannot close "
            f"before {date(least)}, {least - problem.deadline} days after the "
            f"deadline on {date(problem.deadline)}",
            fatal=least >= problem.days,
            name=crew.crew_id,
            least=least,
        )
