"""The communities in the vicinity of a site, as far as the mission knows them."""

from drawdown.export.dossier import Dossier
from drawdown.mission import Community
from drawdown.verifying.protection import distance_km


def radius_km(dossier: Dossier) -> float | None:
    """Return the greatest distance at which a site protects; absent if none is set."""
    radii = [
        authority.radius_km
        for authority in dossier.mission.authorities
        if authority.protects and authority.radius_km is not None
    ]
    return max(radii, default=None)


def communities_near(dossier: Dossier, site_id: str | None) -> tuple[Community, ...]:
    """Return the communities within that distance of a site.

    Without a site: of any site of the mission.
    """
    radius = radius_km(dossier)
    if radius is None:
        return ()
    sites = [s for s in dossier.mission.sites if site_id in (None, s.site_id)]
    return tuple(
        community
        for community in dossier.mission.communities
        if any(distance_km(site, community) <= radius for site in sites)
    )


def people_near(dossier: Dossier, site_id: str | None) -> int | None:
    """Return how many people live there; absent where no population is known."""
    known = [
        community.population
        for community in communities_near(dossier, site_id)
        if community.population is not None
    ]
    return sum(known) if known else None
