"""The communities: whether they are protected, and the gap that closures leave."""

from collections.abc import Iterator

from drawdown.export.dossier import Dossier
from drawdown.export.evidence import source_cells
from drawdown.export.geojson.feature import Feature, Property, point, position


def community_features(dossier: Dossier) -> Iterator[Feature]:
    """Yield the communities; figures are absent where the population is unknown."""
    grid = dossier.protection
    rows = {c.community_id: row for row, c in enumerate(grid.communities)}
    for community in dossier.mission.communities:
        source, confidence = source_cells(community, "latitude", "longitude")
        yield Feature(
            kind="community",
            name=community.community_id,
            geometry=point(position(community.latitude, community.longitude)),
            properties={
                "name": community.name,
                "population": community.population,
                **_gap(dossier, rows.get(community.community_id)),
                "position_source": source,
                "position_confidence": confidence,
                "population_confidence": source_cells(community, "population")[1],
            },
        )


def _gap(dossier: Dossier, row: int | None) -> dict[str, Property]:
    """Return the gap of a community in threatened person-days (law 23)."""
    if row is None:
        return {
            "counted": None,
            "gap_person_days": None,
            "lapsed_person_days": None,
            "gap_from": None,
        }
    grid = dossier.protection
    days = grid.gap[row].nonzero()[0]
    return {
        "counted": bool(grid.near[row]),
        "gap_person_days": float(grid.gap[row].sum()),
        "lapsed_person_days": float(grid.lapsed[row].sum()),
        "gap_from": dossier.mission.date(int(days[0])) if len(days) else None,
    }
