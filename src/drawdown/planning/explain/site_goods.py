"""How early packing and disposal let a site close (laws 9 and 10)."""

import math
from collections.abc import Iterator

from drawdown.mission import Site
from drawdown.planning.explain.at_the_start import own_effort
from drawdown.planning.explain.explanation import Rule
from drawdown.planning.explain.known import Known
from drawdown.planning.explain.phrases import days


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
    yield Rule(
        law="10.1",
        text=known.language.text(
            "packing {effort} at {rate} a day from {first} on takes to {last}",
            effort=known.language.number(effort, 0),
            rate=site.packing_per_day,
            first=known.on(opened + 1),
            last=known.on(end),
        ),
        slack=closing - end,
        change=_faster_packing(known, effort, closing - 7 - opened),
    )


def _faster_packing(known: Known, effort: float, left: int) -> str:
    """Say at which rate things are packed in some days, and what else would help."""
    language = known.language
    if left <= 0:
        return language.text("or fewer things taken along")
    return language.text(
        "{rate} a day instead, or fewer things taken along",
        rate=language.number(effort / left, 1),
    )


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
        text=known.language.text(
            "{count} items that are given, sold or destroyed here, at {rate} a day, "
            "take to {day}",
            count=count,
            rate=site.disposal_per_day,
            day=known.on(end),
        ),
        slack=closing - end,
        change=_faster_disposal(known, count, closing - 7 + 1),
    )


def _faster_disposal(known: Known, count: int, left: int) -> str:
    """Say at which rate things are disposed of in some days, and what else helps."""
    language = known.language
    if left <= 0:
        return language.text("or more things taken along")
    return language.text(
        "{rate} a day instead, or more things taken along",
        rate=language.number(count / left, 1),
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
            text=known.language.plural(
                "{n} item needed here can go from {day} on, {days} before the closing "
                "day or less",
                "{n} items needed here can go from {day} on, {days} before the closing "
                "day or less",
                items,
                day=known.on(closing - longest),
                days=days(known.language, longest),
            ),
        )
