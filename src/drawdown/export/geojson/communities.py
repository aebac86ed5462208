"""The communities: whether they are protected, and the gap that closures leave."""

from collections.abc import Iterator

from drawdown.brief.facts.protection import CommunityFacts
from drawdown.export.dossier import Dossier
from drawdown.export.evidence import basis_cells
from drawdown.export.geojson.feature import Feature, Property, point, position


def community_features(dossier: Dossier) -> Iterator[Feature]:
    """Yield the communities; figures are absent where the population is unknown."""
    for one in dossier.facts.protection.communities:
        source, confidence = basis_cells(one.basis)
        yield Feature(
            kind="community",
            name=one.community_id,
            geometry=point(position(one.latitude, one.longitude)),
            properties={
                "name": one.name,
                "population": one.population,
                **_gap(dossier, one),
                "source": source,
                "confidence": confidence,
            },
        )


def _gap(dossier: Dossier, one: CommunityFacts) -> dict[str, Property]:
    """Return the gap of a community in threatened person-days (law 23)."""
    known = one.population is not None
    weeks = [number for number, gap in enumerate(one.gap_by_week) if gap]
    first = dossier.facts.protection.week(weeks[0]) if weeks else None
    return {
        "counted": one.counts if known else None,
        "gap_person_days": one.gap if known else None,
        "lapsed_person_days": one.lapsed if known else None,
        "gap_from_week": first,
    }
