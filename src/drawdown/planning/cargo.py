"""Cargo: commodities that mix on the way, and parcels of lots at their first site."""

from dataclasses import dataclass

from drawdown.mission.lots import Carrier, Disposition, Lot
from drawdown.mission.mission import Mission


@dataclass(frozen=True, slots=True, kw_only=True)
class Commodity:
    """Items that may be mixed on the way."""

    carrier: Carrier
    sensitive: bool
    exits: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """Lots at one site that the model need not tell apart."""

    site: str
    commodity: int
    needed: int
    """Days before closing until which they are needed (§10.2)."""
    effort: float
    move_loss: float | None
    """USD lost by moving an item; None: it may not be moved."""
    local_loss: float | None
    """USD lost by ending an item on the spot; None: it may not."""
    lots: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cargo:
    """All items of the mission."""

    commodities: tuple[Commodity, ...]
    parcels: tuple[Parcel, ...]


def best(lot: Lot, *, moves: bool) -> Disposition | None:
    """Return the allowed disposition that loses least; of equals, the first."""
    allowed = [d for d in lot.losses if d.moves is moves]
    return min(allowed, key=lambda d: lot.losses[d], default=None)


def cargo(mission: Mission) -> Cargo:
    """Return the commodities and parcels of the mission."""
    commodities: list[Commodity] = []
    grouped: dict[tuple[object, ...], list[Lot]] = {}
    for lot in mission.lots:
        if not lot.count:
            continue
        kind = Commodity(
            carrier=lot.carried_by, sensitive=lot.sensitive, exits=lot.exits
        )
        if kind not in commodities:
            commodities.append(kind)
        losses = [
            None if d is None else lot.losses[d] * (lot.value or 0.0)
            for d in (best(lot, moves=True), best(lot, moves=False))
        ]
        key = (
            lot.site_id,
            commodities.index(kind),
            lot.needed_days,
            lot.effort,
            *losses,
        )
        grouped.setdefault(key, []).append(lot)
    parcels = [
        Parcel(
            site=lots[0].site_id,
            commodity=key[1],  # type: ignore[arg-type]
            needed=lots[0].needed_days,
            effort=lots[0].effort,
            move_loss=key[4],  # type: ignore[arg-type]
            local_loss=key[5],  # type: ignore[arg-type]
            lots=tuple(lot.lot_id for lot in lots),
            count=sum(lot.count for lot in lots),
        )
        for key, lots in grouped.items()
    ]
    return Cargo(commodities=tuple(commodities), parcels=tuple(parcels))
