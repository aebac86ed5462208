"""Plan a mission: a first plan, better ones, and the proof of how good they are."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from drawdown import __version__
from drawdown.errors import BoundError
from drawdown.mission import digest
from drawdown.mission.mission import Mission
from drawdown.plan.plan import Incumbent, Objectives, Plan
from drawdown.planning.arranging import arrange
from drawdown.planning.assemble import assemble
from drawdown.planning.companion import Companion
from drawdown.planning.conflict import explain_stuck, no_way_out
from drawdown.planning.contradictions import contradictions
from drawdown.planning.evaluate import objectives
from drawdown.planning.first_plan import Patience, begin, elsewhere
from drawdown.planning.naming import UnscheduledError
from drawdown.planning.neighbourhood import valued
from drawdown.planning.problem import Cap, Problem, compile_problem
from drawdown.planning.refining import in_time
from drawdown.planning.regional_planning import RegionalPlanning, Watch
from drawdown.planning.regions import Region, regions
from drawdown.planning.relaxation import is_small, is_tiny, relax, tighten
from drawdown.planning.relaxations import Offer, offers
from drawdown.planning.relaxations.ladders import ladders
from drawdown.planning.reweighing import VALUES, caps_of, reweighed
from drawdown.planning.search import Search
from drawdown.planning.solution import Solution
from drawdown.planning.solver import Limits
from drawdown.planning.strict_order import StrictOrder
from drawdown.planning.timetable import timetabled
from drawdown.planning.value_bounds import least_values, stated

if TYPE_CHECKING:
    from drawdown.verifying import Verdict

THOUSAND = 1e3
BETWEEN = 4.0
"""Seconds between two plans that are named and judged on the way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """How long to look, and for what."""

    seconds: float | None = 60
    """Absent: only ``work`` and ``gap`` end the search."""
    gap: float = 0.0
    seed: int = 0
    workers: int = 2
    """With one, bounds and plans take turns."""
    work: int | None = None
    """Steps of search; with it, and without seconds, the same input gives the same
    bytes on every machine. With 0 nothing is lifted or searched: a first plan comes
    from building alone."""
    constructions: int | None = None
    """Tries of building a first plan, at most."""
    first_only: bool = False
    """End with the first verified plan, and offer nothing if there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Where the search stands; amounts in USD."""

    elapsed: float
    stage: str
    value: float | None
    bound: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What came of planning."""

    status: str
    """``planned``, ``late`` (people are late in the best plan) or ``infeasible``."""
    plan: Plan | None
    seconds: float
    first_plan_seconds: float | None
    conflict: tuple[str, ...] = ()
    """Which requirements conflict, in sentences."""
    offers: tuple[Offer, ...] = ()
    """What would mend it, each with a verified plan of the changed mission."""

    @property
    def relaxations(self) -> tuple[str, ...]:
        """Return what would mend it, in sentences."""
        return tuple(offer.words for offer in self.offers)


class _Planning:
    """One run."""

    def __init__(
        self,
        mission: Mission,
        effort: Effort,
        judge: "Callable[[Mission, Plan], Verdict]",
        on_progress: Callable[[Progress], None] | None,
        on_plan: Callable[[Plan], None] | None,
    ) -> None:
        self.began = time.monotonic()
        self.mission = mission
        self.effort = effort
        self.judge = judge
        self.on_progress = on_progress
        self.on_plan = on_plan
        self.digest = digest(mission)
        self.bound: float | None = None
        self.bound_by = ""
        self.bounds: dict[str, float] = {}
        """Of the five values, each in its own unit."""
        self.companion: Companion | None = None
        self.problem: Problem = timetabled(compile_problem(mission))
        self.laid = self.problem
        """Before the days of steps and handovers of a tiny mission are chosen."""
        self.order: StrictOrder | None = None
        if mission.planning.lexicographic:
            self.order = StrictOrder(mission=mission, known=self.bounds)
        self.until: float | None = None
        self.work_until: int | None = None
        """When the turn of a value ends."""
        self.accepted: Solution | None = None
        """That of the plan."""
        self.search: Search | None = None
        self.regional: RegionalPlanning | None = None
        """If the mission is planned by regions."""
        self.settled = False
        """Whether nothing better is left to look for."""
        self.plan: Plan | None = None
        self.first: float | None = None
        self.incumbents: list[Incumbent] = []
        self.told = 0.0
        self.judging = 0.0
        """Seconds that the last judgement took."""
        self.patience = Patience(
            clocked=effort.seconds is not None, most=effort.constructions
        )
        self.value: float | None = None
        self.objections: tuple[str, ...] = ()
        self.contradictions = contradictions(self.problem)

    # ------------------------------------------------------------------ course

    def run(self) -> Result:
        """Plan until the effort is spent."""
        conflict: tuple[str, ...] = ()
        if any(found.fatal for found in self.contradictions):
            return self._result(self._proven())
        try:
            parts = regions(self.problem)
            if len(parts) > 1 and self.order is None and not is_small(self.problem):
                conflict = self._by_regions(parts)
            else:
                conflict = self._as_one()
        except KeyboardInterrupt:
            self._tell("stopped")
        finally:
            if self.companion is not None:
                if self._overtaken():
                    self._adopt()
                self.companion.close()
        return self._result(conflict)

    def _as_one(self) -> tuple[str, ...]:
        """Plan all sites together; return why not even a relaxation has a solution."""
        if self._parallel():
            self.companion = Companion(
                self.mission,
                self.effort.seconds,
                planning=self.order is None and not self.effort.first_only,
            )
        if self._first() is None:
            return no_way_out(self.problem)
        self._improve()
        return ()

    def _by_regions(self, parts: tuple[Region, ...]) -> tuple[str, ...]:
        """Plan each region by itself; return why some have no plan."""
        self.regional = RegionalPlanning(
            self.problem,
            parts,
            Watch(
                found=self._offered,
                bounded=self._better_bound,
                value_bounded=self.bounds.__setitem__,
                tell=self._tell,
                left=self._left,
                go_on=self._go_on_by_regions,
            ),
            seed=self.effort.seed,
            workers=self.effort.workers,
            work=self.effort.work,
        )
        return self.regional.run()

    def _parallel(self) -> bool:
        return (
            self.effort.workers > 1
            and self.effort.seconds is not None
            and not is_tiny(self.problem)
        )

    def _first(self) -> Solution | None:
        begun = begin(
            self.problem,
            self.effort.seed,
            self.patience,
            lifting=None if self.effort.work == 0 else self._left_of_lift,
            tell=self._tell,
        )
        if begun is None:
            return None
        self.search = begun.search
        first = begun.search.best
        self._found(first, "first plan")
        brief = self.effort.first_only or self.effort.work == 0
        if first.complete and not brief and not is_small(self.problem):
            self.search = elsewhere(begun, self.effort.seed, self.patience)
        return first

    def _left_of_lift(self) -> float | None:
        """Return what is left of the time for a first plan, which is then judged."""
        seconds = self.effort.seconds
        return None if seconds is None else 0.85 * seconds - self._elapsed()

    def _improve(self) -> None:
        briefly = self.effort.first_only or self.order is not None
        if is_tiny(self.problem) and (self.plan is None or not briefly):
            self._arrange(self.problem)
        if not self._parallel() and not self.effort.first_only:
            self._bound_here()
        assert self.search is not None
        if self.order is None or self.effort.first_only:
            self.search.overtaken = self._overtaken
            self.search.run(self._go_on, self._left, self._found)
        else:
            self._serve(self.order)

    def _serve(self, order: StrictOrder) -> None:
        """Give each of the five values its turn."""
        assert self.search is not None
        self.search.run(
            lambda: self.plan is None and self._go_on(), self._left, self._found
        )
        for number, name in enumerate(VALUES):
            left = self._left()
            if self.plan is None or (left is not None and left <= 0.5):
                return
            self.settled = False
            turns = len(VALUES) - number
            self.until = None if left is None else self._elapsed() + left / turns
            if self.effort.work is not None:
                spare = max(0, self.effort.work - self.search.work)
                self.work_until = self.search.work + -(-spare // turns)
            order.begin(name, self.plan.objectives)
            self._tell("its turn")
            self._turn(order)
            assert self.accepted is not None
            order.end(self.plan.objectives, objectives(self.problem, self.accepted))

    def _turn(self, order: StrictOrder) -> None:
        """Serve one value, and keep those that had their turn."""
        assert self.search is not None
        assert self.accepted is not None
        work = self.search.work
        if is_tiny(self.problem):
            self._exact_turn(order)
        problem = reweighed(self.problem, order.weights, caps_of(order.caps))
        before = self.search
        self.search = Search(
            problem,
            before.reach,
            valued(problem, self.accepted),
            self.effort.seed,
            before.used,
        )
        self.search.work = work
        self.search.run(self._go_on, self._left_of_turn, self._found)
        self._judge(self.search.best)

    def _exact_turn(self, order: StrictOrder) -> None:
        """Find the least of one value, and then the best plan that has no more of it:
        where later values weigh nothing, a plan may hold what is of no use.
        """
        caps = caps_of(order.caps)
        least = arrange(reweighed(self.laid, order.served, caps), self._half())
        if least is not None:
            caps = (*caps, Cap(weights=order.served, most=least.value * THOUSAND))
            self._arrange(reweighed(self.laid, self.mission.weights, caps))
            self.settled = self.settled and least.best

    def _arrange(self, laid: Problem) -> None:
        """Choose the days of steps and handovers with all else, in a tiny mission."""
        assert self.search is not None
        self._tell("steps and handovers")
        found = arrange(laid, self._half())
        if found is None:
            return
        plan, problem = self.plan, self.problem
        self.problem = found.problem
        if self.order is not None:
            self.problem = reweighed(found.problem, self.mission.weights)
        good = self._judge(found.solution)
        useless = self.order is not None or not found.best
        if not good or (self.plan is plan and useless):
            self.problem = problem
            return
        self.settled = found.best
        self.search = Search(
            self.problem, self.search.reach, found.solution, self.effort.seed
        )
        if self.plan is not None and self.plan is not plan:
            self.value = self.plan.objectives.weighted
            self.incumbents.append(
                Incumbent(
                    work=0, value=round(self.value, 2), stage="steps and handovers"
                )
            )

    def _bound_here(self) -> None:
        self._bound_weighted()
        for name, bound in least_values(self.mission):
            self.bounds[name] = bound
            left = self._left()
            if left is not None and left <= 0.5:
                return

    def _bound_weighted(self) -> None:
        if is_tiny(self.problem):
            tighten(
                self.problem,
                1,
                Limits(gap=1e-4, nodes=2000, seconds=self._half()),
                lambda bound: self._better_bound(
                    bound, "whole movements and closings, day by day (HiGHS)"
                ),
            )
            return
        relaxed = relax(self.problem, 7)
        if relaxed is not None:
            self._better_bound(
                relaxed.bound, "linear relaxation, buckets of 7 days (HiGHS)"
            )

    # ------------------------------------------------------------------ limits

    def _elapsed(self) -> float:
        return time.monotonic() - self.began

    def _left(self) -> float | None:
        if self.effort.seconds is None:
            return None
        return self.effort.seconds - self._elapsed()

    def _left_of_turn(self) -> float | None:
        """Return what is left of the time of a value; its last step may take as much as
        half of all time that is left.
        """
        left = self._left()
        if left is None or self.until is None:
            return left
        return min(left, max(self.until - self._elapsed(), 0.5 * left))

    def _half(self) -> float | None:
        """Return half of the time that is left, if there is a limit."""
        left = self._left()
        return None if left is None else 0.5 * left

    def _go_on(self) -> bool:
        if self._overtaken():
            self._adopt()
        self._tell("search")
        if self.settled:
            return False
        left = self._left()
        if left is not None and left <= 0.5:
            return False
        assert self.search is not None
        if self.effort.work is not None and self.search.work >= self.effort.work:
            return False
        if self.until is not None and self._elapsed() >= self.until:
            return False
        if self.work_until is not None and self.search.work >= self.work_until:
            return False
        if self.plan is not None and self.effort.first_only:
            return False
        if not self.search.best.complete and not in_time(self._left_of_lift):
            return False
        gap = self._gap()
        return gap is None or gap > max(self.effort.gap, 1e-5)

    def _go_on_by_regions(self) -> bool:
        left = self._left()
        if left is not None and left <= max(0.5, self.judging):
            return False
        if self.plan is not None and self.effort.first_only:
            return False
        assert self.regional is not None
        gap = None if self.regional.best is None else self._open(self.regional.best)
        return gap is None or gap > max(self.effort.gap, 1e-5)

    def _gap(self) -> float | None:
        assert self.search is not None
        best = self.search.best
        if self.order is not None and self.order.name is not None:
            return self.order.gap(objectives(self.search.problem, best))
        return self._open(best)

    def _open(self, best: Solution) -> float | None:
        """Return the gap between a solution and the bound, if both are known."""
        if not best.complete or self.bound is None or best.value <= 0:
            return None
        return (best.value - self.bound) / best.value

    # ------------------------------------------------------------------ bounds

    def _poll(self) -> None:
        if self.companion is not None:
            self.companion.poll()
            if self.companion.best is not None:
                self._better_bound(*self.companion.best)
            self.bounds |= self.companion.values

    def _overtaken(self) -> bool:
        """Return whether the second process has a better plan."""
        self._poll()
        found = None if self.companion is None else self.companion.plan
        if found is None or self.search is None:
            return False
        return found.value < self.search.best.value - 1e-6

    def _adopt(self) -> None:
        """Go on from the plan of the second process."""
        assert self.companion is not None
        assert self.companion.plan is not None
        assert self.search is not None
        self.search.adopt(self.companion.plan)
        self._found(self.companion.plan, "all days, elsewhere")

    def _better_bound(self, bound: float, by: str) -> None:
        if self.bound is None or bound > self.bound:
            self.bound, self.bound_by = bound, by

    # ------------------------------------------------------------------- plans

    def _found(self, solution: Solution, stage: str) -> None:
        if not solution.complete:
            self._tell(stage)
            return
        assert self.search is not None
        self._offered(solution, stage, self.search.work)

    def _offered(self, solution: Solution, stage: str, work: int) -> None:
        """Note a complete solution, and judge it if the last judgement is some time
        ago.
        """
        solution = self._by_policy(solution)
        self.value = solution.value * THOUSAND
        self.incumbents.append(
            Incumbent(work=work, value=round(self.value, 2), stage=stage)
        )
        pause = max(BETWEEN, 10 * self.judging)
        due = self.plan is None or self._elapsed() - self.told > pause
        if (due and self.effort.seconds is not None) or self.plan is None:
            self._judge(solution)
        self._tell(stage)

    def _judge(self, solution: Solution) -> bool:
        """Name a plan and keep it, if the judge finds nothing; return whether it does
        not.
        """
        self.told = self._elapsed()
        solution = self._by_policy(solution)
        plan = self._assembled(solution)
        if plan is None:
            return False
        verdict = self.judge(self.mission, plan)
        self.judging = self._elapsed() - self.told
        if verdict.violations:
            self.objections = tuple(
                f"§{v.law} {v.message}" for v in verdict.violations[:5]
            )
            return False
        if self.plan is not None and (
            self._rank(plan.objectives) > self._rank(self.plan.objectives)
        ):
            return True
        self.accepted = solution
        self.plan = self._bounded(plan)
        if self.first is None:
            self.first = self._elapsed()
        if self.on_plan is not None:
            self.on_plan(self.plan)
        return True

    def _by_policy(self, solution: Solution) -> Solution:
        """Return a solution with its value by the weights of the mission."""
        return solution if self.order is None else valued(self.problem, solution)

    def _rank(self, values: Objectives) -> tuple[float, ...]:
        """Return what is less for the better of two plans."""
        return (values.weighted,) if self.order is None else self.order.rank(values)

    def _assembled(self, solution: Solution) -> Plan | None:
        try:
            return assemble(
                self.problem,
                solution,
                digest=self.digest,
                made_by=f"drawdown {__version__}",
                seed=self.effort.seed,
                bound=self._bound_usd(solution),
                bound_by=self.bound_by,
                incumbents=tuple(self.incumbents),
            )
        except UnscheduledError:
            return None

    def _bound_usd(self, solution: Solution) -> float | None:
        if self.bound is None:
            return None
        if self.bound > solution.value * (1 + 1e-6) + 1e-3:
            raise BoundError(
                f"a plan of {solution.value * THOUSAND:,.0f} USD is better than the "
                f"bound of {self.bound * THOUSAND:,.0f} USD ({self.bound_by})",
                hint="this is an error of the program; please report it",
            )
        return round(min(self.bound, solution.value) * THOUSAND, 2)

    def _bounded(self, plan: Plan) -> Plan:
        """Return a plan that states all bounds as they are known now."""
        proof = replace(plan.proof, bounds=stated(self.bounds, plan.objectives))
        if self.order is not None:
            proof = replace(proof, levels=self.order.levels(plan.objectives))
        if self.bound is not None:
            value = plan.objectives.weighted
            proof = replace(
                proof,
                bound=round(min(self.bound * THOUSAND, value), 2),
                bound_by=self.bound_by,
            )
        return replace(plan, proof=proof)

    # ------------------------------------------------------------------ result

    def _result(self, conflict: tuple[str, ...]) -> Result:
        if self.regional is not None and self.regional.best is not None:
            self._judge(self.regional.best)
        elif self.search is not None and self.search.best.complete:
            self._judge(self.search.best)
        elif self.search is not None:
            conflict = explain_stuck(self.problem, self.search.best)
        if self.plan is not None:
            self.plan = self._bounded(self.plan)
            if self.on_plan is not None:
                self.on_plan(self.plan)
        status = "infeasible"
        if self.plan is not None:
            status = "late" if self.plan.objectives.people_late > 0 else "planned"
            conflict = self._proven() if status == "late" else ()
        conflict = conflict or (self.objections if self.plan is None else ())
        offered = self._offers(conflict)
        return Result(
            status=status,
            plan=self.plan,
            seconds=round(self._elapsed(), 3),
            first_plan_seconds=None if self.first is None else round(self.first, 3),
            conflict=conflict,
            offers=offered,
        )

    # ---------------------------------------------------------------- no plan

    def _proven(self) -> tuple[str, ...]:
        """Return what is contradictory by arithmetic, what proves most first."""
        found = sorted(self.contradictions, key=lambda one: not one.fatal)
        return tuple(one.sentence for one in found)

    def _offers(self, conflict: tuple[str, ...]) -> tuple[Offer, ...]:
        """Return what would give a plan, tried in the time that is left."""
        if self.plan is not None or self.effort.first_only:
            return ()
        for sentence in conflict:
            self._tell(f"conflict: {sentence}")
        found = offers(
            self.mission,
            ladders(self.problem, self.contradictions),
            self.judge,
            seed=self.effort.seed,
            workers=self.effort.workers,
            left=self._left,
            tell=lambda words: self._tell(f"there is no plan; {words}"),
            here=self.effort.seconds is None,
        )
        return tuple(found)

    def _tell(self, stage: str) -> None:
        if self.order is not None and self.order.name and self.plan is not None:
            stage = f"{self.order.words(self.plan.objectives)}: {stage}"
        if self.on_progress is not None:
            self.on_progress(
                Progress(
                    elapsed=self._elapsed(),
                    stage=stage,
                    value=self.value,
                    bound=None if self.bound is None else self.bound * THOUSAND,
                )
            )


def plan_mission(
    mission: Mission,
    effort: Effort,
    *,
    judge: "Callable[[Mission, Plan], Verdict]",
    on_progress: Callable[[Progress], None] | None = None,
    on_plan: Callable[[Plan], None] | None = None,
) -> Result:
    """Return the best plan that is found, judged and with its proven bound.

    Parameters
    ----------
    judge
        The verifier; no plan leaves that it objects to.
    on_progress
        Called as the search goes on.
    on_plan
        Called with each plan that is better than the one before.

    Raises
    ------
    BoundError
        If a plan is better than a bound that was held to be proven.

    """
    return _Planning(mission, effort, judge, on_progress, on_plan).run()
