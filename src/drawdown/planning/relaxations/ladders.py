"""Which relaxations are worth trying, from the smallest to the largest of each kind."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from drawdown.mission.routes import Window, WindowState
from drawdown.planning.contradictions import Cause, Contradiction
from drawdown.planning.problem import Problem
from drawdown.planning.relaxations.change import Change, Ladder, Rung

WEEKS = (0, 7, 14, 28, 56)
PARTS = tuple(number / 40 for number in range(41))
"""Of the items of a yard: how much larger than the least it becomes."""
SHUT = 0.5
"""Part of the plan's days from which on a closed leg counts as shut."""


def ladders(problem: Problem, found: Sequence[Contradiction]) -> list[Ladder]:
    """Return relaxations that may help against what is contradictory, or against
    what could not be proven to be (``found`` is empty then).
    """
    makers = (
        _yards,
        _reopened,
        _escorts_longer,
        _escorts_fewer,
        _destroyed,
        _closings,
        _deadline,
        _without_tasks,
        _late,
    )
    return [
        ladder for make in makers for ladder in make(problem, found) if ladder.rungs
    ]


def _of(found: Sequence[Contradiction], *causes: Cause) -> list[Contradiction]:
    return [f for f in found if f.cause in causes]


def _only(found: Sequence[Contradiction], *causes: Cause) -> bool:
    """Return whether all that proves that there is no plan has one of these causes."""
    return all(f.cause in causes for f in found if f.fatal)


# ------------------------------------------------------------------ yards, corridors


def _yards(problem: Problem, found: Sequence[Contradiction]) -> Iterator[Ladder]:
    """Larger yards; and with corridors open again that are shut."""
    small = _of(found, Cause.YARD)
    if not small or not _only(found, Cause.YARD):
        return
    yield Ladder(
        name="yard",
        rungs=tuple(_rung_of_yards(problem, small, part, (), "") for part in PARTS),
    )
    shut = _shut(problem)
    if shut:
        again = tuple(Change(table="windows", row=w.window_id) for w in shut)
        legs = ", ".join(sorted({w.leg_id for w in shut}))
        yield Ladder(
            name="corridor",
            rungs=tuple(
                _rung_of_yards(problem, small, part, again, f"open {legs} again, and ")
                for part in PARTS
            ),
        )


def _rung_of_yards(
    problem: Problem,
    small: Sequence[Contradiction],
    part: float,
    others: tuple[Change, ...],
    before: str,
) -> Rung:
    sites = {site.site_id: site for site in problem.mission.sites}
    changes, words = [], []
    for found in small:
        now = sites[found.name].yard
        assert now is not None
        yard = found.least + round(part * found.least)
        changes.append(
            Change(table="sites", row=found.name, column="yard", before=now, after=yard)
        )
        words.append(f"room for {yard - now} more items in the yard of {found.name}")
    return Rung(words=before + ", ".join(words), changes=(*others, *changes))


def _shut(problem: Problem) -> list[Window]:
    """Return closures of legs that last for most of the plan."""
    mission = problem.mission
    found = []
    for window in mission.windows:
        if window.state is not WindowState.CLOSED:
            continue
        first = 0 if window.start is None else max(0, mission.day(window.start))
        last = problem.days - 1
        if window.end is not None:
            last = min(last, mission.day(window.end))
        if last - first + 1 >= SHUT * problem.days:
            found.append(window)
    return found


def _reopened(problem: Problem, found: Sequence[Contradiction]) -> Iterator[Ladder]:
    """Shut legs that open again, late or for the beginning only."""
    if not _only(found, Cause.CARGO, Cause.PEOPLE):
        return
    mission = problem.mission
    for window in _shut(problem):
        leg, row = window.leg_id, window.window_id
        days = [round(problem.days * part) for part in (0.9, 0.8, 0.65, 0.5, 0.3, 0.15)]
        late = []
        for day in days:
            on = mission.date(day)
            if window.start is not None and on <= window.start:
                continue
            changes: list[Change] = []
            last = mission.date(day - 1)
            if window.end is None or last < window.end:
                changes.append(_dated("windows", row, "end", window.end, last))
            if changes:
                late.append(
                    Rung(words=f"open {leg} from {on} on", changes=tuple(changes))
                )
        yield Ladder(name=f"{leg} again", rungs=tuple(late))
        early = []
        for day in reversed(days):
            on = mission.date(day)
            until = mission.date(day - 1)
            if window.end is not None and on > window.end:
                continue
            if window.start is None or on > window.start:
                early.append(
                    Rung(
                        words=f"keep {leg} open until {until}",
                        changes=(_dated("windows", row, "start", window.start, on),),
                    )
                )
        yield Ladder(name=f"{leg} longer", rungs=tuple(early))


