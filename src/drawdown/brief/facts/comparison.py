"""What is different from another plan of the mission."""

from dataclasses import dataclass
from datetime import date

from drawdown.language import Language
from drawdown.mission import Mission
from drawdown.plan import Objectives, Plan
from drawdown.plan.changes import PARTS, PlanDiff
from drawdown.plan.diff import diff
from drawdown.plan.diff_words import diff_in_words

__all__ = ["Comparison", "Other", "comparison"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """A site in the other plan."""

    site_id: str
    steps_from: date | None
    """The first day of its closing steps."""
    closes: date | None
    here: date | None
    """The closing day in this plan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Another plan, and what of it is otherwise in this one."""

    name: str
    """How the reader knows the other plan: its file."""
    objectives: Objectives
    gap: float | None
    sites: tuple[Other, ...]
    """Every site that closes in one of the two plans."""
    changes: tuple[tuple[str, tuple[str, ...]], ...]
    """By part of the plan: from the other plan to this one, in sentences."""

    def of(self, site: str) -> Other | None:
        """Return a site in the other plan."""
        return next((one for one in self.sites if one.site_id == site), None)


def comparison(
    mission: Mission, plan: Plan, other: Plan, name: str, language: Language
) -> Comparison:
    """Return what is different in a plan from another one."""
    found = diff(other, plan)
    return Comparison(
        name=name,
        objectives=other.objectives,
        gap=other.proof.gap,
        sites=tuple(_sites(mission, plan, other)),
        changes=tuple(
            (part, _sentences(PlanDiff(changes=found.of(part)), language))
            for part in PARTS
            if found.of(part)
        ),
    )


def _sentences(part: PlanDiff, language: Language) -> tuple[str, ...]:
    """Return the sentences of one part, without the line that counts them."""
    return tuple(line.strip() for line in diff_in_words(part, language).split("\n")[1:])


def _sites(mission: Mission, plan: Plan, other: Plan) -> list[Other]:
    here = {closure.site: closure for closure in plan.closures}
    there = {closure.site: closure for closure in other.closures}
    found = []
    for site in mission.sites:
        mine, its = here.get(site.site_id), there.get(site.site_id)
        days = (mine.closed if mine else None, its.closed if its else None)
        if any(days):
            steps = [step.start for step in its.steps] if its else []
            found.append(
                Other(
                    site_id=site.site_id,
                    steps_from=max(steps, default=None),
                    closes=days[1],
                    here=days[0],
                )
            )
    return found
