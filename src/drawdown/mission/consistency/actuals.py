"""Actuals: counts of departures only grow, and their parts make the whole."""

from collections.abc import Iterator
from itertools import pairwise

from drawdown.mission.consistency.finding import Finding, check
from drawdown.mission.mission import Mission

COUNTS = ("persons", "uniformed", "civilian")


@check("departures_actual.on", *(f"departures_actual.{name}" for name in COUNTS))
def departures_only_grow(mission: Mission) -> Iterator[Finding]:
    """Find days on which fewer had left than on a day before."""
    rows = sorted(enumerate(mission.departures_actual), key=lambda pair: pair[1].on)
    for name in COUNTS:
        known = [(n, row) for n, row in rows if getattr(row, name) is not None]
        for (_, before), (number, row) in pairwise(known):
            if getattr(row, name) < getattr(before, name):
                yield Finding(
                    table="departures_actual",
                    row=number,
                    column=name,
                    message=f"{name} {getattr(row, name)} on {row.on} is below "
                    f"{getattr(before, name)} on {before.on}",
                    hint="counts are of all who have left since day 0",
                    level="warning",
                )


@check(*(f"departures_actual.{name}" for name in COUNTS))
def departures_add_up(mission: Mission) -> Iterator[Finding]:
    """Find rows whose troops, police and civilians are not all who left."""
    for number, row in enumerate(mission.departures_actual):
        parts = (row.uniformed or 0) + (row.civilian or 0)
        whole = row.uniformed is not None and row.civilian is not None
        if row.persons is not None and (
            parts > row.persons or (whole and parts < row.persons)
        ):
            yield Finding(
                table="departures_actual",
                row=number,
                column="persons",
                message=f"persons is {row.persons}, uniformed and civilian {parts}",
                hint="correct one of them, or leave out what no source says",
                level="warning",
            )


CHECKS = (departures_only_grow, departures_add_up)
