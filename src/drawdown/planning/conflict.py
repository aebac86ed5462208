"""Which requirements conflict, in words with numbers."""

from collections import defaultdict

from drawdown.planning.problem import Problem
from drawdown.planning.solution import Solution


def explain_stuck(problem: Problem, solution: Solution) -> tuple[str, ...]:
    """Return what finds no end in the best that was found, in sentences."""
    persons: dict[str, int] = defaultdict(int)
    items: dict[str, int] = defaultdict(int)
    bound_items: dict[str, int] = defaultdict(int)
    other: list[str] = []
    for key, count in solution.stuck.items():
        if key[0] == "unended":
            parcel = problem.cargo.parcels[int(key[1])]  # type: ignore[call-overload]
            items[parcel.site] += count
            if parcel.local_loss is None:
                bound_items[parcel.site] += count
        elif key[0] == "unguarded":
            other.append(f"{count} guards are missing at {key[1]}")
        elif key[1] == "P":
            persons[str(key[2])] += count
        elif key[1] == "I":
            items[str(key[2])] += count
        else:
            other.append(f"{count} trucks stay at {key[2]} after it closes")
    lines = [
        f"{count} people find no way out of {site}"
        for site, count in sorted(persons.items())
    ]
    for site, count in sorted(items.items()):
        line = f"{count} items find no way out of {site}"
        if bound_items[site]:
            line += f", of which {bound_items[site]} may end in no other way"
        lines.append(line)
    lines += sorted(other)
    return (*_causes(problem, set(persons) | set(items)), *lines)


def _causes(problem: Problem, sites: set[str]) -> list[str]:
    """Return what stands against moving from these sites."""
    causes = []
    for site in sorted(sites):
        ways = [w for w in problem.ways if w.origin == site and w.stands]
        escorted = [w for w in ways if w.escorts]
        if escorted and len(escorted) == len(ways):
            last = _last_service(problem, {g for w in escorted for g in w.groups})
            if last is not None and last < problem.deadline:
                causes.append(
                    f"every road out of {site} needs an escort, and the last company "
                    f"that serves there ends on {problem.mission.date(last)}"
                )
    return causes


def _last_service(problem: Problem, groups: set[str]) -> int | None:
    """Return the last day of service of some groups; None if it is open."""
    days = []
    for service in problem.services:
        if service.group in groups:
            if service.last is None:
                return None
            days.append(service.last)
    return max(days, default=-1)


def no_way_out(problem: Problem) -> tuple[str, ...]:
    """Return why not even the relaxation has a solution."""
    lines = [
        f"{place.name} cannot close before {problem.mission.date(place.earliest)} (its "
        f"steps and dates), and must close by {problem.mission.date(place.latest)}"
        for place in problem.closing
        if place.earliest > place.latest
    ]
    return tuple(lines) or (
        "not even a relaxation of the requirements has a solution: some people or "
        "items have no way out before the plan's last day",
    )
