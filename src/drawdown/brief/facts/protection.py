"""The protection gap: by community and week, and who is protected until when."""

import math
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from drawdown.brief.facts.basis import Basis, basis, together
from drawdown.brief.facts.material import Material
from drawdown.mission import Community
from drawdown.verifying.protection import Grid, ProtectionDays, protection_days

__all__ = ["WEEK", "CommunityFacts", "ProtectionFacts", "protection_facts"]

WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class CommunityFacts:
    """One community: what is lost for it, and when."""

    community_id: str
    name: str
    latitude: float
    longitude: float
    population: int | None
    counts: bool
    """A site of day 0 protects it while an authority is in force (law 23.1)."""
    protected: tuple[bool, ...]
    """By a site or in part by others, on each day of the plan."""
    gap_by_week: tuple[float, ...]
    """Threatened person-days of each week that closures leave unprotected."""
    lapsed: float
    """Threatened person-days on days without an authority."""
    basis: Basis

    @property
    def gap(self) -> float:
        """Threatened person-days that closures leave unprotected."""
        return math.fsum(self.gap_by_week)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionFacts:
    """All communities, and the sums."""

    start: date
    weeks: int
    communities: tuple[CommunityFacts, ...]
    """The greatest gap first; those without any in the order of the table."""
    gap_by_week: tuple[float, ...]
    lapsed_by_week: tuple[float, ...]
    gap: float
    lapsed: float
    radius_km: float | None
    """The greatest radius of an authority that protects; absent: none is given."""
    until: date | None
    """The last day on which an authority that protects is in force."""
    basis: Basis

    def week(self, number: int) -> date:
        """Return the first day of a week, counted from 0."""
        return self.start + timedelta(days=WEEK * number)


def protection_facts(material: Material) -> ProtectionFacts:
    """Return the protection gap of a plan (laws 22 and 23)."""
    mission = material.mission
    days = protection_days(material.replay)
    weeks = math.ceil((mission.deadline + 1) / WEEK)
    index = {one.community_id: number for number, one in enumerate(days.communities)}
    threats: dict[str, list[Basis]] = {}
    for threat in mission.threats:
        threats.setdefault(threat.community_id, []).append(basis(threat, "threat"))
    gaps, lapsed = _by_week(days.gap, weeks), _by_week(days.lapsed, weeks)
    nobody = np.zeros((1, weeks))
    communities = []
    for row in mission.communities:
        number = index.get(row.community_id)
        known = number is not None
        communities.append(
            _community(
                row,
                counts=known and bool(days.near[number]),
                protected=() if number is None else _protected(days, number),
                gaps=gaps[number] if known else nobody[0],
                lapsed=math.fsum(lapsed[number]) if known else 0.0,
                threats=threats.get(row.community_id, []),
            )
        )
    powers = [a for a in mission.authorities if a.protects]
    radii = [a.radius_km for a in powers if a.radius_km is not None]
    ends = [a.end or mission.decision.deadline for a in powers]
    return ProtectionFacts(
        start=mission.header.start,
        weeks=weeks,
        communities=tuple(sorted(communities, key=lambda one: -one.gap)),
        gap_by_week=tuple(gaps.sum(axis=0).tolist()),
        lapsed_by_week=tuple(lapsed.sum(axis=0).tolist()),
        gap=math.fsum(days.gap.flat),
        lapsed=math.fsum(days.lapsed.flat),
        radius_km=max(radii, default=None),
        until=max(ends, default=None),
        basis=together(
            [
                *(basis(power, "radius_km") for power in powers),
                *(one.basis for one in communities if one.counts),
            ]
        ),
    )


def _protected(days: ProtectionDays, number: int) -> tuple[bool, ...]:
    """Return on which days a community that counts is protected at all."""
    protected = (days.degree[number] > 0) & days.near[number]
    return tuple(protected.tolist())


def _by_week(grid: Grid, weeks: int) -> Grid:
    """Return the sums of the weeks to the deadline."""
    whole = np.zeros((grid.shape[0], weeks * WEEK))
    last = min(grid.shape[1], weeks * WEEK)
    whole[:, :last] = grid[:, :last]
    summed: Grid = whole.reshape(grid.shape[0], weeks, WEEK).sum(axis=2)
    return summed


def _community(
    row: Community,
    *,
    counts: bool,
    protected: tuple[bool, ...],
    gaps: Grid,
    lapsed: float,
    threats: list[Basis],
) -> CommunityFacts:
    return CommunityFacts(
        community_id=row.community_id,
        name=row.name,
        latitude=row.latitude,
        longitude=row.longitude,
        population=row.population,
        counts=counts,
        protected=protected,
        gap_by_week=tuple(float(gap) for gap in gaps),
        lapsed=lapsed,
        basis=together([basis(row, "population"), *threats]),
    )
