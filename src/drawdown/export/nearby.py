"""The communities in the vicinity of a site, as far as the facts show them."""

import math

from drawdown.brief.facts.protection import CommunityFacts
from drawdown.brief.facts.sites import SiteFacts
from drawdown.brief.redaction import Level
from drawdown.export.dossier import Dossier

EARTH_KM = 6371.0088
"""The radius of the sphere on which distances are measured (law 22.1)."""


def communities_near(
    dossier: Dossier, site_id: str | None
) -> tuple[CommunityFacts, ...]:
    """Return the communities within the distance at which a site protects.

    Without a site: of any site. None where places are made coarse.
    """
    radius = dossier.facts.protection.radius_km
    if radius is None or dossier.level is not Level.NONE:
        return ()
    sites = [s for s in dossier.facts.sites if site_id in (None, s.site_id)]
    return tuple(
        community
        for community in dossier.facts.protection.communities
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


def distance_km(site: SiteFacts, community: CommunityFacts) -> float:
    """Return the great circle distance; infinite if a place is unknown."""
    if site.latitude is None or site.longitude is None:
        return math.inf
    south, north = math.radians(site.latitude), math.radians(community.latitude)
    across = math.radians(community.longitude - site.longitude)
    half = (
        math.sin((north - south) / 2) ** 2
        + math.cos(south) * math.cos(north) * math.sin(across / 2) ** 2
    )
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
