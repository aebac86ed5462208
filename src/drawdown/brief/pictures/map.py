"""The map: one large picture, and small ones of the states on some days."""

from dataclasses import dataclass

from drawdown.brief.boundaries import Boundaries
from drawdown.brief.pictures.map_base import area_names, base_symbol
from drawdown.brief.pictures.map_ground import Ground, ground_of
from drawdown.brief.pictures.map_input import MapFrame, MapInput
from drawdown.brief.pictures.map_legend import legend
from drawdown.brief.pictures.map_legs import (
    all_legs,
    closed_legs,
    leg_shapes,
    named_legs,
)
from drawdown.brief.pictures.map_locator import locator
from drawdown.brief.pictures.map_marks import (
    arrows,
    communities,
    fixed_places,
    sites,
)
from drawdown.brief.pictures.map_names import TEXT, TEXT_SMALL, names, written
from drawdown.brief.pictures.map_scale import scale_bar
from drawdown.brief.pictures.map_symbols import symbols
from drawdown.brief.pictures.map_view import WIDTH
from drawdown.brief.pictures.svg import described, element, escape

__all__ = ["DrawnMaps", "draw_maps"]

SITE, SITE_SMALL = 28.0, 54.0
"""Size of a site's mark on the large map and on the small ones."""
ARROW, ARROW_SMALL = 1.0, 1.8


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnMaps:
    """The parts of the maps; the small ones use what the large one defines."""

    large: str
    frames: tuple[str, ...]
    legend: str


def draw_maps(given: MapInput, boundaries: Boundaries) -> DrawnMaps:
    """Return the large map, a small one for each frame, and the legend.

    There is at least one place; a mission without positions has no map.
    """
    ground = ground_of(given)
    return DrawnMaps(
        large=_large(ground, boundaries),
        frames=tuple(
            _small(ground, number, frame)
            for number, frame in enumerate(given.frames, 1)
        ),
        legend=legend(given),
    )


def _large(ground: Ground, boundaries: Boundaries) -> str:
    given, view, key = ground.given, ground.view, ground.given.key
    labels = names(ground, TEXT, SITE, communities=True)
    taken = list(ground.at.values()) + [
        ((label.box[0] + label.box[2]) / 2, label.y - 4) for label in labels
    ]
    where, covered = locator(view, given.host, boundaries, taken)
    taken += covered
    content = element("defs", _shared(ground, boundaries))
    content += _use(ground, "base")
    content += area_names(boundaries, given.area_names, view, taken)
    content += scale_bar(view, given.words.scale, taken)
    content += named_legs(ground.legs, key, given.first)
    content += communities(ground, given.first, SITE, named=True)
    content += arrows(ground, ARROW) + fixed_places(ground, SITE)
    content += sites(ground, given.first, SITE, named=True)
    content += written(labels) + where
    picture = described(
        key,
        given.title,
        given.description,
        content,
        class_="picture map",
        viewBox=_box(ground),
    )
    scroll = escape(given.words.scroll)
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{scroll}">'
        f"{picture}</div>"
    )


def _shared(ground: Ground, boundaries: Boundaries) -> str:
    """Return what is defined once: land, marks, and what small maps have alike."""
    given, key = ground.given, ground.given.key
    shared = base_symbol(key, given.host, boundaries, ground.view)
    shared += symbols(key, given.words.states) + leg_shapes(ground.legs, key)
    if given.frames:
        fixed = arrows(ground, ARROW_SMALL) + fixed_places(ground, SITE_SMALL)
        legs = _use(ground, "base") + all_legs(ground.legs, key, None) + fixed
        labels = names(ground, TEXT_SMALL, SITE_SMALL, communities=False)
        for name, content in (("legs", legs), ("names", written(labels, " small"))):
            shared += element(
                "symbol", content, id=f"{key}-{name}", viewBox=_box(ground)
            )
    return shared


def _small(ground: Ground, number: int, frame: MapFrame) -> str:
    key = ground.given.key
    if frame.uses is None:
        content = _use(ground, "legs")
    else:
        content = _use(ground, "base") + all_legs(ground.legs, key, frame.uses)
        content += arrows(ground, ARROW_SMALL) + fixed_places(ground, SITE_SMALL)
    content += closed_legs(ground.legs, key, frame)
    content += communities(ground, frame, SITE_SMALL, named=False)
    content += sites(ground, frame, SITE_SMALL, named=False)
    content += _use(ground, "names")
    picture = described(
        f"{key}-{number}",
        frame.caption,
        frame.description,
        content,
        class_="picture map",
        viewBox=_box(ground),
    )
    caption = f"<figcaption>{escape(frame.caption)}</figcaption>"
    return f'<figure class="map-frame">{caption}{picture}</figure>'


def _use(ground: Ground, name: str) -> str:
    href = f"#{ground.given.key}-{name}"
    return element("use", href=href, width=WIDTH, height=ground.view.height)


def _box(ground: Ground) -> str:
    return f"0 0 {WIDTH:.0f} {ground.view.height:.0f}"
