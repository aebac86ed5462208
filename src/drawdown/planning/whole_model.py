"""The model of all days of a mission, in which nothing is settled beforehand."""

from collections import defaultdict
from collections.abc import Container

from drawdown.mission.duties import Task
from drawdown.mission.sites import Site
from drawdown.planning.departures import Option, day_departure
from drawdown.planning.handover_columns import HandoverColumns
from drawdown.planning.model import Flow, Model, Terms
from drawdown.planning.people import PeopleClass
from drawdown.planning.problem import Problem, Service
from drawdown.planning.reach import Reach, cargo_ways, people_ways
from drawdown.planning.step_columns import StepColumns
from drawdown.planning.steps import StepDays


class WholeModel(Model):
    """The day model with columns for the days of steps and handovers.

    Every way may be used on every day, companies may end their service on every day,
    and what closing days cost in protection hangs on the handovers that are chosen.
    """

    def __init__(self, problem: Problem) -> None:
        self.cautious = False
        """Whether somebody who might do for a handover was left out of account."""
        super().__init__(
            problem,
            [
                departure
                for way in problem.ways
                for day in range(problem.days)
                if (departure := day_departure(way, day)) is not None
            ],
            _options(problem),
            reach=_everywhere(problem),
            slack=False,
        )
        self._teams()

    def step_days(self, chosen: Container[int]) -> dict[str, StepDays]:
        """Return the days of the steps of each site."""
        return self.steps.days(chosen)

    def handover_days(self, chosen: Container[int]) -> dict[str, int]:
        """Return the first day of the handover of each task that is handed over."""
        return self.handovers.days(chosen)

    def _labels(self) -> dict[str, list[int]]:
        return {name: list(range(self.problem.days)) for name in self.problem.places}

    # ------------------------------------------------------------------- steps

    def _closings(self) -> None:
        super()._closings()
        self.assembly.family("steps")
        self.steps = StepColumns(self.problem, self.assembly, self.c)

    def _packing_rate(self, site: Site, begin: int, effort: Flow) -> None:
        """Ensures that what has left a site was packed after its opening steps
        (§10.1).
        """
        opened = self.steps.opened.get(site.site_id)
        if opened is None or not effort:
            super()._packing_rate(site, begin, effort)
            return
        used = sorted({label for label, _, _ in effort})
        packed, _, _ = self._stock(("packed", site.site_id), used, effort, [], [])
        items = [(label, col, 1.0) for label, col, _ in effort]
        sent, _, _ = self._stock(("sent", site.site_id), used, items, [], [])
        every = float(sum(p.count for p in self.problem.cargo.parcels))
        for label, work, count in zip(used, packed, sent, strict=True):
            before = [(day, col) for day, col in opened.items() if day < label]
            self.assembly.row(
                [(work, 1.0)]
                + [(c, -site.packing_per_day * (label - day)) for day, c in before],
                upper=0.0,
            )
            # Items without effort wait for the opening steps, too.
            self.assembly.row(
                [(count, 1.0)] + [(c, -every) for _, c in before], upper=0.0
            )

    # --------------------------------------------------------------- companies

    def _chance_labels(
        self,
        service: Service,
        place: str,  # noqa: ARG002 - the model asks by place
        labels: list[int],
    ) -> list[int]:
        return [day for day in labels if service.last is None or day <= service.last]

    def _company_stocks(self) -> None:
        """Ensures, too, that a company is released while its place is open: it stands
        there at the end of that day (§13.5).
        """
        super()._company_stocks()
        for key, col in list(self.assembly.index.items()):
            if key[0] == "r" and str(key[2]) in self.c:
                still = self.open_after(str(key[2]), int(str(key[3])) - 1) or []
                most = self.assembly.limits(col)[1]
                self.assembly.row(
                    [(col, 1.0)] + [(c, -most) for c, _ in still], upper=0.0
                )

    def _after_release(self, q: int, kind: PeopleClass) -> None:
        """Ensures that the people of a company are out after the last day of its
        service: they may be on the way before (§7.2).
        """
        service = next(
            (s for s in self.problem.services if s.escort == kind.escort), None
        )
        if service is None:
            return
        share = sum(self.homes[q].values()) / service.companies
        out = [
            (d.arrive, self.p[i][q])
            for i, d in enumerate(self.departures)
            if q in self.p[i]
            and self.problem.places[self.problem.ways[d.way].destination].is_exit
        ]
        for day in sorted({arrival for arrival, _ in out}):
            self.assembly.row(
                [(col, 1.0) for arrival, col in out if arrival <= day]
                + [
                    (col, -share * amount)
                    for label, col, amount in self.released[service.escort]
                    if label < day
                ],
                upper=0.0,
            )

    # ------------------------------------------------------------------- teams

    def _teams(self) -> None:
        """Ensures that steps and handovers find teams (§17.4)."""
        self.assembly.family("tasks")
        self.handovers = HandoverColumns(
            self.problem, self.assembly, self.c, self._present
        )
        self.assembly.family("protection")
        self.handovers.protect(self.open_after)
        self.assembly.family("teams")
        use: dict[tuple[str, int], Terms] = defaultdict(list)
        for columns in (self.steps, self.handovers):
            for crew, day, col, teams in columns.team_days():
                use[crew, day].append((col, teams))
        there = {crew.crew_id: crew.teams for crew in self.problem.mission.crews}
        for (crew, _), terms in sorted(use.items()):
            self.assembly.row(terms, upper=float(there[crew]))

    def _present(self, task: Task, day: int) -> Terms | None:
        mission = self.problem.mission
        sites = [task.site_id] if task.site_id else [s.site_id for s in mission.sites]
        units = {u.unit_id: u for u in mission.units if u.role == task.role}
        for unit in units.values():
            stays = unit.remains > 0 or (unit.local and unit.leaves_by is None)
            if stays and unit.site_id in sites and self._as_long(unit.site_id, task):
                return None
        terms: dict[int, float] = {}
        for site in sites:
            for q, columns, _, _ in self.people_at[site]:
                of_role = [part.unit in units for part in self.problem.people.parts[q]]
                if not all(of_role):
                    # Of a class with other roles in it nobody knows who is where.
                    self.cautious = self.cautious or any(of_role)
                    continue
                terms[columns[day]] = 1.0
                for i in self._out[site]:
                    if self.departures[i].label == day and q in self.p[i]:
                        terms[self.p[i][q]] = 1.0
        return list(terms.items())

    def _as_long(self, site: str, task: Task) -> bool:
        """Return whether a site is open as long as a task can be handed over."""
        return site == task.site_id or site not in self.c


def _options(problem: Problem) -> dict[str, list[Option]]:
    """Return the closing options of each site at their running cost alone."""
    daily = {
        site.site_id: site.running_cost * problem.mission.weights.money
        for site in problem.mission.sites
    }
    return {
        place.name: [
            Option(first=day, last=day, cost=daily[place.name] * (day + 1))
            for day in range(place.earliest, place.latest + 1)
        ]
        for place in problem.closing
    }


def _everywhere(problem: Problem) -> Reach:
    return Reach(
        cargo=[cargo_ways(problem, k, every=True) for k in problem.cargo.commodities],
        people=[
            people_ways(problem, kind, problem.people.at(q), every=True)
            for q, kind in enumerate(problem.people.classes)
        ],
    )
