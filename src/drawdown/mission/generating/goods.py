"""The classes of things that a generated mission owns or was lent."""

from dataclasses import dataclass

from drawdown.mission.lots import Carrier, ItemKind, Owner

UNOE, COE = Owner.UNOE, Owner.COE
BOX, VEHICLE = ItemKind.CONTAINER, ItemKind.VEHICLE
TRUCK, LOW, SELF = Carrier.TRUCK, Carrier.LOW_LOADER, Carrier.SELF


@dataclass(frozen=True, slots=True, kw_only=True)
class Goods:
    """One class of items; the five losses are shares of its value."""

    class_id: str
    name: str
    owner: Owner
    kind: ItemKind
    carried_by: Carrier
    share: float
    """Of the items of a site."""
    value: int
    effort: int
    losses: tuple[float | None, float | None, float | None, float | None, float | None]
    """By repatriation, transfer, gift, sale, destruction; None: not allowed."""
    needed: int = 0
    sensitive: bool = False
    guarded: bool = False
    """It may pass only through the ports that take everything."""
    only: tuple[str, ...] = ("hub", "camp", "outpost")
    """The kinds of sites that have it."""


def _goods(
    class_id: str,
    name: str,
    nature: tuple[Owner, ItemKind, Carrier],
    numbers: tuple[float, int, int],
    losses: tuple[float | None, float | None, float | None, float | None, float | None],
    *,
    needed: int = 0,
    sensitive: bool = False,
    guarded: bool = False,
    only: tuple[str, ...] = ("hub", "camp", "outpost"),
) -> Goods:
    owner, kind, carried_by = nature
    share, value, effort = numbers
    return Goods(
        class_id=class_id,
        name=name,
        owner=owner,
        kind=kind,
        carried_by=carried_by,
        share=share,
        value=value,
        effort=effort,
        losses=losses,
        needed=needed,
        sensitive=sensitive,
        guarded=guarded,
        only=only,
    )


UN_BOX = (UNOE, BOX, TRUCK)
COE_BOX = (COE, BOX, TRUCK)

# The first six are in every mission, the others in missions of some size. Together
# they have five combinations of carrier, sensitivity and exits, and never more.
CLASSES = (
    _goods("ACCOM", "Accommodation containers", UN_BOX, (14, 6_000, 2),
           (None, 0.15, 0.8, 0.7, 1), needed=14),
    _goods("COEBOX", "Contingent stores", COE_BOX, (12, 24_000, 1),
           (0.02, None, None, None, 1), guarded=True),
    _goods("AMMO", "Ammunition", COE_BOX, (4, 60_000, 2),
           (0.01, None, None, None, 1), sensitive=True),
    _goods("COEVEH", "Contingent vehicles", (COE, VEHICLE, SELF), (13, 70_000, 1),
           (0.03, None, None, 0.75, None)),
    _goods("LIGHT", "Light vehicles", (UNOE, VEHICLE, SELF), (10, 14_000, 1),
           (None, 0.1, 0.9, 0.5, 1)),
    _goods("PLANT", "Engineering plant", (UNOE, VEHICLE, LOW), (0.8, 95_000, 2),
           (None, 0.1, 0.9, 0.55, None), only=("hub",)),
    _goods("GENSET", "Generators", UN_BOX, (4, 28_000, 2),
           (None, 0.12, 0.9, 0.6, 1), needed=12),
    _goods("WATER", "Water plants", UN_BOX, (3, 32_000, 2),
           (None, 0.12, 0.85, None, 1), needed=10),
    _goods("KITCHEN", "Kitchens and ablution units", UN_BOX, (5, 9_000, 2),
           (None, 0.2, 0.8, 0.75, 1), needed=10),
    _goods("STORES", "Workshop stores", UN_BOX, (9, 18_000, 1),
           (None, 0.1, 0.9, 0.65, 1)),
    _goods("COMMS", "Communications", UN_BOX, (3, 45_000, 1),
           (None, 0.08, None, None, 1), sensitive=True, needed=8),
    _goods("MEDICAL", "Clinic equipment", UN_BOX, (2, 38_000, 1),
           (None, 0.08, 0.7, None, None), needed=15),
    _goods("COECAMP", "Contingent camp stores", COE_BOX, (9, 11_000, 1),
           (0.05, None, 0.95, 0.8, 1)),
    _goods("PANELS", "Prefabricated panels", UN_BOX, (6, 3_000, 1),
           (None, 0.3, 0.85, 0.8, 1)),
    _goods("TRAILER", "Trailers and tankers", (UNOE, VEHICLE, SELF), (4, 22_000, 1),
           (None, 0.1, 0.9, 0.6, 1)),
    _goods("FUEL", "Fuel systems", UN_BOX, (3, 16_000, 2),
           (None, 0.2, 0.9, None, 1), needed=8),
    _goods("RECORDS", "Archives and offices", UN_BOX, (2, 20_000, 1),
           (None, 0.02, None, None, 1)),
)  # fmt: skip
EVERYWHERE = 6
