"""What every export starts from: one mission, one plan of it, and who will read it."""

from dataclasses import dataclass
from functools import cached_property

from drawdown.errors import PlanFileError, Problem
from drawdown.export.quotes import Quote
from drawdown.language import ENGLISH, Language
from drawdown.mission import Mission, digest
from drawdown.plan import Plan
from drawdown.planning.explain.known import Known
from drawdown.verifying import Verdict, verify
from drawdown.verifying.facts import Facts
from drawdown.verifying.protection import ProtectionDays, protection_days
from drawdown.verifying.replay import Replay

OF_THIS_MISSION = "2.3"
"""The law that a plan is of its mission, and names only what the mission has."""


@dataclass(frozen=True)
class Dossier:
    """One mission and one plan of it, replayed by the judge.

    The plan may be late, incomplete or wrong; it may not be of another mission.

    Raises
    ------
    PlanFileError
        The plan names what the mission does not have; ``problems`` has every place.

    """

    mission: Mission
    plan: Plan
    language: Language = ENGLISH
    classification: str = ""
    """Stands on every page; empty: nothing is printed."""
    quotes: tuple[Quote, ...] = ()
    """What the documents of the mission say of its dates."""
    plan_name: str = "plan"
    """How the plan file is called in messages."""

    def __post_init__(self) -> None:
        meant, given = self.mission.header.mission_id, self.plan.mission
        if given != meant:
            raise PlanFileError(
                f"the plan is of the mission {given}, not of {meant}",
                hint="give the mission that was planned",
                where=self.plan_name,
            )
        problems = [
            Problem(where=self.plan_name, message=found.message)
            for found in self.replay.admitted.violations
            if found.law == OF_THIS_MISSION
        ]
        if problems:
            raise PlanFileError(
                "the plan names what the mission does not have, or names it twice",
                problems=problems,
                where=self.plan_name,
            )

    @cached_property
    def facts(self) -> Facts:
        """The mission by id and by day."""
        return self.replay.facts

    @cached_property
    def replay(self) -> Replay:
        """The plan played day by day."""
        return Replay(Facts(self.mission), self.plan)

    @cached_property
    def verdict(self) -> Verdict:
        """What the judge says of the plan."""
        return verify(self.mission, self.plan)

    @cached_property
    def known(self) -> Known:
        """The plan as ``drawdown explain`` looks at it."""
        return Known(self.mission, self.plan)

    @cached_property
    def protection(self) -> ProtectionDays:
        """Who is protected on which day."""
        return protection_days(self.replay)

    @cached_property
    def other_tables(self) -> bool:
        """Whether the mission has changed since the plan was made."""
        made_from = self.plan.mission_digest
        return bool(made_from) and made_from != digest(self.mission)
