"""What the facts of a briefing are computed from."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from drawdown.brief.facts.naming import Naming
from drawdown.language import ENGLISH, Language
from drawdown.mission import Mission
from drawdown.plan import Plan
from drawdown.planning.explain.hindrances import Plans
from drawdown.planning.explain.known import Known
from drawdown.verifying import Verdict
from drawdown.verifying.facts import Facts
from drawdown.verifying.replay import Replay

__all__ = ["Material"]


@dataclass(frozen=True)
class Material:
    """A mission, one plan of it, and what the judge says of the plan."""

    mission: Mission
    plan: Plan
    verdict: Verdict
    language: Language = ENGLISH
    """Of the explanations."""

    @cached_property
    def replay(self) -> Replay:
        """The plan played day by day."""
        return Replay(Facts(self.mission), self.plan)

    @cached_property
    def plans(self) -> Plans:
        """The plan as it is explained; the year of the deadline goes without saying."""
        year = self.mission.decision.deadline.year
        language = replace(self.language, year=year)
        return Plans(Known(self.mission, self.plan, language))

    @cached_property
    def naming(self) -> Naming:
        """The names that explanations have for ids."""
        return Naming(self.mission, self.language)

    @property
    def known(self) -> Known:
        """The rows by their id."""
        return self.plans.known

    @property
    def days(self) -> tuple[date, ...]:
        """Every day of the plan."""
        return tuple(self.mission.date(day) for day in range(self.mission.horizon))