def _dated(
    table: str, row: str, column: str, before: date | None, after: date | None
) -> Change:
    return Change(table=table, row=row, column=column, before=before, after=after)


# ---------------------------------------------------------------- dispositions


def _destroyed(problem: Problem, found: Sequence[Contradiction]) -> Iterator[Ladder]:
    """Things that may only be moved may be destroyed, at a total loss."""
    if not _only(found, Cause.CARGO):
        return
    proven = {f.name for f in _of(found, Cause.CARGO)}
    escorted = {
        place.name
        for place in problem.closing
        if all(
            w.escorts
            for w in problem.ways
            if w.origin == place.name and (w.vehicles or w.slots)
        )
    }
    sites = {site.site_id: site for site in problem.mission.sites}
    rungs: list[Rung] = []
    for names in (proven, proven | escorted):
        lots = [
            lot
            for lot in problem.mission.lots
            if lot.site_id in names
            and lot.count
            and all(d.moves for d in lot.losses)
            and sites[lot.site_id].disposal_per_day >= 1
        ]
        if lots and (not rungs or len(lots) > len(rungs[-1].changes)):
            where = ", ".join(sorted({lot.site_id for lot in lots}))
            count = sum(lot.count for lot in lots)
            rungs.append(
                Rung(
                    words=f"allow that {count} items are destroyed that may only be "
                    f"moved now (all such lots of {where})",
                    changes=tuple(
                        Change(
                            table="lots", row=lot.lot_id, column="destroy", after=1.0
                        )
                        for lot in lots
                    ),
                )
            )
    yield Ladder(name="destroy", rungs=tuple(rungs))


# --------------------------------------------------------------------- escorts


def _ended(problem: Problem) -> dict[str, tuple[date, date]]:
    """Return rows of escorts whose service ends early, with its end and how long it
    could last.
    """
    mission = problem.mission
    units = {unit.unit_id: unit for unit in mission.units}
    found = {}
    for escort in mission.escorts:
        last = mission.decision.deadline
        leaves = units[escort.unit_id].leaves_by
        if leaves is not None:
            last = min(last, leaves)
        if (
            escort.available_to is not None
            and escort.available_to < last
            and escort.companies
        ):
            found[escort.escort_id] = (escort.available_to, last)
    return found


def _escorts_longer(
    problem: Problem, found: Sequence[Contradiction]
) -> Iterator[Ladder]:
    """All companies serve some weeks longer."""
    if not _only(found, Cause.CARGO, Cause.PEOPLE):
        return
    mission = problem.mission
    ended = _ended(problem)
    if not ended:
        return
    first = max(
        [min(mission.day(to) for to, _ in ended.values()) + 1]
        + [f.least for f in _of(found, Cause.CARGO, Cause.PEOPLE) if f.fatal]
    )
    end = max(mission.day(last) for _, last in ended.values())
    rungs = []
    for day in sorted({*range(first, end, 7), end}):
        changes = [
            _dated("escorts", row, "available_to", to, min(last, mission.date(day)))
            for row, (to, last) in ended.items()
            if to < min(last, mission.date(day))
        ]
        companies = sum(
            e.companies
            for e in mission.escorts
            if e.escort_id in {c.row for c in changes}
        )
        if changes:
            rungs.append(
                Rung(
                    words=f"keep {companies} escort companies until "
                    f"{mission.date(day)}",
                    changes=tuple(changes),
                )
            )
    yield Ladder(name="escorts longer", rungs=tuple(rungs))


def _escorts_fewer(
    problem: Problem, found: Sequence[Contradiction]
) -> Iterator[Ladder]:
    """Some companies of each group serve as long as they could."""
    if not _only(found, Cause.CARGO, Cause.PEOPLE):
        return
    mission = problem.mission
    ended = _ended(problem)
    by_group: dict[str, list[str]] = defaultdict(list)
    for escort in mission.escorts:
        if escort.escort_id in ended:
            by_group[escort.group].append(escort.escort_id)
    count = {e.escort_id: e.companies for e in mission.escorts}
    rungs = []
    for number in range(1, max((len(rows) for rows in by_group.values()), default=0)):
        rows = [row for group in by_group.values() for row in group[:number]]
        groups = ", ".join(
            f"{sum(count[row] for row in members[:number])} of {group}"
            for group, members in by_group.items()
        )
        rungs.append(
            Rung(
                words=f"keep {sum(count[row] for row in rows)} escort companies "
                f"({groups}) until {max(ended[row][1] for row in rows)}",
                changes=tuple(
                    _dated("escorts", row, "available_to", *ended[row]) for row in rows
                ),
            )
        )
    yield Ladder(name="fewer escorts longer", rungs=tuple(rungs))


# ----------------------------------------------------------------------- dates


