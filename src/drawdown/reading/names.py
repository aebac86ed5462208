"""The names of a resolution: its mission, its host Government, what they are called."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from drawdown.reading.document import Document
from drawdown.reading.lexicon import table

__all__ = ["Names", "names_of"]

# Acronyms of missions follow a pattern; agencies that share it are left out.
_ACRONYM = re.compile(
    r"\b(?:MINU[A-Z]{1,7}|MONU[A-Z]{1,5}|BINU[A-Z]{1,5}|MANU[AIL]|MITNUS|MIPONUH"
    r"|ONU(?!DC\b|SIDA\b|DI\b)[A-Z]{1,5}|FINUL|FNUOD|FISNUA|MISCA|MISAB|MICIVIH"
    r"|AFISMA|AMISOM|ATMIS|AUSSOM|EUFOR|EUTM|ECOMOG|ECOMIL|KFOR|SFOR|INTERFET"
    r"|UN(?!HCR|DP|ICEF|ESCO|EP|FPA|HRC|CT\b|SC\b|GA\b|OCHA|AIDS|ODC|MAS\b|OPS\b)"
    r"[A-Z]{2,9})\b"
)
_ALIAS = re.compile(
    r"\(\W{0,3}the\s+((?:[A-Z]\w+\s)+(?:Mission|Office|Force|Operation))\W*\)"
)
_MANDATE = (
    r"(?:mandate\s+of\s+(?:the\s+)?(?:[\w' -]{{0,120}}?\()?|extend\s+){0}\b"
    r"|\b{0}'s?\s+(?:mandate|liquidation)"
)

_CANDIDATES = 5


@dataclass(frozen=True, slots=True)
class Names:
    """Who "the Mission" and "the Government" are in a document."""

    mission: str | None
    government: str | None


def names_of(document: Document) -> Names:
    """Return the names that a resolution's short forms stand for."""
    return Names(_mission(document.plain), _government(document))


def missions_in(text: str) -> list[str]:
    """Return the missions that a text names by their acronyms, in order."""
    return _ACRONYM.findall(text)


def _mission(plain: str) -> str | None:
    """Return the mission whose mandate the text speaks of, else the most named."""
    counts = Counter(_ACRONYM.findall(plain))
    alias = _ALIAS.search(plain)
    if alias and sum(counts.values()) < plain.count(alias[1]):
        return str(alias[1])
    if not counts:
        return None

    def weight(name: str) -> tuple[int, int]:
        mandates = re.findall(_MANDATE.format(name), plain)
        return 4 * len(mandates) + counts[name], counts[name]

    often = sorted(name for name, _ in counts.most_common(_CANDIDATES))
    return str(max(often, key=weight))


def _government(document: Document) -> str | None:
    """Return the Government most often named in full."""
    pattern = _government_pattern(document.language)
    found = [" ".join(m.group().split()) for m in pattern.finditer(document.plain)]
    if not found:
        return None
    return str(Counter(found).most_common(1)[0][0])


@cache
def _government_pattern(language: str) -> re.Pattern[str]:
    return re.compile(table(language, "acts")["addressee"]["government_full"])
