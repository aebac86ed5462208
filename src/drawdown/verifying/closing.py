"""Law 17: when and how sites close, and the steps before."""

from collections.abc import Iterator
from dataclasses import dataclass

from drawdown.mission import Site, Step, Timing
from drawdown.plan.plan import Closure, ClosureMode, PlannedStep
from drawdown.verifying.replay import Replay
from drawdown.verifying.verdict import Violation

NOTHING_PLANNED = Closure(site="")


def sites_close(replay: Replay) -> Iterator[Violation]:
    """Ensures that each site closes on a day on which it may (§17.1)."""
    facts = replay.facts
    for name, site in facts.sites.items():
        closure = replay.admitted.closures.get(name, NOTHING_PLANNED)
        wrong = _wrong_day(site, closure)
        if wrong:
            on = closure.closed
            day = None if on is None else facts.mission.day(on)
            yield facts.breach("17.1", name, f"{name} {wrong}", day=day)


def _wrong_day(site: Site, closure: Closure) -> str:
    on, first, last = closure.closed, site.close_not_before, site.close_by
    if site.liquidation:
        return f"is a liquidation site, and closes on {on}" if on else ""
    if on is None:
        return "has no closing day"
    if first is not None and on < first:
        return f"closes on {on}, not before {first} as it must"
    if last is not None and on > last:
        return f"closes on {on}; it must by {last}"
    return ""


def sites_close_by_their_mode(replay: Replay) -> Iterator[Violation]:
    """Ensures that sites with a counterpart are handed over, others left (§17.3)."""
    facts = replay.facts
    for name, site in facts.sites.items():
        closure = replay.admitted.closures.get(name)
        if closure is None or closure.closed is None:
            continue
        with_it = ClosureMode.HANDED_OVER if site.counterpart else ClosureMode.LEFT
        mode = None if site.liquidation else with_it
        if closure.mode is not mode:
            day = facts.mission.day(closure.closed)
            message = f"{name} is planned as {closure.mode}; by its counterpart: {mode}"
            yield facts.breach("17.3", name, message, day=day)


def steps_are_planned(replay: Replay) -> Iterator[Violation]:
    """Ensures that each site has the steps of its kind, and no others (§17.2)."""
    facts = replay.facts
    for name, site in facts.sites.items():
        closure = replay.admitted.closures.get(name, NOTHING_PLANNED)
        due, planned = _due(replay, site, closure), {s.step for s in closure.steps}
        for step in due.keys() - planned:
            message = f"{name} leaves out the step {step}"
            yield facts.breach("17.2", f"{name}/{step}", message)
        for step in sorted(planned - due.keys()):
            law = "17.3" if _needs_counterpart(replay, site, step) else "17.2"
            message = f"{name} has the step {step}, which is none of its steps"
            yield facts.breach(law, f"{name}/{step}", message)


def _needs_counterpart(replay: Replay, site: Site, name: str) -> bool:
    """Return whether a step is one that a site without counterpart leaves out."""
    return any(
        step.needs_counterpart and step.site_kind == site.kind and step.step_id == name
        for step in replay.facts.mission.steps
    )


def _due(replay: Replay, site: Site, closure: Closure) -> dict[str, Step]:
    steps = replay.facts.steps(site)
    if closure.closed is not None:
        return steps
    return {n: step for n, step in steps.items() if step.timing is Timing.OPENING}


@dataclass(frozen=True, slots=True)
class _Work:
    """A step with its days, at its site."""

    site: Site
    closure: Closure
    step: Step
    planned: PlannedStep


def _works(replay: Replay) -> Iterator[_Work]:
    for name, site in replay.facts.sites.items():
        closure = replay.admitted.closures.get(name, NOTHING_PLANNED)
        steps = replay.facts.steps(site)
        for planned in closure.steps:
            if planned.step in steps:
                yield _Work(site, closure, steps[planned.step], planned)


def steps_follow_their_order(replay: Replay) -> Iterator[Violation]:
    """Ensures that steps take their days, one after the other (§17.2)."""
    for work in _works(replay):
        for wrong in (_wrong_days(work), _wrong_end(work), *_wrong_order(work)):
            if wrong:
                yield _breach(replay, "17.2", work, wrong)


def steps_meet_their_counterpart(replay: Replay) -> Iterator[Violation]:
    """Ensures that steps with the counterpart lie within its days (§17.3)."""
    for work in _works(replay):
        first, last = work.site.counterpart_from, work.site.counterpart_to
        start, end = work.planned.start, work.planned.end
        if not work.step.needs_counterpart:
            continue
        if (first and start < first) or (last and end > last):
            wrong = (
                f"is done from {start} to {end}; {work.site.counterpart} is there"
                + (f" from {first}" if first else "")
                + (f" to {last}" if last else "")
            )
            yield _breach(replay, "17.3", work, wrong)


def _breach(replay: Replay, law: str, work: _Work, wrong: str) -> Violation:
    where = f"{work.site.site_id}/{work.step.step_id}"
    day = replay.facts.mission.day(work.planned.start)
    return replay.facts.breach(law, where, f"{where} {wrong}", day=day)


def _wrong_days(work: _Work) -> str:
    taken = (work.planned.end - work.planned.start).days + 1
    if taken == work.step.days:
        return ""
    return f"takes {taken} days; it must take {work.step.days}"


def _wrong_end(work: _Work) -> str:
    closed, end = work.closure.closed, work.planned.end
    if closed is None or end <= closed:
        return ""
    return f"ends on {end}, after the closing day {closed}"


def _wrong_order(work: _Work) -> Iterator[str]:
    ends = {planned.step: planned.end for planned in work.closure.steps}
    for before in work.step.after:
        if before in ends and work.planned.start <= ends[before]:
            yield f"begins on {work.planned.start}; {before} ends on {ends[before]}"
