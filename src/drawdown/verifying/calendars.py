"""What holds on which day: windows, hazards, permits, authorities (laws 1, 13, 14)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

import numpy as np
from numpy.typing import NDArray

from drawdown.mission import Leg, Mission, Window, WindowState


@dataclass(frozen=True, slots=True)
class Clearance:
    """What the permits of one zone and mode demand, day by day."""

    lead: NDArray[np.int64]
    """Days between asking and departing; -1 where there is no row."""
    refusal: NDArray[np.float64]


Shut = tuple[int, int, Window]
"""First and last day of a window that closes a leg, and the window."""


@dataclass(frozen=True)
class Calendars:
    """The dated rows of a mission by day of the plan."""

    days: int
    closed: dict[str, list[Shut]]
    """By leg."""
    slow: dict[str, list[tuple[int, int, float]]]
    attacks: dict[str, list[float]]
    clearances: dict[tuple[str, str], Clearance] = field(default_factory=dict)

    def extra_days(self, leg_id: str, day: int) -> float:
        """Return what slow windows add to a leg that is entered on a day."""
        windows = self.slow.get(leg_id, ())
        return sum(extra for first, last, extra in windows if first <= day <= last)

    def shut(self, leg_id: str, first: int, last: int) -> Shut | None:
        """Return a window that closes a leg on one of some days, and its days."""
        for start, end, window in self.closed.get(leg_id, ()):
            if start <= last and first <= end:
                return start, end, window
        return None

    def attacks_on(self, leg_id: str, day: int) -> float:
        """Return the expected attacks of a passage that begins on a day."""
        row = self.attacks.get(leg_id)
        return row[day] if row is not None and day < self.days else 0.0

    def clearance(self, leg: Leg) -> Clearance | None:
        """Return the clearance that a leg needs, if it has a zone with rows."""
        if leg.permit_zone is None:
            return None
        return self.clearances.get((leg.permit_zone, leg.mode))

    def open_days(self, leg_id: str) -> NDArray[np.bool_]:
        """Return on which days no window closes a leg."""
        is_open = np.ones(self.days, dtype=np.bool_)
        for first, last, _ in self.closed.get(leg_id, ()):
            is_open[max(first, 0) : max(last + 1, 0)] = False
        return is_open


def calendars(mission: Mission) -> Calendars:
    """Return the dated rows of a mission by day of the plan."""
    found = Calendars(days=mission.horizon, closed={}, slow={}, attacks={})
    _enter_windows(mission, found)
    _enter_hazards(mission, found)
    _enter_permits(mission, found)
    return found


def span(mission: Mission, start: date | None, end: date | None) -> slice:
    """Return the days of a dated row, within the plan (law 1.5)."""
    first = 0 if start is None else max(mission.day(start), 0)
    after = mission.horizon if end is None else max(mission.day(end) + 1, 0)
    return slice(first, min(after, mission.horizon))


def _enter_windows(mission: Mission, found: Calendars) -> None:
    for window in mission.windows:
        first, last = mission.day(window.start), mission.day(window.end)
        if window.state is WindowState.CLOSED:
            found.closed.setdefault(window.leg_id, []).append((first, last, window))
        else:
            entry = (first, last, window.extra_days)
            found.slow.setdefault(window.leg_id, []).append(entry)


def _enter_hazards(mission: Mission, found: Calendars) -> None:
    rows: dict[str, NDArray[np.float64]] = {}
    for hazard in mission.hazards:
        row = rows.setdefault(hazard.leg_id, np.zeros(found.days))
        row[span(mission, hazard.start, hazard.end)] += hazard.attacks
    found.attacks.update({leg: row.tolist() for leg, row in rows.items()})


def _enter_permits(mission: Mission, found: Calendars) -> None:
    for permit in mission.permits:
        nothing = Clearance(
            np.full(found.days, -1, dtype=np.int64), np.zeros(found.days)
        )
        key = (permit.permit_zone, permit.mode)
        row, days = (
            found.clearances.setdefault(key, nothing),
            span(mission, permit.start, permit.end),
        )
        row.lead[days] = np.maximum(row.lead[days], permit.lead_days)
        row.refusal[days] = np.maximum(row.refusal[days], permit.refusal)


def days_in_force(
    mission: Mission, spans: Iterable[tuple[date | None, date | None]]
) -> NDArray[np.bool_]:
    """Return on which days one of some dated rows holds."""
    holds = np.zeros(mission.horizon, dtype=np.bool_)
    for start, end in spans:
        holds[span(mission, start, end)] = True
    return holds