def _closings(problem: Problem, found: Sequence[Contradiction]) -> Iterator[Ladder]:
    """Sites that must close by a day close later."""
    early = [f for f in _of(found, Cause.CLOSING) if f.fatal]
    if not early or not _only(found, Cause.CLOSING):
        return
    mission = problem.mission
    sites = {site.site_id: site for site in mission.sites}
    rungs = []
    for more in WEEKS:
        changes, words = [], []
        for one in early:
            by = sites[one.name].close_by
            if by is None:
                continue
            day = mission.date(one.least + more)
            changes.append(_dated("sites", one.name, "close_by", by, day))
            words.append(f"{one.name} {(day - by).days} days later ({day})")
        if changes:
            rungs.append(
                Rung(words=f"close {', '.join(words)}", changes=tuple(changes))
            )
    yield Ladder(name="close later", rungs=tuple(rungs))
    rows = [
        Change(
            table="sites",
            row=one.name,
            column="close_by",
            before=sites[one.name].close_by,
        )
        for one in early
        if sites[one.name].close_by is not None
    ]
    if rows:
        names = ", ".join(change.row for change in rows)
        yield Ladder(
            name="close any day",
            rungs=(Rung(words=f"let {names} close on any day", changes=tuple(rows)),),
        )


def _deadline_to(problem: Problem, day: int) -> tuple[str, Change]:
    mission = problem.mission
    before, after = mission.decision.deadline, mission.date(day)
    return (
        f"a deadline {(after - before).days} days later ({after})",
        Change(table="decision", column="deadline", before=before, after=after),
    )


def _helped_by_days(found: Sequence[Contradiction]) -> bool:
    return _only(found, Cause.TASK, Cause.TEAMS)


def _deadline(problem: Problem, found: Sequence[Contradiction]) -> Iterator[Ladder]:
    """A later deadline."""
    if not _helped_by_days(found):
        return
    tasks = _of(found, Cause.TASK)
    if any(not f.least for f in tasks):
        return
    least = max((f.least for f in found), default=problem.deadline + 7)
    rungs = []
    for more in WEEKS if found else (0, 14, 28, 56, 112):
        words, change = _deadline_to(problem, least + more)
        changes = [change, *_later_tasks(problem, tasks)]
        rungs.append(Rung(words=words, changes=tuple(changes)))
    yield Ladder(name="deadline", rungs=tuple(rungs), least_first=bool(found))


def _later_tasks(problem: Problem, tasks: Sequence[Contradiction]) -> list[Change]:
    """Return changes of the latest days that would still be in the way."""
    rows = {task.task_id: task for task in problem.mission.tasks}
    found = []
    for one in tasks:
        latest = rows[one.name].latest
        after = problem.mission.date(one.least)
        if latest is not None and latest < after:
            found.append(_dated("tasks", one.name, "latest", latest, after))
    return found


def _unbound(found: Sequence[Contradiction]) -> tuple[str, tuple[Change, ...]]:
    """Return what lets tasks be residual that must be handed over."""
    names = [f.name for f in _of(found, Cause.TASK)]
    words = f"let {', '.join(names)} be residual" if names else ""
    return words, tuple(
        Change(table="tasks", row=name, column="must", before=True, after=False)
        for name in names
    )


def _without_tasks(
    problem: Problem, found: Sequence[Contradiction]
) -> Iterator[Ladder]:
    """Tasks become residual, and the deadline comes later by less."""
    tasks = _of(found, Cause.TASK)
    if not tasks or not _helped_by_days(found):
        return
    words, unbound = _unbound(found)
    others = [f.least for f in found if f.cause is not Cause.TASK]
    first = max([problem.deadline, *others])
    last = max(f.least for f in tasks)
    rungs = []
    if first == problem.deadline:
        rungs.append(Rung(words=words, changes=unbound))
        first += 7
    days = range(first, last, 7)
    for day in days:
        later, change = _deadline_to(problem, day)
        rungs.append(Rung(words=f"{words}, and {later}", changes=(*unbound, change)))
    yield Ladder(name="tasks", rungs=tuple(rungs))


def _late(problem: Problem, found: Sequence[Contradiction]) -> Iterator[Ladder]:
    """The deadline stays, and people are late: the plan goes on after it."""
    if not _helped_by_days(found):
        return
    words, unbound = _unbound(found)
    overrun = problem.mission.planning.overrun_days
    rungs = []
    for more in range(15, 151, 15):
        text = f"plan {overrun + more} days past the deadline, with people late"
        rungs.append(
            Rung(
                words=f"{words}, and {text}" if words else text,
                changes=(
                    *unbound,
                    Change(
                        table="planning",
                        column="overrun_days",
                        before=overrun,
                        after=overrun + more,
                    ),
                ),
            )
        )
    yield Ladder(name="late", rungs=tuple(rungs))
