"""How early packing and disposal let a site close (laws 9 and 10)."""

import math
from collections.abc import Iterator

from drawdown.mission import Site
from drawdown.planning.explain.at_the_start import own_effort
from drawdown.planning.explain.counted import counted
from drawdown.planning.explain.explanation import Rule
from drawdown.planning.explain.known import Known


def goods_rules(known: Known, site: Site, closing: int) -> Iterator[Rule]:
    """Yield how early the goods of a site let it close."""
    yield from _packing(known, site, closing)
    yield from _disposal(known, site, closing)
    yield from _needed(known, site, closing)


def _packing(known: Known, site: Site, closing: int) -> Iterator[Rule]:
    effort = sum(own_effort(known, trip) for trip in known.leaving(site.site_id))
    if not effort or not site.packing_per_day:
        return
    opened = known.opened(site.site_id)
    end = opened + math.ceil(effort / site.packing_per_day - 1e-9)
    rate = site.packing_per_day
    yield Rule(
        law="10.1",
        text=(
            f"packing {effort:,.0f} at {rate:g} a day from {known.on(opened + 1)} on "
            f"takes to {known.on(end)}"
        ),
        slack=closing - end,
        change=(f"{_faster(effort, closing - 7 - opened)}or fewer things taken along"),
    )


def _faster(amount: float, days: int) -> str:
    """Say at which rate an amount is done in some days."""
    return f"{amount / days:,.1f} a day instead, " if days > 0 else ""


def _disposal(known: Known, site: Site, closing: int) -> Iterator[Rule]:
    count = sum(
        ended.count
        for ended in known.plan.disposals
        if ended.lot in known.lots and known.lots[ended.lot].site_id == site.site_id
    )
    if not count or not site.disposal_per_day:
        return
    end = math.ceil(count / site.disposal_per_day - 1e-9) - 1
    yield Rule(
        law="9.2",
        text=(
            f"{count:,} items that are given, sold or destroyed here, at "
            f"{site.disposal_per_day:g} a day, take to {known.on(end)}"
        ),
        slack=closing - end,
        change=f"{_faster(count, closing - 7 + 1)}or more things taken along",
    )


def _needed(known: Known, site: Site, closing: int) -> Iterator[Rule]:
    """Say what the site needs to the end; that moves with the closing day."""
    kept = [
        lot
        for lot in known.mission.lots
        if lot.site_id == site.site_id and lot.needed_days and lot.count
    ]
    if kept and not site.liquidation:
        longest = max(lot.needed_days for lot in kept)
        items = sum(lot.count for lot in kept)
        yield Rule(
            law="10.2",
            text=(
                f"{counted(items, 'item')} needed here can go from "
                f"{known.on(closing - longest)} on, {counted(longest, 'day')} "
                "before the closing day or less"
            ),
        )
