"""The days of opening and closing steps as columns of a model."""

from collections.abc import Container, Iterator, Mapping, Sequence

from drawdown.mission.sites import Site, Step, Timing
from drawdown.planning.assembly import Assembly
from drawdown.planning.departures import Option
from drawdown.planning.problem import Problem
from drawdown.planning.steps import StepDays, all_before, chain

Terms = list[tuple[int, float]]


class StepColumns:
    """One column for each day on which a step of a site can begin."""

    def __init__(
        self,
        problem: Problem,
        assembly: Assembly,
        closing: Mapping[str, Sequence[tuple[Option, int]]],
    ) -> None:
        """Add the columns, and the rows that hold whatever else is planned.

        Parameters
        ----------
        closing
            The closing options of each site that closes, and their columns.

        """
        self.problem = problem
        self.assembly = assembly
        self.closing = closing
        self.present = {
            site.site_id: _steps(problem, site) for site in problem.mission.sites
        }
        self.begins: dict[tuple[str, str], dict[int, int]] = {}
        self.opened: dict[str, dict[int, int]] = {}
        """By site with opening steps: columns that say after which day it packs."""
        for site in problem.mission.sites:
            steps = self.present[site.site_id]
            for step in steps.values():
                self._once(site, step)
            for step in steps.values():
                self._after(site.site_id, step)
            self._opened(site.site_id)

    def team_days(self) -> Iterator[tuple[str, int, int, float]]:
        """Return crew, day, column and teams for each day of a step."""
        for (site, step_id), columns in self.begins.items():
            step = self.present[site][step_id]
            for begin, col in columns.items():
                for day in range(begin, begin + step.days):
                    yield step.crew, day, col, float(step.teams)

    def days(self, chosen: Container[int]) -> dict[str, StepDays]:
        """Return the first and last days of all steps, by site."""
        found: dict[str, StepDays] = {site: {} for site in self.present}
        for (site, step_id), columns in self.begins.items():
            for day, col in columns.items():
                if col in chosen:
                    last = day + self.present[site][step_id].days - 1
                    found[site][step_id] = (day, last)
        return found

    def _once(self, site: Site, step: Step) -> None:
        """Ensures that a step is done once, while the counterpart is there, and by the
        closing day (§17.2, §17.3).
        """
        mission, name = self.problem.mission, site.site_id
        first, last = 0, self.problem.days - 1
        if step.needs_counterpart and site.counterpart_from is not None:
            first = max(first, mission.day(site.counterpart_from))
        if step.needs_counterpart and site.counterpart_to is not None:
            last = min(last, mission.day(site.counterpart_to))
        columns = {
            day: self.assembly.column(
                ("step", name, step.step_id, day), upper=1.0, integer=True
            )
            for day in range(first, last - step.days + 2)
        }
        self.begins[name, step.step_id] = columns
        self.assembly.row(
            [(col, 1.0) for col in columns.values()], lower=1.0, upper=1.0
        )
        for option, _ in self.closing.get(name, ()):
            closed = [
                (col, 1.0) for o, col in self.closing[name] if o.first <= option.first
            ]
            self.assembly.row(
                closed + ended(columns, step.days, option.first), upper=0.0
            )

    def _after(self, name: str, step: Step) -> None:
        """Ensures that a step begins after those before it have ended (§17.2)."""
        columns = self.begins[name, step.step_id]
        present = self.present[name]
        for before in all_before(step, present, self.problem.mission):
            earlier = self.begins[name, before]
            for day in columns:
                begun = [(col, 1.0) for d, col in columns.items() if d <= day]
                self.assembly.row(
                    begun + ended(earlier, present[before].days, day - 1), upper=0.0
                )

    def _opened(self, name: str) -> None:
        """Ensures that packing begins after the opening steps (§10.1)."""
        opening = [
            step
            for step in self.present[name].values()
            if step.timing is Timing.OPENING
        ]
        if not opening:
            return
        columns = {
            day: self.assembly.column(("opened", name, day), upper=1.0)
            for day in range(self.problem.days)
        }
        self.assembly.row(
            [(col, 1.0) for col in columns.values()], lower=1.0, upper=1.0
        )
        for step in opening:
            begins = self.begins[name, step.step_id]
            for day in columns:
                opened = [(col, 1.0) for d, col in columns.items() if d <= day]
                self.assembly.row(opened + ended(begins, step.days, day), upper=0.0)
        self.opened[name] = columns


def ended(columns: Mapping[int, int], days: int, by: int) -> Terms:
    """Return, below 0, whether what takes some days has ended by a day.

    Parameters
    ----------
    columns
        The column of each day on which it can begin.

    """
    return [(col, -1.0) for day, col in columns.items() if day + days - 1 <= by]


def _steps(problem: Problem, site: Site) -> dict[str, Step]:
    """Return the steps that are done at a site (§17.2)."""
    timings = [Timing.OPENING] if site.liquidation else [Timing.OPENING, Timing.CLOSING]
    return {
        step.step_id: step
        for timing in timings
        for step in chain(problem.mission, site, timing).steps
    }
