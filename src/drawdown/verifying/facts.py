"""The mission as the judge looks it up: rows by id, days by number."""

from collections.abc import Iterator
from datetime import date

import numpy as np
from numpy.typing import NDArray

from drawdown.mission import Escort, Mission, Site, Step, Timing
from drawdown.verifying.calendars import calendars
from drawdown.verifying.runs import Run, runs
from drawdown.verifying.tracks import tracks
from drawdown.verifying.verdict import Violation


class Facts:
    """One mission, by id and by day."""

    def __init__(self, mission: Mission) -> None:
        self.mission = mission
        self.days = mission.horizon
        self.last = mission.horizon - 1
        self.deadline = mission.deadline
        self.sites = {row.site_id: row for row in mission.sites}
        self.exits = {row.exit_id: row for row in mission.exits}
        self.units = {row.unit_id: row for row in mission.units}
        self.lots = {row.lot_id: row for row in mission.lots}
        self.escorts = {row.escort_id: row for row in mission.escorts}
        self.groups = _groups(mission)
        self.fleets = {row.fleet_id: row for row in mission.fleets}
        self.tasks = {row.task_id: row for row in mission.tasks}
        self.crews = {row.crew_id: row for row in mission.crews}
        self.routes = {row.route_id: row for row in mission.routes}
        self.tracks = tracks(mission)
        self.calendars = calendars(mission)

    def date(self, day: int) -> date:
        """Return the date of a day; days that no calendar has become its ends."""
        try:
            return self.mission.date(day)
        except OverflowError:
            return date.max if day > 0 else date.min

    def steps(self, site: Site) -> dict[str, Step]:
        """Return the steps that a site must have (laws 17.2 and 17.3)."""
        return {
            step.step_id: step
            for step in self.mission.steps
            if step.site_kind == site.kind
            and (site.counterpart or not step.needs_counterpart)
            and not (site.liquidation and step.timing is Timing.CLOSING)
        }

    def serves(self, escort: Escort) -> bool:
        """Return whether companies have not ended their service before day 0."""
        last = escort.available_to
        return last is None or last >= self.date(0)

    def breach(
        self,
        law: str,
        where: str,
        message: str,
        *,
        day: int | None = None,
        amount: float = 1.0,
    ) -> Violation:
        """Return a violation on one day, or of the plan as a whole."""
        on = None if day is None else self.date(day)
        return Violation(law=law, on=on, where=where, amount=amount, message=message)

    def breaches(
        self,
        law: str,
        where: str,
        excess: NDArray[np.int64] | NDArray[np.float64],
        text: str,
        *figures: object,
    ) -> Iterator[Violation]:
        """Yield one violation for each run of days on which an excess is above 0.

        The text takes the figures; arrays give the figure of the worst day.
        """
        for run in runs(excess):
            at = [f[run.day] if isinstance(f, np.ndarray) else f for f in figures]
            yield Violation(
                law=law,
                on=self.date(run.first),
                until=self.date(run.last) if run.last > run.first else None,
                where=where,
                amount=run.worst,
                message=f"{text.format(*at)} {self._when(run)}",
            )

    def _when(self, run: Run) -> str:
        if run.first == run.last:
            return f"on {self.date(run.first)}"
        first, last = self.date(run.first), self.date(run.last)
        return f"on {self.date(run.day)}, the worst of the days {first} to {last}"


def _groups(mission: Mission) -> dict[str, tuple[Escort, ...]]:
    groups: dict[str, tuple[Escort, ...]] = {}
    for escort in mission.escorts:
        groups[escort.group] = (*groups.get(escort.group, ()), escort)
    return groups
