"""Sites, exits and nodes, and what happens there."""

from collections import defaultdict
from collections.abc import Iterator

from drawdown.export.dossier import Dossier
from drawdown.export.evidence import source_cells
from drawdown.export.geojson.feature import Feature, point, position
from drawdown.export.geojson.vicinity import circle
from drawdown.export.nearby import radius_km
from drawdown.export.tables.sites import closing_mode, last_days
from drawdown.mission import Exit, Node, Site


def site_features(dossier: Dossier) -> Iterator[Feature]:
    """Yield the sites: from when to when they are open, and with how many people."""
    closures = {closure.site: closure for closure in dossier.plan.closures}
    people: defaultdict[str, int] = defaultdict(int)
    items: defaultdict[str, int] = defaultdict(int)
    for unit in dossier.mission.units:
        people[unit.site_id] += unit.strength
    for lot in dossier.mission.lots:
        items[lot.site_id] += lot.count
    for site in dossier.mission.sites:
        closure = closures.get(site.site_id)
        stands, leaves, safe = last_days(dossier, site)
        source, confidence = source_cells(site, "latitude", "longitude")
        closed = None if closure is None or site.liquidation else closure.closed
        yield Feature(
            kind="site",
            name=site.site_id,
            geometry=point(position(site.latitude, site.longitude)),
            properties={
                "name": site.name,
                "site_kind": site.kind,
                "sector": site.sector,
                "from": dossier.mission.header.start,
                "to": closed or dossier.mission.date(dossier.facts.last),
                "closed": closed,
                "mode": closing_mode(site, closure),
                "people": people[site.site_id],
                "items": items[site.site_id],
                "transport_stands_by": stands,
                "transport_leaves_by": leaves,
                "last_safe_day": safe,
                "counterpart": site.counterpart,
                "position_source": source,
                "position_confidence": confidence,
            },
        )


def exit_features(dossier: Dossier) -> Iterator[Feature]:
    """Yield the exits: what passes through them."""
    persons: defaultdict[str, int] = defaultdict(int)
    items: defaultdict[str, int] = defaultdict(int)
    for journey in dossier.replay.journeys:
        persons[journey.track.end] += journey.persons
        items[journey.track.end] += journey.items
    for row in dossier.mission.exits:
        yield Feature(
            kind="exit",
            name=row.exit_id,
            geometry=point(position(row.latitude, row.longitude)),
            properties={
                "name": row.name,
                "exit_kind": row.kind,
                "country": row.country,
                "from": row.open_from or dossier.mission.header.start,
                "to": row.open_to or dossier.mission.date(dossier.facts.last),
                "people": persons[row.exit_id],
                "items": items[row.exit_id],
                **_evidence(row),
            },
        )


def node_features(dossier: Dossier) -> Iterator[Feature]:
    """Yield the places where legs meet."""
    for node in dossier.mission.nodes:
        yield Feature(
            kind="node",
            name=node.node_id,
            geometry=point(position(node.latitude, node.longitude)),
            properties={"name": node.name, **_evidence(node)},
        )


def vicinity_features(dossier: Dossier) -> Iterator[Feature]:
    """Yield the vicinity of each site that protects, while it does."""
    radius = radius_km(dossier)
    closures = {closure.site: closure for closure in dossier.plan.closures}
    ends = [a.end for a in dossier.mission.authorities if a.protects]
    last = dossier.mission.date(dossier.facts.last)
    lapses = max((end or last for end in ends), default=last)
    for site in dossier.mission.sites:
        if radius is None or not site.guard_minimum:
            continue
        if site.latitude is None or site.longitude is None:
            continue
        closure = closures.get(site.site_id)
        closed = None if closure is None or site.liquidation else closure.closed
        yield Feature(
            kind="vicinity",
            name=site.site_id,
            geometry=circle(site.latitude, site.longitude, radius),
            properties={
                "name": site.name,
                "radius_km": radius,
                "from": dossier.mission.header.start,
                "to": lapses if closed is None else min(closed, lapses),
            },
        )


def _evidence(row: Site | Exit | Node) -> dict[str, str]:
    source, confidence = source_cells(row, "latitude", "longitude")
    return {"position_source": source, "position_confidence": confidence}
