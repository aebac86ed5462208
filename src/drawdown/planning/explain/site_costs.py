"""What a site costs and protects by its closing day (laws 15, 22 to 24)."""

import math
from collections.abc import Iterator

from drawdown.language import marked
from drawdown.mission import Community, Site
from drawdown.planning.explain.known import Known, Trip
from drawdown.planning.explain.phrases import days

EARTH_KM = 6371.0088
SHIFTS = (-7, -1, 1, 7)
"""Days by which the closing day is moved."""


def cost_notes(known: Known, site: Site, closing: int) -> Iterator[str]:
    """Yield what it would weigh to close some days earlier or later, all else equal."""
    for shift in SHIFTS:
        day = closing + shift
        if 0 <= day <= known.last:
            yield _note(known, site, closing, day)


def _note(known: Known, site: Site, closing: int, day: int) -> str:
    """Say what changes of money, protection gap and attacks, and their weighted sum."""
    weights = known.mission.weights
    money = site.running_cost * (day - closing)
    gap = lost_protection(known, site, day, closing)
    attacks = sum(
        _attacks(known, trip, min(trip.departs, day) if day < closing else day)
        - _attacks(known, trip, trip.departs)
        for trip in known.leaving(site.site_id)
        if trip.departs > day or trip.departs == closing < day
    )
    total = (
        money * weights.money + gap * weights.protection_gap + attacks * weights.attacks
    )
    language, text = known.language, known.language.text
    parts = []
    if money:
        usd = language.money(money, signed=True)
        parts.append(text("{money} of running cost", money=usd))
    if gap:
        number = language.number(gap, 0, signed=True)
        parts.append(text("{n} threatened person-days (§23)", n=number))
    if attacks:
        number = language.number(attacks, signed=True)
        parts.append(text("{n} expected attacks (§15)", n=number))
    earlier = marked("{days} earlier ({day}): {changes}; together {money}")
    later = marked("{days} later ({day}): {changes}; together {money}")
    return text(
        earlier if day < closing else later,
        days=days(language, abs(day - closing)),
        day=known.on(day),
        changes=", ".join(parts) or text("nothing changes"),
        money=language.money(total, signed=True),
    )


def _attacks(known: Known, trip: Trip, day: int) -> float:
    run = trip.trail.run(day, known.calendar)
    return sum(known.calendar.attacks(p.leg.leg_id, p.enters) for p in run.passages)


def lost_protection(known: Known, site: Site, closes: int, planned: int) -> float:
    """Return the protection gap that is added by another closing day (§23)."""
    first, last = sorted((closes, planned))
    days = range(max(first, 0), min(last, known.mission.deadline + 1))
    added = sum(_gap_without(known, site, day) for day in days)
    return added if closes < planned else 0.0 - added


def _gap_without(known: Known, site: Site, day: int) -> float:
    """Return what the gap of a day is greater by if the site is not open."""
    radius = _radius(known, day)
    if radius is None or not site.guard_minimum:
        return 0.0
    return sum(
        (community.population or 0)
        * _threat(known, community, day)
        * (1 - _effect(known, community, day, radius))
        for community in known.mission.communities
        if near(site, community, radius)
        and not _other_protects(known, site, community, day, radius)
    )


def _radius(known: Known, day: int) -> float | None:
    """Return the greatest radius of an authority that protects on a day."""
    radii = [
        authority.radius_km
        for authority in known.mission.authorities
        if authority.protects and known.calendar.holds(authority, day)
    ]
    return max((radius for radius in radii if radius is not None), default=None)


def _threat(known: Known, community: Community, day: int) -> float:
    return max(
        (
            row.threat
            for row in known.mission.threats
            if row.community_id == community.community_id
            and known.calendar.holds(row, day)
        ),
        default=0.0,
    )


def _other_protects(
    known: Known, site: Site, community: Community, day: int, radius: float
) -> bool:
    return any(
        other.guard_minimum > 0
        and other is not site
        and day < known.closing(other.site_id)
        and near(other, community, radius)
        for other in known.mission.sites
    )


def _effect(known: Known, community: Community, day: int, radius: float) -> float:
    """Return the degree to which handed over tasks protect a community (§22.2)."""
    degree = 0.0
    for given in known.plan.handovers:
        task = known.tasks.get(given.task)
        if task is None or not task.protects or day <= known.mission.day(given.end):
            continue
        site = known.sites[task.site_id] if task.site_id else None
        if site is None or near(site, community, radius):
            degree = max(degree, task.effect)
    return degree


def near(site: Site, community: Community, radius: float) -> bool:
    """Return whether a community lies within a distance of a site (§22.1)."""
    if site.latitude is None or site.longitude is None:
        return False
    south, north = math.radians(site.latitude), math.radians(community.latitude)
    across = math.radians(community.longitude - site.longitude)
    half = (
        math.sin((north - south) / 2) ** 2
        + math.cos(south) * math.cos(north) * math.sin(across / 2) ** 2
    )
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half))) <= radius
