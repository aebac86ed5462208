"""What every export starts from: the facts of a briefing, and who will read them.

Exports show nothing but these facts, as the page of ``drawdown brief`` does, so that
what is redacted there is in none of their files either.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from drawdown.brief.facts import Briefing, gather
from drawdown.brief.redaction import Level, redacted
from drawdown.brief.redaction.names import hidden_names, without
from drawdown.errors import UsageError
from drawdown.export.quotes import Quote
from drawdown.language import ENGLISH, Language
from drawdown.mission import Mission
from drawdown.plan import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRule:
    """What every site of a kind has to keep when it does a step."""

    after: tuple[str, ...]
    """The steps that must have ended before."""
    teams: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """One mission and one plan of it, ready to be written."""

    facts: Briefing
    steps: Mapping[tuple[str, str], StepRule]
    """By kind of site and step."""
    crews: tuple[tuple[str, int], ...]
    """The names of the crews, and the teams of each."""
    language: Language = ENGLISH
    classification: str = ""
    """Stands on every page; empty: nothing is printed."""
    level: Level = Level.NONE
    quotes: tuple[Quote, ...] = ()
    """What the documents of the mission say of its dates."""

    @property
    def redaction_note(self) -> str:
        """Return in a sentence what a reader has to know of a redacted file."""
        if self.level is Level.NONE:
            return ""
        return self.language.text(
            "Redacted (level {level}): names, amounts, places and days are made coarse "
            "or left out.",
            level=self.level.value,
        )


def dossier(
    mission: Mission,
    plan: Plan,
    *,
    language: Language = ENGLISH,
    classification: str = "",
    level: Level = Level.NONE,
    quotes: tuple[Quote, ...] = (),
    plan_name: str = "plan",
) -> Dossier:
    """Return what is exported of a mission and a plan.

    The plan may be late, incomplete or wrong; it may not be of another mission.

    Parameters
    ----------
    mission
        What was planned.
    plan
        A plan of it.
    language
        Of the texts; what the tables say stays as it is.
    classification
        A line for every page.
    level
        What is left out or made coarse.
    quotes
        What the documents of the mission say of its dates.
    plan_name
        How the plan file is called in messages.

    Raises
    ------
    UsageError
        The plan is of another mission.
    PlanFileError
        Entries of the plan mean nothing; ``problems`` has every place.

    """
    _demand_same_mission(mission, plan, plan_name)
    facts = gather(mission, plan, None, language)
    hidden = frozenset[str]() if level is Level.NONE else hidden_names(facts)
    return Dossier(
        facts=redacted(facts, level, language),
        steps=_steps(mission),
        crews=tuple((row.name or row.crew_id, row.teams) for row in mission.crews),
        language=language,
        classification=classification,
        level=level,
        quotes=without(quotes, hidden),
    )


def _demand_same_mission(mission: Mission, plan: Plan, plan_name: str) -> None:
    here = mission.header.mission_id
    if plan.mission != here:
        raise UsageError(
            f"this is a plan of {plan.mission}, not of {here}",
            where=plan_name,
            hint=f"give a plan of {here}, or the mission {plan.mission}",
        )


def _steps(mission: Mission) -> Mapping[tuple[str, str], StepRule]:
    return MappingProxyType(
        {
            (row.site_kind, row.step_id): StepRule(after=row.after, teams=row.teams)
            for row in mission.steps
        }
    )
