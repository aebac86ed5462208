"""Communities: merged into cells of half a degree, or left out."""

from dataclasses import replace

from drawdown.brief.facts.basis import Basis, together
from drawdown.brief.facts.protection import CommunityFacts, ProtectionFacts
from drawdown.brief.redaction.coarse import cell, figures, figures_of
from drawdown.language import Language

__all__ = ["in_cells", "totals"]

Place = tuple[float, float]


def in_cells(found: ProtectionFacts, language: Language) -> ProtectionFacts:
    """Return the protection of cells of half a degree instead of communities."""
    cells: dict[Place, list[CommunityFacts]] = {}
    for one in found.communities:
        if one.counts:
            cells.setdefault(cell(one.latitude, one.longitude), []).append(one)
    merged = [_merged(at, inside, language) for at, inside in sorted(cells.items())]
    numbered = [
        replace(one, community_id=f"AREA-{number}")
        for number, one in enumerate(merged, 1)
    ]
    return replace(
        totals(found),
        communities=tuple(sorted(numbered, key=lambda one: -one.gap)),
        basis=Basis(confidence=found.basis.confidence),
    )


def _merged(
    at: Place, inside: list[CommunityFacts], language: Language
) -> CommunityFacts:
    """Return the communities of a cell as one; protected while all of them are."""
    latitude, longitude = at
    days = zip(*(one.protected for one in inside), strict=True)
    weeks = zip(*(one.gap_by_week for one in inside), strict=True)
    people = sum(one.population or 0 for one in inside)
    return CommunityFacts(
        community_id="",
        name=language.text(
            "area around {latitude}, {longitude}",
            latitude=language.number(latitude),
            longitude=language.number(longitude),
        ),
        latitude=latitude,
        longitude=longitude,
        population=int(figures(people, 1)),
        counts=True,
        protected=tuple(all(day) for day in days),
        gap_by_week=figures_of(sum(week) for week in weeks),
        lapsed=figures(sum(one.lapsed for one in inside)),
        basis=Basis(confidence=together(one.basis for one in inside).confidence),
    )


def totals(found: ProtectionFacts) -> ProtectionFacts:
    """Return the sums alone, with two figures each."""
    return replace(
        found,
        communities=(),
        gap_by_week=figures_of(found.gap_by_week),
        lapsed_by_week=figures_of(found.lapsed_by_week),
        gap=figures(found.gap),
        lapsed=figures(found.lapsed),
        basis=Basis(confidence=found.basis.confidence),
    )
