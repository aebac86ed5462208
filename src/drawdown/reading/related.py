"""Related documents: which others of a folder tell of the same, and why."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from drawdown.reading.features import Features, features_of
from drawdown.reading.reading import Reading

__all__ = ["Reason", "Related", "related_documents"]

#: What a shared thing of each kind weighs; a shared clause says most.
WEIGHTS = {"clause": 3.0, "decision": 2.5, "event": 1.5, "actor": 1.0}
#: Wording is a cosine between 0 and 1.
WORDING = 6.0
LISTED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One thing that two documents share."""

    kind: str
    """clause, decision, event, actor or wording."""
    what: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """A document, how near it is, and why; the weightiest reasons come first."""

    name: str
    score: float
    reasons: tuple[Reason, ...]


def related_documents(
    target: Reading, others: Sequence[Reading]
) -> tuple[Related, ...]:
    """Return the other documents, the most related first.

    What many documents share weighs little: each weight is divided by how common
    the thing is. A document that shares nothing is left out.
    """
    pages = [features_of(reading) for reading in (target, *others)]
    rarity = _rarity(pages)
    first = pages[0]
    found = [
        _related(other.document.name, first, page, rarity)
        for other, page in zip(others, pages[1:], strict=True)
    ]
    kept = [r for r in found if r.score > 0]
    return tuple(sorted(kept, key=lambda r: (-r.score, r.name)))


def _rarity(pages: Sequence[Features]) -> dict[tuple[str, str], float]:
    """Return how rare each thing is among the documents: 1 in two of them."""
    counts = Counter(
        (kind, key) for page in pages for kind in page.kinds for key in page.kinds[kind]
    )
    total = len(pages)
    return {
        thing: math.log(1 + total / count) / math.log(1 + total / 2)
        for thing, count in counts.items()
    }


def _related(
    name: str, first: Features, second: Features, rarity: dict[tuple[str, str], float]
) -> Related:
    reasons = [
        Reason(
            kind=kind,
            what=first.kinds[kind][key],
            weight=round(WEIGHTS[kind] * rarity[kind, key], 3),
        )
        for kind in WEIGHTS
        for key in first.kinds[kind].keys() & second.kinds[kind].keys()
    ]
    wording = _wording(first, second, rarity)
    if wording is not None:
        reasons.append(wording)
    ordered = sorted(reasons, key=lambda r: (-r.weight, r.kind, r.what))
    return Related(
        name=name,
        score=round(_score(ordered), 3),
        reasons=tuple(ordered[:LISTED]),
    )


def _score(reasons: Sequence[Reason]) -> float:
    """Return the sum of the reasons, each further one of its kind for less."""
    seen: Counter[str] = Counter()
    total = 0.0
    for reason in reasons:
        seen[reason.kind] += 1
        total += reason.weight / math.sqrt(seen[reason.kind])
    return total


def _wording(
    first: Features, second: Features, rarity: dict[tuple[str, str], float]
) -> Reason | None:
    """Return how alike the words are (a cosine), with those that weigh most."""

    def weight(page: Features, word: str) -> float:
        rare = rarity.get(("word", word), 1.0)
        return (1 + math.log(page.words[word])) * rare**2

    shared = first.words.keys() & second.words.keys()
    if not shared:
        return None
    norms = [
        math.sqrt(sum(weight(page, word) ** 2 for word in page.words))
        for page in (first, second)
    ]
    product = {word: weight(first, word) * weight(second, word) for word in shared}
    cosine = sum(product.values()) / (norms[0] * norms[1])
    if cosine < 0.02:
        return None
    top = sorted(shared, key=lambda word: (-product[word], word))[:4]
    return Reason(
        kind="wording",
        what=", ".join(first.surface.get(word, word) for word in top),
        weight=round(WORDING * cosine, 3),
    )
