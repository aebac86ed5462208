"""Sites: who and what is there on day 0, how they close, what remains."""

from collections.abc import Iterator

from drawdown.mission.consistency.finding import Finding, check
from drawdown.mission.mission import Mission


@check("sites.close_by", "sites.close_not_before", "header.start", "decision.deadline")
def sites_can_close_within_the_plan(mission: Mission) -> Iterator[Finding]:
    """Find closing dates before day 0, and sites that may close only too late."""
    start, deadline = mission.header.start, mission.decision.deadline
    for number, site in enumerate(mission.sites):
        if site.close_by is not None and site.close_by < start:
            yield Finding(
                table="sites",
                row=number,
                column="close_by",
                message=f"close_by {site.close_by} is before the start {start}",
                hint="leave out sites that are closed already",
            )
        if site.close_not_before is not None and site.close_not_before > deadline:
            yield Finding(
                table="sites",
                row=number,
                column="close_not_before",
                message=f"{site.site_id} may only close after the deadline {deadline}",
                hint="if it stays open for the liquidation, say liquidation yes",
                level="warning",
            )


@check("sites.beds", "units.strength", "units.local", "units.site_id")
def beds_hold_who_is_there(mission: Mission) -> Iterator[Finding]:
    """Find sites with more people than beds on day 0 (law 8.1)."""
    for number, site in enumerate(mission.sites):
        there = (u for u in mission.units if u.site_id == site.site_id and not u.local)
        people = sum(unit.strength for unit in there)
        if site.beds is not None and people > site.beds:
            yield _day_0(
                number, "beds", f"{people} people are there and {site.beds} beds"
            )


@check("sites.yard", "lots.count", "lots.site_id")
def yards_hold_what_is_there(mission: Mission) -> Iterator[Finding]:
    """Find sites with more items than room on day 0 (law 8.2)."""
    for number, site in enumerate(mission.sites):
        items = sum(lot.count for lot in mission.lots if lot.site_id == site.site_id)
        if site.yard is not None and items > site.yard:
            yield _day_0(
                number, "yard", f"{items} items are there and room for {site.yard}"
            )


@check("sites.guard_minimum", "units.guard_capable", "units.site_id")
def guards_are_there(mission: Mission) -> Iterator[Finding]:
    """Find sites with fewer guard-capable people than needed on day 0 (law 6.1)."""
    if not _all_units_are_somewhere(mission):
        return
    for number, site in enumerate(mission.sites):
        guards = sum(
            unit.guard_capable for unit in mission.units if unit.site_id == site.site_id
        )
        if guards < site.guard_minimum:
            yield _day_0(
                number,
                "guard_minimum",
                f"{guards} guard-capable people are there of {site.guard_minimum}",
            )


def _all_units_are_somewhere(mission: Mission) -> bool:
    """Return whether all units are at sites that are there.

    If not, that is reported; too few people at a site may be a consequence.
    """
    sites = {site.site_id for site in mission.sites}
    return all(unit.site_id in sites for unit in mission.units)


def _day_0(row: int, column: str, message: str) -> Finding:
    return Finding(
        table="sites",
        row=row,
        column=column,
        message=f"on day 0 {message}",
        hint="correct the numbers; a plan must mend it on the first day",
        level="warning",
    )


@check("sites.liquidation", "sites.liquidation_guard", "units.remains", "units.site_id")
def liquidation_sites_keep_their_guard(mission: Mission) -> Iterator[Finding]:
    """Find liquidation sites where too few people may remain (law 6.3)."""
    if not _all_units_are_somewhere(mission):
        return
    for number, site in enumerate(mission.sites):
        there = (unit for unit in mission.units if unit.site_id == site.site_id)
        remain = sum(unit.remains for unit in there)
        if site.liquidation and remain < site.liquidation_guard:
            yield Finding(
                table="sites",
                row=number,
                column="liquidation_guard",
                message=f"{site.liquidation_guard} people must remain at "
                f"{site.site_id} and {remain} may (law 6.3)",
                hint="say in the column remains of units.csv who remains there",
            )


@check("sites.liquidation", "sites.liquidation_guard", "sites.close_by")
def only_liquidation_sites_stay_open(mission: Mission) -> Iterator[Finding]:
    """Find values that have no effect at sites of this sort."""
    for number, site in enumerate(mission.sites):
        if site.liquidation_guard and not site.liquidation:
            yield _idle(number, "liquidation_guard", "no liquidation site")
        if site.close_by and site.liquidation:
            yield _idle(number, "close_by", "a liquidation site and does not close")


@check("sites.thin_out_days", "sites.thin_out_minimum")
def thin_out_has_days(mission: Mission) -> Iterator[Finding]:
    """Find a smaller guard that is allowed on no day."""
    for number, site in enumerate(mission.sites):
        if site.thin_out_minimum and not site.thin_out_days:
            yield _idle(number, "thin_out_minimum", "without thin_out_days")


@check("sites.counterpart", "sites.counterpart_from", "sites.counterpart_to")
def counterpart_days_belong_to_a_counterpart(mission: Mission) -> Iterator[Finding]:
    """Find days of a counterpart that is not named: the site could only be left."""
    for number, site in enumerate(mission.sites):
        if (site.counterpart_from or site.counterpart_to) and not site.counterpart:
            yield Finding(
                table="sites",
                row=number,
                column="counterpart",
                message=f"{site.site_id} has days of a counterpart and no counterpart: "
                "it would be left and not handed over (law 17.3)",
                hint="name the authority that takes the site",
                level="warning",
            )


def _idle(row: int, column: str, why: str) -> Finding:
    return Finding(
        table="sites",
        row=row,
        column=column,
        message=f"{column} has no effect: the site is {why}",
        hint="correct it or empty the cell",
        level="warning",
    )


CHECKS = (
    sites_can_close_within_the_plan,
    beds_hold_who_is_there,
    yards_hold_what_is_there,
    guards_are_there,
    liquidation_sites_keep_their_guard,
    only_liquidation_sites_stay_open,
    thin_out_has_days,
    counterpart_days_belong_to_a_counterpart,
)
