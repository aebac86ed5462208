"""How the items of a plan end, by disposition, and what is lost by it."""

from collections.abc import Iterator
from dataclasses import dataclass

from drawdown.mission import Disposition, Mission
from drawdown.plan import Plan
from drawdown.verifying.report import figure


@dataclass(slots=True)
class _Sum:
    """Items of one disposition."""

    items: int = 0
    lost: float = 0.0


MOST_LOTS = 10
"""Lots of which items are destroyed that are named."""


def items_in_words(mission: Mission, plan: Plan) -> Iterator[str]:
    """Yield how many items end in which way, and the value that is lost."""
    sums = {by: _Sum() for by in Disposition}
    losses = {lot.lot_id: lot.losses for lot in mission.lots}
    values = {lot.lot_id: lot.value or 0.0 for lot in mission.lots}
    for lot, by, count in _endings(plan):
        sums[by].items += count
        share = losses.get(lot, {}).get(by, 0.0)
        sums[by].lost += count * values.get(lot, 0.0) * share
    yield "Items"
    for by, total in sums.items():
        if total.items:
            lost = figure(round(total.lost))
            yield f"  {WORDS[by]:<13} {total.items:>7,}  {lost:>15} USD lost"
    yield from _destroyed(plan)


WORDS = {
    Disposition.REPATRIATE: "repatriated",
    Disposition.TRANSFER: "transferred",
    Disposition.GIFT: "given",
    Disposition.SELL: "sold",
    Disposition.DESTROY: "destroyed",
}


def _destroyed(plan: Plan) -> Iterator[str]:
    """Name the lots of which most items are destroyed."""
    counts: dict[str, int] = {}
    for lot, by, count in _endings(plan):
        if by is Disposition.DESTROY:
            counts[lot] = counts.get(lot, 0) + count
    most = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    for lot, count in most[:MOST_LOTS]:
        yield f"    {lot}: {count:,} destroyed"
    if len(most) > MOST_LOTS:
        yield f"    … and of {len(most) - MOST_LOTS} more lots"


def _endings(plan: Plan) -> Iterator[tuple[str, Disposition, int]]:
    for movement in plan.movements:
        for load in movement.loads:
            if load.disposition is not None:
                yield load.lot, load.disposition, load.count
    for ended in plan.disposals:
        yield ended.lot, ended.disposition, ended.count
