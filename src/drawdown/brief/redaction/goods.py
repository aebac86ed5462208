"""Units, lots and movements: by country, by mission, by week; or left out."""

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta

from drawdown.brief.facts.basis import Basis, together
from drawdown.brief.facts.escorts import EscortDays
from drawdown.brief.facts.lots import Ended, LotFacts
from drawdown.brief.facts.movements import MovementFacts
from drawdown.brief.facts.units import UnitFacts
from drawdown.brief.redaction.coarse import to_nearest, week
from drawdown.language import Language

__all__ = ["by_country", "everywhere", "lots", "movements", "together_as_one"]

STRENGTH = 50
"""To how many people the strength of a country is rounded."""


def by_country(units: tuple[UnitFacts, ...]) -> tuple[UnitFacts, ...]:
    """Return the people of each country at no place; civilians as one."""
    groups: dict[tuple[str, bool], list[UnitFacts]] = defaultdict(list)
    for unit in units:
        groups[unit.country if unit.uniformed else "", unit.uniformed].append(unit)
    return tuple(
        UnitFacts(
            unit_id=f"UNIT-{number}",
            country=country,
            name="",
            role="" if uniformed else "civilian",
            site_id="",
            strength=to_nearest(sum(unit.strength for unit in found), STRENGTH),
            guard_capable=0,
            uniformed=uniformed,
            local=False,
            remains=to_nearest(sum(unit.remains for unit in found), STRENGTH),
            leaves_by=None,
            leaves_first=None,
            leaves_last=None,
            out=to_nearest(sum(unit.out for unit in found), STRENGTH),
            out_by=None,
            basis=Basis(confidence=together(u.basis for u in found).confidence),
        )
        for number, ((country, uniformed), found) in enumerate(
            sorted(groups.items()), 1
        )
    )


def lots(found: tuple[LotFacts, ...], start: date) -> tuple[LotFacts, ...]:
    """Return the lots by week; sensitive ones at no place."""
    return tuple(
        replace(
            lot,
            lot_id=f"LOT-{number}",
            site_id="" if lot.sensitive else lot.site_id,
            leaves_first=week(lot.leaves_first, start),
            leaves_last=week(lot.leaves_last, start),
            ended=tuple(_by_week(one, start) for one in lot.ended),
            basis=Basis(confidence=lot.basis.confidence),
        )
        for number, lot in enumerate(found, 1)
    )


def _by_week(one: Ended, start: date) -> Ended:
    first, last = week(one.first, start), week(one.last, start)
    assert first is not None
    assert last is not None
    return replace(one, first=first, last=last)


def everywhere(found: tuple[LotFacts, ...], start: date) -> tuple[LotFacts, ...]:
    """Return the lots at no place and on no day: totals are all that they give."""
    return tuple(
        replace(lot, site_id="", leaves_first=None, leaves_last=None)
        for lot in lots(found, start)
    )


def movements(
    found: tuple[MovementFacts, ...], start: date
) -> tuple[MovementFacts, ...]:
    """Return the movements by week, without names, units, lots and escorts."""
    return tuple(
        replace(
            one,
            movement_id=f"MOVE-{number}",
            departs=week(one.departs, start) or start,
            arrives=(week(one.departs, start) or start) + timedelta(days=7),
            permit_asked=None,
            companies=0,
            trucks=0,
            low_loaders=0,
            groups=(),
            cargo=(),
        )
        for number, one in enumerate(found, 1)
    )


def together_as_one(
    found: tuple[EscortDays, ...], language: Language
) -> tuple[EscortDays, ...]:
    """Return all escort companies as one group."""
    if not found:
        return ()

    def sums(rows: list[tuple[int, ...]]) -> tuple[int, ...]:
        return tuple(sum(day) for day in zip(*rows, strict=True))

    return (
        EscortDays(
            group=language.text("all groups"),
            days=found[0].days,
            available=sums([one.available for one in found]),
            moving=sums([one.moving for one in found]),
            resting=sums([one.resting for one in found]),
            basis=Basis(confidence=together(o.basis for o in found).confidence),
        ),
    )
