"""Quotations: what stands between quotation marks, over several sentences too."""

import itertools
import re
from collections.abc import Sequence

__all__ = ["quotations"]

#: A quotation never runs longer than this; a mark without a partner ends there.
LONGEST = 4000
MARK = re.compile('["“”„«»]')


def quotations(text: str, blocks: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the outermost quotations of a text, marks included, in order.

    A quotation may run over lines that follow each other directly. Marks that
    do not balance end with their block, because a new paragraph of the same
    quotation opens it again.
    """
    out: list[tuple[int, int]] = []
    for index, (start, end) in enumerate(blocks):
        place = max(start, out[-1][1] if out else start)
        while (found := _opening(text, place, end)) is not None:
            stop = _closing(text, found, end)
            if stop is None:
                stop = _over_lines(text, found, blocks[index:])
            out.append((found, stop))
            place = stop
    return out


def _opening(text: str, start: int, end: int) -> int | None:
    for match in MARK.finditer(text, start, end):
        if _opens(text, match.start()):
            return match.start()
    return None


def _opens(text: str, place: int) -> bool:
    """Tell whether a mark opens: by its shape, or by the spaces beside it."""
    if text[place] in "“«„":
        return True
    if text[place] in "”»":
        return False
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    return (before.isspace() or before in "([—-–'/") and not after.isspace()


def _closing(text: str, opening: int, end: int) -> int | None:
    """Return where the quotation that opens here ends, or nothing in the block."""
    depth = 0
    for match in MARK.finditer(text, opening, min(end, opening + LONGEST)):
        depth += 1 if _opens(text, match.start()) else -1
        if depth == 0:
            return match.end()
    return None


def _over_lines(text: str, opening: int, blocks: Sequence[tuple[int, int]]) -> int:
    """Return the end of a quotation that its own block does not close."""
    last = blocks[0][1]
    for (_, before), (start, end) in itertools.pairwise(blocks):
        gap = text[before:start]
        if gap.count("\n") > 1 or start - opening > LONGEST:
            return last
        mark = MARK.search(text, start, end)
        if mark is None:
            continue
        return last if _opens(text, mark.start()) else mark.end()
    return last
