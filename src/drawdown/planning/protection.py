"""What each closing day of a site costs in protection (§22, §23)."""

import math
from collections.abc import Mapping

import numpy as np

from drawdown.mission.duties import Task
from drawdown.mission.mission import Mission
from drawdown.planning.calendar import Days, layered, span

EARTH_KM = 6371.0088
"""Mean radius of the Earth (IUGG)."""


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Return the great-circle distance in km (haversine formula)."""
    a, b = math.radians(lat1), math.radians(lat2)
    half = (
        math.sin((b - a) / 2) ** 2
        + math.cos(a) * math.cos(b) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    )
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


class Protection:
    """The threatened people whom each site protects, day by day."""

    def __init__(self, mission: Mission, days: int) -> None:
        self.mission = mission
        self.days = days
        self.end = min(days, mission.deadline + 1)
        self.radius = np.full(days, -1.0)
        for authority in mission.authorities:
            if authority.protects:
                begin, end = span(mission, authority.start, authority.end, days)
                self.radius[begin:end] = np.maximum(
                    self.radius[begin:end], authority.radius_km or 0.0
                )
        self.threat: dict[str, Days] = {}
        self.near: dict[str, dict[str, float]] = {}
        self._read_communities()

    def _read_communities(self) -> None:
        rows: dict[str, list[tuple[object, object, float]]] = {}
        for threat in self.mission.threats:
            rows.setdefault(threat.community_id, []).append(
                (threat.start, threat.end, threat.threat)
            )
        for place in self.mission.communities:
            share = layered(
                self.mission,
                rows.get(place.community_id, ()),  # type: ignore[arg-type]
                self.days,
            )
            self.threat[place.community_id] = share * (place.population or 0)
            self.near[place.community_id] = {
                site.site_id: distance_km(
                    place.latitude, place.longitude, site.latitude, site.longitude
                )
                for site in self.mission.sites
                if site.guard_minimum > 0
                and site.latitude is not None
                and site.longitude is not None
            }

    def protectors(self, community: str, day: int) -> list[str]:
        """Return the sites that protect a community on a day while they are open."""
        return [s for s, km in self.near[community].items() if km <= self.radius[day]]

    def takeovers(self, site: str, closing: int) -> list[tuple[int, float, bool]]:
        """Return first day, effect and whether it is for all, of protecting tasks
        that can be handed over at the earliest while the site is open.
        """
        found = []
        for task in self.mission.tasks:
            if not task.protects or task.ready is None or not task.recipient:
                continue
            if task.site_id not in (None, site):
                continue
            end = max(0, self.mission.day(task.ready)) + max(1, task.handover_days) - 1
            limit = self.mission.deadline
            if task.latest is not None:
                limit = min(limit, self.mission.day(task.latest))
            if end <= limit and (task.site_id is None or end <= closing):
                found.append((end + 1, task.effect, task.site_id is None))
        return found

    def closing_cost(self, site: str) -> Days:
        """Return the protection gap that follows from each closing day of a site,
        in person-days; only communities that no other site protects.
        """
        cost = np.zeros(self.days)
        mine = [
            name
            for name, near in self.near.items()
            if site in near and self._alone(name, site)
        ]
        if not mine:
            return cost
        total = np.sum([self.threat[name] for name in mine], axis=0)
        total = np.where(self.radius >= 0, total, 0.0)
        total[self.end :] = 0.0
        for closing in range(self.days):
            open_share = np.ones(self.days)
            for day, effect, _ in self.takeovers(site, closing):
                open_share[day:] = np.minimum(open_share[day:], 1.0 - effect)
            cost[closing] = float((total * open_share)[closing:].sum())
        return cost

    def _alone(self, community: str, site: str) -> bool:
        radius = float(self.radius.max())
        close = [s for s, km in self.near[community].items() if km <= radius]
        return close == [site]

    def gap(self, closings: Mapping[str, int]) -> float:
        """Return the protection gap of a set of closing days, in person-days, if tasks
        are handed over as early as they can be.
        """
        total = 0.0
        for place, threat in self.threat.items():
            for day in range(self.end):
                if threat[day] == 0.0 or self.radius[day] < 0:
                    continue
                total += threat[day] * self._uncovered(place, day, closings)
        return total

    def _uncovered(self, place: str, day: int, closings: Mapping[str, int]) -> float:
        sites = self.protectors(place, day)
        if not sites or any(day < closings.get(s, self.days) for s in sites):
            return 0.0
        share = 1.0
        for site in sites:
            for first, effect, _ in self.takeovers(site, closings[site]):
                if day >= first:
                    share = min(share, 1.0 - effect)
        return share

    def gap_of_plan(
        self, closings: Mapping[str, int], handovers: Mapping[str, int]
    ) -> float:
        """Return the protection gap of a plan, in person-days.

        Parameters
        ----------
        closings
            The closing day of each site that closes.
        handovers
            The last day of the handover of each task that is handed over.

        """
        tasks = [t for t in self.mission.tasks if t.protects and t.task_id in handovers]
        total = 0.0
        for place, threat in self.threat.items():
            for day in range(self.end):
                sites = self.protectors(place, day) if threat[day] else []
                if not sites or any(day < closings.get(s, self.days) for s in sites):
                    continue
                degree = max(
                    (
                        t.effect
                        for t in tasks
                        if day > handovers[t.task_id] and self.covers(t, place, day)
                    ),
                    default=0.0,
                )
                total += float(threat[day]) * (1.0 - degree)
        return total

    def covers(self, task: Task, place: str, day: int) -> bool:
        """Return whether a task, once handed over, protects a community (§22.2)."""
        return task.site_id is None or self._near(place, task.site_id, day)

    def _near(self, place: str, site_id: str, day: int) -> bool:
        known = self.near[place].get(site_id)
        if known is None:
            site = next(s for s in self.mission.sites if s.site_id == site_id)
            town = next(c for c in self.mission.communities if c.community_id == place)
            if site.latitude is None or site.longitude is None:
                return False
            known = distance_km(
                town.latitude, town.longitude, site.latitude, site.longitude
            )
        return bool(known <= self.radius[day])
