"""Steps: their order has a beginning, their crews and counterparts are there."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from drawdown.mission.consistency.finding import Finding, check
from drawdown.mission.mission import Mission
from drawdown.mission.nearest import did_you_mean, nearest
from drawdown.mission.sites import Site, Step, Timing

Steps = Mapping[str, tuple[int, Step]]
"""The steps of one kind of site by identifier, with their positions."""


def by_kind(mission: Mission) -> dict[str, Steps]:
    """Return the steps of each kind of site."""
    kinds: dict[str, dict[str, tuple[int, Step]]] = {}
    for number, step in enumerate(mission.steps):
        kinds.setdefault(step.site_kind, {})[step.step_id] = (number, step)
    return dict(kinds)


@check("steps.after", "steps.site_kind")
def steps_come_after_steps_of_their_kind(mission: Mission) -> Iterator[Finding]:
    """Find steps that are to come after one that the kind of site does not have."""
    for kind, steps in by_kind(mission).items():
        for number, step in steps.values():
            for name in step.after:
                if name not in steps:
                    hint = did_you_mean(name, set(steps) - {step.step_id})
                    yield _step(
                        number,
                        "after",
                        f"a site of kind {kind} has no step {name}",
                        hint or f"its steps are {', '.join(steps)}",
                    )


@check("steps.after", "steps.site_kind")
def steps_do_not_wait_for_themselves(mission: Mission) -> Iterator[Finding]:
    """Find steps that wait for each other in a circle."""
    for steps in by_kind(mission).values():
        for name, (number, _) in steps.items():
            circle = _circle(steps, name)
            if circle and name == min(circle):
                path = " → ".join([*circle, circle[0]])
                yield _step(
                    number,
                    "after",
                    f"these steps wait for each other: {path}",
                    "delete one of the names in the column after",
                )


def _circle(steps: Steps, name: str) -> list[str]:
    """Return a way from a step over the steps it waits for, back to itself."""
    ways = [[name]]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        for earlier in steps[way[-1]][1].after:
            if earlier == name:
                return way
            if earlier in steps and earlier not in seen:
                seen.add(earlier)
                ways.append([*way, earlier])
    return []


@check("steps.after", "steps.site_kind", "steps.timing")
def opening_steps_do_not_wait_for_closing_ones(mission: Mission) -> Iterator[Finding]:
    """Find opening steps that come after closing ones."""
    for steps in by_kind(mission).values():
        for number, step in steps.values():
            for name in step.after:
                later = name in steps and steps[name][1].timing is Timing.CLOSING
                if step.timing is Timing.OPENING and later:
                    yield _step(
                        number,
                        "after",
                        f"the opening step {step.step_id} waits for the closing step "
                        f"{name}",
                        "opening steps are done before packing begins",
                    )


@check("steps.days")
def steps_take_a_day(mission: Mission) -> Iterator[Finding]:
    """Find steps that take no day."""
    for number, step in enumerate(mission.steps):
        if step.days < 1:
            yield _step(
                number, "days", f"{step.step_id} takes no day", "give at least 1"
            )


@check("steps.teams", "crews.teams")
def crews_have_the_teams_of_steps(mission: Mission) -> Iterator[Finding]:
    """Find steps that take more teams than there are (law 17.4)."""
    teams = {crew.crew_id: crew.teams for crew in mission.crews}
    for number, step in enumerate(mission.steps):
        if step.teams > teams.get(step.crew, step.teams):
            yield _step(
                number,
                "teams",
                f"{step.step_id} takes {step.teams} teams of {step.crew}, "
                f"of which there are {teams[step.crew]} (law 17.4)",
                "correct one of the two numbers",
                warning=True,
            )


@check("steps.site_kind", "sites.kind")
def kinds_of_sites_are_those_of_steps(mission: Mission) -> Iterator[Finding]:
    """Find kinds that only one of the two tables knows: one is mistyped."""
    with_steps = set(by_kind(mission))
    kinds = {site.kind for site in mission.sites}
    for number, site in enumerate(mission.sites):
        if with_steps and site.kind not in with_steps:
            yield Finding(
                table="sites",
                row=number,
                column="kind",
                message=f"no step is for sites of kind {site.kind}: {site.site_id} "
                "would close without any",
                hint=did_you_mean(site.kind, with_steps),
                level="warning",
            )
    for kind, steps in by_kind(mission).items():
        # Steps for kinds without a site do no harm; a typing error does.
        if kind not in kinds and nearest(kind, kinds):
            number = min(number for number, _ in steps.values())
            yield Finding(
                table="steps",
                row=number,
                column="site_kind",
                message=f"no site is of kind {kind}",
                hint=did_you_mean(kind, kinds),
                level="warning",
            )


@check(
    "steps.days",
    "steps.after",
    "steps.needs_counterpart",
    "steps.site_kind",
    "sites.kind",
    "sites.counterpart_from",
    "sites.counterpart_to",
    "header.start",
    "decision.deadline",
)
def counterparts_are_there_long_enough(mission: Mission) -> Iterator[Finding]:
    """Find sites whose counterpart has fewer days than its steps take (law 17.3)."""
    kinds = by_kind(mission)
    for number, site in enumerate(mission.sites):
        there = _counterpart_days(mission, site)
        needed = _longest_with_counterpart(kinds.get(site.kind, {}))
        if site.counterpart and not site.liquidation and there < needed:
            yield Finding(
                table="sites",
                row=number,
                column="counterpart_to",
                message=f"the counterpart is there for {max(there, 0)} days of the "
                f"mission, its steps take {needed} (law 17.3)",
                hint="correct the dates; without a counterpart the site is left",
                level="warning",
            )


def _counterpart_days(mission: Mission, site: Site) -> int:
    """Return the days up to the deadline on which the counterpart is there."""
    first = max(site.counterpart_from or mission.header.start, mission.header.start)
    deadline = mission.decision.deadline
    last = min(site.counterpart_to or deadline, deadline)
    return (last - first + timedelta(days=1)).days


def _longest_with_counterpart(steps: Steps) -> int:
    """Return the days of the longest chain of steps that need the counterpart.

    Steps between them that need none take their days too, between the others.
    """
    lengths: dict[str, int] = {}

    def length(name: str, trail: frozenset[str]) -> int:
        if name not in steps or name in trail:
            return 0
        if name not in lengths:
            _, step = steps[name]
            before = [length(one, trail | {name}) for one in step.after]
            longest = max(before, default=0)
            counted = step.needs_counterpart or longest > 0
            lengths[name] = longest + (step.days if counted else 0)
        return lengths[name]

    needing = [name for name, (_, step) in steps.items() if step.needs_counterpart]
    return max((length(name, frozenset()) for name in needing), default=0)


def _step(
    row: int, column: str, message: str, hint: str, *, warning: bool = False
) -> Finding:
    return Finding(
        table="steps",
        row=row,
        column=column,
        message=message,
        hint=hint,
        level="warning" if warning else "error",
    )


CHECKS = (
    steps_come_after_steps_of_their_kind,
    steps_do_not_wait_for_themselves,
    opening_steps_do_not_wait_for_closing_ones,
    steps_take_a_day,
    crews_have_the_teams_of_steps,
    kinds_of_sites_are_those_of_steps,
    counterparts_are_there_long_enough,
)
