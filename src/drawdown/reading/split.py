"""A second act under the same verb: "withdraw … by April and limit … from May"."""

import re
from functools import cache

from drawdown.reading.document import Document
from drawdown.reading.lexicon import table
from drawdown.reading.limit import Limit
from drawdown.reading.trimming import trimmed_end

__all__ = ["split_acts"]


def split_acts(
    document: Document, start: int, end: int, limits: list[Limit]
) -> list[tuple[int, int]]:
    """Return the stretches of a clause, cut where a second verb has its own limits."""
    cuts = [start]
    for match in _joint(document.language).finditer(document.plain, start, end):
        before = [x for x in limits if cuts[-1] <= x.start < match.start()]
        after = [x for x in limits if match.start() <= x.start < end]
        if before and after and not _inside(match.start(), limits):
            cuts.append(match.end())
    ends = [
        trimmed_end(document, low, high)
        for low, high in zip(cuts, [*cuts[1:], end], strict=True)
    ]
    return list(zip(cuts, ends, strict=True))


def _inside(position: int, limits: list[Limit]) -> bool:
    return any(limit.start < position < limit.end for limit in limits)


@cache
def _joint(language: str) -> re.Pattern[str]:
    return re.compile(table(language, "acts")["second_verb"], re.IGNORECASE)
