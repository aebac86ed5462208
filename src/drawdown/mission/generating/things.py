"""Lots of a generated mission."""

import random
from collections.abc import Iterator

from drawdown.mission.generating.block import GENERATED, Block, rounded, varied
from drawdown.mission.generating.goods import CLASSES, EVERYWHERE, Goods
from drawdown.mission.generating.template import GUARDED_PORTS, Place
from drawdown.mission.lots import Lot

THIN = 0.35
"""The part of the items that the sites of very small missions have."""


def lots(block: Block) -> Iterator[Lot]:
    """Yield the lots of all sites of the block."""
    classes = CLASSES[:EVERYWHERE] if block.thin else CLASSES
    for place in block.places:
        chance = block.chance(f"lots {place.code}")
        items = varied(chance, place.items) * (THIN if block.thin else 1)
        present = [goods for goods in classes if place.kind in goods.only]
        whole = sum(goods.share for goods in present)
        for goods in present:
            count = rounded(varied(chance, items * goods.share / whole, 0.2))
            yield _lot(block, place, goods, count, chance)


def _lot(
    block: Block, place: Place, goods: Goods, count: int, chance: random.Random
) -> Lot:
    site = block.name(place.code)
    repatriate, transfer, gift, sell, destroy = goods.losses
    return Lot(
        lot_id=f"{site}-{goods.class_id}",
        site_id=site,
        class_id=goods.class_id,
        name=goods.name,
        owner=goods.owner,
        kind=goods.kind,
        carried_by=goods.carried_by,
        count=count,
        value=rounded(varied(chance, goods.value), 100),
        effort=goods.effort,
        needed_days=goods.needed,
        sensitive=goods.sensitive,
        repatriate=repatriate,
        transfer=transfer,
        gift=gift,
        sell=sell,
        destroy=destroy,
        exits=GUARDED_PORTS if goods.guarded else (),
        evidence=GENERATED,
    )
