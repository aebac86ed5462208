"""Where names stand on a map: beside their places, and not over each other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from drawdown.brief.boundaries import Point
from drawdown.brief.pictures.clip import Rectangle, clip_line

__all__ = ["Label", "Wanted", "box_around", "place_labels", "text_width"]

WIDE = 0.6
"""Width of a letter for each unit of the font's size; generous, for any font."""
BOLD = 7 / 6
"""A bold letter is so many times as wide."""


def text_width(text: str, size: float) -> float:
    """Return about how wide a text is."""
    return len(text) * size * WIDE


def box_around(point: Point, radius: float) -> Rectangle:
    """Return the square around a point."""
    x, y = point
    return x - radius, y - radius, x + radius, y + radius


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A name that should stand beside a point."""

    text: str
    point: Point
    radius: float
    """Of the mark at the point."""
    size: float
    style: str
    needed: bool = False
    """Written even where it covers another; others are then left out."""
    elsewhere: tuple[Point, ...] = ()
    """Points beside which it may stand as well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A name with its place."""

    text: str
    x: float
    y: float
    """Of the base line."""
    anchor: str
    style: str
    box: Rectangle
    beside: Point
    """The point that it belongs to."""


def place_labels(
    wanted: Iterable[Wanted],
    frame: Rectangle,
    marks: Sequence[Rectangle],
    lines: Sequence[tuple[Point, Point]] = (),
) -> list[Label]:
    """Return the names, in the order of their importance, each at its best place.

    A place is better the less the name covers: other names, marks, then lines; and
    of equal ones the earlier of east, west, north, south and the corners.
    """
    placed: list[Label] = []
    for name in wanted:
        found = [
            (_cost(label.box, frame, marks, placed, lines) + order / 10, order, label)
            for order, label in enumerate(_candidates(name))
        ]
        cost, _, label = min(found, key=lambda item: item[:2])
        if name.needed or cost < 100:
            placed.append(label)
    return placed


def _candidates(name: Wanted) -> list[Label]:
    return [
        Label(
            text=name.text,
            x=x,
            y=y,
            anchor=anchor,
            style=name.style,
            box=_box(name, x, y, anchor),
            beside=point,
        )
        for point in (name.point, *name.elsewhere)
        for x, y, anchor in _spots(point, name)
    ]


def _spots(point: Point, name: Wanted) -> tuple[tuple[float, float, str], ...]:
    (x, y), gap = point, name.radius + name.size * 0.25
    slant, half = gap * 0.75, name.size * 0.35
    return (
        (x + gap, y + half, "start"),
        (x - gap, y + half, "end"),
        (x, y - gap, "middle"),
        (x, y + gap + name.size * 0.8, "middle"),
        (x + slant, y - slant, "start"),
        (x + slant, y + slant + half * 1.5, "start"),
        (x - slant, y - slant, "end"),
        (x - slant, y + slant + half * 1.5, "end"),
    )


def _box(name: Wanted, x: float, y: float, anchor: str) -> Rectangle:
    width = text_width(name.text, name.size) * BOLD
    left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    return left, y - name.size * 0.85, left + width, y + name.size * 0.25


def _cost(
    box: Rectangle,
    frame: Rectangle,
    marks: Sequence[Rectangle],
    placed: Sequence[Label],
    lines: Sequence[tuple[Point, Point]],
) -> float:
    outside = not (
        frame[0] <= box[0]
        and frame[1] <= box[1]
        and box[2] <= frame[2]
        and box[3] <= frame[3]
    )
    names = sum(_overlap(box, label.box) for label in placed)
    covered = sum(_overlap(box, mark) for mark in marks)
    crossed = sum(1 for line in lines if any(True for _ in clip_line(line, box)))
    return (
        1000.0 * outside
        + (100 + names if names else 0)
        + (100 + covered if covered else 0)
        + crossed
    )


def _overlap(one: Rectangle, other: Rectangle) -> float:
    """Return the area that two boxes share."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide * high if wide > 0 and high > 0 else 0.0
