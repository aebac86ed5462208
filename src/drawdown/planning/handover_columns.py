"""The days of handovers as columns of a model, and what handovers protect."""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from typing import Protocol

from drawdown.mission.duties import Task
from drawdown.planning.assembly import Assembly
from drawdown.planning.departures import Option
from drawdown.planning.problem import Problem
from drawdown.planning.step_columns import Terms, ended

THOUSAND = 1e-3


class Presence(Protocol):
    """Who is where, as a model says it."""

    def __call__(self, task: Task, day: int) -> Terms | None:
        """Return those of a task's role who are where it is done on a day, or leave on
        it; None if somebody of the role is always there.
        """


class HandoverColumns:
    """One column for each day on which the handover of a task can begin."""

    def __init__(
        self,
        problem: Problem,
        assembly: Assembly,
        closing: Mapping[str, Sequence[tuple[Option, int]]],
        present: Presence,
    ) -> None:
        self.problem = problem
        self.assembly = assembly
        self.closing = closing
        self.begins = {
            task.task_id: self._handover(task) for task in problem.mission.tasks
        }
        for task in problem.mission.tasks:
            self._with_role(task, present)

    def team_days(self) -> Iterator[tuple[str, int, int, float]]:
        """Return crew, day, column and teams for each day of a handover."""
        for task in self.problem.mission.tasks:
            if task.crew and task.teams:
                for begin, col in self.begins[task.task_id].items():
                    for day in range(begin, begin + _length(task)):
                        yield task.crew, day, col, float(task.teams)

    def days(self, chosen: Container[int]) -> dict[str, int]:
        """Return the first day of each handover."""
        return {
            task: day
            for task, columns in self.begins.items()
            for day, col in columns.items()
            if col in chosen
        }

    def protect(self, open_after: Callable[[str, int], Terms | None]) -> None:
        """Ensures that the protection gap is counted as it is (§22, §23).

        Parameters
        ----------
        open_after
            Whether a site is open at the end of a day.

        """
        protection = self.problem.protection
        scale = self.problem.mission.weights.protection_gap * THOUSAND
        for place, threat in protection.threat.items():
            for day in range(protection.end):
                if not threat[day] or protection.radius[day] < 0:
                    continue
                sites = protection.protectors(place, day)
                if not sites or any(site not in self.closing for site in sites):
                    continue
                gap = self.assembly.column(
                    ("gap", place, day), cost=float(threat[day]) * scale
                )
                row: Terms = [(gap, 1.0)]
                for site in sites:
                    row += open_after(site, day) or []
                self.assembly.row(row + self._taken_over(place, day), lower=1.0)

    def _handover(self, task: Task) -> dict[int, int]:
        """Ensures that a handover has its recipient and its site (§20)."""
        problem, days = self.problem, _length(task)
        columns: dict[int, int] = {}
        if task.recipient and task.ready is not None:
            last = problem.deadline
            if task.latest is not None:
                last = min(last, problem.mission.day(task.latest))
            first = max(0, problem.mission.day(task.ready))
            columns = {
                day: self.assembly.column(
                    ("handover", task.task_id, day), upper=1.0, integer=True
                )
                for day in range(first, last - days + 2)
            }
        every = [(col, 1.0) for col in columns.values()]
        if every or task.must:
            self.assembly.row(every, lower=1.0 if task.must else 0.0, upper=1.0)
        options = self.closing.get(task.site_id or "", ())
        for option, _ in options:
            closed = [(col, 1.0) for o, col in options if o.first <= option.first]
            late = [
                (col, 1.0) for d, col in columns.items() if d + days - 1 > option.first
            ]
            if late:
                self.assembly.row(closed + late, upper=1.0)
        return columns

    def _with_role(self, task: Task, present: Presence) -> None:
        """Ensures that people of its role are there on each day of a handover (§20)."""
        columns, days = self.begins[task.task_id], _length(task)
        for day in range(self.problem.days) if task.role and columns else ():
            busy = [(col, 1.0) for d, col in columns.items() if d <= day < d + days]
            there = present(task, day) if busy else None
            if there is not None:
                self.assembly.row(
                    busy + [(col, -amount) for col, amount in there], upper=0.0
                )

    def _taken_over(self, place: str, day: int) -> Terms:
        """Return how far a community is protected on a day by one recipient."""
        taken: Terms = []
        effects: Terms = []
        for task in self.problem.mission.tasks:
            if task.protects and self.problem.protection.covers(task, place, day):
                col = self.assembly.column(
                    ("taken", place, task.task_id, day), upper=1.0
                )
                done = ended(self.begins[task.task_id], _length(task), day - 1)
                self.assembly.row([(col, 1.0), *done], upper=0.0)
                taken.append((col, 1.0))
                effects.append((col, task.effect))
        if taken:
            self.assembly.row(taken, upper=1.0)
        return effects


def _length(task: Task) -> int:
    return max(1, task.handover_days)
