"""What holds on which day: windows, hazards, permits (laws 13 to 15)."""

from collections.abc import Iterator
from datetime import date
from typing import Protocol

from drawdown.mission import Hazard, Leg, Mission, Permit, Window, WindowState


class Dated(Protocol):
    """A row that holds on some days."""

    @property
    def start(self) -> date | None:
        """The first day; absent: day 0."""

    @property
    def end(self) -> date | None:
        """The last day; absent: the end of the plan."""


class Calendar:
    """The dated rows of a mission, by leg and by zone."""

    def __init__(self, mission: Mission) -> None:
        self.mission = mission
        self._windows: dict[str, list[Window]] = {}
        self._hazards: dict[str, list[Hazard]] = {}
        self._permits: dict[tuple[str, str], list[Permit]] = {}
        for window in mission.windows:
            self._windows.setdefault(window.leg_id, []).append(window)
        for hazard in mission.hazards:
            self._hazards.setdefault(hazard.leg_id, []).append(hazard)
        for permit in mission.permits:
            key = (permit.permit_zone, permit.mode.value)
            self._permits.setdefault(key, []).append(permit)

    def holds(self, row: Dated, day: int) -> bool:
        """Return whether a dated row holds on a day (law 1.5)."""
        on = self.mission.date(day)
        return (row.start is None or row.start <= on) and (
            row.end is None or on <= row.end
        )

    def extra_days(self, leg_id: str, day: int) -> float:
        """Return what slow windows add to a leg that is entered on a day."""
        slow = self._of(leg_id, WindowState.SLOW)
        return sum(window.extra_days for window in slow if self.holds(window, day))

    def shut(self, leg_id: str, first: int, last: int) -> Window | None:
        """Return a window that closes a leg on one of some days."""
        start, end = self.mission.date(first), self.mission.date(last)
        for window in self._of(leg_id, WindowState.CLOSED):
            if window.start <= end and start <= window.end:
                return window
        return None

    def _of(self, leg_id: str, state: WindowState) -> Iterator[Window]:
        windows = self._windows.get(leg_id, ())
        return (window for window in windows if window.state is state)

    def attacks(self, leg_id: str, day: int) -> float:
        """Return the expected attacks of a passage that begins on a day."""
        rows = self._hazards.get(leg_id, ())
        return sum(row.attacks for row in rows if self.holds(row, day))

    def permits(self, leg: Leg, day: int) -> list[Permit]:
        """Return the permit rows that hold for a leg on a day."""
        if leg.permit_zone is None:
            return []
        rows = self._permits.get((leg.permit_zone, leg.mode.value), ())
        return [row for row in rows if self.holds(row, day)]
