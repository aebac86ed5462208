"""The numbers under which tasks and resources stand in the file."""

from collections.abc import Iterator
from dataclasses import dataclass

from drawdown.export.mspdi.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """A task with its number and its place in the outline."""

    uid: int
    outline: str
    level: int
    work: Work


def numbered(roots: list[Work]) -> list[Numbered]:
    """Return all tasks from the top down, numbered from 1."""
    places = list(_places(roots, (), 1))
    return [
        Numbered(
            uid=uid, outline=".".join(map(str, place)), level=len(place), work=work
        )
        for uid, (place, work) in enumerate(places, 1)
    ]


def _places(
    works: list[Work], above: tuple[int, ...], level: int
) -> Iterator[tuple[tuple[int, ...], Work]]:
    for number, work in enumerate(works, 1):
        place = (*above, number)
        yield place, work
        yield from _places(list(work.below), place, level + 1)
