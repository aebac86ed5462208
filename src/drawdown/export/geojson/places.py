"""Sites, exits and nodes, and what happens there."""

from collections.abc import Iterator

from drawdown.brief.facts.sites import SiteFacts
from drawdown.export.dossier import Dossier
from drawdown.export.evidence import basis_cells
from drawdown.export.geojson.feature import Feature, point, position
from drawdown.export.geojson.vicinity import circle
from drawdown.export.wording import closing_mode


def site_features(dossier: Dossier) -> Iterator[Feature]:
    """Yield the sites: from when to when they are open, and with how many people."""
    heading = dossier.facts.heading
    for site in dossier.facts.sites:
        source, confidence = basis_cells(site.basis)
        yield Feature(
            kind="site",
            name=site.site_id,
            geometry=point(position(site.latitude, site.longitude)),
            properties={
                "name": site.name,
                "site_kind": site.kind,
                "sector": site.sector,
                "from": heading.start,
                "to": site.closes or heading.end,
                "closed": site.closes,
                "mode": closing_mode(site),
                "people": site.persons[0] if site.persons else None,
                "items": site.items[0] if site.items else None,
                "transport_stands_by": site.transport_stands_by,
                "transport_leaves_by": site.transport_leaves_by,
                "last_safe_day": site.last_safe_day,
                "counterpart": site.counterpart,
                "source": source,
                "confidence": confidence,
            },
        )


def exit_features(dossier: Dossier) -> Iterator[Feature]:
    """Yield the exits: what passes through them."""
    for row in dossier.facts.exits:
        source, confidence = basis_cells(row.basis)
        yield Feature(
            kind="exit",
            name=row.exit_id,
            geometry=point(position(row.latitude, row.longitude)),
            properties={
                "name": row.name,
                "exit_kind": row.kind,
                "country": row.country,
                "people": row.persons,
                "items": row.items,
                "source": source,
                "confidence": confidence,
            },
        )


def node_features(dossier: Dossier) -> Iterator[Feature]:
    """Yield the places where legs meet."""
    for node in dossier.facts.nodes:
        yield Feature(
            kind="node",
            name=node.node_id,
            geometry=point(position(node.latitude, node.longitude)),
            properties={"name": node.name},
        )


def vicinity_features(dossier: Dossier) -> Iterator[Feature]:
    """Yield the vicinity of each site that protects, while it does."""
    protection = dossier.facts.protection
    if protection.radius_km is None or protection.until is None:
        return
    for site in dossier.facts.sites:
        if site.guard_minimum and site.latitude is not None:
            yield _vicinity(dossier, site, protection.radius_km)


def _vicinity(dossier: Dossier, site: SiteFacts, radius: float) -> Feature:
    latitude, longitude = site.latitude, site.longitude
    known = latitude is not None and longitude is not None
    until = dossier.facts.protection.until or dossier.facts.heading.end
    return Feature(
        kind="vicinity",
        name=site.site_id,
        geometry=circle(latitude or 0.0, longitude or 0.0, radius) if known else None,
        properties={
            "name": site.name,
            "radius_km": radius,
            "from": dossier.facts.heading.start,
            "to": until if site.closes is None else min(site.closes, until),
        },
    )
