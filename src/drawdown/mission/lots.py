"""Lots: what the mission owns or was lent, by class and site, and how it may end."""

from dataclasses import dataclass
from enum import StrEnum

from drawdown.mission.row import Row
from drawdown.quantities import Count, Identifier, NonNegative, Share


class Owner(StrEnum):
    """Whose equipment it is."""

    COE = "COE"
    """Contingent-owned."""
    UNOE = "UNOE"
    """UN-owned."""


class ItemKind(StrEnum):
    """What one item of a lot is."""

    CONTAINER = "container"
    VEHICLE = "vehicle"


class Carrier(StrEnum):
    """What carries one item on a road."""

    TRUCK = "truck"
    LOW_LOADER = "low_loader"
    SELF = "self"
    """It drives."""


class Disposition(StrEnum):
    """How an item ends (law 9)."""

    REPATRIATE = "repatriate"
    TRANSFER = "transfer"
    GIFT = "gift"
    SELL = "sell"
    DESTROY = "destroy"

    @property
    def moves(self) -> bool:
        """Whether it takes the item through an exit; the others end it on the spot."""
        return self in (Disposition.REPATRIATE, Disposition.TRANSFER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lot(Row):
    """An amount of one class of things at one site on day 0 (lots.csv).

    The columns named after dispositions hold the share of the value that is lost by
    each; an empty cell means that the disposition is not allowed.
    """

    lot_id: Identifier
    site_id: Identifier
    class_id: Identifier
    name: str = ""
    owner: Owner
    kind: ItemKind
    carried_by: Carrier
    count: Count
    """Items."""
    value: NonNegative | None = None
    """USD an item; absent: unknown, and counted in no sum."""
    effort: NonNegative = 1.0
    """Packing effort an item (``packing_per_day`` of the site)."""
    needed_days: Count = 0
    """The site needs it until so many days before it closes (law 10)."""
    sensitive: bool = False
    """Weapons, ammunition, communications: under escort or destroyed (law 11)."""
    repatriate: Share | None = None
    transfer: Share | None = None
    gift: Share | None = None
    sell: Share | None = None
    destroy: Share | None = None
    exits: tuple[Identifier, ...] = ()
    """The exits through which it may leave; empty: all that take items."""

    def __post_init__(self) -> None:
        if not self.losses:
            raise ValueError("no disposition is allowed: give the loss share of one")
        if self.sensitive and (self.gift is not None or self.sell is not None):
            raise ValueError("a sensitive lot can be neither given nor sold (law 11)")

    @property
    def losses(self) -> dict[Disposition, float]:
        """Return the allowed dispositions and the share of the value each loses."""
        shares = {d: getattr(self, d.value) for d in Disposition}
        return {d: share for d, share in shares.items() if share is not None}
