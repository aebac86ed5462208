"""Lots: the daily rates of their sites let them move or end."""

from collections.abc import Iterator

from drawdown.mission.consistency.finding import Finding, check
from drawdown.mission.lots import Lot
from drawdown.mission.mission import Mission

DISPOSITIONS = (
    "lots.repatriate",
    "lots.transfer",
    "lots.gift",
    "lots.sell",
    "lots.destroy",
    "lots.count",
)


@check(*DISPOSITIONS, "sites.packing_per_day", "sites.disposal_per_day")
def rates_are_above_zero_where_needed(mission: Mission) -> Iterator[Finding]:
    """Find lots that can only end in a way for which their site has no rate."""
    sites = {site.site_id: site for site in mission.sites}
    for number, lot in enumerate(mission.lots):
        site = sites.get(lot.site_id)
        if site is None or not lot.count:
            continue
        if _all_move(lot) and not site.packing_per_day:
            yield _rate(number, lot, "leave", "packing_per_day")
        if _none_moves(lot) and not site.disposal_per_day:
            yield _rate(number, lot, "end on the spot", "disposal_per_day")


def _all_move(lot: Lot) -> bool:
    """Return whether all allowed dispositions take the items away."""
    return all(disposition.moves for disposition in lot.losses)


def _none_moves(lot: Lot) -> bool:
    """Return whether the items can only end on the spot."""
    return not any(disposition.moves for disposition in lot.losses)


def _rate(row: int, lot: Lot, end: str, column: str) -> Finding:
    return Finding(
        table="lots",
        row=row,
        column="site_id",
        message=f"{lot.lot_id} can only {end}, and {column} of {lot.site_id} is 0",
        hint=f"give {column} in sites.csv, or allow another disposition",
        level="warning",
    )


CHECKS = (rates_are_above_zero_where_needed,)
