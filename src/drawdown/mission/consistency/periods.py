"""Periods: their last day is not before their first, and some day of them counts."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from drawdown.mission.consistency.finding import Check, Finding, check
from drawdown.mission.mission import Mission
from drawdown.mission.tables import BY_NAME
from drawdown.mission.writing import rows_of

PERIODS = (
    ("decision", "liquidation_from", "liquidation_to"),
    ("authorities", "start", "end"),
    ("sites", "counterpart_from", "counterpart_to"),
    ("exits", "open_from", "open_to"),
    ("escorts", "available_from", "available_to"),
    ("fleets", "available_from", "available_to"),
    ("windows", "start", "end"),
    ("hazards", "start", "end"),
    ("permits", "start", "end"),
    ("threats", "start", "end"),
    ("closures_actual", "planned_from", "planned_to"),
)
UNPLANNED = frozenset({"decision", "closures_actual"})
"""Whose periods may well lie outside the days of a plan."""
IN_ROW_TYPE = frozenset({"windows"})
"""Whose row type sees to the order of the two days itself."""


def ordered(table: str, first: str, last: str) -> Check:
    """Return the check that the periods of a table do not end before they begin."""

    @check(f"{table}.{first}", f"{table}.{last}")
    def find(mission: Mission) -> Iterator[Finding]:
        for number, row in enumerate(rows_of(mission, BY_NAME[table])):
            begin, end = getattr(row, first), getattr(row, last)
            if begin is not None and end is not None and end < begin:
                yield Finding(
                    table=table,
                    row=number,
                    column=last,
                    message=f"{last} {end} is before {first} {begin}",
                    hint="correct one of the two dates",
                )

    return find


def counting(table: str, first: str, last: str) -> Check:
    """Return the check that the periods of a table touch the days of the mission."""

    @check(f"{table}.{first}", f"{table}.{last}", *DAYS)
    def find(mission: Mission) -> Iterator[Finding]:
        begin, end = mission.header.start, _last_day(mission)
        for number, row in enumerate(rows_of(mission, BY_NAME[table])):
            if outside(getattr(row, first), getattr(row, last), begin, end):
                yield Finding(
                    table=table,
                    row=number,
                    column=first if getattr(row, first) else last,
                    message="no day of this row is a day of the plan "
                    f"({begin} to {end})",
                    hint="it has no effect; correct the dates or delete the row",
                    level="warning",
                )

    return find


def _last_day(mission: Mission) -> date:
    """Return the last day of a plan, or of the calendar if it lies beyond that."""
    last = mission.header.start.toordinal() + mission.horizon - 1
    return date.fromordinal(min(max(last, 1), date.max.toordinal()))


DAYS = ("header.start", "decision.deadline", "planning.overrun_days")


def outside(first: date | None, last: date | None, begin: date, end: date) -> bool:
    """Return whether a period has no day within others; a missing end is open."""
    return (first is not None and first > end) or (last is not None and last < begin)


@check("permits.permit_zone", "permits.mode", "permits.start", "permits.end")
def one_permit_row_holds_on_a_day(mission: Mission) -> Iterator[Finding]:
    """Find days on which two rows say differently how long clearance takes."""
    rows = [((p.permit_zone, p.mode), p.start, p.end) for p in mission.permits]
    yield from _overlaps("permits", rows)


@check("threats.community_id", "threats.start", "threats.end")
def one_threat_row_holds_on_a_day(mission: Mission) -> Iterator[Finding]:
    """Find days on which two rows say differently how many are under threat."""
    rows = [((t.community_id,), t.start, t.end) for t in mission.threats]
    yield from _overlaps("threats", rows)


def _overlaps(
    table: str, rows: Sequence[tuple[tuple[str, ...], date | None, date | None]]
) -> Iterator[Finding]:
    """Find rows that hold for the same thing on the same day as an earlier one."""
    by_key: dict[tuple[str, ...], list[int]] = {}
    for number, (key, _, _) in enumerate(rows):
        by_key.setdefault(key, []).append(number)
    for key, numbers in by_key.items():
        for one, other in combinations(numbers, 2):
            if not _apart(rows[one][1:], rows[other][1:]):
                yield Finding(
                    table=table,
                    row=other,
                    column="start",
                    message=f"another row for {' '.join(key)} holds on the same days",
                    hint="let one end on the day before the other starts",
                )
                break


def _apart(
    one: tuple[date | None, date | None], other: tuple[date | None, date | None]
) -> bool:
    """Return whether two periods share no day."""
    begin, end = other
    return outside(*one, begin or date.min, end or date.max)


CHECKS = (
    *(ordered(*period) for period in PERIODS if period[0] not in IN_ROW_TYPE),
    *(counting(*period) for period in PERIODS if period[0] not in UNPLANNED),
    one_permit_row_holds_on_a_day,
    one_threat_row_holds_on_a_day,
)
