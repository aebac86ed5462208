"""Laws 22 and 23: who protects which community, and what gap a closure leaves."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from drawdown.mission import Community, Mission, Site
from drawdown.verifying.calendars import days_in_force, span
from drawdown.verifying.replay import Replay

EARTH_KM = 6371.0088

Grid = NDArray[np.float64]
"""Communities by days."""


@dataclass(frozen=True, slots=True)
class ProtectionGap:
    """Threatened person-days without protection, to the deadline."""

    by_closure: float
    """On days with an authority that protects: what a plan is judged by."""
    lapsed: float
    """On days without one."""


@dataclass(frozen=True, slots=True)
class ProtectionDays:
    """Who is protected, by community and day, to the end of the plan."""

    communities: tuple[Community, ...]
    """Those whose population is known."""
    gap: Grid
    """Threatened persons without protection, on days to the deadline with an authority
    that protects."""
    lapsed: Grid
    """Threatened persons on the other days to the deadline."""
    degree: Grid
    """How far each is protected: 1 by a site, otherwise by who took a task over; 0
    on days without an authority that protects."""
    near: NDArray[np.bool_]
    """Which communities count: a site of day 0 would protect them."""


def protection_gap(replay: Replay) -> ProtectionGap:
    """Return the gaps of all communities over the days to the deadline (law 23)."""
    days = protection_days(replay)
    return ProtectionGap(math.fsum(days.gap.flat), math.fsum(days.lapsed.flat))


def protection_days(replay: Replay) -> ProtectionDays:
    """Return who is protected on which day, and the gap (laws 22 and 23)."""
    mission = replay.facts.mission
    communities = [c for c in mission.communities if c.population is not None]
    near = np.zeros(len(communities), dtype=np.bool_)
    if not communities:
        nothing: Grid = np.zeros((0, mission.horizon))
        return ProtectionDays((), nothing, nothing, nothing, near)
    threatened = _threatened(mission, communities)
    threatened[:, replay.facts.deadline + 1 :] = 0
    radii = _radii(mission)
    gap, protected = np.zeros_like(threatened), np.zeros_like(threatened)
    for radius in np.unique(radii[~np.isnan(radii)]).tolist():
        days = radii == radius
        degree, counted = _degrees(replay, communities, radius)
        near = near | counted
        open_part = threatened * (1 - degree) * counted[:, None]
        gap[:, days] = open_part[:, days]
        protected[:, days] = degree[:, days]
    lapsed: Grid = threatened * near[:, None] * np.isnan(radii)
    return ProtectionDays(tuple(communities), gap, lapsed, protected, near)


def _threatened(mission: Mission, communities: list[Community]) -> Grid:
    """Return population times threat; of several threats the greatest counts."""
    threats = {c.community_id: np.zeros(mission.horizon) for c in communities}
    for row in mission.threats:
        days = threats.get(row.community_id)
        if days is not None:
            within = span(mission, row.start, row.end)
            days[within] = np.maximum(days[within], row.threat)
    people = np.array([float(c.population or 0) for c in communities])
    grid: Grid = np.stack(list(threats.values())) * people[:, None]
    return grid


def _radii(mission: Mission) -> NDArray[np.float64]:
    """Return the greatest radius in force on each day; NaN: no authority protects."""
    radii = np.full(mission.horizon, np.nan)
    for authority in mission.authorities:
        if authority.protects:
            days = days_in_force(mission, [(authority.start, authority.end)])
            # Without a radius nobody is within: absent is not unlimited (law 26).
            radius = -1.0 if authority.radius_km is None else authority.radius_km
            radii[days] = np.fmax(radii[days], radius)
    return radii


def _degrees(
    replay: Replay, communities: list[Community], radius: float
) -> tuple[Grid, NDArray[np.bool_]]:
    """Return the degree of protection by day, and which communities count."""
    facts = replay.facts
    guarding = [s for s in facts.sites.values() if s.guard_minimum > 0]
    within = _within(guarding, communities, radius)
    closing = np.array([replay.closing[s.site_id] for s in guarding])
    is_open = np.arange(facts.days) < closing.reshape(-1, 1)
    degree: Grid = (within.T.astype(np.int64) @ is_open > 0).astype(np.float64)
    for given in replay.admitted.given.values():
        task = given.task
        if task.protects:
            site = facts.sites.get(task.site_id) if task.site_id else None
            near = _within([site] if site else [], communities, radius)
            everywhere = task.site_id is None
            where = np.logical_or(_anywhere(near), everywhere)
            after = degree[where, given.end + 1 :]
            degree[where, given.end + 1 :] = np.maximum(after, task.effect)
    return degree, _anywhere(within)


def _within(
    sites: Iterable[Site], communities: list[Community], radius: float
) -> NDArray[np.bool_]:
    """Return which communities lie within a distance of which sites."""
    near = [
        [distance_km(site, community) <= radius for community in communities]
        for site in sites
    ]
    return np.array(near, dtype=np.bool_).reshape(-1, len(communities))


def _anywhere(within: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return which communities lie within the distance of any site."""
    near: NDArray[np.bool_] = np.any(within, axis=0)
    return near


def distance_km(site: Site, community: Community) -> float:
    """Return the great circle distance (law 22.1); infinite if a place is unknown."""
    if site.latitude is None or site.longitude is None:
        return math.inf
    south, north = math.radians(site.latitude), math.radians(community.latitude)
    across = math.radians(community.longitude - site.longitude)
    half = (
        math.sin((north - south) / 2) ** 2
        + math.cos(south) * math.cos(north) * math.sin(across / 2) ** 2
    )
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
